// Drafts that several units write: to whom each was opened, who has looked at it, and the lists of drafts.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { SubKind, Urgency } from '../domain/kinds.ts';
import { mayRead } from './letters.ts';

/** Notes to which units a draft is open now; resolves with those that are new. */
export async function noteShares(tx: Tx, letterId: number, unitIds: readonly number[], at: Date): Promise<number[]> {
  await sql`delete from correspondence.draft_share where letter_id = ${letterId} and unit_id <> all(${[...unitIds]}::int[])`.execute(tx.db);
  if (unitIds.length === 0) return [];
  const { rows } = await sql<{ unit: number }>`insert into correspondence.draft_share (letter_id, unit_id, shared_at, shared_by_name)
    select ${letterId}::bigint, u, ${at}::timestamptz, ${tx.actor.name} from unnest(${[...unitIds]}::int[]) u on conflict do nothing returning unit_id as unit`.execute(tx.db);
  return rows.map((row) => row.unit);
}

/** Somebody of a unit has written, remarked or looked: the draft waits there no longer. True when it did wait. */
export async function answerShares(tx: Tx, letterId: number, at: Date): Promise<boolean> {
  const done = await sql`update correspondence.draft_share set answered_at = ${at}, answered_by_name = ${tx.actor.name}
    where letter_id = ${letterId} and answered_at is null and unit_id = any(${[...tx.actor.principals]}::int[])`.execute(tx.db);
  return (done.numAffectedRows ?? 0n) > 0n;
}

/** A unit that a draft is open to, and whether somebody of it has looked at it. */
export interface Share {
  readonly unitId: number;
  readonly sharedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
}

export async function sharesOf(tx: ReadTx, letterId: number): Promise<Share[]> {
  return (await sql<Share>`select unit_id as "unitId", shared_at as "sharedAt", answered_at as "answeredAt", answered_by_name as "answeredBy"
    from correspondence.draft_share where letter_id = ${letterId} order by shared_at, unit_id`.execute(tx.db)).rows;
}

/** Whom to tell of a remark: who drafted it, who shared the talk before; never who speaks now. */
export async function talkers(tx: ReadTx, letterId: number, draftedBy: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select distinct said_by as id from correspondence.draft_comment where letter_id = ${letterId}`.execute(tx.db);
  return [...new Set([draftedBy, ...rows.map((row) => row.id)])].filter((id) => id !== tx.actor.id);
}

export const draftLists = ['unit', 'shared', 'signing', 'taken'] as const;
export type DraftList = (typeof draftLists)[number];

export interface ListedDraft {
  readonly id: number;
  readonly subKind: SubKind;
  readonly circular: boolean;
  readonly subject: string;
  readonly urgency: Urgency;
  /** Unit whose draft it is, as called in lists. */
  readonly from: string;
  readonly draftedBy: number;
  readonly draftedByName: string;
  readonly changedAt: Date;
  readonly forSignatureAt: Date | null;
  /** Last version with who saved it; 0 for a draft from before there were versions. */
  readonly version: number;
  readonly savedByName: string | null;
  readonly openRemarks: number;
  /** Of a draft that was opened to the actor's unit: nobody of it has looked at it yet. */
  readonly unanswered: boolean;
}

function belongs(tx: ReadTx, list: DraftList, units: readonly number[]) {
  const mine = [...units];
  switch (list) {
    case 'unit': return sql`l.owner_unit_id = any(${mine}::int[])`;
    case 'shared': return sql`l.draft_units && ${mine}::int[] and l.owner_unit_id <> all(${mine}::int[])`;
    case 'taken': return sql`l.owner_unit_id = any(${[...(tx.actor.takenOver?.units ?? [])]}::int[])`;
    case 'signing': return sql`l.for_signature_at is not null and l.signer_position_id = any(${[...tx.actor.principals]}::int[])`;
  }
}

/** Drafts of a list, last changed first. `units`: those for which the actor drafts. */
export async function listedDrafts(tx: ReadTx, list: DraftList, units: readonly number[], limit: number): Promise<ListedDraft[]> {
  return (await sql<ListedDraft>`
    select l.id, l.sub_kind as "subKind", l.circular, l.subject, l.urgency, coalesce(nullif(l.from_short, ''), l.from_text) as "from", l.drafted_by as "draftedBy", l.drafted_by_name as "draftedByName",
      l.changed_at as "changedAt", l.for_signature_at as "forSignatureAt", coalesce(v.n, 0) as version, v.saved_by_name as "savedByName",
      (select count(*)::int from correspondence.draft_comment c where c.letter_id = l.id and c.resolved_at is null) as "openRemarks",
      exists (select 1 from correspondence.draft_share s where s.letter_id = l.id and s.unit_id = any(${[...units]}::int[]) and s.answered_at is null) as unanswered
    from correspondence.letter l
    left join lateral (select n, saved_by_name from correspondence.draft_version where letter_id = l.id and standing = 'current' order by n desc limit 1) v on true
    where l.state = 'draft' and ${mayRead(tx)} and ${belongs(tx, list, units)}
    order by l.changed_at desc, l.id desc limit ${limit}`.execute(tx.db)).rows;
}

/** How many drafts each list holds. */
export async function countDrafts(tx: ReadTx, units: readonly number[]): Promise<Readonly<Record<DraftList, number>>> {
  const { rows } = await sql<Record<DraftList, number>>`select ${sql.join(draftLists.map((list) => sql`count(*) filter (where ${belongs(tx, list, units)})::int as ${sql.id(list)}`))}
    from correspondence.letter l where l.state = 'draft' and ${mayRead(tx)}`.execute(tx.db);
  return rows[0] ?? { unit: 0, shared: 0, signing: 0, taken: 0 };
}
