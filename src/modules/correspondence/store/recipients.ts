import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { RecipientKind } from '../domain/kinds.ts';
import type { Recipient } from '../domain/letter.ts';
import { messages } from '../messages.ts';

/**
 * Sends a letter to everyone it is addressed to, in one statement: the recipients given and all members of the saved
 * groups, each once. Resolves with how many rows that made.
 *
 * @param circularYear calendar year (B.E.) of a circular, null of every other letter
 */
export async function fanOut(tx: Tx, letterId: number, unitId: number, circularYear: number | null, recipients: readonly Recipient[], groupIds: readonly number[], at: Date): Promise<number> {
  const done = await sql`
    insert into correspondence.letter_recipient (letter_id, recipient_id, recipient_kind, label, owner_unit_id, delivered_at, circular_year)
    select distinct on (c.id) ${letterId}::bigint, c.id, c.kind, c.label, ${unitId}::int, ${at}::timestamptz, ${circularYear}::int
    from (
      select * from unnest(${recipients.map((r) => r.id)}::int[], ${recipients.map((r) => r.kind)}::text[], ${recipients.map((r) => r.label)}::text[]) as given (id, kind, label)
      union all
      select party_id, party_kind, label from correspondence.members_for(${letterId}::bigint, ${[...groupIds]}::bigint[])
    ) c
    order by c.id`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n);
}

/** Members of the saved groups that a draft is addressed to, for whoever works on it. */
export async function groupMemberIds(tx: ReadTx, letterId: number, groupIds: readonly number[]): Promise<number[]> {
  if (groupIds.length === 0) return [];
  const { rows } = await sql<{ id: number }>`select party_id as id from correspondence.members_for(${letterId}::bigint, ${[...groupIds]}::bigint[])`.execute(tx.db);
  return rows.map((row) => row.id);
}

/**
 * Marks what a letter brought to the actor as opened, where it is not yet: the first person who opens is the receipt of
 * a unit. Resolves with how many receipts that gave.
 */
export async function markOpened(tx: Tx, letterId: number, at: Date): Promise<number> {
  const done = await tx.db
    .updateTable('correspondence.letter_recipient')
    .set({ first_opened_at: at, first_opened_by: tx.actor.id, first_opened_by_name: nameFor(tx) })
    .where('letter_id', '=', letterId)
    .where('recipient_id', 'in', ownIds(tx))
    .where('first_opened_at', 'is', null)
    .executeTakeFirst();
  return Number(done.numUpdatedRows);
}

/** "ทราบ" of these recipients (all of them the actor's to answer for); only the first one counts. */
export async function markAcknowledged(tx: Tx, letterId: number, recipientIds: readonly number[], at: Date): Promise<number> {
  const done = await sql`
    update correspondence.letter_recipient
    set acknowledged_at = ${at}, acknowledged_by = ${tx.actor.id}, acknowledged_by_name = ${nameFor(tx)},
      first_opened_at = coalesce(first_opened_at, ${at}), first_opened_by = coalesce(first_opened_by, ${tx.actor.id}),
      first_opened_by_name = coalesce(first_opened_by_name, ${nameFor(tx)})
    where letter_id = ${letterId} and recipient_id = any(${[...recipientIds]}::int[]) and acknowledged_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n);
}

/** Passes a letter on from a unit to people in it. Who already has it gets no second row. Resolves with the new rows. */
export async function passOn(tx: Tx, letterId: number, fromId: number, people: readonly Recipient[], instruction: string, at: Date): Promise<number> {
  const done = await sql`
    insert into correspondence.letter_recipient (letter_id, recipient_id, recipient_kind, label, owner_unit_id, delivered_at,
      passed_from_id, passed_by, passed_by_name, instruction, circular_year)
    select ${letterId}::bigint, p.id, 'person', p.label, r.owner_unit_id, ${at}::timestamptz, ${fromId}::int, ${tx.actor.id}::int, ${tx.actor.name}, ${instruction}, r.circular_year
    from unnest(${people.map((p) => p.id)}::int[], ${people.map((p) => p.label)}::text[]) as p (id, label)
    join correspondence.letter_recipient r on r.letter_id = ${letterId} and r.recipient_id = ${fromId}
    on conflict (letter_id, recipient_id) do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n);
}

/** Who gives the receipt: for a unit that is gone, somebody of the one that took it over, and it says so. */
const nameFor = (tx: Tx) => (tx.actor.takenOver
  ? sql<string>`case when recipient_id = any(${[...tx.actor.takenOver.units]}::int[]) then ${messages.words('byHeir', { name: tx.actor.name }).th}::text else ${tx.actor.name}::text end`
  : sql<string>`${tx.actor.name}::text`);

/** One line of the receipts of a letter. Times are instants; all null until the thing happened. */
export interface Receipt {
  readonly recipientId: number;
  readonly recipientKind: RecipientKind;
  readonly label: string;
  readonly deliveredAt: Date;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedBy: string | null;
  readonly passedFromId: number | null;
  readonly passedBy: string | null;
  readonly instruction: string | null;
}

const receiptColumns = [
  'recipient_id as recipientId',
  'recipient_kind as recipientKind',
  'label',
  'delivered_at as deliveredAt',
  'first_opened_at as openedAt',
  'first_opened_by_name as openedBy',
  'acknowledged_at as acknowledgedAt',
  'acknowledged_by_name as acknowledgedBy',
  'passed_from_id as passedFromId',
  'passed_by_name as passedBy',
  'instruction',
] as const;

export const receiptStates = ['unopened', 'opened', 'acknowledged'] as const;
export type ReceiptState = (typeof receiptStates)[number];

export interface ReceiptFilter {
  readonly state?: ReceiptState | undefined;
  /** Key of the last line shown: its label and id. */
  readonly after?: { readonly label: string; readonly id: number } | undefined;
  readonly limit: number;
}

/** Receipts of those whom the letter was addressed to, by name; what units passed on is left out (`passedOn`). */
export async function receiptsOf(tx: ReadTx, letterId: number, filter: ReceiptFilter): Promise<Receipt[]> {
  let query = tx.db
    .selectFrom('correspondence.letter_recipient')
    .select(receiptColumns)
    .where('letter_id', '=', letterId)
    .where('passed_from_id', 'is', null);
  if (filter.state === 'unopened') query = query.where('first_opened_at', 'is', null);
  if (filter.state === 'opened') query = query.where('first_opened_at', 'is not', null).where('acknowledged_at', 'is', null);
  if (filter.state === 'acknowledged') query = query.where('acknowledged_at', 'is not', null);
  if (filter.after) query = query.where(sql<boolean>`(label collate "th-x-icu", recipient_id) > (${filter.after.label} collate "th-x-icu", ${filter.after.id}::int)`);
  const rows = await query.orderBy(sql`label collate "th-x-icu"`).orderBy('recipient_id').limit(filter.limit).execute();
  return rows.map(asReceipt);
}

/** The people to whom a recipient passed the letter on. */
export async function passedOn(tx: ReadTx, letterId: number, fromIds: readonly number[]): Promise<Receipt[]> {
  if (fromIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('correspondence.letter_recipient')
    .select(receiptColumns)
    .where('letter_id', '=', letterId)
    .where('passed_from_id', 'in', [...fromIds])
    .orderBy('delivered_at')
    .orderBy('recipient_id')
    .execute();
  return rows.map(asReceipt);
}

/** The rows by which a letter reached the actor: as a person, through a post or through a unit. */
export async function ownReceipts(tx: ReadTx, letterId: number): Promise<Receipt[]> {
  const rows = await tx.db
    .selectFrom('correspondence.letter_recipient')
    .select(receiptColumns)
    .where('letter_id', '=', letterId)
    .where('recipient_id', 'in', ownIds(tx))
    .orderBy('recipient_id')
    .execute();
  return rows.map(asReceipt);
}

export interface ReceiptCounts {
  readonly all: number;
  readonly opened: number;
  readonly acknowledged: number;
}

/** How far a letter got among those whom it was addressed to. */
export async function receiptCounts(tx: ReadTx, letterId: number): Promise<ReceiptCounts> {
  const { rows } = await sql<ReceiptCounts>`
    select count(*)::int as "all", count(first_opened_at)::int as opened, count(acknowledged_at)::int as acknowledged
    from correspondence.letter_recipient where letter_id = ${letterId} and passed_from_id is null`.execute(tx.db);
  return rows[0] ?? { all: 0, opened: 0, acknowledged: 0 };
}

/** Party ids that the actor stands for; party 1 (everyone) is never a recipient. */
function ownIds(tx: ReadTx): number[] {
  const ids = tx.actor.principals.filter((id) => id !== 1);
  return ids.length > 0 ? ids : [0];
}

function asReceipt<Row extends { recipientKind: string }>(row: Row): Row & { recipientKind: RecipientKind } {
  return { ...row, recipientKind: row.recipientKind as RecipientKind };
}

/** Everyone whom a letter reached, those to whom it was passed on too. */
export async function allRecipients(tx: ReadTx, letterId: number): Promise<Recipient[]> {
  const rows = await tx.db
    .selectFrom('correspondence.letter_recipient')
    .select(['recipient_id as id', 'recipient_kind as kind', 'label'])
    .where('letter_id', '=', letterId)
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as RecipientKind }));
}
