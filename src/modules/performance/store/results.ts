// Values of rounds with where they came from. A value is never changed: the last one of a round counts.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../domain/numbers.ts';

export interface ResultValue {
  /** Null takes an earlier value back: it is missing again, never zero. */
  readonly value: Scaled | null;
  readonly numerator: Scaled | null;
  readonly denominator: Scaled | null;
  /** Half of the interval at 95 %, where the value is of a sample. */
  readonly margin: Scaled | null;
  readonly source: 'manual' | 'measure';
  readonly measureName: string | null;
  readonly asOf: Date;
  readonly note: string;
  /** What the value is made of; its form belongs to the way of measuring. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface StoredResult extends ResultValue {
  readonly id: number;
  readonly indicatorId: number;
  readonly roundId: number;
  readonly month: number;
  readonly personId: number;
  readonly personName: string;
  readonly at: Date;
}

const text = (value: Scaled | null): string | null => (value === null ? null : scaledText(value));
const number = (value: string | null): Scaled | null => (value === null ? null : scaled(value));

/** Adds a value. The database refuses it in a round that is approved for the indicator. */
export async function addResult(tx: Tx, indicatorId: number, roundId: number, result: ResultValue, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.result').values({
    indicator_id: indicatorId, round_id: roundId, value: text(result.value), numerator: text(result.numerator), denominator: text(result.denominator), margin: text(result.margin),
    source: result.source, measure_name: result.measureName, as_of: result.asOf, note: result.note, detail: JSON.stringify(result.detail), person_id: tx.actor.id, person_name: tx.actor.name, at: now,
  }).returning('id').executeTakeFirstOrThrow();
  return id;
}

const select = (tx: ReadTx) => tx.db.selectFrom('performance.result as r').innerJoin('performance.round as o', 'o.id', 'r.round_id').select([
  'r.id', 'r.indicator_id as indicatorId', 'r.round_id as roundId', sql<number>`coalesce(o.month, 0)`.as('month'), 'r.value', 'r.numerator', 'r.denominator', 'r.margin', 'r.source', 'r.measure_name as measureName',
  'r.as_of as asOf', 'r.note', 'r.detail', 'r.person_id as personId', 'r.person_name as personName', 'r.at',
]);

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];
const resultOf = (row: Row): StoredResult => ({ ...row, value: number(row.value), numerator: number(row.numerator), denominator: number(row.denominator), margin: number(row.margin) }) as StoredResult;

/** Every value of an indicator, the newest first. */
export async function resultsOfIndicator(tx: ReadTx, indicatorId: number): Promise<StoredResult[]> {
  return (await select(tx).where('r.indicator_id', '=', indicatorId).orderBy('r.id', 'desc').execute()).map(resultOf);
}

/** The value that counts of each indicator and round of a year, in the order of rounds. Values that were taken back are left out. */
export async function countingResults(tx: ReadTx, cycleId: number): Promise<StoredResult[]> {
  const rows = await select(tx).where('o.cycle_id', '=', cycleId).where('o.kind', '=', 'result').distinctOn(['r.indicator_id', 'r.round_id']).orderBy('r.indicator_id').orderBy('r.round_id').orderBy('r.id', 'desc').execute();
  return rows.map(resultOf).filter(({ value }) => value !== null).toSorted((a, b) => a.month - b.month || a.indicatorId - b.indicatorId);
}
