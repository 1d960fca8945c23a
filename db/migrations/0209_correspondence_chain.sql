-- What happened to a received letter, in order: proposed (เกษียน), passed up, ordered, assigned, returned, closed (clause 39,
-- การบันทึกต่อเนื่อง). A step is added and never changed.
create table correspondence.chain_step (
  id bigint generated always as identity primary key,
  received_letter_id bigint not null references correspondence.received_letter,
  ordinal int not null check (ordinal > 0),
  kind text not null check (kind in ('register', 'propose', 'pass-up', 'order', 'forward', 'return', 'recall', 'receive', 'report', 'send-back',
    'reply', 'close', 'reopen', 'park', 'reroute')),
  purpose text check (purpose in ('inform', 'consider', 'approve', 'sign', 'order')),
  verdict text check (verdict in ('noted', 'approved', 'rejected', 'as-proposed', 'assign', 'circulate', 'file', 'consult')),
  note text not null default '',
  -- To whom it went, as called on that day.
  to_label text not null default '',
  to_position_id int,
  letter_id bigint references correspondence.letter,
  due_at timestamptz,
  by_person int not null,
  by_name text not null,
  -- Post and, of somebody who acts, the phrase with the principal's post.
  by_title text not null default '',
  -- What was relied on that day (own, acting, delegated).
  authority jsonb,
  at timestamptz not null,
  check ((kind = 'order') = (verdict is not null)),
  check (kind not in ('order', 'pass-up') or authority is not null),
  unique (received_letter_id, ordinal)
);
grant select, insert on correspondence.chain_step to krom_app;
alter table correspondence.chain_step enable row level security;
create policy chain_step_seen on correspondence.chain_step for select using (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));
create policy chain_step_added on correspondence.chain_step for insert with check (
  (select platform.is_system()) or (by_person = (select platform.actor_id()) and exists (select from correspondence.received_letter r where r.id = received_letter_id)));

create function correspondence.chain_step_stays() returns trigger language plpgsql as $$
begin
  raise exception 'Step % of received letter % is written and stays', old.ordinal, old.received_letter_id;
end $$;
create trigger chain_step_stays before update or delete on correspondence.chain_step
  for each row execute function correspondence.chain_step_stays();

-- Who is to do something, beside each other or one after another (`turn`).
create table correspondence.received_assignment (
  id bigint generated always as identity primary key,
  received_letter_id bigint not null references correspondence.received_letter,
  step_id bigint not null references correspondence.chain_step,
  turn int not null check (turn > 0),
  unit_id int,
  person_id int,
  label text not null,
  note text not null default '',
  due_at timestamptz,
  state text not null check (state in ('queued', 'open', 'done', 'returned', 'recalled')),
  given_at timestamptz not null,
  opened_at timestamptz,
  opened_by_name text,
  -- The unit's own registration.
  child_id bigint references correspondence.received_letter,
  ended_at timestamptz,
  ended_by_name text,
  result text not null default '',
  parked_at timestamptz,
  check (num_nonnulls(unit_id, person_id) = 1),
  check ((state in ('queued', 'open')) = (ended_at is null))
);
create index received_assignment_of on correspondence.received_assignment (received_letter_id, turn, id);
create index received_assignment_unit on correspondence.received_assignment (unit_id) where state = 'open' and unit_id is not null;
create index received_assignment_person on correspondence.received_assignment (person_id) where state = 'open' and person_id is not null;
grant select, insert on correspondence.received_assignment to krom_app;
grant update (state, opened_at, opened_by_name, child_id, ended_at, ended_by_name, result, parked_at, given_at) on correspondence.received_assignment to krom_app;
alter table correspondence.received_assignment enable row level security;
create policy received_assignment_seen on correspondence.received_assignment for select using (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));
create policy received_assignment_added on correspondence.received_assignment for insert with check (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));
create policy received_assignment_changed on correspondence.received_assignment for update using (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));

alter table correspondence.received_letter add constraint received_letter_assignment foreign key (assignment_id) references correspondence.received_assignment;

-- A reply written to a received letter: from draft on, so that its issue can close the loop (clause 39).
create table correspondence.received_reply (
  received_letter_id bigint not null references correspondence.received_letter,
  letter_id bigint not null unique references correspondence.letter on delete cascade,
  closes boolean not null,
  begun_at timestamptz not null,
  primary key (received_letter_id, letter_id)
);
grant select, insert on correspondence.received_reply to krom_app;
alter table correspondence.received_reply enable row level security;
create policy received_reply_seen on correspondence.received_reply for select using (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));
create policy received_reply_added on correspondence.received_reply for insert with check (
  exists (select from correspondence.received_letter r where r.id = received_letter_id));
