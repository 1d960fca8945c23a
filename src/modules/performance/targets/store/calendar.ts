// Days of the evaluation of a year. A day that was taken out stays in the table.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';

export const dayKinds = ['form-due', 'round', 'change-cut-off', 'appeal-window', 'opdc-notice', 'meeting', 'other'] as const;
export type DayKind = (typeof dayKinds)[number];

export interface CalendarDayInput {
  readonly kind: DayKind;
  /** Months of the fiscal year that a round reports; of an appeal window, the round that it is about. */
  readonly month: number | null;
  readonly title: string;
  readonly beginsOn: string | null;
  /** Last day, until 24:00. */
  readonly endsOn: string;
  readonly certainty: 'confirmed' | 'to-confirm';
  readonly source: string;
  readonly note: string;
}

export interface CalendarDay extends CalendarDayInput {
  readonly id: number;
  readonly cycleId: number;
  readonly rev: number;
}

const columns = ['id', 'cycle_id as cycleId', 'kind', 'month', 'title', 'begins_on as beginsOn', 'ends_on as endsOn', 'certainty', 'source', 'note', 'rev'] as const;

/** The calendar of a year, in order. */
export async function calendarOf(tx: ReadTx, cycleId: number): Promise<CalendarDay[]> {
  return await tx.db.selectFrom('performance.calendar_day').select(columns).where('cycle_id', '=', cycleId).where('withdrawn_at', 'is', null)
    .orderBy(sql`coalesce(begins_on, ends_on)`).orderBy('ends_on').orderBy('id').execute() as CalendarDay[];
}

export async function calendarDay(tx: ReadTx, cycleId: number, id: number): Promise<CalendarDay | undefined> {
  return await tx.db.selectFrom('performance.calendar_day').select(columns).where('cycle_id', '=', cycleId).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst() as CalendarDay | undefined;
}

const written = (input: CalendarDayInput) => ({
  kind: input.kind, month: input.month, title: input.title, begins_on: input.beginsOn, ends_on: input.endsOn, certainty: input.certainty, source: input.source, note: input.note,
});

export async function addCalendarDay(tx: Tx, cycleId: number, input: CalendarDayInput, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.calendar_day').values({ ...written(input), cycle_id: cycleId, changed_by: tx.actor.id, changed_at: now }).returning('id').executeTakeFirstOrThrow();
  return id;
}

const at = (tx: Tx, { id, rev }: Pick<CalendarDay, 'id' | 'rev'>, set: Record<string, unknown>, now: Date) =>
  tx.db.updateTable('performance.calendar_day').set((update) => ({ ...set, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).where('withdrawn_at', 'is', null).executeTakeFirst();

/** False when somebody changed it since `rev`. */
export async function changeCalendarDay(tx: Tx, day: Pick<CalendarDay, 'id' | 'rev'>, input: CalendarDayInput, now: Date): Promise<boolean> {
  return (await at(tx, day, written(input), now)).numUpdatedRows === 1n;
}

export async function withdrawCalendarDay(tx: Tx, day: Pick<CalendarDay, 'id' | 'rev'>, now: Date): Promise<boolean> {
  return (await at(tx, day, { withdrawn_at: now }, now)).numUpdatedRows === 1n;
}
