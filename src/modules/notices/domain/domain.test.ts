import { describe, expect, test } from 'vitest';
import { localDate, localTime, type OfficeCalendar } from '../../../thai/index.ts';
import { digestFallsOn, digestInstant, type DigestWish } from './digest-day.ts';
import { makeLineCode, readLineCode } from '../line-code.ts';
import { howOf } from './route.ts';
import { quietUntil } from './quiet-hours.ts';

const at = (text: string) => new Date(`${text}+07:00`);

describe('quiet hours', () => {
  const night = { quiet: true, quietFrom: '19:00', quietTo: '07:00' };
  test.each([
    ['2020-11-03T18:59:59', undefined],
    ['2020-11-03T19:00:00', '2020-11-04T07:00:00'],
    ['2020-11-03T23:59:59', '2020-11-04T07:00:00'],
    ['2020-11-04T00:00:00', '2020-11-04T07:00:00'],
    ['2020-11-04T06:59:59', '2020-11-04T07:00:00'],
    ['2020-11-04T07:00:00', undefined],
  ])('past midnight, at %s they end at %s', (now, end) => {
    expect(quietUntil(night, at(now))).toEqual(end === undefined ? undefined : at(end));
  });

  test('within a day, switched off, and of no length', () => {
    const noon = { quiet: true, quietFrom: '12:00', quietTo: '13:00' };
    expect(quietUntil(noon, at('2020-11-03T12:30:00'))).toEqual(at('2020-11-03T13:00:00'));
    expect(quietUntil(noon, at('2020-11-03T13:00:00'))).toBeUndefined();
    expect(quietUntil({ ...night, quiet: false }, at('2020-11-03T23:00:00'))).toBeUndefined();
    expect(quietUntil({ quiet: true, quietFrom: '08:00', quietTo: '08:00' }, at('2020-11-03T08:00:00'))).toBeUndefined();
  });
});

describe('the day of a digest', () => {
  const calendar: OfficeCalendar = {
    weekend: new Set([0, 6]), holidays: new Set(['2020-11-16', '2020-11-19', '2020-11-20'].map(localDate)), extraWorkingDays: new Set(),
    hours: { opens: localTime('08:30'), closes: localTime('16:30') },
  };
  const daily: DigestWish = { digest: 'daily', digestAt: '08:30', digestWeekday: 1, workingDays: true };
  const days = (wish: DigestWish) => Array.from({ length: 14 }, (_, n) => localDate(`2020-11-${String(9 + n).padStart(2, '0')}`)).filter((day) => digestFallsOn(wish, day, calendar)).map((day) => Number(day.slice(8)));

  test('daily: working days by the office calendar, or every day', () => {
    expect(days(daily)).toEqual([9, 10, 11, 12, 13, 17, 18]);
    expect(days({ ...daily, workingDays: false })).toHaveLength(14);
    expect(days({ ...daily, digest: 'none' })).toEqual([]);
  });

  test('weekly: its day, or the next working day of that week', () => {
    expect(days({ ...daily, digest: 'weekly' })).toEqual([9, 17]);
    expect(days({ ...daily, digest: 'weekly', workingDays: false })).toEqual([9, 16]);
    expect(days({ ...daily, digest: 'weekly', digestWeekday: 5 })).toEqual([13]);
  });

  test('is an instant in Bangkok', () => {
    expect(digestInstant(daily, localDate('2020-11-09'))).toEqual(at('2020-11-09T08:30:00'));
  });
});

describe('how news travel', () => {
  const kind = { key: 'meetings.certification', title: { th: '', en: '' }, about: { th: '', en: '' }, usual: { mail: 'now', line: 'off' } } as const;
  test('the person decides, then the office, then the module', () => {
    const office = [{ kind: 'meetings.certification', mail: 'digest', line: 'now' }] as const;
    expect(howOf(kind, 'mail', new Map(), [])).toBe('now');
    expect(howOf(kind, 'mail', new Map(), office)).toBe('digest');
    expect(howOf(kind, 'line', new Map(), office)).toBe('now');
    expect(howOf(kind, 'line', new Map([['line meetings.certification', 'off']]), office)).toBe('off');
  });
});

describe('a code for LINE', () => {
  test('is read as people type it, and only whole', () => {
    const code = makeLineCode();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(readLineCode(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}\n`)).toBe(code);
    expect(readLineCode(`รหัส ${code}`)).toBe(code);
    expect(readLineCode('สวัสดี')).toBeUndefined();
    expect(readLineCode(`${code}A`)).toBeUndefined();
    expect(new Set(Array.from({ length: 500 }, makeLineCode)).size).toBe(500);
  });
});
