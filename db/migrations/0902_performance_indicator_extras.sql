-- What stands beside the form of an indicator: projects with their budget, reform-plan reports, risks, flags of units that
-- cannot do it, and files of forms that were looked through before they are brought in.

-- A project of the year with its budget in baht, to the satang; it serves one indicator or several.
create table performance.project (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  name text not null check (length(name) between 2 and 500),
  unit_id int not null references organisation.unit (id),
  budget numeric(18, 2) not null check (budget >= 0),
  -- Where the money comes from, as the unit says it.
  source text not null default '' check (length(source) <= 300),
  note text not null default '' check (length(note) <= 2000),
  withdrawn_at timestamptz,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1
);
create index project_of on performance.project (cycle_id) where withdrawn_at is null;

create table performance.project_indicator (
  project_id int not null references performance.project (id),
  indicator_id int not null references performance.indicator (id),
  primary key (project_id, indicator_id)
);
create index project_indicator_of on performance.project_indicator (indicator_id);

-- What was reported to the national economic and social development council (สศช.) of the reform plan: the source of guideline 2.
create table performance.reform_report (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  title text not null check (length(title) between 2 and 500),
  -- Number of the letter or document.
  reference text not null default '' check (length(reference) <= 200),
  href text not null default '' check (length(href) <= 500),
  sent_on date not null,
  reported text not null check (length(reported) between 2 and 5000),
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_reason text check (length(withdrawn_reason) between 3 and 1000),
  check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index reform_report_of on performance.reform_report (indicator_id, sent_on);

create table performance.risk (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  risk text not null check (length(risk) between 2 and 2000),
  -- 1 low, 2 middle, 3 high.
  chance smallint not null check (chance between 1 and 3),
  effect smallint not null check (effect between 1 and 3),
  answer text not null default '' check (length(answer) <= 2000),
  owner_unit_id int references organisation.unit (id),
  state text not null default 'open' check (state in ('open', 'watched', 'happened', 'closed')),
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1
);
create index risk_of on performance.risk (indicator_id);

-- A unit says in time that something cannot be done, and the secretariat answers.
create table performance.cannot_do (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  unit_id int not null references organisation.unit (id),
  what text not null check (length(what) between 2 and 1000),
  reason text not null check (length(reason) between 2 and 3000),
  said_on date not null,
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  answer text check (length(answer) between 2 and 3000),
  answered_on date,
  answered_by int,
  answered_by_name text,
  check (num_nonnulls(answer, answered_on, answered_by, answered_by_name) in (0, 4))
);
create index cannot_do_of on performance.cannot_do (indicator_id);

-- A file of forms, judged row by row; its owner alone sees it.
create table performance.form_import (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  file_name text not null check (length(file_name) <= 300),
  rows jsonb not null,
  made_by int not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  applied int
);

grant select, insert on performance.project, performance.reform_report, performance.risk, performance.cannot_do, performance.form_import to krom_app;
grant select, insert, delete on performance.project_indicator to krom_app;
grant update (name, unit_id, budget, source, note, withdrawn_at, changed_by, changed_at, rev) on performance.project to krom_app;
grant update (withdrawn_at, withdrawn_reason) on performance.reform_report to krom_app;
grant update (risk, chance, effect, answer, owner_unit_id, state, changed_by, changed_at, rev) on performance.risk to krom_app;
grant update (answer, answered_on, answered_by, answered_by_name) on performance.cannot_do to krom_app;
grant update (rows, applied_at, applied) on performance.form_import to krom_app;

alter table performance.project enable row level security;
create policy project_read on performance.project for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy project_add on performance.project for insert to krom_app with check (unit_id = any ((select platform.principals())::int[]) or performance.keeps(cycle_id));
create policy project_change on performance.project for update to krom_app
  using (unit_id = any ((select platform.principals())::int[]) or performance.keeps(cycle_id)) with check (unit_id = any ((select platform.principals())::int[]) or performance.keeps(cycle_id));

alter table performance.project_indicator enable row level security;
create policy project_indicator_read on performance.project_indicator for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy project_indicator_add on performance.project_indicator for insert to krom_app with check ((select platform.is_system()) or exists (
  select 1 from performance.project p where p.id = project_id and (p.unit_id = any ((select platform.principals())::int[]) or performance.keeps(p.cycle_id))));
create policy project_indicator_remove on performance.project_indicator for delete to krom_app using ((select platform.is_system()) or exists (
  select 1 from performance.project p where p.id = project_id and (p.unit_id = any ((select platform.principals())::int[]) or performance.keeps(p.cycle_id))));

do $$
declare
  t text;
begin
  foreach t in array array['reform_report', 'risk'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.edits(indicator_id))', t);
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.edits(indicator_id)) with check (performance.edits(indicator_id))', t);
  end loop;
end $$;

-- Seen by the unit that said it, by the owners of the indicator and by the secretariat; answered by the secretariat.
alter table performance.cannot_do enable row level security;
create policy cannot_do_read on performance.cannot_do for select to krom_app using (unit_id = any ((select platform.principals())::int[]) or performance.edits(indicator_id));
create policy cannot_do_add on performance.cannot_do for insert to krom_app with check (unit_id = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy cannot_do_answer on performance.cannot_do for update to krom_app
  using ((select platform.is_system()) or exists (select 1 from performance.indicator i where i.id = indicator_id and performance.keeps(i.cycle_id)))
  with check ((select platform.is_system()) or exists (select 1 from performance.indicator i where i.id = indicator_id and performance.keeps(i.cycle_id)));

alter table performance.form_import enable row level security;
create policy form_import_own on performance.form_import for all to krom_app using (made_by = (select platform.actor_id()) or (select platform.is_system())) with check (made_by = (select platform.actor_id()) or (select platform.is_system()));
