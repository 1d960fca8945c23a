// A unit's registers of a calendar year whole, for packages and for judging a table that is brought in.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Book } from '../domain/kinds.ts';
import type { IncomingBook, RegisterTable } from '../domain/register-columns.ts';

/** A row of what was sent. Days are `YYYY-MM-DD`. */
export interface YearSent {
  readonly id: number;
  readonly book: Book;
  readonly number: number;
  readonly reference: string;
  readonly letterDate: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly state: 'valid' | 'void' | 'reserved';
  readonly voidReason: string | null;
  readonly voidedAt: Date | null;
  readonly voidedBy: string | null;
  readonly reserveReason: string | null;
  readonly backDateReason: string | null;
  readonly restricted: boolean;
  readonly carriedOver: boolean;
  readonly registeredAt: Date;
  readonly registeredBy: string;
  /** SHA-256 of the definitive PDF of the letter; null where it has none. */
  readonly fileHash: string | null;
  /** Reference of the letter that replaced this one. */
  readonly replacedBy: string | null;
}

/** Everything that a unit numbered in a year, by book and number, as far as the actor may read it. */
export async function sentOfYear(tx: ReadTx, unitId: number, year: number): Promise<YearSent[]> {
  const { rows } = await sql<YearSent>`
    select e.id, e.book, e.number, e.reference, e.letter_date as "letterDate", e.from_text as "from", e.to_text as "to", e.subject, e.action_text as action,
      e.remark, e.state, e.void_reason as "voidReason", e.voided_at as "voidedAt", e.voided_by_name as "voidedBy", e.reserve_reason as "reserveReason",
      e.back_date_reason as "backDateReason", e.restricted, e.carried_over as "carriedOver", e.registered_at as "registeredAt",
      e.registered_by_name as "registeredBy", l.file_hash as "fileHash", n.reference as "replacedBy"
    from correspondence.register_entry e
    left join correspondence.letter l on l.register_entry_id = e.id
    left join correspondence.letter n on n.id = l.replaced_by_letter_id
    where e.owner_unit_id = ${unitId} and e.year = ${year} and ${tx.actor.kind === 'system' || tx.actor.principals.includes(unitId)}::boolean
    order by array_position(array['outgoing', 'circular', 'order', 'announcement', 'certificate', 'secret'], e.book), e.number`.execute(tx.db);
  return rows;
}

/** A row of what was received. */
export interface YearReceived {
  readonly id: number;
  readonly book: IncomingBook;
  readonly number: number;
  readonly reference: string;
  readonly letterDate: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly restricted: boolean;
  readonly carriedOver: boolean;
  readonly registeredAt: Date;
  readonly registeredBy: string;
  readonly receivedAt: Date;
  /** SHA-256 of the files as they came, in their order. */
  readonly fileHashes: readonly string[];
}

/** Everything that a unit received in a year, by book and number, as far as the actor may read it. */
export async function receivedOfYear(tx: ReadTx, unitId: number, year: number): Promise<YearReceived[]> {
  const { rows } = await sql<YearReceived>`
    select r.id, r.book, r.number, r.reference, r.letter_date as "letterDate", r.from_text as "from", r.to_text as "to", r.subject, r.action_text as action,
      r.remark, r.restricted, r.carried_over as "carriedOver", r.registered_at as "registeredAt", r.registered_by_name as "registeredBy",
      r.received_at as "receivedAt", coalesce(array_agg(f.hash order by f.ordinal) filter (where f.hash is not null), '{}') as "fileHashes"
    from correspondence.received_letter r
    left join correspondence.received_file f on f.received_letter_id = r.id
    where r.owner_unit_id = ${unitId} and r.year = ${year} and ${tx.actor.kind === 'system' || tx.actor.principals.includes(unitId)}::boolean
    group by r.id order by r.book, r.number`.execute(tx.db);
  return rows;
}

/** Numbers that no row has, with the reason on record: a series that began later than at 1. */
export interface LeftOut {
  readonly table: RegisterTable;
  readonly book: string;
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

export async function leftOutOf(tx: ReadTx, unitId: number, year: number): Promise<LeftOut[]> {
  const { rows } = await sql<LeftOut>`
    select 'sent' as "table", book, previous_last + 1 as "from", next_number - 1 as "to", reason from correspondence.series_start where owner_unit_id = ${unitId} and year = ${year}
    union all
    select 'received', book, previous_last + 1, next_number - 1, reason from correspondence.incoming_start where owner_unit_id = ${unitId} and year = ${year}
    order by 1, 2, 3`.execute(tx.db);
  return rows;
}

/** Numbers of a year that stand in a register, whoever may read their rows: `outgoing 17`. */
export async function numbersTaken(tx: ReadTx, unitId: number, year: number, table: RegisterTable): Promise<Set<string>> {
  const { rows } = await sql<{ book: string; number: number }>`select book, number from correspondence.numbers_taken(${unitId}, ${year}, ${table})`.execute(tx.db);
  return new Set(rows.map((row) => `${row.book} ${row.number}`));
}

/** Last number of each book of a unit and year, as its counters stand. */
export async function lastNumbers(tx: ReadTx, unitId: number, year: number, table: RegisterTable): Promise<Map<string, number>> {
  const counter = table === 'sent' ? sql`correspondence.counter` : sql`correspondence.incoming_counter`;
  const { rows } = await sql<{ book: string; last: number }>`select book, last_number as last from ${counter} where owner_unit_id = ${unitId} and year = ${year}`.execute(tx.db);
  return new Map(rows.map((row) => [row.book, row.last]));
}
