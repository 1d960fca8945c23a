import fc from 'fast-check';
import { checkLadder, type Ladder } from '../ladder.ts';
import { usable } from '../../finding.ts';

/** Any ladder that may be used: one to five rungs, both directions, jumps and flat pieces, values of two places. */
export const anyLadder: fc.Arbitrary<Ladder> = fc
  .record({
    values: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 5 }),
    scores: fc.array(fc.oneof(fc.integer({ min: 0, max: 10_000 }), fc.constantFrom(5000, 7500)), { minLength: 5, maxLength: 5 }),
    better: fc.constantFrom('more' as const, 'less' as const),
    below: fc.constantFrom('zero' as const, 'slope' as const, 'lowest' as const),
    repeat: fc.boolean(),
  })
  .map(({ values, scores, better, below, repeat }): Ladder => {
    const rising = values.toSorted((a, b) => a - b);
    if (repeat && rising.length > 1) rising[rising.length - 1] = rising.at(-2) as number;
    const ordered = better === 'more' ? rising : rising.toReversed();
    const up = scores.toSorted((a, b) => a - b);
    return { better, below, rungs: ordered.map((value, at) => ({ value: BigInt(value) * 10_000n, score: BigInt(up[at] as number) * 10_000n })) };
  })
  .filter((ladder) => usable(checkLadder(ladder)));
