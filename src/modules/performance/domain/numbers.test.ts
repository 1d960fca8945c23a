import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, divide, fraction, one, parseTyped, round, roundedText, roundTowards, scaled, scaledText, subtract, times, usualRounding, whole, type Rounding } from './numbers.ts';

const typed = (text: string) => {
  const read = parseTyped(text);
  return read.ok ? `${scaledText(read.value.value)}${read.value.percent ? ' %' : ''}` : read.code;
};

describe('what people type', () => {
  test.each([
    ['77', '77'], ['๗๗.๕', '77.5'], ['1,234,567.25', '1234567.25'], ['๑,๒๓๔', '1234'], [' 15 % ', '15 %'], ['ร้อยละ ๑๕', '15 %'], ['ร้อยละ15%', '15 %'], ['0.15', '0.15'], ['.5', '0.5'], ['5.', '5'],
    ['-3', '-3'], ['−3.25', '-3.25'], ['+4', '4'], ['007', '7'], ['0.1234560000', '0.123456'], ['๒๕63', '2563'], ['0', '0'], ['-0', '0'],
  ])('%s is %s', (text, value) => expect(typed(text)).toBe(value));

  test.each([
    ['', 'empty'], ['  ', 'empty'], ['เจ็ดสิบ', 'not-a-number'], ['7 7', 'not-a-number'], ['1e3', 'not-a-number'], ['--3', 'not-a-number'], ['1.2.3', 'not-a-number'], ['%', 'not-a-number'], ['.', 'not-a-number'], ['NaN', 'not-a-number'],
    ['1,5', 'bad-groups'], ['1,23,456', 'bad-groups'], ['0.1234567', 'too-precise'], ['1234567890123456', 'too-large'],
  ])('%s is refused as %s', (text, code) => expect(typed(text)).toBe(code));

  test('whatever is shown is read again as the same number, in both digits, with and without commas', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), fc.boolean(), fc.boolean(), fc.integer({ min: 0, max: 6 }), (value, grouped, thai, places) => {
      const read = parseTyped(scaledText(value, { grouped, digits: thai ? 'thai' : 'arabic', places }));
      expect(read.ok && read.value.value).toBe(value);
      expect(scaled(scaledText(value))).toBe(value);
    }));
  });

  test('data in another form throws', () => {
    for (const text of ['1,000', '๑', '1e3', '', '0.1234567', 'NaN']) expect(() => scaled(text)).toThrow('Not an exact number');
  });
});

describe('rounding', () => {
  test('half goes away from zero, or as the data says', () => {
    const to = (text: string, places: number, mode: Rounding['mode']) => scaledText(round(whole(scaled(text)), { places, mode }), { places });
    expect(to('2.0005', 3, 'half-away')).toBe('2.001');
    expect(to('-2.0005', 3, 'half-away')).toBe('-2.001');
    expect(to('2.0005', 3, 'half-even')).toBe('2.000');
    expect(to('2.0015', 3, 'half-even')).toBe('2.002');
    expect(to('2.000499', 3, 'half-away')).toBe('2.000');
    expect(to('2.0009', 3, 'down')).toBe('2.000');
    expect(to('2.0001', 3, 'up')).toBe('2.001');
    expect(to('-2.0001', 3, 'up')).toBe('-2.001');
    expect(to('0.5', 0, 'half-away')).toBe('1');
    // As doubles 1.005 × 1000 is 1004.9999999999999.
    expect(to('1.005', 2, 'half-away')).toBe('1.01');
  });

  test('thirds are rounded from the whole fraction, not from a cut one', () => {
    expect(roundedText(fraction(200n * one, 3n), usualRounding)).toBe('66.667');
    expect(roundedText(add(fraction(one, 3n), fraction(2n * one, 3n)), usualRounding)).toBe('1.000');
  });

  test('is never further than half a step away, and keeps the order', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n), fc.integer({ min: 0, max: 6 }), (n, m, d, places) => {
      const rounding: Rounding = { places, mode: 'half-away' };
      const [a, b] = [fraction(n, d), fraction(m, d)];
      const off = subtract(whole(round(a, rounding)), a);
      const step = 10n ** BigInt(6 - places);
      expect(compare({ n: 2n * (off.n < 0n ? -off.n : off.n), d: off.d }, whole(step))).toBeLessThanOrEqual(0);
      if (compare(a, b) <= 0) expect(round(a, rounding) <= round(b, rounding)).toBe(true);
      expect(round({ n: -a.n, d: a.d }, rounding)).toBe(-round(a, rounding));
      expect(compare(whole(roundTowards(a, places, 'higher')), a)).toBeGreaterThanOrEqual(0);
      expect(compare(whole(roundTowards(a, places, 'lower')), a)).toBeLessThanOrEqual(0);
    }));
  });
});

test('sums, products and quotients are exact, also beyond what a double holds', () => {
  expect(scaledText(add(whole(scaled('0.1')), whole(scaled('0.2'))).n)).toBe('0.3');
  fc.assert(fc.property(fc.bigInt(-(10n ** 21n), 10n ** 21n), fc.bigInt(1n, 10n ** 21n), (a, b) => {
    expect(compare(times(divide(whole(a), whole(b)), whole(b)), whole(a))).toBe(0);
    expect(compare(subtract(add(fraction(a, b), fraction(b, 7n)), fraction(b, 7n)), fraction(a, b))).toBe(0);
  }));
  expect(() => fraction(1n, 0n)).toThrow('Division by zero');
});
