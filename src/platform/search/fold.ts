// The form in which the house searches, and what of it stands in the index.
import { clusters, normaliseText, toArabicDigits } from '../../thai/index.ts';

const notThai = /[^\u0e00-\u0e7f]+/g;
const nextToThai = / (?=[\u0e01-\u0e5b])|(?<=[\u0e01-\u0e5b]) /g;
const isWord = /[\p{L}\p{M}\p{N}]/u;
const latin = /[a-z0-9]/;

/**
 * One spelling of a text with its words still apart: Arabic digits, lower case, no ๆ and ฯ, no commas inside numbers,
 * no dots between Thai letters; every other sign a space unless it joins two parts of one number or name (`1/2563`,
 * `covid-19`). Each rule looks at the neighbouring characters alone, so a piece of a text becomes a piece of its key.
 */
export function keyOf(text: string): string {
  return toArabicDigits(normaliseText(text).replace(notThai, (run) => run.normalize('NFKC').toLowerCase()))
    .replace(/[ๆฯ]/g, ' ')
    .replace(/(?<=[0-9]),(?=[0-9])/g, '')
    .replace(/(?<=[\u0e01-\u0e4e])\.(?=[\u0e01-\u0e4e])/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, (signs, at: number, whole: string) => {
      const joins = signs === '/' ? isWord : /^[-.@_:]$/.test(signs) ? latin : undefined;
      return joins?.test(whole[at - 1] ?? '') && joins.test(whole[at + signs.length] ?? '') ? signs : ' ';
    })
    .replace(/([\u0e30\u0e32\u0e33\u0e45])\1+/g, '$1')
    .trim();
}

/** The form that is compared: `keyOf` without the spaces around Thai, since whether one stands there is chance: พ.ศ. 2564. */
export function fold(text: string): string {
  return keyOf(text).replace(nextToThai, '');
}

/** Folded text without tones, ไม้ไต่คู้ and การันต์: what the index keeps, so that a slip with them can be forgiven. */
export function bonesOf(folded: string): string {
  return folded.replace(/[\u0e47-\u0e4e]/g, '');
}

/** 32 bits of a text (FNV-1a over its UTF-16 units), signed as PostgreSQL's int. */
export function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  // The last bits of FNV are weak for short texts.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) | 0;
}

/** 16 bits, signed as a smallint: two bytes a gram keep the index half as large; what falls together is told apart by the text. */
function hash16(text: string): number {
  const hash = hash32(text);
  return ((hash ^ (hash >>> 16)) << 16) >> 16;
}

/** Which part of a document a gram stands for: all of it, or title and reference alone. */
export type Field = 'text' | 'title';
const marks: Readonly<Record<Field, string>> = { text: '', title: 't' };
const runEnds = /[ \n]/;

/**
 * What the index keeps of a folded text: each pair of neighbouring letters, a letter being a consonant with its vowels
 * (clusters tell more than single characters: a Thai document has most pairs of characters, few pairs of clusters).
 * Beside it the pair without the marks of its second letter and each letter's beginnings, so that a question may end
 * inside a cluster; and three Latin letters or digits in a row.
 */
export function gramsOf(folded: string, field: Field = 'text'): number[] {
  const kept = new Set<number>();
  const seed = marks[field];
  for (const run of bonesOf(folded).split(runEnds)) {
    const letters = clusters(run);
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters[at] as string;
      for (let length = 2; length <= letter.length; length += 1) kept.add(hash16(`${seed}${letter.slice(0, length)}`));
      const next = letters[at + 1];
      if (next === undefined) continue;
      kept.add(hash16(`${seed}${letter}|${next}`));
      if (next.length > 1) kept.add(hash16(`${seed}${letter}|${next[0]}`));
      const third = letters[at + 2];
      if (third && latin.test(letter) && latin.test(next) && latin.test(third)) kept.add(hash16(`${seed}${letter}${next}${third}|`));
    }
  }
  return [...kept];
}

/** Grams that every text with this folded piece in it has; none for what is too short to look for. */
export function gramsAsked(folded: string, field: Field = 'text'): number[] {
  const wanted = new Set<number>();
  const seed = marks[field];
  for (const run of bonesOf(folded).split(runEnds)) {
    const letters = clusters(run);
    for (let at = 0; at < letters.length; at += 1) {
      const letter = letters[at] as string;
      const next = letters[at + 1];
      if (next === undefined) {
        if (letter.length > 1) wanted.add(hash16(`${seed}${letter}`));
        continue;
      }
      const ends = at + 2 === letters.length;
      const third = letters[at + 2];
      // The last letter of the piece may go on in the text.
      wanted.add(hash16(`${seed}${letter}|${ends ? next[0] : next}`));
      if (third && latin.test(letter) && latin.test(next) && latin.test(third)) wanted.add(hash16(`${seed}${letter}${next}${third}|`));
    }
  }
  return [...wanted];
}
