/** From scores of indicators to the total and its class. A missing result is never zero: it leaves the total open between two bounds. */
import { add, divide, hundred, round, subtract, sum, times, whole, zero, type Fraction, type Rounding, type Scaled } from '../numbers.ts';

export type LineState =
  | { readonly state: 'scored'; readonly score: Fraction }
  /** No result yet. */
  | { readonly state: 'missing' }
  /** Taken out in the middle of the year by a decision. */
  | { readonly state: 'cancelled' };

/** One scored line of the sheet: an indicator without others under it. */
export interface Line {
  readonly key: string;
  /** Indicators of one component share what a cancelled one leaves behind. */
  readonly component: string;
  /** In the framework's unit: parts of 100, or parts of 1. */
  readonly weight: Scaled;
  /** The best score that its scale gives. */
  readonly top: Scaled;
  readonly result: LineState;
}

export interface TotalRules {
  /** What all weights together are: 100, or 1 on scorecards of levels. */
  readonly weightSum: Scaled;
  /** `drop`: its weight is lost, and the best total is so much less. `spread`: over the rest of its component by their weights; over all where it was alone. */
  readonly cancelled: 'drop' | 'spread';
  readonly rounding: Rounding;
  /** `end`: only the total is rounded. `line`: each weighted score first, as a sheet that is added up by hand. */
  readonly roundAt: 'end' | 'line';
}

/** A class of the total: it begins at `from` and ends where the next one begins. */
export interface ScoreClass {
  readonly key: string;
  readonly from: Scaled;
}

export interface WeightedLine {
  readonly key: string;
  readonly state: LineState['state'];
  /** After the weight of cancelled ones was spread. */
  readonly weight: Fraction;
  /** Weight × score ÷ sum of weights; undefined while the result is missing, and for a cancelled line. */
  readonly weighted: Fraction | undefined;
}

export interface Total {
  readonly lines: readonly WeightedLine[];
  /** The total when nothing is missing; otherwise undefined. */
  readonly exact: Fraction | undefined;
  /** The exact total, rounded as the framework says. */
  readonly shown: Scaled | undefined;
  /** With every missing result at nothing, and at its best. The same when nothing is missing. */
  readonly least: Scaled;
  readonly most: Scaled;
  /** The mean of what is known, as if the rest did as well; undefined while nothing is known. */
  readonly soFar: Scaled | undefined;
  readonly missing: readonly string[];
}

/** The weights of the lines that count, after the rule for cancelled ones. */
function countedWeights(lines: readonly Line[], rule: TotalRules['cancelled']): Map<string, Fraction> {
  const kept = lines.filter(({ result }) => result.state !== 'cancelled');
  const weights = new Map(kept.map(({ key, weight }) => [key, whole(weight)]));
  if (rule === 'drop') return weights;
  const keptWeight = (among: readonly Line[]) => among.reduce((total, { weight }) => total + weight, 0n);
  const lostIn = new Map<string, bigint>();
  for (const { component, weight, result } of lines) if (result.state === 'cancelled') lostIn.set(component, (lostIn.get(component) ?? 0n) + weight);
  for (const [component, lost] of lostIn) {
    const siblings = kept.filter((line) => line.component === component && line.weight > 0n);
    const among = siblings.length > 0 ? siblings : kept;
    const base = keptWeight(among);
    if (base === 0n) continue;
    for (const { key, weight } of among) weights.set(key, add(weights.get(key) ?? zero, divide(times(whole(lost), whole(weight)), whole(base))));
  }
  return weights;
}

/** Σ(weight × score) ÷ sum of weights, with what is missing left open. */
export function totalOf(lines: readonly Line[], rules: TotalRules): Total {
  const weights = countedWeights(lines, rules.cancelled);
  const share = (weight: Fraction, score: Fraction): Fraction => {
    // weight × score ÷ sum of weights, all three in millionths.
    const exact: Fraction = { n: weight.n * score.n, d: weight.d * score.d * rules.weightSum };
    return rules.roundAt === 'line' ? whole(round(exact, rules.rounding)) : exact;
  };
  const weighted = lines.map(({ key, result }): WeightedLine => {
    const weight = weights.get(key) ?? zero;
    return { key, state: result.state, weight, weighted: result.state === 'scored' ? share(weight, result.score) : undefined };
  });
  const known = sum(weighted.map((line) => line.weighted ?? zero));
  const open = lines.filter(({ result }) => result.state === 'missing');
  const best = add(known, sum(open.map(({ key, top }) => share(weights.get(key) ?? zero, whole(top)))));
  const knownWeight = sum(weighted.filter(({ state }) => state === 'scored').map(({ weight }) => weight));
  const shown = (value: Fraction) => round(value, rules.rounding);
  return {
    lines: weighted,
    exact: open.length === 0 ? known : undefined,
    shown: open.length === 0 ? shown(known) : undefined,
    least: shown(known),
    most: shown(best),
    soFar: knownWeight.n === 0n ? undefined : shown(divide(times(known, whole(rules.weightSum)), knownWeight)),
    missing: open.map(({ key }) => key),
  };
}

/**
 * The class of a total, asked of the number that is shown: 89.9996 is shown as 90.000 and is of the class from 90.
 * Undefined below the lowest class.
 */
export function classOf(classes: readonly ScoreClass[], shown: Scaled): ScoreClass | undefined {
  let found: ScoreClass | undefined;
  for (const one of classes) if (one.from <= shown && (!found || one.from > found.from)) found = one;
  return found;
}

/** The class above, and the points that are still short of it on the exact total; undefined in the highest one. */
export function nextClass(classes: readonly ScoreClass[], total: Fraction, rounding: Rounding): { readonly key: string; readonly need: Fraction } | undefined {
  const shown = round(total, rounding);
  const above = classes.filter(({ from }) => from > shown).toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  return above && { key: above.key, need: subtract(whole(above.from), total) };
}

/** Every class that the total can still become, lowest first; a single one as soon as that is certain. */
export function possibleClasses(classes: readonly ScoreClass[], { least, most }: Pick<Total, 'least' | 'most'>): ScoreClass[] {
  const lowest = classOf(classes, least);
  return classes.filter(({ from }) => from <= most && from >= (lowest?.from ?? 0n)).toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** A total on a scale of 0 to 100, as its share of the best total: 282.31 of 500 is 56.462, level 3.4 of 5 is 68. */
export const onHundred = (total: Fraction, best: Scaled): Fraction => divide(times(total, whole(hundred)), whole(best));
