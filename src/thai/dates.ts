/**
 * Calendar days and clock times in Asia/Bangkok.
 *
 * Every legal day of a Thai department is a day in Bangkok, so a day is a plain
 * C.E. string `YYYY-MM-DD` that knows no time zone: it sorts as text, compares
 * with `<`, and is what a PostgreSQL `date` column holds. Instants are `Date`s
 * and come in only as parameters; nothing here reads the clock.
 *
 * Bangkok has stood at UTC+7 without summer time since 1920, so the conversion
 * is arithmetic: it needs no time-zone data and cannot depend on the process's TZ.
 */

/** A real calendar day, `YYYY-MM-DD`, C.E., year 1000–9999. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

/** A clock time in Bangkok, `HH:MM`, 00:00–23:59. */
export type LocalTime = string & { readonly __brand: 'LocalTime' };

/** Day of the week, 0 = Sunday … 6 = Saturday, as `Date#getUTCDay` counts. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Years between the Buddhist and the Christian era. */
export const BUDDHIST_ERA = 543;

const DAY_MS = 86_400_000;
const BANGKOK_OFFSET_MS = 7 * 3_600_000;
const two = (value: number): string => String(value).padStart(2, '0');

/** The parts of a day; `year` is C.E., `buddhistYear` B.E., `month` 1–12. */
export interface DateParts {
  readonly year: number;
  readonly buddhistYear: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: Weekday;
}

/** Number of days in a month (1–12) of a C.E. year. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** The day with these parts (C.E. year), or undefined when no such day exists. */
export function localDateOf(year: number, month: number, day: number): LocalDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return undefined;
  if (day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${year}-${two(month)}-${two(day)}` as LocalDate;
}

/** True when the value is a real day written `YYYY-MM-DD` in ASCII digits. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value)) return false;
  return localDateOf(Number(value.slice(0, 4)), Number(value.slice(5, 7)), Number(value.slice(8))) !== undefined;
}

/**
 * A day that the program itself wrote: a constant, a database column.
 * Throws a RangeError when it is not one; what a person typed goes to `parseThaiDate`.
 */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) throw new RangeError(`Not a calendar day YYYY-MM-DD: ${JSON.stringify(text)}`);
  return text;
}

/** True when the value is `HH:MM`, 00:00–23:59, in ASCII digits. */
export function isLocalTime(value: unknown): value is LocalTime {
  return typeof value === 'string' && /^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/.test(value);
}

/** A time that the program itself wrote; throws a RangeError like `localDate`. */
export function localTime(text: string): LocalTime {
  if (!isLocalTime(text)) throw new RangeError(`Not a clock time HH:MM: ${JSON.stringify(text)}`);
  return text;
}

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(date) / DAY_MS;
}

/** The inverse of `dayNumber`; throws a RangeError outside years 1000–9999. */
export function dateOfDayNumber(days: number): LocalDate {
  const at = new Date(days * DAY_MS);
  const date = localDateOf(at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate());
  if (date === undefined || !Number.isInteger(days)) throw new RangeError(`Day number out of range: ${days}`);
  return date;
}

/** Year, month, day and weekday of a day. */
export function dateParts(date: LocalDate): DateParts {
  const year = Number(date.slice(0, 4));
  return {
    year,
    buddhistYear: year + BUDDHIST_ERA,
    month: Number(date.slice(5, 7)),
    day: Number(date.slice(8)),
    weekday: weekday(date),
  };
}

/** Day of the week, 0 = Sunday. */
export function weekday(date: LocalDate): Weekday {
  return new Date(Date.parse(date)).getUTCDay() as Weekday;
}

/** `n` days later (earlier when negative). Throws a RangeError outside years 1000–9999. */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateOfDayNumber(dayNumber(date) + n);
}

/**
 * `n` months later; a day that the month does not have becomes its last day
 * (31 January + 1 month = 28 or 29 February), as a period by months ends under
 * section 193/5 of the Civil and Commercial Code. Throws outside years 1000–9999.
 */
export function addMonths(date: LocalDate, n: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const months = year * 12 + (month - 1) + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  const moved = localDateOf(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (moved === undefined) throw new RangeError(`${date} + ${n} months is out of range`);
  return moved;
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day that an instant falls on in Bangkok. Throws a RangeError on an invalid `Date`. */
export function bangkokDate(instant: Date): LocalDate {
  return dateOfDayNumber(Math.floor((instant.getTime() + BANGKOK_OFFSET_MS) / DAY_MS));
}

/** The clock time of an instant in Bangkok, seconds cut off. Throws on an invalid `Date`. */
export function bangkokTime(instant: Date): LocalTime {
  const local = new Date(instant.getTime() + BANGKOK_OFFSET_MS).toISOString();
  return local.slice(11, 16) as LocalTime;
}

/** The instant at which the clock in Bangkok shows this time (default 00:00) on this day. */
export function bangkokInstant(date: LocalDate, time: LocalTime = '00:00' as LocalTime): Date {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return new Date(Date.parse(date) + minutes * 60_000 - BANGKOK_OFFSET_MS);
}

/** 24:00 of a day in Bangkok, where a deadline "within that day" ends: the first instant that is late. */
export function endOfDay(date: LocalDate): Date {
  return new Date(Date.parse(date) + DAY_MS - BANGKOK_OFFSET_MS);
}
