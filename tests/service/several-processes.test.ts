import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBuiltKrom, type Program } from '../support/child.ts';
import { noGivenServer, useGiven } from '../support/given-server.ts';
import { smallPdf } from '../support/extras.ts';
import { unitId } from '../support/people.ts';
import { Visitor } from '../support/visitor.ts';

// Two web processes and two workers of the built program, on one given database and one data folder.

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const linesOf = (program: Program) => program.words().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line) as Record<string, unknown>);

describe.skipIf(Boolean(noGivenServer(18)))('two web processes and two workers', () => {
  const krom = useBuiltKrom({ keep: true });
  const given = useGiven(18);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-several-'));
  const programs: Program[] = [];
  let owner: pg.Pool;
  let first = '';
  let second = '';
  let ssc = '';

  beforeAll(async () => {
    const database = await given.server.createDatabase();
    const urls = { KROM_OWNER_URL: database.ownerUrl, KROM_APP_URL: database.appUrl };
    const common = { KROM_DATA: folder, KROM_TRUST_PROXY: '1', KROM_DRAIN_SECONDS: '0' };
    // All start at once on an empty database; the second web process does not know the owner's address.
    const [a, b, ...workers] = [
      krom.start({ ...common, ...urls, ROLE: 'web' }),
      krom.start({ ...common, KROM_APP_URL: database.appUrl, ROLE: 'web' }),
      krom.start({ ...common, ...urls, ROLE: 'worker' }),
      krom.start({ ...common, ...urls, ROLE: 'worker' }),
    ] as [Program, Program, Program, Program];
    programs.push(a, b, ...workers);
    [first, second] = await Promise.all([a.ready(), b.ready()]);
    await Promise.all(workers.map((worker) => worker.says('The worker is ready')));
    owner = new pg.Pool({ connectionString: database.ownerUrl, max: 2 });
    owner.on('error', () => {});
    ssc = String(await unitId(owner, 'ศสช.'));
  });
  afterAll(async () => {
    for (const program of programs) program.process.kill('SIGTERM');
    await Promise.all(programs.map((program) => program.ended));
    await owner?.end();
    rmSync(folder, { recursive: true, force: true });
  });
  const titled = async (title: string) => (await owner.query<{ n: number }>('select count(*)::int as n from assignments.task where title = $1', [title])).rows[0]?.n;

  test('all of them started at once on an empty database: migrated once, one demo', async () => {
    const { rows } = await owner.query<{ demos: number; people: number }>(`select (select count(*)::int from organisation.unit where kind = 'department') as demos, (select count(*)::int from organisation.account) as people`);
    expect(rows[0]).toMatchObject({ demos: 1 });
    expect(linesOf(programs[1] as Program).filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('a session of one process holds at the other, and ends at both', async () => {
    const clerk = await new Visitor().signIn(first, 'clerk.kpr');
    expect(await clerk.page(second, '/')).toMatch(/data-person="\d+"/);
    const where = await clerk.submit(second, '/', '/sign-out');
    expect(where).toContain('/');
    expect((await clerk.ask(first, '/tasks')).headers.get('location')).toContain('/sign-in');
  });

  test('who fails at one is made to wait at the other', async () => {
    const guesser = new Visitor({ 'x-forwarded-for': '10.9.9.9' });
    let where = '';
    for (let n = 0; n < 40 && !where.includes('state=wait'); n++) where = await guesser.submit(n % 2 ? first : second, '/sign-in', '/sign-in', { username: 'clerk.slk', password: `wrong-${n}` });
    expect(where).toContain('state=wait');
    for (const origin of [first, second]) expect(await guesser.submit(origin, '/sign-in', '/sign-in', { username: 'clerk.slk', password: 'wrong' })).toContain('state=wait');
  });

  test('requests a minute from one address are counted by each process for itself', async () => {
    const busy = new Visitor({ 'x-forwarded-for': '10.8.8.8' });
    let refused = 0;
    for (let n = 0; n < 640 && refused === 0; n += 20) {
      const answers = await Promise.all(Array.from({ length: 20 }, () => busy.ask(first, '/live')));
      refused += answers.filter(({ status }) => status === 429).length;
      await Promise.all(answers.map((answer) => answer.arrayBuffer()));
    }
    expect(refused).toBeGreaterThan(0);
    expect((await busy.ask(second, '/live')).status).toBe(204);
    expect((await busy.ask(first, '/health/ready')).status).toBe(200);
  });

  test('what is done at one is told at once to a page that the other shows', async () => {
    const [clerk, head] = await Promise.all([new Visitor().signIn(first, 'clerk.kpr'), new Visitor().signIn(second, 'head.ssc')]);
    const ended = new AbortController();
    const stream = await head.ask(second, '/live', { signal: ended.signal });
    const started = Date.now();
    await clerk.submit(first, '/tasks/new', '/tasks/new', { title: 'บอกข้ามโปรเซส', owners: ssc });
    let heard = '';
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    while (!heard.includes('nav-inbox') && Date.now() - started < 15_000) heard += (await reader.read()).value ?? '';
    ended.abort();
    expect(heard).toMatch(/id: 1\nretry: 3000[^]*nav-inbox/);
  });

  test('a file that one took is given by the other', async () => {
    const head = await new Visitor().signIn(first, 'head.kpr');
    const kpr = await unitId(owner, 'กพร.');
    const signer = (await owner.query<{ id: number }>('select id from organisation.position where unit_id = $1 and head_of_unit', [kpr])).rows[0]?.id;
    const filled = await head.fillIn(first, '/drafts/new?form=circular', '/drafts/new', { fromUnit: String(kpr), signer: String(signer), subject: 'แฟ้มข้ามโปรเซส', body: 'ด้วยขอทดสอบ\n\nจึงเรียนมาเพื่อโปรดทราบ', units: [ssc] }, { field: 'newFiles', name: 'แนบ.pdf', type: 'application/pdf', content: smallPdf });
    const made = await filled.send(first);
    expect(made.status).toBe(303);
    // The form is the same to the other process, files and all: it answers as the first did.
    expect((await filled.send(second)).headers.get('location')).toBe(made.headers.get('location'));
    const { rows } = await owner.query<{ id: number }>(`select id from platform.file where name = 'แนบ.pdf' and taken_at is not null order by id`);
    expect(rows).toHaveLength(1);
    const file = await head.ask(second, `/files/${rows[0]?.id}`);
    expect(Buffer.from(await file.arrayBuffer()).equals(smallPdf)).toBe(true);
  });

  test('one form sent to both at the same moment, again and again, acts once', async () => {
    const clerk = await new Visitor().signIn(first, 'clerk.kpr');
    for (let turn = 0; turn < 8; turn++) {
      const title = `ส่งพร้อมกัน ${turn}`;
      const filled = await clerk.fillIn(turn % 2 ? first : second, '/tasks/new', '/tasks/new', { title, owners: ssc });
      const answers = await Promise.all([first, second, first, second].map((origin) => filled.send(origin)));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
      expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1);
      expect(await titled(title)).toBe(1);
    }
  });

  test('each timer fires once, whichever worker sweeps; the clock is moved for all', async () => {
    const workers = programs.slice(2);
    const done = () => workers.flatMap(linesOf).filter(({ message, job }) => message === 'job done' && job === 'platform.sweep-files').length;
    const before = done();
    await owner.query(`insert into platform.timer (due_at, job, payload, key) select platform.legal_now() + interval '3 days', 'platform.sweep-files', '{}', 'several:' || n from generate_series(1, 300) n`);
    const admin = await new Visitor().signIn(second, 'admin');
    await admin.submit(second, '/system/clock', '/system/clock', { date: '10 พ.ย. 2563', time: '09:00' });
    const open = async () => (await owner.query<{ n: number }>(`select (select count(*)::int from platform.timer where key like 'several:%' and fired_at is null) + (select count(*)::int from graphile_worker.jobs where task_identifier = 'platform.sweep-files') as n`)).rows[0]?.n;
    for (const end = Date.now() + 40_000; (await open()) !== 0 && Date.now() < end; ) await pause(100);
    expect(await open()).toBe(0);
    await pause(300);
    // A sweep of its own each legal night may come between.
    expect(done() - before).toBeGreaterThanOrEqual(300);
    expect(done() - before).toBeLessThanOrEqual(301);
    expect(workers.every((worker) => linesOf(worker).some(({ message }) => message === 'job done'))).toBe(true);
  });

  test('every process says whether it lives and is ready', async () => {
    for (const origin of [first, second]) {
      expect(await (await fetch(`${origin}/health/live`)).json()).toEqual({ ok: true });
      expect(await (await fetch(`${origin}/health/ready`)).json()).toEqual({ ok: true });
      expect((await (await fetch(`${origin}/health`)).json()) as object).toMatchObject({ ok: true, checks: { database: 'ok', worker: 'ok' } });
    }
  });
});
