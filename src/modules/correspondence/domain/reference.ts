import { toThaiDigits } from '../../../thai/index.ts';
import type { Book } from './kinds.ts';

/** What stands before and after the running number of a reference. Kept in Arabic digits, printed in Thai ones. */
export interface ReferenceFrame {
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * The frame of a reference. Letters carry the code of their unit as of the letter's date (annex 1): `นร 0223/503`,
 * circulars with ว before the number (clause 32): `นร 0223/ว 503`. Orders, announcements and certificates carry the
 * year instead: `12/2563`. Secret letters count in a book of their own, with ล before the number as offices write it:
 * `นร 0223/ล 5` is never mistaken for number 5 of the ordinary book.
 *
 * @param code letter code in Arabic digits, `นร 0223`; not used by books that carry the year
 * @param year calendar year, B.E.
 */
export function referenceFrame(book: Book, circular: boolean, code: string, year: number): ReferenceFrame {
  if (book === 'order' || book === 'announcement' || book === 'certificate') return { prefix: '', suffix: `/${year}` };
  return { prefix: `${code}/${book === 'secret' ? 'ล ' : ''}${circular ? 'ว ' : ''}`, suffix: '' };
}

/** A reference as printed: `นร ๐๒๒๓/ว ๕๐๓`. */
export function printedReference(reference: string): string {
  return toThaiDigits(reference);
}

/** Whether a reference is that of a circular: ว before the number (clause 32). */
export const isCircularReference = (reference: string): boolean => reference.includes('/ว ');
