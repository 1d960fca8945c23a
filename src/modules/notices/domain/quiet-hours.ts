import { addDays, bangkokDate, bangkokInstant, bangkokTime, localTime } from '../../../thai/index.ts';

/** Hours of the Bangkok day in which a person is not told anything outside the house; `from` after `to` goes past midnight. */
export interface QuietHours {
  readonly quiet: boolean;
  /** `HH:MM`. */
  readonly quietFrom: string;
  readonly quietTo: string;
}

/** The legal instant at which the quiet hours under way end; undefined when none are. Equal times are no hours at all. */
export function quietUntil({ quiet, quietFrom, quietTo }: QuietHours, now: Date): Date | undefined {
  if (!quiet || quietFrom === quietTo) return undefined;
  const time: string = bangkokTime(now);
  const today = bangkokDate(now);
  const pastMidnight = quietFrom > quietTo;
  const inside = pastMidnight ? time >= quietFrom || time < quietTo : time >= quietFrom && time < quietTo;
  if (!inside) return undefined;
  return bangkokInstant(time < quietTo ? today : addDays(today, 1), localTime(quietTo));
}
