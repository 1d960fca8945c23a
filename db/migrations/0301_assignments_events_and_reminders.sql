-- Due events get a day when their meeting is planned; evidence moves to the platform's port; reminders leave a line.

-- Tasks that hang on an event keep it; the day on which it falls stands beside it once it is known.
alter table assignments.task
  add column event_due_on date check (event_due_on is null or due_event is not null),
  add column falls_due date generated always as (coalesce(due_on, event_due_on)) stored,
  -- When it is due as its source said last: a day that the follow-up unit moved is kept until the source says another.
  add column source_due jsonb;
drop index assignments.task_open_due;
create index task_falls_due on assignments.task (state, falls_due, id);
create index task_committee_event on assignments.task (((due_event ->> 'committeeId')::int)) where due_event ->> 'kind' = 'committee-meeting';

-- One task a source line, also where the source has no lines.
drop index assignments.task_source;
create unique index task_source on assignments.task (source_type, source_id, coalesce(source_line, '')) where source_id is not null;

-- Meetings as their secretariat plans them: only what "the next meeting of that committee" needs.
create table assignments.committee_meeting (
  committee_id int not null,
  reference text not null,
  held_on date not null,
  called_off_at timestamptz,
  noted_at timestamptz not null,
  primary key (committee_id, reference)
);
create index committee_meeting_day on assignments.committee_meeting (committee_id, held_on) where called_off_at is null;
alter table assignments.committee_meeting enable row level security;
-- Every officer may know when a committee meets; only its secretariat says so.
create function assignments.keeps_committee(p_committee int) returns boolean language sql stable as
  $$ select (select platform.is_system()) or exists (select 1 from organisation.committee c
       where c.id = p_committee and c.secretariat_unit_id = any ((select platform.principals())::int[])) $$;
create policy committee_meeting_read on assignments.committee_meeting for select to krom_app
  using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()) or assignments.keeps_committee(committee_id));
grant select on assignments.committee_meeting to krom_app;

-- Notes a meeting as planned, moved or called off. Runs as owner: a unit that planned a meeting still moves it after the
-- secretariat of the committee went to another; a meeting not yet noted is named by the secretariat alone.
create function assignments.note_committee_meeting(p_committee int, p_reference text, p_held_on date, p_called_off_at timestamptz, p_at timestamptz) returns void
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor_id() = 0 and not platform.is_system() then return; end if;
  if not assignments.keeps_committee(p_committee)
    and not exists (select 1 from assignments.committee_meeting m where m.committee_id = p_committee and m.reference = p_reference) then
    raise insufficient_privilege using message = 'only the secretariat of a committee names a new meeting of it';
  end if;
  insert into assignments.committee_meeting as m (committee_id, reference, held_on, called_off_at, noted_at)
    values (p_committee, p_reference, p_held_on, p_called_off_at, p_at)
    on conflict (committee_id, reference) do update set held_on = excluded.held_on, noted_at = excluded.noted_at,
      called_off_at = case when excluded.called_off_at is null then null else coalesce(m.called_off_at, excluded.called_off_at) end;
end $$;

-- Day of the first meeting of a committee after a day; null while none is planned.
create function assignments.next_meeting(p_committee int, p_after date) returns date language sql stable as
  $$ select min(held_on) from assignments.committee_meeting where committee_id = p_committee and held_on > p_after and called_off_at is null $$;

alter table assignments.task_event drop constraint task_event_kind_check;
alter table assignments.task_event add constraint task_event_kind_check check (kind in ('assigned', 'passed-on', 'progress', 'due-changed', 'reported',
  'taken-back', 'returned', 'closed', 'reopened', 'cancelled', 'changed', 'reminded', 'handed-over', 'evidence-withdrawn'));
-- A reminder that ran twice leaves one line and one notice.
create unique index task_event_reminded on assignments.task_event (task_id, (detail ->> 'what'), (detail ->> 'dueOn')) where kind = 'reminded';

-- Gives the tasks that wait for a committee's next meeting its day. Runs as owner: who plans a meeting need not see the
-- tasks of other units that hang on it; only ids and days come back.
create function assignments.place_committee_events(p_committee int, p_reference text, p_at timestamptz, p_name text) returns table (id bigint, day date, state text)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor_id() = 0 and not platform.is_system() then return; end if;
  return query
    with placed as (
      update assignments.task t set event_due_on = n.day, rev = t.rev + 1
      from (
        select o.id, o.event_due_on as before, assignments.next_meeting(p_committee, o.assigned_on) as day from assignments.task o
        where o.due_event ->> 'kind' = 'committee-meeting' and (o.due_event ->> 'committeeId')::int = p_committee and o.state in ('open', 'reported')
      ) n
      where t.id = n.id and n.day is distinct from n.before
      returning t.id, n.before, n.day, t.state
    ), told as (
      insert into assignments.task_event (task_id, kind, at, person_id, person_name, note, detail)
      select p.id, 'due-changed', p_at, platform.actor_id(), p_name, p_reference, jsonb_build_object('from', p.before, 'to', p.day) from placed p
    )
    select p.id, p.day, p.state from placed p;
end $$;

-- Work under a person's name, for whoever moves or retires that person: a count, no titles.
create function assignments.count_under_name(p_person int) returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select count(distinct t.id)::int from assignments.task t join assignments.task_party p on p.task_id = t.id and p.removed_at is null
     where p.party_id = p_person and p.role in ('owner', 'officer') and t.state in ('open', 'reported')
       and (platform.actor_id() > 0 or platform.is_system()) $$;

-- What was passed on to a person goes back to the owners; what stands under the person's own name goes to the successor.
create function assignments.hand_over(p_person int, p_to int, p_at timestamptz, p_name text) returns table (id bigint, owned boolean)
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if platform.actor_id() = 0 and not platform.is_system() then return; end if;
  return query
    with mine as (
      select p.task_id, bool_or(p.role = 'owner') as owned from assignments.task_party p join assignments.task t on t.id = p.task_id
      where p.party_id = p_person and p.role in ('owner', 'officer') and p.removed_at is null and t.state in ('open', 'reported') group by p.task_id
    ), gone as (
      update assignments.task_party p set removed_at = p_at from mine m
      where p.task_id = m.task_id and p.party_id = p_person and p.role in ('owner', 'officer') and p.removed_at is null
    ), taken as (
      insert into assignments.task_party (task_id, party_id, role, added_at) select m.task_id, p_to, 'owner', p_at from mine m where m.owned
      on conflict (task_id, party_id, role) do update set removed_at = null
    ), seen as (
      update assignments.task t set rev = t.rev + 1,
        readers = array(select distinct r from unnest(t.readers || case when m.owned then array[p_to] else '{}'::int[] end) r)
      from mine m where t.id = m.task_id
    ), told as (
      insert into assignments.task_event (task_id, kind, at, person_id, person_name, note, detail)
      select m.task_id, 'handed-over', p_at, platform.actor_id(), p_name, '', jsonb_build_object('from', p_person, 'to', case when m.owned then p_to end) from mine m
    )
    select m.task_id, m.owned from mine m;
end $$;

revoke all on function assignments.note_committee_meeting(int, text, date, timestamptz, timestamptz), assignments.place_committee_events(int, text, timestamptz, text), assignments.count_under_name(int), assignments.hand_over(int, int, timestamptz, text) from public;
grant execute on function assignments.note_committee_meeting(int, text, date, timestamptz, timestamptz), assignments.place_committee_events(int, text, timestamptz, text), assignments.count_under_name(int), assignments.hand_over(int, int, timestamptz, text) to krom_app;

-- Files of earlier reports become evidence of the platform: same file, same hash, the day on which they were given.
insert into platform.evidence (for_type, for_id, of_type, of_id, title, content_hash, dated, added_by, added_at, readers)
  select distinct on (e.task_id, f.file ->> 'id') 'assignments.task', e.task_id, 'platform.file', (f.file ->> 'id')::bigint, f.file ->> 'name', f.file ->> 'hash',
    (e.at at time zone 'Asia/Bangkok')::date, e.person_id, e.at, t.readers
  from assignments.task_event e join assignments.task t on t.id = e.task_id
  cross join lateral jsonb_array_elements(case when jsonb_typeof(e.detail -> 'files') = 'array' then e.detail -> 'files' else '[]' end) as f(file)
  where e.kind = 'reported' and f.file ->> 'hash' ~ '^[0-9a-f]{64}$'
  order by e.task_id, f.file ->> 'id', e.id
  on conflict do nothing;
