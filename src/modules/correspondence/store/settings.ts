import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Book } from '../domain/kinds.ts';

export interface SeriesSetting {
  readonly fromYear: number;
  readonly circularSeries: 'own' | 'shared';
  readonly reason: string;
  readonly changedAt: Date;
}

/** How a unit numbers its circulars, by the year from which each choice holds; the newest first. */
export async function seriesSettings(tx: ReadTx, unitId: number): Promise<SeriesSetting[]> {
  const rows = await tx.db
    .selectFrom('correspondence.unit_setting')
    .select(['from_year as fromYear', 'circular_series as circularSeries', 'reason', 'changed_at as changedAt'])
    .where('owner_unit_id', '=', unitId)
    .orderBy('from_year', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, circularSeries: row.circularSeries as 'own' | 'shared' }));
}

export async function setCircularSeries(tx: Tx, unitId: number, fromYear: number, circularSeries: 'own' | 'shared', reason: string, at: Date): Promise<void> {
  const values = { circular_series: circularSeries, reason, changed_at: at, changed_by: tx.actor.id };
  await tx.db
    .insertInto('correspondence.unit_setting')
    .values({ owner_unit_id: unitId, from_year: fromYear, ...values })
    .onConflict((conflict) => conflict.columns(['owner_unit_id', 'from_year']).doUpdateSet(values))
    .execute();
}

export interface SeriesStart {
  readonly book: Book;
  readonly year: number;
  readonly previousLast: number;
  readonly nextNumber: number;
  readonly reason: string;
  readonly setAt: Date;
  readonly setBy: string;
}

/** Starting numbers that were set by hand, the newest first. */
export async function seriesStarts(tx: ReadTx, unitId: number): Promise<SeriesStart[]> {
  const rows = await tx.db
    .selectFrom('correspondence.series_start')
    .select(['book', 'year', 'previous_last as previousLast', 'next_number as nextNumber', 'reason', 'set_at as setAt', 'set_by_name as setBy'])
    .where('owner_unit_id', '=', unitId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, book: row.book as Book }));
}
