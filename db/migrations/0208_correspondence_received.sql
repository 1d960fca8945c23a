-- Received letters: a register (form 13) for each unit, with numbers of its own over a calendar year. A letter that goes
-- on to another unit is registered there again under that unit's number (clause 40).

-- Last number of each incoming series. As correspondence.counter, but of the people of the unit alone.
create table correspondence.incoming_counter (
  owner_unit_id int not null,
  -- Letters with a class of secrecy have a register of their own (ทขล. ๑).
  book text not null check (book in ('incoming', 'incoming-secret')),
  year int not null check (year between 2400 and 2700),
  last_number int not null check (last_number >= 0),
  primary key (owner_unit_id, book, year)
) with (fillfactor = 50);
grant select, insert, update on correspondence.incoming_counter to krom_app;
create trigger incoming_counter_only_rises before update on correspondence.incoming_counter
  for each row execute function correspondence.counter_only_rises();
alter table correspondence.incoming_counter enable row level security;
create policy incoming_counter_own on correspondence.incoming_counter using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

create table correspondence.received_letter (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  book text not null check (book in ('incoming', 'incoming-secret')),
  year int not null check (year between 2400 and 2700),
  number int not null check (number > 0),
  channel text not null check (channel in ('paper', 'scan', 'e-mail', 'hand', 'internal')),
  -- A letter of the house that was received, and the registration by the unit that passed it here.
  letter_id bigint references correspondence.letter,
  origin_id bigint references correspondence.received_letter,
  assignment_id bigint unique,
  -- As on the letter.
  from_text text not null check (from_text <> ''),
  reference text not null default '',
  letter_date date,
  to_text text not null default '',
  subject text not null check (subject <> ''),
  enclosures_text text not null default '',
  urgency text not null default 'ordinary' check (urgency in ('ordinary', 'urgent', 'very-urgent', 'most-urgent')),
  -- "ด่วนภายใน" a day and an hour.
  urgent_before timestamptz,
  -- ลับที่สุด never comes by the electronic channel, so it has no place here.
  secrecy text not null default 'none' check (secrecy in ('none', 'confidential', 'secret')),
  restricted boolean generated always as (secrecy <> 'none') stored,
  received_at timestamptz not null,
  -- By the office calendar: outside office hours, when the office opens next (Act of 2565, section 10).
  deemed_received_at timestamptz not null check (deemed_received_at >= received_at),
  registered_at timestamptz not null,
  registered_by int not null,
  registered_by_name text not null,
  -- What becomes of it. Who may see it besides the unit (of a restricted one: who at all).
  readers int[] not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'proposed', 'working', 'closed')),
  holder_position_id int,
  holder_label text not null default '',
  holder_since timestamptz,
  holder_opened_at timestamptz,
  holder_opened_by_name text,
  -- Who put it there: that person may take it back before it is opened.
  sent_by int,
  due_at timestamptz,
  first_ordered_at timestamptz,
  closed_at timestamptz,
  closed_by_name text,
  outcome text,
  parked_at timestamptz,
  parked_reason text,
  action_text text not null default '',
  remark text not null default '',
  -- How many steps its chain has: the next one is numbered from it, and whoever saw fewer is told.
  steps int not null default 0,
  check ((state = 'proposed') = (holder_position_id is not null)),
  check ((state = 'closed') = (closed_at is not null)),
  check ((parked_at is null) = (parked_reason is null)),
  unique (owner_unit_id, book, year, number)
);
create index received_letter_of_unit on correspondence.received_letter (owner_unit_id, id desc);
create index received_letter_open on correspondence.received_letter (owner_unit_id, state) where state <> 'closed';
create index received_letter_held on correspondence.received_letter (holder_position_id) where holder_position_id is not null;
create index received_letter_same on correspondence.received_letter (owner_unit_id, reference) where reference <> '';
create index received_letter_parked on correspondence.received_letter (parked_at) where parked_at is not null;
create unique index received_letter_once on correspondence.received_letter (owner_unit_id, letter_id) where letter_id is not null;
grant select, insert on correspondence.received_letter to krom_app;
grant update (readers, state, holder_position_id, holder_label, holder_since, holder_opened_at, holder_opened_by_name, sent_by, due_at,
  first_ordered_at, closed_at, closed_by_name, outcome, parked_at, parked_reason, action_text, remark, steps) on correspondence.received_letter to krom_app;

alter table correspondence.received_letter enable row level security;
create policy received_letter_seen on correspondence.received_letter for select using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));
create policy received_letter_added on correspondence.received_letter for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy received_letter_changed on correspondence.received_letter for update using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));

-- What was received, when, and under which number never changes; nobody takes it away.
create function correspondence.received_letter_stays() returns trigger language plpgsql as $$
declare fate text[] := array['readers', 'state', 'holder_position_id', 'holder_label', 'holder_since', 'holder_opened_at', 'holder_opened_by_name',
  'sent_by', 'due_at', 'first_ordered_at', 'closed_at', 'closed_by_name', 'outcome', 'parked_at', 'parked_reason', 'action_text', 'remark', 'steps',
  -- Worked out from secrecy after this trigger, so still empty in it.
  'restricted'];
begin
  if tg_op = 'DELETE' then raise exception 'Received letter % stays in its register', old.id; end if;
  if (to_jsonb(new) - fate) is distinct from (to_jsonb(old) - fate) then
    raise exception 'Received letter % is registered: what was received cannot change', old.id;
  end if;
  if new.steps < old.steps then raise exception 'The chain of received letter % never grows shorter', old.id; end if;
  if old.first_ordered_at is not null and new.first_ordered_at is distinct from old.first_ordered_at then
    raise exception 'Received letter % had its first order', old.id;
  end if;
  return new;
end $$;
create trigger received_letter_stays before update or delete on correspondence.received_letter
  for each row execute function correspondence.received_letter_stays();

-- Files as they came: the content stands under its hash in the file store and is never altered.
create table correspondence.received_file (
  received_letter_id bigint not null references correspondence.received_letter,
  ordinal int not null,
  file_id bigint not null,
  hash text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  -- Read from it by machine, for search and proposals only.
  read_state text not null default 'waiting' check (read_state in ('waiting', 'read', 'nothing', 'no-reader', 'failed')),
  read_text text not null default '',
  read_at timestamptz,
  primary key (received_letter_id, ordinal)
);
create index received_file_same on correspondence.received_file (hash);
grant select, insert on correspondence.received_file to krom_app;
grant update (read_state, read_text, read_at) on correspondence.received_file to krom_app;
alter table correspondence.received_file enable row level security;
create policy received_file_seen on correspondence.received_file for select using (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));
create policy received_file_added on correspondence.received_file for insert with check (
  exists (select from correspondence.received_letter r where r.id = received_letter_id
    and (r.owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()))));
create policy received_file_read on correspondence.received_file for update using ((select platform.is_system()));
