import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createIdentify, signInPaths } from '../../src/house.ts';
import { modules } from '../../src/modules.ts';
import { demoPassword } from '../../src/modules/organisation/index.ts';
import type { MovableClock } from '../../src/platform/clock.ts';
import { Database } from '../../src/platform/db/database.ts';
import { makeFormKey } from '../../src/platform/http/form-key.ts';
import { runJobsNow } from '../../src/platform/jobs/run-now.ts';
import { fireDueTimers } from '../../src/platform/jobs/timers.ts';
import type { Services } from '../../src/platform/services.ts';
import { demoStart, loadDemo } from '../../src/start/demo.ts';
import { freshDatabase, type TestDatabase } from './db.ts';
import { testServices } from './services.ts';

export interface Client {
  get(url: string): Promise<LightMyRequestResponse>;
  /** Posts a form with a fresh key; give `_key` to repeat one. */
  post(url: string, fields?: Record<string, string | string[]>): Promise<LightMyRequestResponse>;
  /** A key that this client may send, for tests of repeats. */
  key(): string;
  readonly cookies: Record<string, string>;
}

export interface TestApp {
  readonly app: FastifyInstance;
  readonly services: Services & { clock: MovableClock };
  readonly db: TestDatabase;
  /** A client signed in with a demo account. */
  as(username: string): Promise<Client>;
  /** A client of nobody. */
  anybody(): Client;
  /** The same browser, signed in by a session that a test opened in another way than by a password. */
  signedIn(visitor: Client, token: string): Promise<Client>;
  /** The key that seals forms, to make a `_key` by hand. */
  formSecret(): Buffer;
  /** Runs every waiting job, and the timers that are due by the legal clock, until nothing waits. */
  runJobs(): Promise<void>;
  /** Lets the legal clock stand at an instant and runs on from there. */
  moveTo(instant: Date | string): Promise<void>;
}

/** The template database with the demo; `ensureDemoTemplate` makes it. */
export const demoTemplate = 'krom_demo';

/** Contents of the demo's files, by their hash: every house of a test gets them beside its copy of the database. */
const demoFiles = path.join(os.tmpdir(), 'krom-demo-files');

export function giveDemoFiles(folder: string): void {
  if (existsSync(demoFiles)) cpSync(demoFiles, path.join(folder, 'files'), { recursive: true });
}

/** Makes the template with the demo once per test run; test files copy it. */
export async function ensureDemoTemplate(): Promise<void> {
  const adminUrl = inject('ownerUrl').replace(/\/krom$/, '/postgres');
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(5651)');
    if ((await admin.query('select 1 from pg_database where datname = $1 and datistemplate', [demoTemplate])).rowCount) return;
    await admin.query(`drop database if exists ${demoTemplate} with (force)`);
    await admin.query(`create database ${demoTemplate} template krom`);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-demo-'));
    const database = new Database({ url: inject('appUrl').replace(/\/krom$/, `/${demoTemplate}`) });
    const services = testServices({ database } as TestDatabase, folder);
    await loadDemo(modules, services);
    await database.close();
    if (existsSync(path.join(folder, 'files'))) cpSync(path.join(folder, 'files'), demoFiles, { recursive: true });
    rmSync(folder, { recursive: true, force: true });
    await admin.query(`alter database ${demoTemplate} is_template true`);
  } finally {
    await admin.end();
  }
}

function clientOf(app: FastifyInstance, secret: () => Buffer, cookies: Record<string, string>, session: () => string): Client {
  const browser = cookies['krom_browser'] as string;
  const key = () => makeFormKey(secret(), session() ? `${browser}:${session()}` : browser);
  return {
    cookies,
    key,
    get: (url) => app.inject({ url, cookies }),
    post(url, fields = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries({ _key: key(), ...fields })) for (const item of [value].flat()) body.append(name, item);
      return app.inject({ method: 'POST', url, cookies, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: body.toString() });
    },
  };
}

/** For a test file: the whole house on a copy of the demo, without a network. */
export function useApp(): TestApp {
  const box: { app?: FastifyInstance; db?: Awaited<ReturnType<typeof freshDatabase>>; services?: Services & { clock: MovableClock } } = {};
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-app-'));
  const secret = () => readFileSync(path.join(folder, 'keys/forms.key'));
  beforeAll(async () => {
    await ensureDemoTemplate();
    box.db = await freshDatabase(demoTemplate);
    giveDemoFiles(folder);
    box.services = testServices(box.db, folder);
    box.services.clock.moveTo(demoStart);
    box.app = await createApp({ services: box.services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 0, checkAnswers: true });
  });
  afterAll(async () => {
    await box.app?.close();
    await box.db?.drop();
    rmSync(folder, { recursive: true, force: true });
  });
  const need = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('useApp: used before beforeAll');
    return value;
  };
  let visitors = 0;
  const anybody = () => clientOf(need(box.app), secret, { krom_browser: `browser-of-the-test-${String(++visitors).padStart(4, '0')}` }, () => '');
  const test: TestApp = {
    get app() {
      return need(box.app);
    },
    get services() {
      return need(box.services);
    },
    get db() {
      return need(box.db);
    },
    anybody,
    formSecret: secret,
    async as(username) {
      const visitor = anybody();
      const answer = await visitor.post('/sign-in', { username, password: demoPassword });
      const token = answer.cookies.find((cookie) => cookie.name === 'krom_session')?.value;
      if (!token) throw new Error(`${username} could not sign in: ${answer.statusCode} ${answer.body.slice(0, 400)}`);
      return test.signedIn(visitor, token);
    },
    async signedIn(visitor, token) {
      const identify = createIdentify(modules);
      const actor = await identify(need(box.services).database, token, need(box.services).clock.today());
      return clientOf(need(box.app), secret, { ...visitor.cookies, krom_session: token }, () => actor?.sessionId ?? '');
    },
    async runJobs() {
      const services = need(box.services);
      const jobs = modules.flatMap((module) => module.jobs ?? []);
      for (;;) {
        const fired = await fireDueTimers(services.database, services.clock, jobs);
        await runJobsNow({ services, ownerUrl: need(box.db).ownerUrl, jobs });
        if (fired === 0) return;
      }
    },
    async moveTo(instant) {
      const { clock } = need(box.services);
      clock.moveTo(new Date(instant));
      // The database reckons with the same legal clock.
      await need(box.db).owner.query("update platform.setting set value = jsonb_build_object('offset', $1::float8) where name = 'clock'", [clock.offset]);
    },
  };
  return test;
}

