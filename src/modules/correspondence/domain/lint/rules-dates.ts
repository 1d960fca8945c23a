// Rules about dates: days that exist, years B.E., weekdays that fit, and the style of a letter's own date.
import { BUDDHIST_ERA, MONTHS, SHORT_MONTHS, WEEKDAYS, ENGLISH_WEEKDAYS, formatDate, localDateOf, toArabicDigits, toThaiDigits, weekday } from '../../../../thai/index.ts';
import { fieldText, found, linesOf, lintFields, textFields } from './finding.ts';
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

/** What follows two digits that count something and are no year. */
const counted = String.raw`\s?(?:คน|ราย|ท่าน|แห่ง|ฉบับ|เรื่อง|รุ่น|วัน|บาท|%)`;
/** A year of two digits after a month: that date is short as a whole, and nothing else is said of it. */
const shortYear = new RegExp(String.raw`^\s?[4-9๔-๙][0-9๐-๙](?![0-9๐-๙]|${counted})`, 'u');

const monthOf = (named: string): number => {
  const full = (MONTHS as readonly string[]).indexOf(named);
  return full >= 0 ? full + 1 : short.findIndex((pattern) => new RegExp(`^${pattern}$`).test(named)) + 1;
};

function datesIn(text: string): Written[] {
  return [...text.matchAll(date)].filter((match) => match.groups?.['year'] !== undefined || !shortYear.test(text.slice(match.index + match[0].length))).map((match) => {
    const groups = match.groups ?? {};
    const named = groups['month'] ?? '';
    const full = (MONTHS as readonly string[]).indexOf(named);
    const month = monthOf(named);
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

const inDigits = /(?<![0-9๐-๙./-])(?<day>[0-9๐-๙]{1,2})(?<stroke>[/-])(?<month>[0-9๐-๙]{1,2})\k<stroke>(?<year>2[45][0-9]{2}|๒[๔๕][๐-๙]{2}|[4-9๔-๙][0-9๐-๙])(?![0-9๐-๙./-])/gu;
const withMonth = new RegExp(String.raw`(?<![0-9๐-๙./])(?<day>[0-9๐-๙]{1,2})\s?(?<month>${monthNames})\s?(?:พ\.?\s?ศ\.?\s?)?(?<year>[4-9๔-๙][0-9๐-๙])(?![0-9๐-๙.]|${counted})`, 'gu');
const century = 2500;

/** Dates written short in running text: 3/11/2563, 3 พ.ย. 63, 3 พ.ย. 2563. Tables may save their space. */
export const shortDates: LintRule = (letter) => textFields.flatMap((field) => linesOf(fieldText(letter, field)).filter((line) => !line.table).flatMap((line): Finding[] => {
  const at = (match: RegExpMatchArray) => ({ field, start: line.start + (match.index ?? 0), end: line.start + (match.index ?? 0) + match[0].length });
  const whole = (match: RegExpMatchArray): Finding[] => {
    const number = (part: string): number => Number(toArabicDigits(match.groups?.[part] ?? ''));
    const named = match.groups?.['month'] ?? '';
    const month = /^[0-9๐-๙]/.test(named) ? number('month') : monthOf(named);
    const year = number('year') < 100 ? number('year') + century : number('year');
    const name = MONTHS[month - 1];
    if (name === undefined || localDateOf(year - BUDDHIST_ERA, month, number('day')) === undefined) return [];
    const like = match[0];
    return [found(letter, 'DATE_ABBREVIATED', 'warning', at(match), { date: plain(like) }, `${inStyle(number('day'), like)} ${name} ${inStyle(year, like)}`)];
  };
  const months = datesIn(line.text).filter((one) => one.shortMonth && one.year !== undefined && !/ลง(?:วันที่)?\s?$/u.test(line.text.slice(0, one.at)) && !one.text.startsWith('ลง'))
    .map((one) => {
      const written = one.groups['month'] ?? '';
      const place = placeOf(field, one, 'month');
      return found(letter, 'DATE_MONTH_ABBREVIATED', 'ask', { field, start: line.start + place.start, end: line.start + place.end }, { date: plain(one.text) }, `${MONTHS[one.month - 1] ?? written}${written.endsWith(' ') ? ' ' : ''}`);
    });
  return [...[...line.text.matchAll(inDigits)].flatMap(whole), ...[...line.text.matchAll(withMonth)].flatMap(whole), ...months];
}));
