/** What a score may be when the value is a sample or the year is not over. */
import type { Words } from '../../../../platform/words.ts';
import { messages } from '../messages.ts';
import { divide, one, round, scaledText, times, typedPlaces, whole, type Fraction, type Scaled } from '../numbers.ts';
import { rungReached, scoreOf, type ReadyLadder } from './ladder.ts';

export interface Interval {
  readonly low: Scaled;
  readonly high: Scaled;
}

/** What a value can be at all: 0 to 100 for a percentage. */
export interface Limits {
  readonly least?: Scaled;
  readonly most?: Scaled;
}

const within = (value: Scaled, { least, most }: Limits): Scaled => (least !== undefined && value < least ? least : most !== undefined && value > most ? most : value);

/** value ± margin, kept inside what is possible. Throws on a margin under 0. */
export function around(value: Scaled, margin: Scaled, limits: Limits = {}): Interval {
  if (margin < 0n) throw new Error('A margin of error is not negative');
  return { low: within(value - margin, limits), high: within(value + margin, limits) };
}

export interface ScoreBand {
  readonly least: Fraction;
  readonly score: Fraction;
  readonly most: Fraction;
  /** Rungs, counted from 0, that lie inside the interval: chance alone may decide about them. */
  readonly rungsAtStake: readonly number[];
}

/** The scores between the ends of the interval of a value; a ladder is monotone, so the ends are enough. */
export function scoreBand(ladder: ReadyLadder, value: Scaled, { low, high }: Interval): ScoreBand {
  const [worse, better] = ladder.better === 'less' ? [high, low] : [low, high];
  const [from, to] = [rungReached(ladder, worse), rungReached(ladder, better)];
  return {
    least: scoreOf(ladder, worse),
    score: scoreOf(ladder, value),
    most: scoreOf(ladder, better),
    rungsAtStake: ladder.rungs.flatMap((_, at) => (at > from && at <= to ? [at] : [])),
  };
}

/** A result as reported at the end of so many months of the fiscal year. */
export interface RoundResult {
  readonly month: number;
  /** Null: not reported. It is passed over, never taken for 0. */
  readonly value: Scaled | null;
}

/**
 * How the year's end is foreseen. `hold`: the last value stays (levels, steps, percentages). `pace`: what was counted so
 * far goes on at the same pace (last × 12 ÷ month). `trend`: the line through the last two rounds goes on.
 */
export type ForecastRule = 'hold' | 'pace' | 'trend';

export interface Forecast {
  readonly value: Scaled;
  /** The rule that was used: `trend` needs two rounds and holds with one; `final` is no forecast, the year's end is reported. */
  readonly used: ForecastRule | 'final';
  readonly from: readonly { readonly month: number; readonly value: Scaled }[];
  /** The limits of the value cut it. */
  readonly cut: boolean;
}

/** The value at the end of the year from the rounds so far; undefined when nothing was reported. */
export function forecast(rounds: readonly RoundResult[], rule: ForecastRule, { lastMonth = 12, ...limits }: Limits & { readonly lastMonth?: number } = {}): Forecast | undefined {
  const known = rounds.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }])).toSorted((a, b) => a.month - b.month);
  const last = known.at(-1);
  if (!last) return undefined;
  if (last.month >= lastMonth) return { value: last.value, used: 'final', from: [last], cut: false };
  const before = known.at(-2);
  const said = (exact: Fraction, used: ForecastRule, from: Forecast['from']): Forecast => {
    const value = round(exact, { places: typedPlaces, mode: 'half-away' });
    const kept = within(value, limits);
    return { value: kept, used, from, cut: kept !== value };
  };
  const months = (count: number) => whole(BigInt(count) * one);
  if (rule === 'pace' && last.month > 0) return said(divide(times(whole(last.value), months(lastMonth)), months(last.month)), 'pace', [last]);
  if (rule === 'trend' && before && before.month < last.month) {
    const slope = divide(whole(last.value - before.value), months(last.month - before.month));
    const more = times(slope, months(lastMonth - last.month));
    return said({ n: last.value * more.d + more.n, d: more.d }, 'trend', [before, last]);
  }
  return said(whole(last.value), 'hold', [last]);
}

/** The rule of a forecast in one sentence, with what it started from. */
export function forecastWords({ used, from }: Forecast): Words {
  const last = from.at(-1) as Forecast['from'][number];
  return messages.words(`forecast.${used}`, { month: last.month, value: scaledText(last.value) });
}
