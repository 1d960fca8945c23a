import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTime, formatTimeRange } from './date-format.ts';
import { localTime } from './dates.ts';
import { parseTime, parseTimeRange } from './times.ts';

describe('times as people type them', () => {
  test.each([
    ['9.00', '09:00'],
    ['09:00 น.', '09:00'],
    ['๙.๓๐', '09:30'],
    ['0900', '09:00'],
    ['900', '09:00'],
    ['9 น.', '09:00'],
    ['เวลา 13.30 น', '13:30'],
    ['10.00 นาฬิกา', '10:00'],
    ['0.00', '00:00'],
  ])('%s', (typed, time) => {
    expect(parseTime(typed)).toEqual({ ok: true, value: time });
  });

  test.each([
    ['', 'empty'],
    ['9', 'unreadable'],
    ['09.0', 'unreadable'],
    ['เช้า', 'unreadable'],
    ['9.00'.padEnd(100), 'unreadable'],
    ['24.00', 'impossible-time'],
    ['25.00', 'impossible-time'],
    ['9.75', 'impossible-time'],
  ])('refuses %j as %s', (typed, code) => {
    expect(parseTime(typed)).toEqual({ ok: false, code });
  });

  test('ranges', () => {
    const expected = { ok: true, value: { from: '10:00', to: '14:00' } };
    expect(parseTimeRange('๑๐.๐๐ - ๑๔.๐๐ น.')).toEqual(expected);
    expect(parseTimeRange('10.00 น. ถึง 14.00 น.')).toEqual(expected);
    expect(parseTimeRange('10 – 14 น.')).toEqual(expected);
    expect(parseTimeRange('14.00 - 10.00')).toEqual({ ok: false, code: 'range-reversed' });
    expect(parseTimeRange('10.00 - 10.00')).toEqual({ ok: false, code: 'range-reversed' });
    expect(parseTimeRange('10.00 - 25.00')).toEqual({ ok: false, code: 'impossible-time' });
    for (const bad of ['10.00', '10.00 -', '- 14.00', '1-2-3', 'a - b', `${'-'.repeat(1000)}`]) {
      expect(parseTimeRange(bad), bad).toEqual({ ok: false, code: 'unreadable' });
    }
    expect(parseTimeRange('')).toEqual({ ok: false, code: 'empty' });
  });

  test('reads back what it writes', () => {
    const time = fc
      .integer({ min: 0, max: 1439 })
      .map((at) => localTime(`${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`));
    fc.assert(
      fc.property(time, time, fc.constantFrom('thai' as const, 'arabic' as const), (from, to, digits) => {
        const one = parseTime(formatTime(from, digits));
        const both = parseTimeRange(formatTimeRange(from, to, digits));
        return one.ok && one.value === from && (from < to ? both.ok && both.value.to === to : !both.ok);
      }),
    );
  });
});
