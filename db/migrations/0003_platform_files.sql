-- What is known of each uploaded or made file. The content lies in the file store under its hash.
create table platform.file (
  id bigint generated always as identity primary key,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size bigint not null check (size >= 0),
  media_type text not null,
  name text not null check (length(name) between 1 and 200),
  uploaded_by int not null,
  -- Unit whose members may see it, and parties besides.
  unit_id int,
  readers int[] not null default '{}',
  -- What a look into the content found: encoding, encrypted, active content, signatures.
  facts jsonb not null default '{}',
  -- Set when a record takes the file up; what nobody took up is swept.
  taken_at timestamptz,
  created_at timestamptz not null default platform.legal_now()
);
create index file_hash on platform.file (hash);
create index file_untaken on platform.file (id) where taken_at is null;
alter table platform.file enable row level security;
create policy file_see on platform.file for select to krom_app using (
  (uploaded_by = (select platform.actor_id()) and uploaded_by <> 0)
  or unit_id = any ((select platform.principals())::int[])
  or readers && (select platform.principals())
  or (select platform.is_system())
);
create policy file_add on platform.file for insert to krom_app with check (
  uploaded_by = (select platform.actor_id()) or (select platform.is_system())
);
-- Only who sees a file may hand it on; content and name never change.
create policy file_hand_on on platform.file for update to krom_app using (
  (uploaded_by = (select platform.actor_id()) and uploaded_by <> 0)
  or unit_id = any ((select platform.principals())::int[])
  or readers && (select platform.principals())
  or (select platform.is_system())
) with check (true);
create policy file_sweep on platform.file for delete to krom_app using ((select platform.is_system()) and taken_at is null);
grant select, insert, delete on platform.file to krom_app;
grant update (unit_id, readers, taken_at) on platform.file to krom_app;
