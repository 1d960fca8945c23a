-- What is written together: every saving of a draft is a version that stays, and people talk about it beside the text.
create table correspondence.draft_version (
  letter_id bigint not null references correspondence.letter on delete cascade,
  n int not null check (n > 0),
  -- `current`: became the draft. `aside`: typed on an older version than the one that stood by then; kept beside it.
  standing text not null default 'current' check (standing in ('current', 'aside')),
  based_on int,
  -- The whole draft as typed: see store/versions.ts.
  snapshot jsonb not null,
  saved_at timestamptz not null,
  saved_by int not null,
  saved_by_name text not null,
  primary key (letter_id, n)
);
grant select, insert on correspondence.draft_version to krom_app;
alter table correspondence.draft_version enable row level security;
-- Whoever works on the draft; after the issue the unit whose letter it is, never its recipients.
create policy draft_version_seen on correspondence.draft_version for select using (
  exists (select 1 from correspondence.letter l where l.id = letter_id
    and (l.state = 'draft' or l.owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()))));
create policy draft_version_added on correspondence.draft_version for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()))));

create table correspondence.draft_comment (
  id bigint generated always as identity primary key,
  letter_id bigint not null references correspondence.letter on delete cascade,
  version int,
  -- The words that the comment is about, as they stood.
  quote text not null default '',
  words text not null check (words <> ''),
  said_at timestamptz not null,
  said_by int not null,
  said_by_name text not null,
  resolved_at timestamptz,
  resolved_by int,
  resolved_by_name text
);
create index draft_comment_of on correspondence.draft_comment (letter_id, id);
grant select, insert on correspondence.draft_comment to krom_app;
grant update (resolved_at, resolved_by, resolved_by_name) on correspondence.draft_comment to krom_app;
alter table correspondence.draft_comment enable row level security;
create policy draft_comment_seen on correspondence.draft_comment for select using (
  exists (select 1 from correspondence.letter l where l.id = letter_id
    and (l.state = 'draft' or l.owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()))));
create policy draft_comment_added on correspondence.draft_comment for insert with check (
  (select platform.is_system()) or exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()))));
create policy draft_comment_resolved on correspondence.draft_comment for update using (
  exists (select 1 from correspondence.letter l where l.id = letter_id and l.state = 'draft'
    and (l.owner_unit_id = any((select platform.principals())::int[]) or l.readers && (select platform.principals()) or (select platform.is_system()))));
