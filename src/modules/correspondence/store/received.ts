// Received letters: registered with their number by one statement, read under the wall, and the fate that may change.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Urgency } from '../domain/kinds.ts';
import type { Channel, ReceivedState } from '../domain/received.ts';

/** What stands on a letter that was received, and how it came. */
export interface ReceivedFacts {
  readonly unitId: number;
  readonly channel: Channel;
  readonly from: string;
  /** ที่, as on the letter, Arabic digits. */
  readonly reference: string;
  /** ลงวันที่, `YYYY-MM-DD`. */
  readonly letterDate: string | null;
  readonly to: string;
  readonly subject: string;
  readonly enclosures: string;
  readonly urgency: Urgency;
  readonly urgentBefore: Date | null;
  readonly receivedAt: Date;
  readonly remark: string;
}

/** A letter as it is registered: what stands on it, where it comes from in the house, its clock and its year. */
export interface NewReceived extends ReceivedFacts {
  readonly secrecy: 'none' | 'confidential' | 'secret';
  readonly letterId: number | null;
  readonly originId: number | null;
  readonly assignmentId: number | null;
  readonly deemedReceivedAt: Date;
  readonly readers: readonly number[];
  readonly dueAt: Date | null;
  /** Calendar year, B.E. */
  readonly year: number;
  readonly at: Date;
}

/**
 * Registers a letter under the next number of the unit's incoming register of the calendar year (clauses 38, 40), in one
 * statement. Call it late in a transaction: until the commit the unit's other registrations wait.
 */
export async function insertReceived(tx: Tx, one: NewReceived): Promise<{ id: number; number: number }> {
  const book = one.secrecy === 'none' ? 'incoming' : 'incoming-secret';
  const { rows } = await sql<{ id: number; number: number }>`
    with taken as (
      insert into correspondence.incoming_counter as c (owner_unit_id, book, year, last_number) values (${one.unitId}, ${book}, ${one.year}, 1)
      on conflict (owner_unit_id, book, year) do update set last_number = c.last_number + 1 returning last_number
    )
    insert into correspondence.received_letter (owner_unit_id, book, year, number, channel, letter_id, origin_id, assignment_id, from_text, reference,
      letter_date, to_text, subject, enclosures_text, urgency, urgent_before, secrecy, received_at, deemed_received_at, registered_at, registered_by,
      registered_by_name, readers, due_at, remark)
    select ${one.unitId}::int, ${book}, ${one.year}::int, last_number, ${one.channel}, ${one.letterId}::bigint, ${one.originId}::bigint, ${one.assignmentId}::bigint,
      ${one.from}, ${one.reference}, ${one.letterDate}::date, ${one.to}, ${one.subject}, ${one.enclosures}, ${one.urgency}, ${one.urgentBefore}::timestamptz, ${one.secrecy},
      ${one.receivedAt}::timestamptz, ${one.deemedReceivedAt}::timestamptz, ${one.at}::timestamptz, ${tx.actor.id}::int, ${tx.actor.name},
      ${[...one.readers]}::int[], ${one.dueAt}::timestamptz, ${one.remark}
    from taken returning id, number`.execute(tx.db);
  return rows[0] as { id: number; number: number };
}

/** Whether a unit has registered a letter of the house already. */
export async function hasRegistered(tx: ReadTx, unitId: number, letterId: number): Promise<boolean> {
  const { rows } = await sql`select from correspondence.received_letter where owner_unit_id = ${unitId} and letter_id = ${letterId}`.execute(tx.db);
  return rows.length > 0;
}

/** A received letter as its unit keeps it. Instants are Dates, days `YYYY-MM-DD`. */
export interface Received extends Omit<NewReceived, 'at'> {
  readonly id: number;
  readonly book: 'incoming' | 'incoming-secret';
  readonly number: number;
  readonly registeredAt: Date;
  readonly registeredBy: number;
  readonly registeredByName: string;
  readonly state: ReceivedState;
  readonly holderPositionId: number | null;
  readonly holderLabel: string;
  readonly holderSince: Date | null;
  readonly openedAt: Date | null;
  readonly openedBy: string | null;
  readonly sentBy: number | null;
  readonly firstOrderedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedBy: string | null;
  readonly outcome: string | null;
  readonly parkedAt: Date | null;
  readonly parkedReason: string | null;
  readonly action: string;
  readonly steps: number;
}

const columns = sql`r.id, r.owner_unit_id as "unitId", r.book, r.year, r.number, r.channel, r.letter_id as "letterId", r.origin_id as "originId",
  r.assignment_id as "assignmentId", r.from_text as "from", r.reference, r.letter_date as "letterDate", r.to_text as "to", r.subject,
  r.enclosures_text as enclosures, r.urgency, r.urgent_before as "urgentBefore", r.secrecy, r.received_at as "receivedAt",
  r.deemed_received_at as "deemedReceivedAt", r.registered_at as "registeredAt", r.registered_by as "registeredBy", r.registered_by_name as "registeredByName",
  r.readers, r.state, r.holder_position_id as "holderPositionId", r.holder_label as "holderLabel", r.holder_since as "holderSince",
  r.holder_opened_at as "openedAt", r.holder_opened_by_name as "openedBy", r.sent_by as "sentBy", r.due_at as "dueAt",
  r.first_ordered_at as "firstOrderedAt", r.closed_at as "closedAt", r.closed_by_name as "closedBy", r.outcome, r.parked_at as "parkedAt",
  r.parked_reason as "parkedReason", r.action_text as action, r.remark, r.steps`;

/** A received letter that is the actor's to see. */
export async function findReceived(tx: ReadTx, id: number): Promise<Received | undefined> {
  return (await sql<Received>`select ${columns} from correspondence.received_letter r where r.id = ${id}`.execute(tx.db)).rows[0];
}

/** The same, kept from others until the transaction ends. */
export async function lockReceived(tx: Tx, id: number): Promise<Received | undefined> {
  return (await sql<Received>`select ${columns} from correspondence.received_letter r where r.id = ${id} for update`.execute(tx.db)).rows[0];
}

/** What may change of a received letter. */
export interface Fate {
  readonly state?: ReceivedState;
  readonly holder?: { readonly positionId: number; readonly label: string; readonly sentBy: number } | null;
  readonly dueAt?: Date | null;
  readonly ordered?: boolean;
  readonly outcome?: string | null;
  readonly action?: string;
  readonly readers?: readonly number[];
  readonly parked?: string | null;
}

/** Moves a letter on; readers are only ever added. */
export async function moveReceived(tx: Tx, one: Received, fate: Fate, at: Date): Promise<void> {
  const state = fate.state ?? one.state;
  const { holder } = fate;
  await sql`update correspondence.received_letter r set
      state = ${state},
      holder_position_id = ${holder === undefined ? sql`r.holder_position_id` : (holder?.positionId ?? null)},
      holder_label = ${holder === undefined ? sql`r.holder_label` : (holder?.label ?? '')},
      holder_since = ${holder === undefined ? sql`r.holder_since` : holder ? at : null},
      holder_opened_at = ${holder === undefined ? sql`r.holder_opened_at` : null},
      holder_opened_by_name = ${holder === undefined ? sql`r.holder_opened_by_name` : null},
      sent_by = ${holder === undefined ? sql`r.sent_by` : (holder?.sentBy ?? null)},
      due_at = ${fate.dueAt === undefined ? sql`r.due_at` : fate.dueAt},
      first_ordered_at = case when ${fate.ordered ?? false}::boolean then coalesce(r.first_ordered_at, ${at}::timestamptz) else r.first_ordered_at end,
      closed_at = ${state === 'closed' ? (one.closedAt ?? at) : null}, closed_by_name = ${state === 'closed' ? (one.closedBy ?? tx.actor.name) : null},
      outcome = ${state === 'closed' ? (fate.outcome ?? one.outcome) : null},
      parked_at = ${fate.parked === undefined ? sql`r.parked_at` : fate.parked === null ? null : at}, parked_reason = ${fate.parked === undefined ? sql`r.parked_reason` : fate.parked},
      action_text = ${fate.action === undefined ? sql`r.action_text` : fate.action},
      readers = array(select distinct x from unnest(r.readers || ${[...(fate.readers ?? [])]}::int[]) x order by x)
    where r.id = ${one.id}`.execute(tx.db);
}

/** The receipt of whoever holds the letter now: the first opening after it was put there. */
export async function markHolderOpened(tx: Tx, id: number, at: Date): Promise<void> {
  const own = [...tx.actor.principals];
  await sql`update correspondence.received_letter set holder_opened_at = ${at}, holder_opened_by_name = ${tx.actor.name}
    where id = ${id} and holder_position_id = any(${own}::int[]) and holder_opened_at is null`.execute(tx.db);
  await sql`update correspondence.received_assignment set opened_at = ${at}, opened_by_name = ${tx.actor.name}
    where received_letter_id = ${id} and state = 'open' and opened_at is null and (person_id = ${tx.actor.id} or unit_id = any(${own}::int[]))`.execute(tx.db);
}

/** Ids of those that the actor may see: what the search found is asked again here. */
export async function visibleReceived(tx: ReadTx, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{ id: number }>`select id from correspondence.received_letter where id = any(${[...ids]}::bigint[])`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}
