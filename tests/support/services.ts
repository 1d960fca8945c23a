import path from 'node:path';
import { createRenderer } from '../../src/paper/index.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { LocalFileStore } from '../../src/platform/files/local-file-store.ts';
import type { Log } from '../../src/platform/log.ts';
import type { Services } from '../../src/platform/services.ts';
import type { TestDatabase } from './db.ts';

const silent = () => {};
export const silentLog: Log = { debug: silent, info: silent, warn: silent, error: silent };

/** Services of a test: its own database and folder, a clock that can be moved. */
export function testServices(db: TestDatabase, folder: string, env: Record<string, string> = {}): Services & { clock: MovableClock } {
  const config = readConfig({ KROM_DATA: folder, PORT: '0', ...env });
  return {
    config,
    clock: new MovableClock(),
    get database() {
      return db.database;
    },
    files: new LocalFileStore(path.join(folder, 'files')),
    log: silentLog,
    paper: createRenderer({ size: 1 }),
  };
}
