// Whose LINE is whose, codes that prove it, messages on their way.
import { randomUUID } from 'node:crypto';
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';

export interface LineCode {
  readonly code: string;
  readonly expiresAt: Date;
}

/** LINE user ids by person. */
export async function lineOf(tx: ReadTx, personIds: readonly number[]): Promise<ReadonlyMap<number, { readonly userId: string; readonly linkedAt: Date }>> {
  const { rows } = await sql<{ personId: number; userId: string; linkedAt: Date }>`select person_id as "personId", line_user_id as "userId", linked_at as "linkedAt"
    from platform.line_link where person_id = any(${[...personIds]}::int[])`.execute(tx.db);
  return new Map(rows.map(({ personId, ...link }) => [personId, link]));
}

/** The person's code that can still be used. */
export async function openCode(tx: ReadTx, personId: number): Promise<LineCode | undefined> {
  const { rows } = await sql<LineCode>`select code, expires_at as "expiresAt" from platform.line_code
    where person_id = ${personId} and used_at is null and expires_at > clock_timestamp()`.execute(tx.db);
  return rows[0];
}

/** Puts a new code in the place of the person's last one; machine time, a quarter of an hour. */
export async function putCode(tx: Tx, personId: number, code: string): Promise<void> {
  await sql`insert into platform.line_code (person_id, code, expires_at) values (${personId}, ${code}, clock_timestamp() + interval '15 minutes')
    on conflict (person_id) do update set code = excluded.code, expires_at = excluded.expires_at, used_at = null`.execute(tx.db);
}

/** Takes a code: the person whose it is, once, while it holds. */
export async function useCode(tx: Tx, code: string): Promise<number | undefined> {
  const { rows } = await sql<{ personId: number }>`update platform.line_code set used_at = clock_timestamp()
    where code = ${code} and used_at is null and expires_at > clock_timestamp() returning person_id as "personId"`.execute(tx.db);
  return rows[0]?.personId;
}

/** Links a person to a LINE user; whoever that user stood for before is no longer linked. Answers that person's id. */
export async function linkLine(tx: Tx, personId: number, userId: string): Promise<number | undefined> {
  const before = await sql<{ personId: number }>`delete from platform.line_link where line_user_id = ${userId} and person_id <> ${personId} returning person_id as "personId"`.execute(tx.db);
  await sql`insert into platform.line_link (person_id, line_user_id) values (${personId}, ${userId})
    on conflict (person_id) do update set line_user_id = excluded.line_user_id, linked_at = platform.legal_now()`.execute(tx.db);
  return before.rows[0]?.personId;
}

/** Ends the link of a person; false where there was none. */
export async function unlinkPerson(tx: Tx, personId: number): Promise<boolean> {
  const done = await sql`delete from platform.line_link where person_id = ${personId}`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Ends the link of a LINE user; the person who was linked. */
export async function unlinkUser(tx: Tx, userId: string): Promise<number | undefined> {
  const { rows } = await sql<{ personId: number }>`delete from platform.line_link where line_user_id = ${userId} returning person_id as "personId"`.execute(tx.db);
  return rows[0]?.personId;
}

/** Takes an event of LINE; false when it was taken before. */
export async function takeEvent(tx: Tx, eventId: string): Promise<boolean> {
  const done = await sql`insert into platform.line_event (id) values (${eventId}) on conflict do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0) > 0;
}

/** Forgets events that LINE will not send again. */
export async function sweepEvents(tx: Tx): Promise<void> {
  await sql`delete from platform.line_event where at < clock_timestamp() - interval '30 days'`.execute(tx.db);
}

export interface LineMessage {
  /** Also the retry key. */
  readonly id: string;
  readonly personId: number;
  readonly userId: string;
  readonly body: string;
  readonly state: 'waiting' | 'sent' | 'failed' | 'dropped';
}

/** Writes messages down; the ids, in order. */
export async function addMessages(tx: Tx, messages: readonly { readonly personId: number; readonly userId: string; readonly body: string }[]): Promise<string[]> {
  const rows = messages.map((message) => ({ id: randomUUID(), ...message }));
  if (rows.length > 0) {
    await sql`insert into platform.line_message (id, person_id, line_user_id, body)
      select * from unnest(${rows.map((row) => row.id)}::uuid[], ${rows.map((row) => row.personId)}::int[], ${rows.map((row) => row.userId)}::text[], ${rows.map((row) => row.body.slice(0, 5000))}::text[])`.execute(tx.db);
  }
  return rows.map((row) => row.id);
}

export async function findMessage(tx: ReadTx, id: string): Promise<LineMessage | undefined> {
  const { rows } = await sql<LineMessage>`select id, person_id as "personId", line_user_id as "userId", body, state from platform.line_message where id = ${id}`.execute(tx.db);
  return rows[0];
}

/** Notes how an attempt ended. */
export async function markMessage(tx: Tx, id: string, mark: { state: LineMessage['state']; error?: string; requestId?: string | undefined; at?: Date; tried: boolean }): Promise<void> {
  await sql`update platform.line_message set state = ${mark.state}, last_error = ${mark.error ?? null}, request_id = ${mark.requestId ?? null},
    sent_at = ${mark.at ?? null}, attempts = attempts + ${mark.tried ? 1 : 0}::int where id = ${id}`.execute(tx.db);
}
