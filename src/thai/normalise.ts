/**
 * Thai text in one spelling.
 *
 * The same word on screen can be stored in several ways (น้ำ as น+้+ำ, น+ํ+้+า or
 * น+ำ+้), and Unicode's own NFC does not unite them. Three depths:
 * `normaliseText` for what is stored, `searchKey` for what is indexed and asked,
 * `skeleton` for what may be spelt wrongly. All three are idempotent.
 */
import { findAbbreviations } from './abbreviations.ts';
import { toArabicDigits } from './digits.ts';
import { CONSONANT, FOLLOW_VOWEL, MARK, TONE, WORD_CHAR } from './letters.ts';

const MAX_PASSES = 8;

const SARA_AA = '\u0e32';
const SARA_AM = '\u0e33';
const LAKKHANGYAO = '\u0e45';
const NIKHAHIT = '\u0e4d';

/** Controls but tab and line ends; zero-width and soft-hyphen characters; marks that reverse the reading direction. */
const invisible = /(?![\t\n\r])\p{Cc}|[\u00ad\u200b\u200c\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu;
/** Zero-width joiners, except inside an emoji. */
const strayJoiner = /\u200d(?!\p{Extended_Pictographic})/gu;
const spaceBeforeMark = new RegExp(`(?<=[${CONSONANT}${MARK}])[ \\u00a0]+(?=[${MARK}${SARA_AM}])`, 'g');
const spaceBeforePaiyannoi = new RegExp(`(?<=[${WORD_CHAR}])[ \\u00a0]+(?=ฯ(?!ลฯ|พณ))`, 'g');
const danglingMarks = new RegExp(`^([ \\t\\u00a0]*)(?:[${MARK}${SARA_AM}][ \\t\\u00a0]*)+`, 'gm');
const markRuns = new RegExp(`([${MARK}]*)((?:[${SARA_AA}${SARA_AM}${LAKKHANGYAO}][${TONE}]*)+)|[${MARK}]{2,}`, 'g');

/**
 * Text as it should be stored: what it says and how it is laid out stay, only the
 * encoding becomes regular. Removes invisible characters; composes สระอำ; puts
 * marks in order (vowel, then tone, then การันต์) and leaves one of each kind (of
 * several tones the last); เเ → แ; ๅ → า except after ฤ ฦ; drops spaces before a
 * mark and before ฯ, and marks with nothing to sit on at the start of a line.
 * Line ends become `\n`; halves of surrogate pairs become U+FFFD, since a database
 * cannot hold them.
 */
export function normaliseText(text: string): string {
  let before = text.toWellFormed().replace(/\r\n?/g, '\n').replace(invisible, '').replace(strayJoiner, '');
  // One pass settles real text; foreign accents among Thai marks may need more.
  for (let pass = 1; pass < MAX_PASSES; pass += 1) {
    const after = settle(before);
    if (after === before) break;
    before = after;
  }
  return before;
}

function settle(text: string): string {
  return text
    .normalize('NFC')
    .replace(spaceBeforeMark, '')
    .replace(/เเ/g, 'แ')
    .replace(/([แโใไ])\1+/g, '$1')
    .replace(markRuns, orderMarks)
    .replace(danglingMarks, '$1')
    .replace(spaceBeforePaiyannoi, '')
    .replace(/(?<=\S)[ \u00a0]{2,}(?=ๆ)/g, ' ')
    .replace(/ฯ{2,}/g, 'ฯ');
}

function orderMarks(run: string, marksBefore: string | undefined, follow: string | undefined, at: number, whole: string): string {
  if (follow === undefined) return inOrder(run);
  let letters = follow.replace(/[^\u0e32\u0e33\u0e45]/g, '');
  let marks = (marksBefore ?? '') + follow.replace(/[\u0e32\u0e33\u0e45]/g, '');
  const before = whole[at - 1];
  const longVowelOfRu = marks === '' && (before === 'ฤ' || before === 'ฦ');
  letters = longVowelOfRu ? letters.replace(/(?!^)\u0e45/g, SARA_AA) : letters.replaceAll(LAKKHANGYAO, SARA_AA);
  if (marks.includes(NIKHAHIT) && /^[\u0e32\u0e33]/.test(letters)) {
    marks = marks.replaceAll(NIKHAHIT, '');
    letters = SARA_AM + letters.slice(1);
  }
  return inOrder(marks) + letters.replace(/\u0e33+/g, SARA_AM);
}

/** Marks over one consonant, each once, in the order of the Thai standard and of NFC. */
function inOrder(marks: string): string {
  const tones = marks.match(/[\u0e48-\u0e4b]/g) ?? [];
  return [
    ...['ฺ', 'ั', 'ิ', 'ี', 'ึ', 'ื', 'ุ', 'ู', '็', NIKHAHIT].filter((mark) => marks.includes(mark)),
    tones.at(-1) ?? '',
    ...['์', '๎'].filter((mark) => marks.includes(mark)),
  ].join('');
}

const notThai = /[^\u0e00-\u0e7f]+/g;
const repeatedFollowVowel = new RegExp(`([${FOLLOW_VOWEL}])\\1+`, 'g');
const isWord = /[\p{L}\p{M}\p{N}]/u;

/**
 * The form under which text is indexed and asked for; not for showing. On top of
 * `normaliseText`: Arabic digits, lower case, compatibility forms of other scripts
 * (full-width letters, ligatures), dotted abbreviations without dots (`ก.พ.ร.` →
 * `กพร`, cut off from a following word), ๆ and ฯ dropped, thousands commas dropped,
 * every other sign a space unless it joins two parts of one number or name
 * (`1/2563`, `covid-19`, `3.1`, `a@b.go.th`), single spaces.
 */
export function searchKey(text: string): string {
  let key = normaliseText(text).replace(notThai, (run) => run.normalize('NFKC').toLowerCase());
  key = withoutDots(toArabicDigits(key))
    .replace(/ๆ|ฯลฯ|ฯ/g, ' ')
    .replace(/(?<=[0-9]),(?=[0-9]{3}(?![0-9]))/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, (signs, at: number, whole: string) => {
      const joins = signs === '/' ? isWord : /^[-.@_:]$/.test(signs) ? /[a-z0-9]/ : undefined;
      return joins?.test(whole[at - 1] ?? '') && joins.test(whole[at + 1] ?? '') ? signs : ' ';
    })
    .replace(repeatedFollowVowel, '$1');
  return normaliseText(key.trim()).replace(/ {2,}/g, ' ').trim();
}

/** Abbreviations without dots, set off by a space from a word that follows or precedes at once. */
function withoutDots(text: string): string {
  let out = '';
  let from = 0;
  for (const { start, end, letters } of findAbbreviations(text)) {
    out += text.slice(from, start);
    if (isWord.test(out.at(-1) ?? '')) out += ' ';
    out += isWord.test(text[end] ?? '') ? `${letters} ` : letters;
    from = end;
  }
  return out + text.slice(from);
}

/**
 * `searchKey` without tone marks, ไม้ไต่คู้ and การันต์: น้ำ and นำ, เลิศ and เลิ่ศ
 * become one. For finding what was spelt wrongly, after the exact search found nothing.
 */
export function skeleton(text: string): string {
  return searchKey(searchKey(text).replace(/[\u0e47-\u0e4c\u0e4e]/g, ''));
}
