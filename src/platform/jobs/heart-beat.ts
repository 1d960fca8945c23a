import os from 'node:os';
import type pg from 'pg';

/**
 * Says that a worker lives, and frees jobs of workers that no longer do. The queue alone would keep the jobs of a
 * killed worker for four hours. A worker that merely slept may so find its job run twice, which jobs must bear anyway.
 * @param deadAfterMs silence after which a worker counts as dead
 */
export async function beat(owner: pg.Pool, workerId: string, deadAfterMs: number): Promise<void> {
  await owner.query(
    `insert into platform.worker (id, host) values ($1, $2) on conflict (id) do update set seen_at = clock_timestamp()`,
    [workerId, os.hostname()],
  );
  await owner.query(
    `with dead as (
       delete from platform.worker where seen_at < clock_timestamp() - $1 * interval '1 millisecond' returning id
     ), lost as (
       select id from dead
       union
       select locked_by from graphile_worker._private_jobs
       where locked_at < clock_timestamp() - $1 * interval '1 millisecond' and not exists (select from platform.worker w where w.id = locked_by)
     )
     select graphile_worker.force_unlock_workers(array_agg(id)) from lost having count(*) > 0`,
    [deadAfterMs],
  );
}

/** Takes the worker off the list when it stops in an orderly way. */
export async function signOff(owner: pg.Pool, workerId: string): Promise<void> {
  await owner.query('delete from platform.worker where id = $1', [workerId]);
}
