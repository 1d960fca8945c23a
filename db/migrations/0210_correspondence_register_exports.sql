-- Packages of a unit's registers of a calendar year, made by a job: who asked for them, how far they are, what came out.
-- A package that is made never changes; a new one is made beside it.
create table correspondence.register_export (
  id bigint generated always as identity primary key,
  owner_unit_id int not null,
  -- As the unit was called on the day.
  unit_label text not null,
  year int not null check (year between 2400 and 2700),
  state text not null default 'waiting' check (state in ('waiting', 'working', 'done', 'failed')),
  asked_at timestamptz not null,
  asked_by int not null,
  asked_by_name text not null,
  done_parts int not null default 0,
  all_parts int not null default 0,
  finished_at timestamptz,
  failure text,
  file_hash text check (file_hash ~ '^[0-9a-f]{64}$'),
  file_size bigint,
  -- Rows sent and received, numbers that are void, letters whose definitive file is named by its hash.
  sent_rows int,
  received_rows int,
  void_rows int,
  letter_files int,
  -- The holder of the certificate; null: not signed.
  signed_by text,
  check ((state = 'done') = (file_hash is not null)),
  check ((state = 'failed') = (failure is not null))
);
create index register_export_of on correspondence.register_export (owner_unit_id, id desc);
grant select, insert on correspondence.register_export to krom_app;
grant update (state, done_parts, all_parts, finished_at, failure, file_hash, file_size, sent_rows, received_rows, void_rows, letter_files, signed_by)
  on correspondence.register_export to krom_app;

alter table correspondence.register_export enable row level security;
create policy register_export_seen on correspondence.register_export for select using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy register_export_asked on correspondence.register_export for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy register_export_made on correspondence.register_export for update using ((select platform.is_system()));

create function correspondence.register_export_stays() returns trigger language plpgsql as $$
begin
  if old.state = 'done' then raise exception 'Package % of the register is made and stays', old.id; end if;
  return new;
end $$;
create trigger register_export_stays before update on correspondence.register_export
  for each row execute function correspondence.register_export_stays();
