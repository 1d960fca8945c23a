/**
 * The cheapest way to a wished total: which results to raise, and how far. Cost is stated with the answer. The exact
 * answer moves at most one indicator to a point inside a line and all others to a rung (two of them inside could be
 * traded against each other), so it is found by trying rungs with every indicator once as the free one.
 */
import { add, compare, divide, fraction, one, roundTowards, subtract, times, whole, zero, type Fraction, type Scaled } from '../numbers.ts';
import { valueFor } from './inverse.ts';
import { rungReached, scoreOf, type ReadyLadder, type Rung } from './ladder.ts';

export interface Movable {
  readonly key: string;
  readonly ladder: ReadyLadder;
  /** The result so far. One without a result has no place to start from: leave it out. */
  readonly value: Scaled;
  /** Places of its unit: 0 for things that are counted. */
  readonly places: number;
  /** Its weight as a share of all weights, in millionths: 20 of 100 is 0.2. */
  readonly share: Fraction;
  /** What one unit of the value costs (hours, baht). Left out for all: the way from the lowest rung to the top one costs 1. */
  readonly costPerUnit?: Scaled;
}

export interface Move {
  readonly key: string;
  readonly from: Scaled;
  /** The value to reach, rounded so that it is enough. */
  readonly to: Scaled;
  /** Points that it adds to the total. */
  readonly gain: Fraction;
  readonly cost: Fraction;
}

export interface CheapestWay {
  readonly kind: 'reached' | 'way' | 'impossible';
  /** Dearest gain last: in the order in which the points come cheapest. For `impossible`: everything to its top. */
  readonly moves: readonly Move[];
  readonly gain: Fraction;
  readonly cost: Fraction;
  /** False when there were so many indicators that the search ended early: a good way, not proven the cheapest. */
  readonly proven: boolean;
}

interface Option {
  readonly gain: Fraction;
  readonly cost: Fraction;
  readonly to: Scaled;
}

const size = (value: bigint): bigint => (value < 0n ? -value : value);

function costPerUnit({ ladder, costPerUnit: stated }: Movable): Fraction {
  if (stated !== undefined) return whole(stated);
  const way = size((ladder.rungs.at(-1) as Rung).value - (ladder.rungs[0] as Rung).value);
  return way === 0n ? whole(one) : fraction(one * one, way);
}

function optionTo(movable: Movable, to: Scaled, score: Fraction): Option {
  const gain = times(subtract(score, scoreOf(movable.ladder, movable.value)), movable.share);
  return { to, gain, cost: times(whole(size(to - movable.value)), costPerUnit(movable)) };
}

/** Rungs that are still ahead, with what reaching each adds and costs: the score gain per step. */
export function stepsAhead(movable: Movable): Move[] {
  const { ladder, value, key } = movable;
  const best = new Map<Scaled, Rung>();
  for (const rung of ladder.rungs.slice(rungReached(ladder, value) + 1)) best.set(rung.value, rung);
  return [...best.values()].map((rung) => ({ key, from: value, ...optionTo(movable, rung.value, whole(rung.score)) }));
}

/** The least that a movable costs to add `need` points, at a value that people can reach; undefined when it cannot. */
function toGain(movable: Movable, need: Fraction): Option | undefined {
  const nowhere: Option = { gain: zero, cost: zero, to: movable.value };
  if (compare(need, zero) <= 0) return nowhere;
  if (movable.share.n === 0n) return undefined;
  const wanted = valueFor(movable.ladder, add(scoreOf(movable.ladder, movable.value), divide(need, movable.share)));
  if (wanted.kind !== 'value') return wanted.kind === 'any' ? nowhere : undefined;
  const to = roundTowards(wanted.value, movable.places, movable.ladder.better === 'more' ? 'higher' : 'lower');
  const reached = optionTo(movable, to, scoreOf(movable.ladder, to));
  const way = subtract(wanted.value, whole(movable.value));
  // Charged for the exact way, so that coarse units do not change which way is the cheapest.
  return { ...reached, cost: times({ n: size(way.n), d: way.d }, costPerUnit(movable)) };
}

const mostSteps = 40_000;

interface Found {
  readonly chosen: Option[];
  readonly cost: Fraction;
}

/** A good way to begin with: always the rung whose points come cheapest from where one stands, the last one only as far as needed. */
function quickWay(movables: readonly Movable[], options: readonly (readonly Option[])[], need: Fraction): Found | undefined {
  const chosen = options.map((ahead) => ahead[0] as Option);
  let left = need;
  while (left.n > 0n) {
    let next: { at: number; option: Option; gain: Fraction; cost: Fraction } | undefined;
    options.forEach((ahead, at) => {
      const stands = chosen[at] as Option;
      for (const option of ahead) {
        const [gain, cost] = [subtract(option.gain, stands.gain), subtract(option.cost, stands.cost)];
        if (gain.n > 0n && (!next || compare(times(gain, next.cost), times(next.gain, cost)) > 0)) next = { at, option, gain, cost };
      }
    });
    if (!next) return undefined;
    const { at, option, gain } = next;
    const stands = chosen[at] as Option;
    chosen[at] = compare(gain, left) >= 0 ? (toGain(movables[at] as Movable, add(stands.gain, left)) ?? option) : option;
    left = compare(gain, left) >= 0 ? zero : subtract(left, gain);
  }
  return { chosen, cost: chosen.reduce((total, { cost }) => add(total, cost), zero) };
}

/** The cheapest way to add `need` points to the total. */
export function cheapestWay(movables: readonly Movable[], need: Fraction): CheapestWay {
  if (compare(need, zero) <= 0) return { kind: 'reached', moves: [], gain: zero, cost: zero, proven: true };
  const stay = (movable: Movable): Option => ({ gain: zero, cost: zero, to: movable.value });
  const options = movables.map((movable) => [stay(movable), ...stepsAhead(movable).filter(({ gain }) => gain.n > 0n)]);
  const answer = (kind: CheapestWay['kind'], chosen: readonly Option[], proven: boolean): CheapestWay => {
    const moves = movables.flatMap((movable, at): Move[] => {
      const option = chosen[at] as Option;
      return option.gain.n === 0n ? [] : [{ key: movable.key, from: movable.value, to: option.to, gain: option.gain, cost: option.cost }];
    });
    // Cost per point, compared without dividing: a zero gain is already gone.
    moves.sort((a, b) => compare(times(a.cost, b.gain), times(b.cost, a.gain)));
    return { kind, moves, gain: moves.reduce((total, { gain }) => add(total, gain), zero), cost: moves.reduce((total, { cost }) => add(total, cost), zero), proven };
  };
  const tops = options.map((ahead) => ahead.at(-1) as Option);
  if (compare(tops.reduce((total, { gain }) => add(total, gain), zero), need) < 0) return answer('impossible', tops, true);

  let best = quickWay(movables, options, need);
  // No point comes cheaper than at the best rate of any rung, which is what the rest of a way costs at least.
  const cheapest = options.flat().filter(({ gain }) => gain.n > 0n).reduce((rate, option) => (compare(times(option.gain, rate.cost), times(rate.gain, option.cost)) > 0 ? option : rate));
  const tooDear = (left: Fraction, cost: Fraction) => best !== undefined && compare(times(subtract(best.cost, cost), cheapest.gain), times(left.n > 0n ? left : zero, cheapest.cost)) <= 0;
  let steps = 0;
  const chosen: Option[] = movables.map(stay);
  const tryFrom = (at: number, free: number, left: Fraction, cost: Fraction): void => {
    if (steps++ > mostSteps || tooDear(left, cost)) return;
    if (at === movables.length) {
      const last = toGain(movables[free] as Movable, left);
      if (!last) return;
      const full = add(cost, last.cost);
      if (!best || compare(full, best.cost) < 0) best = { chosen: chosen.with(free, last), cost: full };
      return;
    }
    if (at === free || left.n <= 0n) return tryFrom(left.n <= 0n ? movables.length : at + 1, free, left, cost);
    for (const option of options[at] as Option[]) {
      chosen[at] = option;
      tryFrom(at + 1, free, subtract(left, option.gain), add(cost, option.cost));
    }
    chosen[at] = stay(movables[at] as Movable);
  };
  movables.forEach((movable, free) => {
    chosen[free] = stay(movable);
    tryFrom(0, free, need, zero);
  });
  if (!best) return answer('impossible', tops, false);
  return answer('way', best.chosen, steps <= mostSteps);
}
