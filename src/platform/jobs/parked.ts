import { sql } from 'kysely';
import type { ReadTx, Tx } from '../db/database.ts';
import { fail, notFound, ok, type Result } from '../result.ts';

/** A job that used up its attempts: it waits for a person (design rule 9). */
export interface ParkedJob {
  readonly id: number;
  readonly job: string;
  readonly payload: unknown;
  readonly attempts: number;
  readonly lastError: string;
  readonly createdAt: Date;
  readonly failedAt: Date;
}

/** Parked jobs, newest first; `before` is the id of the last one already seen. */
export async function listParkedJobs(tx: ReadTx, page: { before?: number; limit: number }): Promise<ParkedJob[]> {
  const { rows } = await sql<ParkedJob>`select id, task as job, payload, attempts, coalesce(last_error, '') as "lastError",
      created_at as "createdAt", updated_at as "failedAt"
    from platform.parked_jobs(${page.before ?? null}::bigint, ${page.limit}::int)`.execute(tx.db);
  return rows;
}

/** Lets a parked job run again, with all its attempts. The caller's action writes the audit line. */
export async function retryParkedJob(tx: Tx, id: number): Promise<Result<void, 'NOT_FOUND'>> {
  const { rows } = await sql<{ done: boolean }>`select platform.retry_parked_job(${id}::bigint) as done`.execute(tx.db);
  return rows[0]?.done ? ok(undefined) : notFound({ th: 'งานนี้ไม่ได้ค้างอยู่แล้ว', en: 'This job is no longer parked' });
}

/** Gives a parked job up for good. It is kept with the reason in platform.discarded_job. */
export async function discardParkedJob(tx: Tx, id: number, reason: string): Promise<Result<void, 'NOT_FOUND' | 'REASON_MISSING'>> {
  if (reason.trim() === '') {
    const message = { th: 'กรุณาระบุเหตุผลที่ยกเลิกงานนี้', en: 'Say why this job is given up' };
    return fail('REASON_MISSING', message, { fields: { reason: message } });
  }
  const { rows } = await sql<{ done: boolean }>`select platform.discard_parked_job(${id}::bigint, ${reason.trim()}::text) as done`.execute(tx.db);
  return rows[0]?.done ? ok(undefined) : notFound({ th: 'งานนี้ไม่ได้ค้างอยู่แล้ว', en: 'This job is no longer parked' });
}

export interface QueueState {
  readonly waiting: number;
  readonly running: number;
  readonly parked: number;
  readonly oldestWaiting: Date | null;
  readonly lastHeartBeat: Date | null;
}

/** Figures of the queue, without any payload. */
export async function readQueueState(tx: ReadTx): Promise<QueueState> {
  const { rows } = await sql<QueueState>`select waiting, running, parked, oldest_waiting as "oldestWaiting",
    last_heart_beat as "lastHeartBeat" from platform.queue_state()`.execute(tx.db);
  return rows[0] as QueueState;
}
