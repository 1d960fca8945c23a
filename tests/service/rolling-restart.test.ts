import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoTemplate, ensureDemoTemplate } from '../support/app.ts';
import { useBuiltKrom, type Program } from '../support/child.ts';
import { freshDatabase } from '../support/db.ts';
import { unitId } from '../support/people.ts';
import { startProxy, type TinyProxy } from '../support/tiny-proxy.ts';
import { Visitor } from '../support/visitor.ts';

// The house is replaced process by process while people work, and nobody notices.

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const portOf = (origin: string) => Number(new URL(origin).port);

describe('behind a proxy', () => {
  const krom = useBuiltKrom({ keep: true });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-rolling-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let owner: pg.Pool;
  let proxy: TinyProxy;
  const running: Program[] = [];
  const start = (role: 'web' | 'worker', drainSeconds = 1) => {
    const program = krom.start({ KROM_DATA: folder, KROM_OWNER_URL: database.ownerUrl, KROM_APP_URL: database.appUrl, ROLE: role, KROM_TRUST_PROXY: '1', KROM_DRAIN_SECONDS: String(drainSeconds) });
    running.push(program);
    return program;
  };

  beforeAll(async () => {
    await ensureDemoTemplate();
    database = await freshDatabase(demoTemplate);
    owner = database.owner;
    const webs = [start('web'), start('web')];
    const worker = start('worker');
    const origins = await Promise.all(webs.map((web) => web.ready()));
    await worker.says('The worker is ready');
    proxy = await startProxy(origins.map(portOf));
  });
  afterAll(async () => {
    await proxy?.close();
    for (const program of running) program.process.kill('SIGKILL');
    await Promise.all(running.map((program) => program.ended));
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('each web process and the worker are replaced under load: no request fails, every act is there once', async () => {
    expect(proxy.ready()).toHaveLength(2);
    const ssc = String(await unitId(owner, 'ศสช.'));
    let over = false;
    let asked = 0;
    const wrong: string[] = [];
    const acknowledged: string[] = [];
    const reader = async (n: number, name: string) => {
      const visitor = await new Visitor({ 'x-forwarded-for': `10.1.0.${n}` }).signIn(proxy.origin, name);
      for (const paths = ['/', '/tasks', '/circulars', '/meetings']; !over; asked++) {
        const url = paths[asked % paths.length] as string;
        const answer = await visitor.ask(proxy.origin, url).catch((error: Error) => error);
        if (answer instanceof Error) wrong.push(`GET ${url}: ${answer.message}`);
        else {
          await answer.arrayBuffer();
          if (answer.status !== 200) wrong.push(`GET ${url}: ${answer.status}`);
        }
        await pause(80);
      }
    };
    const writer = async (n: number, name: string) => {
      const visitor = await new Visitor({ 'x-forwarded-for': `10.2.0.${n}` }).signIn(proxy.origin, name);
      for (let act = 0; !over; act++, asked++) {
        const title = `ขณะเปลี่ยนรุ่น ${n}-${act}`;
        try {
          await visitor.submit(proxy.origin, '/tasks/new', '/tasks/new', { title, owners: ssc });
          acknowledged.push(title);
        } catch (error) {
          wrong.push((error as Error).message);
        }
        await pause(120);
      }
    };
    // A page that is open all the while: how often it came, and whether it was told to come again.
    const stream = { opened: 0, told: 0, refused: 0 };
    const listener = async () => {
      const visitor = await new Visitor({ 'x-forwarded-for': '10.3.0.1' }).signIn(proxy.origin, 'head.ssc');
      while (!over) {
        const ended = new AbortController();
        const stop = setInterval(() => over && ended.abort(), 50);
        try {
          const answer = await visitor.ask(proxy.origin, '/live', { signal: ended.signal, ...(stream.opened > 0 ? { headers: { 'last-event-id': '1' } } : {}) });
          if (answer.status === 200) stream.opened += 1;
          else stream.refused += 1;
          const text = await answer.text();
          if ((text.match(/^retry: /gm) ?? []).length > 1) stream.told += 1;
        } catch {
          if (!over) stream.refused += 1;
        } finally {
          clearInterval(stop);
        }
        await pause(100);
      }
    };
    const work = [reader(1, 'clerk.kpr'), reader(2, 'head.kpr'), writer(3, 'clerk.ssc'), writer(4, 'clerk.kpr'), listener()];
    for (const end = Date.now() + 20_000; (acknowledged.length < 6 || stream.opened === 0) && Date.now() < end; ) await pause(20);

    const [first, second, worker] = [...running] as [Program, Program, Program];
    // The new ones start beside each other; the old ones go one by one.
    const nexts = [start('web'), start('web', 60)];
    const newWorker = start('worker');
    for (const [n, old] of [first, second].entries()) {
      const next = nexts[n] as Program;
      const port = portOf(await next.ready());
      proxy.add(port);
      for (const end = Date.now() + 20_000; !proxy.ready().includes(port) && Date.now() < end; ) await pause(20);
      old.process.kill('SIGTERM');
      expect(await old.ended).toBe(0);
      proxy.remove(portOf(/Krom is ready: {2}(http:\S+)/.exec(old.words())?.[1] as string));
    }
    await newWorker.says('The worker is ready');
    worker.process.kill('SIGTERM');
    expect(await worker.ended).toBe(0);
    // People go on a little with the house as it is now.
    const until = acknowledged.length + 4;
    for (const end = Date.now() + 20_000; acknowledged.length < until && Date.now() < end; ) await pause(20);
    over = true;
    await Promise.all(work);

    expect(wrong).toEqual([]);
    // Cut short are only streams that our own listener left.
    expect(proxy.lost.filter((line) => !line.includes('/live'))).toEqual([]);
    expect(asked).toBeGreaterThan(50);
    expect(stream.opened).toBeGreaterThanOrEqual(2);
    expect(stream.refused).toBe(0);
    expect(stream.told).toBeGreaterThanOrEqual(1);
    const { rows } = await owner.query<{ title: string }>(`select title from assignments.task where title like 'ขณะเปลี่ยนรุ่น %' order by title`);
    expect(rows.map(({ title }) => title)).toEqual(acknowledged.toSorted());
    expect(acknowledged.length).toBeGreaterThan(10);
    const left = async () => (await owner.query<{ n: number }>(`select count(*)::int as n from graphile_worker.jobs where run_at <= now()`)).rows[0]?.n;
    for (const end = Date.now() + 30_000; (await left()) !== 0 && Date.now() < end; ) await pause(100);
    expect(await left()).toBe(0);
    expect((await owner.query(`select task_identifier, last_error from graphile_worker.jobs where last_error is not null`)).rows).toEqual([]);
  }, 120_000);

  test('a process that was asked to stop says so, lives, and answers what still comes; asked again it does not wait', async () => {
    // The last web process that was started above: it may drain for a minute.
    const program = running.at(-2) as Program;
    const origin = await program.ready();
    program.process.kill('SIGTERM');
    for (const end = Date.now() + 5_000; Date.now() < end && (await fetch(`${origin}/health/ready`)).status === 200; ) await pause(20);
    const ready = await fetch(`${origin}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { ok: false, why: 'draining' }]);
    expect((await fetch(`${origin}/health`)).status).toBe(503);
    expect((await fetch(`${origin}/health/live`)).status).toBe(200);
    const page = await fetch(`${origin}/sign-in`);
    expect([page.status, page.headers.get('connection')]).toEqual([200, 'close']);
    const started = Date.now();
    program.process.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(Date.now() - started).toBeLessThan(15_000);
  });
});

describe('processes of two releases at one database', () => {
  const krom = useBuiltKrom({ keep: true });
  const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-releases-'));
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(async () => {
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('an older program goes on at a newer database and says so; one that the database no longer bears is not ready and does not start', async () => {
    const env = { KROM_DATA: folder, KROM_DEMO: '0', KROM_OWNER_URL: database.ownerUrl, KROM_APP_URL: database.appUrl, ROLE: 'web' };
    const alone = krom.start({ ...env, KROM_OWNER_URL: undefined as never });
    const old = krom.start(env);
    const origin = await old.ready();
    await alone.ready();
    const { owner } = database;
    await owner.query(`insert into public.krom_migration (name, hash) values ('9000_of_tomorrow.sql', 'x')`);
    expect((await fetch(`${origin}/health/ready`)).status).toBe(200);
    const again = krom.start(env);
    await again.ready();
    expect(again.words()).toMatch(/ฐานข้อมูลเป็นของรุ่นที่ใหม่กว่าโปรแกรมนี้ \(1 รายการ\)[^]*It goes on/);
    await owner.query(`insert into platform.program_needs values ('9000_of_tomorrow.sql', 'ย้ายเลขทะเบียนไปที่ใหม่', 'register numbers have moved')`);
    const ready = await fetch(`${origin}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([503, { ok: false, why: 'too-old' }]);
    const late = krom.start(env);
    expect(await late.ended).toBe(1);
    expect(late.words()).toMatch(/โปรแกรมนี้เก่ากว่าฐานข้อมูล \(ย้ายเลขทะเบียนไปที่ใหม่\)[^]*Install the new release/);
  });
});
