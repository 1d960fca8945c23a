import { toArabicDigits } from '../../thai/index.ts';

/** A piece of a text; `hit` pieces are set off. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

const counts = /[\p{L}\p{M}\p{N}]/u;

/** Tones and other marks that a forgiving search looks past. */
const bones = /[\u0e47-\u0e4e]/;

/** Letters and digits only, with the place in the original of each. */
interface Bare {
  readonly text: string;
  readonly places: readonly number[];
}

function bare(original: string, forgiving: boolean): Bare {
  let text = '';
  const places: number[] = [];
  for (let at = 0; at < original.length; ) {
    const char = String.fromCodePoint(original.codePointAt(at) as number);
    if (counts.test(char) && char !== 'ๆ' && char !== 'ฯ' && !(forgiving && bones.test(char))) {
      // Some letters grow when lowered: every resulting unit points to the one it came from.
      const low = toArabicDigits(char).normalize(char === 'ำ' ? 'NFC' : 'NFKC').toLowerCase();
      text += low;
      for (let unit = 0; unit < low.length; unit += 1) places.push(at);
    }
    at += char.length;
  }
  return { text, places };
}

type Range = [start: number, end: number];

/** Behind the letter at this place and the marks on it: a mark is never shown apart from its letter. */
function endOfLetter(text: string, at: number): number {
  let end = at + String.fromCodePoint(text.codePointAt(at) as number).length;
  while (end < text.length && /[\p{M}\u0e33]/u.test(text[end] as string)) end += 1;
  return end;
}

/** Where the terms occur in the original, in order, overlaps joined. */
function occurrences(original: string, terms: readonly string[], forgiving = false): Range[] {
  const { text, places } = bare(original, forgiving);
  const found: Range[] = [];
  for (const term of terms) {
    const wanted = bare(term, forgiving).text;
    if (wanted === '') continue;
    for (let at = text.indexOf(wanted); at >= 0 && found.length < 500; at = text.indexOf(wanted, at + wanted.length)) {
      const last = places[at + wanted.length - 1] as number;
      found.push([places[at] as number, endOfLetter(original, last)]);
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

/** The whole text with every occurrence set off; `forgiving` looks past tones, as the search then did. */
export function highlight(text: string, terms: readonly string[], forgiving = false): TextPart[] {
  return cut(text, occurrences(text, terms, forgiving), 0, text.length);
}

/** Where the stretch of that length begins that holds most of the occurrences; the first of those that hold as many. */
function densest(ranges: readonly Range[], length: number): number {
  let best = 0;
  let most = 0;
  for (let from = 0, to = 0; from < ranges.length; from += 1) {
    while (to < ranges.length && (ranges[to] as Range)[1] - (ranges[from] as Range)[0] <= length * 0.6) to += 1;
    if (to - from > most) [most, best] = [to - from, from];
  }
  return ranges[best]?.[0] ?? 0;
}

/**
 * About `length` characters of a long text around where most of the occurrences stand, or its beginning where there is none; an
 * ellipsis stands where something is left out.
 */
export function snippet(text: string, terms: readonly string[], length = 180, forgiving = false): TextPart[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const ranges = occurrences(flat, terms, forgiving);
  const first = densest(ranges, length);
  const from = first > length / 3 ? betweenLetters(flat, first - Math.floor(length / 3)) : 0;
  const to = betweenLetters(flat, Math.max(from + length, ranges.find((range) => range[0] === first)?.[1] ?? 0));
  const parts = cut(flat, ranges, from, to);
  if (from > 0) parts.unshift({ text: '…', hit: false });
  if (to < flat.length) parts.push({ text: '…', hit: false });
  return parts;
}
