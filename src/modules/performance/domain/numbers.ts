/**
 * Exact numbers of the score sheet. What people type is a whole number of millionths (`Scaled`); only a division leaves
 * that scale, and its answer stays a fraction until it is rounded once, at the end. No floating point takes part.
 */
import { inDigits, toArabicDigits, type DigitStyle, type Parsed } from '../../../thai/index.ts';

/** A number in millionths: 77.5 is 77_500_000n. */
export type Scaled = bigint;

/** Places behind the point that a typed number may have. */
export const typedPlaces = 6;
/** The number 1. */
export const one: Scaled = 1_000_000n;
export const hundred: Scaled = 100n * one;

/** n / d of the same unit as `Scaled`, that is millionths; d > 0. Not always in lowest terms. */
export interface Fraction {
  readonly n: bigint;
  readonly d: bigint;
}

/**
 * `empty` · `not-a-number` · `bad-groups` commas that do not part thousands (`1,5`) · `too-precise` more than six places
 * · `too-large` more than 15 digits before the point.
 */
export interface TypedFailure {
  readonly code: 'empty' | 'not-a-number' | 'bad-groups' | 'too-precise' | 'too-large';
}

export interface Typed {
  readonly value: Scaled;
  /** It was written as a percentage (`15%`, `ร้อยละ 15`): 15, not 0.15. */
  readonly percent: boolean;
}

const minus = /^[-\u2212\u2013]\s?/u;

/** Reads `๗๗.๕`, `1,234.5`, `ร้อยละ ๑๕`, `15 %`, `-3`. The value of a percentage is the number before the sign. */
export function parseTyped(text: string): Parsed<Typed, TypedFailure> {
  let rest = toArabicDigits(text).replaceAll(/[\u200b\u00a0]/g, ' ').trim();
  if (rest === '') return { ok: false, code: 'empty' };
  const named = /^ร้อยละ\s*/u.exec(rest);
  if (named) rest = rest.slice(named[0].length);
  const signed = /\s*[%\uff05]$/u.exec(rest);
  if (signed) rest = rest.slice(0, -signed[0].length);
  const negative = minus.test(rest);
  rest = rest.replace(negative ? minus : /^\+\s?/, '');
  if (!/^(?:\d[\d,]*(?:\.\d*)?|\.\d+)$/.test(rest)) return { ok: false, code: 'not-a-number' };
  const [whole = '', behind = ''] = rest.split('.');
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return { ok: false, code: 'bad-groups' };
  const digits = whole.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const places = behind.replace(/0+$/, '');
  if (places.length > typedPlaces) return { ok: false, code: 'too-precise' };
  if (digits.length > 15) return { ok: false, code: 'too-large' };
  const value = BigInt(digits + places.padEnd(typedPlaces, '0'));
  return { ok: true, value: { value: negative ? -value : value, percent: named !== null || signed !== null } };
}

/** A number out of data, in plain digits as the database and JSON hand it over. Throws on anything else. */
export function scaled(text: string): Scaled {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  const behind = found?.[3] ?? '';
  const places = behind.length > typedPlaces ? behind.replace(/0+$/, '') : behind;
  if (!found || places.length > typedPlaces) throw new Error(`Not an exact number of ${typedPlaces} places: ${text}`);
  const value = BigInt(found[2] + places.padEnd(typedPlaces, '0'));
  return found[1] ? -value : value;
}

export interface TextOptions {
  /** At least so many places are shown; more only when the number has them. */
  readonly places?: number;
  readonly digits?: DigitStyle;
  /** Commas between thousands. */
  readonly grouped?: boolean;
}

/** The number as text, complete: `scaledText(scaled('77.5'))` → `77.5`, with three places `77.500`. */
export function scaledText(value: Scaled, { places = 0, digits = 'arabic', grouped = false }: TextOptions = {}): string {
  const size = (value < 0n ? -value : value).toString().padStart(typedPlaces + 1, '0');
  const whole = size.slice(0, -typedPlaces);
  let end = size.length;
  const least = size.length - typedPlaces + places;
  while (end > least && size[end - 1] === '0') end--;
  const behind = size.slice(-typedPlaces, end === size.length ? undefined : end);
  const shown = grouped ? whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return inDigits(`${value < 0n ? '-' : ''}${shown}${behind === '' ? '' : `.${behind}`}`, digits);
}

/** Two whole numbers that both fit a double are divided as doubles, which is exact for remainders and ten times as fast. */
const safe = 9_007_199_254_740_991n;

function greatestCommon(left: bigint, right: bigint): bigint {
  let [a, b] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (b !== 0n) {
    if (a <= safe && b <= safe) {
      let [x, y] = [Number(a), Number(b)];
      while (y !== 0) [x, y] = [y, x % y];
      return BigInt(x);
    }
    [a, b] = [b, a % b];
  }
  return a;
}

export const whole = (value: Scaled): Fraction => ({ n: value, d: 1n });

/** n / d in lowest terms with the sign above. Throws when d is 0: every caller asks before. */
export function fraction(n: bigint, d: bigint): Fraction {
  if (d === 0n) throw new Error('Division by zero');
  const common = greatestCommon(n, d) || 1n;
  return d < 0n ? { n: -n / common, d: -d / common } : { n: n / common, d: d / common };
}

export const zero: Fraction = whole(0n);

/** A divisor longer than this is worth the search for lowest terms, which is the dear part of all. */
const long = 1n << 1024n;

/** n / d as it comes, in lowest terms only once the numbers grow long. */
const made = (n: bigint, d: bigint): Fraction => (d > long || d <= 0n ? fraction(n, d) : { n, d });

export function add(a: Fraction, b: Fraction): Fraction {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d };
  if (a.n === 0n) return b;
  if (b.n === 0n) return a;
  return made(a.n * b.d + b.n * a.d, a.d * b.d);
}

export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d });

/** a × b, where both are in millionths and so is the answer. */
export const times = (a: Fraction, b: Fraction): Fraction => made(a.n * b.n, a.d * b.d * one);

/** a ÷ b in millionths. Throws when b is 0. */
export const divide = (a: Fraction, b: Fraction): Fraction => made(a.n * b.d * one, a.d * b.n);

/** Below 0, 0 or above 0, as a stands to b. */
export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.d === b.d ? a.n - b.n : a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const sum = (parts: Iterable<Fraction>): Fraction => {
  // One addend for each divisor: the lines of a sheet share a few.
  const byDivisor = new Map<bigint, bigint>();
  for (const { n, d } of parts) byDivisor.set(d, (byDivisor.get(d) ?? 0n) + n);
  let total = zero;
  for (const [d, n] of byDivisor) total = add(total, { n, d });
  return total;
};

/** How a number is rounded when it is shown and kept: part of a framework's data. */
export interface Rounding {
  /** 0 to 6 places behind the point. */
  readonly places: number;
  /** `half-away`: 0.5 and more away from zero, as schools teach. `half-even`: bankers'. `down` cuts towards zero, `up` goes away from it. */
  readonly mode: 'half-away' | 'half-even' | 'down' | 'up';
}

/** Three places, half away from zero: what the published results show. */
export const usualRounding: Rounding = { places: 3, mode: 'half-away' };

/** The smallest step of so many places, in millionths. */
const steps = Array.from({ length: typedPlaces + 1 }, (_, places) => 10n ** BigInt(typedPlaces - places));

/** The nearest number of so many places. */
export function round({ n, d }: Fraction, { places, mode }: Rounding): Scaled {
  const step = steps[places] as bigint;
  const size = n < 0n ? -n : n;
  const unit = d * step;
  const low = size / unit;
  const left = size - low * unit;
  const twice = 2n * left;
  const higher = mode === 'down' ? false : mode === 'up' ? left > 0n : twice > unit || (twice === unit && (mode === 'half-away' || low % 2n === 1n));
  const rounded = (higher ? low + 1n : low) * step;
  return n < 0n ? -rounded : rounded;
}

/** Rounded up or down in the sense of the number line, for a value that must reach a rung. */
export function roundTowards({ n, d }: Fraction, places: number, side: 'higher' | 'lower'): Scaled {
  return round({ n, d }, { places, mode: n < 0n === (side === 'higher') ? 'down' : 'up' });
}

/** Rounded and with all its places: `85.000`. */
export const roundedText = (value: Fraction, rounding: Rounding, digits: DigitStyle = 'arabic'): string => scaledText(round(value, rounding), { places: rounding.places, digits });
