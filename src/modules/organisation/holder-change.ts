import type { Tx } from '../../platform/db/database.ts';

/** What a module does when who answers for posts may have changed: look again, best by a job of its own. */
export interface HolderChangeSource {
  /** `signatures.waiting`; a later source of the same key takes the place of the earlier one. */
  readonly key: string;
  /** In the transaction of the change. A change of a later day comes today as well: who is asked by days looks each day. */
  changed(tx: Tx): Promise<void>;
}

const sources = new Map<string, HolderChangeSource>();

/** Called once by each module in which something waits for posts. */
export function onHolderChange(source: HolderChangeSource): void {
  sources.set(source.key, source);
}

/** Tells the modules that a seat was taken or left, or that an acting order begins or ends. */
export async function holdersChanged(tx: Tx): Promise<void> {
  for (const source of sources.values()) await source.changed(tx);
}
