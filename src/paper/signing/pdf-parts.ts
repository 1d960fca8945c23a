/** Small readings of PDF dictionaries as text, for files of classic structure. */
import type { PdfUpdate } from '../tounicode/pdf-update.ts';

/** Object numbers of the pages in their order. @throws Error when the tree is broken or runs in a circle. */
export function pagesOf(pdf: PdfUpdate): number[] {
  const pages: number[] = [];
  const seen = new Set<number>();
  const walk = (object: number): void => {
    if (seen.has(object)) throw new Error('the tree of pages runs in a circle');
    seen.add(object);
    const dictionary = pdf.dictionary(object);
    if (!/\/Type\s*\/Pages\b/.test(dictionary)) {
      pages.push(object);
      return;
    }
    for (const kid of (/\/Kids\s*\[([^\]]*)\]/.exec(dictionary)?.[1] ?? '').matchAll(/(\d+) \d+ R/g)) walk(Number(kid[1]));
  };
  const top = /\/Pages\s+(\d+) \d+ R/.exec(pdf.dictionary(pdf.root))?.[1];
  if (top === undefined) throw new Error('the file has no pages');
  walk(Number(top));
  return pages;
}

/** The value of a key of a dictionary as written: a reference, a dictionary, an array. */
export function valueOf(dictionary: string, key: string): string | undefined {
  const at = new RegExp(`/${key}(?![A-Za-z])\\s*`).exec(dictionary);
  if (!at) return undefined;
  const rest = dictionary.slice(at.index + at[0].length);
  const reference = /^\d+ \d+ R/.exec(rest)?.[0];
  if (reference !== undefined) return reference;
  const pairs: Record<string, string> = { '<<': '>>', '[': ']' };
  const open = rest.startsWith('<<') ? '<<' : rest[0]!;
  const close = pairs[open];
  if (close === undefined) return /^[^\s/>\]]+/.exec(rest)?.[0];
  let depth = 0;
  for (let i = 0; i < rest.length; ) {
    if (rest.startsWith(open, i)) { depth++; i += open.length; }
    else if (rest.startsWith(close, i)) {
      depth--;
      i += close.length;
      if (depth === 0) return rest.slice(0, i);
    } else i++;
  }
  return undefined;
}

/** The dictionary with another value for a key that it has. */
export function withValue(dictionary: string, key: string, value: string): string {
  const old = valueOf(dictionary, key);
  const at = new RegExp(`/${key}(?![A-Za-z])\\s*`).exec(dictionary);
  if (old === undefined || !at) throw new Error(`the dictionary has no ${key}`);
  const from = at.index + at[0].length;
  return `${dictionary.slice(0, from)}${value}${dictionary.slice(from + old.length)}`;
}

/** The dictionary with further entries before its end. */
export function withEntries(dictionary: string, entries: string): string {
  const end = dictionary.lastIndexOf('>>');
  return `${dictionary.slice(0, end)} ${entries} ${dictionary.slice(end)}`;
}

/** A text string in UTF-16, so that Thai stands as it is. */
export function textString(text: string): string {
  return `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}

export function pdfDate(date: Date): string {
  return `(D:${date.toISOString().replace(/[-:T]/g, '').slice(0, 14)}Z)`;
}
