/**
 * Reading a date as people type it.
 *
 * Understood, in Thai or Arabic digits, with or without a weekday in front:
 * `3 พ.ย. 2563` · `๓/๑๑/๖๓` · `3-11-63` · `2020-11-03` · `3 พฤศจิกายน พ.ศ. ๒๕๖๓` ·
 * `วันจันทร์ที่ 26 ต.ค. 63` · `26ตค63` · `3 November 2020` · `Nov 3, 2020`.
 *
 * Order is day, month, year, except where a four-digit year stands first. A
 * two-digit year is B.E. 25xx, as it is in Thai offices; beside an English month
 * or a C.E. mark it could mean either era and is refused. A four-digit year tells
 * its own era.
 *
 * Years before B.E. 2484 (C.E. 1941) are refused: until then the year began on
 * 1 April (B.E. 2483 had nine months), so B.E. − 543 is wrong for January to March
 * and such a date cannot be converted without knowing which reckoning was meant.
 */
import { BUDDHIST_ERA, localDateOf, weekday } from './dates.ts';
import type { LocalDate, Weekday } from './dates.ts';
import { toArabicDigits } from './digits.ts';
import { ENGLISH_MONTHS, ENGLISH_WEEKDAYS, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from './months.ts';
import type { Parsed } from './parsed.ts';

/**
 * Why a date was not understood:
 * `empty` nothing typed · `unreadable` no known form · `year-missing` day and month only ·
 * `impossible-date` no such day (31 เม.ย., 29 ก.พ. of a common year, month 13) ·
 * `weekday-mismatch` the date exists (`date`) but falls on `actual` ·
 * `ambiguous-year` two digits that could be either era ·
 * `year-before-2484` see the head of this file · `year-too-late` after C.E. 2199.
 */
export type DateFailure =
  | {
      readonly code:
        | 'empty'
        | 'unreadable'
        | 'year-missing'
        | 'impossible-date'
        | 'ambiguous-year'
        | 'year-before-2484'
        | 'year-too-late';
    }
  | { readonly code: 'weekday-mismatch'; readonly date: LocalDate; readonly actual: Weekday };

type SimpleCode = Exclude<DateFailure['code'], 'weekday-mismatch'>;

const FIRST_YEAR = 2484 - BUDDHIST_ERA;
const LAST_YEAR = 2199;
const LONGEST = 80;

/** Every spelling of a month, longest first, so that `พฤษภา` does not hide `พฤษภาคม`. */
const monthSpellings: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((full, index): [string, number][] => {
    const english = (ENGLISH_MONTHS[index] ?? '').toLowerCase();
    const spellings = [
      full,
      full.replace(/(?:คม|ยน|พันธ์)$/, ''),
      (SHORT_MONTHS[index] ?? '').replaceAll('.', ''),
      english,
      english.slice(0, 3),
    ];
    if (index === 6) spellings.push('กรกฏาคม', 'กรกฏา'); // ฏ for ฎ is the commonest slip in any Thai date
    if (index === 8) spellings.push('sept');
    return spellings.map((spelling) => [spelling, index + 1]);
  }),
);

/** A spelling as a pattern; two- and three-letter Thai abbreviations may carry dots and spaces. */
function spellingPattern(spelling: string): string {
  const consonants = spelling.match(/[ก-ฮ]/g) ?? [];
  if (consonants.length !== 2) return spelling;
  return spelling.replace(/^(.+)([ก-ฮ])$/, '$1\\.? ?$2');
}

const month = [...monthSpellings.keys()].sort((a, b) => b.length - a.length).map(spellingPattern).join('|');
const era = String.raw`พ\.? ?ศ\.?|ค\.? ?ศ\.?|b\.? ?e\.?|c\.? ?e\.?|a\.? ?d\.?`;
const year = String.raw`(?:ปี ?)?(?<era1>${era})? ?(?<year>[0-9]{4}|[0-9]{2}) ?(?<era2>${era})?`;

const forms: readonly RegExp[] = [
  /^(?<year>[0-9]{4}) ?[-/.] ?(?<month>[0-9]{1,2}) ?[-/.] ?(?<day>[0-9]{1,2})$/,
  new RegExp(String.raw`^(?<day>[0-9]{1,2}) ?[-/.] ?(?<month>[0-9]{1,2}) ?[-/.] ?${year}$`),
  new RegExp(String.raw`^(?<day>[0-9]{1,2})(?:st|nd|rd|th)? ?[-/]? ?(?:of )?(?<month>${month})\.? ?[-/,]? ?${year}$`),
  new RegExp(String.raw`^(?<month>[a-z]{3,9})\.? ?(?<day>[0-9]{1,2})(?:st|nd|rd|th)? ?,? ${year}$`),
];
const withoutYear: readonly RegExp[] = [
  /^[0-9]{1,2} ?[-/.] ?[0-9]{1,2}$/,
  new RegExp(String.raw`^[0-9]{1,2} ?(?:${month})\.?$`),
];

const weekdayNames: readonly (readonly [RegExp, Weekday])[] = ([0, 1, 2, 3, 4, 5, 6] as const).map((index) => {
  const full = WEEKDAYS[index] ?? '';
  const shortened = index === 4 ? `${full}|พฤหัส` : full;
  const dotted = (SHORT_WEEKDAYS[index] ?? '').replace('.', '\\.');
  const english = (ENGLISH_WEEKDAYS[index] ?? '').toLowerCase();
  const pattern = `^(?:(?:วัน)?(?:${shortened})(?:ฯ)?(?: ?ที่)?|${dotted}|${english}\\b|${english.slice(0, 3)}[a-z]{0,2}\\b) ?[.,]? ?`;
  return [new RegExp(pattern), index];
});

/** Reads a date typed by a person. */
export function parseThaiDate(text: string): Parsed<LocalDate, DateFailure> {
  if (text.length > LONGEST) return fail('unreadable');
  let rest = toArabicDigits(text)
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
  if (rest === '') return fail('empty');

  let saidWeekday: Weekday | undefined;
  for (const [pattern, index] of weekdayNames) {
    const found = pattern.exec(rest);
    if (found !== null && found[0].length < rest.length) {
      saidWeekday = index;
      rest = rest.slice(found[0].length);
      break;
    }
  }
  rest = rest.replace(/^(?:ลง|ณ ?)?(?:วันที่|ที่) ?/, '');

  const groups = forms.map((form) => form.exec(rest)?.groups).find((found) => found !== undefined);
  if (groups === undefined) {
    return fail(withoutYear.some((form) => form.test(rest)) ? 'year-missing' : 'unreadable');
  }
  const monthText = groups['month'] ?? '';
  const monthNumber = monthOf(monthText);
  if (monthNumber === undefined) return fail('unreadable');
  const ceYear = yearOf(groups['year'] ?? '', groups['era1'] ?? groups['era2'], /[a-z]/.test(monthText));
  if (typeof ceYear === 'string') return fail(ceYear);

  const date = localDateOf(ceYear, monthNumber, Number(groups['day']));
  if (date === undefined) return fail('impossible-date');
  const actual = weekday(date);
  if (saidWeekday !== undefined && saidWeekday !== actual) {
    return { ok: false, code: 'weekday-mismatch', date, actual };
  }
  return { ok: true, value: date };
}

function fail(code: SimpleCode): Parsed<never, DateFailure> {
  return { ok: false, code };
}

function monthOf(text: string): number | undefined {
  return /^[0-9]+$/.test(text) ? Number(text) : monthSpellings.get(text.replace(/[. ]/g, ''));
}

/** The C.E. year meant, or the code of what is wrong with it. */
function yearOf(digits: string, eraMark: string | undefined, englishMonth: boolean): number | SimpleCode {
  const era = eraMark?.replace(/[. ]/g, '');
  const saidChristian = era === 'คศ' || era === 'ce' || era === 'ad';
  const saidBuddhist = era === 'พศ' || era === 'be';
  let typed = Number(digits);
  if (digits.length === 2) {
    if (saidChristian || (englishMonth && !saidBuddhist)) return 'ambiguous-year';
    typed += 2500;
  }
  // Between the last C.E. year taken and the first B.E. one only an early B.E. year can be meant.
  const buddhist = saidBuddhist || (!saidChristian && typed > LAST_YEAR);
  const ce = buddhist ? typed - BUDDHIST_ERA : typed;
  if (ce < FIRST_YEAR) return 'year-before-2484';
  return ce > LAST_YEAR ? 'year-too-late' : ce;
}
