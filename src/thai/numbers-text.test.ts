import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatBaht,
  formatMeetingNumber,
  formatNumber,
  formatPercent,
  formatYearNumber,
  parseYearNumber,
} from './numbers-text.ts';

describe('numbers of a year', () => {
  test('written', () => {
    expect(formatYearNumber({ number: 1353, year: 2563 })).toBe('๑๓๕๓/๒๕๖๓');
    expect(formatMeetingNumber({ number: 1, year: 2563 })).toBe('ครั้งที่ ๑/๒๕๖๓');
    expect(formatMeetingNumber({ number: 1, year: 2563 }, 'arabic')).toBe('ครั้งที่ 1/2563');
  });

  test.each(['1/2563', '๑/๒๕๖๓', ' 1 / 2563 ', '1/63', 'ครั้งที่ ๑/๒๕๖๓', 'ที่ 1/2563', 'เลขที่1/2563'])('reads %j', (typed) => {
    expect(parseYearNumber(typed)).toEqual({ ok: true, value: { number: 1, year: 2563 } });
  });

  test.each([
    ['', 'empty'],
    ['1', 'unreadable'],
    ['1/2/2563', 'unreadable'],
    ['-1/2563', 'unreadable'],
    ['1.5/2563', 'unreadable'],
    ['1/563', 'unreadable'],
    [`${'1'.repeat(500)}/2563`, 'unreadable'],
    ['0/2563', 'impossible-number'],
    ['1000000/2563', 'impossible-number'],
    ['1/2020', 'impossible-year'],
    ['1/9999', 'impossible-year'],
  ])('refuses %j as %s', (typed, code) => {
    expect(parseYearNumber(typed)).toEqual({ ok: false, code });
  });

  test('reads back what it writes', () => {
    const any = fc.record({ number: fc.integer({ min: 1, max: 999_999 }), year: fc.integer({ min: 2400, max: 2800 }) });
    fc.assert(
      fc.property(any, fc.constantFrom('thai' as const, 'arabic' as const), (value, digits) => {
        const read = parseYearNumber(formatMeetingNumber(value, digits));
        return read.ok && read.value.number === value.number && read.value.year === value.year;
      }),
    );
  });
});

describe('counts, percentages and money', () => {
  test('written', () => {
    expect(formatNumber(1234567.891)).toBe('1,234,567.89');
    expect(formatNumber(2_000_000, 'thai')).toBe('๒,๐๐๐,๐๐๐');
    expect(formatNumber(-0.001)).toBe('0');
    expect(formatNumber(Number.NaN)).toBe('');
    expect(formatNumber(282.31)).toBe('282.31');
    expect(formatPercent(82.5)).toBe('ร้อยละ 82.5');
    expect(formatPercent(20, 'thai')).toBe('ร้อยละ ๒๐');
    expect(formatPercent(Number.NaN)).toBe('');
    expect(formatBaht(125050n)).toBe('1,250.50');
    expect(formatBaht(-5n, 'thai')).toBe('-๐.๐๕');
    expect(formatBaht(0n)).toBe('0.00');
  });
});
