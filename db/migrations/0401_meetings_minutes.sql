-- Minutes as data: versions with their signatures, and what grows out of them (resolutions, open points, tasks).
-- A draft is the secretariat's alone: a version has readers of its own, who come when it is circulated.

create table meetings.minutes (
  id int generated always as identity primary key,
  meeting_id int not null unique references meetings.meeting,
  state text not null default 'drafting' check (state in
    ('drafting', 'drafted', 'checked', 'circulated', 'correcting', 'certified')),
  current_version_id int,
  -- Who writes and who checks: a person each.
  drafter_id int references organisation.person,
  checker_id int references organisation.person,
  certified_at timestamptz,
  certified_on date,
  certified_how text check (certified_how in ('circulation', 'same-meeting', 'next-meeting')),
  -- The meeting that certified them, where one did (the same or a later one).
  certified_in_meeting_id int references meetings.meeting,
  certified_words text,
  owner_unit_id int not null references organisation.unit,
  created_at timestamptz not null,
  created_by int not null,
  check ((state = 'certified') = (certified_at is not null)),
  check (certified_at is null or certified_how is not null),
  check (certified_how is distinct from 'next-meeting' or certified_in_meeting_id is not null)
);
create index minutes_state on meetings.minutes (state, id);
create index minutes_checker on meetings.minutes (checker_id) where state = 'drafted';
grant select, insert, update on meetings.minutes to krom_app;
alter table meetings.minutes enable row level security;
create policy minutes_read on meetings.minutes for select to krom_app using (
  meetings.can_see(meeting_id) or checker_id = any((select platform.principals())::int[]));
create policy minutes_insert on meetings.minutes for insert to krom_app with check (meetings.is_owner(meeting_id));
create policy minutes_update on meetings.minutes for update to krom_app using (
  meetings.is_owner(meeting_id) or checker_id = any((select platform.principals())::int[]) or drafter_id = any((select platform.principals())::int[]));

create table meetings.minutes_version (
  id int generated always as identity primary key,
  minutes_id int not null references meetings.minutes,
  number int not null check (number > 0),
  -- A MinutesDocument (domain/minutes-document.ts) and the SHA-256 (hex) of its canonical JSON.
  content jsonb not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  -- Grows by one at each save: the second of two savers is stopped and shown both texts.
  rev int not null default 1,
  -- What accepted suggestions did to the version before (AppliedChange[]).
  changes jsonb not null default '[]',
  made_from text not null default 'draft' check (made_from in ('draft', 'corrections', 'meeting')),
  drafted_at timestamptz,
  drafted_by int,
  drafted_name text,
  drafted_position text,
  drafted_authority jsonb,
  checked_at timestamptz,
  checked_by int,
  checked_name text,
  checked_position text,
  checked_authority jsonb,
  pdf_file_id bigint,
  certified_pdf_file_id bigint,
  difference_pdf_file_id bigint,
  -- Set when the version goes out or is certified; from then on its content cannot change (trigger below).
  locked_at timestamptz,
  owner_unit_id int not null references organisation.unit,
  readers int[] not null default '{}',
  created_at timestamptz not null,
  created_by int not null,
  updated_at timestamptz not null,
  updated_by int not null,
  updated_name text not null,
  unique (minutes_id, number),
  check ((drafted_at is null) = (drafted_by is null)),
  check ((checked_at is null) = (checked_by is null)),
  check (drafted_at is null or drafted_authority is not null),
  check (checked_at is null or checked_authority is not null)
);
alter table meetings.minutes add foreign key (current_version_id) references meetings.minutes_version;
grant select, insert, update on meetings.minutes_version to krom_app;
alter table meetings.minutes_version enable row level security;
create policy minutes_version_read on meetings.minutes_version for select to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy minutes_version_insert on meetings.minutes_version for insert to krom_app with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
-- The checker may sit in another unit: being its checker, not reading it, gives the right to write.
create policy minutes_version_update on meetings.minutes_version for update to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())
  or exists (select 1 from meetings.minutes m where m.id = minutes_id
    and (m.checker_id = any((select platform.principals())::int[]) or m.drafter_id = any((select platform.principals())::int[]))));

-- A version that went out says for ever what it said; only the files made of it and its readers may be added.
create function meetings.keep_locked_version() returns trigger language plpgsql as $$
begin
  if old.locked_at is not null and (new.locked_at is distinct from old.locked_at or new.content is distinct from old.content
    or new.content_hash <> old.content_hash or new.number <> old.number or new.minutes_id <> old.minutes_id
    or new.changes is distinct from old.changes or new.drafted_at is distinct from old.drafted_at
    or new.checked_at is distinct from old.checked_at) then
    raise exception 'minutes version % is locked', old.id using errcode = 'KM001';
  end if;
  return new;
end $$;
create trigger minutes_version_locked before update on meetings.minutes_version
  for each row execute function meetings.keep_locked_version();

-- Every save of a version's content, so that two writers can be laid side by side and nothing typed is lost.
create table meetings.minutes_revision (
  version_id int not null references meetings.minutes_version,
  rev int not null,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by int not null,
  saved_name text not null,
  primary key (version_id, rev)
);
grant select, insert on meetings.minutes_revision to krom_app;
alter table meetings.minutes_revision enable row level security;
-- As its version, but never wider than those who may write it: readers of an issued version do not see its drafts.
create policy minutes_revision_read on meetings.minutes_revision for select to krom_app using (
  exists (select 1 from meetings.minutes_version v where v.id = version_id
    and (v.owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())))
  or exists (select 1 from meetings.minutes_version v join meetings.minutes m on m.id = v.minutes_id where v.id = version_id
    and (m.checker_id = any((select platform.principals())::int[]) or m.drafter_id = any((select platform.principals())::int[]))));
create policy minutes_revision_insert on meetings.minutes_revision for insert to krom_app with check (
  exists (select 1 from meetings.minutes_version v where v.id = version_id));

-- Signatures taken back before circulation, with the reason.
create table meetings.signature_undone (
  id int generated always as identity primary key,
  version_id int not null references meetings.minutes_version,
  who text not null check (who in ('drafter', 'checker')),
  was jsonb not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by_person_id int not null,
  by_name text not null
);
create index signature_undone_version on meetings.signature_undone (version_id, id);
grant select, insert on meetings.signature_undone to krom_app;
alter table meetings.signature_undone enable row level security;
create policy signature_undone_read on meetings.signature_undone for select to krom_app using (
  exists (select 1 from meetings.minutes_version v where v.id = version_id));
create policy signature_undone_insert on meetings.signature_undone for insert to krom_app with check (
  exists (select 1 from meetings.minutes_version v where v.id = version_id));

-- Resolutions, written out of the content at each save under their stable line ids. Seen by the secretariat alone
-- until announced: from then on by the meeting's readers, long before the minutes are certified.
create table meetings.resolution (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  minutes_id int not null references meetings.minutes,
  line_id text not null,
  agenda_number text not null,
  section text not null,
  item_title text not null,
  ordinal int not null,
  kinds text[] not null,
  label text,
  text text not null,
  assignments jsonb not null default '[]',
  announced_at timestamptz,
  announced_by int,
  removed_at timestamptz,
  owner_unit_id int not null references organisation.unit,
  readers int[] not null default '{}',
  unique (minutes_id, line_id)
);
create index resolution_meeting on meetings.resolution (meeting_id, ordinal) where removed_at is null;
grant select, insert, update on meetings.resolution to krom_app;
alter table meetings.resolution enable row level security;
create policy resolution_read on meetings.resolution for select to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy resolution_write on meetings.resolution for all to krom_app using (meetings.is_owner(meeting_id)) with check (meetings.is_owner(meeting_id));

-- Which task of the assignments module an assignment of a resolution became.
create table meetings.assignment_task (
  minutes_id int not null references meetings.minutes,
  line_id text not null,
  assignment_key text not null,
  task_id int not null,
  started_at timestamptz not null,
  primary key (minutes_id, line_id, assignment_key)
);
create index assignment_task_task on meetings.assignment_task (task_id);
grant select, insert, update on meetings.assignment_task to krom_app;
alter table meetings.assignment_task enable row level security;
create policy assignment_task_read on meetings.assignment_task for select to krom_app using (
  exists (select 1 from meetings.minutes m where m.id = minutes_id));
create policy assignment_task_write on meetings.assignment_task for all to krom_app using (
  exists (select 1 from meetings.minutes m where m.id = minutes_id and meetings.is_owner(m.meeting_id)))
  with check (exists (select 1 from meetings.minutes m where m.id = minutes_id and meetings.is_owner(m.meeting_id)));

-- Questions that got no decision: they stay visible until somebody closes them with a reason.
create table meetings.open_point (
  id int generated always as identity primary key,
  meeting_id int not null references meetings.meeting,
  minutes_id int not null references meetings.minutes,
  line_id text not null,
  committee_id int not null references organisation.committee,
  agenda_number text not null,
  item_title text not null,
  text text not null,
  raised_on date not null,
  state text not null default 'open' check (state in ('open', 'carried', 'closed')),
  carried_to_item_id int references meetings.agenda_item,
  carried_to_meeting_id int references meetings.meeting,
  carried_at timestamptz,
  closed_at timestamptz,
  closed_by int,
  closed_name text,
  closed_reason text,
  removed_at timestamptz,
  owner_unit_id int not null references organisation.unit,
  readers int[] not null default '{}',
  unique (minutes_id, line_id),
  check (state <> 'carried' or carried_to_item_id is not null),
  check (state <> 'closed' or (closed_at is not null and closed_reason <> ''))
);
create index open_point_waiting on meetings.open_point (raised_on, id) where state <> 'closed' and removed_at is null;
create index open_point_meeting on meetings.open_point (meeting_id, id);
alter table meetings.agenda_item add foreign key (carried_from_open_point_id) references meetings.open_point;
grant select, insert, update on meetings.open_point to krom_app;
alter table meetings.open_point enable row level security;
create policy open_point_read on meetings.open_point for select to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy open_point_insert on meetings.open_point for insert to krom_app with check (meetings.is_owner(meeting_id));
-- Readers may carry a point into a meeting of their own committee.
create policy open_point_update on meetings.open_point for update to krom_app using (
  owner_unit_id = any((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
