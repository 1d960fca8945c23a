import type { ReadTx } from '../db/database.ts';
import type { RecordRef } from './evidence-links.ts';
import type { EvidenceSource } from './evidence.ts';

/** Reads the id out of addresses of one shape: `idInPath('/letters/:id')` also takes what stands below, `/letters/3/receipts`. */
export function idInPath(shape: string): (path: string) => number | undefined {
  const [before = '', after = ''] = shape.split(':id');
  return (path) => {
    if (!path.startsWith(before)) return undefined;
    const found = /^(\d{1,15})(\/.*)?$/.exec(path.slice(before.length));
    if (!found || !(found[2] ?? '').startsWith(after)) return undefined;
    return Number(found[1]);
  };
}

/** The path of an address as people copy it: whole, of this house only, or from the slash on. Undefined for anything else. */
export function pathOfAddress(address: string, origin: string): string | undefined {
  const given = address.trim();
  if (!/^(\/(?!\/)|https?:\/\/)/.test(given)) return undefined;
  try {
    const url = new URL(given, origin);
    return url.origin === new URL(origin).origin ? url.pathname.replace(/(?<=.)\/$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** The record that an address shows, if a source of evidence knows it. Whether the actor may see it, `resolve` says. */
export async function recordAt(tx: ReadTx, sources: readonly EvidenceSource[], address: string, origin: string): Promise<RecordRef | undefined> {
  const path = pathOfAddress(address, origin);
  if (path === undefined) return undefined;
  for (const source of sources) {
    const id = await source.idAt?.(path, tx);
    if (id !== undefined) return { type: source.type, id };
  }
  return undefined;
}
