-- Registers that were kept elsewhere and are brought in from a table: each row with its verdict before anything is
-- written, and taken back whole while nothing uses what came in.
create table correspondence.register_import (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  form text not null check (form in ('sent', 'received')),
  year int not null check (year between 2400 and 2700),
  file_id bigint not null,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  counts jsonb not null default '{}',
  columns text[] not null default '{}',
  unknown_heads text[] not null default '{}',
  made_at timestamptz not null,
  made_by int not null,
  made_by_name text not null,
  checked_at timestamptz not null,
  -- How often the rows were judged anew because the register had changed meanwhile.
  rechecks int not null default 0,
  applied_at timestamptz,
  applied_by_name text,
  undone_at timestamptz,
  undone_by_name text,
  undo_reason text,
  check (undone_at is null or applied_at is not null),
  check ((undone_at is null) = (undo_reason is null))
);
create index register_import_of on correspondence.register_import (owner_unit_id, id desc);
grant select, insert on correspondence.register_import to krom_app;
grant update (counts, checked_at, rechecks, applied_at, applied_by_name, undone_at, undone_by_name, undo_reason) on correspondence.register_import to krom_app;

create table correspondence.register_import_row (
  import_id bigint not null references correspondence.register_import,
  row_number int not null,
  owner_unit_id int not null,
  cells jsonb not null,
  -- Day of the heading above the row, where the table has its days as headings.
  heading_day date,
  verdict text not null check (verdict in ('new', 'unchanged', 'taken', 'duplicate', 'refused')),
  label text not null,
  entry jsonb,
  problems jsonb not null default '[]',
  fingerprint text not null,
  differs boolean not null default false,
  primary key (import_id, row_number)
);
create index register_import_row_verdict on correspondence.register_import_row (import_id, verdict, row_number);
grant select, insert, update on correspondence.register_import_row to krom_app;

alter table correspondence.register_import enable row level security;
create policy register_import_of_unit on correspondence.register_import using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
alter table correspondence.register_import_row enable row level security;
create policy register_import_row_of_unit on correspondence.register_import_row using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

alter table correspondence.register_entry add column import_id bigint references correspondence.register_import;
alter table correspondence.received_letter
  add column carried_over boolean not null default false,
  add column import_id bigint references correspondence.register_import;
create index register_entry_import on correspondence.register_entry (import_id) where import_id is not null;
create index received_letter_import on correspondence.received_letter (import_id) where import_id is not null;
create index register_entry_old on correspondence.register_entry (owner_unit_id, letter_date desc, id desc) where carried_over;

-- Numbers of a year that stand in a register, also of rows that the asker may not read: a number is taken whoever may
-- read what it is for. Of one's own units only; numbers, no words.
create function correspondence.numbers_taken(p_unit int, p_year int, p_form text) returns table (book text, number int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.book, e.number from correspondence.register_entry e
  where p_form = 'sent' and e.owner_unit_id = p_unit and e.year = p_year and (p_unit = any(platform.principals()) or platform.is_system())
  union all
  select r.book, r.number from correspondence.received_letter r
  where p_form = 'received' and r.owner_unit_id = p_unit and r.year = p_year and (p_unit = any(platform.principals()) or platform.is_system()) $$;
revoke all on function correspondence.numbers_taken(int, int, text) from public;
grant execute on function correspondence.numbers_taken(int, int, text) to krom_app;

-- What was received stays, except a row of an old register whose import is taken back.
create or replace function correspondence.received_letter_stays() returns trigger language plpgsql as $$
declare fate text[] := array['readers', 'state', 'holder_position_id', 'holder_label', 'holder_since', 'holder_opened_at', 'holder_opened_by_name',
  'sent_by', 'due_at', 'first_ordered_at', 'closed_at', 'closed_by_name', 'outcome', 'parked_at', 'parked_reason', 'action_text', 'remark', 'steps',
  -- Worked out from secrecy after this trigger, so still empty in it.
  'restricted'];
begin
  if tg_op = 'DELETE' then
    if old.import_id is not null and old.steps = 0 then return old; end if;
    raise exception 'Received letter % stays in its register', old.id;
  end if;
  if (to_jsonb(new) - fate) is distinct from (to_jsonb(old) - fate) then
    raise exception 'Received letter % is registered: what was received cannot change', old.id;
  end if;
  if new.steps < old.steps then raise exception 'The chain of received letter % never grows shorter', old.id; end if;
  if old.first_ordered_at is not null and new.first_ordered_at is distinct from old.first_ordered_at then
    raise exception 'Received letter % had its first order', old.id;
  end if;
  return new;
end $$;

-- Rows of an import that something of the house leans on: they keep the import from being taken back.
create function correspondence.import_uses(p_import bigint) returns int
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select (
    (select count(*) from correspondence.register_entry e where e.import_id = p_import
      and (exists (select from correspondence.letter l where l.register_entry_id = e.id)
        or exists (select from platform.evidence v where ((v.of_type = 'correspondence.register-entry' and v.of_id = e.id) or (v.for_type = 'correspondence.register-entry' and v.for_id = e.id)) and v.withdrawn_at is null)))
    + (select count(*) from correspondence.received_letter r where r.import_id = p_import
      and (r.steps > 0 or r.state <> 'closed' or exists (select from correspondence.received_letter o where o.origin_id = r.id)
        or exists (select from correspondence.received_reply p where p.received_letter_id = r.id)
        or exists (select from platform.evidence v where ((v.of_type = 'correspondence.received-letter' and v.of_id = r.id) or (v.for_type = 'correspondence.received-letter' and v.for_id = r.id)) and v.withdrawn_at is null)))
  )::int
  where exists (select from correspondence.register_import i where i.id = p_import and (i.owner_unit_id = any(platform.principals()) or platform.is_system())) $$;
revoke all on function correspondence.import_uses(bigint) from public;
grant execute on function correspondence.import_uses(bigint) to krom_app;

-- The only way by which a register row goes: a whole import of a unit of one's own that nothing uses.
create function correspondence.undo_register_import(p_import bigint) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_import correspondence.register_import;
  v_gone int := 0;
  v_more int := 0;
begin
  select * into v_import from correspondence.register_import i where i.id = p_import for update;
  if not found or not (v_import.owner_unit_id = any(platform.principals()) or platform.is_system()) then raise insufficient_privilege; end if;
  if v_import.applied_at is null or v_import.undone_at is not null then return 0; end if;
  if correspondence.import_uses(p_import) > 0 then raise exception 'import % is used', p_import using errcode = 'check_violation'; end if;
  delete from correspondence.register_entry where import_id = p_import and carried_over;
  get diagnostics v_gone = row_count;
  delete from correspondence.received_letter where import_id = p_import and carried_over;
  get diagnostics v_more = row_count;
  return v_gone + v_more;
end $$;
revoke all on function correspondence.undo_register_import(bigint) from public;
grant execute on function correspondence.undo_register_import(bigint) to krom_app;

-- A register of received letters that does not begin at 1: taken over from paper in the middle of the year, with the reason.
create table correspondence.incoming_start (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  book text not null check (book in ('incoming', 'incoming-secret')),
  year int not null check (year between 2400 and 2700),
  previous_last int not null,
  next_number int not null check (next_number > previous_last),
  reason text not null check (reason <> ''),
  set_at timestamptz not null,
  set_by int not null,
  set_by_name text not null
);
create index incoming_start_of on correspondence.incoming_start (owner_unit_id, year, book);
grant select on correspondence.incoming_start to krom_app;

-- Whoever sets series need not be of the unit, and the counter is the unit's own: so the step is a function. It only
-- goes forward. Gives the last number before it, or null where a number from there on is taken.
create function correspondence.start_incoming(p_unit int, p_book text, p_year int, p_next int, p_reason text, p_at timestamptz, p_by_name text) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare v_last int;
begin
  if not (1 = any(platform.principals()) or platform.is_system()) then raise insufficient_privilege; end if;
  insert into correspondence.incoming_counter (owner_unit_id, book, year, last_number) values (p_unit, p_book, p_year, 0) on conflict do nothing;
  select last_number into v_last from correspondence.incoming_counter where owner_unit_id = p_unit and book = p_book and year = p_year for update;
  if p_next <= v_last + 1 then return null; end if;
  insert into correspondence.incoming_start (owner_unit_id, book, year, previous_last, next_number, reason, set_at, set_by, set_by_name)
    values (p_unit, p_book, p_year, v_last, p_next, p_reason, p_at, platform.actor_id(), p_by_name);
  update correspondence.incoming_counter set last_number = p_next - 1 where owner_unit_id = p_unit and book = p_book and year = p_year;
  return v_last;
end $$;
revoke all on function correspondence.start_incoming(int, text, int, int, text, timestamptz, text) from public;
grant execute on function correspondence.start_incoming(int, text, int, int, text, timestamptz, text) to krom_app;

-- Counts of the registers of received letters, as series_state gives those of what was sent. Figures only.
create function correspondence.incoming_state(p_unit int, p_year int) returns table (book text, last_number int, entries int, carried int, left_out int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.book, c.last_number, coalesce(e.entries, 0)::int, coalesce(e.carried, 0)::int, coalesce(s.left_out, 0)::int
  from correspondence.incoming_counter c
  left join (select r.book, count(*) filter (where not r.carried_over) as entries, count(*) filter (where r.carried_over) as carried
    from correspondence.received_letter r where r.owner_unit_id = p_unit and r.year = p_year group by r.book) e on e.book = c.book
  left join (select t.book, sum(t.next_number - 1 - t.previous_last) as left_out
    from correspondence.incoming_start t where t.owner_unit_id = p_unit and t.year = p_year group by t.book) s on s.book = c.book
  where c.owner_unit_id = p_unit and c.year = p_year and (1 = any(platform.principals()) or platform.is_system())
  order by c.book $$;
revoke all on function correspondence.incoming_state(int, int) from public;
grant execute on function correspondence.incoming_state(int, int) to krom_app;
