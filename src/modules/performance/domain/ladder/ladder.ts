/**
 * One piece-wise linear engine for every scale: rungs say which value earns which score, a straight line joins two
 * rungs, the top rung is the cap. 50/75/100, levels 1 to 5, counted steps and levels of 100 to 500 are only other rungs.
 */
import { errorAt, warningAt, type Finding } from '../finding.ts';
import { fraction, scaled, scaledText, whole, type Fraction, type Scaled } from '../numbers.ts';

export interface Rung {
  readonly value: Scaled;
  readonly score: Scaled;
}

export interface Ladder {
  /** From the lowest score to the highest, as the form lists them. Two rungs of one value are a jump: the higher score counts. */
  readonly rungs: readonly Rung[];
  readonly better: 'more' | 'less';
  /** Short of the lowest rung: nothing; the first line drawn on, never under 0; or still the lowest score. */
  readonly below: 'zero' | 'slope' | 'lowest';
}

/** Scores of the usual scales, lowest first. */
export const usualScores = {
  '50-75-100': ['50', '75', '100'],
  '1-5': ['1', '2', '3', '4', '5'],
  '100-500': ['100', '200', '300', '400', '500'],
} as const;

/** A ladder out of data: values in plain digits beside the scores of a scale, or of one's own. Throws when they are not as many. */
export function ladderOf(values: readonly string[], scores: readonly string[], { better = 'more', below = 'zero' }: Partial<Omit<Ladder, 'rungs'>> = {}): Ladder {
  if (values.length !== scores.length) throw new Error(`A ladder needs a value for each of its ${scores.length} scores`);
  return { rungs: values.map((value, at) => ({ value: scaled(value), score: scaled(scores[at] as string) })), better, below };
}

/** What is wrong with a ladder, each told at its field. A ladder without errors is monotone. */
export function checkLadder({ rungs, better, below }: Ladder): Finding[] {
  const found: Finding[] = [];
  if (rungs.length === 0) return [errorAt('rungs', 'find.ladder-empty')];
  const sign = better === 'less' ? -1n : 1n;
  const pairs = rungs.slice(1).map((upper, at) => ({ upper, lower: rungs[at] as Rung, at: at + 1 }));
  const steps = pairs.map(({ lower, upper }) => sign * (upper.value - lower.value));
  if (steps.some((step) => step < 0n) && steps.every((step) => step <= 0n)) {
    found.push(errorAt('better', better === 'more' ? 'find.ladder-reversed' : 'find.ladder-reversed-less', undefined, better === 'more' ? 'less' : 'more'));
  } else {
    for (const { upper, lower, at } of pairs) {
      if (sign * (upper.value - lower.value) < 0n) found.push(errorAt(`rungs.${at}.value`, better === 'more' ? 'find.ladder-not-rising' : 'find.ladder-not-falling', { value: scaledText(upper.value), before: scaledText(lower.value) }));
    }
  }
  for (const { upper, lower, at } of pairs) {
    if (upper.score < lower.score) found.push(errorAt(`rungs.${at}.score`, 'find.ladder-scores-fall', { score: scaledText(upper.score), before: scaledText(lower.score) }));
    else if (upper.score === lower.score && upper.value === lower.value) found.push(errorAt(`rungs.${at}.value`, 'find.ladder-twice'));
    else if (upper.score === lower.score) found.push(warningAt(`rungs.${at}.score`, 'find.ladder-flat', { score: scaledText(upper.score) }));
    else if (upper.value === lower.value) found.push(warningAt(`rungs.${at}.value`, 'find.ladder-jump', { value: scaledText(upper.value), score: scaledText(upper.score) }));
  }
  const [first, second] = rungs;
  rungs.forEach(({ score }, at) => {
    if (score < 0n) found.push(errorAt(`rungs.${at}.score`, 'find.ladder-negative'));
  });
  if (below === 'slope' && (!second || second.value === first?.value)) found.push(errorAt('below', 'find.ladder-no-slope'));
  if (better === 'more' && first && first.value <= 0n) found.push(warningAt('rungs.0.value', 'find.ladder-from-zero', { score: scaledText(first.score) }));
  return found;
}

/** The line from a rung to the next: score = start + (way beyond the rung) × rise / run, in lowest terms. `run` 0: a jump. */
interface Segment {
  readonly rise: bigint;
  readonly run: bigint;
}

/** A ladder made ready for many results. Values are mirrored where less is better, so that they always rise. */
export interface ReadyLadder extends Ladder {
  readonly sign: 1n | -1n;
  readonly values: readonly bigint[];
  readonly segments: readonly Segment[];
}

/** Throws on a ladder that `checkLadder` refuses: it was checked when it was written down. */
export function readyLadder(ladder: Ladder): ReadyLadder {
  const sign = ladder.better === 'less' ? -1n : 1n;
  const values = ladder.rungs.map(({ value }) => sign * value);
  // Nearly every ladder rises from each rung to the next, and then there is nothing to find.
  const plain = values.length > 1 && (ladder.rungs[0] as Rung).score >= 0n && ladder.rungs.every(({ score }, at) => at === 0 || (score > (ladder.rungs[at - 1] as Rung).score && (values[at] as bigint) > (values[at - 1] as bigint)));
  const wrong = plain ? undefined : checkLadder(ladder).find(({ severity }) => severity === 'error');
  if (wrong) throw new Error(`${wrong.code} at ${wrong.field}`);
  const segments = ladder.rungs.slice(1).map((upper, at) => {
    const lower = ladder.rungs[at] as Rung;
    const run = (values[at + 1] as bigint) - (values[at] as bigint);
    if (run === 0n) return { rise: upper.score - lower.score, run };
    const { n, d } = fraction(upper.score - lower.score, run);
    return { rise: n, run: d };
  });
  return { ...ladder, sign, values, segments };
}

/** The highest rung that a value reaches, counted from 0; -1 below the lowest. */
export function rungReached({ sign, values }: ReadyLadder, value: Scaled): number {
  const way = sign * value;
  let at = values.length - 1;
  while (at >= 0 && way < (values[at] as bigint)) at--;
  return at;
}

/** The exact score of a value, not rounded. Never under 0, never over the top rung, and monotone. */
export function scoreOf(ladder: ReadyLadder, value: Scaled): Fraction {
  const at = rungReached(ladder, value);
  const { rungs, segments, values, below, sign } = ladder;
  if (at === rungs.length - 1) return whole((rungs[at] as Rung).score);
  if (at < 0 && below !== 'slope') return whole(below === 'zero' ? 0n : (rungs[0] as Rung).score);
  const from = Math.max(at, 0);
  const { rise, run } = segments[from] as Segment;
  const n = (rungs[from] as Rung).score * run + (sign * value - (values[from] as bigint)) * rise;
  return n <= 0n ? whole(0n) : { n, d: run };
}

/** The score of the top rung. */
export const topScore = ({ rungs }: Ladder): Scaled => (rungs.at(-1) as Rung).score;
