-- A draft that was opened to another unit waits in that unit's inbox until somebody of it has written on it, remarked on
-- it, or said that it was looked at.
create table correspondence.draft_share (
  letter_id bigint not null references correspondence.letter on delete cascade,
  unit_id int not null,
  shared_at timestamptz not null,
  shared_by_name text not null,
  answered_at timestamptz,
  answered_by_name text,
  primary key (letter_id, unit_id)
);
create index draft_share_waiting on correspondence.draft_share (unit_id) where answered_at is null;
grant select, insert, delete on correspondence.draft_share to krom_app;
grant update (answered_at, answered_by_name) on correspondence.draft_share to krom_app;
alter table correspondence.draft_share enable row level security;
create policy draft_share_seen on correspondence.draft_share for select using (
  unit_id = any((select platform.principals())::int[]) or (select platform.is_system())
  or exists (select 1 from correspondence.letter l where l.id = letter_id and l.owner_unit_id = any((select platform.principals())::int[])));
create policy draft_share_added on correspondence.draft_share for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft' and l.owner_unit_id = any((select platform.principals())::int[])));
create policy draft_share_answered on correspondence.draft_share for update using (
  unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy draft_share_shut on correspondence.draft_share for delete using (
  exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft' and l.owner_unit_id = any((select platform.principals())::int[])));
create index draft_comment_open on correspondence.draft_comment (letter_id) where resolved_at is null;
create index letter_draft_units on correspondence.letter using gin (draft_units) where state = 'draft';
