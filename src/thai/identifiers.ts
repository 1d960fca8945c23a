/**
 * Thirteen-digit identifiers: the national ID of a person and the tax ID, which is
 * the national ID for a person and a number of the same build for a juristic
 * person (first digit 0). Digit 13 is a check digit: (11 − Σ dᵢ·(14−i) mod 11) mod 10.
 *
 * A right check digit says that a number was probably typed well (the third digit
 * weighs 11 and is not checked at all), not that it was ever issued.
 */
import { toArabicDigits } from './digits.ts';
import type { Parsed } from './parsed.ts';

/**
 * `empty` · `not-digits` something other than digits, spaces and hyphens ·
 * `wrong-length` not 13 digits (`length` says how many) · `wrong-first-digit` no such
 * class of number (`digit`) · `wrong-checksum` a digit is mistyped.
 */
export type IdentifierFailure =
  | { readonly code: 'empty' | 'not-digits' | 'wrong-checksum' }
  | { readonly code: 'wrong-length'; readonly length: number }
  | { readonly code: 'wrong-first-digit'; readonly digit: number };

const LONGEST = 60;

/** The check digit (0–9) for the first twelve digits; undefined when there are not exactly twelve. */
export function checkDigit(firstTwelve: string): number | undefined {
  if (!/^[0-9]{12}$/.test(firstTwelve)) return undefined;
  const sum = Array.from(firstTwelve).reduce((total, digit, index) => total + Number(digit) * (13 - index), 0);
  return (11 - (sum % 11)) % 10;
}

/**
 * A person's national ID as typed, in Thai or Arabic digits, with or without
 * hyphens and spaces; the value is 13 ASCII digits. First digit 1–8 (0 and 9 are
 * not issued to persons).
 */
export function parseNationalId(text: string): Parsed<string, IdentifierFailure> {
  return parseThirteen(text, /[1-8]/);
}

/** A tax ID as typed: a national ID, or a juristic person's number (first digit 0). */
export function parseTaxId(text: string): Parsed<string, IdentifierFailure> {
  return parseThirteen(text, /[0-8]/);
}

function parseThirteen(text: string, firstDigit: RegExp): Parsed<string, IdentifierFailure> {
  const typed = toArabicDigits(text).trim();
  if (typed === '') return { ok: false, code: 'empty' };
  if (typed.length > LONGEST || !/^[0-9 \-–]+$/.test(typed)) return { ok: false, code: 'not-digits' };
  const digits = typed.replace(/[^0-9]/g, '');
  if (digits.length !== 13) return { ok: false, code: 'wrong-length', length: digits.length };
  if (!firstDigit.test(digits.charAt(0))) return { ok: false, code: 'wrong-first-digit', digit: Number(digits.charAt(0)) };
  if (checkDigit(digits.slice(0, 12)) !== Number(digits.charAt(12))) return { ok: false, code: 'wrong-checksum' };
  return { ok: true, value: digits };
}

/** `1234567890123` → `1-2345-67890-12-3`, the card's grouping; anything but 13 characters is returned as it came. */
export function formatThirteenDigitId(id: string): string {
  if (id.length !== 13) return id;
  return [id.slice(0, 1), id.slice(1, 5), id.slice(5, 10), id.slice(10, 12), id.slice(12)].join('-');
}

/**
 * For screens that need only to tell people apart: `x-xxxx-xxxxx-12-3`. Anything
 * that is not 13 characters is hidden whole, since its shape is not known.
 */
export function maskThirteenDigitId(id: string): string {
  return id.length === 13 ? formatThirteenDigitId(`${'x'.repeat(10)}${id.slice(10)}`) : 'x'.repeat(Math.min(id.length, 13));
}
