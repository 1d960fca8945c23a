/**
 * The two years of a Thai department, always numbered in the Buddhist era.
 *
 * Budget, plans, indicators and leave run on the fiscal year: fiscal year N is
 * 1 October N−1 to 30 September N (Budget Procedures Act B.E. 2561, s. 4).
 * Registers and number series run on the calendar year and start again on
 * 1 January (Regulation on Correspondence B.E. 2526). Never use one for the other.
 */
import { BUDDHIST_ERA, dateParts, daysInMonth, localDate } from './dates.ts';
import type { LocalDate } from './dates.ts';
import { inDigits } from './digits.ts';
import type { DigitStyle } from './digits.ts';

/** First and last day of a span, both inside it. */
export interface DateSpan {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export type Quarter = 1 | 2 | 3 | 4;

/** Fiscal year, B.E.: 1 Oct 2563 → 2564, 30 Sep 2563 → 2563. */
export function fiscalYear(date: LocalDate): number {
  const { buddhistYear, month } = dateParts(date);
  return month >= 10 ? buddhistYear + 1 : buddhistYear;
}

/** Calendar year, B.E.: 31 Dec 2563 → 2563. */
export function calendarYear(date: LocalDate): number {
  return dateParts(date).buddhistYear;
}

/** Days of a fiscal year (B.E.). Throws a RangeError when the number is no B.E. year of four-digit C.E. days. */
export function fiscalYearBounds(year: number): DateSpan {
  const ce = year - BUDDHIST_ERA;
  return { from: localDate(`${ce - 1}-10-01`), to: localDate(`${ce}-09-30`) };
}

/** Days of a calendar year (B.E.). Throws as `fiscalYearBounds` does. */
export function calendarYearBounds(year: number): DateSpan {
  const ce = year - BUDDHIST_ERA;
  return { from: localDate(`${ce}-01-01`), to: localDate(`${ce}-12-31`) };
}

/** Quarter of the fiscal year: October to December is 1. */
export function fiscalQuarter(date: LocalDate): Quarter {
  return ((Math.floor((dateParts(date).month + 2) / 3) % 4) + 1) as Quarter;
}

/** Days of a quarter of a fiscal year (B.E.). */
export function fiscalQuarterBounds(year: number, quarter: Quarter): DateSpan {
  const ce = year - BUDDHIST_ERA - (quarter === 1 ? 1 : 0);
  const first = ((quarter * 3 + 6) % 12) + 1;
  const last = first + 2;
  const twoDigits = (month: number): string => String(month).padStart(2, '0');
  return {
    from: localDate(`${ce}-${twoDigits(first)}-01`),
    to: localDate(`${ce}-${twoDigits(last)}-${daysInMonth(ce, last)}`),
  };
}

/** `ปีงบประมาณ พ.ศ. 2564`. */
export function fiscalYearName(year: number, digits: DigitStyle = 'arabic'): string {
  return `ปีงบประมาณ พ.ศ. ${inDigits(String(year), digits)}`;
}
