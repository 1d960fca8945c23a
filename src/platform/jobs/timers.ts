import { sql } from 'kysely';
import { systemActor } from '../access/actor.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AnyJob } from './jobs.ts';
import type { RecurringJob } from './recurring.ts';

const actor = systemActor('platform.fire-timers');
const batch = 500;

interface Fired {
  job: string;
  payload: unknown;
}

/**
 * Turns every timer that is due by the legal clock into a job: the mark on the timer and the job are one transaction,
 * and rows are taken with `skip locked`, so each timer gives exactly one job however many workers sweep. A daily
 * timer moves on to its next legal day; days that a moved clock jumped over are not made up for.
 * @returns number of jobs made
 */
export async function fireDueTimers(database: Database, clock: Clock, jobs: readonly AnyJob[]): Promise<number> {
  const definitions = new Map(jobs.map((job) => [job.name, job]));
  let total = 0;
  for (;;) {
    const count = await database.write(actor, async (tx) => {
      const now = clock.now();
      const { rows } = await sql<Fired>`
        with due as (
          select id from platform.timer
          where due_at <= ${now} and fired_at is null and cancelled_at is null
          order by due_at, id limit ${batch} for update skip locked
        )
        update platform.timer t set
          fired_at = case when t.daily_at is null then clock_timestamp() end,
          due_at = case when t.daily_at is null then t.due_at
            else platform.next_daily(${now}::timestamptz, t.daily_at) end
        from due where t.id = due.id
        returning t.job, t.payload`.execute(tx.db);
      if (rows.length > 0) {
        await sql`select platform.enqueue(j.task, j.payload, clock_timestamp(), j.attempts, null, j.queue)
          from unnest(${rows.map((row) => row.job)}::text[], ${rows.map((row) => JSON.stringify(row.payload))}::jsonb[],
            ${rows.map((row) => definitions.get(row.job)?.attempts ?? 25)}::int[],
            ${rows.map((row) => definitions.get(row.job)?.queue ?? null)}::text[]) as j(task, payload, attempts, queue)`.execute(tx.db);
      }
      return rows.length;
    });
    total += count;
    if (count < batch) return total;
  }
}

/** Lays down the daily timers of the house; one whose time has changed is moved, others keep their next day. */
export async function keepDailyTimers(database: Database, clock: Clock, recurring: readonly RecurringJob[]): Promise<void> {
  const daily = recurring.flatMap(({ job, when, payload }) =>
    'dailyAt' in when ? [{ key: `daily:${job.name}`, job: job.name, at: when.dailyAt, payload: JSON.stringify(payload ?? {}) }] : [],
  );
  await database.write(actor, async (tx) => {
    await sql`update platform.timer set cancelled_at = clock_timestamp()
      where daily_at is not null and cancelled_at is null and key <> all(${daily.map((d) => d.key)}::text[])`.execute(tx.db);
    if (daily.length === 0) return;
    await sql`insert into platform.timer (key, job, payload, daily_at, due_at)
      select d.key, d.job, d.payload, d.at, platform.next_daily(${clock.now()}::timestamptz, d.at)
      from unnest(${daily.map((d) => d.key)}::text[], ${daily.map((d) => d.job)}::text[], ${daily.map((d) => d.payload)}::jsonb[],
        ${daily.map((d) => d.at)}::time[]) as d(key, job, payload, at)
      on conflict (key) do update set payload = excluded.payload, daily_at = excluded.daily_at, cancelled_at = null,
        due_at = case when timer.daily_at = excluded.daily_at and timer.cancelled_at is null then timer.due_at else excluded.due_at end`.execute(tx.db);
  });
}
