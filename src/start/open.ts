import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'kysely';
import { halfRestored } from '../backup/restore-place.ts';
import { createRenderer } from '../paper/index.ts';
import { systemActor } from '../platform/access/actor.ts';
import type { MovableClock } from '../platform/clock.ts';
import { followClock, type ClockFollower } from '../platform/clock-setting.ts';
import type { Config } from '../platform/config.ts';
import { Database } from '../platform/db/database.ts';
import { startEmbedded, type EmbeddedPostgres } from '../platform/db/embedded.ts';
import { migrate } from '../platform/db/migrate.ts';
import { inspectServer, ServerUnfitError } from '../platform/db/server-check.ts';
import { LocalFileStore } from '../platform/files/local-file-store.ts';
import { createLog } from '../platform/log.ts';
import { Listener } from '../platform/notify/listener.ts';
import type { Services } from '../platform/services.ts';
import { patiently } from './patiently.ts';
import { enter } from './presence.ts';
import { checkRelease } from './release.ts';
import { logSlowStatements } from './slow-log.ts';

/** A running house without its doors: database, files, clock, log. */
export interface OpenKrom {
  readonly services: Services & { readonly clock: MovableClock };
  /** The legal clock as the whole house has it. */
  readonly clock: ClockFollower;
  /** Messages between processes: live updates, the moved clock. */
  readonly listener: Listener;
  /** Empty in a web process that was not given the owner's address. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly embedded: EmbeddedPostgres | undefined;
  /** Names of the migrations that this start ran. */
  readonly migrated: readonly string[];
  /** True when nobody was in the database. */
  readonly empty: boolean;
  /** True when what is in the database was laid down as a demo, with passwords that everybody knows. */
  readonly holdsDemo: boolean;
  close(): Promise<void>;
}

/** True when nobody is in the database yet, and whether what is in it was laid down as a demo. */
async function look(database: Database): Promise<{ empty: boolean; demo: boolean }> {
  return database.read(systemActor('start.look'), async (tx) => {
    const { rows } = await sql<{ empty: boolean; demo: boolean }>`select not exists (select 1 from organisation.person) as empty,
        exists (select 1 from platform.setting where name = 'clock') as demo`.execute(tx.db);
    return rows[0] as { empty: boolean; demo: boolean };
  });
}

/**
 * Opens the database (the embedded one unless a server is given), brings it up to date and makes the services.
 * The embedded server is stopped by the last process that leaves; one left over by a killed program is taken over.
 */
export async function openKrom(config: Config): Promise<OpenKrom> {
  makeDataFolder(config.dataFolder);
  const half = await halfRestored(config.dataFolder, config.ownerUrl);
  if (half) throw new Error(`${half.th}\n  ${half.en}`);
  const presence = enter(config.dataFolder);
  const closers: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  let embedded: EmbeddedPostgres | undefined;
  closers.push(async () => {
    if (presence.leave()) await embedded?.stop();
  });
  try {
    const log = createLog(config.logLevel);
    if (config.appUrl) {
      const unfit = (await inspectServer(config.ownerUrl, config.appUrl)).filter(({ state }) => state === 'fail');
      if (unfit.length > 0) throw new ServerUnfitError(unfit);
    } else {
      embedded = await startEmbedded(config.dataFolder);
      closers.push(
        embedded.keepAlive((event, error) => {
          if (event === 'back') log.warn({}, 'the embedded database runs again');
          else if (event === 'moved') {
            // All connections of this process go to the old address: whoever watches over it starts it anew.
            log.error({}, 'the embedded database runs at another address, this process ends');
            process.kill(process.pid, 'SIGTERM');
          }
          else log.error({ error }, event === 'gone' ? 'the embedded database is gone and is started again' : 'the embedded database cannot be started, will be tried again');
        }),
      );
    }
    const ownerUrl = config.ownerUrl ?? embedded?.ownerUrl ?? '';
    const appUrl = config.appUrl ?? (embedded as EmbeddedPostgres).appUrl;
    const migrated = ownerUrl ? await patiently(log, () => migrate(ownerUrl)) : [];
    const database = new Database({ url: appUrl, onError: (error) => log.warn({ error: error.message }, 'a database connection was lost') });
    closers.push(() => database.close());
    logSlowStatements(database, log, config.slowSqlMs);
    await patiently(log, () => checkRelease(database, log));
    const found = await patiently(log, () => look(database));
    // A real office that is started without KROM_DEMO=0 is no demo: no accounts on the sign-in page, no moving clock.
    const demo = config.demo && (found.empty || found.demo);
    const listener = new Listener({ url: appUrl, log });
    closers.push(() => listener.close());
    const clock = await patiently(log, () => followClock({ database, listener, log, demo }));
    await patiently(log, () => listener.start());
    const paper = createRenderer({ onSurprise: (what) => log.error({ what }, 'a print worker surprised') });
    closers.push(() => paper.close());
    const inUse: Config = { ...config, demo, ...(embedded ? { databaseFolder: embedded.folder } : {}) };
    const services = { config: inUse, clock: clock.clock, database, files: new LocalFileStore(path.join(config.dataFolder, 'files')), log, paper };
    return { services, clock, listener, ownerUrl, appUrl, embedded, migrated, empty: found.empty, holdsDemo: found.demo, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new Error(
      `เขียนโฟลเดอร์ข้อมูล ${folder} ไม่ได้ ตั้ง KROM_DATA เป็นโฟลเดอร์ที่ท่านเขียนได้ เช่น KROM_DATA=$HOME/krom npm start\n  The data folder ${folder} cannot be written. Set KROM_DATA to a folder that you may write, such as KROM_DATA=$HOME/krom npm start`,
      { cause: error },
    );
  }
}
