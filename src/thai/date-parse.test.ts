import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, formatEnglishDate } from './date-format.ts';
import type { DateStyle } from './date-format.ts';
import { parseThaiDate } from './date-parse.ts';
import { dateOfDayNumber, dayNumber, localDate } from './dates.ts';
import { anyText } from '../../tests/support/thai-text.ts';

describe('dates as people type them', () => {
  test.each([
    ['3 พ.ย. 2563', '2020-11-03'],
    ['๓/๑๑/๖๓', '2020-11-03'],
    ['3/11/2563', '2020-11-03'],
    ['3-11-63', '2020-11-03'],
    ['03.11.2563', '2020-11-03'],
    ['2020-11-03', '2020-11-03'],
    ['2563-11-03', '2020-11-03'],
    ['3/11/2020', '2020-11-03'],
    ['3 พฤศจิกายน พ.ศ. ๒๕๖๓', '2020-11-03'],
    ['  วันที่  3  พฤศจิกายน  2563 ', '2020-11-03'],
    ['ลงวันที่ 3 พฤศจิกายน 2563', '2020-11-03'],
    ['วันจันทร์ที่ 26 ต.ค. 63', '2020-10-26'],
    ['จ. 26 ต.ค. 63', '2020-10-26'],
    ['พฤ. 22 ต.ค. 2563', '2020-10-22'],
    ['พฤหัสฯ 22 ต.ค. 2563', '2020-10-22'],
    ['พ. 21 ต.ค. 2563', '2020-10-21'],
    ['26ตค63', '2020-10-26'],
    ['26 ต. ค. 63', '2020-10-26'],
    ['26 ต.ค 2563', '2020-10-26'],
    ['26 ตุลา 63', '2020-10-26'],
    ['1 มีค 64', '2021-03-01'],
    ['28 กรกฏาคม 2564', '2021-07-28'],
    ['29 กุมภาพันธ์ 2563', '2020-02-29'],
    ['3\u200b พ.ย.\u00a02563', '2020-11-03'],
    ['3 November 2020', '2020-11-03'],
    ['Tuesday 3 November 2020', '2020-11-03'],
    ['Tue, 3 Nov 2020', '2020-11-03'],
    ['Nov 3, 2020', '2020-11-03'],
    ['3rd of November 2020', '2020-11-03'],
    ['3 Sept 2563 B.E.', '2020-09-03'],
    ['3-Nov-2020', '2020-11-03'],
    ['3 พ.ย. ค.ศ. 2020', '2020-11-03'],
    ['3 พ.ย. 2020', '2020-11-03'],
    ['1 ม.ค. 2484', '1941-01-01'],
  ])('%s', (typed, iso) => {
    expect(parseThaiDate(typed)).toEqual({ ok: true, value: iso });
  });

  test.each([
    ['', 'empty'],
    ['  \u200b ', 'empty'],
    ['พรุ่งนี้', 'unreadable'],
    ['วันจันทร์', 'unreadable'],
    ['3 พย้ 63', 'unreadable'],
    ['3/11/563', 'unreadable'],
    ['3 พ.ย. 25633', 'unreadable'],
    ['3 foo 2020', 'unreadable'],
    ['foo 3 2020', 'unreadable'],
    [`3 พ.ย. 2563${' '.repeat(200)}`, 'unreadable'],
    ['3 พ.ย.', 'year-missing'],
    ['3/11', 'year-missing'],
    ['31 เม.ย. 2563', 'impossible-date'],
    ['29 ก.พ. 2564', 'impossible-date'],
    ['0/1/2564', 'impossible-date'],
    ['11/30/2563', 'impossible-date'],
    ['3 Nov 20', 'ambiguous-year'],
    ['3 พ.ย. ค.ศ. 20', 'ambiguous-year'],
    ['31 ธ.ค. 2483', 'year-before-2484'],
    ['1 ม.ค. 2400', 'year-before-2484'],
    ['1 ม.ค. 1940', 'year-before-2484'],
    ['3 พ.ย. พ.ศ. 2020', 'year-before-2484'],
    ['3 พ.ย. ค.ศ. 2563', 'year-too-late'],
    ['3 พ.ย. 9999', 'year-too-late'],
  ])('refuses %j as %s', (typed, code) => {
    expect(parseThaiDate(typed)).toEqual({ ok: false, code });
  });

  test('a weekday that contradicts the date says what the day really is', () => {
    expect(parseThaiDate('วันอังคารที่ 26 ต.ค. 63')).toEqual({
      ok: false, code: 'weekday-mismatch', date: '2020-10-26', actual: 1,
    });
    expect(parseThaiDate('Friday 3 November 2020')).toMatchObject({ code: 'weekday-mismatch', actual: 2 });
  });

  test('reads back every style that is written, in both kinds of digits', () => {
    const styles: DateStyle[] = ['long', 'weekday', 'formal', 'short', 'short-weekday', 'compact', 'numeric'];
    const day = fc
      .integer({ min: dayNumber(localDate('1957-01-01')), max: dayNumber(localDate('2056-12-31')) })
      .map(dateOfDayNumber);
    fc.assert(
      fc.property(day, fc.constantFrom(...styles), fc.constantFrom('thai' as const, 'arabic' as const), (date, style, digits) => {
        const read = parseThaiDate(formatDate(date, { style, digits }));
        return read.ok && read.value === date;
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(day, fc.constantFrom('long' as const, 'weekday' as const, 'short' as const), (date, style) => {
        const read = parseThaiDate(formatEnglishDate(date, style));
        return read.ok && read.value === date;
      }),
    );
  });

  test('never throws, whatever is typed', () => {
    const piece = fc.oneof(
      fc.constantFrom('3', '63', '2563', ' ', '/', '.', '-', 'พ.ย.', 'พ.ศ.', 'วัน', 'จันทร์', 'ที่', 'nov', 'mon', '๓'),
      anyText(2),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (parts) => typeof parseThaiDate(parts.join('')).ok === 'boolean'),
    );
  });
});
