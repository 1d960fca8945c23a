import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { createIdentify, signInPaths } from '../src/house.ts';
import { modules } from '../src/modules.ts';
import { LocalFileStore } from '../src/platform/files/local-file-store.ts';
import { checkHealth } from '../src/platform/health.ts';
import { openOwnHouse, type Browser, type OwnHouse, type Sending } from './support/own-house.ts';
import { noTmpfs, smallDisk, type SmallDisk } from './support/tmpfs.ts';

// A database that goes away under load and disks that are full: a clear message, nothing lost, nothing half done.

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const withDisk = noTmpfs ? ` (skipped: ${noTmpfs})` : '';
let databaseDisk: SmallDisk | undefined;
let house: OwnHouse;
let clerk: Browser;
let ssc = '';

beforeAll(async () => {
  databaseDisk = noTmpfs ? undefined : smallDisk('700m');
  house = await openOwnHouse(databaseDisk && path.join(databaseDisk.folder, 'data'));
  clerk = await house.signIn('clerk.kpr');
  const { rows } = await house.owner.query<{ id: number }>(`select unit_id as id from organisation.unit_abbreviation where text = 'ศสช.' and kind = 'preferred'`);
  ssc = String(rows[0]?.id);
});
afterAll(async () => {
  await house?.close();
  databaseDisk?.remove();
});

const giveTask = (title: string, more: Record<string, string> = {}) => clerk.fillIn('/tasks/new', '/tasks/new', { title, owners: ssc, ...more });
const tasksNamed = async (like: string) => (await house.owner.query<{ title: string }>('select title from assignments.task where title like $1 order by title', [like])).rows.map((row) => row.title);

/** A page that says in Thai that one waits, how long, and a code; never a stack. */
function expectWaitPage(answer: LightMyRequestResponse): void {
  expect(answer.body).toMatch(/ระบบยังไม่พร้อม|ฐานข้อมูลขัดข้องขณะบันทึก|พื้นที่เก็บข้อมูลเต็ม/);
  expect(answer.body).toContain(String(answer.headers['x-request-id']));
  expect(answer.body).not.toMatch(/ECONN|terminating|at .*\.tsx?:/);
}

/** Sends until it is acknowledged, as a person does who reads "send it again". */
async function sendUntilDone(send: Sending, seen: LightMyRequestResponse[]): Promise<void> {
  for (const end = Date.now() + 40_000; Date.now() < end; await pause(100)) {
    const answer = await send();
    seen.push(answer);
    if (answer.statusCode === 303) return;
  }
  throw new Error(`never acknowledged: ${seen.at(-1)?.statusCode} ${seen.at(-1)?.body.slice(0, 500)}`);
}

describe('a database that goes away under load', () => {
  const restarts: [string, () => Promise<unknown>][] = [
    ['a restart', async () => process.kill(house.krom.embedded?.pid as number, 'SIGINT')],
    ['a kill of the server', async () => process.kill(house.krom.embedded?.pid as number, 'SIGKILL')],
    [
      'sessions cut again and again',
      async () => {
        for (let turn = 0; turn < 20; turn++, await pause(50)) await house.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'krom_app'`);
      },
    ],
  ];
  test.each(restarts)('%s: every act is there once, every page comes or says that one waits', async (what, trouble) => {
    const before = house.krom.embedded?.pid;
    const forms = await Promise.all(Array.from({ length: 24 }, (_, n) => giveTask(`${what} ${n}`)));
    const seen: LightMyRequestResponse[] = [];
    let over = false;
    const reading = Promise.all(
      ['/', '/tasks', '/circulars', '/sign-in'].map(async (url) => {
        const answers: LightMyRequestResponse[] = [];
        while (!over) {
          answers.push(await clerk.get(url));
          await pause(30);
        }
        return answers;
      }),
    );
    // Half of them are under way when it happens, the others come while it is away.
    const sent = forms.map(async (send, n) => {
      await pause(n * 25);
      await sendUntilDone(send, seen);
    });
    await pause(200);
    await trouble();
    await Promise.all(sent);
    over = true;
    const pages = (await reading).flat();
    for (const answer of [...seen, ...pages]) {
      expect([200, 303, 503]).toContain(answer.statusCode);
      if (answer.statusCode !== 503) continue;
      expectWaitPage(answer);
      expect(answer.headers['retry-after']).toBe('5');
    }
    expect(await tasksNamed(`${what} %`)).toHaveLength(24);
    expect(new Set(await tasksNamed(`${what} %`)).size).toBe(24);
    if (what !== 'sessions cut again and again') expect(house.krom.embedded?.pid).not.toBe(before);
    // Sending what was acknowledged once more changes nothing.
    await Promise.all(forms.map((send) => send()));
    expect(await tasksNamed(`${what} %`)).toHaveLength(24);
    const audit = await house.owner.query(`select 1 from platform.audit a join assignments.task t on t.id = a.subject_id where a.action = 'assignments.task-created' and t.title like $1`, [`${what} %`]);
    expect(audit.rowCount).toBe(24);
  });

  test('afterwards the same process serves, its worker takes jobs and live messages come', async () => {
    expect((await clerk.get('/tasks')).statusCode).toBe(200);
    for (const end = Date.now() + 20_000; Date.now() < end && !house.krom.listener.connected; ) await pause(50);
    expect(house.krom.listener.connected).toBe(true);
    await house.owner.query(`select graphile_worker.add_job('platform.seal-audit', '{}')`);
    const waiting = async () => (await house.owner.query(`select * from graphile_worker.jobs where task_identifier = 'platform.seal-audit' and run_at <= now()`)).rows;
    for (const end = Date.now() + 40_000; Date.now() < end && (await waiting()).length; ) await pause(100);
    expect(await waiting()).toEqual([]);
    expect(await checkHealth(house.krom.services)).toMatchObject({ ok: true, checks: { database: 'ok' } });
  });
});

describe.skipIf(noTmpfs !== '')(`a full disk${withDisk}`, () => {
  let fileDisk: SmallDisk;
  let app: FastifyInstance;
  let owner: Browser;
  let task = 0;
  const pdf = (bytes: number) => {
    const body = `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n%${'x'.repeat(bytes)}\n`;
    return Buffer.from(`${body}xref\n0 1\n0000000000 65535 f \ntrailer<</Size 3/Root 1 0 R>>\nstartxref\n${body.length}\n%%EOF\n`, 'latin1');
  };
  const storedIn = (folder: string) => (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name) : []);
  const count = async (table: string) => Number((await house.owner.query(`select count(*) from ${table}`)).rows[0].count);
  const report = async (content: Buffer) => (await owner.fillIn(`/tasks/${task}`, `/tasks/${task}/report`, { note: 'ส่งหลักฐาน' }, { field: 'files', name: 'หลักฐาน.pdf', content }))();

  beforeAll(async () => {
    fileDisk = smallDisk('4m');
    const { config } = house.krom.services;
    const services = { ...house.krom.services, config: { ...config, dataFolder: fileDisk.folder }, files: new LocalFileStore(path.join(fileDisk.folder, 'files')) };
    app = await createApp({ services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 0 });
    owner = await house.signIn('clerk.ssc', app);
    const given = await (await giveTask('งานที่ต้องแนบหลักฐาน'))();
    task = Number(/\/tasks\/(\d+)/.exec(String(given.headers.location))?.[1]);
  });
  afterAll(async () => {
    await app?.close();
    fileDisk?.remove();
  });

  test.each([
    ['while it streams in', 0, 6_000_000],
    ['while it goes into the store', 1_500_000, 1_000_000],
  ])('an upload that finds the disk full %s is refused in Thai at its field; no half file, no row, no step', async (_when, leave, bytes) => {
    if (leave > 0) fileDisk.fill(leave);
    const before = [await count('platform.file'), await count('assignments.task_event')];
    const answer = await report(pdf(bytes));
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('ที่เก็บไฟล์เต็ม ยังบันทึกไฟล์ไม่ได้ กรุณาแจ้งผู้ดูแลระบบ');
    expect(answer.body).toContain('ส่งหลักฐาน');
    expect([...storedIn(path.join(fileDisk.folder, 'uploads')), ...storedIn(path.join(fileDisk.folder, 'files'))]).toEqual([]);
    expect([await count('platform.file'), await count('assignments.task_event')]).toEqual(before);
    const health = await app.inject({ url: '/health' });
    expect(health.json()).toMatchObject({ checks: { disk: 'warn' }, problems: expect.arrayContaining([{ th: 'พื้นที่ดิสก์เต็ม การบันทึกจะไม่สำเร็จ', en: expect.any(String) }]) });
    fileDisk.empty();
  });

  test('with room again the same person sends the same file', async () => {
    const answer = await report(pdf(1_000_000));
    expect(answer.statusCode).toBe(303);
    expect(storedIn(path.join(fileDisk.folder, 'files'))).toHaveLength(1);
    expect(storedIn(path.join(fileDisk.folder, 'uploads'))).toEqual([]);
  });

  test('a database out of room says so, keeps what it acknowledged, and goes on when there is room', async () => {
    const disk = databaseDisk as SmallDisk;
    // Incompressible words, so that the table and its log really grow.
    const detail = () => Array.from({ length: 4_500 }, () => String.fromCodePoint(0x0e01 + Math.floor(Math.random() * 44))).join('');
    const forms: Sending[] = [];
    for (let n = 0; n < 80; n++) forms.push(await giveTask(`ดิสก์เต็ม ${n}`, { detail: detail() }));
    disk.fill();
    const acknowledged = new Set<number>();
    const refused: LightMyRequestResponse[] = [];
    for (let n = 0; n < forms.length && refused.length < 3; n++) {
      const answer = await (forms[n] as Sending)();
      if (answer.statusCode === 303) acknowledged.add(n);
      else refused.push(answer);
    }
    expect(refused.length).toBeGreaterThan(0);
    for (const answer of refused) {
      expect(answer.statusCode).toBe(503);
      expectWaitPage(answer);
    }
    const { checks, problems } = await checkHealth(house.krom.services);
    expect(checks['disk']).toBe('warn');
    expect(problems.map((words) => words.th)).toContain('พื้นที่ดิสก์เต็ม การบันทึกจะไม่สำเร็จ');
    disk.empty();
    const seen: LightMyRequestResponse[] = [];
    const first = forms.findIndex((_, n) => !acknowledged.has(n));
    await sendUntilDone(forms[first] as Sending, seen);
    acknowledged.add(first);
    const there = await tasksNamed('ดิสก์เต็ม %');
    expect(there.toSorted()).toEqual([...acknowledged].map((n) => `ดิสก์เต็ม ${n}`).toSorted());
    expect((await clerk.get('/tasks')).statusCode).toBe(200);
  }, 120_000);
});
