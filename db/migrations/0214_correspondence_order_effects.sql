-- What an order does to earlier orders: cancels or amends them. Written with its number and never changed; undone only
-- when the later order itself falls away (recalled, voided, or issued again in a corrected form). Number and day of both
-- stand here, so that whoever reads the one knows of the other without reading it.
create table correspondence.order_effect (
  letter_id bigint not null references correspondence.letter on delete cascade,
  effect text not null check (effect in ('cancels', 'amends')),
  entry_id bigint not null references correspondence.register_entry,
  target_letter_id bigint references correspondence.letter,
  owner_unit_id int not null,
  reference text not null,
  by_reference text not null,
  by_date date not null,
  undone_at timestamptz,
  primary key (letter_id, entry_id)
);
create index order_effect_on on correspondence.order_effect (entry_id);
create index order_effect_target on correspondence.order_effect (target_letter_id) where target_letter_id is not null;
grant select, insert on correspondence.order_effect to krom_app;
grant update (undone_at) on correspondence.order_effect to krom_app;
alter table correspondence.order_effect enable row level security;
create policy order_effect_seen on correspondence.order_effect for select using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())
  or exists (select 1 from correspondence.letter l where l.id in (letter_id, target_letter_id)));
create policy order_effect_added on correspondence.order_effect for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and l.owner_unit_id = order_effect.owner_unit_id
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()))));
create policy order_effect_undone on correspondence.order_effect for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

-- The orders of a unit that numbers name, and whether they still hold: asked by whoever drafts or signs an order, also
-- from above the unit. Numbers, days and standing only, nothing of what they say.
create function correspondence.orders_named(p_unit int, p_numbers int[], p_years int[])
  returns table (entry_id bigint, reference text, letter_id bigint, standing text, cancelled_by text, cancelled_by_letter bigint)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id, e.reference, l.id, case when e.state <> 'valid' then e.state when l.state in ('recalled', 'corrected', 'void') then l.state else 'valid' end,
    c.by_reference, c.letter_id
  from unnest(p_numbers, p_years) as n (number, year)
  join correspondence.register_entry e on e.owner_unit_id = p_unit and e.book = 'order' and e.year = n.year and e.number = n.number
  left join correspondence.letter l on l.register_entry_id = e.id
  left join correspondence.order_effect c on c.entry_id = e.id and c.effect = 'cancels' and c.undone_at is null
  where 1 = any(platform.principals()) or platform.is_system() $$;
revoke all on function correspondence.orders_named(int, int[], int[]) from public;
grant execute on function correspondence.orders_named(int, int[], int[]) to krom_app;
