import { describe, expect, test } from 'vitest';
import {
  formatDate,
  formatDateRange,
  formatEnglishDate,
  formatGivenLine,
  formatTime,
  formatTimeRange,
} from './date-format.ts';
import type { DateStyle } from './date-format.ts';
import { localDate, localTime } from './dates.ts';
import { mixesDigits } from './digits.ts';

const memo = localDate('2020-11-03');
const meeting = localDate('2020-10-22');

describe('Thai dates', () => {
  const expected: Record<DateStyle, readonly [string, string]> = {
    long: ['3 พฤศจิกายน 2563', '๓ พฤศจิกายน ๒๕๖๓'],
    weekday: ['วันอังคารที่ 3 พฤศจิกายน 2563', 'วันอังคารที่ ๓ พฤศจิกายน ๒๕๖๓'],
    formal: ['3 พฤศจิกายน พ.ศ. 2563', '๓ พฤศจิกายน พ.ศ. ๒๕๖๓'],
    short: ['3 พ.ย. 2563', '๓ พ.ย. ๒๕๖๓'],
    'short-weekday': ['อ. 3 พ.ย. 2563', 'อ. ๓ พ.ย. ๒๕๖๓'],
    compact: ['3 พ.ย. 63', '๓ พ.ย. ๖๓'],
    numeric: ['3/11/2563', '๓/๑๑/๒๕๖๓'],
  };

  test.each(Object.entries(expected))('%s', (style, [arabic, thai]) => {
    expect(formatDate(memo, { style: style as DateStyle })).toBe(arabic);
    expect(formatDate(memo, { style: style as DateStyle, digits: 'thai' })).toBe(thai);
    expect(mixesDigits(thai)).toBe(false);
  });

  test('the weekday of the invitation, and the default', () => {
    expect(formatDate(meeting, { style: 'weekday', digits: 'thai' })).toBe('วันพฤหัสบดีที่ ๒๒ ตุลาคม ๒๕๖๓');
    expect(formatDate(meeting)).toBe('22 ตุลาคม 2563');
  });

  test('the closing line of an order or announcement', () => {
    expect(formatGivenLine(memo)).toBe('สั่ง ณ วันที่ ๓ พฤศจิกายน พ.ศ. ๒๕๖๓');
    expect(formatGivenLine(memo, 'ประกาศ', 'arabic')).toBe('ประกาศ ณ วันที่ 3 พฤศจิกายน พ.ศ. 2563');
  });

  test('a range repeats only what differs', () => {
    expect(formatDateRange(localDate('2020-11-01'), memo)).toBe('1 - 3 พฤศจิกายน 2563');
    expect(formatDateRange(meeting, memo, { style: 'short', digits: 'thai' })).toBe('๒๒ ต.ค. - ๓ พ.ย. ๒๕๖๓');
    expect(formatDateRange(memo, localDate('2021-01-02'))).toBe('3 พฤศจิกายน 2563 - 2 มกราคม 2564');
    expect(formatDateRange(memo, memo)).toBe('3 พฤศจิกายน 2563');
  });
});

test('English dates are in the Christian era', () => {
  expect(formatEnglishDate(memo)).toBe('3 November 2020');
  expect(formatEnglishDate(memo, 'weekday')).toBe('Tuesday 3 November 2020');
  expect(formatEnglishDate(memo, 'short')).toBe('3 Nov 2020');
});

test('times', () => {
  expect(formatTime(localTime('09:00'))).toBe('09.00 น.');
  expect(formatTime(localTime('09:00'), 'thai')).toBe('๐๙.๐๐ น.');
  expect(formatTimeRange(localTime('10:00'), localTime('14:00'), 'thai')).toBe('๑๐.๐๐ - ๑๔.๐๐ น.');
});
