import { addWorkingDays, bangkokInstant, nextWorkingDay, type LocalDate, type OfficeCalendar } from '../../../thai/index.ts';

/** `ahead`: before the due day, to those who do it · `day`: on it · `late`: after it, to whoever leads the unit that follows up. */
export type ReminderKind = 'ahead' | 'day' | 'late';
export const reminderKinds: readonly ReminderKind[] = ['ahead', 'day', 'late'];

/** Working days before the due day on which the first reminder goes out. */
export const daysAhead = 2;

/** When the office opens on each day that a reminder belongs to, as the office calendar counts days. */
export function reminderMoments(calendar: OfficeCalendar, due: LocalDate): { what: ReminderKind; at: Date }[] {
  const days: [ReminderKind, LocalDate | undefined][] = [
    ['ahead', addWorkingDays(calendar, due, -daysAhead)],
    ['day', due],
    ['late', nextWorkingDay(calendar, due)],
  ];
  return days.flatMap(([what, day]) => (day === undefined ? [] : [{ what, at: bangkokInstant(day, calendar.hours.opens) }]));
}

/** Whether a reminder still says something true: a clock that was moved, or a worker that stood still, may bring it too late. */
export function stillTrue(what: ReminderKind, due: string, today: string): boolean {
  if (what === 'ahead') return today < due;
  return what === 'day' ? today === due : today > due;
}
