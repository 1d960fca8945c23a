import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createRenderer } from '../paper/index.ts';
import type { MovableClock } from '../platform/clock.ts';
import { followClock, type ClockFollower } from '../platform/clock-setting.ts';
import type { Config } from '../platform/config.ts';
import { Database } from '../platform/db/database.ts';
import { startEmbedded, type EmbeddedPostgres } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { LocalFileStore } from '../platform/files/local-file-store.ts';
import { createLog } from '../platform/log.ts';
import { Listener } from '../platform/notify/listener.ts';
import type { Services } from '../platform/services.ts';

/** A running house without its doors: database, files, clock, log. */
export interface OpenKrom {
  readonly services: Services & { readonly clock: MovableClock };
  /** The legal clock as the whole house has it. */
  readonly clock: ClockFollower;
  /** Messages between processes: live updates, the moved clock. */
  readonly listener: Listener;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly embedded: EmbeddedPostgres | undefined;
  /** Names of the migrations that this start ran. */
  readonly migrated: readonly string[];
  close(): Promise<void>;
}

/** Marks this process as a user of the data folder; `last()` is true when no other living process is. */
function register(dataFolder: string): { last(): boolean } {
  const folder = path.join(dataFolder, 'processes');
  mkdirSync(folder, { recursive: true });
  const own = path.join(folder, String(process.pid));
  writeFileSync(own, '');
  const alive = (name: string) => {
    try {
      process.kill(Number(name), 0);
      return true;
    } catch {
      rmSync(path.join(folder, name), { force: true });
      return false;
    }
  };
  return {
    last() {
      rmSync(own, { force: true });
      return readdirSync(folder).filter(alive).length === 0;
    },
  };
}

/**
 * Opens the database (the embedded one unless a server is given), brings it up to date and makes the services.
 * The embedded server is stopped by the last process that leaves; one left over by a killed program is taken over.
 */
export async function openKrom(config: Config): Promise<OpenKrom> {
  mkdirSync(config.dataFolder, { recursive: true });
  const presence = register(config.dataFolder);
  const embedded = config.ownerUrl ? undefined : await startEmbedded(config.dataFolder);
  const ownerUrl = config.ownerUrl ?? (embedded as EmbeddedPostgres).ownerUrl;
  const appUrl = config.appUrl ?? (embedded as EmbeddedPostgres).appUrl;
  const migrated = await migrate(ownerUrl);
  const log = createLog(config.logLevel);
  const database = new Database({ url: appUrl, onError: (error) => log.warn({ error: error.message }, 'a database connection was lost') });
  const listener = new Listener({ url: appUrl, log });
  const clock = await followClock({ database, listener, log, demo: config.demo });
  await listener.start();
  const paper = createRenderer({ onSurprise: (what) => log.error({ what }, 'a print worker surprised') });
  const services = { config, clock: clock.clock, database, files: new LocalFileStore(path.join(config.dataFolder, 'files')), log, paper };
  return {
    services,
    clock,
    listener,
    ownerUrl,
    appUrl,
    embedded,
    migrated,
    async close() {
      await paper.close();
      await listener.close();
      await database.close();
      if (presence.last()) await embedded?.stop();
    },
  };
}
