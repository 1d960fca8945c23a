// A small seeded generator of chance, so that a failing set of minutes can be made again from its seed.

export type Chance = {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** A whole number from `from` to `to`, both included. */
  readonly between: (from: number, to: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** True with this probability. */
  readonly maybe: (probability: number) => boolean;
  /** `count` different members, in random order; all of them when there are fewer. */
  readonly sample: <T>(from: readonly T[], count: number) => T[];
};

/** mulberry32 */
export function chance(seed: number): Chance {
  let state = (seed * 2654435761) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  const sample = <T>(from: readonly T[], count: number) => {
    const left = [...from];
    const taken: T[] = [];
    while (left.length > 0 && taken.length < count) taken.push(...left.splice(between(0, left.length - 1), 1));
    return taken;
  };
  return {
    next,
    between,
    maybe: (probability) => next() < probability,
    sample,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('nothing to pick from');
      return from[between(0, from.length - 1)]!;
    },
  };
}
