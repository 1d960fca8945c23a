-- Requests for electronic signatures on a PDF: steps one after another, parts side by side within a step, the files that
-- came of it and what happened. Certificates and keys stand in 0600.
create table signatures.request (
  id bigint generated always as identity primary key,
  -- The record that is signed: `correspondence.letter`, or `platform.file` for a file that was brought along.
  subject_type text not null check (subject_type <> ''),
  subject_id bigint not null,
  href text not null check (href like '/%'),
  -- Number as printed, where the record has one.
  reference text not null default '',
  title text not null check (title <> ''),
  file_name text not null,
  owner_unit_id int not null,
  -- Parties of its parts, who asked for it, whom it was told to: they see it.
  readers int[] not null,
  -- A classified record: only the readers see it, not the whole unit.
  restricted boolean not null,
  state text not null default 'open' check (state in ('open', 'complete', 'refused', 'withdrawn')),
  requested_by int not null,
  requested_by_name text not null,
  requested_at timestamptz not null,
  ended_at timestamptz,
  ended_by_name text,
  end_reason text,
  check ((state = 'open') = (ended_at is null)),
  check (state not in ('refused', 'withdrawn') or end_reason <> '')
);
-- One request at a time on a record; a new one after a refusal.
create unique index request_open on signatures.request (subject_type, subject_id) where state in ('open', 'complete');
create index request_of_unit on signatures.request (owner_unit_id, id desc);
grant select, insert on signatures.request to krom_app;
grant update (readers, state, ended_at, ended_by_name, end_reason) on signatures.request to krom_app;
alter table signatures.request enable row level security;
create policy request_seen on signatures.request for select using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));
create policy request_added on signatures.request for insert with check (
  (requested_by = (select platform.actor_id()) and owner_unit_id = any((select platform.principals())::int[])) or (select platform.is_system()));
create policy request_changed on signatures.request for update using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));

create table signatures.part (
  id bigint generated always as identity primary key,
  request_id bigint not null references signatures.request,
  step int not null check (step > 0),
  ordinal int not null check (ordinal > 0),
  kind text not null check (kind in ('approve', 'sign')),
  -- Whose turn it is: whoever answers for the post on that day, or one person.
  position_id int,
  person_id int,
  -- As called when it was asked for.
  label text not null,
  -- Where it is shown: {page, x, y} of the printed name, points from the lower left; null: in the next free place.
  place jsonb,
  -- `signed`: the signature is in the file and waits for its time stamp.
  state text not null check (state in ('queued', 'open', 'signed', 'done', 'refused', 'dropped')),
  opened_at timestamptz,
  -- Whom the news went to when it was opened.
  told_person_id int,
  decided_at timestamptz,
  decided_by int,
  decided_by_name text,
  -- Own post and, of somebody who acts, the phrase with the principal's post.
  decided_title text,
  authority jsonb,
  note text not null default '',
  certificate_id bigint references signatures.certificate,
  time_stamp text check (time_stamp in ('stamped', 'none', 'gone-on')),
  stamped_at timestamptz,
  unique (request_id, step, ordinal),
  check (num_nonnulls(position_id, person_id) = 1),
  check ((state in ('signed', 'done', 'refused')) = (decided_at is not null)),
  check (state <> 'done' or kind <> 'sign' or time_stamp is not null)
);
create index part_of_position on signatures.part (position_id) where state = 'open' and position_id is not null;
create index part_of_person on signatures.part (person_id) where state = 'open' and person_id is not null;
create index part_awaits_time on signatures.part (request_id) where state = 'signed';
grant select, insert on signatures.part to krom_app;
grant update (state, opened_at, told_person_id, decided_at, decided_by, decided_by_name, decided_title, authority, note, certificate_id, time_stamp, stamped_at)
  on signatures.part to krom_app;
alter table signatures.part enable row level security;
create policy part_seen on signatures.part for select using (exists (select from signatures.request r where r.id = request_id));
create policy part_added on signatures.part for insert with check (exists (select from signatures.request r where r.id = request_id));
create policy part_changed on signatures.part for update using (exists (select from signatures.request r where r.id = request_id));

-- What was decided is written once; after it only the time stamp of a signature is still to come. Nobody decides in the
-- name of another.
create function signatures.part_stays() returns trigger language plpgsql as $$
begin
  if old.state in ('done', 'refused', 'dropped') then raise exception 'Part % is decided and stays', old.id; end if;
  if old.state = 'signed' and (new.decided_by, new.decided_at, new.certificate_id, new.note) is distinct from (old.decided_by, old.decided_at, old.certificate_id, old.note) then
    raise exception 'Part % is signed and stays', old.id;
  end if;
  if old.decided_by is null and new.decided_by is not null and new.decided_by <> platform.actor_id() and not platform.is_system() then
    raise exception 'Part % is decided by who acts', old.id;
  end if;
  return new;
end $$;
create trigger part_stays before update on signatures.part for each row execute function signatures.part_stays();

-- Every state of the file, the first without a signature. Contents stand in the file store by their hash.
create table signatures.file_version (
  request_id bigint not null references signatures.request,
  n int not null check (n >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  size int not null,
  kind text not null check (kind in ('unsigned', 'signature', 'time-stamp')),
  part_id bigint references signatures.part,
  made_at timestamptz not null,
  primary key (request_id, n),
  check ((kind = 'unsigned') = (n = 0)),
  check ((kind = 'unsigned') = (part_id is null))
);
grant select, insert on signatures.file_version to krom_app;
alter table signatures.file_version enable row level security;
create policy file_version_seen on signatures.file_version for select using (exists (select from signatures.request r where r.id = request_id));
create policy file_version_added on signatures.file_version for insert with check (exists (select from signatures.request r where r.id = request_id));

create table signatures.event (
  id bigint generated always as identity primary key,
  request_id bigint not null references signatures.request,
  kind text not null check (kind in ('opened', 'approved', 'signed', 'stamped', 'went-on', 'refused', 'withdrawn', 'complete')),
  part_id bigint references signatures.part,
  note text not null default '',
  by_person int not null,
  by_name text not null,
  by_title text not null default '',
  authority jsonb,
  file_hash text,
  at timestamptz not null
);
create index event_of on signatures.event (request_id, id);
grant select, insert on signatures.event to krom_app;
alter table signatures.event enable row level security;
create policy event_seen on signatures.event for select using (exists (select from signatures.request r where r.id = request_id));
create policy event_added on signatures.event for insert with check (
  (select platform.is_system()) or (by_person = (select platform.actor_id()) and exists (select from signatures.request r where r.id = request_id)));

create function signatures.stays() returns trigger language plpgsql as $$
begin
  raise exception 'What happened to request % is written and stays', old.request_id;
end $$;
create trigger event_stays before update or delete on signatures.event for each row execute function signatures.stays();
create trigger file_version_stays before update or delete on signatures.file_version for each row execute function signatures.stays();

-- How far the signing of a record is, for whoever may read that record: counts and the newest file with a signature, no
-- name and no word. Who reads a letter is correspondence's to say.
create function signatures.state_of(p_type text, p_id bigint)
  returns table (request_id bigint, state text, done int, parts int, file_hash text, file_size int, unsigned_hash text, awaits_time boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.state, c.done, c.parts, v.hash, v.size, u.hash, c.awaits_time
  from signatures.request r
  cross join lateral (select (count(*) filter (where p.state in ('signed', 'done')))::int as done, count(*)::int as parts, coalesce(bool_or(p.state = 'signed'), false) as awaits_time
    from signatures.part p where p.request_id = r.id) c
  left join signatures.file_version u on u.request_id = r.id and u.n = 0
  left join lateral (select f.hash, f.size from signatures.file_version f where f.request_id = r.id and f.n > 0 order by f.n desc limit 1) v on true
  where r.subject_type = p_type and r.subject_id = p_id order by r.id desc limit 1 $$;
revoke all on function signatures.state_of(text, bigint) from public;
grant execute on function signatures.state_of(text, bigint) to krom_app;
