/** Numbers of orders as people type them and as texts name them: คำสั่งที่ ๑๒/๒๕๖๓, คำสั่งกรม…ที่ 12/63, 12/2563, 12. */
import { toArabicDigits } from '../../../thai/index.ts';

export interface OrderNumber {
  readonly number: number;
  /** Calendar year, B.E.; undefined where a bare number was typed. */
  readonly year: number | undefined;
}

const whole = /^(?:คำสั่ง)?(?:[^0-9]*ที่|เลขที่|เลข)?(?<number>[0-9]{1,6})(?:\/(?<year>2[45][0-9]{2}|[0-9]{2}))?$/u;

/** The number that a text is, and nothing but; undefined where it holds other words. Two digits of a year are of this hundred (63 is 2563). */
export function orderNumber(text: string): OrderNumber | undefined {
  const { number, year } = whole.exec(toArabicDigits(text).replaceAll(/[\s,]+/g, ''))?.groups ?? {};
  if (number === undefined || Number(number) === 0) return undefined;
  return { number: Number(number), year: year === undefined ? undefined : Number(year.length === 2 ? `25${year}` : year) };
}

/** As kept in the register: `12/2563`. */
export const orderReference = ({ number, year }: { readonly number: number; readonly year: number }): string => `${number}/${year}`;

/** What an order is worth today. `amended` holds with changes; `corrected` was issued again in another form. */
export const orderStandings = ['in-force', 'amended', 'cancelled', 'recalled', 'corrected', 'void', 'reserved'] as const;
export type OrderStanding = (typeof orderStandings)[number];

export interface StandingFacts {
  readonly entryState: 'valid' | 'void' | 'reserved';
  /** Null for an order made outside. */
  readonly letterState: string | null;
  /** What later orders that still stand did to it. */
  readonly changedBy: readonly { readonly effect: 'cancels' | 'amends' }[];
}

export function orderStanding({ entryState, letterState, changedBy }: StandingFacts): OrderStanding {
  if (entryState !== 'valid') return entryState;
  if (letterState === 'recalled' || letterState === 'corrected' || letterState === 'void') return letterState;
  if (changedBy.some((one) => one.effect === 'cancels')) return 'cancelled';
  return changedBy.length > 0 ? 'amended' : 'in-force';
}
