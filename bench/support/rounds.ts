/** One side of a comparison: does its work once and says how long it took, in ms, and for how many pieces. */
export interface Side {
  readonly name: string;
  round(): Promise<{ ms: number; pieces: number }>;
}

export interface Comparison {
  /** Pieces a second of each side, median of the rounds. */
  readonly rates: Readonly<Record<string, number>>;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Runs the sides in turn, `rounds` times, after one round each that does not count (design rule 15). */
export async function interleave(sides: readonly Side[], rounds = 5): Promise<Comparison> {
  for (const side of sides) await side.round();
  const rates: Record<string, number[]> = Object.fromEntries(sides.map((side) => [side.name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const side of round % 2 ? [...sides].reverse() : sides) {
      const { ms, pieces } = await side.round();
      rates[side.name]?.push((pieces / ms) * 1000);
    }
  }
  return { rates: Object.fromEntries(Object.entries(rates).map(([name, values]) => [name, median(values)])) };
}

/** Prints one figure: a JSON line with both absolutes. */
export function print(figure: string, value: number | string, more: Readonly<Record<string, unknown>> = {}): void {
  console.log(JSON.stringify({ figure, value: typeof value === 'number' ? Number(value.toPrecision(4)) : value, ...more }));
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** Runs `pieces` calls of `one`, `wide` at a time. */
export async function inParallel(pieces: number, wide: number, one: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: wide }, async () => {
      while (next < pieces) await one(next++);
    }),
  );
}
