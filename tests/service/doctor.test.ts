import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { told } from '../../src/commands/doctor.ts';
import { sealAudit, sealLock } from '../../src/platform/audit/seal.ts';
import { readConfig } from '../../src/platform/config.ts';
import { sealPaths } from '../../src/platform/audit/seal-keys.ts';
import { examine } from '../../src/start/doctor/examine.ts';
import type { Finding } from '../../src/start/doctor/finding.ts';
import { checkNode, checkOrigin } from '../../src/start/doctor/machine.ts';
import { useBuiltKrom } from '../support/child.ts';
import { smallPdf } from '../support/extras.ts';
import { givenRoles, noGivenServer, useGiven, type GivenDatabase } from '../support/given-server.ts';
import { openOwnHouse, type OwnHouse } from '../support/own-house.ts';

// The doctor names each illness that a house may have, and changes nothing.

const given = useGiven(18);
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-doctor-'));
const skip = Boolean(noGivenServer(18));
const it = test.skipIf(skip);
let database: GivenDatabase;
let house: OwnHouse;
let env: Record<string, string>;

beforeAll(async () => {
  if (skip) return;
  database = await given.server.createDatabase();
  env = { KROM_DATA: folder, PORT: '0', KROM_LOG: 'silent', KROM_OWNER_URL: database.ownerUrl, KROM_APP_URL: database.appUrl };
  house = await openOwnHouse(folder, env);
  await house.krom.services.files.put(smallPdf).then(({ hash, size }) => house.owner.query(`insert into platform.file (hash, size, media_type, name, uploaded_by, taken_at) values ($1, $2, 'application/pdf', 'a.pdf', 1, now())`, [hash, size]));
  // The seal ends below the oldest transaction under way, and the worker has the demo's jobs in hand.
  for (const end = Date.now() + 30_000; (await sealAudit(house.krom.services.database, folder)) === 0 && Date.now() < end; ) await new Promise((resolve) => setTimeout(resolve, 100));
});
afterAll(() => house?.close());

const states = (findings: readonly Finding[]) => Object.fromEntries(findings.map(({ name, state }) => [name, state]));
const ill = (findings: readonly Finding[], name: string) => findings.filter((finding) => finding.name === name && finding.state !== 'ok');
const look = async (more: Record<string, string> = {}, allFiles = false) => examine(readConfig({ ...env, ...more }), { allFiles });

it('a house that works: everything is looked at, nothing is wrong but what a demo on a laptop lacks', async () => {
  const findings = await look({}, true);
  expect(states(findings)).toMatchObject({
    release: 'ok', node: 'ok', packages: 'ok', 'folder.rights': 'ok', port: 'ok', 'database.server-version': 'ok', 'database.server-text': 'ok', 'database.owner-rights': 'ok',
    'database.app-rights': 'ok', 'database.connections': 'ok', 'database.release': 'ok', worker: 'ok', 'queue.parked': 'ok', 'queue.late': 'ok', 'audit.seal': 'ok', 'audit.heads': 'ok',
    backup: 'warn', files: 'ok', printing: 'ok', 'mail.server': 'ok', origin: 'ok', demo: 'warn',
  });
  expect(findings.filter(({ state }) => state === 'fail')).toEqual([]);
  for (const { state, words, wayOut } of findings) {
    expect(words.th).toMatch(/[ก-๙]|^Node/);
    if (state !== 'ok') expect(wayOut?.th).toBeTruthy();
  }
  expect(told(findings.find(({ name }) => name === 'backup') as Finding)).toMatch(/^WARN {2}ยังไม่เคยสำรองข้อมูล {2}\/ {2}There is no backup\n {6}→ สั่ง npx krom backup/);
});

it('what is ill in the work: a silent worker, parked and late jobs, a trail without seals, a failed backup', async () => {
  // The house's own worker would seal the old line before it is looked at.
  const holder = new pg.Client({ connectionString: database.ownerUrl });
  await holder.connect();
  await holder.query('select pg_advisory_lock($1)', [sealLock]);
  await house.owner.query(`insert into platform.backup (cause, kind, file, state, error, finished_at) values ('nightly', 'logical', 'x', 'failed', '{"th":"ดิสก์เต็ม","en":"the disk is full"}', now())`);
  await house.owner.query(`select graphile_worker.add_job('nobody-takes-this', run_at := now() - interval '1 hour')`);
  await house.owner.query(`select graphile_worker.add_job('nobody-takes-this-either', max_attempts := 1); update graphile_worker._private_jobs set attempts = 1 where max_attempts = 1`);
  await house.owner.query(`insert into platform.audit (at, recorded_at, actor_kind, actor_id, actor_name, action, subject_type) values (now(), now() - interval '2 hours', 'system', 0, 't', 'system.clock-moved', 't')`);
  const seen = await look();
  await holder.end();
  expect(ill(seen, 'backup')[0]?.words.th).toContain('ดิสก์เต็ม');
  expect(states(seen)).toMatchObject({ 'queue.parked': 'warn', 'queue.late': 'warn', 'audit.seal': 'warn' });
  expect(ill(seen, 'queue.parked')[0]?.wayOut?.th).toContain('/system/jobs');
  await house.owner.query(`delete from platform.backup; select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs where task_identifier like 'nobody%'))`);
});

it('a file that is gone, a changed one, a key that others may read, a folder that is not the house\'s', async () => {
  const hash = (await house.owner.query<{ hash: string }>(`select hash from platform.file where name = 'a.pdf'`)).rows[0]?.hash as string;
  rmSync(path.join(folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash));
  chmodSync(sealPaths(folder).privateKey, 0o644);
  const seen = await look({}, true);
  expect(ill(seen, 'files')[0]).toMatchObject({ state: 'fail', words: { th: expect.stringContaining(hash) } });
  expect(ill(seen, 'folder.keys')).toHaveLength(1);
  chmodSync(sealPaths(folder).privateKey, 0o600);
  const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'krom-elsewhere-'));
  expect(states(await look({ KROM_DATA: elsewhere }))).toMatchObject({ 'audit.heads': 'fail', files: 'fail' });
  rmSync(elsewhere, { recursive: true });
  expect(states(await look({ KROM_DATA: path.join(elsewhere, 'gone') }))).toMatchObject({ 'folder.rights': 'fail' });
});

it('a database that is away or not up to date, a role that may too much', async () => {
  expect(ill(await look({ KROM_OWNER_URL: 'postgres://a:b@127.0.0.1:1/x' }), 'database.server-reached')[0]?.state).toBe('fail');
  expect(ill(await look({ KROM_APP_URL: database.ownerUrl }), 'database.app-rights')[0]?.wayOut?.en).toContain('a role of its own');
  const fresh = await given.server.createDatabase();
  expect(ill(await look({ KROM_OWNER_URL: fresh.ownerUrl, KROM_APP_URL: fresh.appUrl }), 'database.release')[0]?.wayOut?.th).toContain('npx krom migrate');
  const client = new pg.Client({ connectionString: fresh.adminUrl });
  await client.connect();
  expect((await client.query(`select 1 from pg_tables where schemaname = 'platform'`)).rowCount).toBe(0);
  await client.end();
  expect(states(await look({ ROLE: 'web', KROM_OWNER_URL: undefined as never }))).toMatchObject({ 'database.app-rights': 'ok', 'database.release': 'ok' });
});

it('a port that another has, and one that the house itself has', async () => {
  const other = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nno'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  expect(states(await look({ PORT: String((other.address() as AddressInfo).port) }))['port']).toBe('fail');
  other.close();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = house.app.server.address() as AddressInfo;
  expect((await look({ PORT: String(port) })).find(({ name }) => name === 'port')).toMatchObject({ state: 'ok', words: { en: `The house runs at port ${port} and is ready` } });
});

it('a mail server that takes us, one that refuses our name, and none at all', async () => {
  const server = new SMTPServer({ disabledCommands: ['STARTTLS'], authOptional: true, onAuth: ({ username }, _session, done) => (username === 'krom' ? done(null, { user: 'krom' }) : done(new Error('unknown'))) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  expect(states(await look({ KROM_SMTP_URL: `smtp://krom:x@127.0.0.1:${port}` }))['mail.server']).toBe('ok');
  expect(states(await look({ KROM_SMTP_URL: `smtp://thief:x@127.0.0.1:${port}` }))['mail.server']).toBe('fail');
  await new Promise<void>((resolve) => server.close(() => resolve()));
  expect(states(await look({ KROM_SMTP_URL: `smtp://127.0.0.1:${port}` }))['mail.server']).toBe('fail');
});

test('node and the address that people use', () => {
  expect([checkNode('24.1.0').state, checkNode('26.0.1').state, checkNode('20.19.0').state, checkNode('25.0.0').state]).toEqual(['ok', 'ok', 'fail', 'warn']);
  const origin = (more: Record<string, string>, demo: boolean | undefined = false) => checkOrigin(readConfig(more), demo).map(({ name, state }) => `${name} ${state}`);
  expect(origin({ KROM_ORIGIN: 'https://krom.example.go.th', KROM_TRUST_PROXY: '1' })).toEqual(['origin ok']);
  expect(origin({ KROM_ORIGIN: 'https://krom.example.go.th' })).toEqual(['origin ok', 'origin.proxy warn']);
  expect(origin({ KROM_ORIGIN: 'http://krom.example.go.th' })).toEqual(['origin fail']);
  expect(origin({})).toEqual(['origin warn']);
  expect(origin({}, true)).toEqual(['origin ok']);
});

const krom = useBuiltKrom();
it('the command says it in lines or as JSON, and its exit code says whether something is to be mended', async () => {
  const spoken = await krom.cli({ ...env, KROM_APP_URL: database.ownerUrl.replaceAll(givenRoles.owner, givenRoles.owner) }, 'doctor');
  expect(spoken.code).toBe(1);
  expect(spoken.words).toMatch(/ok {4}โปรแกรมรุ่น [^]*FAIL {2}บทบาท krom_owner เป็นเจ้าของตาราง[^]*ต้องแก้ [1-9]/);
  const json = await krom.cli({ ...env, KROM_DATA: folder }, 'doctor', '--json');
  const told = JSON.parse(json.words) as { ok: boolean; fail: number; findings: Finding[] };
  expect([json.code, told.ok, told.findings.length > 15]).toEqual([told.fail === 0 ? 0 : 1, told.fail === 0, true]);
});
