import { addDays, bangkokInstant, isWorkingDay, localTime, weekday, type LocalDate, type OfficeCalendar } from '../../../thai/index.ts';

export const digestRhythms = ['daily', 'weekly', 'none'] as const;
export type DigestRhythm = (typeof digestRhythms)[number];

/** When a person wants the digest. */
export interface DigestWish {
  readonly digest: DigestRhythm;
  /** `HH:MM` in Bangkok. */
  readonly digestAt: string;
  /** 1 Monday … 7 Sunday. */
  readonly digestWeekday: number;
  readonly workingDays: boolean;
}

/**
 * Whether a digest falls on a day. With working days only, a daily one leaves out days off, and a weekly one whose day
 * is off comes on the next working day of that week; in a week off throughout it does not come.
 */
export function digestFallsOn(wish: DigestWish, day: LocalDate, calendar: OfficeCalendar): boolean {
  if (wish.digest === 'none') return false;
  if (wish.digest === 'daily') return !wish.workingDays || isWorkingDay(calendar, day);
  const monday = addDays(day, -((weekday(day) + 6) % 7));
  let wanted = addDays(monday, wish.digestWeekday - 1);
  const sunday = addDays(monday, 6);
  while (wish.workingDays && wanted <= sunday && !isWorkingDay(calendar, wanted)) wanted = addDays(wanted, 1);
  return wanted === day && wanted <= sunday;
}

/** The legal instant of the digest of a day. */
export const digestInstant = (wish: DigestWish, day: LocalDate): Date => bangkokInstant(day, localTime(wish.digestAt));
