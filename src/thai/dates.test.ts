import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  bangkokDate,
  bangkokInstant,
  bangkokTime,
  dateOfDayNumber,
  dateParts,
  dayNumber,
  daysBetween,
  endOfDay,
  isLocalDate,
  isLocalTime,
  localDate,
  localDateOf,
  localTime,
  weekday,
} from './dates.ts';

const anyDay = fc.integer({ min: -100_000, max: 100_000 }).map(dateOfDayNumber);

describe('a calendar day', () => {
  test('is refused when it does not exist', () => {
    expect(localDateOf(2021, 2, 29)).toBeUndefined();
    expect(localDateOf(2020, 4, 31)).toBeUndefined();
    expect(localDateOf(2020, 13, 1)).toBeUndefined();
    expect(localDateOf(2020, 1, 0)).toBeUndefined();
    expect(localDateOf(2020.5, 1, 1)).toBeUndefined();
    expect(localDateOf(Number.NaN, 1, 1)).toBeUndefined();
    expect(localDateOf(99, 1, 1)).toBeUndefined();
    expect(localDateOf(2020, 2, 29)).toBe('2020-02-29');
  });

  test('is known from a string and nothing else', () => {
    expect(isLocalDate('2020-11-03')).toBe(true);
    for (const bad of ['2020-11-31', '2020-1-3', '๒๐๒๐-๑๑-๐๓', ' 2020-11-03', '2020-11-03T00:00', '', 20201103, null]) {
      expect(isLocalDate(bad), String(bad)).toBe(false);
    }
    expect(() => localDate('2021-02-29')).toThrow(RangeError);
    expect(() => localTime('24:00')).toThrow(RangeError);
    expect(isLocalTime('23:59')).toBe(true);
    expect(isLocalTime('9:00')).toBe(false);
  });

  test('has parts in both eras', () => {
    expect(dateParts(localDate('2020-10-22'))).toEqual({ year: 2020, buddhistYear: 2563, month: 10, day: 22, weekday: 4 });
    expect(weekday(localDate('2020-10-26'))).toBe(1);
  });

  test('adds months to the last day that exists', () => {
    expect(addMonths(localDate('2021-01-31'), 1)).toBe('2021-02-28');
    expect(addMonths(localDate('2020-01-31'), 1)).toBe('2020-02-29');
    expect(addMonths(localDate('2020-12-15'), 1)).toBe('2021-01-15');
    expect(addMonths(localDate('2020-01-15'), -1)).toBe('2019-12-15');
    expect(addMonths(localDate('2020-02-29'), 120)).toBe('2030-02-28');
    expect(() => addMonths(localDate('9999-12-01'), 1)).toThrow(RangeError);
  });

  test('goes there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -50_000, max: 50_000 }), (date, n) => {
        const moved = addDays(date, n);
        return (
          dateOfDayNumber(dayNumber(date)) === date &&
          daysBetween(date, moved) === n &&
          addDays(moved, -n) === date &&
          (n > 0) === moved > date &&
          (weekday(date) + (((n % 7) + 7) % 7)) % 7 === weekday(moved)
        );
      }),
    );
    expect(() => addDays(localDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(localDate('2020-01-01'), 0.5)).toThrow(RangeError);
  });
});

describe('instants in Bangkok', () => {
  test('midnight in Bangkok is 17:00 UTC of the day before, in any process time zone', () => {
    expect(bangkokDate(new Date('2020-11-02T16:59:59.999Z'))).toBe('2020-11-02');
    expect(bangkokDate(new Date('2020-11-02T17:00:00Z'))).toBe('2020-11-03');
    expect(bangkokTime(new Date('2020-11-03T02:00:59Z'))).toBe('09:00');
    expect(bangkokInstant(localDate('2020-11-03'), localTime('09:00')).toISOString()).toBe('2020-11-03T02:00:00.000Z');
    expect(endOfDay(localDate('2020-11-09')).toISOString()).toBe('2020-11-09T17:00:00.000Z');
    expect(() => bangkokDate(new Date(Number.NaN))).toThrow(RangeError);
  });

  test('agree with the time-zone database', () => {
    const reference = new Intl.DateTimeFormat('en-CA', {
      timeZone: 'Asia/Bangkok', calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit',
    });
    const from = Date.UTC(1941, 0, 1);
    fc.assert(
      fc.property(fc.integer({ min: from, max: Date.UTC(2100, 0, 1) }), (ms) => {
        const instant = new Date(ms);
        const date = bangkokDate(instant);
        const back = bangkokInstant(date, bangkokTime(instant)).getTime();
        return reference.format(instant) === date && back <= ms && ms - back < 60_000 && endOfDay(date).getTime() > ms;
      }),
    );
  });
});
