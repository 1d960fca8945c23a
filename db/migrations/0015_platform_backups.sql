-- What is known of each backup: when, of what kind, where, how large, and whether it was tried out. The backups
-- themselves are files; this list is what people look at. Times are the machine's: a demo's clock moves no files.
create table platform.backup (
  id bigint generated always as identity primary key,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  cause text not null check (cause in ('nightly', 'asked', 'command')),
  kind text not null check (kind in ('physical', 'logical')),
  file text not null,
  state text not null default 'running' check (state in ('running', 'whole', 'failed')),
  size bigint,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  tables int,
  row_count bigint,
  files int,
  -- Contents that the disk had changed before they were backed up.
  damaged int,
  error jsonb,
  -- Administrators were told of the failure.
  told boolean not null default false,
  removed_at timestamptz,
  drilled_at timestamptz,
  drill_ok boolean,
  drill_words jsonb,
  check ((state = 'whole') = (sha256 is not null)),
  check ((state = 'failed') = (error is not null))
);
create index backup_newest on platform.backup (started_at desc);
grant select on platform.backup to krom_app;
grant insert (cause, kind, file) on platform.backup to krom_app;
grant update (finished_at, state, size, sha256, tables, row_count, files, damaged, error, told, removed_at, drilled_at, drill_ok, drill_words) on platform.backup to krom_app;
