import path from 'node:path';
import { createRenderer } from '../../src/paper/index.ts';
import { MovableClock } from '../../src/platform/clock.ts';
import { readConfig } from '../../src/platform/config.ts';
import { LocalFileStore } from '../../src/platform/files/local-file-store.ts';
import type { Log } from '../../src/platform/log.ts';
import type { Services } from '../../src/platform/services.ts';
import type { TestDatabase } from './db.ts';

const silent = () => {};
/** Surprises are shown with KROM_TEST_LOG=1: `KROM_TEST_LOG=1 npm test -- src/modules/x`. */
export const silentLog: Log = {
  debug: silent,
  info: silent,
  warn: silent,
  error: process.env['KROM_TEST_LOG'] ? (fields, message) => console.error(message, fields) : silent,
};

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
