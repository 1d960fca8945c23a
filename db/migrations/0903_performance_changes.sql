-- What stands around targets: which authority counts, questions that are not decided, requests to change, the calendar of the
-- year, and how an indicator goes on from year to year.

-- Fiscal year that the document of a word names, where it names one: a resolution may say 2565 for 2564.
alter table performance.target add column year_said smallint check (year_said between 2540 and 2700);
-- Why this weight.
alter table performance.target add column weight_ground text check (weight_ground in ('mission', 'budget', 'other'));
-- A letter of the house.
alter table performance.target add column letter_id bigint;

-- Whose word is scored by, with the reason; only ever added, the last one counts. Without a row it is the OPDC's.
create table performance.counting_authority (
  id int generated always as identity primary key,
  indicator_id int not null references performance.indicator (id),
  authority text not null check (authority in ('opdc', 'budget-bureau')),
  reason text not null check (length(reason) between 3 and 2000),
  reference text not null default '' check (length(reference) <= 300),
  decided_on date not null,
  person_id int not null,
  person_name text not null,
  at timestamptz not null
);
create index counting_authority_of on performance.counting_authority (indicator_id, id);

-- A point that was left open: it stays visible until it is decided, with the score under each answer.
create table performance.open_question (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  question text not null check (length(question) between 5 and 500),
  detail text not null default '' check (length(detail) <= 3000),
  -- Indicators that the answers are about; none for a question about the whole year.
  indicator_ids int[] not null default '{}',
  -- Who decides, in words: a committee, the OPDC.
  decider text not null check (length(decider) between 2 and 200),
  -- Page of the house where the meeting keeps it.
  point_href text not null default '' check (point_href = '' or point_href ~ '^/[^/]'),
  asked_on date not null,
  state text not null default 'open' check (state in ('open', 'decided', 'withdrawn')),
  chosen smallint,
  decision text check (length(decision) between 3 and 2000),
  decision_reference text not null default '' check (length(decision_reference) <= 300),
  decided_on date,
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  check ((state = 'decided') = (chosen is not null and decided_on is not null)),
  check (state = 'open' or decision is not null)
);
create index open_question_of on performance.open_question (cycle_id, state);

create table performance.question_answer (
  question_id int not null references performance.open_question (id),
  place smallint not null check (place between 1 and 6),
  text text not null check (length(text) between 1 and 500),
  -- Who says so, and where.
  said_by text not null default '' check (length(said_by) <= 300),
  -- What it would set at each of the indicators; null leaves what stands there.
  ladder jsonb,
  weight numeric(21, 6),
  primary key (question_id, place)
);

-- A request to change a target, an indicator or a weight, or an appeal against a score. Decided by the committee.
create table performance.change_request (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  indicator_id int not null references performance.indicator (id),
  kind text not null check (kind in ('target', 'indicator', 'weight', 'appeal')),
  ground text not null check (ground in ('force-majeure', 'policy', 'budget', 'score')),
  reason text not null check (length(reason) between 10 and 3000),
  -- What stood when it was asked, and what is asked for: {"ladder", "weight", "name"}, of an appeal {"value"}.
  before jsonb not null,
  wanted jsonb not null,
  evidence text not null default '' check (length(evidence) <= 2000),
  letter_id bigint,
  letter_reference text not null default '' check (length(letter_reference) <= 300),
  round_id int references performance.round (id),
  asked_on date not null,
  -- Last day that the calendar gave then; null where it gave none.
  cut_off_on date,
  -- Why it was taken after that day.
  late_reason text check (length(late_reason) between 3 and 2000),
  unit_id int not null references organisation.unit (id),
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  state text not null default 'asked' check (state in ('asked', 'accepted', 'refused', 'withdrawn')),
  decision text check (length(decision) between 3 and 2000),
  decision_reference text not null default '' check (length(decision_reference) <= 300),
  decided_on date,
  decider_id int,
  decider_name text,
  decided_at timestamptz,
  -- The final word that came of it.
  target_id int references performance.target (id),
  rev int not null default 1,
  check ((kind = 'appeal') = (ground = 'score')),
  check (late_reason is null or cut_off_on is not null),
  check ((state in ('accepted', 'refused')) = (decided_on is not null and decision is not null))
);
create index change_request_of on performance.change_request (cycle_id, id);
create index change_request_indicator on performance.change_request (indicator_id);

-- Days of the evaluation of a year.
create table performance.calendar_day (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  kind text not null check (kind in ('form-due', 'round', 'change-cut-off', 'appeal-window', 'opdc-notice', 'meeting', 'other')),
  -- Months of the fiscal year that a round reports.
  month smallint check (month between 1 and 12),
  title text not null check (length(title) between 2 and 300),
  begins_on date,
  -- The last day of it, until 24:00.
  ends_on date not null,
  certainty text not null default 'to-confirm' check (certainty in ('confirmed', 'to-confirm')),
  source text not null default '' check (length(source) <= 300),
  note text not null default '' check (length(note) <= 1000),
  withdrawn_at timestamptz,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  check (begins_on is null or begins_on <= ends_on),
  check (month is null or kind in ('round', 'appeal-window'))
);
create index calendar_day_of on performance.calendar_day (cycle_id, ends_on) where withdrawn_at is null;

-- An indicator goes on from one of an earlier year.
create table performance.continuation (
  indicator_id int primary key references performance.indicator (id),
  earlier_id int not null references performance.indicator (id),
  note text not null default '' check (length(note) <= 1000),
  added_by int not null,
  added_at timestamptz not null,
  check (indicator_id <> earlier_id)
);
create index continuation_earlier on performance.continuation (earlier_id);

-- What a year is for an indicator: the pilot, the target, what comes next; also of years without a sheet yet.
create table performance.year_plan (
  indicator_id int not null references performance.indicator (id),
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  phase text not null check (phase in ('pilot', 'target', 'next')),
  text text not null check (length(text) between 2 and 1000),
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  primary key (indicator_id, fiscal_year)
);

grant select, insert on performance.counting_authority, performance.question_answer to krom_app;
grant select, insert, update on performance.open_question, performance.change_request, performance.calendar_day, performance.year_plan to krom_app;
grant select, insert, delete on performance.continuation to krom_app;
grant delete on performance.year_plan to krom_app;

do $$
declare
  t text;
begin
  foreach t in array array['counting_authority', 'change_request', 'continuation', 'year_plan'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.edits(indicator_id))', t);
  end loop;
  foreach t in array array['change_request', 'year_plan'] loop
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.edits(indicator_id)) with check (performance.edits(indicator_id))', t);
  end loop;
  foreach t in array array['continuation', 'year_plan'] loop
    execute format('create policy %1$s_remove on performance.%1$I for delete to krom_app using (performance.edits(indicator_id))', t);
  end loop;
  foreach t in array array['open_question', 'calendar_day'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.keeps(cycle_id))', t);
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.keeps(cycle_id)) with check (performance.keeps(cycle_id))', t);
  end loop;
end $$;
alter table performance.question_answer enable row level security;
create policy question_answer_read on performance.question_answer for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy question_answer_add on performance.question_answer for insert to krom_app
  with check ((select platform.is_system()) or exists (select 1 from performance.open_question q where q.id = question_id and performance.keeps(q.cycle_id)));

-- What was decided is not decided again, and what was asked is not rewritten: a new request follows.
create function performance.keep_decided_request() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'asked' or new.kind <> old.kind or new.before <> old.before or new.wanted <> old.wanted or new.reason <> old.reason or new.indicator_id <> old.indicator_id then
    raise check_violation using message = 'a request keeps what it asked, and is decided once';
  end if;
  return new;
end $$;
create trigger change_request_kept before update on performance.change_request for each row execute function performance.keep_decided_request();
