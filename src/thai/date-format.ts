/** How days and times are written: every official Thai style, and English. */
import { dateParts } from './dates.ts';
import type { LocalDate, LocalTime } from './dates.ts';
import { inDigits } from './digits.ts';
import type { DigitStyle } from './digits.ts';
import { ENGLISH_MONTHS, ENGLISH_WEEKDAYS, MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from './months.ts';

/**
 * | style | 3 Nov 2020 |
 * |---|---|
 * | `long` (letters, memos) | ๓ พฤศจิกายน ๒๕๖๓ |
 * | `weekday` (invitations) | วันอังคารที่ ๓ พฤศจิกายน ๒๕๖๓ |
 * | `formal` (orders, announcements) | ๓ พฤศจิกายน พ.ศ. ๒๕๖๓ |
 * | `short` (lists) | 3 พ.ย. 2563 |
 * | `short-weekday` | อ. 3 พ.ย. 2563 |
 * | `compact` (stamps, tight columns) | ๓ พ.ย. ๖๓ |
 * | `numeric` (what a form shows) | 3/11/2563 |
 */
export type DateStyle = 'long' | 'weekday' | 'formal' | 'short' | 'short-weekday' | 'compact' | 'numeric';

export interface DateFormat {
  /** Default `long`. */
  readonly style?: DateStyle;
  /** Default `arabic`, the screen's; a sheet asks for `thai`. */
  readonly digits?: DigitStyle;
}

/** A day in the Buddhist era. */
export function formatDate(date: LocalDate, { style = 'long', digits = 'arabic' }: DateFormat = {}): string {
  const { buddhistYear, month, day, weekday } = dateParts(date);
  const name = MONTHS[month - 1];
  const short = SHORT_MONTHS[month - 1];
  const written = {
    long: `${day} ${name} ${buddhistYear}`,
    weekday: `วัน${WEEKDAYS[weekday]}ที่ ${day} ${name} ${buddhistYear}`,
    formal: `${day} ${name} พ.ศ. ${buddhistYear}`,
    short: `${day} ${short} ${buddhistYear}`,
    'short-weekday': `${SHORT_WEEKDAYS[weekday]} ${day} ${short} ${buddhistYear}`,
    compact: `${day} ${short} ${String(buddhistYear).slice(-2)}`,
    numeric: `${day}/${month}/${buddhistYear}`,
  } satisfies Record<DateStyle, string>;
  return inDigits(written[style], digits);
}

/** The closing line of an order or announcement: `สั่ง ณ วันที่ ๓ พฤศจิกายน พ.ศ. ๒๕๖๓`. */
export function formatGivenLine(
  date: LocalDate,
  verb: 'สั่ง' | 'ประกาศ' | 'ให้ไว้' = 'สั่ง',
  digits: DigitStyle = 'thai',
): string {
  return `${verb} ณ วันที่ ${formatDate(date, { style: 'formal', digits })}`;
}

/**
 * A run of days, repeating only what differs: `1 - 3 พฤศจิกายน 2563`,
 * `30 ตุลาคม - 2 พฤศจิกายน 2563`, `30 ธันวาคม 2563 - 2 มกราคม 2564`.
 */
export function formatDateRange(
  from: LocalDate,
  to: LocalDate,
  { style = 'long', digits = 'arabic' }: { readonly style?: 'long' | 'short'; readonly digits?: DigitStyle } = {},
): string {
  const end = formatDate(to, { style, digits });
  if (from === to) return end;
  const start = dateParts(from);
  const last = dateParts(to);
  const names = style === 'long' ? MONTHS : SHORT_MONTHS;
  if (start.year !== last.year) return `${formatDate(from, { style, digits })} - ${end}`;
  if (start.month !== last.month) return `${inDigits(`${start.day} ${names[start.month - 1]}`, digits)} - ${end}`;
  return `${inDigits(String(start.day), digits)} - ${end}`;
}

/** `3 November 2020`, `Tuesday 3 November 2020`, `3 Nov 2020`: C.E., for English pages. */
export function formatEnglishDate(date: LocalDate, style: 'long' | 'weekday' | 'short' = 'long'): string {
  const { year, month, day, weekday } = dateParts(date);
  const name = ENGLISH_MONTHS[month - 1] ?? '';
  if (style === 'short') return `${day} ${name.slice(0, 3)} ${year}`;
  const plain = `${day} ${name} ${year}`;
  return style === 'weekday' ? `${ENGLISH_WEEKDAYS[weekday]} ${plain}` : plain;
}

/** `09.00 น.` */
export function formatTime(time: LocalTime, digits: DigitStyle = 'arabic'): string {
  return `${inDigits(time.replace(':', '.'), digits)} น.`;
}

/** `10.00 - 14.00 น.` */
export function formatTimeRange(from: LocalTime, to: LocalTime, digits: DigitStyle = 'arabic'): string {
  return `${inDigits(from.replace(':', '.'), digits)} - ${formatTime(to, digits)}`;
}
