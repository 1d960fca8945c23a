import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { useDatabase } from '../../tests/support/db.ts';
import { testServices } from '../../tests/support/services.ts';
import { Database } from './db/database.ts';
import { checkHealth, readHealth } from './health.ts';
import { createLog } from './log.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-health-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a house without a worker can serve, and says so', async () => {
  const services = testServices(db, folder);
  expect(await checkHealth(services)).toMatchObject({ ok: true, checks: { database: 'ok', files: 'ok', worker: 'warn', queue: 'ok' } });
  await db.owner.query(`insert into platform.worker (id, host) values ('w', 'h')`);
  await db.owner.query(`select graphile_worker.add_job('late', run_at := now() - interval '5 minutes')`);
  const { checks } = await readHealth(services);
  expect(checks.find((check) => check.name === 'worker')?.state).toBe('ok');
  expect(checks.find((check) => check.name === 'queue')).toMatchObject({ state: 'warn', figures: { waiting: 1, lagSeconds: expect.any(Number) } });
});

test('without its database it cannot serve', async () => {
  const gone = new Database({ url: 'postgres://nobody:x@127.0.0.1:1/none' });
  gone.outagePatience = 100;
  expect(await checkHealth({ ...testServices(db, folder), database: gone })).toMatchObject({ ok: false, checks: { database: 'fail' } });
  await gone.close();
});

test('the log writes one line of JSON and leaves secrets out', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line), always: { process: 'web' } });
  log.debug({}, 'unheard');
  log.info({ requestId: 'r-1', password: 'secret-of-1', body: { sessionToken: 'secret-of-2', cookie: 'secret-of-3', note: 'ok\nnext' } }, 'signed in');
  log.error({ error: Object.assign(new Error('no route to postgres://krom:secret-of-4@db/krom'), { code: 'X', cause: new Error('deep') }) }, 'failed');
  const circular: Record<string, unknown> = {};
  circular['self'] = circular;
  log.warn(circular, 'circular');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.indexOf('\n')).toBe(line.length - 1);
  expect(lines.join('')).not.toContain('secret-of');
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', process: 'web', requestId: 'r-1', password: '[redacted]', body: { note: 'ok\nnext' } });
  expect(JSON.parse(lines[1]!)).toMatchObject({ error: { code: 'X', stack: expect.any(String), cause: { message: 'deep' } } });
});
