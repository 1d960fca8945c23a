/**
 * Thai and Arabic digits, both ways, in any text.
 *
 * The store keeps Arabic digits; the sheet of an official document carries Thai
 * ones. Only U+0E50–U+0E59 and ASCII 0–9 are touched, so every other character,
 * and the length of the text, stays as it was.
 */

/** Which digits a value is written in. Never mix the two within one value. */
export type DigitStyle = 'thai' | 'arabic';

const THAI_ZERO = 0x0e50;
const ARABIC_ZERO = 0x30;

/** `ครั้งที่ 1/2563` → `ครั้งที่ ๑/๒๕๖๓`. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - ARABIC_ZERO + THAI_ZERO));
}

/** `ครั้งที่ ๑/๒๕๖๓` → `ครั้งที่ 1/2563`. */
export function toArabicDigits(text: string): string {
  return text.replace(/[๐-๙]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - THAI_ZERO + ARABIC_ZERO));
}

/** The text with all its digits in the style asked for. */
export function inDigits(text: string, style: DigitStyle): string {
  return style === 'thai' ? toThaiDigits(text) : toArabicDigits(text);
}

/** True when one value carries both kinds (`๒๕63`), which no official style allows. */
export function mixesDigits(text: string): boolean {
  return /[0-9]/.test(text) && /[๐-๙]/.test(text);
}
