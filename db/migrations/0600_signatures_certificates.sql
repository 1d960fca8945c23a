-- Certificates with which people sign, from the request to their end. The private key stands in a table of its own, and
-- only under the passphrase of its holder.
create schema signatures;
grant usage on schema signatures to krom_app;

-- Whether the actor keeps the certificates of the whole department: by the roles that the module gives the right
-- `signatures.keep-certificates`, with what an administrator changed in the table of roles. A right in one unit does not count.
create function signatures.keeps_certificates() returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select platform.actor_id() > 0 and exists (
    select from organisation.rights_of(platform.actor_id(), (platform.legal_now() at time zone 'Asia/Bangkok')::date) r
    cross join jsonb_array_elements(r.grants || '[{"role": "staff", "units": null}]'::jsonb) g
    left join organisation.role_permission o on o.role = g ->> 'role' and o.permission = 'signatures.keep-certificates'
    where coalesce(o.allowed, g ->> 'role' in ('system-admin', 'organisation-admin'))
      and (g -> 'units' = 'null'::jsonb or exists (select from organisation.unit u where u.kind = 'department' and g -> 'units' @> to_jsonb(u.id))))
$$;
revoke all on function signatures.keeps_certificates() from public;
grant execute on function signatures.keeps_certificates() to krom_app;

create table signatures.certificate (
  id bigint generated always as identity primary key,
  person_id int not null references organisation.person,
  -- Where the certificate names a post: whoever holds it signs in its name, and the certificate ends with the holding.
  position_id int references organisation.position,
  -- file: the key is kept here under a passphrase. remote: a signing service keeps it under `credential_id`.
  kind text not null default 'file' check (kind in ('file', 'remote')),
  credential_id text check (length(credential_id) between 1 and 300),
  state text not null check (state in ('requested', 'sent', 'received', 'active', 'refused', 'revoked', 'replaced', 'removed')),
  -- As asked for: what the authority is to write.
  requested_name text not null check (length(requested_name) between 1 and 200),
  requested_post text not null default '' check (length(requested_post) <= 300),
  requested_email text not null default '' check (length(requested_email) <= 254),
  requested_by int not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  -- PKCS#10 in PEM, and the key that it asks for (SPKI, DER): a certificate that comes back must be of this key.
  request text check (length(request) <= 20000),
  public_key bytea check (length(public_key) <= 5000),
  -- The letter with which the request went to the authority.
  authority text not null default '' check (length(authority) <= 200),
  letter_reference text not null default '' check (length(letter_reference) <= 100),
  letter_date date,
  -- DER; then those who issued it, upwards. What is read out of it stands beside it.
  certificate bytea check (length(certificate) <= 20000),
  chain bytea[] not null default '{}' check (cardinality(chain) <= 10),
  subject text not null default '',
  subject_post text not null default '',
  issuer text not null default '',
  serial text not null default '',
  fingerprint text check (fingerprint ~ '^[0-9a-f]{64}$'),
  key_kind text check (key_kind in ('rsa', 'ec')),
  valid_from timestamptz,
  valid_to timestamptz,
  -- What did not agree when it was taken in, and was accepted: `name-differs`, `issuer-not-trusted`.
  warnings text[] not null default '{}',
  -- Hand-over: who gave it to the holder, when, and how it was made sure who that is.
  handed_by int,
  handed_by_name text,
  handed_at timestamptz,
  identity_check text check (length(identity_check) between 2 and 500),
  -- The end: refused, revoked, replaced, removed.
  ended_on date,
  ended_reason text check (length(ended_reason) <= 500),
  replaced_by bigint references signatures.certificate,
  -- The fewest days before the end of which holder and keeper were warned.
  warned_days int,
  check ((kind = 'remote') >= (credential_id is not null)),
  check (num_nonnulls(certificate, fingerprint, key_kind, valid_from, valid_to) in (0, 5)),
  check (state not in ('received', 'active') or certificate is not null),
  check (state <> 'active' or handed_at is not null),
  check ((state in ('refused', 'revoked', 'replaced', 'removed')) = (ended_on is not null)),
  check (state = 'replaced' or replaced_by is null)
);
create index certificate_of_person on signatures.certificate (person_id, id desc);
create index certificate_ends on signatures.certificate (valid_to) where state = 'active';
create unique index certificate_once on signatures.certificate (person_id, fingerprint) where state in ('requested', 'sent', 'received', 'active');
grant select, insert on signatures.certificate to krom_app;
grant update (state, credential_id, request, public_key, authority, letter_reference, letter_date, certificate, chain, subject, subject_post, issuer, serial, fingerprint,
  key_kind, valid_from, valid_to, warnings, handed_by, handed_by_name, handed_at, identity_check, ended_on, ended_reason, replaced_by, warned_days) on signatures.certificate to krom_app;

alter table signatures.certificate enable row level security;
create policy certificate_seen on signatures.certificate for select to krom_app using (
  person_id = (select platform.actor_id()) and person_id > 0 or (select platform.is_system()) or (select signatures.keeps_certificates()));
create policy certificate_added on signatures.certificate for insert to krom_app with check (
  person_id = (select platform.actor_id()) and person_id > 0 or (select platform.is_system()) or (select signatures.keeps_certificates()));
create policy certificate_changed on signatures.certificate for update to krom_app using (
  person_id = (select platform.actor_id()) and person_id > 0 or (select platform.is_system()) or (select signatures.keeps_certificates()));

-- What was signed with stays what it was, and an end is an end.
create function signatures.certificate_stays() returns trigger language plpgsql as $$
begin
  if old.certificate is not null and new.certificate is distinct from old.certificate then raise exception 'Certificate % is in its place: another one is another line', old.id; end if;
  if old.public_key is not null and new.public_key is distinct from old.public_key and old.certificate is not null then raise exception 'Certificate % belongs to its key', old.id; end if;
  if old.ended_on is not null and new.state is distinct from old.state then raise exception 'Certificate % has ended', old.id; end if;
  return new;
end $$;
create trigger certificate_stays before update on signatures.certificate for each row execute function signatures.certificate_stays();

-- The private key (EncryptedPrivateKeyInfo, RFC 5958: AES-256 under PBKDF2 of the passphrase). The passphrase is kept
-- nowhere, and nobody but the holder reads even this: not a keeper, not a job.
create table signatures.certificate_key (
  certificate_id bigint primary key references signatures.certificate,
  person_id int not null,
  protected bytea not null check (length(protected) between 50 and 20000),
  kept_at timestamptz not null
);
grant select, insert, delete on signatures.certificate_key to krom_app;
grant update (protected, kept_at) on signatures.certificate_key to krom_app;
alter table signatures.certificate_key enable row level security;
create policy certificate_key_own on signatures.certificate_key for select to krom_app using (person_id = (select platform.actor_id()) and person_id > 0);
create policy certificate_key_changed on signatures.certificate_key for update to krom_app using (person_id = (select platform.actor_id()) and person_id > 0);
create policy certificate_key_gone on signatures.certificate_key for delete to krom_app using (person_id = (select platform.actor_id()) and person_id > 0);
-- The system adds the keys of invented people when a demo is laid.
create policy certificate_key_added on signatures.certificate_key for insert to krom_app with check (
  (person_id = (select platform.actor_id()) and person_id > 0 or (select platform.is_system()))
  and exists (select from signatures.certificate c where c.id = certificate_id and c.person_id = certificate_key.person_id));

-- What happened to a certificate; only ever added to.
create table signatures.certificate_event (
  id bigint generated always as identity primary key,
  certificate_id bigint not null references signatures.certificate,
  at timestamptz not null,
  by_id int not null,
  by_name text not null,
  act text not null check (act in ('requested', 'key-made', 'sent', 'received', 'taken-in', 'handed-over', 'refused', 'revoked', 'replaced', 'removed', 'passphrase-changed', 'warned')),
  note text not null default '' check (length(note) <= 1000)
);
create index certificate_event_of on signatures.certificate_event (certificate_id, id);
grant select, insert on signatures.certificate_event to krom_app;
alter table signatures.certificate_event enable row level security;
create policy certificate_event_seen on signatures.certificate_event for select to krom_app using (
  exists (select from signatures.certificate c where c.id = certificate_id));
create policy certificate_event_added on signatures.certificate_event for insert to krom_app with check (
  (by_id = (select platform.actor_id()) or (select platform.is_system())) and exists (select from signatures.certificate c where c.id = certificate_id));
