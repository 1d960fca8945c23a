-- Files brought in by Excel or CSV: staged with a verdict for every row, looked at by a person, then carried out whole.
-- Rows hold names and addresses of people: only who brought the file in sees them.

create table organisation.table_import (
  id int generated always as identity primary key,
  kind text not null check (kind in ('units', 'people', 'positions', 'committees', 'calendar')),
  file_id bigint not null references platform.file,
  file_hash text not null check (file_hash ~ '^[0-9a-f]{64}$'),
  file_name text not null,
  owner_id int not null,
  -- Rows by verdict.
  counts jsonb not null default '{}',
  -- Codes of the columns that the file has, and heads that no column is known by.
  columns text[] not null default '{}',
  unknown_heads text[] not null default '{}',
  created_at timestamptz not null default platform.legal_now(),
  checked_at timestamptz not null default platform.legal_now(),
  -- How often the rows were judged anew because data had changed meanwhile.
  rechecks int not null default 0,
  applied_at timestamptz
);
create index table_import_owner on organisation.table_import (owner_id, id desc);

create table organisation.table_import_row (
  import_id int not null references organisation.table_import on delete cascade,
  row_number int not null,
  owner_id int not null,
  -- The cells as the file has them, by column.
  cells jsonb not null,
  verdict text not null check (verdict in ('new', 'changed', 'unchanged', 'refused', 'duplicate', 'ambiguous')),
  label text not null,
  record_id int,
  changes jsonb not null,
  problems jsonb not null,
  -- Of verdict, record and changes: tells whether a second look found the same.
  fingerprint text not null,
  -- The last look found something else than the look before.
  differs boolean not null default false,
  primary key (import_id, row_number)
);
create index table_import_row_verdict on organisation.table_import_row (import_id, verdict, row_number);

alter table organisation.table_import enable row level security;
create policy own on organisation.table_import using (owner_id = (select platform.actor_id()) and owner_id <> 0) with check (owner_id = (select platform.actor_id()) and owner_id <> 0);
alter table organisation.table_import_row enable row level security;
create policy own on organisation.table_import_row using (owner_id = (select platform.actor_id()) and owner_id <> 0) with check (owner_id = (select platform.actor_id()) and owner_id <> 0);
grant select, insert, update on organisation.table_import to krom_app;
-- Rows of a file that was never carried out are forgotten after a while; the import itself stays as history.
grant select, insert, update, delete on organisation.table_import_row to krom_app;
