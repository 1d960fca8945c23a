/** "Next best tick": which boxes raise the total most, and the fewest that lift it to a wished one. */
import { compare, divide, scaled, subtract, times, whole, zero, type Fraction, type Scaled } from '../numbers.ts';
import type { Edition, Item } from './edition.ts';
import { allLevels, type Level } from './levels.ts';
import { countsOfTicks, pointsOfCounts, scoreAssessment, type Assessment, type Ticks } from './score.ts';

/** So many more boxes of an item, level by level. */
export interface TickMove {
  readonly item: string;
  readonly ticks: number;
  /** How many more of each level: always the lowest incomplete one first, for a level counts only when those before it are complete. */
  readonly levels: Readonly<Record<Level, number>>;
  /** What it adds to the total, of 500. */
  readonly gain: Fraction;
}

/** What each number of further ticks of an item adds to the total, from none to all. */
function movesOf(edition: Edition, item: Item, share: Fraction, counts: Readonly<Record<Level, number>>): TickMove[] {
  const now = pointsOfCounts(edition, item, counts);
  const moves: TickMove[] = [{ item: item.key, ticks: 0, levels: { basic: 0, advance: 0, significance: 0 }, gain: zero }];
  const then = { ...counts };
  for (const level of allLevels) {
    while (then[level] < item.levels[level].boxes) {
      then[level]++;
      moves.push({
        item: item.key,
        ticks: moves.length,
        levels: { basic: then.basic - counts.basic, advance: then.advance - counts.advance, significance: then.significance - counts.significance },
        gain: times(subtract(pointsOfCounts(edition, item, then), now), share),
      });
    }
  }
  return moves;
}

function allMoves(edition: Edition, { items }: Assessment): TickMove[][] {
  const weights = edition.categories.reduce((total, { weight }) => total + scaled(weight), 0n);
  return edition.categories.flatMap((category) => {
    // A point of an item is worth weight ÷ (items × all weights) of the total.
    const count = BigInt(category.items.length + (category.results?.length ?? 0));
    const share = divide(whole(scaled(category.weight)), whole(weights * count));
    return category.items.map((item) => movesOf(edition, item, share, items[item.key] ? countsOfTicks(items[item.key] as Ticks) : { basic: 0, advance: 0, significance: 0 }));
  });
}

/** The best next step of each item, by points for a tick; items that are complete are left out. */
export function nextBestTicks(edition: Edition, assessment: Assessment): TickMove[] {
  // a.gain ÷ a.ticks against b.gain ÷ b.ticks, without dividing.
  const better = (a: TickMove, b: TickMove) => compare({ n: a.gain.n * BigInt(b.ticks), d: a.gain.d }, { n: b.gain.n * BigInt(a.ticks), d: b.gain.d });
  const best = allMoves(edition, assessment).flatMap((moves) => {
    const [first, ...more] = moves.slice(1);
    return first ? [more.reduce((top, move) => (better(move, top) > 0 ? move : top), first)] : [];
  });
  return best.toSorted((a, b) => better(b, a));
}

export interface TickPlan {
  readonly kind: 'reached' | 'plan' | 'impossible';
  readonly moves: readonly TickMove[];
  readonly ticks: number;
  readonly before: Fraction;
  readonly after: Fraction;
}

/**
 * The fewest boxes that lift the total to `wished`, and among those the most points. Exact: for every number of ticks the
 * most that the items so far can give (24 items of at most ten boxes). When boxes alone cannot do it, all of them.
 */
export function planTicks(edition: Edition, assessment: Assessment, wished: Scaled): TickPlan {
  const before = scoreAssessment(edition, assessment).least;
  const need = subtract(whole(wished), before);
  if (compare(need, zero) <= 0) return { kind: 'reached', moves: [], ticks: 0, before, after: before };
  const items = allMoves(edition, assessment);
  const common = items.flat().reduce((d, { gain }) => (d % gain.d === 0n ? d : d * gain.d), 1n);
  const gainOf = ({ gain }: TickMove) => gain.n * (common / gain.d);
  let best: { gain: bigint; moves: readonly TickMove[] }[] = [{ gain: 0n, moves: [] }];
  for (const moves of items) {
    const next: typeof best = [];
    best.forEach((sofar, ticks) => {
      for (const move of moves) {
        const gain = sofar.gain + gainOf(move);
        const held = next[ticks + move.ticks];
        if (!held || gain > held.gain) next[ticks + move.ticks] = { gain, moves: move.ticks === 0 ? sofar.moves : [...sofar.moves, move] };
      }
    });
    best = next;
  }
  const enough = best.findIndex(({ gain }) => gain * need.d >= need.n * common);
  const ticks = enough < 0 ? best.length - 1 : enough;
  const chosen = best[ticks] as (typeof best)[number];
  const after = { n: before.n * common + chosen.gain * before.d, d: before.d * common };
  return { kind: enough < 0 ? 'impossible' : 'plan', moves: chosen.moves, ticks, before, after };
}
