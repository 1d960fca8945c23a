import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { buildAssets } from '../../build.mjs';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that every test file copies. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-test-'));
  const server = await startEmbedded(folder, { settings: { fsync: 'off', max_connections: '200' } });
  await Promise.all([migrate(server.ownerUrl), buildAssets()]);
  const admin = new pg.Client({ connectionString: server.ownerUrl.replace(/\/krom$/, '/postgres') });
  await admin.connect();
  await admin.query('alter database krom is_template true');
  await admin.end();
  project.provide('ownerUrl', server.ownerUrl);
  project.provide('appUrl', server.appUrl);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(path.dirname(server.folder), { recursive: true, force: true });
  };
}
