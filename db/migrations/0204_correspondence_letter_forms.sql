-- Letters of every form: those without a running number, letters signed above the unit that drafts them, several units on
-- one draft, how a letter left the house, and templates of units.

-- Regulations, rules, statements, news and notes have no running number (clauses 17, 18, 21, 22, 26); everything else
-- that is issued stands in a register. What they are called in lists is their reference.
do $$
declare name text;
begin
  select conname into strict name from pg_constraint
  where conrelid = 'correspondence.letter'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%register_entry_id%';
  execute format('alter table correspondence.letter drop constraint %I', name);
end $$;
alter table correspondence.letter add constraint letter_issued_is_whole check (state = 'draft' or (issued_at is not null and letter_date is not null
  and reference is not null and (register_entry_id is not null or sub_kind in ('regulation', 'rule', 'statement', 'news', 'note'))));

-- Other units that write on a draft. They and the post that signs are its `readers`, so that the head of the department
-- signs a letter of a bureau without being of that bureau. Who reads a letter because he received it never gets so far:
-- these doors are open while it is a draft.
alter table correspondence.letter add column draft_units int[] not null default '{}';

drop policy letter_changed on correspondence.letter;
create policy letter_changed on correspondence.letter for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())
  or (state = 'draft' and readers && (select platform.principals())))
  with check (owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()) or readers && (select platform.principals()));

drop policy letter_body_changed on correspondence.letter_body;
create policy letter_body_changed on correspondence.letter_body for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())
  or (readers && (select platform.principals()) and exists (
    select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft' and l.readers && (select platform.principals()))))
  with check (owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()) or readers && (select platform.principals()));

drop policy letter_addressee_added on correspondence.letter_addressee;
create policy letter_addressee_added on correspondence.letter_addressee for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()))));
drop policy letter_addressee_taken_off on correspondence.letter_addressee;
create policy letter_addressee_taken_off on correspondence.letter_addressee for delete using (
  exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()) or (select platform.is_system()))));

-- The signer from above addresses and numbers in the name of the unit whose letter it is.
drop policy letter_recipient_added on correspondence.letter_recipient;
create policy letter_recipient_added on correspondence.letter_recipient for insert with check (
  (passed_from_id is null and owner_unit_id = any((select platform.principals())::int[]))
  or (passed_from_id = any((select platform.principals())::int[]) and passed_by = (select platform.actor_id()))
  or (select platform.is_system())
  or (passed_from_id is null and exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and l.owner_unit_id = letter_recipient.owner_unit_id and l.readers && (select platform.principals()))));

drop policy register_entry_added on correspondence.register_entry;
create policy register_entry_added on correspondence.register_entry for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())
  or (subject_type = 'correspondence.letter' and exists (select 1 from correspondence.letter l where l.id = subject_id and l.state = 'draft'
    and l.owner_unit_id = register_entry.owner_unit_id and l.signer_position_id = any((select platform.principals())::int[]))));

-- What an issue reads of its own draft whoever signs it: whom it has just reached, and the members of saved groups of the
-- unit that drafted it. Both answer only for a draft that the actor works on.
create function correspondence.works_on(p_letter bigint) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select exists (select 1 from correspondence.letter l where l.id = p_letter and l.state = 'draft'
    and (l.owner_unit_id = any(platform.principals()) or l.readers && platform.principals() or platform.is_system())) $$;

create function correspondence.reached_by(p_letter bigint) returns int[]
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(array_agg(r.recipient_id), '{}') from correspondence.letter_recipient r
  where r.letter_id = p_letter and (platform.actor_id() > 0 or platform.is_system()) and correspondence.works_on(p_letter) $$;

create function correspondence.members_for(p_letter bigint, p_groups bigint[]) returns table (party_id int, party_kind text, label text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.party_id, m.party_kind, m.label from correspondence.recipient_group_member m
  join correspondence.recipient_group g on g.id = m.group_id
  join correspondence.letter l on l.id = p_letter and l.owner_unit_id = g.owner_unit_id
  where m.group_id = any(p_groups) and (platform.actor_id() > 0 or platform.is_system()) and correspondence.works_on(p_letter) $$;

revoke all on function correspondence.works_on(bigint), correspondence.reached_by(bigint), correspondence.members_for(bigint, bigint[]) from public;
grant execute on function correspondence.works_on(bigint), correspondence.reached_by(bigint), correspondence.members_for(bigint, bigint[]) to krom_app;

-- How a letter left the house, one row an addressee outside: written with the number, never changed.
create table correspondence.letter_dispatch (
  letter_id bigint not null references correspondence.letter on delete cascade,
  ordinal int not null,
  name text not null check (name <> ''),
  address text not null default '',
  channel text not null check (channel in ('post', 'hand', 'mail', 'exchange')),
  sent_at timestamptz not null,
  sent_by int not null,
  sent_by_name text not null,
  primary key (letter_id, ordinal)
);
grant select, insert on correspondence.letter_dispatch to krom_app;
alter table correspondence.letter_dispatch enable row level security;
create policy letter_dispatch_seen on correspondence.letter_dispatch for select using (
  exists (select 1 from correspondence.letter l where l.id = letter_id and (l.owner_unit_id = any((select platform.principals())::int[])
    or l.signer_position_id = any((select platform.principals())::int[]) or (select platform.is_system()))));
create policy letter_dispatch_added on correspondence.letter_dispatch for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()))));

-- แบบร่างของหน่วยงาน: words that a unit uses again. A template of the department is for every unit.
create table correspondence.letter_template (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  for_all boolean not null default false,
  name text not null check (name <> ''),
  form text not null,
  subject text not null default '',
  salutation text not null default '',
  content jsonb not null,
  used int not null default 0,
  active boolean not null default true,
  changed_at timestamptz not null,
  changed_by int not null,
  changed_by_name text not null
);
create unique index letter_template_name on correspondence.letter_template (owner_unit_id, name) where active;
grant select, insert, update on correspondence.letter_template to krom_app;
alter table correspondence.letter_template enable row level security;
create policy letter_template_seen on correspondence.letter_template for select using (
  owner_unit_id = any((select platform.principals())::int[]) or (for_all and 1 = any((select platform.principals())::int[])) or (select platform.is_system()));
create policy letter_template_added on correspondence.letter_template for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy letter_template_changed on correspondence.letter_template for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
