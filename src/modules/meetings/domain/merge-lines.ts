// Two people wrote one item at the same time: their lines put together, and what only a person can decide.
import { canonicalJson } from './canonical.ts';
import type { MinutesLine } from './minutes-document.ts';

export interface LineConflict {
  readonly lineId: string;
  /** Undefined: taken out. */
  readonly theirs: MinutesLine | undefined;
  readonly mine: MinutesLine | undefined;
}

export interface MergedLines {
  /** In the order of theirs; new lines of mine stand behind the line they follow. Where both changed a line, mine. */
  readonly lines: readonly MinutesLine[];
  readonly conflicts: readonly LineConflict[];
}

/** Three-way by line id. Nothing typed is lost: a line that one took out and the other changed stays, as a conflict. */
export function mergeLines(base: readonly MinutesLine[], theirs: readonly MinutesLine[], mine: readonly MinutesLine[]): MergedLines {
  const of = (lines: readonly MinutesLine[]) => new Map(lines.map((line) => [line.id, line]));
  const [was, other, own] = [of(base), of(theirs), of(mine)];
  const conflicts: LineConflict[] = [];
  const choose = (id: string): MinutesLine | undefined => {
    const [b, t, m] = [was.get(id), other.get(id), own.get(id)];
    if (same(t, m) || same(b, m)) return t;
    if (same(b, t)) return m;
    conflicts.push({ lineId: id, theirs: t, mine: m });
    return m ?? t;
  };
  const result = theirs.flatMap((line) => choose(line.id) ?? []);
  mine.forEach((line, index) => {
    if (other.has(line.id)) return;
    const kept = choose(line.id);
    if (!kept) return;
    const before = mine.slice(0, index).findLast((one) => result.some((placed) => placed.id === one.id));
    result.splice(before ? result.findIndex((placed) => placed.id === before.id) + 1 : 0, 0, kept);
  });
  return { lines: reordered(result, base, theirs, mine), conflicts };
}

/** If only I moved lines, my order holds. */
function reordered(lines: MinutesLine[], base: readonly MinutesLine[], theirs: readonly MinutesLine[], mine: readonly MinutesLine[]): MinutesLine[] {
  const shared = (of: readonly MinutesLine[]) => of.filter((line) => [base, theirs, mine].every((all) => all.some((one) => one.id === line.id))).map((line) => line.id);
  const [b, t, m] = [shared(base), shared(theirs), shared(mine)];
  if (b.join(' ') !== t.join(' ') || m.join(' ') === b.join(' ')) return lines;
  const places = lines.flatMap((line, index) => (m.includes(line.id) ? [index] : []));
  const next = [...lines];
  places.forEach((place, n) => {
    const line = lines.find((one) => one.id === m[n]);
    if (line) next[place] = line;
  });
  return next;
}

function same(a: MinutesLine | undefined, b: MinutesLine | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return canonicalJson(a) === canonicalJson(b);
}
