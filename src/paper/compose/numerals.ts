/** The one place where digits become Thai. */
import { toThaiDigits } from '../../thai/digits.ts';

/** Addresses and codes that begin with a Latin letter are names, not numbers: https://…/2563, COVID-19, A4, user2@… */
const AS_WRITTEN = /[A-Za-z][A-Za-z0-9+]*(?:[-_/.:@?&=#%~]+[A-Za-z0-9+]+)*/g;

/** Thai digits for every number, the same length as before. `ISO 9001` becomes `ISO ๙๐๐๑`; `COVID-19` stays. */
export function paperDigits(text: string): string {
  let out = '';
  let at = 0;
  for (const match of text.matchAll(AS_WRITTEN)) {
    out += toThaiDigits(text.slice(at, match.index)) + match[0];
    at = match.index + match[0].length;
  }
  return out + toThaiDigits(text.slice(at));
}
