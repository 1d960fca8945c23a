import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bahtText, MOST_SATANG, parseBahtText } from './baht-text.ts';
import { anyText } from '../../tests/support/thai-text.ts';

describe('bahtText', () => {
  test.each<[number | bigint, string]>([
    [0, 'ศูนย์บาทถ้วน'],
    [25, 'ยี่สิบห้าสตางค์'],
    [1, 'หนึ่งสตางค์'],
    [100, 'หนึ่งบาทถ้วน'],
    [101, 'หนึ่งบาทหนึ่งสตางค์'],
    [1100, 'สิบเอ็ดบาทถ้วน'],
    [12150, 'หนึ่งร้อยยี่สิบเอ็ดบาทห้าสิบสตางค์'],
    [10100, 'หนึ่งร้อยเอ็ดบาทถ้วน'],
    [2_000_000_00, 'สองล้านบาทถ้วน'],
    [1_000_001_00, 'หนึ่งล้านเอ็ดบาทถ้วน'],
    [11_000_000_00, 'สิบเอ็ดล้านบาทถ้วน'],
    [21_512_345_75, 'ยี่สิบเอ็ดล้านห้าแสนหนึ่งหมื่นสองพันสามร้อยสี่สิบห้าบาทเจ็ดสิบห้าสตางค์'],
    [10n ** 14n, 'หนึ่งล้านล้านบาทถ้วน'],
    [10n ** 14n + 100n, 'หนึ่งล้านล้านเอ็ดบาทถ้วน'],
  ])('%s satang', (satang, words) => {
    expect(bahtText(satang)).toBe(words);
    expect(parseBahtText(words)).toBe(BigInt(satang));
  });

  test('refuses what is no amount', () => {
    for (const bad of [-1, -1n, 0.5, Number.NaN, Infinity, Number.MAX_SAFE_INTEGER + 1, MOST_SATANG + 1n]) {
      expect(bahtText(bad), String(bad)).toBeUndefined();
    }
  });

  test('words read back to the amount, and no two amounts share words', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MOST_SATANG }), (satang) => parseBahtText(bahtText(satang) ?? '') === satang),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.nat({ max: 10_000_000 }), (satang) => parseBahtText(bahtText(satang) ?? '') === BigInt(satang)),
      { numRuns: 1000 },
    );
  });
});

describe('parseBahtText', () => {
  test('ignores spaces and brackets, refuses everything else', () => {
    expect(parseBahtText('( สองล้าน บาทถ้วน )')).toBe(200_000_000n);
    for (const bad of ['', 'บาท', 'บาทถ้วน', 'ถ้วน', 'หนึ่งสิบบาทถ้วน', 'สองสิบบาทถ้วน', 'ร้อยบาทถ้วน', 'ล้านบาทถ้วน', 'หนึ่งบาท', 'ห้าร้อยสตางค์', 'ล้าน'.repeat(500)]) {
      expect(parseBahtText(bad), bad).toBeUndefined();
    }
    fc.assert(fc.property(anyText(), (text) => parseBahtText(text) === undefined));
  });
});
