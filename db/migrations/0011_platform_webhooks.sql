-- Systems of others that want to hear what happens here. An event is made in the transaction of its audit row, by the
-- database itself, so that no act can forget it; a job carries it out.

create table platform.webhook (
  id int generated always as identity primary key,
  name text not null check (length(name) between 2 and 120),
  url text not null check (length(url) between 10 and 500),
  -- Codes of acts, or all of a module: `correspondence.*`.
  acts text[] not null check (cardinality(acts) between 1 and 400),
  -- Sealed with a key that is not in the database.
  secret text not null,
  old_secret text,
  -- Machine times: until when the old secret signs too, and until when the new one may be seen by who made it.
  old_until timestamptz,
  seen_until timestamptz not null,
  seen_by int not null,
  paused_at timestamptz,
  -- The address answered 410 Gone.
  gone_at timestamptz,
  removed_at timestamptz,
  created_at timestamptz not null default platform.legal_now(),
  created_by int not null
);

create table platform.webhook_event (
  id uuid primary key default gen_random_uuid(),
  act text not null,
  -- Legal time of the act.
  at timestamptz not null,
  subject_type text not null,
  subject_id bigint,
  made_at timestamptz not null default clock_timestamp()
);
create index webhook_event_old on platform.webhook_event (made_at);

create table platform.webhook_delivery (
  id bigint generated always as identity primary key,
  event_id uuid not null references platform.webhook_event on delete cascade,
  webhook_id int not null references platform.webhook,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed', 'dropped')),
  attempts int not null default 0,
  -- Status code of the last answer; null where there was none.
  answer int,
  last_error text,
  tried_at timestamptz,
  unique (event_id, webhook_id)
);
create index webhook_delivery_newest on platform.webhook_delivery (webhook_id, id desc);

-- One look at a table of a few rows where nobody wants to hear anything; the events and their jobs otherwise. 13
-- attempts with the queue's pauses are about 22 hours.
create function platform.raise_events() returns trigger
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ declare jobs bigint;
     begin
       if not exists (select from platform.webhook w where w.paused_at is null and w.gone_at is null and w.removed_at is null) then return null; end if;
       with raised as (
         insert into platform.webhook_event (act, at, subject_type, subject_id)
         select a.action, a.at, a.subject_type, a.subject_id from added a
         where exists (select from platform.webhook w where w.paused_at is null and w.gone_at is null and w.removed_at is null
           and w.acts && array[a.action, split_part(a.action, '.', 1) || '.*'])
         returning id, act
       ), sent as (
         insert into platform.webhook_delivery (event_id, webhook_id)
         select r.id, w.id from raised r join platform.webhook w on w.paused_at is null and w.gone_at is null and w.removed_at is null
           and w.acts && array[r.act, split_part(r.act, '.', 1) || '.*']
         returning id
       )
       select count(platform.enqueue('integrations.deliver', jsonb_build_object('delivery', s.id), clock_timestamp(), 13, 'webhook-delivery:' || s.id, null)) into jobs from sent s;
       return null;
     end $$;
revoke all on function platform.raise_events() from public;
create trigger audit_raise_events after insert on platform.audit referencing new table as added for each statement execute function platform.raise_events();

grant select, insert on platform.webhook, platform.webhook_event, platform.webhook_delivery to krom_app;
grant update (name, url, acts, secret, old_secret, old_until, seen_until, seen_by, paused_at, gone_at, removed_at) on platform.webhook to krom_app;
grant update (state, attempts, answer, last_error, tried_at) on platform.webhook_delivery to krom_app;
-- Deliveries are kept for as long as the office says, then swept.
grant delete on platform.webhook_event, platform.webhook_delivery to krom_app;
