/** Rounds of collecting: their address, the days that they report, and what is odd about a due day. */
import { addDays, addMonths, fiscalYearBounds, fullWorkingDaysBetween, isWorkingDay, localDate, type LocalDate, type OfficeCalendar } from '../../../../thai/index.ts';
import type { Round } from '../../store/rounds.ts';

/** `form`, or the month as it stands in an address. */
export const slugOf = ({ month }: Pick<Round, 'month'>): string => (month === null ? 'form' : String(month));

/** Whether a piece of an address can name a round. */
export const roundSlug = /^(?:form|[1-9]|1[0-2])$/;

/** The days of the fiscal year that a round of results reports. */
export function periodOf(fiscalYear: number, month: number): { readonly from: LocalDate; readonly to: LocalDate } {
  const { from } = fiscalYearBounds(fiscalYear);
  return { from, to: addDays(addMonths(from, month), -1) };
}

/** `past`: before today. `closed`: the office is shut that day. `hasty`: no whole working day lies between. */
export type DueDayFlaw = 'past' | 'closed' | 'hasty';

export interface DueDayFinding {
  readonly flaws: readonly DueDayFlaw[];
  /** Whole working days between the day of opening and the due day. */
  readonly workingDays: number;
  /** The day from which five whole working days lie between: what could be chosen instead. */
  readonly better: LocalDate | undefined;
}

/** What an office calendar says of a due day: 26 Oct 2563 after the meeting of 22 Oct leaves no whole working day. */
export function lookAtDueDay(calendar: OfficeCalendar, today: string, due: string): DueDayFinding {
  const [from, to] = [localDate(today), localDate(due)];
  const workingDays = fullWorkingDaysBetween(calendar, from, to) ?? 0;
  const flaws: DueDayFlaw[] = [...(to < from ? ['past' as const] : []), ...(isWorkingDay(calendar, to) ? [] : ['closed' as const]), ...(to >= from && workingDays === 0 ? ['hasty' as const] : [])];
  return { flaws, workingDays, better: flaws.length === 0 ? undefined : betterDay(calendar, from) };
}

function betterDay(calendar: OfficeCalendar, from: LocalDate): LocalDate | undefined {
  for (let n = 1; n < 60; n++) {
    const day = addDays(from, n);
    if (isWorkingDay(calendar, day) && (fullWorkingDaysBetween(calendar, from, day) ?? 0) >= 5) return day;
  }
  return undefined;
}
