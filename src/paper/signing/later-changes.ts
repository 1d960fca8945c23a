/**
 * What was appended after a signed state. A signature stays true when more is appended, and what is appended may
 * change what one sees; so only further signatures are taken as harmless.
 */
import { PdfUpdate } from '../tounicode/pdf-update.ts';
import { valueOf } from './pdf-parts.ts';

export type LaterChanges = 'none' | 'signatures' | 'other';

/** @param end the length of the file when it was signed */
export function laterChanges(pdf: Uint8Array, end: number): LaterChanges {
  if (Buffer.from(pdf.subarray(end)).toString('latin1').trim() === '') return 'none';
  try {
    const before = new PdfUpdate(pdf.subarray(0, end));
    const after = new PdfUpdate(pdf);
    if (before.root !== after.root) return 'other';
    const known = before.objectNumbers();
    if (known.some((object) => !sameButForSignatures(before, after, object))) return 'other';
    return 'signatures';
  } catch {
    return 'other';
  }
}

function sameButForSignatures(before: PdfUpdate, after: PdfUpdate, object: number): boolean {
  const was = before.dictionary(object);
  const is = after.dictionary(object);
  if (was === is) return sameStream(before, after, object);
  const grown = ['Annots', 'Fields'].flatMap((key) => added(valueOf(was, key), valueOf(is, key)));
  return plain(was) === plain(is) && grown.every((one) => isSignatureField(after, one)) && sameStream(before, after, object);
}

function sameStream(before: PdfUpdate, after: PdfUpdate, object: number): boolean {
  if (before.isStream(object) !== after.isStream(object)) return false;
  return !before.isStream(object) || before.packedStream(object).equals(after.packedStream(object));
}

/** The dictionary without the places where a signature enters itself. */
function plain(dictionary: string): string {
  return ['Annots', 'Fields', 'AcroForm', 'SigFlags', 'DSS']
    .reduce((text, key) => {
      const value = valueOf(text, key);
      return value === undefined ? text : text.replace(new RegExp(`/${key}(?![A-Za-z])\\s*`), '').replace(value, '');
    }, dictionary)
    .replace(/\s+/g, '');
}

function added(was: string | undefined, is: string | undefined): number[] {
  const numbers = (text: string | undefined): number[] => [...(text ?? '').matchAll(/(\d+) \d+ R/g)].map((match) => Number(match[1]));
  const old = new Set(numbers(was));
  return numbers(is).filter((object) => !old.has(object));
}

function isSignatureField(pdf: PdfUpdate, object: number): boolean {
  const dictionary = pdf.dictionary(object);
  return /\/FT\s*\/Sig\b/.test(dictionary) && /\/V\s+\d+ \d+ R/.test(dictionary);
}
