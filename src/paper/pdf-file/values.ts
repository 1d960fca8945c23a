/**
 * Values of a PDF as they are written (ISO 32000-1 §7.2, §7.3), found by their bounds and never rebuilt: what is copied
 * into an update stays as its producer wrote it. Texts are the bytes read as latin1.
 */

/** White space: NUL, tab, line feed, form feed, carriage return, space. */
const isBlank = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9 || code === 0 || code === 12;
const DELIMITERS = new Set(Buffer.from('()<>[]{}/%'));
const isRegular = (code: number): boolean => !isBlank(code) && !DELIMITERS.has(code);

/** Past white space and comments. */
export function skipBlank(text: string, at: number): number {
  let pos = at;
  for (; pos < text.length; pos++) {
    const code = text.charCodeAt(pos);
    if (code === 37) {
      while (pos + 1 < text.length && text.charCodeAt(pos + 1) !== 10 && text.charCodeAt(pos + 1) !== 13) pos++;
    } else if (!isBlank(code)) return pos;
  }
  return pos;
}

/** End of a string in brackets, which may hold brackets itself. */
function stringEnd(text: string, from: number): number {
  let depth = 0;
  for (let pos = from; pos < text.length; pos++) {
    const char = text[pos];
    if (char === '\\') pos++;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return pos + 1;
  }
  throw new Error('a string without an end');
}

function tokenEnd(text: string, from: number): number {
  const char = text[from];
  if (char === '(') return stringEnd(text, from);
  if (char === '<' || char === '>') {
    if (text[from + 1] === char) return from + 2;
    const end = char === '<' ? text.indexOf('>', from) : -1;
    if (end < 0) throw new Error('a string without an end');
    return end + 1;
  }
  if (char === '[' || char === ']') return from + 1;
  let pos = char === '/' ? from + 1 : from;
  while (pos < text.length && isRegular(text.charCodeAt(pos))) pos++;
  if (pos === from) throw new Error('not a value');
  return pos;
}

const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+(\d{1,5})[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;

/** Where the value ends that begins at `at`, or after white space there. @throws Error when there is none. */
export function valueEnd(text: string, at: number): number {
  let pos = skipBlank(text, at);
  REFERENCE.lastIndex = pos;
  const reference = REFERENCE.exec(text);
  if (reference) return pos + reference[0].length;
  const open: string[] = [];
  do {
    pos = skipBlank(text, pos);
    const end = tokenEnd(text, pos);
    const token = end - pos <= 2 ? text.slice(pos, end) : '';
    if (token === '<<') open.push('>>');
    else if (token === '[') open.push(']');
    else if ((token === '>>' || token === ']') && open.pop() !== token) throw new Error('brackets that do not close');
    pos = end;
  } while (open.length > 0);
  return pos;
}

const nameOf = (written: string): string => written.slice(1).replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

export interface Entry { readonly from: number; readonly to: number; readonly value: string }

/** The entries of a dictionary by their keys, with the bounds of their values; none where the text is no dictionary. The last of a key wins. @throws Error when it is broken. */
export function entriesOf(dictionary: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  let pos = skipBlank(dictionary, 0);
  if (!dictionary.startsWith('<<', pos)) return entries;
  pos = skipBlank(dictionary, pos + 2);
  while (!dictionary.startsWith('>>', pos)) {
    if (dictionary[pos] !== '/') throw new Error('a dictionary with a key that is no name');
    const keyEnd = tokenEnd(dictionary, pos);
    const from = skipBlank(dictionary, keyEnd);
    const to = valueEnd(dictionary, from);
    entries.set(nameOf(dictionary.slice(pos, keyEnd)), { from, to, value: dictionary.slice(from, to) });
    pos = skipBlank(dictionary, to);
  }
  return entries;
}

/** The values of an array; none where the text is no array. @throws Error when it is broken. */
export function itemsOf(array: string): string[] {
  const items: string[] = [];
  let pos = skipBlank(array, 0);
  if (array[pos] !== '[') return items;
  pos = skipBlank(array, pos + 1);
  while (array[pos] !== ']') {
    const end = valueEnd(array, pos);
    items.push(array.slice(pos, end));
    pos = skipBlank(array, end);
  }
  return items;
}

/** The object number of a reference; undefined for another value. */
export function referenceOf(value: string | undefined): number | undefined {
  REFERENCE.lastIndex = 0;
  const match = value === undefined ? null : REFERENCE.exec(value);
  return match ? Number(match[1]) : undefined;
}

/** A whole number that is not negative; undefined for another value. */
export function wholeNumber(value: string | undefined): number | undefined {
  const number = /^\+?(\d{1,15})(?:\.0*)?$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}

export function numberOf(value: string | undefined): number | undefined {
  return value !== undefined && /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(value) ? Number(value) : undefined;
}

/** A name without its slash; undefined for another value. */
export function nameIn(value: string | undefined): string | undefined {
  return value?.startsWith('/') ? nameOf(value) : undefined;
}
