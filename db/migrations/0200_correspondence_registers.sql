-- Number series and the outgoing register. A number is taken inside the transaction that uses it, by one statement that
-- also writes its register row: a rollback gives the number back, so there is neither a gap nor a double.
create schema correspondence;
grant usage on schema correspondence to krom_app;

-- How a unit numbers its circulars: a series of their own (ว 1, ว 2 …) or the ordinary outgoing series with ว before the
-- number. Clause 32 of the regulation leaves the choice to the office; the choice holds from the start of a calendar year.
create table correspondence.unit_setting (
  owner_unit_id int not null,
  from_year int not null check (from_year between 2400 and 2700),
  circular_series text not null default 'own' check (circular_series in ('own', 'shared')),
  changed_at timestamptz not null,
  changed_by int not null,
  reason text not null,
  primary key (owner_unit_id, from_year)
);
grant select, insert, update on correspondence.unit_setting to krom_app;

-- One row per unit, book and calendar year (B.E.). It is the last row that a transaction touches, and is rewritten at each
-- number: room on the page keeps those rewrites from moving index entries.
create table correspondence.counter (
  owner_unit_id int not null,
  book text not null check (book in ('outgoing', 'circular', 'order', 'announcement', 'certificate', 'secret')),
  year int not null check (year between 2400 and 2700),
  last_number int not null check (last_number >= 0),
  primary key (owner_unit_id, book, year)
) with (fillfactor = 50);
grant select, insert, update on correspondence.counter to krom_app;

create function correspondence.counter_only_rises() returns trigger language plpgsql as $$
begin
  if new.last_number <= old.last_number then
    raise exception 'A number series never goes back (% % %: % to %)', old.owner_unit_id, old.book, old.year, old.last_number, new.last_number;
  end if;
  return new;
end $$;
create trigger counter_only_rises before update on correspondence.counter
  for each row execute function correspondence.counter_only_rises();

-- A series that does not begin at 1: carried over from a paper register, with the reason.
create table correspondence.series_start (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  book text not null,
  year int not null,
  previous_last int not null,
  next_number int not null check (next_number > previous_last),
  reason text not null check (reason <> ''),
  set_at timestamptz not null,
  set_by int not null,
  set_by_name text not null
);
create index series_start_of on correspondence.series_start (owner_unit_id, year, book);
grant select, insert on correspondence.series_start to krom_app;

-- The register (form 14 for letters; orders, announcements and certificates have books of the same shape). A row is
-- never deleted; a voided one keeps its number and says why.
create table correspondence.register_entry (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  book text not null,
  year int not null,
  number int not null check (number > 0),
  -- As printed, in Arabic digits: 'นร 0223/ว 503', '12/2563'.
  reference text not null,
  circular boolean not null default false,
  restricted boolean not null default false,
  readers int[] not null default '{}',
  letter_date date not null,
  from_text text not null,
  to_text text not null,
  subject text not null,
  action_text text not null default '',
  remark text not null default '',
  -- What the number was taken for: a letter of this module or a record of another.
  subject_type text not null,
  subject_id bigint,
  href text,
  registered_at timestamptz not null,
  registered_by int not null,
  registered_by_name text not null,
  state text not null default 'valid' check (state in ('valid', 'void')),
  void_reason text,
  voided_at timestamptz,
  voided_by_name text,
  check ((state = 'void') = (void_reason is not null)),
  unique (owner_unit_id, book, year, number)
);
create index register_by_unit on correspondence.register_entry (owner_unit_id, year, id desc);
grant select, insert on correspondence.register_entry to krom_app;
grant update (action_text, remark, state, void_reason, voided_at, voided_by_name) on correspondence.register_entry to krom_app;

alter table correspondence.register_entry enable row level security;
create policy register_entry_seen on correspondence.register_entry for select using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));
create policy register_entry_added on correspondence.register_entry for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy register_entry_changed on correspondence.register_entry for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

create function correspondence.register_entry_stays_void() returns trigger language plpgsql as $$
begin
  if old.state = 'void' then raise exception 'Register row % is void and stays so', old.id; end if;
  return new;
end $$;
create trigger register_entry_stays_void before update on correspondence.register_entry
  for each row execute function correspondence.register_entry_stays_void();

-- Counts of every series of a unit, restricted rows included, so that a clerk who may not see those can still check
-- that the register is whole. Numbers of numbers only: open to everyone who is signed in.
create function correspondence.series_state(p_unit int, p_year int)
  returns table (book text, last_number int, entries int, voided int, left_out int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.book, c.last_number, coalesce(e.entries, 0)::int, coalesce(e.voided, 0)::int, coalesce(s.left_out, 0)::int
  from correspondence.counter c
  left join (select r.book, count(*) as entries, count(*) filter (where r.state = 'void') as voided
    from correspondence.register_entry r where r.owner_unit_id = p_unit and r.year = p_year group by r.book) e on e.book = c.book
  left join (select t.book, sum(t.next_number - 1 - t.previous_last) as left_out
    from correspondence.series_start t where t.owner_unit_id = p_unit and t.year = p_year group by t.book) s on s.book = c.book
  where c.owner_unit_id = p_unit and c.year = p_year and (1 = any(platform.principals()) or platform.is_system())
  order by array_position(array['outgoing', 'circular', 'order', 'announcement', 'certificate', 'secret'], c.book) $$;
revoke all on function correspondence.series_state(int, int) from public;
grant execute on function correspondence.series_state(int, int) to krom_app;

create function correspondence.circulars_in(p_unit int, p_year int) returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from correspondence.register_entry where owner_unit_id = p_unit and year = p_year and circular $$;
revoke all on function correspondence.circulars_in(int, int) from public;
grant execute on function correspondence.circulars_in(int, int) to krom_app;
