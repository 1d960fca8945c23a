import os from 'node:os';
import type pg from 'pg';

/** A fetch is answered within this, so a job locked for longer that never arrived was lost on the way. */
const fetchPatienceMs = 10_000;

export interface Beat {
  /** The queue's name for this worker; it changes when the queue begins anew. */
  readonly workerId: string;
  /** Earlier names of this worker in this process: what they still hold is free at once. */
  readonly formerIds: readonly string[];
  /** Jobs that arrived here and have not been seen to end. */
  readonly held: readonly string[];
  /** Silence after which a worker counts as dead. */
  readonly deadAfterMs: number;
}

/**
 * Says that a worker lives, and frees jobs that nobody works on: of workers that died, of queues that ended in this
 * process, and those whose fetch was committed while its answer was lost with the connection. The queue alone would
 * keep them for four hours. A worker that merely slept may so find its job run twice, which jobs must bear anyway.
 */
export async function beat(owner: pg.Pool, { workerId, formerIds, held, deadAfterMs }: Beat): Promise<void> {
  await owner.query(
    `insert into platform.worker (id, host) values ($1, $2) on conflict (id) do update set seen_at = clock_timestamp()`,
    [workerId, os.hostname()],
  );
  await owner.query(
    `with dead as (
       delete from platform.worker where seen_at < clock_timestamp() - $1 * interval '1 millisecond' or id = any($2::text[]) returning id
     ), lost as (
       select id from dead
       union
       select unnest($2::text[])
       union
       select locked_by from graphile_worker._private_jobs
       where locked_at < clock_timestamp() - $1 * interval '1 millisecond' and not exists (select from platform.worker w where w.id = locked_by)
     )
     select graphile_worker.force_unlock_workers(array_agg(id)) from lost having count(*) > 0`,
    [deadAfterMs, formerIds],
  );
  await owner.query(
    `with never_arrived as (
       update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
       where locked_by = $1 and locked_at < clock_timestamp() - $2 * interval '1 millisecond' and not id = any($3::bigint[])
       returning job_queue_id
     )
     update graphile_worker._private_job_queues q set locked_at = null, locked_by = null
     from never_arrived n where q.id = n.job_queue_id and q.locked_by = $1`,
    [workerId, Math.min(deadAfterMs, fetchPatienceMs), held],
  );
}

/** Takes the worker off the list when it stops in an orderly way. */
export async function signOff(owner: pg.Pool, workerId: string): Promise<void> {
  await owner.query('delete from platform.worker where id = $1', [workerId]);
}
