import { compare, fraction, roundTowards, whole, type Fraction, type Scaled } from '../numbers.ts';
import type { ReadyLadder, Rung } from './ladder.ts';

/** `any`: every value gives it. `beyond`: no value does, the top rung lies lower. */
export type NeededValue =
  | { readonly kind: 'value'; readonly value: Fraction }
  | { readonly kind: 'any' }
  | { readonly kind: 'beyond' };

/** The value that just gives a wished score: the lowest where more is better, the highest where less is. */
export function valueFor(ladder: ReadyLadder, wished: Fraction): NeededValue {
  const { rungs, values, segments, sign, below } = ladder;
  const least = below === 'lowest' ? (rungs[0] as Rung).score : 0n;
  if (compare(wished, whole(least)) <= 0) return { kind: 'any' };
  const to = rungs.findIndex(({ score }) => compare(whole(score), wished) >= 0);
  if (to < 0) return { kind: 'beyond' };
  const at = (way: Fraction): NeededValue => ({ kind: 'value', value: { n: sign * way.n, d: way.d } });
  if (to === 0 && below !== 'slope') return at(whole(values[0] as bigint));
  const from = Math.max(to - 1, 0);
  const { rise, run } = segments[from] as { rise: bigint; run: bigint };
  if (run === 0n) return at(whole(values[to] as bigint));
  // A flat first line never falls to less: every value gives the lowest score.
  if (rise === 0n) return { kind: 'any' };
  const short = { n: wished.n - (rungs[from] as Rung).score * wished.d, d: wished.d };
  return at(fraction((values[from] as bigint) * short.d * rise + short.n * run, short.d * rise));
}

/** The needed value in numbers that people can reach: so many places, and never a hair short of it. */
export function reachableValue(ladder: ReadyLadder, wished: Fraction, places: number): Scaled | undefined {
  const needed = valueFor(ladder, wished);
  return needed.kind === 'value' ? roundTowards(needed.value, places, ladder.better === 'more' ? 'higher' : 'lower') : undefined;
}
