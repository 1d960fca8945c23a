-- PMQA 4.0: assessors apart from the department and from each other, totals as they were published, and the plan of improvement.

create table performance.pmqa_assessor (
  id int generated always as identity primary key,
  assessment_id int not null references performance.pmqa_assessment (id),
  person_id int not null,
  person_name text not null,
  named_by int not null,
  named_at timestamptz not null,
  -- Nobody else sees what an assessor says before this; afterwards the assessor changes nothing.
  submitted_at timestamptz,
  remark text not null default '' check (length(remark) <= 4000),
  released_at timestamptz
);
create unique index pmqa_assessor_once on performance.pmqa_assessor (assessment_id, person_id) where released_at is null;

-- What an assessor says of an item: boxes of an item, or values of the results of the last category by their id.
create table performance.pmqa_assessor_answer (
  assessor_id int not null references performance.pmqa_assessor (id),
  item text not null check (item ~ '^[0-9]+\.[0-9]+$'),
  ticks jsonb,
  results jsonb,
  remark text not null default '' check (length(remark) <= 4000),
  rev int not null default 1,
  changed_at timestamptz not null,
  primary key (assessor_id, item),
  check ((ticks is null) <> (results is null))
);

alter table performance.pmqa_assessor enable row level security;
alter table performance.pmqa_assessor_answer enable row level security;

-- Whether the actor is an assessor of this assessment, and (with `p_busy`) one who has not submitted yet.
create function performance.pmqa_assesses(p_assessment int, p_busy boolean) returns boolean language sql stable as
  $$ select exists (select 1 from performance.pmqa_assessor s where s.assessment_id = p_assessment and s.person_id = (select platform.actor_id()) and s.person_id > 0
    and s.released_at is null and (not p_busy or s.submitted_at is null)) $$;
-- Blind: an assessor's answers are the assessor's own until they are submitted, and a colleague who has not submitted does not see them even then.
create function performance.pmqa_sees(p_assessor int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.pmqa_assessor s where s.id = p_assessor and (
    (s.person_id = (select platform.actor_id()) and s.person_id > 0)
    or (s.submitted_at is not null and 1 = any ((select platform.principals())::int[]) and not performance.pmqa_assesses(s.assessment_id, true)))) $$;
create function performance.pmqa_scores(p_assessor int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.pmqa_assessor s join performance.pmqa_assessment a on a.id = s.assessment_id
    where s.id = p_assessor and s.person_id = (select platform.actor_id()) and s.person_id > 0 and s.released_at is null and s.submitted_at is null and a.state = 'submitted') $$;

create policy pmqa_assessor_read on performance.pmqa_assessor for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_assessor_add on performance.pmqa_assessor for insert to krom_app with check (performance.pmqa_edits(assessment_id));
create policy pmqa_assessor_change on performance.pmqa_assessor for update to krom_app
  using (performance.pmqa_edits(assessment_id) or performance.pmqa_scores(id)) with check (performance.pmqa_edits(assessment_id) or person_id = (select platform.actor_id()));
create policy pmqa_assessor_answer_read on performance.pmqa_assessor_answer for select to krom_app using (performance.pmqa_sees(assessor_id));
create policy pmqa_assessor_answer_add on performance.pmqa_assessor_answer for insert to krom_app with check (performance.pmqa_scores(assessor_id));
create policy pmqa_assessor_answer_change on performance.pmqa_assessor_answer for update to krom_app using (performance.pmqa_scores(assessor_id)) with check (performance.pmqa_scores(assessor_id));
grant select, insert on performance.pmqa_assessor to krom_app;
grant update (submitted_at, remark, released_at) on performance.pmqa_assessor to krom_app;
grant select, insert, update on performance.pmqa_assessor_answer to krom_app;

-- The assessment itself is moved on by the units that fill it in; an assessor may return it.
create policy pmqa_assessment_change on performance.pmqa_assessment for update to krom_app
  using (editors && (select platform.principals()) or performance.pmqa_assesses(id, true) or (select platform.is_system()))
  with check (editors && (select platform.principals()) or performance.pmqa_assesses(id, true) or (select platform.is_system()));
create policy pmqa_event_add on performance.pmqa_event for insert to krom_app
  with check (performance.pmqa_edits(assessment_id) or performance.pmqa_assesses(assessment_id, false));

-- A total of a year: as it was told by who assessed ("stated": only what the source says is known), or as it came out of
-- an assessment in the house. Only ever added; the last one of a year counts.
create table performance.pmqa_outcome (
  id int generated always as identity primary key,
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  kind text not null check (kind in ('stated', 'assessed')),
  total numeric(21, 6) not null check (total >= 0),
  -- Group or standing as the source names it.
  group_name text not null default '' check (length(group_name) <= 100),
  source text not null check (length(source) between 3 and 1000),
  dated date not null,
  assessment_id int references performance.pmqa_assessment (id),
  -- Hundredths of the total by item, where they are known: [{"item": "1.1", "hundredths": 1071}, …].
  shares jsonb not null default '[]',
  added_by int not null,
  added_by_name text not null,
  added_at timestamptz not null,
  check ((kind = 'assessed') = (assessment_id is not null))
);
create index pmqa_outcome_of on performance.pmqa_outcome (fiscal_year, id);

-- What will be done about an item, by whom and until when.
create table performance.pmqa_plan_line (
  id int generated always as identity primary key,
  assessment_id int not null references performance.pmqa_assessment (id),
  item text not null check (item ~ '^[0-9]+\.[0-9]+$'),
  what text not null check (length(what) between 3 and 2000),
  unit_id int not null references organisation.unit (id),
  due_on date not null,
  done_on date,
  removed_at timestamptz,
  rev int not null default 1,
  changed_by int not null,
  changed_at timestamptz not null
);
create index pmqa_plan_line_of on performance.pmqa_plan_line (assessment_id) where removed_at is null;

-- How far a line was after 6 and after 12 months. Only ever added; the last one of a month counts.
create table performance.pmqa_follow_up (
  id int generated always as identity primary key,
  line_id int not null references performance.pmqa_plan_line (id),
  month smallint not null check (month in (6, 12)),
  standing text not null check (standing in ('not-begun', 'going', 'done')),
  text text not null check (length(text) between 3 and 4000),
  person_id int not null,
  person_name text not null,
  at timestamptz not null
);
create index pmqa_follow_up_of on performance.pmqa_follow_up (line_id, id);

-- Whether the actor answers for a line: the unit that does it, or those that fill the assessment in.
create function performance.pmqa_works(p_line int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.pmqa_plan_line l where l.id = p_line and (l.unit_id = any ((select platform.principals())::int[]) or performance.pmqa_edits(l.assessment_id))) $$;

alter table performance.pmqa_outcome enable row level security;
alter table performance.pmqa_plan_line enable row level security;
alter table performance.pmqa_follow_up enable row level security;
create policy pmqa_outcome_read on performance.pmqa_outcome for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_outcome_add on performance.pmqa_outcome for insert to krom_app with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_plan_line_read on performance.pmqa_plan_line for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_plan_line_add on performance.pmqa_plan_line for insert to krom_app with check (performance.pmqa_edits(assessment_id));
create policy pmqa_plan_line_change on performance.pmqa_plan_line for update to krom_app using (performance.pmqa_edits(assessment_id)) with check (performance.pmqa_edits(assessment_id));
create policy pmqa_follow_up_read on performance.pmqa_follow_up for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy pmqa_follow_up_add on performance.pmqa_follow_up for insert to krom_app with check (performance.pmqa_works(line_id));
grant select, insert on performance.pmqa_outcome, performance.pmqa_follow_up to krom_app;
grant select, insert, update on performance.pmqa_plan_line to krom_app;
