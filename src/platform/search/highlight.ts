import { toArabicDigits } from '../../thai/index.ts';

/** A piece of a text; `hit` pieces are set off. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

const counts = /[\p{L}\p{M}\p{N}]/u;

/** Letters and digits only, with the place in the original of each. */
interface Bare {
  readonly text: string;
  readonly places: readonly number[];
}

function bare(original: string): Bare {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < original.length; ) {
    const char = String.fromCodePoint(original.codePointAt(at) as number);
    if (counts.test(char) && char !== 'ๆ' && char !== 'ฯ') {
      // Some letters grow when lowered: every resulting unit points to the one it came from.
      const low = toArabicDigits(char).toLowerCase();
      text += low;
      for (let unit = 0; unit < low.length; unit += 1) places.push(at);
    }
    at += char.length;
  }
  return { text, places };
}

type Range = [start: number, end: number];

/** Where the terms occur in the original, in order, overlaps joined. */
function occurrences(original: string, terms: readonly string[]): Range[] {
  const { text, places } = bare(original);
  const found: Range[] = [];
  for (const term of terms) {
    const wanted = bare(term).text;
    if (wanted === '') continue;
    for (let at = text.indexOf(wanted); at >= 0 && found.length < 500; at = text.indexOf(wanted, at + wanted.length)) {
      const last = places[at + wanted.length - 1] as number;
      found.push([places[at] as number, last + String.fromCodePoint(original.codePointAt(last) as number).length]);
    }
  }
  found.sort((a, b) => a[0] - b[0]);
  const joined: Range[] = [];
  for (const [start, end] of found) {
    const before = joined.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

const isMark = /[\p{M}\u0e33\u0e32]/u;

/** A place near `at` that does not part a letter from its marks. */
function betweenLetters(text: string, at: number): number {
  let place = Math.max(0, Math.min(at, text.length));
  while (place > 0 && place < text.length && isMark.test(text[place] as string)) place -= 1;
  return place;
}

function cut(original: string, ranges: readonly Range[], from: number, to: number): TextPart[] {
  const parts: TextPart[] = [];
  let at = from;
  for (const [start, end] of ranges) {
    if (end <= from || start >= to) continue;
    if (start > at) parts.push({ text: original.slice(at, start), hit: false });
    parts.push({ text: original.slice(Math.max(start, at), Math.min(end, to)), hit: true });
    at = Math.min(end, to);
  }
  if (at < to) parts.push({ text: original.slice(at, to), hit: false });
  return parts;
}

/** The whole text with every occurrence set off. */
export function highlight(text: string, terms: readonly string[]): TextPart[] {
  return cut(text, occurrences(text, terms), 0, text.length);
}

/**
 * About `length` characters of a long text around the first occurrence, or its beginning where there is none; an
 * ellipsis stands where something is left out.
 */
export function snippet(text: string, terms: readonly string[], length = 180): TextPart[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const ranges = occurrences(flat, terms);
  const first = ranges[0]?.[0] ?? 0;
  const from = first > length / 3 ? betweenLetters(flat, first - Math.floor(length / 3)) : 0;
  const to = betweenLetters(flat, Math.max(from + length, ranges[0]?.[1] ?? 0));
  const parts = cut(flat, ranges, from, to);
  if (from > 0) parts.unshift({ text: '…', hit: false });
  if (to < flat.length) parts.push({ text: '…', hit: false });
  return parts;
}
