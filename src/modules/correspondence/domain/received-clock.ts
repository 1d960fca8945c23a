import { addWorkingDays, bangkokDate, bangkokInstant, deemedReceived, endOfDay, nextWorkingDay, type LocalDate, type OfficeCalendar } from '../../../thai/index.ts';

/** When a letter counts as received: at once in office hours, else when the office opens next (Act of 2565, section 10). */
export function countsAsReceived(calendar: OfficeCalendar, at: Date): Date {
  return deemedReceived(calendar, at) ?? at;
}

/** The instant that is too late: its own day and hour where the letter says one (ด่วนภายใน), else the end of the n-th working day. */
export function dueInstant(calendar: OfficeCalendar, deemed: Date, days: number | undefined, before: Date | null): Date | null {
  if (before) return before;
  if (days === undefined) return null;
  const day = days === 0 ? bangkokDate(deemed) : addWorkingDays(calendar, bangkokDate(deemed), days);
  return day === undefined ? null : endOfDay(day);
}

/** The day that a deadline is said to be: an end at 24:00 belongs to the day that ends. */
export function dueDay(due: Date): LocalDate {
  return bangkokDate(new Date(due.getTime() - 1));
}

/** Whether a deadline has an hour of its own, besides the end of a day. */
export function hasHour(due: Date): boolean {
  return endOfDay(dueDay(due)).getTime() !== due.getTime();
}

/** `ahead`: to those who do it, before · `late`: to them and the clerks · `escalate`: to whoever heads the unit. */
export type FollowKind = 'ahead' | 'late' | 'escalate';
export const followKinds: readonly FollowKind[] = ['ahead', 'late', 'escalate'];

/** When a matter is followed up: on working days as the office opens; one with an hour two hours before and at its hour. */
export function followMoments(calendar: OfficeCalendar, due: Date): { what: FollowKind; at: Date }[] {
  const day = dueDay(due);
  const opening = (on: LocalDate | undefined) => (on === undefined ? undefined : bangkokInstant(on, calendar.hours.opens));
  const before = hasHour(due) ? new Date(due.getTime() - 2 * 3_600_000) : opening(addWorkingDays(calendar, day, -1));
  const late = hasHour(due) ? due : opening(nextWorkingDay(calendar, day));
  const escalate = opening(addWorkingDays(calendar, day, hasHour(due) ? 1 : 2));
  return ([['ahead', before], ['late', late], ['escalate', escalate]] as const).flatMap(([what, at]) => (at === undefined ? [] : [{ what, at }]));
}
