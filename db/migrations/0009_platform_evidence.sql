-- Evidence (design §1): any record can stand as evidence of any other, with the hash that its content had then.
create table platform.evidence (
  id bigint generated always as identity primary key,
  for_type text not null,
  for_id bigint not null,
  of_type text not null,
  of_id bigint not null,
  title text not null,
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  -- Day of the evidence itself, not of its being added.
  dated date not null,
  note text not null default '',
  added_by int not null,
  added_at timestamptz not null default platform.legal_now(),
  -- Parties that see the record which this proves.
  readers int[] not null,
  withdrawn_at timestamptz,
  withdrawn_by int,
  withdrawn_reason text,
  check ((withdrawn_at is null) = (withdrawn_reason is null)),
  check (not (for_type = of_type and for_id = of_id))
);
create unique index evidence_once on platform.evidence (for_type, for_id, of_type, of_id) where withdrawn_at is null;
create index evidence_of on platform.evidence (of_type, of_id);
alter table platform.evidence enable row level security;
create policy evidence_see on platform.evidence for select to krom_app using (
  readers && (select platform.principals()) or (1 = any (readers) and (select platform.actor_id()) > 0)
  or added_by = (select platform.actor_id()) and added_by <> 0 or (select platform.is_system()));
create policy evidence_add on platform.evidence for insert to krom_app with check (added_by = (select platform.actor_id()) or (select platform.is_system()));
create policy evidence_mark on platform.evidence for update to krom_app using (
  readers && (select platform.principals()) or (1 = any (readers) and (select platform.actor_id()) > 0)
  or added_by = (select platform.actor_id()) and added_by <> 0 or (select platform.is_system())) with check (true);
grant select, insert on platform.evidence to krom_app;
grant update (readers, withdrawn_at, withdrawn_by, withdrawn_reason) on platform.evidence to krom_app;
