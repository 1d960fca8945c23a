import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { createIdentify, signInPaths } from '../../src/house.ts';
import { modules } from '../../src/modules.ts';
import { sealAudit } from '../../src/platform/audit/seal.ts';
import { verifyAudit } from '../../src/platform/audit/verify.ts';
import { readConfig } from '../../src/platform/config.ts';
import { readMigrations } from '../../src/platform/db/migrate.ts';
import { runJobsNow } from '../../src/platform/jobs/run-now.ts';
import { openKrom, type OpenKrom } from '../../src/start/open.ts';
import { crawl } from '../support/crawl.ts';
import { settled } from '../support/db.ts';
import { layDown, readFrozen } from '../support/frozen-house.ts';
import { signInAt, type Browser } from '../support/own-house.ts';

// An office that works with an earlier release installs the one of today: nothing is lost, and the house opens.

const frozen = readFrozen('house-of-0404');
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-upgrade-'));
const name = `krom_upgrade_${randomBytes(4).toString('hex')}`;
const url = (which: 'ownerUrl' | 'appUrl', database = name) => inject(which).replace(/\/krom$/, `/${database}`);
let krom: OpenKrom;
let owner: pg.Pool;
let app: Awaited<ReturnType<typeof createApp>>;
let head: Browser;
const before = new Map<string, number>();

const asAdmin = async (text: string) => {
  const admin = new pg.Client({ connectionString: url('ownerUrl', 'postgres') });
  await admin.connect();
  await admin.query(text);
  await admin.end();
};
const count = async (table: string) => (await owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n as number;

beforeAll(async () => {
  await asAdmin(`create database ${name} template template0`);
  owner = new pg.Pool({ connectionString: url('ownerUrl'), max: 2 });
  owner.on('error', () => {});
  await layDown(frozen, url('ownerUrl'), folder);
  for (const table of Object.keys(frozen.tables)) before.set(table, await count(table));
  krom = await openKrom(readConfig({ KROM_DATA: folder, PORT: '0', KROM_LOG: 'silent', KROM_OWNER_URL: url('ownerUrl'), KROM_APP_URL: url('appUrl') }));
  await runJobsNow({ services: krom.services, ownerUrl: krom.ownerUrl, jobs: modules.flatMap((module) => module.jobs ?? []) });
  app = await createApp({ services: krom.services, modules, identify: createIdentify(modules), paths: signInPaths, listener: krom.listener, rateLimit: 0 });
  head = await signInAt(app, 'head.kpr');
});
afterAll(async () => {
  await app?.close();
  await krom?.close();
  await owner?.end();
  await asAdmin(`drop database if exists ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

test('no migration that an office has run was edited, and none was slipped in under another name', () => {
  const now = new Map(readMigrations().map(({ name: file, hash }) => [file, hash]));
  for (const { name: file, hash } of frozen.migrations) expect([file, now.get(file)]).toEqual([file, hash]);
  const numbers = readMigrations().map(({ name: file }) => file.slice(0, 4));
  expect(new Set(numbers).size).toBe(numbers.length);
});

test('every row is still there', async () => {
  expect(krom.migrated.length).toBe(readMigrations().length - frozen.migrations.length);
  expect(krom.holdsDemo).toBe(true);
  for (const [table, rows] of before) expect([table, (await count(table)) >= rows]).toEqual([table, true]);
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from correspondence.register_entry`);
  expect(rows[0]?.n).toBe(frozen.tables['correspondence.register_entry']?.rows.length);
});

test('the trail of before is whole under its seals, and what is done now is sealed behind it', async () => {
  expect(await verifyAudit(krom.ownerUrl, folder)).toMatchObject({ ok: true, batches: frozen.tables['platform.audit_seal']?.rows.length });
  await settled(owner);
  await sealAudit(krom.services.database, folder);
  const report = await verifyAudit(krom.ownerUrl, folder);
  expect(report).toMatchObject({ ok: true, unsealedRows: 0 });
  expect(report.batches).toBeGreaterThan(frozen.tables['platform.audit_seal']?.rows.length ?? 0);
});

test('its people sign in with their passwords, and pages show their records and lead on', async () => {
  const inbox = await head.get('/');
  expect([inbox.statusCode, /<h1/.test(inbox.body)]).toEqual([200, true]);
  const { rows } = await owner.query<{ id: number; subject: string }>(`select id::int, subject from correspondence.letter where state = 'issued' and file_hash is not null order by id limit 1`);
  const letter = await head.get(`/letters/${rows[0]?.id}`);
  expect(letter.statusCode).toBe(200);
  const meeting = (await owner.query<{ id: number }>(`select meeting_id::int as id from meetings.minutes order by meeting_id limit 1`)).rows[0]?.id;
  const minutes = await head.get(`/meetings/${meeting}/minutes`);
  expect(minutes.statusCode).toBe(200);
  const pages = await crawl(head as never, ['/', '/verify', '/search?q=ตัวชี้วัด'], { perKind: 2, pages: 150 });
  expect(pages.length).toBeGreaterThan(40);
  expect(pages.filter(({ status }) => ![200, 303].includes(status)).map(({ status, url: at, from }) => `${status} ${at} linked on ${from}`)).toEqual([]);
}, 120_000);

test('a definitive file of before is given byte by byte, and a new act goes on from the old records', async () => {
  const hash = (await owner.query<{ h: string }>(`select file_hash as h from correspondence.letter where file_hash is not null order by id limit 1`)).rows[0]?.h as string;
  expect((await krom.services.files.get(hash)).subarray(0, 5).toString()).toBe('%PDF-');
  const ssc = (await owner.query<{ id: number }>(`select unit_id as id from organisation.unit_abbreviation where text = 'ศสช.' and kind = 'preferred'`)).rows[0]?.id;
  const tasks = await count('assignments.task');
  const done = await (await head.fillIn('/tasks/new', '/tasks/new', { title: 'งานแรกหลังเปลี่ยนรุ่น', owners: String(ssc) }))();
  expect(done.statusCode).toBe(303);
  expect(await count('assignments.task')).toBe(tasks + 1);
});
