/** Numbers as official documents write them: counts, percentages, ordinals, `n/พ.ศ.` */
import { inDigits, toArabicDigits } from './digits.ts';
import type { DigitStyle } from './digits.ts';
import type { Parsed } from './parsed.ts';

/** A number of a series within a B.E. year: meeting 1/2563, order 1353/2563. */
export interface YearNumber {
  readonly number: number;
  /** B.E. */
  readonly year: number;
}

/** `empty` · `unreadable` · `impossible-number` 0 or too long · `impossible-year` not B.E. 2400–2800. */
export interface YearNumberFailure {
  readonly code: 'empty' | 'unreadable' | 'impossible-number' | 'impossible-year';
}

const FIRST_YEAR = 2400;
const LAST_YEAR = 2800;

/** `๑/๒๕๖๓`. Thai digits by default, as document numbers have on screen and sheet. */
export function formatYearNumber({ number, year }: YearNumber, digits: DigitStyle = 'thai'): string {
  return inDigits(`${number}/${year}`, digits);
}

/**
 * Reads `1/2563`, `๑ / ๒๕๖๓`, `1/63` (B.E. 25xx), with `ครั้งที่`, `ที่` or `เลขที่` in
 * front. The number has at most 6 digits.
 */
export function parseYearNumber(text: string): Parsed<YearNumber, YearNumberFailure> {
  const typed = toArabicDigits(text).trim();
  if (typed === '') return { ok: false, code: 'empty' };
  const found = /^(?:(?:ครั้ง|เลข)?ที่)?\s?([0-9]{1,9})\s?\/\s?([0-9]{4}|[0-9]{2})$/.exec(typed);
  if (found === null) return { ok: false, code: 'unreadable' };
  const number = Number(found[1]);
  const year = Number(found[2]) + (found[2]?.length === 2 ? 2500 : 0);
  if (number < 1 || number > 999_999) return { ok: false, code: 'impossible-number' };
  if (year < FIRST_YEAR || year > LAST_YEAR) return { ok: false, code: 'impossible-year' };
  return { ok: true, value: { number, year } };
}

/** `ครั้งที่ ๑/๒๕๖๓`. */
export function formatMeetingNumber(meeting: YearNumber, digits: DigitStyle = 'thai'): string {
  return `ครั้งที่ ${formatYearNumber(meeting, digits)}`;
}

/**
 * A number with thousands commas and at most `decimals` places (default 2), no
 * trailing zeros: 1234.5 → `1,234.5`. Empty text for NaN and infinities, so that a
 * missing value never prints as a word.
 */
export function formatNumber(value: number | bigint, digits: DigitStyle = 'arabic', decimals = 2): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return '';
  const written = new Intl.NumberFormat('en-US', { maximumFractionDigits: decimals }).format(value);
  return inDigits(written === '-0' ? '0' : written, digits);
}

/** `ร้อยละ 82.5`, the official way; `value` is the percentage itself (82.5, not 0.825). */
export function formatPercent(value: number, digits: DigitStyle = 'arabic', decimals = 2): string {
  const written = formatNumber(value, digits, decimals);
  return written === '' ? '' : `ร้อยละ ${written}`;
}

/** Satang as baht with two places: 125050 → `1,250.50`. */
export function formatBaht(satang: bigint, digits: DigitStyle = 'arabic'): string {
  const sign = satang < 0n ? '-' : '';
  const amount = satang < 0n ? -satang : satang;
  const rest = (amount % 100n).toString().padStart(2, '0');
  return inDigits(`${sign}${new Intl.NumberFormat('en-US').format(amount / 100n)}.${rest}`, digits);
}
