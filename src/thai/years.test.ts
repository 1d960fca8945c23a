import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDayNumber, daysBetween, localDate } from './dates.ts';
import {
  calendarYear,
  calendarYearBounds,
  fiscalQuarter,
  fiscalQuarterBounds,
  fiscalYear,
  fiscalYearBounds,
  fiscalYearName,
} from './years.ts';

describe('years', () => {
  test('the fiscal year turns on 1 October, the calendar year on 1 January', () => {
    expect(fiscalYear(localDate('2020-09-30'))).toBe(2563);
    expect(fiscalYear(localDate('2020-10-01'))).toBe(2564);
    expect(calendarYear(localDate('2020-10-01'))).toBe(2563);
    expect(calendarYear(localDate('2020-12-31'))).toBe(2563);
    expect(calendarYear(localDate('2021-01-01'))).toBe(2564);
  });

  test('bounds and names', () => {
    expect(fiscalYearBounds(2564)).toEqual({ from: '2020-10-01', to: '2021-09-30' });
    expect(calendarYearBounds(2563)).toEqual({ from: '2020-01-01', to: '2020-12-31' });
    expect(fiscalQuarterBounds(2564, 1)).toEqual({ from: '2020-10-01', to: '2020-12-31' });
    expect(fiscalQuarterBounds(2567, 2)).toEqual({ from: '2024-01-01', to: '2024-03-31' });
    expect(fiscalQuarterBounds(2564, 3)).toEqual({ from: '2021-04-01', to: '2021-06-30' });
    expect(fiscalQuarterBounds(2564, 4)).toEqual({ from: '2021-07-01', to: '2021-09-30' });
    expect(fiscalYearName(2564, 'thai')).toBe('ปีงบประมาณ พ.ศ. ๒๕๖๔');
    expect(() => fiscalYearBounds(Number.NaN)).toThrow(RangeError);
    expect(() => calendarYearBounds(2563.5)).toThrow(RangeError);
  });

  test('every day lies inside its own year and quarter, and the day after the last is in the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 60_000 }).map(dateOfDayNumber), (date) => {
        const fiscal = fiscalYearBounds(fiscalYear(date));
        const calendar = calendarYearBounds(calendarYear(date));
        const quarter = fiscalQuarterBounds(fiscalYear(date), fiscalQuarter(date));
        const length = daysBetween(fiscal.from, fiscal.to) + 1;
        return (
          [fiscal, calendar, quarter].every((span) => span.from <= date && date <= span.to) &&
          fiscalYear(addDays(fiscal.to, 1)) === fiscalYear(date) + 1 &&
          calendarYear(addDays(calendar.to, 1)) === calendarYear(date) + 1 &&
          fiscalQuarter(addDays(quarter.to, 1)) === (fiscalQuarter(date) % 4) + 1 &&
          (length === 365 || length === 366)
        );
      }),
    );
  });
});
