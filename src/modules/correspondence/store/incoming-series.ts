// Where the registers of received letters stand, and a start that was taken over from paper in the middle of a year.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { IncomingBook } from '../domain/register-columns.ts';

export interface IncomingState {
  readonly book: IncomingBook;
  readonly last: number;
  readonly rows: number;
  /** Rows of an old register that were brought in. */
  readonly carried: number;
  /** Numbers left out by a recorded start. */
  readonly leftOut: number;
  /** Always 0; anything else means that the register was tampered with. */
  readonly missing: number;
}

/** Both books of a unit in a calendar year (B.E.), for everyone who is signed in: counts, no content. */
export async function incomingStates(tx: ReadTx, unitId: number, year: number): Promise<IncomingState[]> {
  return (await sql<IncomingState>`select book, last_number as last, entries as rows, carried, left_out as "leftOut", last_number - entries - left_out as missing
    from correspondence.incoming_state(${unitId}, ${year})`.execute(tx.db)).rows;
}

/** Lets a register of received letters go on at `next`. Only forward: false when a number from there on is taken. */
export async function startIncomingAt(tx: Tx, unitId: number, book: IncomingBook, year: number, next: number, reason: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ last: number | null }>`select correspondence.start_incoming(${unitId}, ${book}, ${year}, ${next}, ${reason}, ${at}, ${tx.actor.name}) as last`.execute(tx.db);
  return (rows[0]?.last ?? null) !== null;
}

export interface IncomingStart {
  readonly book: IncomingBook;
  readonly year: number;
  readonly previousLast: number;
  readonly nextNumber: number;
  readonly reason: string;
  readonly setAt: Date;
  readonly setBy: string;
}

/** Starts that were set by hand, the newest first. */
export async function incomingStarts(tx: ReadTx, unitId: number): Promise<IncomingStart[]> {
  return (await sql<IncomingStart>`select book, year, previous_last as "previousLast", next_number as "nextNumber", reason, set_at as "setAt", set_by_name as "setBy"
    from correspondence.incoming_start where owner_unit_id = ${unitId} order by id desc limit 50`.execute(tx.db)).rows;
}
