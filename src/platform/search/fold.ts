import { searchKey, searchWords } from '../../thai/index.ts';

const nextToThai = / (?=[\u0e01-\u0e5b])|(?<=[\u0e01-\u0e5b]) /g;

/**
 * The form in which the house searches: `searchKey` (one spelling, Arabic digits, no dots in abbreviations) without
 * the spaces around Thai, since whether one stands there is chance: ก.พ.ร.จะ, พ.ศ. 2564, ข้อ 5.
 */
export function fold(text: string): string {
  return searchKey(text).replace(nextToThai, '');
}

/** A neighbouring pair of characters as one number: two UTF-16 units, never two pairs alike. */
function pairNumber(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** Distinct pairs of neighbouring characters of a folded text, spaces left out. Whatever it contains has no other pairs. */
export function pairsOf(folded: string): number[] {
  const pairs = new Set<number>();
  for (let at = 0; at + 1 < folded.length; at += 1) {
    if (folded[at] !== ' ' && folded[at + 1] !== ' ') pairs.add(pairNumber(folded, at));
  }
  return [...pairs];
}

/** What a person asks for. */
export interface Question {
  /** The whole question folded: for an exact reference. */
  readonly whole: string;
  /** Folded parts that must all occur as they stand. */
  readonly terms: readonly string[];
  /** The words of the parts; a wider question for when the parts find nothing. Undefined when it would be the same. */
  readonly words: readonly string[] | undefined;
}

const maxChars = 200;
const maxTerms = 12;

function worthAsking(term: string): boolean {
  return pairsOf(term).length > 0;
}

/**
 * Reads a question: parts are set apart by spaces. A part of one character ("ข้อ 5") goes with its neighbour.
 * Undefined when nothing of two characters is left to look for.
 */
export function readQuestion(text: string): Question | undefined {
  const key = searchKey(text.slice(0, maxChars));
  const parts: string[] = [];
  for (const part of key.split(' ').filter(Boolean)) {
    const last = parts.at(-1);
    if (last !== undefined && (part.length < 2 || last.length < 2)) parts[parts.length - 1] = `${last} ${part}`;
    else parts.push(part);
  }
  const terms = [...new Set(parts.map(fold))].filter(worthAsking).slice(0, maxTerms);
  if (terms.length === 0) return undefined;
  const words = [...new Set(terms.flatMap((term) => searchWords(term).map(fold)))].filter(worthAsking).slice(0, maxTerms);
  const wider = words.some((word) => !terms.includes(word));
  return { whole: fold(key), terms, words: wider ? words : undefined };
}
