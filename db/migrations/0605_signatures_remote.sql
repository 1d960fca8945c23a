-- Signing with a key that a provider keeps: from the moment that a signer sets out for the provider's page of consent to
-- the signature or the reason why there is none.
create table signatures.remote_signing (
  id bigint generated always as identity primary key,
  request_id bigint not null references signatures.request,
  part_id bigint not null references signatures.part,
  person_id int not null references organisation.person,
  person_name text not null,
  certificate_id bigint not null references signatures.certificate,
  credential_id text not null,
  -- The state of the file that was prepared, and the prepared file in the file store.
  file_n int not null check (file_n >= 0),
  prepared_hash text not null check (prepared_hash ~ '^[0-9a-f]{64}$'),
  -- asked: the browser is at the provider; answered: it came back with a code; ended: there is no signature, for `problem`.
  state text not null default 'asked' check (state in ('asked', 'answered', 'done', 'ended')),
  -- The provider's code, then what it was exchanged for; under a key outside the database, and gone when it ends.
  sealed text,
  sealed_kind text check (sealed_kind in ('code', 'sad')),
  problem text,
  asked_at timestamptz not null,
  answered_at timestamptz,
  ended_at timestamptz,
  check ((sealed is null) = (sealed_kind is null)),
  check ((state = 'answered') = (sealed is not null)),
  check ((state = 'ended') = (problem is not null)),
  check ((state in ('done', 'ended')) = (ended_at is not null))
);
create index remote_signing_of_part on signatures.remote_signing (part_id, id desc);
-- One way there at a time for each signer of a part.
create unique index remote_signing_under_way on signatures.remote_signing (part_id, person_id) where state in ('asked', 'answered');
grant select, insert on signatures.remote_signing to krom_app;
grant update (state, sealed, sealed_kind, problem, answered_at, ended_at) on signatures.remote_signing to krom_app;
alter table signatures.remote_signing enable row level security;
create policy remote_signing_own on signatures.remote_signing for select to krom_app using ((person_id = (select platform.actor_id()) and person_id > 0) or (select platform.is_system()));
create policy remote_signing_added on signatures.remote_signing for insert to krom_app with check (person_id = (select platform.actor_id()) and person_id > 0
  and exists (select from signatures.request r where r.id = request_id));
create policy remote_signing_changed on signatures.remote_signing for update to krom_app using ((person_id = (select platform.actor_id()) and person_id > 0) or (select platform.is_system()));

create function signatures.remote_signing_stays() returns trigger language plpgsql as $$
begin
  if old.state in ('done', 'ended') then raise exception 'Remote signing % has ended', old.id; end if;
  return new;
end $$;
create trigger remote_signing_stays before update on signatures.remote_signing for each row execute function signatures.remote_signing_stays();
