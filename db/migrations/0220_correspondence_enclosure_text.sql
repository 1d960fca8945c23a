-- Words that a machine read from the files sent with a letter, for the search alone: the files stay as they were sent.
create table correspondence.enclosure_text (
  letter_id bigint not null references correspondence.letter on delete cascade,
  file_id bigint not null,
  hash text not null,
  name text not null,
  state text not null check (state in ('read', 'nothing', 'no-reader', 'failed')),
  text text not null default '',
  read_at timestamptz not null,
  primary key (letter_id, file_id)
);
-- Read again when the machine has a reader of scans.
create index enclosure_text_unread on correspondence.enclosure_text (letter_id) where state = 'no-reader';
grant select, insert, update on correspondence.enclosure_text to krom_app;
alter table correspondence.enclosure_text enable row level security;
-- Whoever may read the words of the letter, and its enclosures with them.
create policy enclosure_text_seen on correspondence.enclosure_text for select using (
  exists (select from correspondence.letter_body b where b.letter_id = enclosure_text.letter_id));
create policy enclosure_text_added on correspondence.enclosure_text for insert with check ((select platform.is_system()));
create policy enclosure_text_changed on correspondence.enclosure_text for update using ((select platform.is_system()));

-- Letters with files: what the nightly job looks through for some that were never read.
create index letter_body_with_files on correspondence.letter_body (letter_id) where enclosures @> '[{"type": "platform.file"}]';
