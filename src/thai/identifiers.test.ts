import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDigit, formatThirteenDigitId, maskThirteenDigitId, parseNationalId, parseTaxId } from './identifiers.ts';
import { anyText } from '../../tests/support/thai-text.ts';

// Made up: the twelve digits count up, the thirteenth is computed by hand as 1.
const SAMPLE = '1234567890121';

describe('thirteen-digit identifiers', () => {
  test('the check digit by hand: 1·13+2·12+…+2·2 = 352, 352 mod 11 = 0, (11−0) mod 10 = 1', () => {
    expect(checkDigit('123456789012')).toBe(1);
    expect(checkDigit('12345678901')).toBeUndefined();
    expect(checkDigit('12345678901x')).toBeUndefined();
  });

  test('reads what people type', () => {
    for (const typed of [SAMPLE, '1-2345-67890-12-1', '1 2345 67890 12 1', ' ๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑ ']) {
      expect(parseNationalId(typed), typed).toEqual({ ok: true, value: SAMPLE });
    }
  });

  test.each([
    ['', { code: 'empty' }],
    ['12345a7890121', { code: 'not-digits' }],
    ['1'.repeat(1000), { code: 'not-digits' }],
    ['123456789012', { code: 'wrong-length', length: 12 }],
    ['12345678901211', { code: 'wrong-length', length: 14 }],
    ['1234567890122', { code: 'wrong-checksum' }],
    ['9234567890121', { code: 'wrong-first-digit', digit: 9 }],
    ['0234567890121', { code: 'wrong-first-digit', digit: 0 }],
  ])('refuses %j', (typed, failure) => {
    expect(parseNationalId(typed)).toEqual({ ok: false, ...failure });
  });

  test('a juristic person begins with 0, in the tax ID only', () => {
    const juristic = `010755600024${checkDigit('010755600024')}`;
    expect(parseTaxId(juristic)).toEqual({ ok: true, value: juristic });
    expect(parseNationalId(juristic)).toMatchObject({ code: 'wrong-first-digit' });
    expect(parseTaxId(SAMPLE).ok).toBe(true);
  });

  test('one wrong digit is noticed, but for the holes of the rule itself', () => {
    const twelve = fc.tuple(fc.integer({ min: 1, max: 8 }), fc.stringMatching(/^[0-9]{11}$/)).map(([first, rest]) => `${first}${rest}`);
    fc.assert(
      fc.property(twelve, fc.integer({ min: 1, max: 11 }), fc.integer({ min: 1, max: 9 }), (digits, at, shift) => {
        const id = `${digits}${checkDigit(digits)}`;
        const wrong = `${id.slice(0, at)}${(Number(id[at]) + shift) % 10}${id.slice(at + 1)}`;
        // The rule's two holes: the third digit weighs 11, and remainders 0 and 10 share check digit 1.
        return parseNationalId(id).ok && (at === 2 || id.endsWith('1') || !parseNationalId(wrong).ok);
      }),
    );
    fc.assert(
      fc.property(twelve, fc.integer({ min: 1, max: 9 }), (digits, shift) => {
        const wrongEnd = ((checkDigit(digits) ?? 0) + shift) % 10;
        return !parseNationalId(`${digits}${wrongEnd}`).ok;
      }),
    );
  });

  test('formats and masks', () => {
    expect(formatThirteenDigitId('1234567890123')).toBe('1-2345-67890-12-3');
    expect(formatThirteenDigitId('123')).toBe('123');
    expect(maskThirteenDigitId('1234567890123')).toBe('x-xxxx-xxxxx-12-3');
    expect(maskThirteenDigitId('12345')).toBe('xxxxx');
    expect(maskThirteenDigitId('1'.repeat(50))).toBe('x'.repeat(13));
    expect(parseNationalId(formatThirteenDigitId(SAMPLE))).toEqual({ ok: true, value: SAMPLE });
  });

  test('never throws', () => {
    fc.assert(fc.property(anyText(), (text) => !parseNationalId(text).ok && typeof maskThirteenDigitId(text) === 'string'));
  });
});
