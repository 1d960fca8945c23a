/** Reading a clock time, or a span of one day, as people type it. */
import { isLocalTime } from './dates.ts';
import type { LocalTime } from './dates.ts';
import { toArabicDigits } from './digits.ts';
import type { Parsed } from './parsed.ts';

/** `empty` · `unreadable` · `impossible-time` (25.00, 9.75; also 24.00, which is 00.00 of the next day). */
export interface TimeFailure {
  readonly code: 'empty' | 'unreadable' | 'impossible-time';
}

/** As for a time, and `range-reversed` when the end is not after the start. */
export interface TimeRangeFailure {
  readonly code: TimeFailure['code'] | 'range-reversed';
}

const LONGEST = 60;

/** `9.00` · `09:00 น.` · `๙.๓๐` · `0900` · `เวลา 9 นาฬิกา`. A bare `9` is not taken for a time. */
export function parseTime(text: string): Parsed<LocalTime, TimeFailure> {
  if (text.length > LONGEST) return { ok: false, code: 'unreadable' };
  const typed = toArabicDigits(text).trim();
  if (typed === '') return { ok: false, code: 'empty' };
  const found = /^(?:เวลา)?\s*([0-9]{1,2})(?:\s?[.:]\s?([0-9]{2})|([0-9]{2}))?\s*(น\.?|นาฬิกา)?$/.exec(typed);
  const hours = found?.[1];
  const minutes = found?.[2] ?? found?.[3];
  if (hours === undefined || (minutes === undefined && found?.[4] === undefined)) {
    return { ok: false, code: 'unreadable' };
  }
  const time = `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  return isLocalTime(time) ? { ok: true, value: time } : { ok: false, code: 'impossible-time' };
}

/** `10.00 - 14.00 น.` · `10.00 น. ถึง 14.00 น.` · `๑๐.๐๐–๑๔.๐๐ น.` */
export function parseTimeRange(
  text: string,
): Parsed<{ readonly from: LocalTime; readonly to: LocalTime }, TimeRangeFailure> {
  if (text.trim() === '') return { ok: false, code: 'empty' };
  const [first, second, ...more] = text.slice(0, LONGEST + 1).split(/[-–—]|ถึง/);
  if (first === undefined || second === undefined || more.length > 0 || text.length > LONGEST) {
    return { ok: false, code: 'unreadable' };
  }
  // "9 - 12 น.": the mark of the end also says that the start is a time.
  const to = parseTime(second);
  const from = parseTime(/น/.test(second) && !/น/.test(first) ? `${first.trim()} น.` : first);
  if (!from.ok) return from.code === 'empty' ? { ok: false, code: 'unreadable' } : from;
  if (!to.ok) return to.code === 'empty' ? { ok: false, code: 'unreadable' } : to;
  if (to.value <= from.value) return { ok: false, code: 'range-reversed' };
  return { ok: true, value: { from: from.value, to: to.value } };
}
