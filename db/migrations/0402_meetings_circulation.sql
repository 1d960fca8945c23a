-- Circulation of minutes for certification: who was asked, what each unit answered, what was proposed and decided.

create table meetings.circulation (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  minutes_id int not null references meetings.minutes,
  version_id int not null references meetings.minutes_version,
  -- The circular memo in correspondence and its number as printed.
  letter_id bigint,
  letter_number text,
  urgency text check (urgency in ('urgent', 'very-urgent', 'most-urgent')),
  circulated_on date not null,
  respond_by date not null,
  -- 24:00 of the last day, Asia/Bangkok.
  deadline_at timestamptz not null,
  -- The deeming rule word for word, as the memo states it.
  rule_words text not null check (rule_words <> ''),
  closed_at timestamptz,
  closed_words text,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  owner_unit_id int not null references organisation.unit,
  readers int[] not null default '{}',
  created_at timestamptz not null,
  created_by int not null,
  check (respond_by >= circulated_on),
  check (withdrawn_at is null or withdrawn_reason <> '')
);
create unique index circulation_running on meetings.circulation (minutes_id) where closed_at is null and withdrawn_at is null;
create index circulation_meeting on meetings.circulation (meeting_id, id);
grant select, insert, update on meetings.circulation to krom_app;
alter table meetings.circulation enable row level security;
create policy circulation_read on meetings.circulation for select to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy circulation_insert on meetings.circulation for insert to krom_app with check (meetings.is_owner(meeting_id));
create policy circulation_update on meetings.circulation for update to krom_app using (meetings.is_owner(meeting_id));

-- One row per addressee. `state` is the legal state; `answer` is what the addressee said, in time or late.
create table meetings.circulation_answer (
  id int generated always as identity primary key,
  circulation_id int not null references meetings.circulation,
  ordinal int not null,
  -- The unit or post addressed, as printed in "เรียน".
  addressee_party_id int not null,
  addressee_name text not null,
  unit_id int,
  unit text not null default '',
  state text not null default 'waiting' check (state in ('waiting', 'certified', 'certified-with-corrections', 'deemed')),
  opened_at timestamptz,
  opened_by int,
  reminded_at timestamptz,
  reminders int not null default 0,
  answer text check (answer in ('certified', 'certified-with-corrections')),
  remarks text not null default '',
  answered_at timestamptz,
  answered_on date,
  answered_by int,
  answered_name text,
  answered_position text,
  authority jsonb,
  via text check (via in ('online', 'paper')),
  -- A printed form that the secretary typed in: its scan and who typed it.
  scan_file_id bigint,
  entered_by int,
  entered_at timestamptz,
  late boolean not null default false,
  deemed_at timestamptz,
  -- The rule's words that the deeming relied on, copied when it was recorded.
  deemed_rule text,
  -- Posts and people of the addressee's side who may answer or were asked.
  answerers int[] not null default '{}',
  unique (circulation_id, addressee_party_id),
  check (state = 'waiting' or state = 'deemed' or (answered_at is not null and answer = state)),
  check ((answered_at is null) = (answer is null)),
  check (answered_at is null or (authority is not null and via is not null)),
  check (via is distinct from 'paper' or scan_file_id is not null),
  check ((state = 'deemed') = (deemed_at is not null)),
  check (state <> 'deemed' or deemed_rule <> ''),
  -- Never deemed for someone who answered in time; a late answer stands beside the deeming.
  check (state <> 'deemed' or answered_at is null or late),
  check (state <> 'waiting' or answered_at is null)
);
create index circulation_answer_circulation on meetings.circulation_answer (circulation_id, ordinal);
create index circulation_answer_waiting on meetings.circulation_answer using gin (answerers) where state = 'waiting';
grant select, insert, update on meetings.circulation_answer to krom_app;
alter table meetings.circulation_answer enable row level security;
-- Everyone addressed sees how far the others are: the record of answers goes into the certified minutes anyway.
create policy circulation_answer_read on meetings.circulation_answer for select to krom_app using (
  exists (select 1 from meetings.circulation c where c.id = circulation_id));
create policy circulation_answer_insert on meetings.circulation_answer for insert to krom_app with check (
  exists (select 1 from meetings.circulation c where c.id = circulation_id and meetings.is_owner(c.meeting_id)));
create policy circulation_answer_update on meetings.circulation_answer for update to krom_app using (
  addressee_party_id = any((select platform.principals())::int[]) or answerers && (select platform.principals())
  or exists (select 1 from meetings.circulation c where c.id = circulation_id and meetings.is_owner(c.meeting_id)));

-- Whether the actor stands on the side of the addressee of an answer.
create function meetings.answers_for(answer_row int) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from meetings.circulation_answer a where a.id = answer_row
    and (a.addressee_party_id = any((select platform.principals())::int[]) or a.answerers && (select platform.principals()))) $$;

-- An answer begun and not yet sent: the addressee's side alone sees it, and it has no effect.
create table meetings.answer_draft (
  answer_id int primary key references meetings.circulation_answer,
  answer text check (answer in ('certified', 'certified-with-corrections')),
  remarks text not null default '',
  saved_at timestamptz not null,
  saved_by int not null,
  saved_name text not null
);
grant select, insert, update on meetings.answer_draft to krom_app;
alter table meetings.answer_draft enable row level security;
create policy answer_draft_all on meetings.answer_draft for all to krom_app using (
  meetings.answers_for(answer_id) or (select platform.is_system())) with check (meetings.answers_for(answer_id) or (select platform.is_system()));

-- The addressee passes the minutes to the officers concerned and gathers their remarks.
create table meetings.consultation (
  id int generated always as identity primary key,
  answer_id int not null references meetings.circulation_answer,
  person_id int not null references organisation.person,
  person_name text not null,
  note text not null default '',
  asked_by int not null,
  asked_name text not null,
  asked_at timestamptz not null,
  opened_at timestamptz,
  remark text,
  nothing_to_add boolean not null default false,
  answered_at timestamptz,
  withdrawn_at timestamptz,
  unique (answer_id, person_id),
  check ((answered_at is null) = (remark is null and not nothing_to_add))
);
create index consultation_waiting on meetings.consultation (person_id) where answered_at is null and withdrawn_at is null;
grant select, insert, update on meetings.consultation to krom_app;
alter table meetings.consultation enable row level security;
create policy consultation_read on meetings.consultation for select to krom_app using (
  person_id = any((select platform.principals())::int[]) or meetings.answers_for(answer_id) or (select platform.is_system()));
create policy consultation_insert on meetings.consultation for insert to krom_app with check (
  meetings.answers_for(answer_id) or (select platform.is_system()));
create policy consultation_update on meetings.consultation for update to krom_app using (
  person_id = any((select platform.principals())::int[]) or meetings.answers_for(answer_id) or (select platform.is_system()));

-- A correction proposed to a line. The addressee's side sees its own at once; the secretariat and the others from
-- the moment the unit's answer is sent (submitted_at).
create table meetings.suggestion (
  id int generated always as identity primary key,
  circulation_id int not null references meetings.circulation,
  answer_id int references meetings.circulation_answer,
  consultation_id int references meetings.consultation,
  version_id int not null references meetings.minutes_version,
  line_id text not null,
  -- A SuggestionChange (domain/suggestions.ts); original and proposed are its texts, for lists and search.
  change jsonb not null,
  original text not null,
  proposed text not null,
  reason text not null default '',
  person_id int not null,
  person_name text not null,
  unit text not null default '',
  created_at timestamptz not null,
  submitted_at timestamptz,
  late boolean not null default false,
  withdrawn_at timestamptz,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  decision_reason text,
  decided_at timestamptz,
  decided_by int,
  decided_name text,
  in_version_id int references meetings.minutes_version,
  check ((state = 'open') = (decided_at is null)),
  check (state <> 'declined' or decision_reason <> ''),
  check (state <> 'accepted' or in_version_id is not null)
);
create index suggestion_circulation on meetings.suggestion (circulation_id, id);
create index suggestion_answer on meetings.suggestion (answer_id);
create index suggestion_in_version on meetings.suggestion (in_version_id) where in_version_id is not null;
grant select, insert, update on meetings.suggestion to krom_app;
alter table meetings.suggestion enable row level security;
create policy suggestion_read on meetings.suggestion for select to krom_app using (
  person_id = any((select platform.principals())::int[]) or meetings.answers_for(answer_id) or (select platform.is_system())
  or submitted_at is not null and exists (select 1 from meetings.circulation c where c.id = circulation_id)
  or answer_id is null and exists (select 1 from meetings.circulation c where c.id = circulation_id and meetings.is_owner(c.meeting_id)));
create policy suggestion_insert on meetings.suggestion for insert to krom_app with check (
  meetings.answers_for(answer_id) or (select platform.is_system())
  or exists (select 1 from meetings.consultation c where c.id = consultation_id and c.person_id = any((select platform.principals())::int[]))
  or exists (select 1 from meetings.circulation c where c.id = circulation_id and meetings.is_owner(c.meeting_id)));
create policy suggestion_update on meetings.suggestion for update to krom_app using (
  person_id = any((select platform.principals())::int[]) or meetings.answers_for(answer_id) or (select platform.is_system())
  or exists (select 1 from meetings.circulation c where c.id = circulation_id and meetings.is_owner(c.meeting_id)));

-- An addressee who asks an officer opens the minutes to that officer: the only way in which someone outside the
-- secretariat may widen who reads them, and only while the answer is the addressee's own.
create function meetings.admit_officer(answer_row int, person int) returns void language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare a record;
begin
  select c.id as circulation_id, c.version_id, c.meeting_id into a
    from meetings.circulation_answer x join meetings.circulation c on c.id = x.circulation_id
    where x.id = answer_row
      and (x.addressee_party_id = any(platform.principals()) or x.answerers && platform.principals() or platform.is_system());
  if not found then
    raise exception 'not an addressee of answer %', answer_row using errcode = '42501';
  end if;
  update meetings.circulation set readers = readers || person where id = a.circulation_id and not person = any(readers);
  update meetings.minutes_version set readers = readers || person where id = a.version_id and not person = any(readers);
  update meetings.meeting set readers = readers || person where id = a.meeting_id and not person = any(readers);
end $$;
revoke all on function meetings.admit_officer(int, int) from public;
grant execute on function meetings.admit_officer(int, int) to krom_app;
