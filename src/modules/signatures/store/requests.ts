// Requests with their parts, files and events. What a policy says is said again in each query.
import { sql } from 'kysely';
import type { Authority } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { NewPart, Part, PartState, RequestState } from '../domain/request.ts';

export interface Subject {
  /** `correspondence.letter`; `platform.file` for a file that was brought along. */
  readonly type: string;
  readonly id: number;
}

export interface SigningRequest {
  readonly id: number;
  readonly subject: Subject;
  readonly href: string;
  readonly reference: string;
  readonly title: string;
  readonly fileName: string;
  readonly unitId: number;
  readonly restricted: boolean;
  readonly state: RequestState;
  readonly requestedBy: number;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly endedAt: Date | null;
  readonly endedByName: string | null;
  readonly endReason: string | null;
  readonly parts: readonly Part[];
  /** The newest state of the file. */
  readonly file: FileVersion;
}

export interface FileVersion {
  readonly n: number;
  readonly hash: string;
  readonly size: number;
  readonly kind: 'unsigned' | 'signature' | 'time-stamp';
  readonly partId: number | null;
  readonly madeAt: Date;
}

export type EventKind = 'opened' | 'approved' | 'signed' | 'stamped' | 'went-on' | 'refused' | 'withdrawn' | 'complete';

export interface SigningEvent {
  readonly kind: EventKind;
  readonly partId: number | null;
  readonly note: string;
  readonly byName: string;
  readonly byTitle: string;
  readonly at: Date;
}

/** The first wall: what the policy of the table says, said again. `r` is the request. */
export function mayRead({ actor }: ReadTx) {
  if (actor.kind === 'system') return sql<boolean>`true`;
  const ids = [...actor.principals];
  return sql<boolean>`((not r.restricted and r.owner_unit_id = any(${ids}::int[])) or r.readers && ${ids}::int[])`;
}

type Row = Omit<SigningRequest, 'parts' | 'file' | 'subject'> & { subjectType: string; subjectId: number };

/** A request with its parts in their order; undefined where it is not the actor's to see. `lock`: until the end of the transaction. */
export async function findRequest(tx: ReadTx, id: number, lock = false): Promise<SigningRequest | undefined> {
  const { rows } = await sql<Row>`select r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", r.href, r.reference, r.title, r.file_name as "fileName",
      r.owner_unit_id as "unitId", r.restricted, r.state, r.requested_by as "requestedBy", r.requested_by_name as "requestedByName", r.requested_at as "requestedAt",
      r.ended_at as "endedAt", r.ended_by_name as "endedByName", r.end_reason as "endReason"
    from signatures.request r where r.id = ${id} and ${mayRead(tx)} ${lock ? sql`for update` : sql``}`.execute(tx.db);
  const [row] = rows;
  if (!row) return undefined;
  const { subjectType, subjectId, ...rest } = row;
  const file = await newestFile(tx, id);
  if (!file) throw new Error(`request ${id} has no file`);
  return { ...rest, subject: { type: subjectType, id: subjectId }, parts: await partsOf(tx, id), file };
}

async function partsOf(tx: ReadTx, requestId: number): Promise<Part[]> {
  const { rows } = await sql<Part>`select id, step, ordinal, kind, position_id as "positionId", person_id as "personId", label, place, state, opened_at as "openedAt",
      told_person_id as "toldPersonId", told_before as "toldBefore", decided_at as "decidedAt", decided_by as "decidedBy", decided_by_name as "decidedByName", decided_title as "decidedTitle",
      authority, note, time_stamp as "timeStamp", stamped_at as "stampedAt"
    from signatures.part where request_id = ${requestId} order by step, ordinal`.execute(tx.db);
  return rows;
}

const versionColumns = sql`n, hash, size, kind, part_id as "partId", made_at as "madeAt"`;

async function newestFile(tx: ReadTx, requestId: number): Promise<FileVersion | undefined> {
  const { rows } = await sql<FileVersion>`select ${versionColumns} from signatures.file_version where request_id = ${requestId} order by n desc limit 1`.execute(tx.db);
  return rows[0];
}

/** One state of the file, 0 without a signature. The request must have been read before. */
export async function fileVersion(tx: ReadTx, requestId: number, n: number): Promise<FileVersion | undefined> {
  const { rows } = await sql<FileVersion>`select ${versionColumns} from signatures.file_version where request_id = ${requestId} and n = ${n}`.execute(tx.db);
  return rows[0];
}

/** What happened, in order. The request must have been read before. */
export async function eventsOf(tx: ReadTx, requestId: number): Promise<SigningEvent[]> {
  const { rows } = await sql<SigningEvent>`select kind, part_id as "partId", note, by_name as "byName", by_title as "byTitle", at from signatures.event
    where request_id = ${requestId} order by id limit 300`.execute(tx.db);
  return rows;
}

export interface NewRequest {
  readonly subject: Subject;
  readonly href: string;
  readonly reference: string;
  readonly title: string;
  readonly fileName: string;
  readonly unitId: number;
  readonly restricted: boolean;
  readonly readers: readonly number[];
  readonly requestedBy: { readonly id: number; readonly name: string };
}

/** Writes a request; its parts wait until `openParts`. */
export async function insertRequest(tx: Tx, request: NewRequest, steps: readonly (readonly NewPart[])[], at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into signatures.request
      (subject_type, subject_id, href, reference, title, file_name, owner_unit_id, restricted, readers, requested_by, requested_by_name, requested_at)
    values (${request.subject.type}, ${request.subject.id}::bigint, ${request.href}, ${request.reference}, ${request.title}, ${request.fileName}, ${request.unitId}::int,
      ${request.restricted}::boolean, ${[...new Set(request.readers)]}::int[], ${request.requestedBy.id}::int, ${request.requestedBy.name}, ${at}::timestamptz) returning id`.execute(tx.db);
  const id = rows[0]!.id;
  for (const [i, step] of steps.entries()) {
    for (const [j, part] of step.entries()) {
      await sql`insert into signatures.part (request_id, step, ordinal, kind, position_id, person_id, label, place, state)
        values (${id}::bigint, ${i + 1}::int, ${j + 1}::int, ${part.kind}, ${part.positionId ?? null}::int, ${part.personId ?? null}::int, ${part.label},
          ${part.place ? JSON.stringify(part.place) : null}::jsonb, 'queued')`.execute(tx.db);
    }
  }
  return id;
}

export async function openPart(tx: Tx, requestId: number, partId: number, toldPersonId: number | null, at: Date): Promise<void> {
  await sql`update signatures.part set state = 'open', opened_at = ${at}::timestamptz, told_person_id = ${toldPersonId}::int where id = ${partId}::bigint and state = 'queued'`.execute(tx.db);
  if (toldPersonId !== null) await addReader(tx, requestId, toldPersonId);
}

async function addReader(tx: Tx, requestId: number, personId: number): Promise<void> {
  await sql`update signatures.request set readers = readers || ${personId}::int where id = ${requestId}::bigint and not readers @> array[${personId}::int]`.execute(tx.db);
}

/** Requests with an open part that waits for a post. */
export async function waitingForPosts(tx: ReadTx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct p.request_id as id from signatures.part p join signatures.request r on r.id = p.request_id and r.state = 'open'
    where p.state = 'open' and p.position_id is not null order by 1`.execute(tx.db);
  return rows.map((row) => row.id);
}

/** Somebody else answers for the post of an open part now; nobody where the seat is empty. Who was told before stays known. */
export async function passOnPart(tx: Tx, requestId: number, partId: number, personId: number | null): Promise<void> {
  await sql`update signatures.part set told_before = case when told_person_id is null or told_person_id = any(told_before) then told_before else told_before || told_person_id end, told_person_id = ${personId}::int
    where id = ${partId}::bigint and state = 'open'`.execute(tx.db);
  if (personId !== null) await addReader(tx, requestId, personId);
}

export interface Decision {
  readonly state: Extract<PartState, 'signed' | 'done' | 'refused'>;
  readonly title: string;
  readonly authority: Authority | null;
  readonly note: string;
  readonly certificateId: number | null;
  readonly timeStamp: 'none' | null;
}

export async function decidePart(tx: Tx, partId: number, decision: Decision, at: Date, by: { id: number; name: string } = tx.actor): Promise<void> {
  await sql`update signatures.part set state = ${decision.state}, decided_at = ${at}::timestamptz, decided_by = ${by.id}::int, decided_by_name = ${by.name},
      decided_title = ${decision.title}, authority = ${decision.authority ? JSON.stringify(decision.authority) : null}::jsonb, note = ${decision.note},
      certificate_id = ${decision.certificateId}::bigint, time_stamp = ${decision.timeStamp}
    where id = ${partId}::bigint`.execute(tx.db);
}

/** A signature that waited for its time stamp is done. False where it no longer waits. */
export async function endWaiting(tx: Tx, partId: number, how: 'stamped' | 'gone-on', at: Date): Promise<boolean> {
  const done = await sql`update signatures.part set state = 'done', time_stamp = ${how}, stamped_at = ${how === 'stamped' ? at : null}::timestamptz where id = ${partId}::bigint and state = 'signed'`.execute(tx.db);
  return done.numAffectedRows === 1n;
}

/** Ends a request; parts that nobody decided are dropped. */
export async function endRequest(tx: Tx, id: number, state: Exclude<RequestState, 'open'>, reason: string | null, at: Date): Promise<void> {
  await sql`update signatures.part set state = 'dropped' where request_id = ${id}::bigint and state in ('queued', 'open')`.execute(tx.db);
  await sql`update signatures.request set state = ${state}, ended_at = ${at}::timestamptz, ended_by_name = ${tx.actor.name}, end_reason = ${reason} where id = ${id}::bigint and state = 'open'`.execute(tx.db);
}

export async function addFile(tx: Tx, requestId: number, file: Omit<FileVersion, 'madeAt'>, at: Date): Promise<void> {
  await sql`insert into signatures.file_version (request_id, n, hash, size, kind, part_id, made_at)
    values (${requestId}::bigint, ${file.n}::int, ${file.hash}, ${file.size}::int, ${file.kind}, ${file.partId}::bigint, ${at}::timestamptz)`.execute(tx.db);
}

export async function addEvent(tx: Tx, requestId: number, event: { kind: EventKind; partId?: number | null; note?: string; title?: string; authority?: Authority | null; fileHash?: string }, at: Date, by: { id: number; name: string } = tx.actor): Promise<void> {
  await sql`insert into signatures.event (request_id, kind, part_id, note, by_person, by_name, by_title, authority, file_hash, at)
    values (${requestId}::bigint, ${event.kind}, ${event.partId ?? null}::bigint, ${event.note ?? ''}, ${by.id}::int, ${by.name}, ${event.title ?? ''},
      ${event.authority ? JSON.stringify(event.authority) : null}::jsonb, ${event.fileHash ?? null}, ${at}::timestamptz)`.execute(tx.db);
}

/** How far the signing of a record is, for whoever may read that record; the caller has read it. */
export interface SubjectState {
  readonly requestId: number;
  readonly state: RequestState;
  readonly done: number;
  readonly parts: number;
  /** The newest file with a signature. */
  readonly fileHash: string | null;
  readonly fileSize: number | null;
  readonly unsignedHash: string;
  readonly awaitsTime: boolean;
}

export async function subjectState(tx: ReadTx, subject: Subject): Promise<SubjectState | undefined> {
  const { rows } = await sql<SubjectState>`select request_id as "requestId", state, done, parts, file_hash as "fileHash", file_size as "fileSize", unsigned_hash as "unsignedHash",
    awaits_time as "awaitsTime" from signatures.state_of(${subject.type}, ${subject.id}::bigint)`.execute(tx.db);
  return rows[0];
}
