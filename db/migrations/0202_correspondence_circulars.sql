-- To whom a letter goes: what the author chose (letter_addressee), and whom that reached on the day of issue
-- (letter_recipient, one row each, made by one statement), with the receipts.
create table correspondence.recipient_group (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  name text not null check (name <> ''),
  active boolean not null default true,
  changed_at timestamptz not null,
  unique (owner_unit_id, name)
);
grant select, insert, update on correspondence.recipient_group to krom_app;
alter table correspondence.recipient_group enable row level security;
create policy recipient_group_own on correspondence.recipient_group using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

create table correspondence.recipient_group_member (
  group_id bigint not null references correspondence.recipient_group on delete cascade,
  party_id int not null,
  party_kind text not null check (party_kind in ('unit', 'position', 'person')),
  label text not null,
  ordinal int not null,
  primary key (group_id, party_id)
);
grant select, insert, update, delete on correspondence.recipient_group_member to krom_app;
alter table correspondence.recipient_group_member enable row level security;
create policy recipient_group_member_own on correspondence.recipient_group_member using (
  exists (select 1 from correspondence.recipient_group g where g.id = group_id));

create table correspondence.letter_addressee (
  letter_id bigint not null references correspondence.letter on delete cascade,
  ordinal int not null,
  kind text not null check (kind in ('unit', 'position', 'person', 'group', 'committee', 'all-units')),
  -- Party id; a group's own id; null for all units.
  target_id bigint,
  label text not null,
  primary key (letter_id, ordinal)
);
grant select, insert, delete on correspondence.letter_addressee to krom_app;
alter table correspondence.letter_addressee enable row level security;
create policy letter_addressee_seen on correspondence.letter_addressee for select using (
  exists (select 1 from correspondence.letter l where l.id = letter_id));
create policy letter_addressee_added on correspondence.letter_addressee for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and l.owner_unit_id = any((select platform.principals())::int[])));
create policy letter_addressee_taken_off on correspondence.letter_addressee for delete using (
  exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()))));

create table correspondence.letter_recipient (
  letter_id bigint not null references correspondence.letter on delete cascade,
  recipient_id int not null,
  recipient_kind text not null check (recipient_kind in ('unit', 'position', 'person')),
  -- Name on the day of sending.
  label text not null,
  owner_unit_id int not null,
  delivered_at timestamptz not null,
  first_opened_at timestamptz,
  first_opened_by int,
  first_opened_by_name text,
  acknowledged_at timestamptz,
  acknowledged_by int,
  acknowledged_by_name text,
  -- Passed on inside a unit: which recipient passed it, who did, with which words.
  passed_from_id int,
  passed_by int,
  passed_by_name text,
  instruction text,
  primary key (letter_id, recipient_id)
);
create index letter_recipient_received on correspondence.letter_recipient (recipient_id, letter_id desc);
-- What still waits for somebody: few rows beside years of answered ones.
create index letter_recipient_waiting on correspondence.letter_recipient (recipient_id, letter_id) where acknowledged_at is null;
create index letter_recipient_passed on correspondence.letter_recipient (letter_id, passed_from_id) where passed_from_id is not null;
grant select, insert on correspondence.letter_recipient to krom_app;
grant update (first_opened_at, first_opened_by, first_opened_by_name, acknowledged_at, acknowledged_by, acknowledged_by_name)
  on correspondence.letter_recipient to krom_app;

alter table correspondence.letter_recipient enable row level security;
create policy letter_recipient_seen on correspondence.letter_recipient for select using (
  recipient_id = any((select platform.principals())::int[])
  or owner_unit_id = any((select platform.principals())::int[])
  or passed_from_id = any((select platform.principals())::int[])
  or (select platform.is_system()));
-- The sender's unit addresses; a recipient passes on under its own name only.
create policy letter_recipient_added on correspondence.letter_recipient for insert with check (
  (passed_from_id is null and owner_unit_id = any((select platform.principals())::int[]))
  or (passed_from_id = any((select platform.principals())::int[]) and passed_by = (select platform.actor_id()))
  or (select platform.is_system()));
create policy letter_recipient_receipted on correspondence.letter_recipient for update using (
  recipient_id = any((select platform.principals())::int[]) or (select platform.is_system()));

create function correspondence.receipt_is_given_once() returns trigger language plpgsql as $$
begin
  if (old.first_opened_at is not null and new.first_opened_at is distinct from old.first_opened_at)
    or (old.acknowledged_at is not null and new.acknowledged_at is distinct from old.acknowledged_at) then
    raise exception 'A receipt is given once (letter %, recipient %)', old.letter_id, old.recipient_id;
  end if;
  return new;
end $$;
create trigger receipt_is_given_once before update on correspondence.letter_recipient
  for each row execute function correspondence.receipt_is_given_once();
