import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../../src/platform/access/actor.ts';
import { Database } from '../../src/platform/db/database.ts';
import { Drain } from '../../src/platform/http/drain.ts';
import { createApp } from '../../src/app.ts';
import { createIdentify, signInPaths } from '../../src/house.ts';
import { modules } from '../../src/modules.ts';
import { createLog } from '../../src/platform/log.ts';
import { listenForMetrics, type MetricsListener } from '../../src/platform/metrics/listener.ts';
import { createMetrics, type Metrics } from '../../src/platform/metrics/metrics.ts';
import { within } from '../../src/platform/request-context.ts';
import { logSlowStatements } from '../../src/start/slow-log.ts';
import { useApp } from '../support/app.ts';
import { useDatabase } from '../support/db.ts';
import { signInAt } from '../support/own-house.ts';
import { testServices } from '../support/services.ts';

const house = useApp();
const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-metrics-'));
const token = 'a-token-of-more-than-sixteen';
let metrics: Metrics;
let listener: MetricsListener;
let app: Awaited<ReturnType<typeof createApp>>;
let ready = true;
const at = (where: string, init?: RequestInit) => fetch(`http://127.0.0.1:${listener.port}${where}`, init);
const figures = async () => (await at('/metrics', { headers: { authorization: `Bearer ${token}` } })).text();

beforeAll(async () => {
  metrics = createMetrics(house.services, { version: '1.2.3', role: 'web' });
  house.services.database.watch(metrics.statement);
  listener = await listenForMetrics({ host: '127.0.0.1', port: 0, token, metrics, ready: async () => ready });
  app = await createApp({ services: house.services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 0, metrics, drain: new Drain(), onPage: ({ page, stats }) => metrics.page(page, stats.statements, stats.rows) });
});
afterAll(async () => {
  await listener.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

test('figures tell routes, pages, the pool, jobs and the house, and nothing of people or records', async () => {
  const browser = await signInAt(app, 'clerk.kpr');
  await browser.get('/');
  await browser.get('/tasks/123456');
  await browser.get('/no/such/ลับ');
  metrics.jobEnded({ job: 'platform.send-mail', jobId: '1', attempt: 1 });
  metrics.jobEnded({ job: 'platform.send-mail', jobId: '1', attempt: 2, error: new Error('x') });
  const text = await figures();
  for (const line of [
    /^krom_build_info\{version="1\.2\.3",role="web"\} 1$/m,
    /^krom_http_request_seconds_count\{role="web",method="POST",route="\/sign-in",status="303"\} 1$/m,
    /^krom_http_request_seconds_count\{role="web",method="GET",route="\/tasks\/:id",status="404"\} 1$/m,
    /^krom_http_request_seconds_count\{role="web",method="GET",route="unknown",status="404"\} 1$/m,
    /^krom_page_sql_statements_count\{role="web",page="\/"\} 1$/m,
    /^krom_sql_seconds_count\{role="web"\} \d{2,}$/m,
    /^krom_pool_connections\{state="idle",role="web"\} \d+$/m,
    /^krom_jobs\{state="waiting",role="web"\} \d+$/m,
    /^krom_job_runs_total\{job="platform\.send-mail",outcome="failed",role="web"\} 1$/m,
    /^krom_sessions_open\{role="web"\} [1-9]\d*$/m,
    /^krom_audit_unsealed_rows\{role="web"\} [1-9]\d*$/m,
    /^krom_database_bytes\{role="web"\} \d{7,}$/m,
    /^krom_database_up\{role="web"\} 1$/m,
    /^nodejs_eventloop_lag_p99_seconds\{role="web"\} /m,
    /^process_resident_memory_bytes\{role="web"\} /m,
  ]) expect(text).toMatch(line);
  expect(text).not.toMatch(/123456|ลับ|clerk|[ก-๙]/);
});

test('only who has the token reads them; whether it lives and is ready anybody on that port', async () => {
  expect([(await at('/metrics')).status, (await at('/metrics', { headers: { authorization: 'Bearer wrong-token-of-some-length' } })).status]).toEqual([401, 401]);
  expect((await at('/metrics', { method: 'POST' })).status).toBe(405);
  expect((await at('/else')).status).toBe(404);
  expect([(await at('/health/live')).status, (await at('/health/ready')).status]).toEqual([200, 200]);
  ready = false;
  expect((await at('/health/ready')).status).toBe(503);
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(404);
});

test('while the database is away the figures of before are not shown as those of now', async () => {
  const gone = new Database({ url: 'postgres://nobody:x@127.0.0.1:1/none' });
  gone.outagePatience = 50;
  const lonely = createMetrics({ ...testServices(db, folder), database: gone }, { version: '1', role: 'worker' });
  const text = await lonely.text();
  expect(text).toMatch(/^krom_database_up\{role="worker"\} 0$/m);
  expect(text).not.toMatch(/^krom_jobs\{/m);
  await gone.close();
});

test('a slow statement is logged with its name, time, rows and the route that asked, without values', async () => {
  const lines: string[] = [];
  const slow = new Database({ url: db.appUrl });
  logSlowStatements(slow, createLog('info', { write: (line) => void lines.push(line) }), 80);
  await within({ requestId: 'r-7', route: '/tasks/:id' }, () => slow.read(systemActor('t'), async (tx) => {
    await sql`select ${'ชื่อลับ'}::text as x`.execute(tx.db);
    await sql`select pg_sleep(0.12), ${'ชื่อลับ'}::text as y from generate_series(1, 1)`.execute(tx.db);
  }));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] as string)).toMatchObject({ level: 'warn', message: 'slow statement', statement: expect.stringMatching(/^k/), rows: 1, requestId: 'r-7', route: '/tasks/:id', sql: expect.stringContaining('pg_sleep(0.12), $1') });
  expect((JSON.parse(lines[0] as string) as { ms: number }).ms).toBeGreaterThanOrEqual(100);
  expect(lines[0]).not.toContain('ชื่อลับ');
  await slow.close();
});
