import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inDigits, mixesDigits, toArabicDigits, toThaiDigits } from './digits.ts';
import { anyText } from '../../tests/support/thai-text.ts';

describe('digits', () => {
  test('changes digits and nothing else', () => {
    expect(toThaiDigits('ที่ นร 0223/ว 503')).toBe('ที่ นร ๐๒๒๓/ว ๕๐๓');
    expect(toArabicDigits('ห้อง ๒๑๑A ชั้น ๒')).toBe('ห้อง 211A ชั้น 2');
    expect(toArabicDigits('٣ ៣ ３')).toBe('٣ ៣ ３');
    expect(inDigits('1๒3', 'thai')).toBe('๑๒๓');
    expect(inDigits('1๒3', 'arabic')).toBe('123');
  });

  test('knows a value that mixes both', () => {
    expect(mixesDigits('๒๕63')).toBe(true);
    expect(mixesDigits('2563')).toBe(false);
    expect(mixesDigits('๒๕๖๓')).toBe(false);
    expect(mixesDigits('')).toBe(false);
  });

  test('round trip: there and back is the Arabic form, whatever the text', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const thai = toThaiDigits(text);
        return (
          toArabicDigits(thai) === toArabicDigits(text) &&
          toThaiDigits(thai) === thai &&
          !/[0-9]/.test(thai) &&
          thai.length === text.length
        );
      }),
    );
  });
});
