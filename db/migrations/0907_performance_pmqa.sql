-- PMQA 4.0: editions of the criteria, the yearly application and self-assessment, what is known of other years' results.
-- Everyone who works here reads; the unit that keeps the assessment, and those that help to fill it in, write.

-- `content` has the form of the domain (`Edition`): categories, items, boxes, weights, lines of results, groups.
create table performance.pmqa_edition (
  id int generated always as identity primary key,
  key text not null unique check (key ~ '^[0-9A-Za-z._-]{1,40}$'),
  content jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'used')),
  used_at timestamptz,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  check ((state = 'draft') = (used_at is null))
);

-- An edition by which an assessment was made is not changed any more, whoever asks.
create function performance.keep_used_pmqa_edition() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state = 'used' and (new.content is distinct from old.content or new.key <> old.key or new.state <> 'used' or new.used_at is distinct from old.used_at) then
    raise check_violation using message = 'an edition that was used is not changed: a new edition follows it';
  end if;
  return new;
end $$;
create trigger pmqa_edition_kept before update on performance.pmqa_edition for each row execute function performance.keep_used_pmqa_edition();
alter table performance.pmqa_edition enable row level security;
create policy pmqa_edition_read on performance.pmqa_edition for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_edition_add on performance.pmqa_edition for insert to krom_app with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_edition_change on performance.pmqa_edition for update to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))
  with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
grant select, insert, update on performance.pmqa_edition to krom_app;

-- A file of criteria that was looked through and not yet, or by now, brought in.
create table performance.pmqa_edition_import (
  id int generated always as identity primary key,
  file_name text not null,
  -- The edition that the rows were compared with.
  base_id int not null references performance.pmqa_edition (id),
  rows jsonb not null,
  content jsonb,
  made_by int not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  edition_id int references performance.pmqa_edition (id)
);
alter table performance.pmqa_edition_import enable row level security;
create policy pmqa_edition_import_own on performance.pmqa_edition_import to krom_app using (made_by = (select platform.actor_id()) or (select platform.is_system()))
  with check (made_by = (select platform.actor_id()) or (select platform.is_system()));
grant select, insert on performance.pmqa_edition_import to krom_app;
grant update (applied_at, edition_id, rows, content) on performance.pmqa_edition_import to krom_app;

-- The application of a fiscal year (B.E.) and how far it is.
create table performance.pmqa_assessment (
  id int generated always as identity primary key,
  fiscal_year int not null unique check (fiscal_year between 2540 and 2700),
  edition_id int not null references performance.pmqa_edition (id),
  keeper_unit_id int not null references organisation.unit (id),
  -- Units that fill it in: the keeper and those that help.
  editors int[] not null check (keeper_unit_id = any (editors)),
  state text not null default 'draft' check (state in ('draft', 'applied', 'self-assessing', 'submitted', 'returned', 'assessed', 'closed')),
  -- Last day on which it may be filled in and submitted.
  closes_on date not null,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1
);
alter table performance.pmqa_assessment enable row level security;

-- Whether the actor fills in an assessment.
create function performance.pmqa_edits(p_assessment int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.pmqa_assessment a where a.id = p_assessment and a.editors && (select platform.principals())) $$;
-- Whether it may be filled in at all: what was submitted is not changed until it is returned.
create function performance.pmqa_open(p_assessment int) returns boolean language sql stable as
  $$ select exists (select 1 from performance.pmqa_assessment a where a.id = p_assessment and a.state in ('draft', 'applied', 'self-assessing', 'returned')) $$;

create table performance.pmqa_event (
  id int generated always as identity primary key,
  assessment_id int not null references performance.pmqa_assessment (id),
  kind text not null check (kind in ('made', 'applied', 'begun', 'submitted', 'taken-back', 'returned', 'assessed', 'closed', 'moved', 'assessor-named', 'assessor-released', 'assessor-submitted')),
  at timestamptz not null,
  person_id int not null,
  person_name text not null,
  note text not null default '' check (length(note) <= 2000)
);
create index pmqa_event_of on performance.pmqa_event (assessment_id, id);

-- Category 0, the profile of the organisation (ลักษณะสำคัญขององค์การ), by section.
create table performance.pmqa_profile (
  assessment_id int not null references performance.pmqa_assessment (id),
  section text not null check (section in ('1a', '1b', '2a', '2b', '2c')),
  text text not null check (length(text) <= 20000),
  rev int not null default 1,
  changed_by int not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  primary key (assessment_id, section)
);

-- What the department says of an item: boxes and a text on each level. An item without a row was not opened, which is not the same as no box.
create table performance.pmqa_answer (
  id int generated always as identity primary key,
  assessment_id int not null references performance.pmqa_assessment (id),
  item text not null check (item ~ '^[0-9]+\.[0-9]+$'),
  -- {"basic": [true, false, false], …}
  ticks jsonb not null,
  -- {"basic": "…", …}
  texts jsonb not null,
  rev int not null default 1,
  changed_by int not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  unique (assessment_id, item)
);

-- A result of the last category: three years' values against a target or on a built-in line of five levels.
create table performance.pmqa_result (
  id int generated always as identity primary key,
  assessment_id int not null references performance.pmqa_assessment (id),
  item text not null check (item ~ '^[0-9]+\.[0-9]+$'),
  name text not null check (length(name) between 2 and 500),
  unit_of_measure text not null default '' check (length(unit_of_measure) <= 100),
  kind text not null check (kind in ('free', 'ladder')),
  ladder text,
  better text not null default 'more' check (better in ('more', 'less')),
  target numeric(21, 6),
  -- Values of the year before the last, the last year and the year itself; null is missing.
  value_before numeric(21, 6),
  value_last numeric(21, 6),
  value numeric(21, 6),
  note text not null default '' check (length(note) <= 2000),
  removed_at timestamptz,
  rev int not null default 1,
  changed_by int not null,
  changed_by_name text not null,
  changed_at timestamptz not null,
  check ((kind = 'ladder') = (ladder is not null)),
  check ((kind = 'free') = (target is not null))
);
create index pmqa_result_of on performance.pmqa_result (assessment_id, item) where removed_at is null;

grant select, insert, update on performance.pmqa_assessment, performance.pmqa_profile, performance.pmqa_answer, performance.pmqa_result to krom_app;
grant select, insert on performance.pmqa_event to krom_app;

create policy pmqa_assessment_read on performance.pmqa_assessment for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_assessment_add on performance.pmqa_assessment for insert to krom_app with check (keeper_unit_id = any ((select platform.principals())::int[]) or (select platform.is_system()));

do $$
declare
  t text;
begin
  foreach t in array array['pmqa_event', 'pmqa_profile', 'pmqa_answer', 'pmqa_result'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
  end loop;
  foreach t in array array['pmqa_profile', 'pmqa_answer', 'pmqa_result'] loop
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.pmqa_edits(assessment_id) and performance.pmqa_open(assessment_id))', t);
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.pmqa_edits(assessment_id) and performance.pmqa_open(assessment_id)) with check (performance.pmqa_edits(assessment_id))', t);
  end loop;
end $$;
