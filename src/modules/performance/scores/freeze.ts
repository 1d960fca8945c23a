// Freezing the sheet of a year. The room `collecting` calls it when a round is confirmed or closed; the secretariat when it wants.
import type { Tx } from '../../../platform/db/database.ts';
import { unitsActiveOn } from '../../organisation/index.ts';
import { readSheet } from '../sheet.ts';
import type { Cycle } from '../store/cycles.ts';
import { freezeSheet } from './domain/snapshot.ts';
import { addSnapshot, type SnapshotHead } from './store/snapshots.ts';

interface Freezing extends Pick<SnapshotHead, 'month' | 'kind' | 'reason'> {
  readonly roundId?: number | null;
}

/** Freezes the sheet as it stands after a month, with a hash. `today`: the legal day whose units are named. */
export async function freezeYear(tx: Tx, cycle: Cycle, { month, kind, reason, roundId = null }: Freezing, { now, today }: { readonly now: Date; readonly today: string }): Promise<{ id: number; hash: string }> {
  const names = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit.abbreviation || unit.name]));
  const sheet = await readSheet(tx, cycle, month);
  return await addSnapshot(tx, { cycleId: cycle.id, roundId, month, kind, reason }, freezeSheet(sheet, month, names), now);
}
