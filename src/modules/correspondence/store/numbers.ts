import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Book } from '../domain/kinds.ts';
import type { ReferenceFrame } from '../domain/reference.ts';

/** A row of the register to be written with the number that it takes. */
export interface NewEntry {
  readonly unitId: number;
  readonly book: Book;
  /** Calendar year, B.E. */
  readonly year: number;
  readonly frame: ReferenceFrame;
  readonly circular: boolean;
  readonly restricted: boolean;
  readonly readers: readonly number[];
  /** `YYYY-MM-DD`. */
  readonly letterDate: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly subjectType: string;
  readonly subjectId: number | null;
  readonly href: string | null;
  readonly at: Date;
  /** Why the row bears a day before the one on which it was made. */
  readonly backDateReason?: string;
}

export interface TakenNumber {
  readonly entryId: number;
  readonly number: number;
  /** In Arabic digits: `นร 0223/ว 503`. */
  readonly reference: string;
}

/**
 * Takes the next number of a series and writes its register row, in one statement. Call it last in a transaction: from
 * here to the commit every other letter of the same series waits. A rollback gives the number back.
 */
export async function takeNextNumber(tx: Tx, entry: NewEntry, reserved?: { readonly reason: string; readonly until: Date }): Promise<TakenNumber> {
  const { rows } = await sql<TakenNumber>`
    with taken as (
      insert into correspondence.counter as c (owner_unit_id, book, year, last_number)
      values (${entry.unitId}, ${entry.book}, ${entry.year}, 1)
      on conflict (owner_unit_id, book, year) do update set last_number = c.last_number + 1
      returning last_number
    )
    insert into correspondence.register_entry (owner_unit_id, book, year, number, reference, circular, restricted, readers,
      letter_date, from_text, to_text, subject, action_text, remark, subject_type, subject_id, href,
      registered_at, registered_by, registered_by_name, state, reserve_reason, reserved_until, back_date_reason)
    select ${entry.unitId}::int, ${entry.book}, ${entry.year}::int, last_number,
      ${entry.frame.prefix}::text || last_number || ${entry.frame.suffix}::text, ${entry.circular}::boolean,
      ${entry.restricted}::boolean, ${[...entry.readers]}::int[], ${entry.letterDate}::date, ${entry.from}, ${entry.to}, ${entry.subject},
      ${entry.action}, ${entry.remark}, ${entry.subjectType}, ${entry.subjectId}::bigint, ${entry.href},
      ${entry.at}::timestamptz, ${tx.actor.id}::int, ${tx.actor.name}, ${reserved ? 'reserved' : 'valid'},
      ${reserved?.reason ?? null}, ${reserved?.until ?? null}::timestamptz, ${entry.backDateReason ?? null}
    from taken
    returning id as "entryId", number, reference`.execute(tx.db);
  return rows[0] as TakenNumber;
}

/** Voids a register row: it keeps its number and says why. False when it is void already or not the actor's. */
export async function voidEntry(tx: Tx, entryId: number, reason: string, at: Date): Promise<boolean> {
  const done = await tx.db
    .updateTable('correspondence.register_entry')
    .set({ state: 'void', void_reason: reason, voided_at: at, voided_by_name: tx.actor.name })
    .where('id', '=', entryId)
    .where('state', '=', 'valid')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** Last number of a series; 0 when it has none in that year. */
export async function lastNumber(tx: ReadTx, unitId: number, book: Book, year: number): Promise<number> {
  const row = await tx.db
    .selectFrom('correspondence.counter')
    .select('last_number')
    .where('owner_unit_id', '=', unitId)
    .where('book', '=', book)
    .where('year', '=', year)
    .executeTakeFirst();
  return row?.last_number ?? 0;
}

/** How many circulars a unit has numbered in a year, whoever asks: an administrator is not of the unit. */
export async function circularsIn(tx: ReadTx, unitId: number, year: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select correspondence.circulars_in(${unitId}, ${year}) as n`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/**
 * Lets a series go on at `next`, as when a paper register is carried over. Only forward: false when a number from
 * `next` on is taken already. The jump stays on record with its reason.
 */
export async function startSeriesAt(tx: Tx, unitId: number, book: Book, year: number, next: number, reason: string, at: Date): Promise<boolean> {
  await sql`insert into correspondence.counter (owner_unit_id, book, year, last_number) values (${unitId}, ${book}, ${year}, 0)
    on conflict do nothing`.execute(tx.db);
  const { rows } = await sql<{ previous: number }>`select last_number as previous from correspondence.counter
    where owner_unit_id = ${unitId} and book = ${book} and year = ${year} for update`.execute(tx.db);
  const previous = rows[0]?.previous ?? 0;
  if (next <= previous + 1) return false;
  await tx.db
    .insertInto('correspondence.series_start')
    .values({ owner_unit_id: unitId, book, year, previous_last: previous, next_number: next, reason, set_at: at, set_by: tx.actor.id, set_by_name: tx.actor.name })
    .execute();
  await tx.db
    .updateTable('correspondence.counter')
    .set({ last_number: next - 1 })
    .where('owner_unit_id', '=', unitId)
    .where('book', '=', book)
    .where('year', '=', year)
    .execute();
  return true;
}

/** A series of a unit in a year, with what a clerk checks: how many rows, and numbers that are in no row and no start. */
export interface SeriesState {
  readonly book: Book;
  readonly last: number;
  readonly rows: number;
  readonly voided: number;
  /** Kept for letters to come. */
  readonly reserved: number;
  /** Numbers left out by a recorded start. */
  readonly leftOut: number;
  /** Always 0; anything else means that the register was tampered with. */
  readonly missing: number;
}

/** All series of a unit in a calendar year (B.E.), for everyone who is signed in: counts, no content. */
export async function seriesOf(tx: ReadTx, unitId: number, year: number): Promise<SeriesState[]> {
  const { rows } = await sql<SeriesState>`
    select book, last_number as last, entries as rows, voided, reserved, left_out as "leftOut", last_number - entries - left_out as missing
    from correspondence.series_state(${unitId}, ${year})`.execute(tx.db);
  return rows;
}
