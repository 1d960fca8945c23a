-- Scorecards of bureaus: lines of a unit in a fiscal year, results, the agreement that is signed on them, who of the unit
-- has read it, and the pieces of work shown under the masterpiece topic. Everyone who works here reads them; the unit writes
-- its own, the secretariat and executives of the department write with it.

create table performance.scorecard (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  unit_id int not null references organisation.unit (id),
  -- What all weights are together: parts of 100, or parts of 1.
  weight_sum smallint not null default 100 check (weight_sum in (1, 100)),
  -- Places that the score is rounded to.
  places smallint not null default 4 check (places between 0 and 6),
  -- Seat of the executive who agrees with the unit's head: the department's head, or the deputy in charge.
  executive_position_id int references organisation.position (id),
  -- Party ids that may write: the unit, the secretariat, the department.
  editors int[] not null,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  unique (cycle_id, unit_id)
);

create table performance.scorecard_line (
  id int generated always as identity primary key,
  scorecard_id int not null references performance.scorecard (id),
  place int not null,
  -- cascaded: carries an indicator of the department; own: the unit's; added: a topic that the head added to every scorecard.
  kind text not null check (kind in ('cascaded', 'own', 'added')),
  indicator_id int references performance.indicator (id),
  indicator_key text check (length(indicator_key) <= 20),
  -- Per cent of the department's indicator that the unit carries.
  contribution numeric(21, 6) check (contribution > 0 and contribution <= 100),
  topic text check (length(topic) <= 60),
  title text not null check (length(title) between 2 and 500),
  unit_of_measure text not null default '' check (length(unit_of_measure) <= 100),
  better text not null default 'more' check (better in ('more', 'less')),
  weight numeric(21, 6) not null check (weight > 0),
  -- Values of levels 1 to 5, in the form of an indicator's ladder.
  ladder jsonb not null,
  measure_name text check (length(measure_name) <= 100),
  -- "Cannot do": the unit's reason and the day it said so.
  cannot_reason text check (length(cannot_reason) between 3 and 2000),
  cannot_on date,
  cannot_by text,
  removed_at timestamptz,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  check ((kind = 'cascaded') = (indicator_id is not null and contribution is not null)),
  check ((kind = 'added') = (topic is not null)),
  check ((cannot_reason is null) = (cannot_on is null))
);
create index scorecard_line_of on performance.scorecard_line (scorecard_id, place) where removed_at is null;
create unique index scorecard_line_indicator on performance.scorecard_line (scorecard_id, indicator_id) where removed_at is null;
create unique index scorecard_line_topic on performance.scorecard_line (scorecard_id, topic) where removed_at is null;

-- How the bureaus' levels become one for the department's indicator.
create table performance.cascade_rule (
  indicator_id int primary key references performance.indicator (id),
  rule text not null check (rule in ('own', 'contribution', 'lowest')),
  changed_by int not null,
  changed_at timestamptz not null
);

-- Results, never changed: the last one of a month counts, one without a value takes the earlier one back. No row is "missing".
create table performance.scorecard_result (
  id int generated always as identity primary key,
  line_id int not null references performance.scorecard_line (id),
  month smallint not null check (month in (6, 9, 12)),
  value numeric(21, 6),
  source text not null check (source in ('manual', 'measure')),
  measure_name text,
  as_of timestamptz not null,
  evidence text not null default '' check (length(evidence) <= 2000),
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  check ((source = 'measure') = (measure_name is not null))
);
create index scorecard_result_of on performance.scorecard_result (line_id, month, id);

-- A version of the agreement: what was agreed, frozen, with its hash. A changed agreement is a new version.
create table performance.agreement (
  id int generated always as identity primary key,
  scorecard_id int not null references performance.scorecard (id),
  version int not null,
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  -- Seats whose holders sign: the unit's head first, then the executive.
  head_position_id int not null references organisation.position (id),
  executive_position_id int not null references organisation.position (id),
  state text not null default 'proposed' check (state in ('proposed', 'head-signed', 'signed', 'returned')),
  return_reason text check (length(return_reason) between 3 and 2000),
  proposed_by int not null,
  proposed_by_name text not null,
  proposed_at timestamptz not null,
  changed_at timestamptz not null,
  unique (scorecard_id, version),
  check ((state = 'returned') = (return_reason is not null))
);
create unique index agreement_open on performance.agreement (scorecard_id) where state in ('proposed', 'head-signed');

create table performance.agreement_signature (
  agreement_id int not null references performance.agreement (id),
  role text not null check (role in ('head', 'executive')),
  person_id int not null,
  person_name text not null,
  position_title text not null,
  -- What was relied on: own seat, acting order or delegation.
  authority jsonb not null,
  content_hash text not null,
  signed_on date not null,
  at timestamptz not null,
  primary key (agreement_id, role)
);

-- Who of the unit has taken note of a signed agreement.
create table performance.agreement_reading (
  agreement_id int not null references performance.agreement (id),
  person_id int not null,
  at timestamptz not null,
  primary key (agreement_id, person_id)
);
create index agreement_reading_of on performance.agreement_reading (person_id);

-- Who is asked to take note: everybody of the unit and its sub-units on the day of signing.
create table performance.agreement_reader (
  agreement_id int not null references performance.agreement (id),
  person_id int not null,
  person_name text not null,
  unit_id int not null,
  primary key (agreement_id, person_id)
);
create index agreement_reader_of on performance.agreement_reader (person_id);

create table performance.masterpiece (
  id int generated always as identity primary key,
  scorecard_id int not null references performance.scorecard (id),
  title text not null check (length(title) between 2 and 300),
  story text not null default '' check (length(story) <= 5000),
  clip_href text not null default '' check (length(clip_href) <= 500),
  picture_href text not null default '' check (length(picture_href) <= 500),
  area text not null default '' check (length(area) <= 200),
  removed_at timestamptz,
  added_by int not null,
  added_at timestamptz not null
);
create index masterpiece_of on performance.masterpiece (scorecard_id) where removed_at is null;

-- What was agreed does not change: only the state moves on.
create function performance.keep_agreement() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state in ('signed', 'returned') then raise check_violation using message = 'this agreement is settled: propose a new version'; end if;
  return new;
end $$;
create trigger agreement_kept before update on performance.agreement for each row execute function performance.keep_agreement();

grant select, insert, update on performance.scorecard, performance.scorecard_line, performance.cascade_rule to krom_app;
grant select, insert on performance.scorecard_result, performance.agreement, performance.agreement_signature, performance.agreement_reading, performance.agreement_reader, performance.masterpiece to krom_app;
grant update (state, return_reason, changed_at) on performance.agreement to krom_app;
grant update (removed_at) on performance.masterpiece to krom_app;

alter table performance.scorecard enable row level security;
create policy scorecard_read on performance.scorecard for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy scorecard_add on performance.scorecard for insert to krom_app with check (editors && (select platform.principals()) or (select platform.is_system()));
create policy scorecard_change on performance.scorecard for update to krom_app using (editors && (select platform.principals()) or (select platform.is_system()))
  with check (editors && (select platform.principals()) or (select platform.is_system()));

-- Whether the actor may write to a scorecard: directly, by its line, by its agreement.
create function performance.edits_scorecard(p_scorecard int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.scorecard s where s.id = p_scorecard and s.editors && (select platform.principals())) $$;
create function performance.edits_agreement(p_agreement int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from performance.agreement a where a.id = p_agreement and performance.edits_scorecard(a.scorecard_id)) $$;

do $$
declare
  t text;
begin
  foreach t in array array['scorecard_line', 'scorecard_result', 'agreement', 'agreement_signature', 'agreement_reading', 'agreement_reader', 'masterpiece', 'cascade_rule'] loop
    execute format('alter table performance.%1$I enable row level security', t);
    execute format('create policy %1$s_read on performance.%1$I for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))', t);
  end loop;
  foreach t in array array['scorecard_line', 'agreement', 'masterpiece'] loop
    execute format('create policy %1$s_add on performance.%1$I for insert to krom_app with check (performance.edits_scorecard(scorecard_id))', t);
    execute format('create policy %1$s_change on performance.%1$I for update to krom_app using (performance.edits_scorecard(scorecard_id)) with check (performance.edits_scorecard(scorecard_id))', t);
  end loop;
end $$;
create policy scorecard_result_add on performance.scorecard_result for insert to krom_app
  with check (exists (select 1 from performance.scorecard_line l where l.id = line_id and performance.edits_scorecard(l.scorecard_id)));
-- A signature and a receipt are one's own: nobody gives them for another.
create policy agreement_signature_add on performance.agreement_signature for insert to krom_app
  with check ((select platform.is_system()) or (person_id = (select platform.actor_id()) and performance.edits_agreement(agreement_id)));
create policy agreement_reading_add on performance.agreement_reading for insert to krom_app
  with check ((select platform.is_system()) or (person_id = (select platform.actor_id())
    and exists (select 1 from performance.agreement_reader r where r.agreement_id = agreement_reading.agreement_id and r.person_id = agreement_reading.person_id)));
create policy agreement_reader_add on performance.agreement_reader for insert to krom_app with check (performance.edits_agreement(agreement_id));
create policy cascade_rule_add on performance.cascade_rule for insert to krom_app with check (performance.edits(indicator_id));
create policy cascade_rule_change on performance.cascade_rule for update to krom_app using (performance.edits(indicator_id)) with check (performance.edits(indicator_id));
