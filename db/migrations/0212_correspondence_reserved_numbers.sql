-- Reserved numbers (จองเลข), entries dated before the day they were made, and rows carried over from an old register.
-- A reserved number is a register row in a state of its own: taken by the same statement as every other number, so the
-- series stays whole. It is used once, or becomes void when its time is over.
alter table correspondence.register_entry drop constraint register_entry_state_check;
alter table correspondence.register_entry
  add constraint register_entry_state_check check (state in ('valid', 'void', 'reserved')),
  add column reserve_reason text,
  add column reserved_until timestamptz,
  add column back_date_reason text check (back_date_reason <> ''),
  add column carried_over boolean not null default false,
  add constraint register_entry_reserved check (state <> 'reserved' or (reserve_reason is not null and reserved_until is not null));
create index register_entry_waiting on correspondence.register_entry (reserved_until) where state = 'reserved';
create index register_entry_numbers on correspondence.register_entry (owner_unit_id, year, book, number);
grant update (reference, circular, restricted, readers, from_text, to_text, subject, subject_type, subject_id, href, back_date_reason)
  on correspondence.register_entry to krom_app;

-- What a row says never changes once it is in use: only a reserved one is still to be filled in, and only once. Its
-- number, book, year and day stay what they were when the number was taken.
create function correspondence.register_entry_stays() returns trigger language plpgsql as $$
begin
  if (new.owner_unit_id, new.book, new.year, new.number, new.letter_date, new.registered_at, new.carried_over)
    is distinct from (old.owner_unit_id, old.book, old.year, old.number, old.letter_date, old.registered_at, old.carried_over) then
    raise exception 'Number and day of register row % never change', old.id;
  end if;
  if old.state <> 'reserved' and (new.state = 'reserved'
    or (new.reference, new.circular, new.restricted, new.readers, new.from_text, new.to_text, new.subject, new.subject_type, new.subject_id, new.href, new.back_date_reason)
      is distinct from (old.reference, old.circular, old.restricted, old.readers, old.from_text, old.to_text, old.subject, old.subject_type, old.subject_id, old.href, old.back_date_reason)) then
    raise exception 'Register row % is in use and keeps its words', old.id;
  end if;
  return new;
end $$;
create trigger register_entry_stays before update on correspondence.register_entry
  for each row execute function correspondence.register_entry_stays();

-- As before, and how many of the rows are reserved.
drop function correspondence.series_state(int, int);
create function correspondence.series_state(p_unit int, p_year int)
  returns table (book text, last_number int, entries int, voided int, left_out int, reserved int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select c.book, c.last_number, coalesce(e.entries, 0)::int, coalesce(e.voided, 0)::int, coalesce(s.left_out, 0)::int, coalesce(e.reserved, 0)::int
  from correspondence.counter c
  left join (select r.book, count(*) as entries, count(*) filter (where r.state = 'void') as voided, count(*) filter (where r.state = 'reserved') as reserved
    from correspondence.register_entry r where r.owner_unit_id = p_unit and r.year = p_year and not r.carried_over group by r.book) e on e.book = c.book
  left join (select t.book, sum(t.next_number - 1 - t.previous_last) as left_out
    from correspondence.series_start t where t.owner_unit_id = p_unit and t.year = p_year group by t.book) s on s.book = c.book
  where c.owner_unit_id = p_unit and c.year = p_year and (1 = any(platform.principals()) or platform.is_system())
  order by array_position(array['outgoing', 'circular', 'order', 'announcement', 'certificate', 'secret'], c.book) $$;
revoke all on function correspondence.series_state(int, int) from public;
grant execute on function correspondence.series_state(int, int) to krom_app;
