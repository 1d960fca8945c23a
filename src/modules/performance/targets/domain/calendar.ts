/** Days of the evaluation: what falls on a day off, what is over, which window is open. */
import { addMonths, isWorkingDay, localDate, workingDayOnOrAfter, type OfficeCalendar } from '../../../../thai/index.ts';
import type { CalendarDay, CalendarDayInput } from '../store/calendar.ts';

/** The working day that follows, where a last day is none; undefined where it is one. */
export function movedFrom(calendar: OfficeCalendar, endsOn: string): string | undefined {
  const day = localDate(endsOn);
  return isWorkingDay(calendar, day) ? undefined : workingDayOnOrAfter(calendar, day);
}

/** Last day for requests to change; null where the calendar gives none. */
export const cutOffOf = (days: readonly Pick<CalendarDay, 'kind' | 'endsOn'>[]): string | null => days.filter(({ kind }) => kind === 'change-cut-off').map(({ endsOn }) => endsOn).toSorted().at(-1) ?? null;

/** The appeal window that a day lies in. */
export const windowOn = <D extends Pick<CalendarDay, 'kind' | 'beginsOn' | 'endsOn'>>(days: readonly D[], today: string): D | undefined =>
  days.find(({ kind, beginsOn, endsOn }) => kind === 'appeal-window' && (beginsOn ?? endsOn) <= today && today <= endsOn);

/** A day of one year in the next: the same day of the calendar, to be confirmed. */
export function nextYear({ kind, month, title, beginsOn, endsOn, source, note }: CalendarDayInput): CalendarDayInput {
  const later = (day: string) => addMonths(localDate(day), 12);
  return { kind, month, title, beginsOn: beginsOn === null ? null : later(beginsOn), endsOn: later(endsOn), certainty: 'to-confirm', source, note };
}
