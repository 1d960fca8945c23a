-- Meetings of committees: plan, agenda, papers, who is invited, who came.
-- Two walls: every table carries row-level security. A meeting is seen by its secretariat (owner_unit_id) and by
-- its readers (committee, members, participants); what belongs to a meeting is seen with it.
create schema meetings;
grant usage on schema meetings to krom_app;

-- Last number given per committee and calendar year (พ.ศ.). The row is locked by whoever takes the next number, so
-- numbers have no gaps and no doubles (design rule 7); a cancelled meeting keeps its number and its reason.
create table meetings.series (
  committee_id int not null references organisation.committee,
  year_be smallint not null check (year_be between 2475 and 2743),
  last_number int not null check (last_number >= 0),
  primary key (committee_id, year_be)
);
grant select, insert, update on meetings.series to krom_app;

create table meetings.meeting (
  id int generated always as identity primary key,
  committee_id int not null references organisation.committee,
  -- As named on the day of planning: committees are renamed, papers are not.
  committee_name text not null,
  number int not null check (number > 0),
  year_be smallint not null,
  title text not null check (title <> ''),
  fiscal_year smallint,
  held_on date not null,
  starts_at text not null check (starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  ends_at text not null check (ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  actual_starts_at text check (actual_starts_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  actual_ends_at text check (actual_ends_at ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  place text,
  link text,
  state text not null default 'planned' check (state in
    ('planned', 'invited', 'held', 'minutes-drafted', 'minutes-checked', 'circulated', 'certified', 'cancelled')),
  -- Kinds of agenda sections that this meeting has, in order; a standard section left out is simply not here.
  sections text[] not null check (sections <@ array['chair-informs', 'adopt-previous', 'matters-arising',
    'for-information', 'for-consideration', 'other']),
  -- Quorum as it stood when attendance was recorded, with the rule relied on.
  quorum_rule text,
  quorum_present int,
  quorum_required int,
  quorum_met boolean,
  invitation_letter_id bigint,
  invitation_number text,
  invited_on date,
  -- SEQUENCE of the calendar file: calendars take a change only when it grows.
  calendar_sequence int not null default 0,
  owner_unit_id int not null references organisation.unit,
  readers int[] not null default '{}',
  rev int not null default 1,
  created_at timestamptz not null,
  created_by int not null,
  updated_at timestamptz not null,
  unique (committee_id, year_be, number),
  check (place is not null or link is not null)
);
create index meeting_day on meetings.meeting (held_on desc, id desc);
create index meeting_committee on meetings.meeting (committee_id, held_on desc, id desc);
create index meeting_state on meetings.meeting (state, held_on desc, id desc);
grant select, insert, update on meetings.meeting to krom_app;
alter table meetings.meeting enable row level security;
create policy meeting_read on meetings.meeting for select to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy meeting_insert on meetings.meeting for insert to krom_app with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy meeting_update on meetings.meeting for update to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

-- Postponements, cancellations and other changes after planning, each with its reason.
create table meetings.meeting_change (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  kind text not null check (kind in ('details', 'postponed', 'cancelled')),
  reason text not null default '',
  before jsonb not null,
  after jsonb not null,
  at timestamptz not null,
  by_person_id int not null,
  by_name text not null,
  check (kind = 'details' or reason <> '')
);
create index meeting_change_meeting on meetings.meeting_change (meeting_id, id);
grant select, insert on meetings.meeting_change to krom_app;

-- Whose meeting it is: for policies of tables that only the secretariat may write. Runs under the caller's policies.
create function meetings.is_owner(meeting_row int) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from meetings.meeting m where m.id = meeting_row
    and (m.owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()))) $$;
create function meetings.can_see(meeting_row int) returns boolean language sql stable parallel safe as $$
  select exists (select 1 from meetings.meeting m where m.id = meeting_row) $$;

alter table meetings.meeting_change enable row level security;
create policy meeting_change_read on meetings.meeting_change for select to krom_app using (meetings.can_see(meeting_id));
create policy meeting_change_insert on meetings.meeting_change for insert to krom_app with check (meetings.is_owner(meeting_id));

create table meetings.agenda_item (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  section text not null check (section in ('chair-informs', 'adopt-previous', 'matters-arising', 'for-information',
    'for-consideration', 'other')),
  ordinal int not null,
  -- Empty: the lines of the minutes stand directly under the section and the item takes no number.
  title text not null default '',
  body text not null default '',
  presenter text not null default '',
  presenter_party_id int,
  carried_from_open_point_id int,
  added_at timestamptz not null,
  added_by int not null,
  removed_at timestamptz
);
create index agenda_item_meeting on meetings.agenda_item (meeting_id, section, ordinal) where removed_at is null;
grant select, insert, update on meetings.agenda_item to krom_app;
alter table meetings.agenda_item enable row level security;
create policy agenda_item_read on meetings.agenda_item for select to krom_app using (meetings.can_see(meeting_id));
create policy agenda_item_insert on meetings.agenda_item for insert to krom_app with check (meetings.is_owner(meeting_id));
create policy agenda_item_update on meetings.agenda_item for update to krom_app using (meetings.is_owner(meeting_id));

create table meetings.agenda_paper (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  -- Null: belongs to the meeting as a whole.
  agenda_item_id int references meetings.agenda_item,
  file_id bigint not null,
  title text not null,
  added_at timestamptz not null,
  added_by int not null,
  removed_at timestamptz
);
create index agenda_paper_meeting on meetings.agenda_paper (meeting_id, id) where removed_at is null;
grant select, insert, update on meetings.agenda_paper to krom_app;
alter table meetings.agenda_paper enable row level security;
create policy agenda_paper_read on meetings.agenda_paper for select to krom_app using (meetings.can_see(meeting_id));
create policy agenda_paper_insert on meetings.agenda_paper for insert to krom_app with check (meetings.is_owner(meeting_id));
create policy agenda_paper_update on meetings.agenda_paper for update to krom_app using (meetings.is_owner(meeting_id));

-- Who is asked to come, and what they answered. A row exists before the letter goes out (sent_at null): the guest list.
create table meetings.invitation (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  kind text not null check (kind in ('member', 'participant')),
  -- The person, post or unit that is asked; party ids that may answer stand in `answerers`.
  party_id int not null,
  person_id int references organisation.person,
  position_id int references organisation.position,
  unit_id int references organisation.unit,
  name text not null,
  position text not null default '',
  unit text not null default '',
  role text not null default '',
  counts_for_quorum boolean not null default false,
  ordinal int not null,
  answerers int[] not null default '{}',
  sent_at timestamptz,
  opened_at timestamptz,
  reply text not null default 'none' check (reply in ('none', 'coming', 'representative', 'not-coming')),
  representative_person_id int,
  representative_name text,
  representative_position text,
  reason text,
  replied_at timestamptz,
  replied_by int,
  reply_via text check (reply_via in ('online', 'secretary')),
  withdrawn_at timestamptz,
  unique (meeting_id, party_id),
  check ((reply = 'none') = (replied_at is null)),
  check (reply <> 'representative' or representative_name <> ''),
  check (reply <> 'not-coming' or reason <> '')
);
create index invitation_meeting on meetings.invitation (meeting_id, ordinal);
create index invitation_waiting on meetings.invitation using gin (answerers) where reply = 'none' and sent_at is not null and withdrawn_at is null;
grant select, insert, update on meetings.invitation to krom_app;
alter table meetings.invitation enable row level security;
create policy invitation_read on meetings.invitation for select to krom_app using (
  answerers && (select platform.principals()) or meetings.can_see(meeting_id));
create policy invitation_insert on meetings.invitation for insert to krom_app with check (meetings.is_owner(meeting_id));
create policy invitation_update on meetings.invitation for update to krom_app using (
  answerers && (select platform.principals()) or meetings.is_owner(meeting_id));

-- Who was there. Working data until the minutes are signed, so rows may be replaced.
create table meetings.attendance (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  kind text not null check (kind in ('member', 'representative', 'acting', 'participant', 'absent')),
  ordinal int not null,
  person_id int references organisation.person,
  name text not null check (name <> ''),
  position text not null default '',
  role text not null default '',
  unit text not null default '',
  unit_id int,
  -- The post that a representative or an acting person stands for.
  acting_for text,
  acting_for_position_id int,
  -- The acting order relied on, by its id in organisation.
  acting_id int,
  -- Member whose seat this is: ties representative, acting and absent rows to the committee's list.
  member_party_id int,
  counts_for_quorum boolean not null default false,
  reason text not null default '',
  check (kind <> 'absent' or reason <> ''),
  check (kind not in ('representative', 'acting') or acting_for <> '')
);
create index attendance_meeting on meetings.attendance (meeting_id, ordinal);
grant select, insert, update, delete on meetings.attendance to krom_app;
alter table meetings.attendance enable row level security;
create policy attendance_read on meetings.attendance for select to krom_app using (meetings.can_see(meeting_id));
create policy attendance_write on meetings.attendance for all to krom_app using (meetings.is_owner(meeting_id)) with check (meetings.is_owner(meeting_id));

-- Whoever is named to come in somebody's place reads the meeting's papers too. Only for an invitation of one's own.
create function meetings.admit_representative(invitation_row int, person int) returns void language plpgsql volatile
  security definer set search_path = pg_catalog, pg_temp as $$
declare meeting_row int;
begin
  select i.meeting_id into meeting_row from meetings.invitation i where i.id = invitation_row
    and (i.answerers && platform.principals() or platform.is_system()
      or exists (select 1 from meetings.meeting m where m.id = i.meeting_id and m.owner_unit_id = any(platform.principals())));
  if not found then
    raise exception 'not asked by invitation %', invitation_row using errcode = '42501';
  end if;
  update meetings.meeting set readers = readers || person where id = meeting_row and not person = any(readers);
end $$;
revoke all on function meetings.admit_representative(int, int) from public;
grant execute on function meetings.admit_representative(int, int) to krom_app;
