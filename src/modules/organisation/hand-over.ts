import type { AuditEntry } from '../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../platform/db/database.ts';
import type { Words } from '../../platform/words.ts';

/** Who hands what to whom. Work that belongs to a position stays with it; this is about what is a person's own. */
export interface HandOver {
  readonly fromPersonId: number;
  readonly toPersonId: number;
  /** Legal day from which the other answers for it. */
  readonly day: string;
}

/** What a module keeps under a person's name: drafts, tasks, letters waiting. */
export interface HandOverSource {
  /** `meetings.drafts`; a later source of the same key takes the place of the earlier one. */
  readonly key: string;
  readonly label: Words;
  /** How many things would change hands. */
  count(tx: ReadTx, personId: number): Promise<number>;
  /** Moves them in the transaction of the move itself. Returns its lines of the trail. */
  handOver(tx: Tx, change: HandOver): Promise<readonly AuditEntry[]>;
}

const sources = new Map<string, HandOverSource>();

/** Called once by each module that keeps things under a person's name. */
export function onHandOver(source: HandOverSource): void {
  sources.set(source.key, source);
}

/** What waits under a person's name, module by module; empty kinds left out. */
export async function handOverPreview(tx: ReadTx, personId: number): Promise<{ key: string; label: Words; count: number }[]> {
  const lines: { key: string; label: Words; count: number }[] = [];
  for (const { key, label, count } of sources.values()) {
    const found = await count(tx, personId);
    if (found > 0) lines.push({ key, label, count: found });
  }
  return lines;
}

/** Hands everything over; the trail of each module comes back to be written with the move. */
export async function handOverAll(tx: Tx, change: HandOver): Promise<AuditEntry[]> {
  const trail: AuditEntry[] = [];
  for (const source of sources.values()) trail.push(...(await source.handOver(tx, change)));
  return trail;
}
