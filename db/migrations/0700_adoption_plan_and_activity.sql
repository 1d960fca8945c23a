-- Moving from paper to electronic correspondence: the plan by stages, what units really did, what it saved, who was trained.
-- Figures are counted over the letters of all units by functions that give numbers, never a subject or a word of a letter.
create schema adoption;
grant usage on schema adoption to krom_app;

-- By which month a stage is to be in use, in all units (unit_id null) or in one. A line is withdrawn, never deleted.
create table adoption.plan_line (
  id int generated always as identity primary key,
  stage smallint not null check (stage between 1 and 4),
  unit_id int references organisation.unit,
  due_month date not null check (extract(day from due_month) = 1),
  lead_unit_id int not null references organisation.unit,
  supporting_unit_ids int[] not null default '{}',
  note text not null default '' check (length(note) <= 1000),
  withdrawn boolean not null default false,
  changed_by int not null,
  changed_at timestamptz not null
);
create unique index plan_line_one on adoption.plan_line (stage, coalesce(unit_id, 0)) where not withdrawn;
grant select, insert, update on adoption.plan_line to krom_app;

-- What a saved sheet is worth. A value holds from its day until the next one of its name; an earlier one is never rewritten.
create table adoption.saving_parameter (
  id int generated always as identity primary key,
  name text not null check (name in ('satang-per-page', 'copies-per-recipient', 'satang-per-delivery', 'plan-baht-per-year')),
  value int not null check (value >= 0),
  valid_from date not null,
  source text not null check (length(source) between 3 and 500),
  changed_by int not null,
  changed_at timestamptz not null,
  unique (name, valid_from)
);
grant select, insert on adoption.saving_parameter to krom_app;

-- Pages of a letter's definitive PDF, counted once by a job that reads the stored file.
create table adoption.letter_pages (
  letter_id bigint primary key,
  file_hash text not null,
  pages int not null check (pages > 0),
  counted_at timestamptz not null
);
alter table adoption.letter_pages enable row level security;
create policy letter_pages_counted on adoption.letter_pages for select using ((select platform.is_system()));
create policy letter_pages_added on adoption.letter_pages for insert with check ((select platform.is_system()));
grant select, insert on adoption.letter_pages to krom_app;

create table adoption.training (
  id bigint generated always as identity primary key,
  unit_id int not null references organisation.unit,
  person_name text not null check (length(person_name) between 2 and 200),
  course text not null check (length(course) between 2 and 300),
  trained_on date not null,
  remark text not null default '' check (length(remark) <= 500),
  added_by int not null,
  added_at timestamptz not null,
  unique (unit_id, person_name, course, trained_on)
);
create index training_day on adoption.training (trained_on desc, id desc);
alter table adoption.training enable row level security;
-- Everyone who works here may know who was trained (party 1), as everyone knows who holds a post.
create policy training_seen on adoption.training for select using (1 = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy training_added on adoption.training for insert with check (1 = any((select platform.principals())::int[]) or (select platform.is_system()));
grant select, insert on adoption.training to krom_app;

-- A file of the training list that was looked through and not yet, or by now, brought in.
create table adoption.training_import (
  id int generated always as identity primary key,
  file_name text not null,
  rows jsonb not null,
  made_by int not null,
  made_at timestamptz not null,
  applied_at timestamptz,
  applied int
);
alter table adoption.training_import enable row level security;
create policy training_import_own on adoption.training_import using (made_by = (select platform.actor_id()) or (select platform.is_system()))
  with check (made_by = (select platform.actor_id()) or (select platform.is_system()));
grant select, insert on adoption.training_import to krom_app;
grant update (applied_at, applied, rows) on adoption.training_import to krom_app;

-- The unit that stands for a recipient on a day: itself, that of a post, or that of a person's post.
create function adoption.unit_of_party(p_kind text, p_id int, p_day date) returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select case p_kind when 'unit' then p_id
    when 'position' then (select q.unit_id from organisation.position q where q.id = p_id)
    else (select q.unit_id from organisation.holding h join organisation.position q on q.id = h.position_id
      where h.person_id = p_id and h.valid_from <= p_day and (h.valid_to is null or h.valid_to >= p_day) order by h.id limit 1) end
  where 1 = any(platform.principals()) or platform.is_system() $$;
revoke all on function adoption.unit_of_party(text, int, date) from public;
grant execute on function adoption.unit_of_party(text, int, date) to krom_app;

-- The unit directly under the department in which a unit stands: the bureau of a group, the region of a provincial office.
create function adoption.bureau_of(p_unit int, p_day date) returns int
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce((select coalesce(p.path[2], p.path[1]) from organisation.unit_placement p
    where p.unit_id = p_unit and p.valid_from <= p_day and (p.valid_to is null or p.valid_to >= p_day) limit 1), p_unit) $$;

-- Letters that units registered in Krom in a period, as of an instant: no subject, and no number of a restricted one.
-- Stage: 1 circular, 2 inside one bureau, 3 across, 4 to outside; null for a letter that names no recipient in the house.
create function adoption.letters_in(p_from date, p_to date, p_as_of timestamptz)
  returns table (letter_id bigint, unit_id int, stage int, letter_date date, reference text, recipients int, pages int, is_restricted boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    select l.id, l.owner_unit_id, l.kind, l.circular, l.letter_date, l.reference, l.restricted
    from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id
    where l.state <> 'draft' and l.letter_date between p_from and p_to and l.issued_at <= p_as_of
      and (e.state = 'valid' or e.voided_at > p_as_of) and (1 = any(platform.principals()) or platform.is_system())
  ), reached as (
    select c.id, count(r.recipient_id)::int as n,
      count(*) filter (where r.recipient_id is not null and adoption.bureau_of(coalesce(adoption.unit_of_party(r.recipient_kind, r.recipient_id, c.letter_date), -1), c.letter_date)
        <> adoption.bureau_of(c.owner_unit_id, c.letter_date)) as beyond
    from chosen c left join correspondence.letter_recipient r on r.letter_id = c.id and r.passed_from_id is null and r.delivered_at <= p_as_of
      and not c.circular
    group by c.id
  ), counted as (
    select c.id, case when c.circular then (select count(*)::int from correspondence.letter_recipient r where r.letter_id = c.id and r.passed_from_id is null and r.delivered_at <= p_as_of) else d.n end as n, d.beyond
    from chosen c join reached d on d.id = c.id
  )
  select c.id, c.owner_unit_id,
    case when c.circular then 1 when c.kind in ('external', 'stamped') then 4 when n.n = 0 then null when n.beyond = 0 then 2 else 3 end,
    c.letter_date, case when c.restricted then null else c.reference end, n.n, p.pages, c.restricted
  from chosen c join counted n on n.id = c.id left join adoption.letter_pages p on p.letter_id = c.id and p.counted_at <= p_as_of $$;
revoke all on function adoption.letters_in(date, date, timestamptz) from public;
grant execute on function adoption.letters_in(date, date, timestamptz) to krom_app;

-- By unit and stage: what it sent, what reached it, and how that was received.
create function adoption.activity(p_from date, p_to date, p_as_of timestamptz)
  returns table (unit_id int, stage int, sent int, received int, opened int, acknowledged int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with letters as materialized (
    select * from adoption.letters_in(p_from, p_to, p_as_of) where 1 = any(platform.principals()) or platform.is_system()
  ), lines as (
    select unit_id, stage, 1 as sent, 0 as received, 0 as opened, 0 as acknowledged from letters
    union all
    select adoption.unit_of_party(r.recipient_kind, r.recipient_id, l.letter_date), l.stage, 0, 1,
      (r.first_opened_at <= p_as_of)::int, (r.acknowledged_at <= p_as_of)::int
    from letters l join correspondence.letter_recipient r on r.letter_id = l.letter_id and r.passed_from_id is null and r.delivered_at <= p_as_of
  )
  select unit_id, stage, sum(sent)::int, sum(received)::int, coalesce(sum(opened), 0)::int, coalesce(sum(acknowledged), 0)::int
  from lines where unit_id is not null group by unit_id, stage $$;
revoke all on function adoption.activity(date, date, timestamptz) from public;
grant execute on function adoption.activity(date, date, timestamptz) to krom_app;

-- By unit that received: minutes by the clock until the first opening and until "ทราบ" (medians of those that happened),
-- and what is overdue: a day of reply that is over, or more than p_late hours without being opened.
create function adoption.receipt_times(p_from date, p_to date, p_as_of timestamptz, p_late int)
  returns table (unit_id int, received int, opened int, acknowledged int, open_minutes int, acknowledge_minutes int, unopened_late int, reply_late int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with lines as (
    select adoption.unit_of_party(r.recipient_kind, r.recipient_id, l.letter_date) as unit_id, r.delivered_at, l.respond_by,
      case when r.first_opened_at <= p_as_of then r.first_opened_at end as opened_at, case when r.acknowledged_at <= p_as_of then r.acknowledged_at end as acknowledged_at
    from correspondence.letter l join correspondence.letter_recipient r on r.letter_id = l.id and r.passed_from_id is null
    where l.state in ('issued', 'corrected') and l.letter_date between p_from and p_to and r.delivered_at <= p_as_of
      and (1 = any(platform.principals()) or platform.is_system())
  )
  select unit_id, count(*)::int, count(opened_at)::int, count(acknowledged_at)::int,
    (percentile_cont(0.5) within group (order by extract(epoch from opened_at - delivered_at)) / 60)::int,
    (percentile_cont(0.5) within group (order by extract(epoch from acknowledged_at - delivered_at)) / 60)::int,
    count(*) filter (where opened_at is null and delivered_at < p_as_of - make_interval(hours => p_late))::int,
    count(*) filter (where acknowledged_at is null and respond_by < (p_as_of at time zone 'Asia/Bangkok')::date)::int
  from lines where unit_id is not null group by unit_id $$;
revoke all on function adoption.receipt_times(date, date, timestamptz, int) from public;
grant execute on function adoption.receipt_times(date, date, timestamptz, int) to krom_app;

-- The slowest: still unopened first, then by how long the opening took. No subject, no restricted letter.
create function adoption.slowest_receipts(p_from date, p_to date, p_as_of timestamptz, p_limit int)
  returns table (letter_id bigint, reference text, from_unit_id int, unit_id int, label text, delivered_at timestamptz, opened_at timestamptz, minutes int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.reference, l.owner_unit_id, adoption.unit_of_party(r.recipient_kind, r.recipient_id, l.letter_date), r.label, r.delivered_at,
    case when r.first_opened_at <= p_as_of then r.first_opened_at end,
    (extract(epoch from least(coalesce(r.first_opened_at, p_as_of), p_as_of) - r.delivered_at) / 60)::int
  from correspondence.letter l join correspondence.letter_recipient r on r.letter_id = l.id and r.passed_from_id is null
  where l.state = 'issued' and not l.restricted and r.recipient_kind = 'unit' and l.letter_date between p_from and p_to and r.delivered_at <= p_as_of
    and (1 = any(platform.principals()) or platform.is_system())
  order by 8 desc, l.id, r.recipient_id limit p_limit $$;
revoke all on function adoption.slowest_receipts(date, date, timestamptz, int) from public;
grant execute on function adoption.slowest_receipts(date, date, timestamptz, int) to krom_app;

-- Values to begin with: an office replaces them by its own, with their source.
insert into adoption.saving_parameter (name, value, valid_from, source, changed_by, changed_at) values
  ('satang-per-page', 50, '2020-10-01', 'ค่าเริ่มต้นของระบบ: กระดาษและหมึกต่อหน้า ยังไม่ได้ยืนยันกับกองคลัง', 0, '2020-10-01'),
  ('copies-per-recipient', 1, '2020-10-01', 'ค่าเริ่มต้นของระบบ: สำเนาผู้รับรายละหนึ่งชุด', 0, '2020-10-01'),
  ('satang-per-delivery', 300, '2020-10-01', 'ค่าเริ่มต้นของระบบ: ซองและการนำส่งต่อผู้รับ ยังไม่ได้ยืนยันกับกองคลัง', 0, '2020-10-01'),
  ('plan-baht-per-year', 2000000, '2020-10-01', 'ค่าที่รายงานต่อที่ประชุม วาระที่ 4.1 ไม่มีสูตรประกอบ ใช้เทียบเท่านั้น', 0, '2020-10-01');
