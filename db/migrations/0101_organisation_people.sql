-- People, positions, who holds them when, who acts for whom on which authority, committees and rights.

create table organisation.person (
  id int primary key default nextval('platform.party_id'),
  title text not null check (length(title) between 1 and 60),
  given text not null check (length(given) between 1 and 100),
  family text not null check (length(family) <= 100),
  given_en text not null default '',
  family_en text not null default '',
  email text check (length(email) <= 254),
  phone text check (length(phone) <= 100),
  -- Last day in service, and why it ended.
  left_on date,
  left_reason text check (left_reason in ('retired', 'moved-out', 'resigned', 'dismissed', 'died')),
  changed_at timestamptz not null default clock_timestamp(),
  check ((left_on is null) = (left_reason is null))
);
create index person_sort on organisation.person (given collate "th-x-icu", family collate "th-x-icu", id);
create unique index person_email on organisation.person (lower(email));

-- One seat. `kind` says what the seat is in the line of command; roles may be granted to all holders of a kind.
create table organisation.position (
  id int primary key default nextval('platform.party_id'),
  unit_id int not null references organisation.unit,
  title_th text not null check (length(title_th) between 2 and 200),
  title_en text not null default '',
  abbreviation text not null default '' check (length(abbreviation) <= 40),
  kind text not null check (kind in ('executive', 'head', 'specialist', 'officer', 'records-clerk', 'employee')),
  -- ปฏิบัติการ, ชำนาญการ, … อำนวยการสูง; words of the civil service, so text.
  level text not null default '',
  -- เลขที่ตำแหน่ง
  seat_number text not null default '',
  head_of_unit boolean not null default false,
  rank int not null default 100,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  -- A unit has one seat of its head at a time.
  constraint position_one_head exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&) where (head_of_unit)
);
create index position_unit on organisation.position (unit_id, rank, id);

create table organisation.holding (
  id int generated always as identity primary key,
  person_id int not null references organisation.person,
  position_id int not null references organisation.position,
  main boolean not null default true,
  order_number text not null default '',
  order_date date,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  constraint holding_one_holder exclude using gist (position_id with =, daterange(valid_from, valid_to, '[]') with &&),
  constraint holding_one_main exclude using gist (person_id with =, daterange(valid_from, valid_to, '[]') with &&) where (main)
);
create index holding_person on organisation.holding (person_id);

-- Acting in its legal kinds. rakkha (รักษาราชการแทน): the holder is absent or the seat is vacant, full powers.
-- patibat (ปฏิบัติราชการแทน): named powers handed down by a delegating order, without which it does not exist.
-- representative (ผู้แทน): sits in a meeting for the holder; speaks, but does not sign for the seat.
create table organisation.acting (
  id int generated always as identity primary key,
  kind text not null check (kind in ('rakkha', 'patibat', 'representative')),
  person_id int not null references organisation.person,
  position_id int not null references organisation.position,
  -- A representative may stand for the seat in one committee only.
  committee_id int,
  reason text not null check (length(reason) between 2 and 500),
  -- What a delegation covers, in words of the order.
  powers text not null default '',
  order_number text not null default '',
  order_date date,
  order_file_id bigint,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  ended_at timestamptz,
  ended_reason text,
  check (kind <> 'patibat' or (order_number <> '' and order_date is not null and powers <> '')),
  check (committee_id is null or kind = 'representative')
);
create index acting_person on organisation.acting (person_id);
create index acting_position on organisation.acting (position_id);

create table organisation.committee (
  id int primary key default nextval('platform.party_id'),
  kind text not null check (kind in ('committee', 'subcommittee', 'working-group')),
  name_th text not null check (length(name_th) between 2 and 500),
  name_en text not null default '',
  short_name text not null default '',
  order_number text not null check (length(order_number) between 1 and 60),
  order_date date not null,
  duties text not null default '',
  duties_file_id bigint,
  -- majority: at least half of the members; fraction: at least quorum_a of quorum_b; number: at least quorum_a.
  quorum_kind text not null default 'majority' check (quorum_kind in ('majority', 'fraction', 'number')),
  quorum_a int not null default 1 check (quorum_a > 0),
  quorum_b int not null default 2 check (quorum_b > 0),
  quorum_needs_chair boolean not null default false,
  -- Whether a representative counts as the member that he stands for.
  quorum_counts_representatives boolean not null default true,
  secretariat_unit_id int not null references organisation.unit,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  check (quorum_kind <> 'fraction' or quorum_a <= quorum_b)
);
alter table organisation.acting add foreign key (committee_id) references organisation.committee;

-- A seat of a committee belongs to a position (whoever holds it) or to a person by name.
create table organisation.committee_member (
  id int generated always as identity primary key,
  committee_id int not null references organisation.committee,
  person_id int references organisation.person,
  position_id int references organisation.position,
  role text not null check (role in ('chair', 'vice-chair', 'member', 'secretary', 'assistant-secretary')),
  sort_order int not null default 0,
  order_number text not null default '',
  order_date date,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  check (num_nonnulls(person_id, position_id) = 1),
  exclude using gist (committee_id with =, person_id with =, daterange(valid_from, valid_to, '[]') with &&) where (person_id is not null),
  exclude using gist (committee_id with =, position_id with =, daterange(valid_from, valid_to, '[]') with &&) where (position_id is not null),
  constraint committee_member_one_chair exclude using gist (committee_id with =, daterange(valid_from, valid_to, '[]') with &&) where (role = 'chair')
);
create index committee_member_committee on organisation.committee_member (committee_id, sort_order);

-- Who has which role, and where: a person, whoever holds (or acts for) a position, or every holder of a kind of
-- position. `own_unit`: in the unit of that position and below. Neither: everywhere.
create table organisation.role_grant (
  id int generated always as identity primary key,
  person_id int references organisation.person,
  position_id int references organisation.position,
  holders_of text check (holders_of in ('executive', 'head', 'specialist', 'officer', 'records-clerk', 'employee')),
  role text not null check (role in ('clerk', 'unit-head', 'secretariat', 'executive', 'organisation-admin', 'auditor', 'system-admin')),
  unit_id int references organisation.unit,
  own_unit boolean not null default false,
  reason text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  granted_by int not null default 0,
  revoked_at timestamptz,
  revoked_by int,
  check (num_nonnulls(person_id, position_id, holders_of) = 1),
  check (not own_unit or (unit_id is null and person_id is null))
);
create index role_grant_person on organisation.role_grant (person_id) where revoked_at is null;
create index role_grant_position on organisation.role_grant (position_id) where revoked_at is null;

-- What an administrator changed in the table of roles and permissions that the modules declare.
create table organisation.role_permission (
  role text not null check (role in ('staff', 'clerk', 'unit-head', 'secretariat', 'executive', 'organisation-admin', 'auditor', 'system-admin')),
  permission text not null,
  allowed boolean not null,
  reason text not null default '',
  changed_at timestamptz not null default clock_timestamp(),
  changed_by int not null default 0,
  primary key (role, permission)
);

-- Names, seats and rights of people are for those who are signed in; the public sees none of them.
do $$
declare t text;
begin
  foreach t in array array['person', 'holding', 'acting', 'committee_member', 'role_grant'] loop
    execute format('alter table organisation.%I enable row level security', t);
    execute format('create policy signed_in on organisation.%I using (1 = any((select platform.principals())::int[]) or (select platform.is_system()))', t);
  end loop;
end $$;

grant select, insert, update on organisation.person, organisation.position, organisation.holding, organisation.acting,
  organisation.committee, organisation.committee_member, organisation.role_grant, organisation.role_permission to krom_app;
