import { randomInt } from 'node:crypto';

/** Letters and digits that nobody takes for one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A one-time code of eight characters: 40 bits, for a quarter of an hour. */
export const makeLineCode = (): string => Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');

/** As shown: `ABCD-EFGH`. */
export const printLineCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** The code in a message, however it is written; undefined where there is none. */
export function readLineCode(text: string): string | undefined {
  const found = /(?:^|[^0-9A-Za-z])([0-9A-Za-z]{4})[-\s]?([0-9A-Za-z]{4})(?![0-9A-Za-z])/.exec(text);
  return found ? `${found[1]}${found[2]}`.toUpperCase() : undefined;
}
