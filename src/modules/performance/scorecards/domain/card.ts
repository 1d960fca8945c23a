/** A bureau's scorecard: whether its lines are right, and its score with the reason of every number. Pure. */
import type { Words } from '../../../../platform/words.ts';
import { errorAt, type Finding } from '../../domain/finding.ts';
import { explainScore, explanationWords, type Explanation } from '../../domain/ladder/explain.ts';
import { checkLadder, ladderOf, readyLadder, type ReadyLadder } from '../../domain/ladder/ladder.ts';
import type { LineState, Total, WeightedLine } from '../../domain/ladder/total.ts';
import { one, scaledText, type Scaled } from '../../domain/numbers.ts';
import { scorecardTotal } from '../../domain/scorecard.ts';
import type { LadderData } from '../../store/indicators.ts';

export const lineKinds = ['cascaded', 'own', 'added'] as const;
export type LineKind = (typeof lineKinds)[number];
export const months = [6, 9, 12] as const;
export type Month = (typeof months)[number];
export const levelScores = ['1', '2', '3', '4', '5'] as const;

/** The ends of the levels, for what a missing result can be. */
export const levels = { least: one, most: 5n * one } as const;

export interface CardLine {
  readonly id: number;
  readonly title: string;
  readonly better: 'more' | 'less';
  readonly unitOfMeasure: string;
  readonly weight: Scaled;
  readonly ladder: LadderData;
  /** The department took its indicator out of the year. */
  readonly cancelled: boolean;
}

export interface CardResult {
  readonly lineId: number;
  readonly month: Month;
  /** Null takes an earlier value back. */
  readonly value: Scaled | null;
}

export interface ScoredLine<L extends CardLine, R extends CardResult> {
  readonly line: L;
  readonly ladder: ReadyLadder | undefined;
  /** The result that counts; undefined while it is missing. */
  readonly result: R | undefined;
  readonly explanation: Explanation | undefined;
  readonly weighted: WeightedLine;
}

export interface CardScore<L extends CardLine, R extends CardResult> {
  readonly lines: readonly ScoredLine<L, R>[];
  readonly total: Total;
}

/** A line's levels as the engine takes them; undefined where they have an error. */
export function levelsOf({ ladder, better }: Pick<CardLine, 'ladder' | 'better'>): ReadyLadder | undefined {
  const made = ladderOf(ladder.values, ladder.scores, { better, below: ladder.below });
  return checkLadder(made).some(({ severity }) => severity === 'error') ? undefined : readyLadder(made);
}

/**
 * Σ(W·SM) ÷ ΣW over the lines as they stand after a month. A value of a later month does not count, a missing one leaves
 * the total open between two bounds, a cancelled line takes its weight with it.
 */
export function scoreCard<L extends CardLine, R extends CardResult>(lines: readonly L[], results: readonly R[], month: Month, places: number): CardScore<L, R> {
  const rounding = { places, mode: 'half-away' } as const;
  const parts = lines.map((line) => {
    const ladder = levelsOf(line);
    // The last word on each month, then the latest month that has a value.
    const result = [...months].reverse().filter((one) => one <= month)
      .flatMap((one) => { const last = results.findLast((each) => each.lineId === line.id && each.month === one); return last && last.value !== null ? [last] : []; })[0];
    const explanation = ladder && result && result.value !== null && !line.cancelled ? explainScore(ladder, result.value, rounding) : undefined;
    return { line, ladder, result, explanation };
  });
  const total = scorecardTotal(parts.map(({ line, explanation }) => ({
    key: String(line.id), component: '', weight: line.weight, top: levels.most, result: stateOf(line, explanation),
  })), { cancelled: 'drop', rounding, roundAt: 'end' });
  return { total, lines: parts.map((part, at) => ({ ...part, weighted: total.lines[at] as WeightedLine })) };
}

const stateOf = ({ cancelled }: CardLine, explanation: Explanation | undefined): LineState =>
  cancelled ? { state: 'cancelled' } : explanation ? { state: 'scored', score: explanation.exact } : { state: 'missing' };

/** Why a line has its level, in one sentence. */
export const whyWords = ({ line, explanation }: ScoredLine<CardLine, CardResult>): Words | undefined =>
  explanation && explanationWords(explanation, { th: line.unitOfMeasure, en: line.unitOfMeasure });

/** The sum that gave the score: `(20 × 4 + 15 × 3.5) ÷ 35`. Undefined while something is missing. */
export function totalFormula({ lines, total }: CardScore<CardLine, CardResult>): string | undefined {
  if (total.exact === undefined) return undefined;
  const counted = lines.filter(({ weighted }) => weighted.state === 'scored');
  const weights = counted.reduce((sum, { line }) => sum + line.weight, 0n);
  return `(${counted.map(({ line, explanation }) => `${scaledText(line.weight)} × ${scaledText(explanation?.shown ?? 0n)}`).join(' + ')}) ÷ ${scaledText(weights)}`;
}

/** Weights that come to 1 or 100; 0.15 for 15, and 15 for 0.15, told at the line with the likely number. */
export function checkCard(lines: readonly Pick<CardLine, 'id' | 'weight'>[], weightSum: number): Finding[] {
  const wanted = BigInt(weightSum) * one;
  const ofOne = weightSum === 1;
  const trapped = (weight: Scaled) => (ofOne ? weight > one : weight < one);
  const found = lines.filter(({ weight }) => trapped(weight)).map(({ id, weight }) => weightTrap(`lines.${id}.weight`, weight, weightSum) as Finding);
  const got = lines.reduce((sum, { weight }) => sum + weight, 0n);
  if (lines.length > 0 && got !== wanted) {
    const where = { th: 'ทุกรายการ', en: 'all lines' };
    found.push(errorAt('lines', 'find.weight-sum', { where, got: scaledText(got), wanted: scaledText(wanted) }));
  }
  return found;
}

/** What a weight of the other scale probably means; undefined where it fits. */
export function weightTrap(field: string, weight: Scaled, weightSum: number): Finding | undefined {
  if (weight <= 0n) return errorAt(field, 'find.weight-negative');
  if (weightSum === 1) {
    if (weight <= one) return undefined;
    const meant = scaledText(weight / 100n);
    return errorAt(field, 'find.weight-as-percent', { weight: scaledText(weight), meant, sum: '1' }, meant);
  }
  if (weight >= one) return undefined;
  const meant = scaledText(weight * 100n);
  return errorAt(field, 'find.weight-as-fraction', { weight: scaledText(weight), meant }, meant);
}

/** A score as a line state of a cascade. */
export const asState = (scored: ScoredLine<CardLine, CardResult>): LineState =>
  scored.line.cancelled ? { state: 'cancelled' } : scored.explanation ? { state: 'scored', score: scored.explanation.exact } : { state: 'missing' };

/** The share of a line's result that reached a level, for drawing: 1 to 5, or undefined. */
export const levelReached = ({ explanation }: Pick<ScoredLine<CardLine, CardResult>, 'explanation'>): number | undefined =>
  explanation && Number(scaledText(explanation.shown));

