/**
 * Where a line of Thai may end.
 *
 * Thai writes no spaces between words, so a typesetter has to be told where a line may break. `insertBreaks` returns
 * the same text with U+200B (zero width space) at every legal break that is not a space, and with U+00A0 (no-break
 * space) for the spaces that must not end a line. A place without either mark, and without a space, is never broken.
 *
 * Word boundaries come from the ICU dictionary (`Intl.Segmenter`); the rules on top of it are those of official
 * typing: no closing mark, ๆ or ฯ at the start of a line, no opening mark at its end, a number stays with its unit or
 * its classifier, a date and an abbreviation stay whole, and so does every phrase on the caller's keep-list.
 */

import { BEFORE_NUMBER, CLASSIFIERS, MONTHS, UNITS, WHOLE_WORDS } from './break-words.ts';

/** Zero width space: a line may end here. */
export const BREAK = '\u200b';
/** No-break space: looks like a space, a line never ends here. */
export const GLUE = '\u00a0';

export interface BreakOptions {
  /** Names, units and terms that must stay on one line, spaces included. Entries shorter than two letters are ignored. */
  readonly keep?: readonly string[];
}

/** ICU gets slower with the length of what it is given, so it never sees more than this many UTF-16 units at once. */
const PIECE = 1000;
/** At an artificial cut the last words of a piece are not trusted; they are segmented again with what follows. */
const OVERLAP = 120;

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const anyOf = (words: readonly string[]): string =>
  [...words].sort((a, b) => b.length - a.length).map(escape).join('|');

const DIGIT = '[0-9๐-๙]';
const LETTER = 'A-Za-z\u0e01-\u0e4e';
/** Each rule turns single spaces into no-break ones. All are anchored on short literal context, so they run in one pass. */
const GLUE_RULES: readonly (readonly [RegExp, string])[] = [
  // before ๆ, ฯ, closing marks and punctuation; after opening marks
  [/ (?=[ๆฯ๚๛)\]}”’»,.:;!?%…])/g, GLUE],
  [/([([{“‘«]) /g, `$1${GLUE}`],
  // ร้อยละ ๗๐ · ครั้งที่ ๑ · พฤศจิกายน ๒๕๖๓
  [new RegExp(`(${anyOf(BEFORE_NUMBER)}) (?=${DIGIT})`, 'g'), `$1${GLUE}`],
  // ๙ พฤศจิกายน · ๒๐ หน่วยงาน · ๑๔.๐๐ น.
  [new RegExp(`(${DIGIT}) (?=${anyOf(UNITS)})`, 'g'), `$1${GLUE}`],
  [new RegExp(`(?<=${DIGIT})(?<!/${DIGIT}{1,4})(?<!(?:^|[^0-9๐-๙,.])[2๒][4-6๔-๖]${DIGIT}{2}) (?=${anyOf(CLASSIFIERS)})`, 'g'), GLUE],
  // ตุลาคม พ.ศ. ๒๕๖๔
  [new RegExp(`(${anyOf(MONTHS)}) (?=พ\\.ศ\\.)`, 'g'), `$1${GLUE}`],
  // a span: ๒๕๖๖ - ๒๕๗๐, ๑๐.๐๐ - ๑๔.๐๐
  [new RegExp(`(${DIGIT}) ([-–—]) (?=${DIGIT})`, 'g'), `$1${GLUE}$2${GLUE}`],
  // a telephone number, four digits in each later group: ๐ ๒๐๐๐ ๑๒๓๔
  [new RegExp(`(?<=(?:^|[^0-9๐-๙])[0๐]) (${DIGIT}{4}) (?=${DIGIT}{4})`, 'g'), `${GLUE}$1${GLUE}`],
  // a letter's number: นร ๐๒๙๙/ว ๔๑
  [new RegExp(`((?:^|[^${LETTER}])[ก-ฮ]{2}) (?=${DIGIT}{4})`, 'g'), `$1${GLUE}`],
  [new RegExp(`(/ว) (?=${DIGIT})`, 'g'), `$1${GLUE}`],
];

const CLOSING = new Set(')]}”’»,.:;!?%ๆฯ/๚๛…‰"\'-–—_');
const OPENING = new Set('([{“‘«฿$#@"\'-–—_/.');
const isSpace = (c: string): boolean => c === ' ' || c === GLUE || c === BREAK || /\s/.test(c);
const isThai = (c: string): boolean => (c >= '\u0e01' && c <= '\u0e4e') || c === 'ๆ' || c === 'ฯ';
const isDigit = (c: string): boolean => (c >= '0' && c <= '9') || (c >= '๐' && c <= '๙');
/** Following vowels and marks: they belong to the letter before them. */
const clings = (c: string): boolean =>
  c === 'ะ' || c === 'ั' || c === 'า' || c === 'ำ' || c === 'ๅ' || (c >= 'ิ' && c <= 'ฺ') || (c >= '็' && c <= '๎');
/** Leading vowels belong to the letter after them. */
const leads = (c: string): boolean => c >= 'เ' && c <= 'ไ';

/** May a line end between these two neighbours, given that a word ends there? */
function legalBetween(before: string, after: string): boolean {
  if (isSpace(before) || isSpace(after)) return false;
  if (OPENING.has(before) || CLOSING.has(after)) return false;
  if (clings(after) || leads(before)) return false;
  if (isDigit(before) || isDigit(after)) return false;
  return isThai(before) || isThai(after);
}

/** Positions inside phrases that must stay whole, found with an index over the first two letters: linear in the text. */
function lockPhrases(text: string, phrases: readonly string[], locked: Uint8Array): void {
  const byHead = new Map<string, string[]>();
  for (const phrase of phrases) {
    if (phrase.length < 2) continue;
    const head = phrase.slice(0, 2);
    const bucket = byHead.get(head);
    if (bucket) bucket.push(phrase);
    else byHead.set(head, [phrase]);
  }
  for (let i = 0; i < text.length - 1; i++) {
    for (const phrase of byHead.get(text.slice(i, i + 2)) ?? []) {
      if (!text.startsWith(phrase, i)) continue;
      locked.fill(1, i + 1, i + phrase.length);
    }
  }
}

/** First names after a title are rarely in the dictionary: up to the next space nothing is broken, if it is short. */
const TITLED = /(?<![\u0e01-\u0e4e])(?:นางสาว|นาง|นาย|น\.ส\.|ดร\.)(?!ก(?:รัฐมนตรี|สภา|สมาคม|เทศมนตรี|องค์การ|เมือง)|จ้าง|ทะเบียน|หน้า|แพทย์|ท่า|แบบ)[\u0e01-\u0e4e]{2,14}(?![\u0e01-\u0e4e])/g;

/** Prefixes that make a noun of the word after them: a line does not end between the two. */
const PREFIXES: ReadonlySet<string> = new Set(['ความ', 'ผู้']);

const THAI_LETTER = /[\u0e01-\u0e4e]/;
const segmenter = new Intl.Segmenter('th', { granularity: 'word' });

/** Marks every word start of one stretch without white space, never giving ICU more than PIECE units. */
function markWordStarts(text: string, from: number, to: number, starts: Uint8Array): void {
  let at = from;
  while (at < to) {
    const end = Math.min(at + PIECE, to);
    const cut = end < to;
    let next = end;
    let afterPrefix = false;
    for (const { index, segment } of segmenter.segment(text.slice(at, end))) {
      const start = at + index;
      if (cut && start > end - OVERLAP && start > at) {
        next = start;
        break;
      }
      if (!afterPrefix) starts[start] = 1;
      afterPrefix = PREFIXES.has(segment);
    }
    at = next;
  }
}

/**
 * The text with U+200B at every legal line break inside its runs and U+00A0 for spaces that must not break.
 * Any U+200B already there is dropped first, so applying it twice changes nothing. Linear in the length of the text.
 */
export function insertBreaks(input: string, options: BreakOptions = {}): string {
  let text = input.replaceAll(BREAK, '');
  if (text === '') return text;
  for (const [rule, by] of GLUE_RULES) text = text.replace(rule, by);

  const locked = new Uint8Array(text.length + 1);
  lockPhrases(text, WHOLE_WORDS, locked);
  for (const match of text.matchAll(TITLED)) locked.fill(1, match.index + 1, match.index + match[0].length);
  const keep = options.keep ?? [];
  if (keep.length > 0) lockPhrases(text.replaceAll(GLUE, ' '), keep.map((k) => k.replaceAll(GLUE, ' ')), locked);

  const starts = new Uint8Array(text.length + 1);
  for (const run of text.matchAll(/[^\s\u00a0]+/g)) {
    if (THAI_LETTER.test(run[0])) markWordStarts(text, run.index, run.index + run[0].length, starts);
  }

  const out: string[] = [];
  for (let i = 0; i < text.length; i++) {
    const here = text.charAt(i);
    if (here === ' ' && locked[i] && locked[i + 1]) {
      out.push(GLUE);
      continue;
    }
    if (i > 0 && starts[i] && !locked[i] && legalBetween(text.charAt(i - 1), here)) out.push(BREAK);
    out.push(here);
  }
  return out.join('');
}
