-- The ground that every module stands on: who acts, what was done, and answers that can be given again.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;

create schema platform;
grant usage on schema platform to krom_app;

-- Settings of the transaction (set by the platform, read by row-level security). Call them as `(select platform.…())`,
-- so that PostgreSQL works them out once per statement and not once per row.
create function platform.principals() returns int[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('krom.principals', true), '')::int[], '{}') $$;
create function platform.actor_id() returns int language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('krom.actor_id', true), '')::int, 0) $$;
create function platform.is_system() returns boolean language sql stable parallel safe as
  $$ select coalesce(current_setting('krom.system', true) = 'on', false) $$;

-- One number space for everything that can hold rights: people, units, positions, committees.
create sequence platform.party_id as int start 100;
grant usage on sequence platform.party_id to krom_app;

-- Audit log (design rules 4 and 6). Rows are only ever added; `txid` lets the sealing job take exactly those rows
-- whose transactions are over.
create table platform.audit (
  id bigint generated always as identity primary key,
  txid xid8 not null default pg_current_xact_id(),
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('person', 'public', 'system')),
  actor_id int not null,
  actor_name text not null,
  authority jsonb not null default '{"kind":"own"}',
  action text not null,
  subject_type text not null,
  subject_id bigint,
  unit_id int,
  request_id text,
  detail jsonb not null default '{}'
);
create index audit_subject on platform.audit (subject_type, subject_id, id);
create index audit_actor on platform.audit (actor_id, id);
create index audit_txid on platform.audit (txid);
grant select, insert on platform.audit to krom_app;
-- What happened to one record is shown to those who may see that record; the whole log only to auditors. Both are
-- permissions of pages; the grant keeps the log append-only.

-- Safe retry of actions (design rule 4): the first answer of a key, given again.
create table platform.idempotency (
  key text primary key,
  actor_id int not null,
  action text not null,
  body_hash bytea not null,
  answer jsonb not null,
  at timestamptz not null default clock_timestamp()
);
create index idempotency_at on platform.idempotency (at);
grant select, insert on platform.idempotency to krom_app;

-- Work typed into a form whose session had ended: kept sealed for the same person until the next sign-in.
create table platform.form_rescue (
  token_hash bytea primary key,
  path text not null,
  body bytea not null,
  at timestamptz not null default clock_timestamp()
);
grant select, insert, delete on platform.form_rescue to krom_app;

-- Settings that an administrator edits; the demo's clock is one of them.
create table platform.setting (
  name text primary key,
  value jsonb not null,
  changed_at timestamptz not null default clock_timestamp(),
  changed_by int not null default 0
);
grant select, insert, update on platform.setting to krom_app;

-- Jobs are put into the queue in the transaction that causes them. The application may add jobs, not touch the queue.
create function platform.enqueue(task text, payload jsonb, run_at timestamptz, max_attempts int, job_key text, queue_name text)
  returns bigint language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ select id from graphile_worker.add_job(task, payload::json, queue_name, run_at, max_attempts, job_key, 0, null, 'replace') $$;
revoke all on function platform.enqueue(text, jsonb, timestamptz, int, text, text) from public;
grant execute on function platform.enqueue(text, jsonb, timestamptz, int, text, text) to krom_app;

-- Timers: what falls due by the legal clock, so that a moved demo clock moves them too (design rule 10).
create table platform.timer (
  id bigint generated always as identity primary key,
  due_at timestamptz not null,
  job text not null,
  payload jsonb not null,
  key text unique,
  fired_at timestamptz,
  cancelled_at timestamptz
);
create index timer_due on platform.timer (due_at) where fired_at is null and cancelled_at is null;
grant select, insert, update on platform.timer to krom_app;
