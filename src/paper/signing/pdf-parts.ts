/** Pages of a PDF, and small changes to dictionaries as they are written. */
import type { PdfUpdate } from '../pdf-file/pdf-update.ts';
import { entriesOf, itemsOf, nameIn, numberOf, referenceOf } from '../pdf-file/values.ts';
import { pageView } from '../page-view.ts';
import type { PageView } from '../page-view.ts';

/** Object numbers of the pages in their order. @throws Error when the tree is broken or runs in a circle. */
export function pagesOf(pdf: PdfUpdate): number[] {
  const top = referenceOf(valueOf(pdf.dictionary(pdf.root), 'Pages'));
  if (top === undefined) throw new Error('the file has no pages');
  const pages: number[] = [];
  const seen = new Set<number>();
  for (const open = [top]; ; ) {
    const object = open.pop();
    if (object === undefined) return pages;
    if (seen.has(object)) throw new Error('the tree of pages runs in a circle');
    seen.add(object);
    const dictionary = entriesOf(pdf.dictionary(object));
    const type = nameIn(dictionary.get('Type')?.value);
    const kids = pdf.resolved(dictionary.get('Kids')?.value) ?? (type === 'Pages' ? '[]' : undefined);
    if (kids === undefined || type === 'Page') {
      if (dictionary.size === 0) throw new Error('a page that is nothing');
      pages.push(object);
      continue;
    }
    for (const kid of itemsOf(kids).toReversed()) {
      const number = referenceOf(kid);
      if (number === undefined) throw new Error('a page that cannot be referred to');
      open.push(number);
    }
  }
}

/** How a page is seen, with what it has from the branches above it. @throws Error when these are broken or run in a circle. */
export function viewOf(pdf: PdfUpdate, page: number): PageView {
  const branches: Map<string, { readonly value: string }>[] = [];
  for (let object: number | undefined = page; object !== undefined; ) {
    if (branches.length > 50) throw new Error('branches of pages in a circle');
    const entries = entriesOf(pdf.dictionary(object));
    branches.push(entries);
    object = referenceOf(entries.get('Parent')?.value);
  }
  const numbers = (key: string, branch: (typeof branches)[number] | undefined): number[] | undefined => {
    const value = pdf.resolved(branch?.get(key)?.value);
    if (value === undefined) return undefined;
    return (value.startsWith('[') ? itemsOf(value) : [value]).map((one) => numberOf(pdf.resolved(one)) ?? Number.NaN);
  };
  return pageView((key) => numbers(key, key === 'UserUnit' ? branches[0] : branches.find((branch) => branch.has(key))));
}

/** The value of a key of a dictionary as written: a reference, a dictionary, an array. */
export function valueOf(dictionary: string, key: string): string | undefined {
  return entriesOf(dictionary).get(key)?.value;
}

/** The dictionary with another value for a key that it has. */
export function withValue(dictionary: string, key: string, value: string): string {
  const old = entriesOf(dictionary).get(key);
  if (!old) throw new Error(`the dictionary has no ${key}`);
  return `${dictionary.slice(0, old.from)} ${value}${dictionary.slice(old.to)}`;
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
