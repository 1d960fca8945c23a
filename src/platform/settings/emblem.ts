// The emblem that stands on every official sheet: a picture in the store, named by a setting, known to each process.
import type { EmblemBytes } from '../../paper/index.ts';
import { systemActor } from '../access/actor.ts';
import type { Database, ReadTx, Tx } from '../db/database.ts';
import type { FileStore } from '../files/file-store.ts';
import type { Log } from '../log.ts';
import type { Listener } from '../notify/listener.ts';
import { readStored, settingsChannel, writeSetting } from './settings.ts';

const name = 'paper.emblem';
const actor = systemActor('platform.emblem');

export interface StoredEmblem {
  readonly hash: string;
  readonly type: 'image/png' | 'image/jpeg';
}

/** Which picture was put in; undefined while the stand-in is printed. */
export async function storedEmblem(tx: ReadTx): Promise<StoredEmblem | undefined> {
  const stored = (await readStored(tx, name)) as Partial<StoredEmblem> | null | undefined;
  const known = typeof stored?.hash === 'string' && /^[0-9a-f]{64}$/.test(stored.hash) && (stored.type === 'image/png' || stored.type === 'image/jpeg');
  return known ? { hash: stored.hash as string, type: stored.type as StoredEmblem['type'] } : undefined;
}

/** Puts another emblem in; `null` goes back to the stand-in. */
export async function writeEmblem(tx: Tx, emblem: StoredEmblem | null): Promise<void> {
  await writeSetting(tx, name, emblem);
}

/** The emblem of this process, read again whenever the setting changes. */
export async function followEmblem(options: { database: Database; listener: Listener; files: FileStore; log: Log }): Promise<() => EmblemBytes | undefined> {
  const { database, listener, files, log } = options;
  let current: EmblemBytes | undefined;
  const reload = async () => {
    const stored = await database.read(actor, storedEmblem);
    current = stored && { bytes: await files.get(stored.hash), type: stored.type };
  };
  const later = () => void reload().catch((error: unknown) => log.error({ error }, 'the emblem cannot be read; the last one stays in use'));
  listener.on(settingsChannel, later);
  listener.onReconnect(later);
  await reload().catch((error: unknown) => log.error({ error }, 'the emblem cannot be read; sheets carry the stand-in'));
  return () => current;
}
