import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noGivenServer, startGiven, type GivenServer } from '../../tests/support/given-server.ts';
import { openOwnHouse, type OwnHouse } from '../../tests/support/own-house.ts';
import { smallPdf } from '../../tests/support/extras.ts';
import { createApp } from '../app.ts';
import { createIdentify, signInPaths } from '../house.ts';
import { modules } from '../modules.ts';
import { sealAudit } from '../platform/audit/seal.ts';
import { verifyAudit } from '../platform/audit/verify.ts';
import { readConfig } from '../platform/config.ts';
import { placeOf } from '../platform/db/embedded-place.ts';
import { openKrom, type OpenKrom } from '../start/open.ts';
import { makeBackup, type BackupDone } from './backup.ts';
import { drill } from './drill.ts';
import { readFingerprint, type Fingerprint } from './fingerprint.ts';
import type { BackupKind } from './manifest.ts';
import { restore, type RestoreReport } from './restore.ts';

// The drill: a house at work is backed up, put back into an empty place, and is the same house.

const home = mkdtempSync(path.join(os.tmpdir(), 'krom-backups-'));
let house: OwnHouse;
let given: GivenServer | undefined;
let unit = '';

beforeAll(async () => {
  house = await openOwnHouse();
  unit = String((await house.owner.query<{ id: number }>(`select unit_id as id from organisation.unit_abbreviation where text = 'ศสช.' and kind = 'preferred'`)).rows[0]?.id);
});
afterAll(async () => {
  await house?.close();
  await given?.stop();
  for (const name of readdirSync(home)) {
    const database = placeOf(path.join(home, name));
    if (database && !database.startsWith(home)) rmSync(path.dirname(database), { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
});

const dataFolder = () => house.krom.services.config.dataFolder;
const filesOf = (folder: string) => path.join(folder, 'files');
const seal = () => sealAudit(house.krom.services.database, dataFolder());

async function backUp(name: string, kind: BackupKind, more: { passphrase?: string } = {}): Promise<BackupDone> {
  const done = await makeBackup({ ownerUrl: house.krom.ownerUrl, dataFolder: dataFolder(), embedded: true, kind, file: path.join(home, name), ...more });
  if (!done.ok) throw new Error(done.message.en);
  return done.value;
}

async function putBack(file: string, folder: string, ownerUrl?: string): Promise<RestoreReport> {
  const done = await restore({ file, dataFolder: path.join(home, folder), ownerUrl });
  if (!done.ok) throw new Error(done.message.en);
  return done.value;
}

/** A worker beats every five seconds; everything else of a house where nobody works stays as it is. */
const quiet = ({ tables, files }: Fingerprint) => ({ tables: tables.filter(({ name }) => name !== 'platform.worker'), files });

interface Act {
  readonly title: string;
  readonly asked: number;
  readonly answered: number;
}

/** Eight people who give out tasks until told to stop; what was acknowledged, with when it was asked and answered. Resolves when they are at it. */
async function work(): Promise<() => Promise<readonly Act[]>> {
  const done: Act[] = [];
  const clerk = await house.signIn('clerk.kpr');
  let stopped = false;
  const people = Array.from({ length: 8 }, async (_, person) => {
    for (let n = 1; !stopped; n++) {
      const title = `งานระหว่างสำรอง ${person}-${n}`;
      const asked = Date.now();
      const send = await clerk.fillIn('/tasks/new', '/tasks/new', { title, owners: unit });
      const answer = await send();
      if (answer.statusCode !== 303) throw new Error(`${answer.statusCode}`);
      done.push({ title, asked, answered: Date.now() });
      if (person === 0) {
        await house.krom.services.files.put(Buffer.concat([smallPdf, Buffer.from(title)]));
        await seal();
      }
    }
  });
  while (done.length < 16) await new Promise((resolve) => setTimeout(resolve, 20));
  return async () => {
    stopped = true;
    await Promise.all(people);
    return done;
  };
}

interface Visited {
  readonly krom: OpenKrom;
  readonly app: FastifyInstance;
  readonly owner: pg.Client;
}

/** Opens a restored house, as `npm start` does. */
async function visit(folder: string, look: (visited: Visited) => Promise<void>, env: Record<string, string> = {}): Promise<void> {
  const krom = await openKrom(readConfig({ KROM_DATA: path.join(home, folder), PORT: '0', KROM_LOG: 'silent', ...env }));
  const app = await createApp({ services: krom.services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 0 });
  const owner = new pg.Client({ connectionString: krom.ownerUrl });
  await owner.connect();
  try {
    await look({ krom, app, owner });
  } finally {
    await owner.end();
    await app.close();
    await krom.close();
  }
}

/** People sign in, open a letter and its sheet, and work on; the trail goes on where it was. */
async function expectSameHouse({ app, owner, krom }: Visited): Promise<void> {
  const clerk = await house.signIn('head.kpr', app);
  expect((await clerk.get('/')).statusCode).toBe(200);
  const letter = (await owner.query<{ id: number }>(`select id::int from correspondence.letter where state = 'issued' and file_hash is not null order by id limit 1`)).rows[0];
  expect((await clerk.get(`/letters/${letter?.id}`)).statusCode).toBe(200);
  const sheet = await clerk.get(`/letters/${letter?.id}/file`);
  expect([sheet.statusCode, sheet.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  // It goes on: an act is done, and sealed on top of the seals that were brought along.
  const send = await clerk.fillIn('/tasks/new', '/tasks/new', { title: 'งานหลังกู้คืน', owners: unit });
  expect((await send()).statusCode).toBe(303);
  const before = await verifyAudit(krom.ownerUrl, krom.services.config.dataFolder);
  expect(before).toMatchObject({ ok: true, findings: [] });
  expect(await sealAudit(krom.services.database, krom.services.config.dataFolder)).toBeGreaterThan(0);
  expect(await verifyAudit(krom.ownerUrl, krom.services.config.dataFolder)).toMatchObject({ ok: true, unsealedRows: 0, batches: before.batches + 1 });
}

test('a physical backup made while eight people work is one moment of the house: what was acknowledged before is in it, whole', async () => {
  const open = await house.signIn('head.kpr');
  const stop = await work();
  const began = Date.now();
  const backup = await backUp('load.krom', 'physical');
  const ended = Date.now();
  const acts = await stop();
  const during = acts.filter(({ asked, answered }) => asked > began && answered < ended).length;
  expect(during).toBeGreaterThan(8);
  const report = await putBack(backup.file, 'load');
  expect(report.comparison).toMatchObject({ different: [], filesEqual: true, missing: 0 });
  expect(report.comparison.changing).toContain('assignments.task');
  expect(report.audit).toMatchObject({ ok: true, findings: [] });
  await visit('load', async (visited) => {
    const kept = new Set((await visited.owner.query<{ title: string }>(`select title from assignments.task where title like 'งานระหว่างสำรอง%'`)).rows.map(({ title }) => title));
    const before = acts.filter(({ answered }) => answered < began);
    expect(before.length).toBeGreaterThan(0);
    expect(before.filter(({ title }) => !kept.has(title))).toEqual([]);
    expect([...kept].filter((title) => !acts.some((act) => act.title === title && act.asked < ended))).toEqual([]);
    // One moment: each act is there with its line of the trail and its line of history, or not at all.
    const { rows } = await visited.owner.query<{ tasks: number; trail: number; history: number }>(`select count(*)::int as tasks,
      count((select 1 from platform.audit a where a.subject_type = 'assignments.task' and a.subject_id = t.id having count(*) > 0))::int as trail,
      count((select 1 from assignments.task_event e where e.task_id = t.id having count(*) > 0))::int as history from assignments.task t where title like 'งานระหว่างสำรอง%'`);
    expect(rows[0]).toEqual({ tasks: kept.size, trail: kept.size, history: kept.size });
    // The keys came along: a session that was open at that moment is open here too.
    expect((await visited.app.inject({ url: '/tasks', cookies: open.cookies })).statusCode).toBe(200);
    await expectSameHouse(visited);
  });
}, 180_000);

test('a physical backup of a house where nobody works gives back the same content, table by table', async () => {
  await seal();
  const backup = await backUp('quiet.krom', 'physical');
  expect(backup.manifest.tables.filter(({ exact }) => !exact).map(({ name }) => name).filter((name) => name !== 'platform.worker')).toEqual([]);
  const tried = await drill(backup.file);
  expect(tried.outcome).toMatchObject({ ok: true, words: { th: expect.stringContaining('กู้คืนได้ครบ') } });
  expect(tried.report).toMatchObject({ comparison: { equal: true, missing: 0 }, audit: { ok: true } });
  expect(tried.report?.audit.sealedRows).toBeGreaterThan(20);
  expect(readdirSync(os.tmpdir()).filter((name) => name.startsWith('krom-drill-'))).toEqual([]);
  // The keys are in a file of their own.
  const key = readFileSync(path.join(dataFolder(), 'keys/forms.key'));
  expect(readFileSync(backup.keysFile, 'utf8')).toContain(key.toString('base64'));
  expect(readFileSync(backup.file).includes(key)).toBe(false);
});

const passphrase = 'รหัสของกุญแจ';

test.skipIf(noGivenServer(16))(`a house goes from the embedded server to a given PostgreSQL 16 and back to 18, and is the same by hash${noGivenServer(16)}`, async () => {
  given = await startGiven(16);
  const database = await given.createDatabase();
  const here = await readFingerprint(house.krom.ownerUrl, filesOf(dataFolder()));
  const away = await backUp('away.krom', 'logical', { passphrase });
  expect(readFileSync(away.keysFile, 'utf8')).not.toContain(readFileSync(path.join(dataFolder(), 'keys/forms.key')).toString('base64'));
  const into = { file: away.file, dataFolder: path.join(home, 'given'), ownerUrl: database.ownerUrl };
  expect(await restore(into)).toMatchObject({ ok: false, code: 'PASSPHRASE_NEEDED' });
  expect(await restore({ ...into, passphrase })).toMatchObject({ ok: true, value: { comparison: { equal: true, different: [], changing: [], missing: 0 }, audit: { ok: true } } });
  expect(quiet(await readFingerprint(database.ownerUrl, filesOf(path.join(home, 'given'))))).toEqual(quiet(here));
  expect(await restore({ ...into, passphrase })).toMatchObject({ ok: false, code: 'PLACE_NOT_EMPTY' });
  expect(await restore({ ...into, passphrase, dataFolder: path.join(home, 'again') })).toMatchObject({ ok: false, code: 'DATABASE_NOT_EMPTY' });

  const givenHouse = { ownerUrl: database.ownerUrl, dataFolder: path.join(home, 'given'), embedded: false };
  expect(await makeBackup({ ...givenHouse, kind: 'physical', file: path.join(home, 'refused.krom') })).toMatchObject({ ok: false, code: 'BACKUP_PHYSICAL_REFUSED', message: { th: expect.stringContaining('--kind logical') } });
  const back = await makeBackup({ ...givenHouse, file: path.join(home, 'back.krom') });
  expect(back).toMatchObject({ ok: true, value: { manifest: { kind: 'logical', postgres: 16 } } });
  // A cluster of another version, copied as a whole, is refused with the way out.
  const older = await makeBackup({ ...givenHouse, ownerUrl: database.adminUrl, embedded: true, file: path.join(home, 'of-16.krom') });
  expect(older).toMatchObject({ ok: true, value: { manifest: { kind: 'physical', postgres: 16 } } });
  expect(await restore({ file: path.join(home, 'of-16.krom'), dataFolder: path.join(home, 'into-18') })).toMatchObject({ ok: false, code: 'OTHER_POSTGRES', message: { en: expect.stringContaining('--kind logical') } });
  expect(readdirSync(path.join(home, 'into-18'))).toEqual([]);

  await visit('given', expectSameHouse, { KROM_OWNER_URL: database.ownerUrl, KROM_APP_URL: database.appUrl });
  await putBack(path.join(home, 'back.krom'), 'returned');
  await visit('returned', async (visited) => {
    expect(quiet(await readFingerprint(visited.krom.ownerUrl, filesOf(path.join(home, 'returned'))))).toEqual(quiet(here));
    await expectSameHouse(visited);
  });
}, 180_000);
