-- Which unit takes over another that was ended, from which day, on which order. A wrong entry is withdrawn with a reason
-- and followed by a right one; nothing else of a row changes. Like names and codes of units it is open to the house.
create table organisation.unit_succession (
  id int generated always as identity primary key,
  unit_id int not null references organisation.unit,
  successor_id int not null references organisation.unit check (successor_id <> unit_id),
  -- First day on which the successor's people stand in for the unit that is gone.
  from_day date not null,
  -- Ministerial regulation or order, as it is cited.
  order_text text not null check (length(order_text) between 3 and 300),
  entered_at timestamptz not null,
  withdrawn_at timestamptz,
  withdraw_reason text check (withdraw_reason <> ''),
  check ((withdrawn_at is null) = (withdraw_reason is null))
);
create unique index unit_succession_one on organisation.unit_succession (unit_id) where withdrawn_at is null;
create index unit_succession_successor on organisation.unit_succession (successor_id) where withdrawn_at is null;
grant select, insert on organisation.unit_succession to krom_app;
grant update (withdrawn_at, withdraw_reason) on organisation.unit_succession to krom_app;

-- What the units among these parties took over up to a day, also what a unit that they took over had taken over itself:
-- pairs of the unit that is gone and the one of the list that it came to. Null where there is nothing, which is nearly
-- always, and is told by one look into an index.
create function organisation.taken_over(p_units int[], p_day date) returns jsonb
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from organisation.unit_succession s where s.successor_id = any(p_units) and s.withdrawn_at is null and s.from_day <= p_day) then return null; end if;
  return (with recursive taken (gone, heir) as (
    select s.unit_id, s.successor_id from organisation.unit_succession s
      where s.successor_id = any(p_units) and s.withdrawn_at is null and s.from_day <= p_day
    union
    select s.unit_id, t.heir from taken t join organisation.unit_succession s
      on s.successor_id = t.gone and s.withdrawn_at is null and s.from_day <= p_day
  ) select jsonb_agg(jsonb_build_array(gone, heir) order by gone, heir) from taken);
end $$;

-- The unit that answers for another on a day: itself while nobody took it over, else the last of the chain.
create function organisation.answers_for(p_unit int, p_day date) returns int
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  v_unit int := p_unit;
  v_next int;
  v_seen int[] := array[p_unit];
begin
  loop
    select s.successor_id into v_next from organisation.unit_succession s where s.unit_id = v_unit and s.withdrawn_at is null and s.from_day <= p_day;
    if v_next is null or v_next = any(v_seen) then return v_unit; end if;
    v_unit := v_next;
    v_seen := v_seen || v_next;
  end loop;
end $$;

revoke all on function organisation.taken_over(int[], date), organisation.answers_for(int, date) from public;
grant execute on function organisation.taken_over(int[], date), organisation.answers_for(int, date) to krom_app;

-- The units among the actor's parties that he stands for only because his unit took them over. Their records are read and
-- finished; nothing new is done in their name, and what is kept to named readers is not inherited. Two settings of the
-- transaction, set beside each other: platform.principals() holds them too.
create function platform.taken_over() returns int[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('krom.taken_over', true), '')::int[], '{}') $$;
create function platform.own_principals() returns int[] language sql stable parallel safe as
  $$ select case when platform.taken_over() = '{}' then platform.principals()
    else array(select p from unnest(platform.principals()) p where p <> all (platform.taken_over())) end $$;
