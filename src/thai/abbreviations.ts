/**
 * Dotted abbreviations in running text: `ก.พ.ร.`, `น.ส.`, `พ.ศ.`, `ศสช.`, `เม.ย.`
 *
 * Thai glues them to their neighbours (`สำนักงานก.พ.ร.จะ`), and a dictionary
 * segmenter then cuts both wrong, so they are found by form before anything else.
 */
import { CONSONANT, WORD_CHAR } from './letters.ts';

export interface Abbreviation {
  /** Offsets in UTF-16 units; the last dot is inside. */
  readonly start: number;
  readonly end: number;
  /** As written: `ก.พ.ร.` */
  readonly text: string;
  /** Letters only: `กพร` */
  readonly letters: string;
}

/** One part: up to five consonants (`ปชส`), or one of the few that keep their vowel. */
const part = `(?:[${CONSONANT}]{1,5}|เม|มี|มิ|โทร)`;

/** The last dot is often forgotten, but only before something that is no Thai letter. */
const dotlessEnd = `(?:[${CONSONANT}](?![${WORD_CHAR}]))?`;

const pattern = new RegExp(
  [
    // The two eras are the only ones that people write with a space inside.
    `(?<![${WORD_CHAR}.])[พค]\\. ศ\\.`,
    // Standing free.
    `(?<![${WORD_CHAR}.])${part}\\.(?:${part}\\.)*${dotlessEnd}`,
    // Glued behind a word: only single letters, at least two, can be told apart.
    `[${CONSONANT}]\\.(?:[${CONSONANT}]\\.)+${dotlessEnd}`,
  ].join('|'),
  'g',
);

/** All dotted abbreviations of a text, in order, never overlapping. Linear in the length of the text. */
export function findAbbreviations(text: string): Abbreviation[] {
  if (!text.includes('.')) return [];
  return [...text.matchAll(pattern)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    text: found[0],
    letters: found[0].replace(/[. ]/g, ''),
  }));
}
