// The last day for an answer: proposed and judged by the office calendar.
import { addWorkingDays, endOfDay, fullWorkingDaysBetween, isWorkingDay, localDate, workingDaysBetween } from '../../../thai/index.ts';
import type { OfficeCalendar } from '../../../thai/index.ts';

/** Fewer whole working days than this are called too short. */
const fewWorkingDays = 2;

/** So many working days after the day of sending. */
export function usualDeadline(calendar: OfficeCalendar, sentOn: string, workingDays: number): string {
  return addWorkingDays(calendar, localDate(sentOn), workingDays) ?? sentOn;
}

export type DeadlineWarning = 'past' | 'holiday' | 'near';

/** What speaks against a last day; `past` cannot be used, the others can after a second look. */
export function deadlineWarning(calendar: OfficeCalendar, sentOn: string, respondBy: string): DeadlineWarning | undefined {
  if (respondBy < sentOn) return 'past';
  if (!isWorkingDay(calendar, localDate(respondBy))) return 'holiday';
  return (fullWorkingDaysBetween(calendar, localDate(sentOn), localDate(respondBy)) ?? 0) < fewWorkingDays ? 'near' : undefined;
}

/** The first instant that is too late: 24:00 of the last day in Bangkok. */
export function deadlineAt(respondBy: string): Date {
  return endOfDay(localDate(respondBy));
}

/** Working days left, today not counted: 0 on the last day, negative when it is over. */
export function workingDaysLeft(calendar: OfficeCalendar, today: string, respondBy: string): number | undefined {
  return workingDaysBetween(calendar, localDate(today), localDate(respondBy));
}

/** When reminders go out: at 08:30 two working days before the last day and on the last day itself. */
export function reminderDays(calendar: OfficeCalendar, sentOn: string, respondBy: string): string[] {
  const before = addWorkingDays(calendar, localDate(respondBy), -2);
  return [...new Set([before, respondBy].filter((day): day is NonNullable<typeof day> => day !== undefined && day > sentOn))];
}
