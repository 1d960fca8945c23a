-- Collecting and measuring: plans of steps behind a value, how a value comes about, report cards that two people write,
-- files of results looked through before they are brought in.

-- How the value of an indicator is made of what is known of it: rule of steps, formula of a survey, share of a measure.
create table performance.indicator_measuring (
  indicator_id int primary key references performance.indicator (id),
  content jsonb not null,
  rev int not null default 1,
  changed_by int not null,
  changed_at timestamptz not null
);

-- A step of a plan, a stage of approval, a step of an e-service: what the value counts.
create table performance.step (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  place smallint not null check (place between 1 and 99),
  title text not null check (length(title) between 2 and 500),
  -- Who does or approves it, in words: "อปส.", "กปช.".
  by_whom text not null default '' check (length(by_whom) <= 200),
  -- Months of the fiscal year, October is 1.
  from_month smallint check (from_month between 1 and 12),
  to_month smallint check (to_month between 1 and 12),
  -- The day that is foreseen, where one is: a meeting of the board.
  planned_on date,
  weight numeric(21, 6) check (weight > 0),
  -- `unknown`: nobody has said, which is neither done nor undone.
  state text not null default 'planned' check (state in ('planned', 'under-way', 'done', 'not-done', 'next-year', 'unknown')),
  done_on date,
  -- Letter or resolution that it rests on.
  reference text not null default '' check (length(reference) <= 300),
  -- Page that shows it.
  proof text not null default '' check (length(proof) <= 500),
  note text not null default '' check (length(note) <= 2000),
  rev int not null default 1,
  changed_by int not null,
  changed_at timestamptz not null,
  removed_at timestamptz,
  check ((state = 'done') = (done_on is not null)),
  check ((from_month is null) = (to_month is null) and from_month <= to_month)
);
create index step_of on performance.step (indicator_id, place) where removed_at is null;

-- What happened to a step; only ever added.
create table performance.step_event (
  id int generated always as identity primary key,
  step_id int not null references performance.step (id),
  kind text not null check (kind in ('added', 'changed', 'done', 'undone', 'rescheduled', 'removed')),
  at timestamptz not null,
  person_id int not null,
  person_name text not null,
  note text not null default '' check (length(note) <= 2000),
  detail jsonb not null default '{}'
);
create index step_event_of on performance.step_event (step_id, id);

-- Every saved state of a report card: what two people wrote is joined field by field, and nothing is lost.
create table performance.report_card_version (
  indicator_id int not null references performance.indicator (id),
  round_id int not null references performance.round (id),
  rev int not null,
  content jsonb not null,
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  primary key (indicator_id, round_id, rev)
);

-- A file of results with the verdict of each row, until it is brought in.
create table performance.result_import (
  id int generated always as identity primary key,
  round_id int not null references performance.round (id),
  file_name text not null,
  rows jsonb not null,
  made_by int not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  applied int
);

grant select, insert, update on performance.indicator_measuring, performance.step to krom_app;
grant select, insert on performance.step_event, performance.report_card_version, performance.result_import to krom_app;
grant update (applied_at, applied, rows) on performance.result_import to krom_app;

do $$
declare
  t text;
begin
  foreach t in array array['indicator_measuring', 'step', 'report_card_version'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.edits(indicator_id))', t);
  end loop;
  foreach t in array array['indicator_measuring', 'step'] loop
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.edits(indicator_id)) with check (performance.edits(indicator_id))', t);
  end loop;
end $$;
alter table performance.step_event enable row level security;
create policy step_event_read on performance.step_event for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy step_event_add on performance.step_event for insert to krom_app
  with check ((select platform.is_system()) or exists (select 1 from performance.step s where s.id = step_id and performance.edits(s.indicator_id)));
alter table performance.result_import enable row level security;
create policy result_import_own on performance.result_import using (made_by = (select platform.actor_id()) or (select platform.is_system()))
  with check (made_by = (select platform.actor_id()) or (select platform.is_system()));
