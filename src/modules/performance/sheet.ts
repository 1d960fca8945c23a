// The score sheet of a year: every line with its value, score and why; the total with its bounds and class. Computed when it is shown.
import type { ReadTx } from '../../platform/db/database.ts';
import { classesOf, topOf, totalRulesOf, type Framework } from './domain/framework/framework.ts';
import { explainScore, type Explanation } from './domain/ladder/explain.ts';
import { topScore, type ReadyLadder } from './domain/ladder/ladder.ts';
import { classOf, totalOf, type Line, type ScoreClass, type Total, type TotalRules, type WeightedLine } from './domain/ladder/total.ts';
import { usualRounding, hundred, type Scaled } from './domain/numbers.ts';
import type { Cycle } from './store/cycles.ts';
import { editionById } from './store/framework-editions.ts';
import { indicatorsOf, ladderOfIndicator, scoredLines, type Indicator } from './store/indicators.ts';
import { countingResults, type StoredResult } from './store/results.ts';

export interface SheetLine {
  readonly indicator: Indicator;
  readonly ladder: ReadyLadder | undefined;
  /** The value that counts; undefined while it is missing. */
  readonly result: StoredResult | undefined;
  /** Why its score is what it is; undefined without value or ladder. */
  readonly explanation: Explanation | undefined;
  readonly weighted: WeightedLine;
}

export interface Sheet {
  readonly cycle: Cycle;
  readonly framework: Framework;
  /** All indicators, those over others too, in the order of the sheet. */
  readonly indicators: readonly Indicator[];
  readonly lines: readonly SheetLine[];
  /** Undefined while the framework leaves open how a total is made. */
  readonly total: Total | undefined;
  readonly rules: TotalRules | undefined;
  readonly classes: readonly ScoreClass[];
  /** Of the total, once nothing is missing. */
  readonly reached: ScoreClass | undefined;
  /** Every counting result of the year, by month: what a forecast goes by. */
  readonly results: readonly StoredResult[];
}

/** A value to score instead of the stored one: what-if, or another authority's ladder. */
export interface Supposed {
  readonly values?: ReadonlyMap<number, Scaled | null>;
  readonly ladders?: ReadonlyMap<number, ReadyLadder | undefined>;
}

/** Results by indicator, in the order of rounds. A year is read once and scored for several months or suppositions. */
const grouped = new WeakMap<readonly StoredResult[], ReadonlyMap<number, readonly StoredResult[]>>();
function byIndicator(results: readonly StoredResult[]): ReadonlyMap<number, readonly StoredResult[]> {
  const found = grouped.get(results);
  if (found) return found;
  const made = Map.groupBy(results, ({ indicatorId }) => indicatorId);
  grouped.set(results, made);
  return made;
}

/** Puts a sheet together from what was read. Pure, so that a supposed value is scored by the same way as a real one. */
export function makeSheet(read: { readonly cycle: Cycle; readonly framework: Framework; readonly indicators: readonly Indicator[]; readonly results: readonly StoredResult[] }, month = 12, supposed: Supposed = {}): Sheet {
  const { framework, indicators, results } = read;
  const rules = totalRulesOf(framework);
  const rounding = framework.rounding ?? usualRounding;
  const top = topOf(framework) ?? hundred;
  const ofIndicator = byIndicator(results);
  const parts = scoredLines(indicators).map((indicator) => {
    const ladder = supposed.ladders?.has(indicator.id) ? supposed.ladders.get(indicator.id) : ladderOfIndicator(indicator);
    const result = ofIndicator.get(indicator.id)?.findLast((one) => one.month <= month);
    const value = supposed.values?.has(indicator.id) ? (supposed.values.get(indicator.id) ?? null) : (result?.value ?? null);
    const explanation = ladder && value !== null && indicator.state !== 'cancelled' ? explainScore(ladder, value, rounding) : undefined;
    return { indicator, ladder, result, explanation };
  });
  const lines = parts.map(({ indicator, ladder, explanation }): Line => ({
    key: indicator.key, component: indicator.component, weight: indicator.weight ?? 0n, top: ladder ? topScore(ladder) : top,
    result: indicator.state === 'cancelled' ? { state: 'cancelled' } : explanation ? { state: 'scored', score: explanation.exact } : { state: 'missing' },
  }));
  const total = rules && totalOf(lines, rules);
  const classes = classesOf(framework);
  return {
    ...read, rules, total, classes,
    reached: total?.shown === undefined ? undefined : classOf(classes, total.shown),
    lines: parts.map((part, at) => ({ ...part, weighted: total?.lines[at] ?? { key: part.indicator.key, state: (lines[at] as Line).result.state, weight: { n: part.indicator.weight ?? 0n, d: 1n }, weighted: undefined } })),
  };
}

/** The sheet of a year as it stands after a month of reporting (12: the newest value of each line). */
export async function readSheet(tx: ReadTx, cycle: Cycle, month = 12, supposed: Supposed = {}): Promise<Sheet> {
  const framework = await editionById(tx, cycle.frameworkId);
  if (!framework) throw new Error(`no framework ${cycle.frameworkId}`);
  return makeSheet({ cycle, framework: framework.content, indicators: await indicatorsOf(tx, cycle.id), results: await countingResults(tx, cycle.id) }, month, supposed);
}
