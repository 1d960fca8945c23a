import { addDays, addMonths, calendarYear, calendarYearBounds, fiscalYear, fiscalYearBounds, formatDateRange, formatEnglishDate, localDate, type DateSpan } from '../../../thai/index.ts';
import type { Language } from '../../../platform/words.ts';

export const yearKinds = ['fiscal', 'calendar'] as const;
export type YearKind = (typeof yearKinds)[number];
export const parts = ['year', 'first', 'second'] as const;
export type Part = (typeof parts)[number];

/** A year or half a year: `{kind: 'fiscal', year: 2564, part: 'first'}` is 1 Oct 2563 to 31 Mar 2564. */
export interface Period {
  readonly kind: YearKind;
  /** B.E. */
  readonly year: number;
  readonly part: Part;
}

export function boundsOf({ kind, year, part }: Period): DateSpan {
  const whole = kind === 'fiscal' ? fiscalYearBounds(year) : calendarYearBounds(year);
  if (part === 'year') return whole;
  const middle = addMonths(whole.from, 6);
  return part === 'first' ? { from: whole.from, to: addDays(middle, -1) } : { from: middle, to: whole.to };
}

/** The period as asked; what is not asked is the fiscal year of today. */
export function periodAsked(asked: { kind?: YearKind | undefined; year?: number | undefined; part?: Part | undefined }, today: string): Period {
  const kind = asked.kind ?? 'fiscal';
  const now = kind === 'fiscal' ? fiscalYear(localDate(today)) : calendarYear(localDate(today));
  return { kind, year: asked.year ?? now, part: asked.part ?? 'year' };
}

/** Three years that can be chosen: up to the one of today. */
export function yearsOffered(kind: YearKind, today: string): number[] {
  const now = kind === 'fiscal' ? fiscalYear(localDate(today)) : calendarYear(localDate(today));
  return [now, now - 1, now - 2];
}

const names = {
  th: { fiscal: 'ปีงบประมาณ พ.ศ.', calendar: 'ปี พ.ศ.', year: 'ทั้งปี', first: 'รอบ 6 เดือนแรก', second: 'รอบ 6 เดือนหลัง' },
  en: { fiscal: 'Fiscal year', calendar: 'Year', year: 'whole year', first: 'first six months', second: 'last six months' },
} as const;

export const partName = (lang: Language, part: Part): string => names[lang][part];
export const kindName = (lang: Language, kind: YearKind): string => names[lang][kind];

/** `ปีงบประมาณ พ.ศ. 2564 รอบ 6 เดือนแรก` */
export function periodName(lang: Language, { kind, year, part }: Period): string {
  return `${names[lang][kind]} ${year} ${names[lang][part]}`;
}

export function spanWords(lang: Language, { from, to }: DateSpan): string {
  return lang === 'th' ? formatDateRange(from, to, { style: 'short' }) : `${formatEnglishDate(from, 'short')} – ${formatEnglishDate(to, 'short')}`;
}
