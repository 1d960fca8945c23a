/** What each item adds to the total, in hundredths that sum to the total as it is published. */
import { divide, round, times, whole, scaled, zero, type Fraction, type Scaled } from '../../domain/numbers.ts';
import type { Edition } from '../../domain/pmqa/edition.ts';
import type { AssessmentScore } from '../../domain/pmqa/score.ts';

export interface ItemShare {
  readonly item: string;
  readonly hundredths: number;
}

/** Published totals have two places, half away from zero: 282.31. */
export const publishedTotal = (total: Fraction): Scaled => round(total, { places: 2, mode: 'half-away' });

/** The hundredths of the published total by item: cut off first, then what is left goes to the largest remainders, so that the list sums to the total. */
export function sharesOf(edition: Edition, score: AssessmentScore): ItemShare[] {
  const weights = edition.categories.reduce((all, { weight }) => all + scaled(weight), 0n);
  const parts = score.categories.flatMap((category, at) => {
    const weight = scaled(edition.categories[at]?.weight ?? '0');
    return category.items.map(({ key, points }) => ({ item: key, exact: divide(times(points ?? zero, whole(weight)), whole(weights * BigInt(category.items.length))) }));
  });
  const unit = 10_000n;
  const cut = parts.map(({ item, exact: { n, d } }) => ({ item, low: n / (d * unit), left: n % (d * unit), of: d * unit }));
  let missing = publishedTotal(score.least) / unit - cut.reduce((all, { low }) => all + low, 0n);
  const byRemainder = cut.map((part, at) => ({ ...part, at })).toSorted((a, b) => { const [x, y] = [a.left * b.of, b.left * a.of]; return x === y ? a.at - b.at : x > y ? -1 : 1; });
  const more = new Set<number>();
  for (const { at } of byRemainder) {
    if (missing <= 0n) break;
    more.add(at);
    missing--;
  }
  return cut.map(({ item, low }, at) => ({ item, hundredths: Number(low) + (more.has(at) ? 1 : 0) }));
}

/** The mean of several totals. */
export function meanOf(totals: readonly Fraction[]): Fraction | undefined {
  if (totals.length === 0) return undefined;
  const all = totals.reduce((sum, { n, d }) => ({ n: sum.n * d + n * sum.d, d: sum.d * d }), zero);
  return { n: all.n, d: all.d * BigInt(totals.length) };
}
