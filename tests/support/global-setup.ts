import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { buildAssets, buildServer } from '../../build.mjs';
import { projectRoot } from '../../src/platform/config.ts';
import { startEmbedded } from '../../src/platform/db/embedded.ts';
import { migrate } from '../../src/platform/db/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string;
    appUrl: string;
    /** Folder of the server and the command line, built from the source as it is. */
    built: string;
    /** `-u` was given: what is kept as golden is kept anew. */
    renew: boolean;
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that every test file copies; and the program, built once beside the build of everybody else. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-test-'));
  const server = await startEmbedded(folder, { settings: { fsync: 'off', max_connections: '200' } });
  const place = path.join(projectRoot, 'test-results');
  mkdirSync(place, { recursive: true });
  const built = mkdtempSync(path.join(place, 'built-'));
  await Promise.all([migrate(server.ownerUrl), buildAssets(), buildServer(path.relative(projectRoot, built))]);
  const admin = new pg.Client({ connectionString: server.ownerUrl.replace(/\/krom$/, '/postgres') });
  await admin.connect();
  await admin.query('alter database krom is_template true');
  await admin.end();
  project.provide('ownerUrl', server.ownerUrl);
  project.provide('appUrl', server.appUrl);
  project.provide('built', built);
  project.provide('renew', project.config.snapshotOptions.updateSnapshot === 'all');
  return async () => {
    await server.stop();
    for (const ours of [folder, built]) rmSync(ours, { recursive: true, force: true });
    rmSync(path.dirname(server.folder), { recursive: true, force: true });
  };
}
