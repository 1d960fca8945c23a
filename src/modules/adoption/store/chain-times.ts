// How long received letters take on their way, counted over all units by the functions of migration 0701.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Urgency } from '../../correspondence/index.ts';
import type { DateSpan } from '../../../thai/index.ts';

/** What a figure counts: the steps of the chain, what waits for its first order, what is open past its due time. */
export const chainFigures = ['received', 'proposed', 'ordered', 'assigned', 'closed', 'waiting', 'overdue'] as const;
export type ChainFigure = (typeof chainFigures)[number];

export interface ChainTimes extends Readonly<Record<ChainFigure, number>> {
  /** Null in a line by urgency, and in that of all. */
  readonly unitId: number | null;
  readonly urgency: Urgency | null;
  /** Medians in minutes by the clock from the deemed receipt; null where no letter took the step. */
  readonly proposeMinutes: number | null;
  readonly orderMinutes: number | null;
  readonly assignMinutes: number | null;
  readonly closeMinutes: number | null;
  /** How many of them have a class of secrecy, and so stand in no list. */
  readonly restricted: number;
}

/** Lines by unit, by urgency, and one of all; none where nothing was received. */
export async function chainTimes(tx: ReadTx, span: DateSpan, asOf: Date): Promise<ChainTimes[]> {
  return (await sql<ChainTimes>`select unit_id as "unitId", urgency, received, proposed, ordered, assigned, closed, propose_minutes as "proposeMinutes", order_minutes as "orderMinutes",
    assign_minutes as "assignMinutes", close_minutes as "closeMinutes", waiting, overdue, restricted
    from adoption.chain_times(${span.from}::date, ${span.to}::date, ${asOf}::timestamptz)`.execute(tx.db)).rows;
}

export interface ChainLetter {
  readonly receivedId: number;
  readonly unitId: number;
  readonly urgency: Urgency;
  /** Number and year of the unit's register of received letters. */
  readonly reference: string;
  readonly receivedAt: Date;
  /** When the step was taken; null where the list is of letters that wait. */
  readonly at: Date | null;
  /** From receipt to the step, or until now. */
  readonly minutes: number;
}

export interface ChainQuery {
  readonly what: ChainFigure;
  readonly unit?: number | undefined;
  readonly urgency?: Urgency | undefined;
  readonly after: number;
  readonly limit: number;
}

/** The letters behind a figure, by their key. */
export async function chainList(tx: ReadTx, span: DateSpan, asOf: Date, { what, unit, urgency, after, limit }: ChainQuery): Promise<ChainLetter[]> {
  return (await sql<ChainLetter>`select received_id::int as "receivedId", unit_id as "unitId", urgency, reference, received_at as "receivedAt", at, minutes
    from adoption.chain_list(${span.from}::date, ${span.to}::date, ${asOf}::timestamptz, ${unit ?? null}::int, ${urgency ?? null}::text, ${what}::text, ${after}::bigint, ${limit}::int)`.execute(tx.db)).rows;
}
