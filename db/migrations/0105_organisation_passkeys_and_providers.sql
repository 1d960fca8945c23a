-- Passkeys, sign-in at a provider (OpenID Connect), and the national ID as a keyed hash. The application's role reads
-- none of the tables about people: it asks the functions below, which answer one question each. Times here are the
-- machine's, never the legal clock's.

-- A challenge or a journey to a provider is sealed and given to the browser; what is kept here is only that it was used.
create table organisation.ceremony_used (
  id uuid primary key,
  until timestamptz not null
);
alter table organisation.ceremony_used enable row level security;
create index ceremony_used_until on organisation.ceremony_used (until);

create table organisation.passkey (
  id int generated always as identity primary key,
  person_id int not null references organisation.account,
  -- Names the person to the authenticator: random, the same for all passkeys of one person.
  user_handle bytea not null check (length(user_handle) = 32),
  credential_id text not null check (length(credential_id) between 8 and 1400),
  public_key bytea not null,
  counter bigint not null check (counter >= 0),
  transports text[] not null default '{}',
  -- Kept by a service and on several devices, or bound to one device.
  synced boolean not null,
  name text not null check (length(name) between 1 and 60),
  created_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  removed_at timestamptz
);
alter table organisation.passkey enable row level security;
create unique index passkey_credential on organisation.passkey (credential_id) where removed_at is null;
create index passkey_person on organisation.passkey (person_id) where removed_at is null;

-- Providers of identity, as an administrator enters them. No person in it.
create table organisation.identity_provider (
  id int generated always as identity primary key,
  label_th text not null check (length(label_th) between 1 and 60),
  label_en text not null check (length(label_en) between 1 and 60),
  issuer text not null check (length(issuer) between 8 and 500),
  client_id text not null check (length(client_id) between 1 and 300),
  -- Sealed with a key that is not in the database.
  client_secret text not null,
  authentication text not null check (authentication in ('client_secret_basic', 'client_secret_post')),
  scopes text[] not null check ('openid' = any (scopes)),
  -- What finds the person at the first sign-in, and the claim that carries it.
  match_by text not null check (match_by in ('national-id', 'email')),
  match_claim text not null check (length(match_claim) between 1 and 100),
  -- Values of `amr` or `acr` by which the provider says that it asked for a second factor.
  strong_values text[] not null default '{}',
  active boolean not null default false,
  sort_order int not null default 100,
  created_at timestamptz not null default clock_timestamp(),
  changed_at timestamptz not null default clock_timestamp()
);
grant select, insert, update on organisation.identity_provider to krom_app;

-- Who somebody is at a provider: issuer and subject, which never change, whatever becomes of address or name.
create table organisation.identity (
  id int generated always as identity primary key,
  provider_id int not null references organisation.identity_provider,
  person_id int not null references organisation.account,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  -- By the claim at the first sign-in, or by the person while signed in.
  linked_by text not null check (linked_by in ('claim', 'person')),
  linked_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz,
  removed_at timestamptz
);
alter table organisation.identity enable row level security;
create unique index identity_subject on organisation.identity (issuer, subject) where removed_at is null;
create unique index identity_person on organisation.identity (provider_id, person_id) where removed_at is null;

-- The national ID is never kept: a hash with a key outside the database finds the person, the last digits let those
-- who keep the list of people see that it is the right one.
create table organisation.national_id (
  person_id int primary key references organisation.person,
  hash bytea not null check (length(hash) = 32),
  last_digits text not null check (last_digits ~ '^[0-9]{3}$'),
  changed_at timestamptz not null default clock_timestamp(),
  changed_by int not null
);
alter table organisation.national_id enable row level security;
create index national_id_hash on organisation.national_id (hash);

-- True for the one who uses it first.
create function organisation.use_ceremony(p_id uuid, p_until timestamptz) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  delete from organisation.ceremony_used where until < clock_timestamp() - interval '1 hour';
  insert into organisation.ceremony_used (id, until) values (p_id, p_until) on conflict (id) do nothing;
  return found;
end $$;

create function organisation.ceremony_is_used(p_id uuid) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.ceremony_used where id = p_id)
$$;

-- Passkeys of the transaction's own person.
create function organisation.my_passkeys()
  returns table (id int, credential_id text, transports text[], synced boolean, name text, user_handle bytea, created_at timestamptz, last_used_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select k.id, k.credential_id, k.transports, k.synced, k.name, k.user_handle, k.created_at, k.last_used_at
  from organisation.passkey k where k.person_id = platform.actor_id() and k.removed_at is null order by k.id
$$;

-- Null where this credential is kept already.
create function organisation.add_my_passkey(p_user_handle bytea, p_credential text, p_public_key bytea, p_counter bigint, p_transports text[], p_synced boolean, p_name text) returns int
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.passkey (person_id, user_handle, credential_id, public_key, counter, transports, synced, name)
  select a.person_id, p_user_handle, p_credential, p_public_key, p_counter, p_transports, p_synced, p_name
  from organisation.account a where a.person_id = platform.actor_id() and a.disabled_at is null
  on conflict (credential_id) where removed_at is null do nothing
  returning id
$$;

create function organisation.rename_my_passkey(p_id int, p_name text) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.passkey set name = p_name where id = p_id and person_id = platform.actor_id() and removed_at is null;
  return found;
end $$;

create function organisation.remove_my_passkey(p_id int) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.passkey set removed_at = clock_timestamp() where id = p_id and person_id = platform.actor_id() and removed_at is null;
  return found;
end $$;

-- The passkey that a sign-in speaks of, locked, where its account is open on a legal day. Uses of one passkey wait for
-- each other, so that a counter is never read twice.
create function organisation.passkey_for_sign_in(p_credential text, p_day date)
  returns table (id int, person_id int, user_handle bytea, public_key bytea, counter bigint, transports text[], name text, owner_name text, owner_email text)
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  select k.id, k.person_id, k.user_handle, k.public_key, k.counter, k.transports, k.name, p.title || p.given || ' ' || p.family, p.email
  from organisation.passkey k join organisation.account a on a.person_id = k.person_id join organisation.person p on p.id = k.person_id
  where k.credential_id = p_credential and k.removed_at is null and a.disabled_at is null and (p.left_on is null or p.left_on >= p_day)
  for update of k
$$;

create function organisation.passkey_used(p_id int, p_counter bigint, p_synced boolean) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.passkey set counter = p_counter, synced = p_synced, last_used_at = clock_timestamp() where id = p_id
$$;

-- Whose identity this is; nobody where it is not linked, or its account is not open on a legal day. `removed` tells of
-- a link that its person took back: it is not made again behind that person's back.
create function organisation.identity_for_sign_in(p_issuer text, p_subject text, p_day date)
  returns table (id int, person_id int, open boolean, removed boolean)
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  select i.id, i.person_id, a.disabled_at is null and (p.left_on is null or p.left_on >= p_day), i.removed_at is not null
  from organisation.identity i join organisation.account a on a.person_id = i.person_id join organisation.person p on p.id = i.person_id
  where i.issuer = p_issuer and i.subject = p_subject
  order by i.removed_at desc nulls first limit 1
$$;

-- People in service on a legal day whom a claim names, with whether each has an open account and a link to that
-- provider already.
create function organisation.people_by_claim(p_match_by text, p_hash bytea, p_email text, p_provider int, p_day date)
  returns table (person_id int, open boolean, linked boolean)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select p.id, exists (select from organisation.account a where a.person_id = p.id and a.disabled_at is null),
    exists (select from organisation.identity i where i.person_id = p.id and i.provider_id = p_provider and i.removed_at is null)
  from organisation.person p
  where (p.left_on is null or p.left_on >= p_day) and case p_match_by
    when 'national-id' then exists (select from organisation.national_id n where n.person_id = p.id and n.hash = p_hash)
    else lower(p.email) = lower(p_email) end
  order by p.id limit 3
$$;

-- Null where the subject, or the person at this provider, is linked already.
create function organisation.link_identity(p_provider int, p_person int, p_issuer text, p_subject text, p_linked_by text) returns int
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.identity (provider_id, person_id, issuer, subject, linked_by)
  select p_provider, p_person, p_issuer, p_subject, p_linked_by
  where p_linked_by = 'claim' or p_person = platform.actor_id()
  on conflict do nothing returning id
$$;

create function organisation.identity_used(p_id int) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.identity set last_used_at = clock_timestamp() where id = p_id
$$;

create function organisation.my_identities()
  returns table (id int, provider_id int, linked_by text, linked_at timestamptz, last_used_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select i.id, i.provider_id, i.linked_by, i.linked_at, i.last_used_at
  from organisation.identity i where i.person_id = platform.actor_id() and i.removed_at is null order by i.id
$$;

create function organisation.unlink_my_identity(p_id int) returns int
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.identity set removed_at = clock_timestamp()
  where id = p_id and person_id = platform.actor_id() and removed_at is null returning provider_id
$$;

create function organisation.linked_people(p_provider int) returns int
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select count(*)::int from organisation.identity where provider_id = p_provider and removed_at is null
$$;

-- For those who keep the list of people; the public and the system have no use for it.
create function organisation.national_id_digits(p_person int) returns text
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select last_digits from organisation.national_id where person_id = p_person and platform.actor_id() > 0
$$;

-- Who else in service has the same number, or nobody; then it is kept.
create function organisation.set_national_id(p_person int, p_hash bytea, p_last_digits text, p_day date) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if exists (select from organisation.national_id n join organisation.person p on p.id = n.person_id
      where n.hash = p_hash and n.person_id <> p_person and (p.left_on is null or p.left_on >= p_day)) then return false; end if;
  insert into organisation.national_id (person_id, hash, last_digits, changed_by) values (p_person, p_hash, p_last_digits, platform.actor_id())
    on conflict (person_id) do update set hash = excluded.hash, last_digits = excluded.last_digits, changed_at = clock_timestamp(), changed_by = excluded.changed_by;
  return true;
end $$;

create function organisation.remove_national_id(p_person int) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  delete from organisation.national_id where person_id = p_person and platform.actor_id() > 0;
  return found;
end $$;

do $$
declare f text;
begin
  foreach f in array array[
    'use_ceremony(uuid, timestamptz)', 'ceremony_is_used(uuid)', 'my_passkeys()', 'add_my_passkey(bytea, text, bytea, bigint, text[], boolean, text)',
    'rename_my_passkey(int, text)', 'remove_my_passkey(int)', 'passkey_for_sign_in(text, date)', 'passkey_used(int, bigint, boolean)',
    'identity_for_sign_in(text, text, date)', 'people_by_claim(text, bytea, text, int, date)', 'link_identity(int, int, text, text, text)', 'identity_used(int)',
    'my_identities()', 'unlink_my_identity(int)', 'linked_people(int)', 'national_id_digits(int)', 'set_national_id(int, bytea, text, date)', 'remove_national_id(int)'] loop
    execute format('revoke all on function organisation.%s from public', f);
    execute format('grant execute on function organisation.%s to krom_app', f);
  end loop;
end $$;
