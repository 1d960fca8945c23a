import { decimalScore, type PlainLadder } from '../baselines/ladder-decimal.ts';
import { randomFrom } from '../support/random.ts';
import { interleave, print, timed } from '../support/rounds.ts';
import { checkLadder, ladderOf, readyLadder, scoreOf, topScore } from '../../src/modules/performance/domain/ladder/ladder.ts';
import { usable } from '../../src/modules/performance/domain/finding.ts';
import { compare, hundred, divide, roundedText, scaled, scaledText, times, usualRounding, whole, type Fraction } from '../../src/modules/performance/domain/numbers.ts';

interface Case {
  readonly ladder: PlainLadder;
  /** From worse to better. */
  readonly results: readonly string[];
  readonly weight: string;
}

const ladders = Number(process.env.KROM_BENCH_LADDERS ?? 100_000);
const timedCases = 5_000;

/** A ladder as people might write it: one to six rungs, percentages to budgets, jumps, flat pieces, both directions. */
function anyCase(random: () => number): Case {
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  const one = <T>(things: readonly T[]) => things[upTo(things.length - 1)] as T;
  const places = upTo(6);
  const size = 10 ** one([1, 2, 3, 6]) * 10 ** places;
  const text = (digits: bigint, behind: number) => scaledText(digits * 10n ** BigInt(6 - behind));
  for (;;) {
    const count = 1 + upTo(5);
    const better = one(['more', 'less'] as const);
    const values = Array.from({ length: count }, () => BigInt(upTo(size)) - (random() < 0.1 ? BigInt(size) / 2n : 0n)).toSorted((a, b) => (a < b ? -1 : 1));
    for (let at = 1; at < count; at++) if (random() < 0.08) values[at] = values[at - 1] as bigint;
    values.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    if (better === 'less') values.reverse();
    const scorePlaces = upTo(3);
    const scores = random() < 0.4 && count === 3 ? [50n, 75n, 100n].map((score) => score * 10n ** BigInt(scorePlaces)) : Array.from({ length: count }, () => BigInt(upTo(100 * 10 ** scorePlaces))).toSorted((a, b) => (a < b ? -1 : 1));
    const ladder: PlainLadder = { values: values.map((value) => text(value, places)), scores: scores.map((score) => text(score, scorePlaces)), better, below: one(['zero', 'slope', 'lowest']) };
    if (!usable(checkLadder(ladderOf(ladder.values, ladder.scores, ladder)))) continue;
    const [low, high] = better === 'more' ? [values[0] as bigint, values.at(-1) as bigint] : [values.at(-1) as bigint, values[0] as bigint];
    const span = high - low + 10n;
    const rung = one(values);
    const any = [low - BigInt(upTo(Number(span) / 4)), rung, rung - 1n, low + BigInt(upTo(Number(span))), high + BigInt(upTo(Number(span) / 4))];
    any.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    if (better === 'less') any.reverse();
    return { ladder, results: any.map((value) => text(value, places)), weight: text(BigInt(1 + upTo(9999)), 2) };
  }
}

function productScore({ ladder, results, weight }: Case): { shown: [string, string][]; exact: Fraction[] } {
  const ready = readyLadder(ladderOf(ladder.values, ladder.scores, ladder));
  const share = divide(whole(scaled(weight)), whole(hundred));
  const exact = results.map((result) => scoreOf(ready, scaled(result)));
  return { exact, shown: exact.map((score) => [roundedText(score, usualRounding), roundedText(times(score, share), usualRounding)]) };
}

/** What a program with ordinary numbers says, to show what exactness is for. */
function floatScore({ values, scores, better, below }: PlainLadder, result: string): string {
  const sign = better === 'more' ? 1 : -1;
  const [v, x, s] = [sign * Number(result), values.map((value) => sign * Number(value)), scores.map(Number)];
  const at = x.findLastIndex((value) => v >= value);
  if (at === x.length - 1) return (s[at] as number).toFixed(3);
  if (at < 0 && below !== 'slope') return (below === 'zero' ? 0 : (s[0] as number)).toFixed(3);
  const from = Math.max(at, 0);
  const [x0, x1, s0, s1] = [x[from], x[from + 1], s[from], s[from + 1]] as [number, number, number, number];
  return Math.max(0, s0 + ((v - x0) / (x1 - x0)) * (s1 - s0)).toFixed(3);
}

/** `ladder_mismatches` over random ladders against big decimals, and how long both take. */
export async function benchLadders(): Promise<void> {
  const random = randomFrom(2564);
  const timings: Case[] = [];
  const counts = { mismatches: 0, notMonotone: 0, overTop: 0, float: 0, results: 0 };
  let first: unknown;
  for (let n = 0; n < ladders; n++) {
    const each = anyCase(random);
    if (n < timedCases) timings.push({ ...each, results: Array.from({ length: 12 }, (_, at) => each.results[at % each.results.length] as string) });
    const { shown, exact } = productScore(each);
    const top = whole(topScore(ladderOf(each.ladder.values, each.ladder.scores)));
    each.results.forEach((result, at) => {
      counts.results++;
      const expected = decimalScore(each.ladder, result, each.weight);
      const got = shown[at] as [string, string];
      if (got[0] !== expected[0] || got[1] !== expected[1]) {
        counts.mismatches++;
        first ??= { ...each, result, got, expected };
      }
      if (floatScore(each.ladder, result) !== expected[0]) counts.float++;
      const before = exact[at - 1];
      if (before && compare(before, exact[at] as Fraction) > 0) counts.notMonotone++;
      if (compare(exact[at] as Fraction, top) > 0) counts.overTop++;
    });
  }
  print('ladder_mismatches', counts.mismatches + counts.notMonotone + counts.overTop, {
    ladders, results: counts.results, other_score: counts.mismatches, not_monotone: counts.notMonotone, over_top: counts.overTop, wrong_with_floats: counts.float, ...(first ? { first } : {}),
  });
  const side = (name: string, work: (one: Case) => unknown) => ({ name, round: async () => ({ ms: await timed(async () => timings.forEach(work)), pieces: timings.length }) });
  const { rates } = await interleave([
    side('product', productScore),
    side('decimal', ({ ladder, results, weight }) => results.map((result) => decimalScore(ladder, result, weight))),
  ]);
  print('ladder_vs_big_decimal', (rates.product as number) / (rates.decimal as number), { ladders_per_second: { product: Math.round(rates.product as number), decimal: Math.round(rates.decimal as number) }, results_each: 12 });
}
