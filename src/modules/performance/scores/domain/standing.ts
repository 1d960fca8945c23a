/** Where a line of the sheet stands, and what it is expected to end at. */
import type { Sheet, SheetLine } from '../../sheet.ts';
import { forecast, type Forecast, type ForecastRule, type Limits } from '../../domain/ladder/uncertain.ts';
import { rungReached, scoreOf, type ReadyLadder, type Rung } from '../../domain/ladder/ladder.ts';
import { hundred, type Fraction, type Scaled } from '../../domain/numbers.ts';
import type { Indicator } from '../../store/indicators.ts';

/**
 * `cancelled` · `no-ladder` no target to score by · `missing` no value · `below` under the lowest rung, nothing earned yet
 * · `short` expected to end below the target · `going` on its way · `reached` at the target or over it.
 */
export type Standing = 'cancelled' | 'no-ladder' | 'missing' | 'below' | 'short' | 'going' | 'reached';

/** The target: the middle rung, which is the standard one of three steps and level 3 of five. */
export const targetRung = ({ rungs }: ReadyLadder): Rung => rungs[Math.floor(rungs.length / 2)] as Rung;

/** Values that are a share of 100: the unit stands before the number, `ร้อยละ 77`. */
export const isPercent = (unitOfMeasure: string): boolean => unitOfMeasure.includes('ร้อยละ') || unitOfMeasure.includes('%');

/** What a value of this unit can be at all. Steps, counts and percentages are not negative. */
export function limitsOf({ unitOfMeasure, measuring }: Pick<Indicator, 'unitOfMeasure' | 'measuring'>): Limits {
  if (isPercent(unitOfMeasure)) return { least: 0n, most: hundred };
  return measuring === 'manual' ? {} : { least: 0n };
}

/**
 * Steps, stages and levels stay where they are until the next one is done; percentages and points follow their line;
 * what is counted over the year goes on at its pace.
 */
export function forecastRuleOf({ measuring, kind, places, unitOfMeasure }: Pick<Indicator, 'measuring' | 'kind' | 'places' | 'unitOfMeasure'>): ForecastRule {
  if (measuring === 'survey' || measuring === 'assessment') return 'trend';
  if (measuring === 'manual' && kind === 'output' && places === 0 && !isPercent(unitOfMeasure)) return 'pace';
  return 'hold';
}

export interface Foreseen extends Forecast {
  /** Score of the foreseen value; undefined without a ladder. */
  readonly score: Fraction | undefined;
}

/** The end of the year from the rounds up to a month; undefined while nothing is reported. */
export function foresee({ indicator, ladder }: Pick<SheetLine, 'indicator' | 'ladder'>, results: Sheet['results'], { month = 12, rule = forecastRuleOf(indicator) }: { readonly month?: number; readonly rule?: ForecastRule } = {}): Foreseen | undefined {
  const rounds = results.filter((one) => one.indicatorId === indicator.id && one.month <= month).map(({ month: at, value }) => ({ month: at, value }));
  const found = forecast(rounds, rule, limitsOf(indicator));
  return found && { ...found, score: ladder && scoreOf(ladder, found.value) };
}

const reaches = (ladder: ReadyLadder, value: Scaled, rung: Rung): boolean => ladder.sign * value >= ladder.sign * rung.value;

/** Where one line stands; a value that cannot be scored is not called good or bad. */
export function standingOf(line: SheetLine, results: Sheet['results'], month = 12): Standing {
  const { indicator, ladder, explanation } = line;
  if (indicator.state === 'cancelled') return 'cancelled';
  if (!ladder) return 'no-ladder';
  if (!explanation) return 'missing';
  if (reaches(ladder, explanation.value, targetRung(ladder))) return 'reached';
  if (rungReached(ladder, explanation.value) < 0) return 'below';
  const end = foresee(line, results, { month });
  return end && !reaches(ladder, end.value, targetRung(ladder)) ? 'short' : 'going';
}
