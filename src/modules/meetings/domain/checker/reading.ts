// Reading official Thai text: numbers, dates, labels, abbreviations, near misses. Used by the rules.
import { BUDDHIST_ERA, localDateOf, MONTHS, SHORT_MONTHS, toArabicDigits, WEEKDAYS } from '../../../../thai/index.ts';
import type { LocalDate } from '../../../../thai/index.ts';
import type { AgendaItem, MinutesDocument, MinutesLine } from '../minutes-document.ts';
import { numberSections, textParts } from '../minutes-text.ts';
import type { NumberedSection, Place, TextPart } from '../minutes-text.ts';

/** Digits of the text all Arabic; every offset stays what it was. */
export const arabic = toArabicDigits;

/** Letters, digits and marks only, Arabic digits, no brackets or spaces: for comparing names. */
export function bare(text: string): string {
  return arabic(text).normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]/gu, '').toLowerCase();
}

/** Optimal string alignment distance, counted in code points. */
export function editDistance(a: string, b: string): number {
  const left = Array.from(a);
  const right = Array.from(b);
  let previous: number[] = [];
  let current = right.map((_, j) => j).concat(right.length);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const swap = left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1] ? (previous[j - 2] ?? Infinity) + 1 : Infinity;
      const change = (current[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min((current[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change, swap));
    }
    previous = current;
    current = next;
  }
  return current[right.length] ?? 0;
}

/** 1 for equal texts, 0 for texts without a common letter. */
export function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 1 : 1 - editDistance(a, b) / longest;
}

/** What stands in one text and not in the other, as "−old +new" of the differing middle. */
export function middleDifference(a: string, b: string): string {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const mine = a.slice(start, a.length - end).trim();
  const other = b.slice(start, b.length - end).trim();
  return [mine && `"${mine}"`, other && `"${other}"`].filter(Boolean).join(' / ');
}

const smallNumbers: Readonly<Record<string, number>> = { หนึ่ง: 1, สอง: 2, สาม: 3, สี่: 4, ห้า: 5, หก: 6, เจ็ด: 7, แปด: 8, เก้า: 9, สิบ: 10 };
/** A count in digits or as a Thai word up to ten. */
export const countPattern = `[0-9]{1,3}|${Object.keys(smallNumbers).join('|')}`;

export function countValue(text: string): number {
  return smallNumbers[text] ?? Number(text);
}

/** The one number of a table cell ("๒๐", "ร้อยละ 20.5", "15%"), or undefined. */
export function cellNumber(text: string): number | undefined {
  const found = /^(?:ร้อยละ)?\s*([0-9]{1,3}(?:\.[0-9]+)?)\s*(?:%|คะแนน)?$/u.exec(arabic(text).trim());
  return found ? Number(found[1]) : undefined;
}

/** A sum without the dust of binary fractions. */
export function total(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((sum, n) => sum + n, 0) * 1e6) / 1e6;
}

export type Label = { readonly word: string; readonly number: number; readonly start: number; readonly end: number };

/** "ตัวชี้วัดที่ ๓", "ขั้นตอนที่ 2": word before ที่ and number; only words of `classifiers`. */
export function labelsIn(text: string, classifiers: readonly string[]): Label[] {
  const words = classifiers.toSorted((a, b) => b.length - a.length).join('|');
  return [...arabic(text).matchAll(new RegExp(`(${words})ที่\\s*([0-9]{1,2})(?![0-9.])`, 'gu'))].map((m) => ({
    word: m[1] ?? '',
    number: Number(m[2]),
    start: m.index,
    end: m.index + m[0].length,
  }));
}

/** The label that a text begins with. */
export function leadingLabel(text: string, classifiers: readonly string[]): Label | undefined {
  const first = labelsIn(text, classifiers)[0];
  return first && text.slice(0, first.start).trim() === '' ? first : undefined;
}

export type DateInText = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Index of the weekday as written, 0 = Sunday. */
  readonly weekday?: number;
  /** Undefined when there is no such day. */
  readonly date?: LocalDate;
};

const dateInText = (() => {
  const escape = (s: string) => s.replaceAll('.', '\\.');
  const months = [...MONTHS, ...SHORT_MONTHS].map(escape).join('|');
  return new RegExp(`(?:วัน(${WEEKDAYS.join('|')}|พฤหัส)(?:ที่)?\\s*)?(?<![0-9])([0-9]{1,2})\\s*(${months})\\s*(?:พ\\.ศ\\.\\s*)?([0-9]{4})`, 'gu');
})();

/** All full dates written out in a text. */
export function datesIn(text: string): DateInText[] {
  return [...arabic(text).matchAll(dateInText)].map((m) => {
    const name = m[3] ?? '';
    const month = Math.max(MONTHS.findIndex((x) => x === name), SHORT_MONTHS.findIndex((x) => x === name)) + 1;
    const weekdayName = m[1] === 'พฤหัส' ? 'พฤหัสบดี' : m[1];
    const date = localDateOf(Number(m[4]) - BUDDHIST_ERA, month, Number(m[2]));
    return {
      start: m.index,
      end: m.index + m[0].length,
      text: text.slice(m.index, m.index + m[0].length),
      ...(weekdayName && { weekday: WEEKDAYS.findIndex((w) => w === weekdayName) }),
      ...(date && { date }),
    };
  });
}

export type AbbreviationInText = { readonly text: string; readonly start: number; readonly end: number };

/** "กกต.", "ก.ล.ต.", "ผอ.กบร.": consonants with dots; a month after a day number is not among them. */
export function abbreviationsIn(text: string): AbbreviationInText[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}.])((?:รอง ?)?ผอ\.)?\s?((?:[ก-ฮ]{1,6}\.){1,5})/gu)].flatMap((m) => {
    const core = m[2] ?? '';
    if (core.length < 3) return [];
    const start = m.index + m[0].length - core.length;
    const before = text.slice(0, start);
    if (/[0-9๐-๙]\s*$/u.test(before) || /เดือน\s*$/u.test(before)) return [];
    return [{ text: core, start, end: start + core.length }];
  });
}

/** The texts of one agenda item, split into what was said and what was resolved. */
export type ItemView = {
  readonly number: string;
  readonly item: AgendaItem;
  readonly section: NumberedSection;
  readonly parts: readonly TextPart[];
  readonly lines: readonly { readonly line: MinutesLine; readonly place: Place }[];
};

const viewsOf = new WeakMap<MinutesDocument, readonly ItemView[]>();

/** The agenda items with their texts and lines; read once a document. */
export function itemViews(document: MinutesDocument): readonly ItemView[] {
  const known = viewsOf.get(document);
  if (known) return known;
  const parts = textParts(document);
  const views = numberSections(document).flatMap((section) =>
    section.items.map(({ item, number }) => {
      const ids = new Set([item.id, ...item.lines.map((l) => l.id)]);
      const own = number ?? section.number;
      return {
        number: own,
        item,
        section,
        parts: parts.filter((p) => ids.has(p.ref.lineId)),
        lines: item.lines.map((line, index) => ({ line, place: { area: 'agenda' as const, number: own, paragraph: index + 1 } })),
      };
    }),
  );
  viewsOf.set(document, views);
  return views;
}

/** The texts that are prose of the agenda: no speaker fields, no structured assignments. */
export function proseParts(document: MinutesDocument): TextPart[] {
  return textParts(document).filter((p) => p.place.area === 'agenda' && /^(?:text|title|cell:)/u.test(p.ref.field));
}
