// Rules about numbers of other letters: ที่ นร ๐๒๒๓/ว ๕๐๓ ลงวันที่ ๓ พฤศจิกายน ๒๕๖๓.
import { MONTHS, formatDate, localDateOf, toArabicDigits } from '../../../../thai/index.ts';
import type { LocalDate } from '../../../../thai/index.ts';
import { fieldText, found } from './finding.ts';
import type { Finding, LetterCode, LintField, LintKnowledge, LintLetter, LintRule } from './finding.ts';

const number = /(?<![ก-๎])(?<letters>[ก-ฮ]{2,4})(?<dot>\.?)(?<gap>\s?)(?<digits>[0-9๐-๙]{4,5}(?:\.[0-9๐-๙]{1,3})*)\s?\/\s?(?<circular>ว\.?\s?)?(?<running>[0-9๐-๙]{1,6})/gu;
const dated = new RegExp(String.raw`^\s*(?:\([^)]*\)\s*)?ลงวันที่\s?(?<day>[0-9๐-๙]{1,2})\s?(?<month>${MONTHS.join('|')})(?:\s?พ\.?\s?ศ\.?)?\s?(?<year>[0-9๐-๙]{4})`, 'u');
const undated = /^\s*(?:\([^)]*\)\s*)?ลงวันที่/u;

function dayOf(after: string): LocalDate | undefined {
  const groups = dated.exec(after)?.groups;
  if (!groups) return undefined;
  const year = Number(toArabicDigits(groups['year'] ?? ''));
  return localDateOf(year > 2299 ? year - 543 : year, (MONTHS as readonly string[]).indexOf(groups['month'] ?? '') + 1, Number(toArabicDigits(groups['day'] ?? '')));
}

/** Codes of the department that the number claims to be from: same letters, same first two digits. Others are not ours to judge. */
const ofHouse = (codes: readonly LetterCode[], letters: string, digits: string): LetterCode[] =>
  codes.filter((code) => code.letters === letters && code.digits.slice(0, 2) === digits.slice(0, 2));

function checkCode(letter: LintLetter, { codes, today }: LintKnowledge, field: LintField, match: RegExpExecArray): Finding[] {
  const { letters = '', digits = '', dot = '', gap = '' } = match.groups ?? {};
  const head = `${letters}${dot}${gap}`;
  const place = { field, start: match.index, end: match.index + head.length + digits.length };
  const written = `${letters} ${digits}`;
  if (dot !== '') return [found(letter, 'CODE_DOTTED', 'warning', { ...place, end: match.index + head.length }, { code: written }, `${letters} `)];
  const house = ofHouse(codes, letters, toArabicDigits(digits));
  if (house.length === 0) return [];
  const same = house.filter((code) => code.digits === toArabicDigits(digits));
  if (same.length === 0) return [found(letter, 'CODE_UNKNOWN', 'warning', place, { code: written })];
  const day = dayOf(match.input.slice(match.index + match[0].length)) ?? today;
  const held = same.some((code) => code.validFrom <= day && (code.validTo === null || code.validTo >= day));
  return held ? [] : [found(letter, 'CODE_EXPIRED', 'warning', place, { code: written, date: formatDate(day, { digits: 'thai' }) })];
}

/** Letter codes of this department that never were, or were not on that day; dots after the letters. */
export const letterCodes: LintRule = (letter, knowledge) =>
  (['references', 'body'] as const).flatMap((field) => [...fieldText(letter, field).matchAll(number)].flatMap((match) => checkCode(letter, knowledge, field, match)));

/** อ้างถึง names a letter by number and date. */
export const referenceDates: LintRule = (letter) =>
  [...fieldText(letter, 'references').matchAll(number)].flatMap((match) => {
    const rest = match.input.slice(match.index + match[0].length);
    return undated.test(rest) ? [] : [found(letter, 'REFERENCE_NO_DATE', 'warning', { field: 'references', start: match.index, end: match.index + match[0].length }, { number: match[0].trim() })];
  });
