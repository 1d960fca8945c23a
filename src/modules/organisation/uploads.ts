import type { Tx } from '../../platform/db/database.ts';
import { readFileRecords, takeFiles } from '../../platform/files/file-records.ts';
import { everyoneSignedIn } from '../../platform/search/search-source.ts';

/**
 * Takes up the one file that came with a form, where everyone signed in may read it. Only an upload of the actor: a
 * typed id of somebody else's file must not open it to all.
 */
export async function takeOwnUpload(tx: Tx, ids: readonly number[]): Promise<number | null> {
  const own = (await readFileRecords(tx, ids)).find((file) => file.uploadedBy === tx.actor.id);
  if (!own) return null;
  const [taken] = await takeFiles(tx, [own.id], { readers: [everyoneSignedIn] });
  return taken?.id ?? null;
}
