// What a package of registers says of itself: parts with their hashes, books with their numbers. Read by programs that do not know this house.
import { z } from 'zod';

export const manifestFormat = 'krom.register-package/1';

const count = z.int().min(0);
const day = z.iso.datetime();

export const manifestSchema = z.object({
  format: z.literal(manifestFormat),
  unit: z.object({ id: z.int(), label: z.string() }),
  /** Calendar year, B.E. */
  year: z.int(),
  /** What the rows were at this instant. */
  asOf: day,
  madeBy: z.string(),
  /** The house that made it. */
  origin: z.string(),
  signed: z.object({ by: z.string() }).nullable(),
  tables: z.array(z.object({ file: z.string(), table: z.enum(['sent', 'received', 'voids']), rows: count })),
  books: z.array(z.object({
    table: z.enum(['sent', 'received']),
    book: z.string(),
    rows: count,
    /** Last number of the book, whether or not a row has it. */
    last: count,
    /** Numbers that no row need have, with the reason on record. */
    leftOut: z.array(z.object({ from: z.int(), to: z.int(), reason: z.string() })),
  })),
  papers: z.array(z.object({ file: z.string(), table: z.enum(['sent', 'received', 'voids']), book: z.string().nullable(), rows: count, pages: count })),
  parts: z.array(z.object({ file: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFile = 'manifest.json';
export const manifestSums = 'manifest.sha256';
export const manifestSignature = 'manifest.json.p7s';
export const readMe = 'อ่านก่อน.txt';

/** Runs of numbers from 1 to `last` that neither a row nor a recorded start accounts for. */
export function gapsOf(numbers: readonly number[], last: number, leftOut: readonly { from: number; to: number }[]): { from: number; to: number }[] {
  const there = new Set(numbers);
  const excused = (n: number) => leftOut.some(({ from, to }) => n >= from && n <= to);
  const gaps: { from: number; to: number }[] = [];
  for (let n = 1; n <= last; n += 1) {
    if (there.has(n) || excused(n)) continue;
    const open = gaps.at(-1);
    if (open && open.to === n - 1) open.to = n;
    else gaps.push({ from: n, to: n });
  }
  return gaps;
}

/** Numbers that stand more than once. */
export function doublesOf(numbers: readonly number[]): number[] {
  const seen = new Set<number>();
  return [...new Set(numbers.filter((n) => seen.has(n) || !seen.add(n)))].sort((a, b) => a - b);
}
