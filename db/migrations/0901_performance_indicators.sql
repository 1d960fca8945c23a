-- The indicators of a year with their forms, targets, rounds of reporting and results. Everyone who works here reads them;
-- the owning units, the secretariat that keeps the year and the department's executives write.

-- The evaluation of one department in one fiscal year (B.E.), under one framework.
create table performance.cycle (
  id int generated always as identity primary key,
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  framework_id int not null references performance.framework (id),
  department_id int not null references organisation.unit (id),
  -- Secretariat: collects forms and results, talks with the OPDC.
  keeper_unit_id int not null references organisation.unit (id),
  state text not null default 'planning' check (state in ('planning', 'running', 'closed')),
  closed_at timestamptz,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  unique (fiscal_year, department_id)
);
grant select, insert, update on performance.cycle to krom_app;
alter table performance.cycle enable row level security;
create policy cycle_read on performance.cycle for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy cycle_add on performance.cycle for insert to krom_app with check (keeper_unit_id = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy cycle_change on performance.cycle for update to krom_app
  using (keeper_unit_id = any ((select platform.principals())::int[]) or department_id = any ((select platform.principals())::int[]) or (select platform.is_system()))
  with check (keeper_unit_id = any ((select platform.principals())::int[]) or department_id = any ((select platform.principals())::int[]) or (select platform.is_system()));

-- Written statements that there is no indicator of a guideline, and why ("no joint indicator").
create table performance.statement (
  cycle_id int not null references performance.cycle (id),
  component text not null,
  tag text not null,
  text text not null check (length(text) <= 2000),
  changed_by int not null,
  changed_at timestamptz not null,
  primary key (cycle_id, component, tag)
);

-- A line of the year's sheet, or the head of several (3 over 3.1 and 3.2), which has no weight of its own.
create table performance.indicator (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  parent_id int references performance.indicator (id),
  key text not null check (key ~ '^[0-9]+(\.[0-9]+)*$'),
  -- Order on the sheet.
  place int not null,
  name text not null check (length(name) between 2 and 500),
  component text not null,
  tags text[] not null default '{}',
  kind text not null default 'outcome' check (kind in ('outcome', 'output', 'process')),
  -- How its value comes about: milestones of a plan, staged approval, percentage of a survey, level of an e-service, score of an assessment, or typed.
  measuring text not null default 'manual' check (measuring in ('milestones', 'staged-approval', 'survey', 'service-level', 'assessment', 'manual')),
  better text not null default 'more' check (better in ('more', 'less')),
  unit_of_measure text not null default '' check (length(unit_of_measure) <= 100),
  -- Places after the point that its unit has: 0 for things that are counted.
  places smallint not null default 2 check (places between 0 and 6),
  weight numeric(21, 6),
  -- The ladder that counts now: {"values": ["70","75","80"], "scores": ["50","75","100"], "below": "zero"}; null until there is a target.
  ladder jsonb,
  -- Named measure of a working system that gives the value; null for values typed with evidence.
  measure_name text,
  state text not null default 'draft' check (state in ('draft', 'final', 'cancelled')),
  cancelled_on date,
  cancel_reason text check (length(cancel_reason) between 3 and 2000),
  -- Party ids that may write: owning units, the secretariat, the department.
  editors int[] not null,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  unique (cycle_id, key),
  check ((state = 'cancelled') = (cancelled_on is not null and cancel_reason is not null))
);
create index indicator_cycle on performance.indicator (cycle_id, place);

-- Owners answer for it (several may), doers do the work, supporters help. Kept apart: in the report's case the media units do, and own nothing.
create table performance.indicator_unit (
  indicator_id int not null references performance.indicator (id),
  unit_id int not null references organisation.unit (id),
  role text not null check (role in ('owner', 'doer', 'support')),
  primary key (indicator_id, unit_id, role)
);
create index indicator_unit_of on performance.indicator_unit (unit_id);

-- The official form of an indicator (รายละเอียดตัวชี้วัด) as its owners fill it; every saved state is kept beside.
create table performance.indicator_form (
  indicator_id int primary key references performance.indicator (id),
  content jsonb not null,
  rev int not null default 1,
  changed_by int not null,
  changed_at timestamptz not null
);
create table performance.indicator_form_version (
  indicator_id int not null references performance.indicator (id),
  rev int not null,
  content jsonb not null,
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  primary key (indicator_id, rev)
);

-- What the indicator serves and what set it: strategy, plans, cabinet resolution, a resolution of a meeting in the house.
create table performance.indicator_link (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  kind text not null check (kind in ('national-strategy', 'master-plan', 'reform-plan', 'cabinet-resolution', 'meeting-resolution', 'sdg', 'other')),
  title text not null check (length(title) between 2 and 500),
  href text not null default '' check (length(href) <= 500),
  record_type text,
  record_id bigint,
  added_by int not null,
  added_at timestamptz not null,
  removed_at timestamptz
);
create index indicator_link_of on performance.indicator_link (indicator_id) where removed_at is null;

-- What each authority was asked and said, in order; only ever added. The last one of an authority counts.
create table performance.target (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  authority text not null check (authority in ('opdc', 'budget-bureau')),
  stage text not null check (stage in ('proposed', 'pre-review', 'working-group', 'opdc', 'committee', 'final')),
  ladder jsonb,
  weight numeric(21, 6),
  -- Why this target, why this weight: mission, size of the budget.
  reason text not null default '' check (length(reason) <= 3000),
  decided_on date not null,
  -- Letter or resolution that it rests on.
  reference text not null default '' check (length(reference) <= 300),
  person_id int not null,
  person_name text not null,
  at timestamptz not null
);
create index target_of on performance.target (indicator_id, id);

-- A round of collecting: of forms (no month) or of results after so many months of the fiscal year.
create table performance.round (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  kind text not null check (kind in ('form', 'result')),
  month smallint check (month between 1 and 12),
  due_on date not null,
  note text not null default '' check (length(note) <= 2000),
  opened_by int not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  rev int not null default 1,
  check ((kind = 'form') = (month is null)),
  unique nulls not distinct (cycle_id, kind, month)
);

-- Where an indicator stands in a round. Approval by the secretariat locks it, confirmation by an executive locks the whole.
create table performance.submission (
  id int generated always as identity primary key,
  round_id int not null references performance.round (id),
  indicator_id int not null references performance.indicator (id),
  state text not null default 'open' check (state in ('open', 'submitted', 'returned', 'approved', 'confirmed')),
  rev int not null default 1,
  changed_at timestamptz not null,
  unique (round_id, indicator_id)
);
create table performance.submission_event (
  id int generated always as identity primary key,
  submission_id int not null references performance.submission (id),
  kind text not null check (kind in ('opened', 'submitted', 'taken-back', 'returned', 'approved', 'confirmed', 'reopened', 'reminded')),
  at timestamptz not null,
  person_id int not null,
  person_name text not null,
  note text not null default '' check (length(note) <= 2000)
);
create index submission_event_of on performance.submission_event (submission_id, id);

-- A value of a round, never changed: the last one counts, and one without a value takes the earlier one back. No row is "missing".
create table performance.result (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  round_id int not null references performance.round (id),
  value numeric(21, 6),
  numerator numeric(21, 6),
  denominator numeric(21, 6),
  -- Half of the interval at 95 % where the value is of a sample.
  margin numeric(21, 6) check (margin >= 0),
  source text not null check (source in ('manual', 'measure')),
  measure_name text,
  as_of timestamptz not null,
  note text not null default '' check (length(note) <= 3000),
  -- What the value is made of: steps done with their days, stages approved, counts of a survey, records that a measure counted.
  detail jsonb not null default '{}',
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  check ((source = 'measure') = (measure_name is not null))
);
create index result_of on performance.result (indicator_id, round_id, id);

-- The report card of a round (ผลการดำเนินงาน, มาตรการ, ปัจจัย, อุปสรรค, ข้อเสนอแนะ).
create table performance.report_card (
  indicator_id int not null references performance.indicator (id),
  round_id int not null references performance.round (id),
  content jsonb not null,
  rev int not null default 1,
  changed_by int not null,
  changed_at timestamptz not null,
  primary key (indicator_id, round_id)
);

-- Nothing is added to or changed in a round that was approved for its indicator: it is reopened first, with a reason.
create function performance.refuse_locked() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from performance.submission s where s.round_id = new.round_id and s.indicator_id = new.indicator_id and s.state in ('approved', 'confirmed')) then
    raise check_violation using message = 'this indicator is approved in this round: reopen it first';
  end if;
  return new;
end $$;
create trigger result_locked before insert on performance.result for each row execute function performance.refuse_locked();
create trigger report_card_locked before insert or update on performance.report_card for each row execute function performance.refuse_locked();

grant select, insert, update on performance.statement, performance.indicator, performance.indicator_form, performance.round, performance.submission, performance.report_card to krom_app;
grant select, insert, delete on performance.indicator_unit to krom_app;
grant delete on performance.statement to krom_app;
grant select, insert on performance.indicator_form_version, performance.target, performance.submission_event, performance.result, performance.indicator_link to krom_app;
grant update (removed_at) on performance.indicator_link to krom_app;

alter table performance.indicator enable row level security;
create policy indicator_read on performance.indicator for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy indicator_add on performance.indicator for insert to krom_app with check (editors && (select platform.principals()) or (select platform.is_system()));
create policy indicator_change on performance.indicator for update to krom_app using (editors && (select platform.principals()) or (select platform.is_system()))
  with check (editors && (select platform.principals()) or (select platform.is_system()));

-- Whether the actor may write to an indicator, or keeps a cycle.
create function performance.edits(p_indicator int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.indicator i where i.id = p_indicator and i.editors && (select platform.principals())) $$;
create function performance.keeps(p_cycle int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.cycle c where c.id = p_cycle and array[c.keeper_unit_id, c.department_id] && (select platform.principals())) $$;

do $$
declare
  t text;
begin
  foreach t in array array['indicator_unit', 'indicator_form', 'indicator_form_version', 'indicator_link', 'target', 'submission', 'result', 'report_card'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.edits(indicator_id))', t);
  end loop;
  foreach t in array array['indicator_form', 'indicator_link', 'submission', 'report_card'] loop
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.edits(indicator_id)) with check (performance.edits(indicator_id))', t);
  end loop;
  foreach t in array array['statement', 'round'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.keeps(cycle_id))', t);
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.keeps(cycle_id)) with check (performance.keeps(cycle_id))', t);
  end loop;
end $$;
create policy indicator_unit_remove on performance.indicator_unit for delete to krom_app using (performance.edits(indicator_id));
create policy statement_remove on performance.statement for delete to krom_app using (performance.keeps(cycle_id));
alter table performance.submission_event enable row level security;
create policy submission_event_read on performance.submission_event for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy submission_event_add on performance.submission_event for insert to krom_app
  with check ((select platform.is_system()) or exists (select 1 from performance.submission s where s.id = submission_id and performance.edits(s.indicator_id)));
