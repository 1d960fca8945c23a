// Rules about dates: days that exist, years B.E., weekdays that fit, and the style of a letter's own date.
import { BUDDHIST_ERA, MONTHS, SHORT_MONTHS, WEEKDAYS, ENGLISH_WEEKDAYS, formatDate, localDateOf, toArabicDigits, toThaiDigits, weekday } from '../../../../thai/index.ts';
import { fieldText, found, lintFields } from './finding.ts';
import type { Finding, LintField, LintLetter, LintRule } from './finding.ts';

const short = SHORT_MONTHS.map((month) => month.replaceAll('.', '\\.? ?').trim());
const monthNames = [...MONTHS, ...short.map((month) => `(?:${month})`)].join('|');
const date = new RegExp(
  String.raw`(?<weekday>วัน(?:${WEEKDAYS.join('|')})(?:ที่)?\s?)?(?<word>วันที่\s?)?(?<![0-9๐-๙./])(?<day>[0-9๐-๙]{1,2})\s?(?<month>${monthNames})(?:\s?(?<era>พ\.?\s?ศ\.?|ค\.?\s?ศ\.?))?(?:\s?(?<year>[0-9๐-๙]{4})(?![0-9๐-๙]))?`,
  'gu',
);

interface Written {
  readonly at: number;
  readonly text: string;
  readonly groups: Readonly<Record<string, string | undefined>>;
  readonly day: number;
  readonly month: number;
  readonly shortMonth: boolean;
  /** As written. */
  readonly year: number | undefined;
  /** C.E., after the era that the number itself tells. */
  readonly ceYear: number | undefined;
}

const lastCommonYear = 2299;

function datesIn(text: string): Written[] {
  return [...text.matchAll(date)].map((match) => {
    const groups = match.groups ?? {};
    const named = groups['month'] ?? '';
    const full = (MONTHS as readonly string[]).indexOf(named);
    const month = full >= 0 ? full + 1 : short.findIndex((pattern) => new RegExp(`^${pattern}$`).test(named)) + 1;
    const year = groups['year'] === undefined ? undefined : Number(toArabicDigits(groups['year']));
    return {
      at: match.index, text: match[0], groups, day: Number(toArabicDigits(groups['day'] ?? '')), month, shortMonth: full < 0, year,
      ceYear: year === undefined ? undefined : year > lastCommonYear ? year - BUDDHIST_ERA : year,
    };
  });
}

/** Offset of a named part inside the date, counted from its end for what comes last. */
const placeOf = (field: LintField, one: Written, part: string): { field: LintField; start: number; end: number } => {
  const words = one.groups[part] ?? '';
  const offset = part === 'weekday' ? 0 : one.text.lastIndexOf(words);
  return { field, start: one.at + offset, end: one.at + offset + words.length };
};

const inStyle = (number: number, like: string): string => (/[๐-๙]/.test(like) ? toThaiDigits(String(number)) : String(number));
const plain = (text: string): string => text.trim().replace(/\s+/g, ' ');

function checkDay(letter: LintLetter, field: LintField, one: Written): Finding[] {
  const whole = { field, start: one.at, end: one.at + one.text.length };
  const findings: Finding[] = [];
  const { year, ceYear, groups } = one;
  if (year !== undefined && year <= lastCommonYear && year >= 1800 && !groups['era']?.startsWith('ค')) {
    findings.push(found(letter, 'DATE_COMMON_ERA', 'warning', placeOf(field, one, 'year'), { date: plain(one.text) }, inStyle(year + BUDDHIST_ERA, groups['year'] ?? '')));
  }
  // A leap year is needed for 29 February alone.
  const day = localDateOf(ceYear ?? 2024, one.month, one.day);
  if (day === undefined) return [...findings, found(letter, 'DATE_IMPOSSIBLE', 'error', whole, { date: plain(one.text) })];
  const said = WEEKDAYS.find((name) => groups['weekday']?.includes(name));
  if (said !== undefined && ceYear !== undefined) {
    const actual = weekday(day);
    const right = WEEKDAYS[actual];
    if (right !== undefined && right !== said) {
      const english = (name: string): string => ENGLISH_WEEKDAYS[(WEEKDAYS as readonly string[]).indexOf(name)] ?? name;
      const finding = found(letter, 'DATE_WEEKDAY', 'error', placeOf(field, one, 'weekday'), { date: formatDate(day), said, actual: right }, groups['weekday']?.replace(said, right));
      const en = finding.words.en.replace(said, english(said)).replace(right, english(right));
      findings.push({ ...finding, words: { ...finding.words, en } });
    }
  }
  return findings;
}

/** Days that are not there, years C.E., weekdays that do not fit: in every text of the letter. */
export const datesHold: LintRule = (letter) => lintFields.flatMap((field) => datesIn(fieldText(letter, field)).flatMap((one) => checkDay(letter, field, one)));

/** Letters whose date is written without พ.ศ.; orders and announcements say it (สั่ง ณ วันที่ … พ.ศ. …). */
const lettersProper: ReadonlySet<LintLetter['subKind']> = new Set(['external', 'memo', 'stamped', 'minutes', 'note', 'other', 'news', 'statement']);

function checkStyle(letter: LintLetter, field: LintField, one: Written, own: boolean): Finding[] {
  const findings: Finding[] = [];
  const { groups } = one;
  if (groups['era']?.startsWith('พ')) {
    const words = /\s?พ\.?\s?ศ\.?/.exec(one.text);
    const start = one.at + (words?.index ?? 0);
    findings.push(found(letter, 'DATE_WITH_ERA', 'warning', { field, start, end: start + (words?.[0].length ?? 0) }, {}, ''));
  }
  if (one.shortMonth) {
    const named = placeOf(field, one, 'month');
    const written = groups['month'] ?? '';
    const after = written.endsWith(' ') ? ' ' : '';
    findings.push(found(letter, 'DATE_SHORT_MONTH', 'ask', named, {}, `${MONTHS[one.month - 1] ?? written}${after}`));
  }
  if (own && groups['word'] && letter.subKind === 'external') findings.push(found(letter, 'DATE_WITH_WORD', 'warning', placeOf(field, one, 'word'), {}, ''));
  if (one.year === undefined) findings.push(found(letter, 'DATE_YEAR_MISSING', 'warning', { field, start: one.at, end: one.at + one.text.length }, { date: plain(one.text) }));
  return findings;
}

/** The date of this letter, and of letters it names (ลงวันที่ …): day, month in full, year, without พ.ศ. */
export const letterDates: LintRule = (letter) => {
  if (!lettersProper.has(letter.subKind)) return [];
  return lintFields.flatMap((field) => {
    const text = fieldText(letter, field);
    return datesIn(text).flatMap((one) => {
      const own = field === 'letterDate';
      const before = text.slice(Math.max(0, one.at - 8), one.at);
      const ofLetter = /ลง\s?$/.test(before) ? one.groups['word'] !== undefined : /ลงวันที่\s?$/.test(before);
      return own || ofLetter ? checkStyle(letter, field, one, own) : [];
    });
  });
};
