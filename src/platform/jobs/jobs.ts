import { sql } from 'kysely';
import type { z } from 'zod';
import type { AuditEntry } from '../audit/audit.ts';
import type { ReadTx, Tx } from '../db/database.ts';
import type { Services } from '../services.ts';
import type { Words } from '../words.ts';

export interface JobContext {
  readonly services: Services;
  /** Attempt now under way, from 1. */
  readonly attempt: number;
  /** True when a failure now parks the job. */
  readonly lastAttempt: boolean;
  readonly jobId: string;
  /** A writing transaction of the job's own system actor; what `work` returns as audit is written with it. */
  write<T>(work: (tx: Tx) => Promise<{ value: T; audit: readonly AuditEntry[] }>): Promise<T>;
  /**
   * The same, done at most once for this job however often it runs: for what leaves no mark in a record by which a
   * second run could tell that it was done, such as telling people. A process may die between commit and the end of its job.
   * @returns undefined where an earlier run has done it
   */
  writeOnce<T>(work: (tx: Tx) => Promise<{ value: T; audit: readonly AuditEntry[] }>): Promise<T | undefined>;
  read<T>(work: (tx: ReadTx) => Promise<T>): Promise<T>;
}

export interface JobDefinition<Payload = unknown> {
  /** `module.verb-noun`. */
  readonly name: string;
  readonly title: Words;
  readonly payload: z.ZodType<Payload>;
  /** Tries before the job is parked for a person to see; 25 by default, with growing pauses. */
  readonly attempts?: number;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
  /** May run more than once: everything in it must bear that (design rule 9). */
  run(payload: Payload, context: JobContext): Promise<void>;
}

// A list of jobs of different payloads: each is only ever called with what its own schema parsed.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyJob = JobDefinition<any>;

/** An outside effect or later work, run by a worker after commit. */
export function defineJob<Payload>(job: JobDefinition<Payload>): JobDefinition<Payload> {
  return Object.freeze(job);
}

export interface EnqueueOptions {
  /** Machine time before which the job does not start; legal deadlines are timers instead. */
  readonly runAt?: Date;
  /** A later job of the same key replaces one that still waits. */
  readonly key?: string;
}

/** Puts a job into the queue inside the transaction: it exists exactly if the change does. */
export async function enqueue<Payload>(tx: Tx, job: JobDefinition<Payload>, payload: Payload, options: EnqueueOptions = {}): Promise<void> {
  await sql`select platform.enqueue(${job.name}, ${JSON.stringify(payload)}::jsonb, ${options.runAt ?? new Date()}::timestamptz,
    ${job.attempts ?? 25}::int, ${options.key ?? null}::text, ${job.queue ?? null}::text)`.execute(tx.db);
}

/** A job with what it is to do. */
export interface QueuedJob {
  readonly job: AnyJob;
  readonly payload: unknown;
}

/** Joins a job to a payload that fits it, for `enqueueAll`. */
export const jobOf = <Payload>(job: JobDefinition<Payload>, payload: Payload): QueuedJob => ({ job, payload });

/** As `enqueue` for several jobs that may start at once, in their order, by one statement. */
export async function enqueueAll(tx: Tx, jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const given = jobs.map(({ job, payload }) => ({ name: job.name, payload, attempts: job.attempts ?? 25, queue: job.queue ?? null }));
  await sql`select platform.enqueue_many(${JSON.stringify(given)}::jsonb, ${new Date()}::timestamptz)`.execute(tx.db);
}

export interface TimerOptions {
  /** Unique name, so that the timer can be moved or cancelled: `meetings.deem:17`. */
  readonly key: string;
}

/** Lets a job run when the legal clock reaches `dueAt`; a timer of the same key is moved. */
export async function setTimer<Payload>(tx: Tx, job: JobDefinition<Payload>, payload: Payload, dueAt: Date, options: TimerOptions): Promise<void> {
  await sql`insert into platform.timer (due_at, job, payload, key) values (${dueAt}, ${job.name}, ${JSON.stringify(payload)}::jsonb, ${options.key})
    on conflict (key) do update set due_at = excluded.due_at, payload = excluded.payload, fired_at = null, cancelled_at = null`.execute(tx.db);
}

export async function cancelTimer(tx: Tx, key: string): Promise<void> {
  await sql`update platform.timer set cancelled_at = clock_timestamp() where key = ${key} and fired_at is null`.execute(tx.db);
}

/** Many timers of one job in one statement; those of the same keys are moved. */
export async function setTimers<Payload>(tx: Tx, job: JobDefinition<Payload>, timers: readonly { key: string; dueAt: Date; payload: Payload }[]): Promise<void> {
  if (timers.length === 0) return;
  await sql`insert into platform.timer (due_at, job, payload, key)
    select t.due_at, ${job.name}, t.payload, t.key
    from unnest(${timers.map((timer) => timer.dueAt)}::timestamptz[], ${timers.map((timer) => JSON.stringify(timer.payload))}::jsonb[], ${timers.map((timer) => timer.key)}::text[]) as t(due_at, payload, key)
    on conflict (key) do update set due_at = excluded.due_at, payload = excluded.payload, fired_at = null, cancelled_at = null`.execute(tx.db);
}

export async function cancelTimers(tx: Tx, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`update platform.timer set cancelled_at = clock_timestamp() where key = any(${[...keys]}::text[]) and fired_at is null and cancelled_at is null`.execute(tx.db);
}
