// Where a mark may begin and end: never inside a letter with its marks, and for what is no phrase never inside a word.
import { segment, type Dictionary } from '../../thai/index.ts';

/** A place in a text, `end` exclusive. */
export type Range = [start: number, end: number];

const joined = /[\p{M}\u0e33\u200c\u200d]/u;

/** What stands in one run without spaces is looked at for at most so many characters on either side. */
const around = 300;
/** What is longer than this is no word that people read: an address, a key. */
const longestWord = 60;

/** True where a letter goes on: a mark or สระอำ stands there, or the second half of a character. */
function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return at > 0;
  return joined.test(String.fromCodePoint(text.codePointAt(at) as number));
}

/** The range widened until neither end parts a letter from what belongs to it. */
export function toLetters(text: string, [from, to]: Range): Range {
  let start = from;
  let end = to;
  while (start > 0 && start < text.length && goesOn(text, start)) start -= 1;
  while (end > 0 && end < text.length && goesOn(text, end)) end += 1;
  return [start, end];
}

const space = /\s/;

/** The run without spaces that holds the range; with a bound, since some texts have no spaces at all. */
function runAround(text: string, [start, end]: Range): Range {
  let from = start;
  let to = end;
  while (from > 0 && start - from < around && !space.test(text[from - 1] as string)) from -= 1;
  while (to < text.length && to - end < around && !space.test(text[to] as string)) to += 1;
  return toLetters(text, [from, to]);
}

/** A piece of a text cut into words. */
interface CutRun {
  readonly range: Range;
  /** Words at their place in the whole text. */
  readonly words: readonly Range[];
}

function cutRun(text: string, around: Range, dictionary: Dictionary | undefined): CutRun {
  const range = runAround(text, around);
  const words = segment(text.slice(...range), dictionary).map(({ start, text: word }): Range => [range[0] + start, range[0] + start + word.length]);
  return { range, words: words.filter(([from, to]) => to - from <= longestWord) };
}

/** Whether the words around a place may be taken from a run that was cut for another. */
const reaches = (text: string, run: CutRun, [start, end]: Range): boolean =>
  start >= run.range[0] && (end + longestWord <= run.range[1] || (end <= run.range[1] && (run.range[1] === text.length || space.test(text[run.range[1]] as string))));

/**
 * Ranges in order, each widened to whole words as the house cuts them at an end that stands inside one: what is found by
 * a part of a word is shown as that word. Numbers and abbreviations are words as well.
 */
export function toWords(text: string, ranges: readonly Range[], dictionary?: Dictionary): Range[] {
  let run: CutRun | undefined;
  return ranges.map((range) => {
    if (!run || !reaches(text, run, range)) run = cutRun(text, range, dictionary);
    const holding = (place: number) => run?.words.find(([from, to]) => from < place && place < to);
    return toLetters(text, [holding(range[0])?.[0] ?? range[0], holding(range[1])?.[1] ?? range[1]]);
  });
}
