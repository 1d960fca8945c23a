/**
 * Working-day arithmetic over an office calendar that is data: an editor of the
 * department changes holidays, weekends and hours; nothing here knows a holiday.
 *
 * Each function walks day by day, one lookup a day (about 2 million days a
 * second), and gives up after `MAX_SPAN_DAYS`. Where a calendar could leave no
 * working day at all (a mistake of an editor must not hang the server), the answer
 * is undefined.
 */
import { addDays, bangkokDate, bangkokInstant, bangkokTime, dateOfDayNumber, dayNumber, endOfDay, weekday } from './dates.ts';
import type { LocalDate, LocalTime, Weekday } from './dates.ts';

/** The longest walk, in calendar days: about 54 years. */
export const MAX_SPAN_DAYS = 20_000;

/** A set of days: a `Set`, or a `Map` from day to its name. */
export interface DaySet {
  has(date: LocalDate): boolean;
}

export interface OfficeCalendar {
  /** Public holidays with their substitutes and special holidays. */
  readonly holidays: DaySet;
  /** Days of the week that are off, 0 = Sunday. */
  readonly weekend: ReadonlySet<Weekday>;
  /** Days worked although they are holidays or weekends; they win. */
  readonly extraWorkingDays: DaySet;
  readonly hours: OfficeHours;
}

export interface OfficeHours {
  readonly opens: LocalTime;
  /** An arrival at exactly this time is still inside office hours; a moment later is not. */
  readonly closes: LocalTime;
}

/** True when the office works on this day. */
export function isWorkingDay(calendar: OfficeCalendar, date: LocalDate): boolean {
  if (calendar.extraWorkingDays.has(date)) return true;
  return !calendar.weekend.has(weekday(date)) && !calendar.holidays.has(date);
}

/** The first working day after this one; undefined when the calendar leaves none. */
export function nextWorkingDay(calendar: OfficeCalendar, date: LocalDate): LocalDate | undefined {
  return addWorkingDays(calendar, date, 1);
}

/**
 * This day if it is worked, else the next working day: where a period's last day
 * falls on a holiday, it ends on the next working day (Civil and Commercial Code,
 * s. 193/8).
 */
export function workingDayOnOrAfter(calendar: OfficeCalendar, date: LocalDate): LocalDate | undefined {
  return isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date);
}

/**
 * The n-th working day after a day, the day itself not counted (s. 193/3); before
 * it when `n` is negative; with 0, the day itself or the next working day.
 * Undefined when `n` is no integer or the walk passes `MAX_SPAN_DAYS`.
 */
export function addWorkingDays(calendar: OfficeCalendar, date: LocalDate, n: number): LocalDate | undefined {
  if (!Number.isInteger(n) || Math.abs(n) > MAX_SPAN_DAYS) return undefined;
  if (n === 0) return workingDayOnOrAfter(calendar, date);
  const step = Math.sign(n);
  let left = Math.abs(n);
  let day = dayNumber(date);
  for (let walked = 0; walked < MAX_SPAN_DAYS; walked += 1) {
    day += step;
    const reached = dateOfDayNumber(day);
    if (isWorkingDay(calendar, reached)) left -= 1;
    if (left === 0) return reached;
  }
  return undefined;
}

/**
 * Working days after `from` up to and including `to`: what is left until a
 * deadline. Negative when `to` is earlier (the working days from `to` up to but
 * not including `from`), so that `addWorkingDays` undoes it in both directions.
 * Undefined when the days lie more than `MAX_SPAN_DAYS` apart.
 */
export function workingDaysBetween(calendar: OfficeCalendar, from: LocalDate, to: LocalDate): number | undefined {
  const start = dayNumber(from);
  const end = dayNumber(to);
  if (Math.abs(end - start) > MAX_SPAN_DAYS) return undefined;
  const count = (first: number, last: number): number => {
    let days = 0;
    for (let day = first; day <= last; day += 1) {
      if (isWorkingDay(calendar, dateOfDayNumber(day))) days += 1;
    }
    return days;
  };
  return end >= start ? count(start + 1, end) : -count(end, start - 1);
}

/**
 * Whole working days that lie between two days, neither of them counted: the time
 * that is really there to do something decided on `from` and due on `to`.
 * 0 when `to` is not later than the day after `from`; undefined as above.
 */
export function fullWorkingDaysBetween(calendar: OfficeCalendar, from: LocalDate, to: LocalDate): number | undefined {
  return to <= from ? 0 : workingDaysBetween(calendar, from, addDays(to, -1));
}

/** True when the office is open at this instant. */
export function isOfficeOpen(calendar: OfficeCalendar, instant: Date): boolean {
  const date = bangkokDate(instant);
  const { opens, closes } = calendar.hours;
  return (
    isWorkingDay(calendar, date) &&
    instant >= bangkokInstant(date, opens) &&
    instant <= bangkokInstant(date, closes)
  );
}

/**
 * When something that entered the system at `instant` counts as received: at once
 * in office hours, otherwise at the opening of the next office time (Electronic
 * Performance of Public Administration Act B.E. 2565, s. 10). Undefined when the
 * calendar leaves no working day.
 */
export function deemedReceived(calendar: OfficeCalendar, instant: Date): Date | undefined {
  if (isOfficeOpen(calendar, instant)) return instant;
  const date = bangkokDate(instant);
  const { opens } = calendar.hours;
  const beforeOpening = bangkokTime(instant) < opens;
  const day = beforeOpening ? workingDayOnOrAfter(calendar, date) : nextWorkingDay(calendar, date);
  return day === undefined ? undefined : bangkokInstant(day, opens);
}

/**
 * The first instant that is too late for a deadline on `date`: 24:00 of that day in
 * Bangkok, or the minute after which the office is closed where the rule at hand
 * says "within office hours".
 */
export function deadlineInstant(
  calendar: OfficeCalendar,
  date: LocalDate,
  ends: 'midnight' | 'office-closing' = 'midnight',
): Date {
  return ends === 'midnight' ? endOfDay(date) : bangkokInstant(date, calendar.hours.closes);
}
