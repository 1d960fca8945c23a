-- What the worker needs around the queue: legal time in SQL, timers that come back every legal day, heart-beats that
-- free the jobs of a dead worker, and a person's view of jobs that used up their attempts.

-- The legal instant (design rule 10): machine time plus the offset of the demo clock, which only a demo has.
create function platform.legal_now() returns timestamptz language sql stable as
  $$ select clock_timestamp() + coalesce((select (value ->> 'offset')::float8 from platform.setting where name = 'clock'), 0) * interval '1 millisecond' $$;

alter table platform.timer add column daily_at time;
comment on column platform.timer.daily_at is 'Set for timers that come back every legal day at this Bangkok time.';

-- The next instant after `after` at which it is `at` o'clock in Bangkok.
create function platform.next_daily(after timestamptz, at time) returns timestamptz language sql stable as
  $$ select (((after at time zone 'Asia/Bangkok')::date
             + case when (after at time zone 'Asia/Bangkok')::time >= at then 1 else 0 end) + at) at time zone 'Asia/Bangkok' $$;

-- One row per worker process. The queue itself would hold a dead worker's jobs for four hours.
create table platform.worker (
  id text primary key,
  host text not null,
  started_at timestamptz not null default clock_timestamp(),
  seen_at timestamptz not null default clock_timestamp()
);
grant select on platform.worker to krom_app;

create table platform.discarded_job (
  id bigint primary key,
  task text not null,
  payload jsonb not null,
  attempts int not null,
  last_error text,
  created_at timestamptz not null,
  reason text not null check (length(trim(reason)) > 0),
  discarded_by int not null,
  discarded_at timestamptz not null default clock_timestamp()
);
grant select on platform.discarded_job to krom_app;

-- The application cannot reach the queue's tables; these functions show and change only jobs that are parked.
create function platform.parked_jobs(before_id bigint, page_size int)
  returns table (id bigint, task text, payload jsonb, attempts int, last_error text, created_at timestamptz, updated_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select j.id, t.identifier, j.payload::jsonb, j.attempts::int, j.last_error, j.created_at, j.updated_at
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where j.attempts >= j.max_attempts and j.locked_at is null and (before_id is null or j.id < before_id)
     order by j.id desc limit least(page_size, 500) $$;

create function platform.retry_parked_job(job_id bigint) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ begin
       update graphile_worker._private_jobs j set attempts = 0, run_at = clock_timestamp(), updated_at = clock_timestamp()
       where j.id = job_id and j.attempts >= j.max_attempts and j.locked_at is null;
       if not found then return false; end if;
       perform pg_notify('jobs:insert', '');
       return true;
     end $$;

create function platform.discard_parked_job(job_id bigint, why text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ begin
       with gone as (
         delete from graphile_worker._private_jobs j
         where j.id = job_id and j.attempts >= j.max_attempts and j.locked_at is null
         returning j.*
       )
       insert into platform.discarded_job (id, task, payload, attempts, last_error, created_at, reason, discarded_by)
       select g.id, t.identifier, g.payload::jsonb, g.attempts, g.last_error, g.created_at, why, platform.actor_id()
       from gone g join graphile_worker._private_tasks t on t.id = g.task_id;
       return found;
     end $$;

-- Figures for health and for the worker's page: no payloads.
create function platform.queue_state()
  returns table (waiting int, running int, parked int, oldest_waiting timestamptz, last_heart_beat timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select count(*) filter (where j.attempts < j.max_attempts and j.locked_at is null and j.run_at <= clock_timestamp())::int,
            count(*) filter (where j.locked_at is not null)::int,
            count(*) filter (where j.attempts >= j.max_attempts and j.locked_at is null)::int,
            min(j.run_at) filter (where j.attempts < j.max_attempts and j.locked_at is null and j.run_at <= clock_timestamp()),
            (select max(w.seen_at) from platform.worker w)
     from graphile_worker._private_jobs j $$;

revoke all on function platform.parked_jobs(bigint, int), platform.retry_parked_job(bigint), platform.discard_parked_job(bigint, text), platform.queue_state() from public;
grant execute on function platform.parked_jobs(bigint, int), platform.retry_parked_job(bigint), platform.discard_parked_job(bigint, text), platform.queue_state() to krom_app;
