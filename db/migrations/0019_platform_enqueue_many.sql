-- Several jobs that may start at once, in one call of the queue: it looks up tasks and wakes workers once for all of them.
create function platform.enqueue_many(jobs jsonb, run_at timestamptz) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as $$
  select from graphile_worker.add_jobs(array(
    select (j.name, j.payload::json, j.queue, run_at, j.attempts::smallint, null, 0::smallint, null)::graphile_worker.job_spec
    from rows from (jsonb_to_recordset(jobs) as (name text, payload jsonb, attempts int, queue text)) with ordinality as j (name, payload, attempts, queue, place)
    order by j.place)) $$;
revoke all on function platform.enqueue_many(jsonb, timestamptz) from public;
grant execute on function platform.enqueue_many(jsonb, timestamptz) to krom_app;
