import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, bangkokDate, bangkokInstant, dateOfDayNumber, localDate, localTime } from './dates.ts';
import type { Weekday } from './dates.ts';
import { holidayMap } from './holidays.ts';
import {
  addWorkingDays,
  deadlineInstant,
  deemedReceived,
  fullWorkingDaysBetween,
  isOfficeOpen,
  isWorkingDay,
  MAX_SPAN_DAYS,
  nextWorkingDay,
  workingDayOnOrAfter,
  workingDaysBetween,
} from './office-calendar.ts';
import type { OfficeCalendar } from './office-calendar.ts';

const calendar: OfficeCalendar = {
  holidays: holidayMap(),
  weekend: new Set<Weekday>([0, 6]),
  extraWorkingDays: new Set([localDate('2020-12-12'), localDate('2020-12-10')]),
  hours: { opens: localTime('08:30'), closes: localTime('16:30') },
};
const neverOpen: OfficeCalendar = { ...calendar, weekend: new Set<Weekday>([0, 1, 2, 3, 4, 5, 6]), extraWorkingDays: new Set() };
const meeting = localDate('2020-10-22');
const due = localDate('2020-10-26');
const at = (day: string, time: string): Date => bangkokInstant(localDate(day), localTime(time));
const anyDay = fc.integer({ min: 17_900, max: 21_200 }).map(dateOfDayNumber);

describe('working days', () => {
  test('holidays and weekends are off; an extra working day wins over both', () => {
    expect(isWorkingDay(calendar, meeting)).toBe(true);
    expect(isWorkingDay(calendar, localDate('2020-10-23'))).toBe(false);
    expect(isWorkingDay(calendar, localDate('2020-10-24'))).toBe(false);
    expect(isWorkingDay(calendar, localDate('2020-12-12'))).toBe(true);
    expect(isWorkingDay(calendar, localDate('2020-12-10'))).toBe(true);
  });

  test('a task given on Thursday 22 October 2563 and due on Monday 26 has no whole working day', () => {
    expect(workingDaysBetween(calendar, meeting, due)).toBe(1);
    expect(fullWorkingDaysBetween(calendar, meeting, due)).toBe(0);
    expect(fullWorkingDaysBetween(calendar, meeting, localDate('2020-10-29'))).toBe(3);
    expect(fullWorkingDaysBetween(calendar, due, meeting)).toBe(0);
    expect(fullWorkingDaysBetween(calendar, due, due)).toBe(0);
  });

  test('next, on or after, n-th', () => {
    expect(nextWorkingDay(calendar, meeting)).toBe(due);
    expect(workingDayOnOrAfter(calendar, meeting)).toBe(meeting);
    expect(workingDayOnOrAfter(calendar, localDate('2020-10-23'))).toBe(due);
    expect(addWorkingDays(calendar, meeting, 0)).toBe(meeting);
    expect(addWorkingDays(calendar, localDate('2020-10-25'), 0)).toBe(due);
    expect(addWorkingDays(calendar, localDate('2020-10-25'), -1)).toBe(meeting);
    expect(addWorkingDays(calendar, localDate('2020-11-03'), 5)).toBe('2020-11-10');
  });

  test('bad numbers and hopeless calendars are undefined, not a hang', () => {
    expect(addWorkingDays(calendar, meeting, 1.5)).toBeUndefined();
    expect(addWorkingDays(calendar, meeting, Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(addWorkingDays(calendar, meeting, MAX_SPAN_DAYS)).toBeUndefined();
    expect(nextWorkingDay(neverOpen, meeting)).toBeUndefined();
    expect(deemedReceived(neverOpen, at('2020-10-22', '12:00'))).toBeUndefined();
    expect(workingDaysBetween(calendar, localDate('1500-01-01'), meeting)).toBeUndefined();
    expect(workingDaysBetween(neverOpen, meeting, due)).toBe(0);
  });

  test('adding and counting undo each other', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (date, n) => {
        fc.pre(n !== 0);
        const reached = addWorkingDays(calendar, date, n);
        return reached !== undefined && isWorkingDay(calendar, reached) && workingDaysBetween(calendar, date, reached) === n;
      }),
    );
  });

  test('counts add up over a day in between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (a, b, c) => {
        const [from, middle, to] = [a, b, c].sort() as [typeof a, typeof b, typeof c];
        const count = (x: typeof a, y: typeof a): number => workingDaysBetween(calendar, x, y) ?? Number.NaN;
        return count(from, middle) + count(middle, to) === count(from, to);
      }),
    );
  });
});

describe('deemed receipt (s. 10 of the Act of B.E. 2565)', () => {
  test.each([
    ['in office hours: at once', at('2020-10-22', '10:15'), at('2020-10-22', '10:15')],
    ['at opening', at('2020-10-22', '08:30'), at('2020-10-22', '08:30')],
    ['at closing, still open', at('2020-10-22', '16:30'), at('2020-10-22', '16:30')],
    ['before opening: same day', at('2020-10-22', '06:00'), at('2020-10-22', '08:30')],
    ['after closing: over holiday and weekend', at('2020-10-22', '16:31'), at('2020-10-26', '08:30')],
    ['early on a holiday', at('2020-10-23', '05:00'), at('2020-10-26', '08:30')],
    ['at midnight between two working days', at('2020-11-04', '00:00'), at('2020-11-04', '08:30')],
  ])('%s', (_, entered, received) => {
    expect(deemedReceived(calendar, entered)).toEqual(received);
  });

  test('a second after closing is outside', () => {
    const late = new Date(at('2020-11-03', '16:30').getTime() + 1000);
    expect(isOfficeOpen(calendar, late)).toBe(false);
    expect(deemedReceived(calendar, late)).toEqual(at('2020-11-04', '08:30'));
  });

  test('is never earlier, keeps order, falls in office hours, and asking again changes nothing', () => {
    const instant = fc.integer({ min: Date.UTC(2019, 0, 5), max: Date.UTC(2027, 11, 1) }).map((ms) => new Date(ms));
    fc.assert(
      fc.property(instant, instant, (a, b) => {
        const received = (entered: Date): Date => deemedReceived(calendar, entered) ?? new Date(Number.NaN);
        const first = received(a);
        return (
          first >= a &&
          isOfficeOpen(calendar, first) &&
          received(first).getTime() === first.getTime() &&
          (a <= b) === (first <= received(b) && a <= b)
        );
      }),
    );
  });
});

test('a deadline ends at 24:00 of its day, or at closing where the rule says so', () => {
  const date = localDate('2020-11-09');
  const midnight = deadlineInstant(calendar, date);
  expect(midnight.toISOString()).toBe('2020-11-09T17:00:00.000Z');
  expect(bangkokDate(midnight)).toBe(addDays(date, 1));
  expect(bangkokDate(new Date(midnight.getTime() - 1))).toBe(date);
  expect(deadlineInstant(calendar, date, 'office-closing')).toEqual(at('2020-11-09', '16:30'));
});
