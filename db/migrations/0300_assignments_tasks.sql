-- Tasks: one owner of everything that somebody was asked to do, whatever made it (design §1).
create schema assignments;
grant usage on schema assignments to krom_app;

create table assignments.task (
  id bigint generated always as identity primary key,
  title text not null check (title <> ''),
  detail text not null default '',
  state text not null default 'open' check (state in ('open', 'reported', 'closed', 'cancelled')),
  assigned_on date not null,
  -- Due on a day, or on an event ("the next meeting of that committee"); neither is allowed, and shown as a warning.
  due_on date,
  due_event jsonb,
  check (due_on is null or due_event is null),
  -- What made it: `meetings.resolution` 17, line `a1b2`. Its words and address are kept for lists.
  source_type text not null,
  source_id bigint,
  source_line text,
  source_reference text not null default '',
  source_href text not null default '',
  -- The unit that follows it up and takes the report: the secretariat of the meeting, the sender of the letter.
  follow_up_unit_id int not null,
  readers int[] not null,
  reported_at timestamptz,
  closed_at timestamptz,
  closed_by int,
  reopened int not null default 0,
  created_at timestamptz not null,
  rev int not null default 1
);
create unique index task_source on assignments.task (source_type, source_id, source_line) where source_id is not null;
create index task_open_due on assignments.task (state, due_on, id);
create index task_follow_up on assignments.task (follow_up_unit_id, state, id);
create index task_readers on assignments.task using gin (readers);

create table assignments.task_party (
  task_id bigint not null references assignments.task (id),
  party_id int not null,
  -- owner: answers for it · support: helps · officer: an owner passed it on to this person
  role text not null check (role in ('owner', 'support', 'officer')),
  added_at timestamptz not null,
  removed_at timestamptz,
  primary key (task_id, party_id, role)
);
create index task_party_of on assignments.task_party (party_id, task_id) where removed_at is null;

-- What happened to a task, in order; only ever added.
create table assignments.task_event (
  id bigint generated always as identity primary key,
  task_id bigint not null references assignments.task (id),
  kind text not null check (kind in ('assigned', 'passed-on', 'progress', 'due-changed', 'reported', 'returned', 'closed', 'reopened', 'cancelled', 'changed')),
  at timestamptz not null,
  person_id int not null,
  person_name text not null,
  note text not null default '',
  detail jsonb not null default '{}'
);
create index task_event_task on assignments.task_event (task_id, id);

grant select, insert, update on assignments.task, assignments.task_party to krom_app;
grant select, insert on assignments.task_event to krom_app;

-- Whoever makes a task stands among those whom it concerns: its follow-up unit or one of its readers.
alter table assignments.task enable row level security;
create policy task_read on assignments.task for select to krom_app
  using (follow_up_unit_id = any ((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy task_add on assignments.task for insert to krom_app
  with check (follow_up_unit_id = any ((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));
create policy task_change on assignments.task for update to krom_app
  using (follow_up_unit_id = any ((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()))
  with check (follow_up_unit_id = any ((select platform.principals())::int[]) or readers && (select platform.principals()) or (select platform.is_system()));

-- Parties and events are seen with their task, and added only to a task that the actor sees.
alter table assignments.task_party enable row level security;
create policy task_party_read on assignments.task_party for select to krom_app
  using ((select platform.is_system()) or exists (select 1 from assignments.task t where t.id = task_id));
create policy task_party_add on assignments.task_party for insert to krom_app
  with check ((select platform.is_system()) or exists (select 1 from assignments.task t where t.id = task_id));
create policy task_party_change on assignments.task_party for update to krom_app
  using ((select platform.is_system()) or exists (select 1 from assignments.task t where t.id = task_id))
  with check ((select platform.is_system()) or exists (select 1 from assignments.task t where t.id = task_id));
alter table assignments.task_event enable row level security;
create policy task_event_read on assignments.task_event for select to krom_app
  using ((select platform.is_system()) or exists (select 1 from assignments.task t where t.id = task_id));
create policy task_event_add on assignments.task_event for insert to krom_app
  with check ((select platform.is_system()) or exists (select 1 from assignments.task t where t.id = task_id));
