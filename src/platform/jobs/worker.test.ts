import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { followClock, moveClock } from '../clock-setting.ts';
import { Listener } from '../notify/listener.ts';
import { silentLog } from '../log.ts';
import type { Services } from '../services.ts';
import { cancelTimer, defineJob, enqueue, setTimer, type AnyJob } from './jobs.ts';
import { discardParkedJob, listParkedJobs, readQueueState, retryParkedJob } from './parked.ts';
import { runJobsNow } from './run-now.ts';
import { GiveUpError } from './task-list.ts';
import { fireDueTimers, keepDailyTimers } from './timers.ts';
import { startWorker, type Worker } from './worker.ts';

const db = useDatabase();
const system = systemActor('test');
const admin: Actor = { ...publicActor, kind: 'person', id: 9, name: 'ผู้ดูแล', principals: [9] };
const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await db.owner.query('delete from graphile_worker._private_jobs; delete from platform.timer; delete from platform.setting');
});

const words = { th: 'ทดสอบ', en: 'Test' };
const until = async (done: () => boolean | Promise<boolean>, ms = 10_000) => {
  const end = Date.now() + ms;
  while (!(await done())) {
    if (Date.now() > end) throw new Error('waited too long');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};

function counting(name: string, more: Partial<AnyJob> = {}) {
  const seen: unknown[] = [];
  const job = defineJob({ name, title: words, payload: z.object({ n: z.number() }), run: async (payload) => void seen.push(payload.n), ...more });
  return { job, seen };
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-worker-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const services = () => testServices(db, folder);
const start = async (jobs: AnyJob[], more: Partial<Parameters<typeof startWorker>[0]> = {}) => {
  const worker = await startWorker({ ownerUrl: db.ownerUrl, services: services(), jobs, ...more });
  workers.push(worker);
  return worker;
};

test('a job runs only when its transaction commits, as a system actor, with its audit line', async () => {
  const ran: string[] = [];
  const job = defineJob({
    name: 'test.note', title: words, payload: z.object({ n: z.number() }),
    run: async ({ n }, context) => {
      await context.write(async (tx) => {
        ran.push(`${n} ${tx.actor.kind} ${tx.actor.name} ${context.attempt}`);
        return { value: undefined, audit: [{ action: 'test.noted', subject: { type: 'test', id: n } }] };
      });
    },
  });
  await start([job]);
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 1 }));
  await db.database.write(system, async (tx) => {
    await enqueue(tx, job, { n: 2 });
    throw new Error('rolled back');
  }).catch(() => {});
  await until(() => ran.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ran).toEqual(['1 system test.note 1']);
  const { rows } = await db.owner.query(`select actor_name, request_id from platform.audit where action = 'test.noted'`);
  expect(rows).toEqual([{ actor_name: 'test.note', request_id: expect.stringMatching(/^job:\d+$/) }]);
});

test('a failing job waits longer each time, is parked after its attempts, and a person can retry or discard it', async () => {
  let fails = true;
  const done: number[] = [];
  const job = defineJob({
    name: 'test.fails', title: words, payload: z.object({ n: z.number() }), attempts: 2,
    run: async ({ n }) => {
      if (fails) throw new Error(`no luck ${n}`);
      done.push(n);
    },
  });
  await db.database.write(system, async (tx) => {
    await enqueue(tx, job, { n: 1 });
    await enqueue(tx, job, { n: 2 });
  });
  const run = () => runJobsNow({ ownerUrl: db.ownerUrl, services: services(), jobs: [job], keepGoing: true });
  expect(await run()).toHaveLength(2);
  const waits = await db.owner.query(`select extract(epoch from run_at - now())::float s from graphile_worker._private_jobs`);
  for (const row of waits.rows) expect(row.s).toBeGreaterThan(1);
  expect(await db.database.read(admin, (tx) => listParkedJobs(tx, { limit: 10 }))).toEqual([]);
  await db.owner.query(`update graphile_worker._private_jobs set run_at = now()`);
  await run();
  const parked = await db.database.read(admin, (tx) => listParkedJobs(tx, { limit: 10 }));
  expect(parked).toMatchObject([{ job: 'test.fails', payload: { n: 2 }, attempts: 2, lastError: 'no luck 2' }, { payload: { n: 1 } }]);
  expect(await db.database.read(admin, readQueueState)).toMatchObject({ parked: 2, waiting: 0 });

  expect(await db.database.write(admin, (tx) => discardParkedJob(tx, parked[0]!.id, ' '))).toMatchObject({ code: 'REASON_MISSING' });
  expect(await db.database.write(admin, (tx) => discardParkedJob(tx, parked[0]!.id, 'ส่งซ้ำแล้ว'))).toMatchObject({ ok: true });
  expect(await db.database.write(admin, (tx) => discardParkedJob(tx, parked[0]!.id, 'again'))).toMatchObject({ code: 'NOT_FOUND' });
  expect((await db.owner.query('select reason, discarded_by from platform.discarded_job')).rows).toEqual([{ reason: 'ส่งซ้ำแล้ว', discarded_by: 9 }]);

  fails = false;
  expect(await db.database.write(admin, (tx) => retryParkedJob(tx, parked[1]!.id))).toMatchObject({ ok: true });
  await run();
  expect(done).toEqual([1]);
  expect(await db.database.write(admin, (tx) => retryParkedJob(tx, parked[1]!.id))).toMatchObject({ code: 'NOT_FOUND' });
});

test('what a job does once it does once, though it dies between the commit and its end; what failed before the commit is done again', async () => {
  const runs: number[] = [];
  const job = defineJob({
    name: 'test.once', title: words, payload: z.object({ n: z.number() }),
    run: async ({ n }, context) => {
      runs.push(context.attempt);
      await context.writeOnce(async () => {
        if (context.attempt === 1) throw new Error('before the commit');
        return { value: undefined, audit: [{ action: 'test.told', subject: { type: 'test', id: n } }] };
      });
      if (context.attempt === 2) throw new Error('after the commit');
    },
  });
  await start([job]);
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 7 }));
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 8 }));
  const hurry = setInterval(() => void db.owner.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null').catch(() => {}), 100);
  await until(() => runs.length === 6).finally(() => clearInterval(hurry));
  expect(runs.toSorted((a, b) => a - b)).toEqual([1, 1, 2, 2, 3, 3]);
  const { rows } = await db.owner.query("select subject_id::int as id, count(*)::int as n from platform.audit where action = 'test.told' group by 1 order by 1");
  expect(rows).toEqual([{ id: 7, n: 1 }, { id: 8, n: 1 }]);
});

test('a payload that does not fit, or a job that gives up, is parked at once', async () => {
  const { job, seen } = counting('test.typed');
  const hopeless = defineJob({ name: 'test.hopeless', title: words, payload: z.object({}), run: async () => { throw new GiveUpError('never'); } });
  await db.database.write(system, async (tx) => {
    await enqueue(tx, job, { n: 'many' } as unknown as { n: number });
    await enqueue(tx, hopeless, {});
  });
  await runJobsNow({ ownerUrl: db.ownerUrl, services: services(), jobs: [job, hopeless], keepGoing: true });
  expect(seen).toEqual([]);
  const parked = await db.database.read(admin, (tx) => listParkedJobs(tx, { limit: 10 }));
  expect(parked.map((p) => [p.job, p.attempts])).toEqual([['test.hopeless', 1], ['test.typed', 1]]);
});

test('the application cannot reach the queue itself', async () => {
  for (const text of ['select * from graphile_worker._private_jobs', 'update platform.worker set seen_at = now()', 'delete from platform.discarded_job']) {
    await expect(db.owner.query(`begin; set local role krom_app; ${text}; commit`)).rejects.toMatchObject({ code: '42501' });
    await db.owner.query('rollback');
  }
});

test('each due timer makes exactly one job, however many sweep, and none that was cancelled or moved', async () => {
  const { job, seen } = counting('test.due');
  const all = services();
  const now = all.clock.now();
  await db.database.write(system, async (tx) => {
    for (let n = 0; n < 40; n++) await setTimer(tx, job, { n }, new Date(now.getTime() - 1000), { key: `t:${n}` });
    await setTimer(tx, job, { n: 100 }, new Date(now.getTime() - 1000), { key: 'moved' });
    await setTimer(tx, job, { n: 101 }, new Date(now.getTime() + 86_400_000), { key: 'moved' });
    await setTimer(tx, job, { n: 102 }, new Date(now.getTime() - 1000), { key: 'cancelled' });
    await cancelTimer(tx, 'cancelled');
  });
  const counts = await Promise.all(Array.from({ length: 6 }, () => fireDueTimers(db.database, all.clock, [job])));
  expect(counts.reduce((a, b) => a + b)).toBe(40);
  await runJobsNow({ ownerUrl: db.ownerUrl, services: all, jobs: [job] });
  expect([...seen].sort((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test('moving the clock in one process fires the timers of another at once', async () => {
  const { job, seen } = counting('test.deadline');
  const listener = new Listener({ url: db.appUrl, log: silentLog });
  await listener.start();
  const follower = await followClock({ database: db.database, listener, log: silentLog, demo: true });
  const all: Services = { ...services(), clock: follower.clock };
  await start([job], { services: all, clock: follower, sweepEveryMs: 3_600_000 });
  const inAWeek = new Date(Date.now() + 7 * 86_400_000);
  await db.database.write(system, (tx) => setTimer(tx, job, { n: 7 }, inAWeek, { key: 'deadline' }));
  expect(seen).toEqual([]);
  const moved = await db.database.write(admin, (tx) => moveClock(tx, all, new Date(inAWeek.getTime() + 1000)));
  expect(moved.ok).toBe(true);
  await until(() => seen.length === 1);
  expect(Math.abs(follower.clock.now().getTime() - inAWeek.getTime())).toBeLessThan(60_000);
  const { rows } = await db.owner.query<{ now: Date }>('select platform.legal_now() as now');
  expect(Math.abs(rows[0]!.now.getTime() - inAWeek.getTime())).toBeLessThan(60_000);
  await listener.close();
});

test('outside a demo the clock stays what it is', async () => {
  const all = services();
  const real: Services = { ...all, config: { ...all.config, demo: false } };
  expect(await db.database.write(admin, (tx) => moveClock(tx, real, new Date(0)))).toMatchObject({ code: 'CLOCK_FIXED' });
  expect(await db.database.write(admin, (tx) => moveClock(tx, all, new Date(0)))).toMatchObject({ code: 'CLOCK_OUT_OF_RANGE' });
});

test('a daily timer fires once and moves to the next Bangkok day', async () => {
  const daily = defineJob({ name: 'test.daily', title: words, payload: z.object({}), run: async () => {} });
  const all = services();
  const { clock } = all;
  clock.moveTo(new Date('2026-03-01T00:30:00Z'));
  await keepDailyTimers(db.database, all.clock, [{ job: daily, when: { dailyAt: '08:00' } }]);
  const due = async () => (await db.owner.query<{ due_at: Date }>('select due_at from platform.timer')).rows[0]!.due_at.toISOString();
  expect(await due()).toBe('2026-03-01T01:00:00.000Z');
  expect(await fireDueTimers(db.database, all.clock, [daily])).toBe(0);
  clock.moveTo(new Date('2026-03-05T03:00:00Z'));
  expect(await fireDueTimers(db.database, all.clock, [daily])).toBe(1);
  expect(await due()).toBe('2026-03-06T01:00:00.000Z');
  await keepDailyTimers(db.database, all.clock, [{ job: daily, when: { dailyAt: '09:30' } }]);
  expect(await due()).toBe('2026-03-06T02:30:00.000Z');
  await keepDailyTimers(db.database, all.clock, []);
  clock.moveTo(new Date('2026-03-09T03:00:00Z'));
  expect(await fireDueTimers(db.database, all.clock, [daily])).toBe(0);
});

test('jobs of a worker that died are freed after its silence, not after four hours', async () => {
  const { job, seen } = counting('test.orphan');
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 1 }));
  await db.owner.query(`insert into platform.worker (id, host, seen_at) values ('dead', 'gone', now() - interval '2 minutes')`);
  await db.owner.query(`update graphile_worker._private_jobs set locked_by = 'dead', locked_at = now() - interval '2 minutes', attempts = 1`);
  await start([job], { beatEveryMs: 50 });
  await until(() => seen.length === 1);
  const { rows } = await db.owner.query(`select count(*)::int n from platform.worker where id = 'dead'`);
  expect(rows[0].n).toBe(0);
});

test('a job whose fetch was committed but never arrived is freed with its queue, and this run does not count as an attempt', async () => {
  const attempts: number[] = [];
  const job = defineJob({
    name: 'test.never-arrived', title: words, payload: z.object({ n: z.number() }), queue: 'never-arrived', attempts: 1,
    run: async (_payload, context) => void attempts.push(context.attempt),
  });
  await start([job], { beatEveryMs: 100, deadAfterMs: 1_000 });
  await until(async () => (await db.owner.query('select 1 from platform.worker')).rowCount === 1);
  const owner = await db.owner.connect();
  await owner.query('begin');
  await owner.query(`select graphile_worker.add_job('test.never-arrived', '{"n":1}', 'never-arrived', max_attempts => 1)`);
  for (const table of ['_private_jobs', '_private_job_queues'])
    await owner.query(`update graphile_worker.${table} set locked_at = now(), locked_by = (select id from platform.worker)`);
  await owner.query('update graphile_worker._private_jobs set attempts = 1');
  await owner.query('commit');
  owner.release();
  await until(() => attempts.length === 1, 20_000);
  expect(attempts).toEqual([1]);
});

test('a job that runs longer than the silence of a lost one is not begun a second time', async () => {
  const seen: number[] = [];
  const job = defineJob({
    name: 'test.long', title: words, payload: z.object({ n: z.number() }),
    run: async ({ n }) => { seen.push(n); await new Promise((resolve) => setTimeout(resolve, 1_500)); },
  });
  await start([job], { beatEveryMs: 50, deadAfterMs: 300 });
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 1 }));
  await until(async () => (await db.owner.query('select 1 from graphile_worker._private_jobs')).rowCount === 0);
  expect(seen).toEqual([1]);
});

test('stopping lets a running job end and takes no other', async () => {
  let release = () => {};
  const gate = new Promise<void>((resolve) => (release = resolve));
  const ended: number[] = [];
  const job = defineJob({
    name: 'test.slow', title: words, payload: z.object({ n: z.number() }), queue: 'one-by-one',
    run: async ({ n }) => { await gate; ended.push(n); },
  });
  const worker = await startWorker({ ownerUrl: db.ownerUrl, services: services(), jobs: [job] });
  await db.database.write(system, async (tx) => {
    await enqueue(tx, job, { n: 1 });
    await enqueue(tx, job, { n: 2 });
  });
  await until(async () => (await db.database.read(admin, readQueueState)).running === 1);
  const stopped = worker.stop();
  setTimeout(release, 100);
  await stopped;
  expect(ended).toEqual([1]);
  expect(await db.database.read(admin, readQueueState)).toMatchObject({ waiting: 1, running: 0 });
});

test('the worker goes on after the server cut all its connections', async () => {
  const { job, seen } = counting('test.after-outage');
  await start([job], { beatEveryMs: 100 });
  await db.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`);
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 1 }));
  await until(() => seen.length === 1, 20_000);
});

test('a queue that asks for no jobs any more is started anew, and what waits is done once', async () => {
  const { job, seen } = counting('test.after-silence');
  const told: string[] = [];
  const log = { ...silentLog, error: (_facts: unknown, text?: string) => void told.push(String(text)) };
  const worker = await startWorker({ ownerUrl: db.ownerUrl, services: { ...services(), log }, jobs: [job], beatEveryMs: 50, silentAfterMs: 400 });
  workers.push(worker);
  const holder = await db.owner.connect();
  await holder.query('begin; lock table graphile_worker._private_jobs in access exclusive mode');
  await until(() => told.includes('the queue asks for no jobs any more and is started again'));
  await holder.query('commit');
  holder.release();
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 1 }));
  await until(() => seen.length > 0, 30_000);
  await until(async () => (await db.owner.query('select 1 from graphile_worker._private_jobs')).rowCount === 0);
  expect(seen).toEqual([1]);
}, 60_000);

test('a job whose end cannot be written neither ends the process nor is lost: the queue begins anew and does it again', async () => {
  const seen: number[] = [];
  const job = defineJob({
    name: 'test.end-lost', title: words, payload: z.object({ n: z.number() }),
    run: async ({ n }) => {
      seen.push(n);
      if (seen.length === 1) await db.owner.query('alter table graphile_worker._private_jobs rename to hidden_jobs');
    },
  });
  await start([job], { beatEveryMs: 100 });
  await db.database.write(system, (tx) => enqueue(tx, job, { n: 1 }));
  await until(() => seen.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await db.owner.query('alter table graphile_worker.hidden_jobs rename to _private_jobs');
  await until(() => seen.length === 2, 30_000);
  await until(async () => (await db.owner.query('select 1 from graphile_worker._private_jobs')).rowCount === 0);
}, 60_000);
