-- Second factors: codes of an authenticator app, recovery codes, the step between password and code, and limits on
-- guessing that a stranger cannot turn against the person. The application's role reads none of these tables: it asks
-- the functions below. Times here are the machine's. Numbers that an office may set come in as parameters.

-- Browsers in which a person has signed in before. Their guesses are counted apart from those of strangers.
create table organisation.known_browser (
  person_id int not null references organisation.account,
  browser bytea not null check (length(browser) = 32),
  first_seen_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  primary key (person_id, browser)
);
alter table organisation.known_browser enable row level security;

-- The secret is sealed by the application with a key that is not in the database. `last_step` is the last half minute
-- whose code was used: no code is good twice.
create table organisation.totp (
  person_id int primary key references organisation.account,
  sealed_secret text,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  -- A set-up under way: an app that was not yet shown to give the right code.
  pending_secret text,
  pending_at timestamptz,
  check ((sealed_secret is null) = (confirmed_at is null)),
  check ((pending_secret is null) = (pending_at is null))
);
alter table organisation.totp enable row level security;

create table organisation.recovery_code (
  person_id int not null references organisation.account,
  code_hash bytea not null check (length(code_hash) = 32),
  made_at timestamptz not null default clock_timestamp(),
  used_at timestamptz,
  primary key (person_id, code_hash)
);
alter table organisation.recovery_code enable row level security;

-- Somebody whose password was right and whose code is still to come. No session, no rights; the token lies in a cookie
-- of the same browser.
create table organisation.sign_in_step (
  token_hash bytea primary key,
  person_id int not null references organisation.account,
  method text not null check (method in ('password', 'passkey', 'oidc')),
  login text not null default '',
  next text not null default '/',
  browser bytea,
  detail jsonb not null default '{}',
  failures int not null default 0,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  closed_at timestamptz
);
create index sign_in_step_person on organisation.sign_in_step (person_id);
alter table organisation.sign_in_step enable row level security;

-- A session whose person must set a second factor up before anything else.
alter table organisation.session add column must_set_up boolean not null default false;

-- Seconds still to wait: `p_free` failures cost nothing, then 2, 4, 8 … up to the longest; `p_forget` minutes without a
-- failure forgive them all.
create function organisation.attempt_wait(p_failures int, p_last timestamptz, p_free int, p_longest int, p_forget int) returns int
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select case when p_failures <= p_free or p_last < clock_timestamp() - p_forget * interval '1 minute' then 0
    else greatest(0, ceil(extract(epoch from p_last + least(p_longest, 2 ^ least(p_failures - p_free, 20)) * interval '1 second' - clock_timestamp())))::int end
$$;

-- The counter of an attempt. In a browser that the person has used before it is that browser's own, so that strangers
-- who guess at the name make nobody wait who sits at his own desk.
create function organisation.attempt_key(p_what text, p_person int, p_browser bytea) returns text
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select p_what || coalesce((select ':' || encode(b.browser, 'hex') from organisation.known_browser b where b.person_id = p_person and b.browser = p_browser), '')
$$;

-- Opens an attempt; attempts on one counter wait for each other, so that guesses sent at once are counted one by one.
create function organisation.attempt_begin(p_key text, p_free int, p_longest int, p_forget int) returns int
  language sql volatile set search_path = pg_catalog, pg_temp as $$
  insert into organisation.sign_in_attempt as t (key) values (p_key) on conflict (key) do update set key = excluded.key
    returning organisation.attempt_wait(t.failures, t.last_at, p_free, p_longest, p_forget)
$$;

create function organisation.attempt_failed(p_key text, p_forget int) returns void
  language sql volatile set search_path = pg_catalog, pg_temp as $$
  insert into organisation.sign_in_attempt as t (key, failures, last_at) values (p_key, 1, clock_timestamp())
  on conflict (key) do update set last_at = clock_timestamp(),
    failures = case when t.last_at < clock_timestamp() - p_forget * interval '1 minute' then 1 else t.failures + 1 end
$$;

drop function organisation.sign_in_begin(text, text);
drop function organisation.sign_in_failed(text, text);
drop function organisation.sign_in_wait(int, int, timestamptz);

-- Whose name was typed; nobody where there is no such open account.
create function organisation.account_named(p_login text) returns table (person_id int, password_hash text)
  language sql stable set search_path = pg_catalog, pg_temp as $$
  select c.person_id, c.password_hash from organisation.account c join organisation.person p on p.id = c.person_id
  where (c.login = lower(trim(p_login)) or lower(p.email) = lower(trim(p_login))) and c.disabled_at is null
  order by (c.login = lower(trim(p_login))) desc limit 1
$$;

-- Counters hang on the words typed, not on the account, so that an unknown name waits exactly as long as a known one.
-- Gives the hash to compare with, or none where there is no such account: the caller compares either way.
create function organisation.sign_in_begin(p_login text, p_network text, p_browser bytea, p_free int, p_network_free int, p_longest int, p_forget int)
  returns table (wait_seconds int, person_id int, password_hash text)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_typed text := 'login:' || lower(trim(p_login));
  v_account record;
  v_key text;
  v_wait int;
begin
  select a.person_id, a.password_hash into v_account from (select 1) one left join organisation.account_named(p_login) a on true;
  v_key := organisation.attempt_key(v_typed, v_account.person_id, p_browser);
  v_wait := organisation.attempt_begin(v_key, p_free, p_longest, p_forget);
  if v_key = v_typed then
    select greatest(v_wait, organisation.attempt_wait(t.failures, t.last_at, p_network_free, p_longest, p_forget)) into v_wait
      from (select 1) one left join organisation.sign_in_attempt t on t.key = 'address:' || p_network;
  end if;
  return query select v_wait, v_account.person_id, v_account.password_hash;
end $$;

create function organisation.sign_in_failed(p_login text, p_network text, p_browser bytea, p_forget int) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_typed text := 'login:' || lower(trim(p_login));
  v_person int := (select a.person_id from organisation.account_named(p_login) a);
  v_key text := organisation.attempt_key(v_typed, v_person, p_browser);
begin
  perform organisation.attempt_failed(v_key, p_forget);
  if v_key = v_typed then perform organisation.attempt_failed('address:' || p_network, p_forget); end if;
end $$;

-- What a person has besides the password. For the sign-in; tells no secret.
create function organisation.has_second_factor(p_person int) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.totp t where t.person_id = p_person and t.confirmed_at is not null)
$$;

-- Roles that a person holds on a day, for the question whether one of them asks for a second factor.
create function organisation.roles_at_sign_in(p_person int, p_day date) returns text[]
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select coalesce(array_agg(g ->> 'role'), '{}') from organisation.rights_of(p_person, p_day) r, jsonb_array_elements(r.grants) g
$$;

create function organisation.open_sign_in_step(p_token bytea, p_person int, p_method text, p_login text, p_next text, p_browser bytea, p_detail jsonb, p_minutes int) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  delete from organisation.sign_in_step where expires_at < clock_timestamp() - interval '1 day';
  insert into organisation.sign_in_step (token_hash, person_id, method, login, next, browser, detail, expires_at)
    values (p_token, p_person, p_method, p_login, p_next, p_browser, p_detail, clock_timestamp() + p_minutes * interval '1 minute');
end $$;

create function organisation.sign_in_step_is_open(p_token bytea, p_browser bytea) returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.sign_in_step s join organisation.account a using (person_id)
    where s.token_hash = p_token and s.browser is not distinct from p_browser and s.closed_at is null and s.expires_at > clock_timestamp() and a.disabled_at is null)
$$;

-- Opens an attempt at the second step, for the holder of its token in the same browser.
create function organisation.second_step_begin(p_token bytea, p_browser bytea, p_free int, p_longest int, p_forget int)
  returns table (wait_seconds int, person_id int, method text, login text, next text, detail jsonb, sealed_secret text)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v record;
begin
  select s.* into v from organisation.sign_in_step s join organisation.account a on a.person_id = s.person_id
    where s.token_hash = p_token and s.browser is not distinct from p_browser and s.closed_at is null and s.expires_at > clock_timestamp() and a.disabled_at is null
    for update of s;
  if not found then return; end if;
  return query select organisation.attempt_begin(organisation.attempt_key('code:' || v.person_id, v.person_id, p_browser), p_free, p_longest, p_forget),
      v.person_id, v.method, v.login, v.next, v.detail, t.sealed_secret
    from (select 1) one left join organisation.totp t on t.person_id = v.person_id and t.confirmed_at is not null;
end $$;

-- Counts a wrong code. After `p_most` of them the step is over and the password is asked for again: then `closed` is
-- true, with where to write, since somebody knows the password.
create function organisation.second_step_failed(p_token bytea, p_browser bytea, p_forget int, p_most int)
  returns table (closed boolean, name text, email text)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v record;
begin
  update organisation.sign_in_step s set failures = s.failures + 1, closed_at = case when s.failures + 1 >= p_most then clock_timestamp() end
    where s.token_hash = p_token and s.closed_at is null returning s.person_id, s.closed_at into v;
  if not found then return; end if;
  perform organisation.attempt_failed(organisation.attempt_key('code:' || v.person_id, v.person_id, p_browser), p_forget);
  return query select v.closed_at is not null, p.title || p.given || ' ' || p.family, p.email from organisation.person p where p.id = v.person_id;
end $$;

create function organisation.close_sign_in_step(p_token bytea) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.sign_in_step set closed_at = clock_timestamp() where token_hash = p_token and closed_at is null
$$;

-- Uses the code of a half minute; false where it, or a later one, was used before. It only ever moves forward.
create function organisation.use_code(p_person int, p_step bigint) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.totp set last_step = p_step where person_id = p_person and confirmed_at is not null and last_step < p_step;
  return found;
end $$;

-- Uses a recovery code once; how many are left, or null where there is no such unused code.
create function organisation.use_recovery_code(p_person int, p_hash bytea) returns int
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.recovery_code set used_at = clock_timestamp() where person_id = p_person and code_hash = p_hash and used_at is null;
  if not found then return null; end if;
  return (select count(*)::int from organisation.recovery_code where person_id = p_person and used_at is null);
end $$;

-- What the transaction's own person has set up.
create function organisation.my_factors()
  returns table (login text, sealed_secret text, confirmed_at timestamptz, pending_secret text, codes_left int, codes_made_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select a.login, t.sealed_secret, t.confirmed_at, case when t.pending_at > clock_timestamp() - interval '30 minutes' then t.pending_secret end,
    (select count(*)::int from organisation.recovery_code r where r.person_id = a.person_id and r.used_at is null),
    (select max(r.made_at) from organisation.recovery_code r where r.person_id = a.person_id)
  from organisation.account a left join organisation.totp t using (person_id) where a.person_id = platform.actor_id()
$$;

-- Begins a set-up; what holds already goes on holding until the new app has shown the right code.
create function organisation.prepare_my_totp(p_sealed text) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.totp (person_id, pending_secret, pending_at) values (platform.actor_id(), p_sealed, clock_timestamp())
  on conflict (person_id) do update set pending_secret = excluded.pending_secret, pending_at = excluded.pending_at
$$;

-- The code of `p_step` was right for this pending secret: from now on it holds.
create function organisation.confirm_my_totp(p_sealed text, p_step bigint) returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  update organisation.totp set sealed_secret = pending_secret, confirmed_at = clock_timestamp(), last_step = p_step, pending_secret = null, pending_at = null
    where person_id = platform.actor_id() and pending_secret = p_sealed;
  if not found then return false; end if;
  perform organisation.my_factor_is_set();
  return true;
end $$;

-- Whatever kind of second factor it was: nothing more is asked for before work.
create function organisation.my_factor_is_set() returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.session set must_set_up = false where person_id = platform.actor_id() and must_set_up
$$;

-- Takes codes and recovery codes of a person away. Only inside the functions below.
create function organisation.drop_factors(p_person int) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp as $$
begin
  delete from organisation.totp where person_id = p_person;
  delete from organisation.recovery_code where person_id = p_person;
  delete from organisation.sign_in_step where person_id = p_person;
end $$;

create function organisation.remove_my_totp() returns boolean
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if not exists (select from organisation.totp where person_id = platform.actor_id() and confirmed_at is not null) then return false; end if;
  perform organisation.drop_factors(platform.actor_id());
  return true;
end $$;

-- New recovery codes; the ones before them are worth nothing from now on.
create function organisation.set_my_recovery_codes(p_hashes bytea[]) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  delete from organisation.recovery_code where person_id = platform.actor_id();
  insert into organisation.recovery_code (person_id, code_hash) select platform.actor_id(), unnest(p_hashes);
end $$;

-- Guesses at the own password or code inside a session, which a thief of the session could make.
create function organisation.my_attempt_begin(p_free int, p_longest int, p_forget int) returns int
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  select organisation.attempt_begin('own:' || platform.actor_id(), p_free, p_longest, p_forget)
$$;
create function organisation.my_attempt_ended(p_right boolean, p_forget int) returns void
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if p_right then delete from organisation.sign_in_attempt where key = 'own:' || platform.actor_id();
  else perform organisation.attempt_failed('own:' || platform.actor_id(), p_forget); end if;
end $$;

-- Whether any secret was ever sealed: then the key must be there, and a new one would only hide that it is lost.
create function organisation.has_sealed_secrets() returns boolean
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select exists (select from organisation.totp)
$$;

-- As before, and whether a second factor must be set up first.
drop function organisation.identify(bytea, date);
create function organisation.identify(p_token_hash bytea, p_day date)
  returns table (session_id bigint, person_id int, name text, language text, theme text, must_change boolean, must_set_up boolean,
    unit_id int, position_name text, principals int[], grants jsonb, overrides jsonb)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_session record;
begin
  select s.id, s.person_id, s.last_seen_at, s.must_set_up, a.must_change into v_session
    from organisation.session s join organisation.account a on a.person_id = s.person_id
    where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - interval '12 hours' and a.disabled_at is null;
  if not found then return; end if;
  -- Kept to the minute or so: a write a page would be dear, and nobody needs the second. Never waited for.
  if v_session.last_seen_at < clock_timestamp() - interval '2 minutes' and not coalesce(current_setting('transaction_read_only')::boolean, false) then
    update organisation.session set last_seen_at = clock_timestamp()
      where id = (select s.id from organisation.session s where s.id = v_session.id for update skip locked);
  end if;
  return query select v_session.id, p.id, p.title || p.given || ' ' || p.family, f.language, f.theme, v_session.must_change, v_session.must_set_up,
      r.unit_id, r.position_name, r.principals, r.grants, r.overrides
    from organisation.person p
    left join organisation.preference f on f.person_id = p.id
    cross join lateral organisation.rights_of(p.id, p_day) r
    where p.id = v_session.person_id and (p.left_on is null or p.left_on >= p_day);
end $$;

do $$
declare f text;
begin
  foreach f in array array[
    'sign_in_begin(text, text, bytea, int, int, int, int)', 'sign_in_failed(text, text, bytea, int)', 'has_second_factor(int)', 'roles_at_sign_in(int, date)',
    'open_sign_in_step(bytea, int, text, text, text, bytea, jsonb, int)', 'sign_in_step_is_open(bytea, bytea)', 'second_step_begin(bytea, bytea, int, int, int)',
    'second_step_failed(bytea, bytea, int, int)', 'close_sign_in_step(bytea)', 'use_code(int, bigint)', 'use_recovery_code(int, bytea)', 'my_factors()',
    'prepare_my_totp(text)', 'confirm_my_totp(text, bigint)', 'my_factor_is_set()', 'remove_my_totp()', 'set_my_recovery_codes(bytea[])',
    'my_attempt_begin(int, int, int)', 'my_attempt_ended(boolean, int)', 'has_sealed_secrets()', 'identify(bytea, date)'] loop
    execute format('revoke all on function organisation.%s from public', f);
    execute format('grant execute on function organisation.%s to krom_app', f);
  end loop;
  -- Parts of the functions above: nobody calls them from outside.
  foreach f in array array['attempt_wait(int, timestamptz, int, int, int)', 'attempt_key(text, int, bytea)', 'attempt_begin(text, int, int, int)', 'attempt_failed(text, int)', 'account_named(text)', 'drop_factors(int)'] loop
    execute format('revoke all on function organisation.%s from public', f);
  end loop;
end $$;
