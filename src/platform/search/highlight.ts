import { toArabicDigits, type Dictionary } from '../../thai/index.ts';
import { toLetters, toWords, type Range } from './word-bounds.ts';

/** A piece of a text; `hit` pieces are set off. */
export interface TextPart {
  readonly text: string;
  readonly hit: boolean;
}

/** What is set off. */
export interface Sought {
  /** Folded. */
  readonly text: string;
  /** Set off as it was typed, also inside a word: what stood in quotation marks. Else the whole words are. */
  readonly asTyped?: boolean;
}

export interface HighlightOptions {
  /** Looks past tones, as the search then did. */
  readonly forgiving?: boolean;
  /** How the house cuts words; that of every office when left out. */
  readonly dictionary?: Dictionary;
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

/** A range and whether it is shown as it is. */
interface Occurrence {
  readonly range: Range;
  readonly asTyped: boolean;
}

/** Where what is sought occurs in the original, in order, at the edges of letters; words are not looked for yet. */
function occurrences(original: string, sought: readonly Sought[], { forgiving = false }: HighlightOptions): Occurrence[] {
  const { text, places } = bare(original, forgiving);
  const found: Occurrence[] = [];
  for (const one of sought) {
    const wanted = bare(one.text, forgiving).text;
    if (wanted === '') continue;
    for (let at = text.indexOf(wanted); at >= 0 && found.length < 500; at = text.indexOf(wanted, at + wanted.length)) {
      const last = places[at + wanted.length - 1] as number;
      const end = last + String.fromCodePoint(original.codePointAt(last) as number).length;
      found.push({ range: toLetters(original, [places[at] as number, end]), asTyped: one.asTyped ?? false });
    }
  }
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** The marks of occurrences: whole words where that is not forbidden, overlaps joined. */
function marksOf(original: string, found: readonly Occurrence[], { dictionary }: HighlightOptions): Range[] {
  const joined: Range[] = [];
  const typed = found.filter((one) => one.asTyped).map((one) => one.range);
  const ranges = [...typed, ...toWords(original, found.filter((one) => !one.asTyped).map((one) => one.range), dictionary)];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** A place near `at` that does not part a letter from its marks and vowels. */
function betweenLetters(text: string, at: number): number {
  const place = Math.max(0, Math.min(at, text.length));
  const [letter] = toLetters(text, [place, place]);
  const start = text[letter] === 'า' && letter > 0 ? toLetters(text, [letter - 1, letter])[0] : letter;
  // A vowel that is written before its consonant goes with it.
  return start > 0 && start < text.length && /[เ-ไ]/.test(text[start - 1] as string) ? start - 1 : start;
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

/** Occurrences that are set off in one title at most. */
const mostMarks = 100;

/** The whole of a short text with every occurrence set off. */
export function highlight(text: string, sought: readonly Sought[], options: HighlightOptions = {}): TextPart[] {
  return cut(text, marksOf(text, occurrences(text, sought, options).slice(0, mostMarks), options), 0, text.length);
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
 * ellipsis stands where something is left out, never inside a mark. Only what is shown is looked at for words.
 */
export function snippet(text: string, sought: readonly Sought[], length = 180, options: HighlightOptions = {}): TextPart[] {
  const flat = text.replace(/\s+/g, ' ').trim();
  const found = occurrences(flat, sought, options);
  const first = densest(found.map((one) => one.range), length);
  let from = first > length / 3 ? betweenLetters(flat, first - Math.floor(length / 3)) : 0;
  let to = betweenLetters(flat, from + length);
  const marks = marksOf(flat, found.filter(({ range }) => range[1] > from && range[0] < Math.max(to, first + 1)), options);
  for (const [start, end] of marks) {
    from = Math.min(from, start);
    to = Math.max(to, end);
  }
  const parts = cut(flat, marks, from, to);
  if (from > 0) parts.unshift({ text: '…', hit: false });
  if (to < flat.length) parts.push({ text: '…', hit: false });
  return parts;
}
