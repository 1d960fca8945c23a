-- Accounts and sessions. The application's role can read none of these tables: it asks the functions below, which
-- answer one question each. Times here are the machine's, never the legal clock's.

create table organisation.account (
  person_id int primary key references organisation.person,
  login text not null check (login ~ '^[a-z0-9][a-z0-9._-]{1,59}$'),
  -- argon2id, as the application's library writes it.
  password_hash text not null,
  must_change boolean not null default true,
  disabled_at timestamptz,
  password_set_at timestamptz not null default clock_timestamp(),
  last_sign_in_at timestamptz,
  created_at timestamptz not null default clock_timestamp()
);
create unique index account_login on organisation.account (login);

create table organisation.session (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique,
  person_id int not null references organisation.account,
  created_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ip text not null default '',
  user_agent text not null default '',
  ended_at timestamptz
);
create index session_person on organisation.session (person_id) where ended_at is null;

create table organisation.password_reset (
  token_hash bytea primary key,
  person_id int not null references organisation.account,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_reset_person on organisation.password_reset (person_id, created_at);

-- Failures in a row by what was typed and by address. Kept by the words typed, not by account, so that an unknown
-- name waits exactly as long as a known one.
create table organisation.sign_in_attempt (
  key text primary key,
  failures int not null default 0,
  last_at timestamptz not null default clock_timestamp()
);

-- Seconds still to wait: the first failures are free, then 2, 4, 8 … up to five minutes; an hour without a failure
-- forgives them all.
create function organisation.sign_in_wait(p_failures int, p_free int, p_last timestamptz) returns int
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when p_failures <= p_free or p_last < clock_timestamp() - interval '1 hour' then 0
    else greatest(0, ceil(extract(epoch from p_last + least(300, 2 ^ least(p_failures - p_free, 9)) * interval '1 second' - clock_timestamp())))::int end
$$;

-- Opens an attempt. Attempts at one name wait for each other, so that guesses sent at once are still counted one by
-- one. Gives the hash to compare with, or none where there is no such account: the caller compares either way.
create function organisation.sign_in_begin(p_login text, p_address text)
  returns table (wait_seconds int, person_id int, password_hash text)
  language plpgsql set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_login text := lower(trim(p_login));
  v_wait int;
begin
  insert into organisation.sign_in_attempt as t (key) values ('login:' || v_login)
    on conflict (key) do update set key = excluded.key
    returning organisation.sign_in_wait(t.failures, 3, t.last_at) into v_wait;
  select greatest(v_wait, organisation.sign_in_wait(t.failures, 20, t.last_at)) into v_wait
    from (select 1) one left join organisation.sign_in_attempt t on t.key = 'address:' || p_address;
  return query
    select v_wait, a.person_id, a.password_hash
    from (select 1) one
    left join lateral (
      select c.person_id, c.password_hash
      from organisation.account c join organisation.person p on p.id = c.person_id
      where (c.login = v_login or lower(p.email) = v_login) and c.disabled_at is null
      order by (c.login = v_login) desc limit 1
    ) a on true;
end $$;

create function organisation.sign_in_failed(p_login text, p_address text) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.sign_in_attempt as t (key, failures, last_at)
    values ('login:' || lower(trim(p_login)), 1, clock_timestamp()), ('address:' || p_address, 1, clock_timestamp())
  on conflict (key) do update set last_at = clock_timestamp(),
    failures = case when t.last_at < clock_timestamp() - interval '1 hour' then 1 else t.failures + 1 end
$$;

create function organisation.sign_in_succeeded(p_person int, p_login text, p_token_hash bytea, p_ip text, p_user_agent text)
  returns table (session_id bigint, name text, must_change boolean)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.sign_in_attempt set failures = 0 where key = 'login:' || lower(trim(p_login));
  delete from organisation.session where coalesce(ended_at, expires_at) < clock_timestamp() - interval '90 days';
  update organisation.account set last_sign_in_at = clock_timestamp() where person_id = p_person and disabled_at is null;
  if not found then raise exception 'no usable account'; end if;
  return query
    with opened as (
      insert into organisation.session (token_hash, person_id, expires_at, ip, user_agent)
      values (p_token_hash, p_person, clock_timestamp() + interval '7 days', left(p_ip, 60), left(p_user_agent, 300))
      returning id
    )
    select o.id, p.title || p.given || ' ' || p.family, a.must_change
    from opened o, organisation.person p join organisation.account a on a.person_id = p.id where p.id = p_person;
end $$;

create function organisation.end_session(p_token_hash bytea) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.session set ended_at = clock_timestamp() where token_hash = p_token_hash and ended_at is null
$$;

-- Sessions of the transaction's own person.
create function organisation.my_sessions()
  returns table (id bigint, created_at timestamptz, last_seen_at timestamptz, ip text, user_agent text)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select s.id, s.created_at, s.last_seen_at, s.ip, s.user_agent from organisation.session s
  where s.person_id = platform.actor_id() and s.ended_at is null and s.expires_at > clock_timestamp()
    and s.last_seen_at > clock_timestamp() - interval '12 hours'
  order by s.last_seen_at desc
$$;

create function organisation.end_my_session(p_id bigint) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.session set ended_at = clock_timestamp()
    where id = p_id and person_id = platform.actor_id() and ended_at is null;
  return found;
end $$;

create function organisation.end_my_other_sessions(p_keep bigint) returns int
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  with ended as (
    update organisation.session set ended_at = clock_timestamp()
    where person_id = platform.actor_id() and id <> p_keep and ended_at is null returning 1
  )
  select count(*)::int from ended
$$;

create function organisation.my_password_hash() returns text
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select password_hash from organisation.account where person_id = platform.actor_id()
$$;

-- The person's own new password: every other session ends.
create function organisation.set_my_password(p_hash text, p_keep bigint) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.account set password_hash = p_hash, must_change = false, password_set_at = clock_timestamp()
    where person_id = platform.actor_id() and disabled_at is null;
  if not found then return false; end if;
  perform organisation.end_my_other_sessions(p_keep);
  return true;
end $$;

-- A forgotten password: keeps the token's hash and tells where to write, or nothing (unknown, no address, or three
-- requests within the hour).
create function organisation.request_reset(p_login text, p_token_hash bytea) returns table (person_id int, name text, email text)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v record;
begin
  select p.id, p.title || p.given || ' ' || p.family as name, p.email into v
    from organisation.account a join organisation.person p on p.id = a.person_id
    where (a.login = lower(trim(p_login)) or lower(p.email) = lower(trim(p_login)))
      and a.disabled_at is null and p.email is not null
    order by (a.login = lower(trim(p_login))) desc limit 1 for update of a;
  if not found or (select count(*) from organisation.password_reset r
      where r.person_id = v.id and r.created_at > clock_timestamp() - interval '1 hour') >= 3 then
    return;
  end if;
  insert into organisation.password_reset (token_hash, person_id, expires_at)
    values (p_token_hash, v.id, clock_timestamp() + interval '30 minutes');
  return query select v.id, v.name, v.email;
end $$;

create function organisation.reset_is_open(p_token_hash bytea) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.password_reset r join organisation.account a using (person_id)
    where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > clock_timestamp() and a.disabled_at is null)
$$;

-- Uses a token once: the new password holds, every session and every other open token ends.
create function organisation.use_reset(p_token_hash bytea, p_hash text) returns int
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_person int;
begin
  update organisation.password_reset r set used_at = clock_timestamp()
    from organisation.account a
    where r.token_hash = p_token_hash and r.used_at is null and r.expires_at > clock_timestamp()
      and a.person_id = r.person_id and a.disabled_at is null
    returning r.person_id into v_person;
  if v_person is null then return null; end if;
  update organisation.account set password_hash = p_hash, must_change = false, password_set_at = clock_timestamp() where person_id = v_person;
  update organisation.password_reset set used_at = clock_timestamp() where person_id = v_person and used_at is null;
  update organisation.session set ended_at = clock_timestamp() where person_id = v_person and ended_at is null;
  return v_person;
end $$;

-- For those who keep the accounts of others. Nobody does it to himself: his own password he changes as everyone does.
create function organisation.account_of(p_person int)
  returns table (login text, must_change boolean, disabled_at timestamptz, last_sign_in_at timestamptz, open_sessions int)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select a.login, a.must_change, a.disabled_at, a.last_sign_in_at,
    (select count(*)::int from organisation.session s where s.person_id = a.person_id and s.ended_at is null
      and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '12 hours')
  from organisation.account a where a.person_id = p_person
$$;

create function organisation.give_first_password(p_person int, p_login text, p_hash text) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if p_person = platform.actor_id() then return false; end if;
  insert into organisation.account (person_id, login, password_hash) values (p_person, lower(p_login), p_hash)
    on conflict (person_id) do update set login = excluded.login, password_hash = excluded.password_hash,
      must_change = true, disabled_at = null, password_set_at = clock_timestamp();
  update organisation.session set ended_at = clock_timestamp() where person_id = p_person and ended_at is null;
  return true;
end $$;

create function organisation.disable_account(p_person int) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if p_person = platform.actor_id() then return false; end if;
  update organisation.account set disabled_at = clock_timestamp() where person_id = p_person and disabled_at is null;
  if not found then return false; end if;
  update organisation.session set ended_at = clock_timestamp() where person_id = p_person and ended_at is null;
  return true;
end $$;

-- Many accounts at once (demo, import), only by the system itself.
create function organisation.give_accounts(p_people int[], p_logins text[], p_hashes text[], p_must_change boolean) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if not platform.is_system() then raise insufficient_privilege; end if;
  insert into organisation.account (person_id, login, password_hash, must_change)
    select p, l, h, p_must_change from unnest(p_people, p_logins, p_hashes) as t (p, l, h);
end $$;

create function organisation.login_is_free(p_login text, p_person int) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select not exists (select from organisation.account where login = lower(p_login) and person_id <> p_person)
$$;

create function organisation.has_accounts() returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.account)
$$;

-- Choices of one person for himself.
create table organisation.preference (
  person_id int primary key references organisation.person,
  language text check (language in ('th', 'en')),
  theme text check (theme in ('light', 'dark'))
);
alter table organisation.preference enable row level security;
create policy own on organisation.preference using (person_id = (select platform.actor_id()) or (select platform.is_system()));
grant select, insert, update on organisation.preference to krom_app;

-- Who is behind a session token on a legal day, with everything that the actor needs, in one statement.
create function organisation.identify(p_token_hash bytea, p_day date)
  returns table (session_id bigint, person_id int, name text, language text, theme text, must_change boolean,
    unit_id int, position_name text, principals int[], grants jsonb, overrides jsonb)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_session record;
begin
  select s.id, s.person_id, s.last_seen_at, a.must_change into v_session
    from organisation.session s join organisation.account a on a.person_id = s.person_id
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - interval '12 hours' and a.disabled_at is null;
  if not found then return; end if;
  -- Kept to the minute or so: a write a page would be dear, and nobody needs the second. Never waited for.
  if v_session.last_seen_at < clock_timestamp() - interval '2 minutes' and not coalesce(current_setting('transaction_read_only')::boolean, false) then
    update organisation.session set last_seen_at = clock_timestamp()
      where id = (select s.id from organisation.session s where s.id = v_session.id for update skip locked);
  end if;
  return query select v_session.id, p.id, p.title || p.given || ' ' || p.family, f.language, f.theme, v_session.must_change,
      r.unit_id, r.position_name, r.principals, r.grants, r.overrides
    from organisation.person p
    left join organisation.preference f on f.person_id = p.id
    cross join lateral organisation.rights_of(p.id, p_day) r
    where p.id = v_session.person_id and (p.left_on is null or p.left_on >= p_day);
end $$;

-- What a person stands for and may do on a day.
create function organisation.rights_of(p_person int, p_day date)
  returns table (unit_id int, position_name text, principals int[], grants jsonb, overrides jsonb)
  language plpgsql stable set search_path = pg_catalog, pg_temp as $$
#variable_conflict use_column
begin
  return query with held as (
    select h.position_id, h.main from organisation.holding h
    where h.person_id = p_person and h.valid_from <= p_day and (h.valid_to is null or h.valid_to >= p_day)
  ), acted as (
    select a.position_id, a.kind, a.committee_id from organisation.acting a
    where a.person_id = p_person and a.valid_from <= p_day and (a.valid_to is null or a.valid_to >= p_day) and a.ended_at is null
  ), posts as (
    select q.id, q.unit_id, q.kind, q.head_of_unit, q.title_th, bool_or(x.main) as main
    from (select position_id, main from held union all select position_id, false from acted where kind <> 'representative') x
    join organisation.position q on q.id = x.position_id
    where q.valid_from <= p_day and (q.valid_to is null or q.valid_to >= p_day)
    group by q.id
  ), placed as (
    select l.unit_id, l.path from organisation.unit_placement l
    where l.valid_from <= p_day and (l.valid_to is null or l.valid_to >= p_day)
  ), roots as (
    select id from organisation.unit where kind = 'department'
  ), standing as (
    select 1 as id
    union select p_person
    union select id from posts
    -- A person of a section is a person of its bureau; the department itself is not a group of readers.
    union select a from posts q join placed l on l.unit_id = q.unit_id cross join unnest(l.path) a
      where a = q.unit_id or a not in (select id from roots)
    -- The head of a unit stands for what is below it; the department's head is asked by name, not by rank.
    union select l.unit_id from posts q join placed l on l.path @> array[q.unit_id]
      where q.head_of_unit and q.unit_id not in (select id from roots)
    union select m.committee_id from organisation.committee_member m
      join organisation.committee c on c.id = m.committee_id
      where m.valid_from <= p_day and (m.valid_to is null or m.valid_to >= p_day)
        and c.valid_from <= p_day and (c.valid_to is null or c.valid_to >= p_day)
        and (m.person_id = p_person or m.position_id in (select id from posts)
          or exists (select from acted a where a.kind = 'representative' and a.position_id = m.position_id
            and (a.committee_id is null or a.committee_id = m.committee_id)))
  ), granted as (
    select g.role, case when g.own_unit then q.unit_id else g.unit_id end as at_unit
    from organisation.role_grant g
    left join posts q on q.id = g.position_id or q.kind = g.holders_of
    where g.revoked_at is null and g.valid_from <= p_day and (g.valid_to is null or g.valid_to >= p_day)
      and (g.person_id = p_person or q.id is not null)
  ), scoped as (
    select g.role, bool_or(g.at_unit is null) as everywhere,
      array_agg(distinct l.unit_id) filter (where l.unit_id is not null) as units
    from granted g left join placed l on g.at_unit is not null and l.path @> array[g.at_unit]
    group by g.role
  )
  select
    (select q.unit_id from posts q order by q.main desc, q.id limit 1),
    (select q.title_th from posts q order by q.main desc, q.id limit 1),
    (select array_agg(id order by id) from standing),
    coalesce((select jsonb_agg(jsonb_build_object('role', role, 'units', case when everywhere then null else to_jsonb(units) end)) from scoped), '[]'),
    coalesce((select jsonb_agg(jsonb_build_object('role', role, 'permission', permission, 'allowed', allowed)) from organisation.role_permission), '[]');
end $$;

do $$
declare f text;
begin
  foreach f in array array[
    'sign_in_begin(text, text)', 'sign_in_failed(text, text)', 'sign_in_succeeded(int, text, bytea, text, text)', 'end_session(bytea)',
    'my_sessions()', 'end_my_session(bigint)', 'end_my_other_sessions(bigint)', 'my_password_hash()', 'set_my_password(text, bigint)',
    'request_reset(text, bytea)', 'reset_is_open(bytea)', 'use_reset(bytea, text)', 'account_of(int)', 'give_first_password(int, text, text)',
    'disable_account(int)', 'give_accounts(int[], text[], text[], boolean)', 'has_accounts()', 'login_is_free(text, int)', 'identify(bytea, date)'] loop
    execute format('revoke all on function organisation.%s from public', f);
    execute format('grant execute on function organisation.%s to krom_app', f);
  end loop;
end $$;
