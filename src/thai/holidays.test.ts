import { describe, expect, test } from 'vitest';
import { calendarYear } from './years.ts';
import { daysBetween, localDate, weekday } from './dates.ts';
import { holidayMap, seedHolidays } from './holidays.ts';

const holidays = holidayMap();
const isWeekend = (date: ReturnType<typeof localDate>): boolean => weekday(date) === 0 || weekday(date) === 6;

describe('seed holidays', () => {
  test('the autumn of 2563, as the Cabinet moved it', () => {
    const late = seedHolidays.filter(({ date }) => date >= '2020-10-01' && date <= '2020-12-31').map(({ date }) => date);
    expect(late).toEqual([
      '2020-10-13', '2020-10-23', '2020-11-19', '2020-11-20', '2020-12-05', '2020-12-10', '2020-12-11', '2020-12-31',
    ]);
    expect(holidays.get(localDate('2020-10-23'))).toBe('วันปิยมหาราช');
    expect(holidays.has(localDate('2020-12-07'))).toBe(false);
  });

  test('Songkran 2563 was called off and made up three times', () => {
    expect(holidays.has(localDate('2020-04-13'))).toBe(false);
    expect(seedHolidays.filter(({ date, name }) => date.startsWith('2020') && name.includes('สงกรานต์'))).toHaveLength(3);
    expect(holidays.has(localDate('2021-04-13'))).toBe(true);
  });

  test('days that were moved or cancelled were worked', () => {
    for (const worked of ['2021-07-27', '2021-10-25', '2024-01-02', '2020-05-01', '2019-05-04']) {
      expect(holidays.has(localDate(worked)), worked).toBe(false);
    }
  });

  test('covers nine years in order, each with a plausible number of weekdays off', () => {
    const days = seedHolidays.map(({ date }) => date);
    expect(days).toEqual([...days].sort());
    for (let year = 2562; year <= 2570; year += 1) {
      const off = new Set(days.filter((date) => calendarYear(date) === year && !isWeekend(date)));
      expect(off.size, String(year)).toBeGreaterThanOrEqual(16);
      expect(off.size, String(year)).toBeLessThanOrEqual(22);
    }
  });

  test('a make-up or special day is never on a weekend', () => {
    for (const { date, kind } of seedHolidays) {
      if (kind === 'substitute' || kind === 'special') expect(isWeekend(date), date).toBe(false);
    }
  });

  test('every holiday on a weekend is made up within a week, but for the known exceptions', () => {
    // Two Buddhist holidays in a row, or Songkran, on one weekend get one day between them.
    const oneDayForTwo = new Set(['2021-07-25', '2024-07-21', '2019-04-14', '2024-04-14']);
    const madeUp = seedHolidays.filter(({ kind }) => kind === 'substitute');
    for (const { date, kind, name } of seedHolidays) {
      if (!isWeekend(date) || kind === 'substitute' || oneDayForTwo.has(date)) continue;
      const found = madeUp.some((day) => day.name.includes(name) && Math.abs(daysBetween(date, day.date)) <= 7);
      expect(found, `${date} ${name}`).toBe(true);
    }
  });

  test('Buddhist lent begins the day after Asanha Bucha', () => {
    const of = (name: string) => seedHolidays.filter((day) => day.kind === 'lunar' && day.name === name).map(({ date }) => date);
    const asanha = of('วันอาสาฬหบูชา');
    expect(asanha).toHaveLength(9);
    expect(of('วันเข้าพรรษา').map((date, index) => daysBetween(asanha[index] ?? date, date))).toEqual(Array(9).fill(1));
    expect(of('วันมาฆบูชา')).toHaveLength(9);
    expect(of('วันวิสาขบูชา')).toHaveLength(9);
  });

  test('what nobody had announced is marked, and nothing before 2569 is', () => {
    const uncertain = seedHolidays.filter((day) => day.uncertain);
    expect(uncertain.every(({ date }) => calendarYear(date) >= 2569)).toBe(true);
    expect(uncertain.some(({ date }) => date === '2027-02-21')).toBe(true);
    expect(seedHolidays.find(({ date }) => date === '2026-01-02')?.uncertain).toBe(false);
  });

  test('two holidays on one day share one entry of the map', () => {
    expect(holidays.get(localDate('2023-06-03'))).toContain(' และ');
  });
});
