// How an indicator goes on from year to year, and what each year is for it.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, type Scaled } from '../../domain/numbers.ts';
import type { LadderData } from '../../store/indicators.ts';
import { stepsIn, type LastYear } from '../domain/last-year.ts';

export const phases = ['pilot', 'target', 'next'] as const;
export type Phase = (typeof phases)[number];

/** An indicator of one year in the line of years. */
export interface YearIndicator {
  readonly indicatorId: number;
  readonly fiscalYear: number;
  readonly key: string;
  readonly name: string;
  readonly ladder: LadderData | null;
  readonly better: 'more' | 'less';
  readonly weight: Scaled | null;
  readonly unitOfMeasure: string;
  readonly value: Scaled | null;
  readonly resultNote: string;
  readonly stepsDone: readonly number[];
  /** Why it goes on from the one before. */
  readonly note: string;
}

export interface YearPlan {
  readonly fiscalYear: number;
  readonly phase: Phase;
  readonly text: string;
  readonly rev: number;
}

/** The line of years that an indicator belongs to, back and forth over its continuations, the first year first. */
export async function yearsOf(tx: ReadTx, indicatorId: number): Promise<YearIndicator[]> {
  const { rows } = await sql<Omit<YearIndicator, 'weight' | 'value' | 'stepsDone'> & { weight: string | null; value: string | null; detail: Record<string, unknown> | null }>`
    with recursive line (id) as (
      select ${indicatorId}::int
      union
      select case when c.indicator_id = l.id then c.earlier_id else c.indicator_id end from line l join performance.continuation c on l.id in (c.indicator_id, c.earlier_id)
    )
    select i.id as "indicatorId", y.fiscal_year as "fiscalYear", i.key, i.name, i.ladder, i.better, i.weight::text, i.unit_of_measure as "unitOfMeasure", coalesce(c.note, '') as note,
      r.value::text, coalesce(r.note, '') as "resultNote", r.detail
    from line l join performance.indicator i on i.id = l.id join performance.cycle y on y.id = i.cycle_id left join performance.continuation c on c.indicator_id = i.id
    left join lateral (select r.value, r.note, r.detail from performance.result r join performance.round o on o.id = r.round_id and o.kind = 'result' where r.indicator_id = i.id order by o.month desc, r.id desc limit 1) r on true
    order by y.fiscal_year, i.id`.execute(tx.db);
  return rows.map(({ detail, ...row }) => ({ ...row, weight: row.weight === null ? null : scaled(row.weight), value: row.value === null ? null : scaled(row.value), stepsDone: stepsIn(detail ?? {}) }));
}

/** What the year before reached, for each indicator of a year that goes on from one. */
export async function lastYears(tx: ReadTx, cycleId: number): Promise<Map<number, LastYear>> {
  const { rows } = await sql<{ indicatorId: number; fiscalYear: number; value: string; detail: Record<string, unknown> }>`
    select c.indicator_id as "indicatorId", y.fiscal_year as "fiscalYear", r.value::text, r.detail
    from performance.indicator i join performance.continuation c on c.indicator_id = i.id join performance.indicator e on e.id = c.earlier_id join performance.cycle y on y.id = e.cycle_id
    join lateral (select r.value, r.detail from performance.result r join performance.round o on o.id = r.round_id and o.kind = 'result' where r.indicator_id = e.id order by o.month desc, r.id desc limit 1) r on r.value is not null
    where i.cycle_id = ${cycleId}`.execute(tx.db);
  return new Map(rows.map((row) => [row.indicatorId, { fiscalYear: row.fiscalYear, value: scaled(row.value), stepsDone: stepsIn(row.detail) }]));
}

/** Indicators of earlier years, as choices. */
export async function earlierIndicators(tx: ReadTx, fiscalYear: number): Promise<{ id: number; fiscalYear: number; key: string; name: string }[]> {
  return (await sql<{ id: number; fiscalYear: number; key: string; name: string }>`select i.id, y.fiscal_year as "fiscalYear", i.key, i.name
    from performance.indicator i join performance.cycle y on y.id = i.cycle_id where y.fiscal_year < ${fiscalYear} order by y.fiscal_year desc, i.place, i.id limit 500`.execute(tx.db)).rows;
}

/** Says from which indicator this one goes on; undefined takes it back. */
export async function setContinuation(tx: Tx, indicatorId: number, earlier: { readonly id: number; readonly note: string } | undefined, now: Date): Promise<void> {
  await tx.db.deleteFrom('performance.continuation').where('indicator_id', '=', indicatorId).execute();
  if (earlier) await tx.db.insertInto('performance.continuation').values({ indicator_id: indicatorId, earlier_id: earlier.id, note: earlier.note, added_by: tx.actor.id, added_at: now }).execute();
}

export async function yearPlans(tx: ReadTx, indicatorIds: readonly number[]): Promise<(YearPlan & { readonly indicatorId: number })[]> {
  if (indicatorIds.length === 0) return [];
  return await tx.db.selectFrom('performance.year_plan').select(['indicator_id as indicatorId', 'fiscal_year as fiscalYear', 'phase', 'text', 'rev']).where('indicator_id', 'in', indicatorIds).orderBy('fiscal_year').orderBy('indicator_id').execute() as (YearPlan & { indicatorId: number })[];
}

/** Says what a year is for an indicator, an empty text takes it back. False when somebody changed it since `rev` (0: nothing stood there). */
export async function setYearPlan(tx: Tx, indicatorId: number, plan: YearPlan, now: Date): Promise<boolean> {
  const said = { phase: plan.phase, text: plan.text, changed_by: tx.actor.id, changed_at: now };
  if (plan.rev === 0) {
    const added = await tx.db.insertInto('performance.year_plan').values({ indicator_id: indicatorId, fiscal_year: plan.fiscalYear, ...said }).onConflict((conflict) => conflict.doNothing()).returning('rev').executeTakeFirst();
    return added !== undefined;
  }
  if (plan.text.trim() === '') {
    const gone = await tx.db.deleteFrom('performance.year_plan').where('indicator_id', '=', indicatorId).where('fiscal_year', '=', plan.fiscalYear).where('rev', '=', plan.rev).executeTakeFirst();
    return gone.numDeletedRows === 1n;
  }
  const changed = await tx.db.updateTable('performance.year_plan').set((update) => ({ ...said, rev: update('rev', '+', 1) })).where('indicator_id', '=', indicatorId).where('fiscal_year', '=', plan.fiscalYear).where('rev', '=', plan.rev).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
