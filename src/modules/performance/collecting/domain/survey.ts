/** A percentage out of a survey, with the interval that chance leaves: Wilson's, at 95 %, by whole numbers alone. */
import { divide, fraction, hundred, one, round, sum, whole, type Fraction, type Scaled } from '../../domain/numbers.ts';

/** 1.959964 in millionths: the normal deviate of 95 %. */
const z = 1_959_964n;
const scale = 1_000_000_000_000n;
const zSquared = z * z;

/** The largest whole number whose square is not above n. */
function rootOf(n: bigint): bigint {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

export interface PercentInterval {
  /** In millionths of a per cent, within 0 and 100. */
  readonly low: Scaled;
  readonly high: Scaled;
}

const nearest = (n: bigint, d: bigint): bigint => (2n * n + d) / (2n * d);

/** Wilson's interval of `yes` of `asked` people, in per cent. Throws when nobody was asked. */
export function wilson(yes: number, asked: number): PercentInterval {
  const [k, n] = [BigInt(yes), BigInt(asked)];
  if (n <= 0n || k < 0n || k > n) throw new Error(`No share: ${yes} of ${asked}`);
  const below = n * scale + zSquared;
  const root = rootOf(((4n * k * (n - k) * scale + n * zSquared) * scale * scale) / (4n * n * scale));
  const centre = (2n * k * scale + zSquared) * 100_000_000n;
  const half = 2n * z * root * 100n;
  const low = centre > half ? nearest(centre - half, 2n * below) : 0n;
  const high = nearest(centre + half, 2n * below);
  return { low: k === 0n ? 0n : low, high: k === n || high > hundred ? hundred : high };
}

/** One answered question of one group: how many of those asked said yes. */
export interface SurveyLine {
  readonly group: string;
  readonly level: string;
  readonly yes: number;
  readonly asked: number;
}

/** How levels become one value: their mean, the lowest, or one of them. */
export type SurveyFormula = { readonly kind: 'mean' } | { readonly kind: 'lowest' } | { readonly kind: 'level'; readonly level: string };

export interface LevelShare extends PercentInterval {
  readonly level: string;
  readonly yes: number;
  readonly asked: number;
  readonly share: Fraction;
}

export interface SurveyResult extends PercentInterval {
  readonly levels: readonly LevelShare[];
  readonly value: Fraction;
  /** Half of the interval. */
  readonly margin: Scaled;
}

const places = { places: 6, mode: 'half-away' } as const;
const meanOf = (parts: readonly Scaled[]): Scaled => round(fraction(parts.reduce((all, part) => all + part, 0n), BigInt(parts.length)), places);

/** Each level over all groups: who said yes of all who were asked. */
export function levelShares(lines: readonly SurveyLine[]): LevelShare[] {
  const byLevel = new Map<string, { yes: number; asked: number }>();
  for (const { level, yes, asked } of lines) {
    const before = byLevel.get(level) ?? { yes: 0, asked: 0 };
    byLevel.set(level, { yes: before.yes + yes, asked: before.asked + asked });
  }
  return [...byLevel].map(([level, { yes, asked }]) => ({ level, yes, asked, share: fraction(BigInt(yes) * hundred, BigInt(asked)), ...wilson(yes, asked) }));
}

/**
 * The value of a survey by its formula; undefined while the level that the formula asks for has no line. The interval of
 * a mean is the mean of the ends: the same people answer all levels, so chance moves them together.
 */
export function surveyResult(lines: readonly SurveyLine[], formula: SurveyFormula): SurveyResult | undefined {
  const levels = levelShares(lines);
  const lowest = levels.reduce<LevelShare | undefined>((least, level) => (least === undefined || level.share.n * least.share.d < least.share.n * level.share.d ? level : least), undefined);
  const chosen = formula.kind === 'mean' ? levels : [formula.kind === 'lowest' ? lowest : levels.find(({ level }) => level === formula.level)].filter((level) => level !== undefined);
  if (chosen.length === 0) return undefined;
  const low = meanOf(chosen.map((level) => level.low));
  const high = meanOf(chosen.map((level) => level.high));
  return { levels, value: divide(sum(chosen.map(({ share }) => share)), whole(BigInt(chosen.length) * one)), low, high, margin: (high - low + 1n) / 2n };
}
