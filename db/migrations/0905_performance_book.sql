-- The yearly book (รูปเล่ม) for the OPDC: asked for by one press, made behind the scenes from the sheet as it stands then.
create table performance.book (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  -- Months of the fiscal year whose results it shows.
  month smallint not null check (month between 1 and 12),
  state text not null default 'asked' check (state in ('asked', 'done', 'failed')),
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  file_size int,
  pages int,
  -- The total as printed, null while results were missing, and the day of the newest value in it.
  total numeric(21, 6),
  missing int,
  why_failed text,
  asked_by int not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  check ((state = 'done') = (file_hash is not null)),
  check ((file_hash is null) = (file_size is null))
);
create index book_of on performance.book (cycle_id, id desc);
alter table performance.book enable row level security;
create policy book_read on performance.book for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy book_add on performance.book for insert to krom_app with check (performance.keeps(cycle_id));
create policy book_change on performance.book for update to krom_app using ((select platform.is_system())) with check ((select platform.is_system()));
grant select, insert on performance.book to krom_app;
grant update (state, file_hash, file_size, pages, total, missing, why_failed, made_at) on performance.book to krom_app;
