-- What a person sees of the own sign-ins, and how two administrators take a lost second factor away.

-- Written at each sign-in of an account that exists; read by its person alone. An unknown name leaves no row.
create table organisation.sign_in_history (
  id bigint generated always as identity primary key,
  person_id int not null references organisation.account,
  -- The machine's time, as for sessions.
  at timestamptz not null default clock_timestamp(),
  result text not null check (result in ('signed-in', 'refused')),
  method text not null check (method in ('password', 'passkey', 'oidc')),
  second text check (second in ('code', 'recovery-code')),
  -- Why it was refused: `password`, `code`, `recovery-code`, or what another way of signing in says.
  reason text check (length(reason) between 2 and 60),
  ip text not null,
  user_agent text not null,
  new_browser boolean not null default false,
  session_id bigint,
  check ((result = 'refused') = (reason is not null))
);
create index sign_in_history_person on organisation.sign_in_history (person_id, id desc);
create index sign_in_history_at on organisation.sign_in_history (at);
alter table organisation.sign_in_history enable row level security;
create policy own on organisation.sign_in_history for select to krom_app using (person_id = (select platform.actor_id()) or (select platform.is_system()));
grant select on organisation.sign_in_history to krom_app;

-- A refused sign-in of an account that is known. For names typed: only where there is such an account.
create function organisation.note_refused_sign_in(p_person int, p_method text, p_second text, p_reason text, p_ip text, p_user_agent text) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.sign_in_history (person_id, result, method, second, reason, ip, user_agent)
    select a.person_id, 'refused', p_method, p_second, p_reason, left(p_ip, 60), left(p_user_agent, 300) from organisation.account a where a.person_id = p_person
$$;

drop function organisation.sign_in_succeeded(int, text, bytea, text, text);

-- Makes the session, forgives the counters, keeps the history, and remembers the browser. `new_browser` is true where
-- the person has signed in before, but never in this one; a first sign-in of all is no news.
create function organisation.sign_in_succeeded(p_person int, p_login text, p_token_hash bytea, p_ip text, p_user_agent text, p_browser bytea, p_method text, p_second text, p_must_set_up boolean)
  returns table (session_id bigint, name text, email text, must_change boolean, new_browser boolean)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_session bigint;
  v_new boolean;
begin
  update organisation.account a set last_sign_in_at = clock_timestamp() where a.person_id = p_person and a.disabled_at is null;
  if not found then raise exception 'no usable account'; end if;
  delete from organisation.sign_in_attempt t where t.key in (organisation.attempt_key('login:' || lower(trim(p_login)), p_person, p_browser), organisation.attempt_key('code:' || p_person, p_person, p_browser));
  delete from organisation.session s where coalesce(s.ended_at, s.expires_at) < clock_timestamp() - interval '90 days';
  insert into organisation.session (token_hash, person_id, expires_at, ip, user_agent, must_set_up)
    values (p_token_hash, p_person, clock_timestamp() + interval '7 days', left(p_ip, 60), left(p_user_agent, 300), p_must_set_up) returning id into v_session;
  v_new := exists (select from organisation.sign_in_history h where h.person_id = p_person and h.result = 'signed-in')
    and not exists (select from organisation.known_browser b where b.person_id = p_person and b.browser = p_browser);
  if p_browser is not null then
    insert into organisation.known_browser (person_id, browser) values (p_person, p_browser)
      on conflict on constraint known_browser_pkey do update set last_seen_at = clock_timestamp();
  end if;
  insert into organisation.sign_in_history (person_id, result, method, second, ip, user_agent, new_browser, session_id)
    values (p_person, 'signed-in', p_method, p_second, left(p_ip, 60), left(p_user_agent, 300), v_new, v_session);
  return query select v_session, p.title || p.given || ' ' || p.family, p.email, a.must_change, v_new
    from organisation.person p join organisation.account a on a.person_id = p.id where p.id = p_person;
end $$;

-- A reset link that was used shows that its holder reads the mail of the account: this browser is known from now on, so
-- that strangers who guess at the name do not keep the person out with the new password.
create function organisation.know_browser(p_token_hash bytea, p_browser bytea) returns void
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.known_browser (person_id, browser)
    select r.person_id, p_browser from organisation.password_reset r
    where r.token_hash = p_token_hash and r.used_at > clock_timestamp() - interval '1 minute' and p_browser is not null
  on conflict do nothing
$$;

-- Two people for one removal, by the legal clock. Neither is the person; the second is not the first.
create table organisation.factor_removal (
  id int generated always as identity primary key,
  person_id int not null references organisation.account,
  reason text not null check (length(reason) between 5 and 500),
  started_by int not null references organisation.person,
  started_at timestamptz not null default platform.legal_now(),
  expires_at timestamptz not null,
  outcome text check (outcome in ('approved', 'cancelled', 'expired')),
  decided_by int references organisation.person,
  decided_at timestamptz,
  check (started_by <> person_id),
  check (expires_at > started_at),
  check ((outcome is null) = (decided_at is null)),
  check (outcome is distinct from 'approved' or (decided_by is not null and decided_by <> started_by and decided_by <> person_id and decided_at <= expires_at)),
  check (outcome is distinct from 'cancelled' or decided_by is not null)
);
create unique index factor_removal_one_open on organisation.factor_removal (person_id) where outcome is null;
create index factor_removal_person on organisation.factor_removal (person_id, id desc);
alter table organisation.factor_removal enable row level security;

create function organisation.factor_removal_stays() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null or (new.person_id, new.reason, new.started_by, new.started_at, new.expires_at) is distinct from (old.person_id, old.reason, old.started_by, old.started_at, old.expires_at) then
    raise exception 'a removal of a second factor is decided once and never rewritten';
  end if;
  return new;
end $$;
create trigger factor_removal_stays before update or delete on organisation.factor_removal for each row execute function organisation.factor_removal_stays();

create function organisation.close_expired_removals() returns void
  language sql volatile set search_path = pg_catalog, pg_temp as $$
  update organisation.factor_removal set outcome = 'expired', decided_at = platform.legal_now() where outcome is null and expires_at <= platform.legal_now()
$$;

-- Starts a removal in the name of the transaction's own person: `started`, or why not.
create function organisation.start_factor_removal(p_person int, p_reason text, p_hours int) returns text
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if platform.actor_id() = 0 then raise insufficient_privilege; end if;
  if p_person = platform.actor_id() then return 'self'; end if;
  perform from organisation.account where person_id = p_person for update;
  perform organisation.close_expired_removals();
  if not organisation.has_second_factor(p_person) then return 'none'; end if;
  if exists (select from organisation.factor_removal where person_id = p_person and outcome is null) then return 'open'; end if;
  insert into organisation.factor_removal (person_id, reason, started_by, expires_at)
    values (p_person, p_reason, platform.actor_id(), platform.legal_now() + p_hours * interval '1 hour');
  return 'started';
end $$;

-- The second pair of eyes: `approved`, or why not. Factors and sessions of the person end in the same statement.
create function organisation.approve_factor_removal(p_id int) returns text
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v record;
begin
  select * into v from organisation.factor_removal where id = p_id for update;
  if not found or platform.actor_id() = 0 then return 'gone'; end if;
  if v.outcome is not null then return 'decided'; end if;
  if v.person_id = platform.actor_id() then return 'self'; end if;
  if v.started_by = platform.actor_id() then return 'same'; end if;
  if v.expires_at <= platform.legal_now() then return 'expired'; end if;
  update organisation.factor_removal set outcome = 'approved', decided_by = platform.actor_id(), decided_at = platform.legal_now() where id = p_id;
  perform organisation.drop_factors(v.person_id);
  update organisation.session set ended_at = clock_timestamp() where person_id = v.person_id and ended_at is null;
  return 'approved';
end $$;

-- Whoever started it, another administrator, and the person may stop it.
create function organisation.cancel_factor_removal(p_id int) returns text
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
begin
  if platform.actor_id() = 0 then return 'gone'; end if;
  update organisation.factor_removal set outcome = 'cancelled', decided_by = platform.actor_id(), decided_at = platform.legal_now() where id = p_id and outcome is null;
  return case when found then 'cancelled' else 'decided' end;
end $$;

-- Removals of one person, the newest first; the page asks for a permission unless it is the person.
create function organisation.factor_removals_of(p_person int)
  returns table (id int, reason text, started_by int, started_by_name text, started_at timestamptz, expires_at timestamptz, outcome text, decided_by_name text, decided_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select r.id, r.reason, r.started_by, s.title || s.given || ' ' || s.family, r.started_at, r.expires_at,
    coalesce(r.outcome, case when r.expires_at <= platform.legal_now() then 'expired' end), d.title || d.given || ' ' || d.family, r.decided_at
  from organisation.factor_removal r join organisation.person s on s.id = r.started_by left join organisation.person d on d.id = r.decided_by
  where r.person_id = p_person and platform.actor_id() <> 0 order by r.id desc limit 20
$$;

-- Removals that the transaction's own person could approve.
create function organisation.removals_for_me()
  returns table (id int, person_id int, person_name text, started_by_name text, started_at timestamptz, expires_at timestamptz)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select r.id, r.person_id, p.title || p.given || ' ' || p.family, s.title || s.given || ' ' || s.family, r.started_at, r.expires_at
  from organisation.factor_removal r join organisation.person p on p.id = r.person_id join organisation.person s on s.id = r.started_by
  where r.outcome is null and r.expires_at > platform.legal_now() and platform.actor_id() not in (0, r.started_by, r.person_id)
$$;

-- Upkeep, by the system alone: what is older than the office keeps it.
create function organisation.sweep_sign_ins(p_days int) returns int
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_gone int;
begin
  if not platform.is_system() then raise insufficient_privilege; end if;
  delete from organisation.sign_in_history where at < clock_timestamp() - p_days * interval '1 day';
  get diagnostics v_gone = row_count;
  delete from organisation.sign_in_step where expires_at < clock_timestamp() - interval '1 day';
  delete from organisation.sign_in_attempt where last_at < clock_timestamp() - interval '2 days';
  delete from organisation.known_browser where last_seen_at < clock_timestamp() - interval '400 days';
  perform organisation.close_expired_removals();
  return v_gone;
end $$;

do $$
declare f text;
begin
  foreach f in array array[
    'note_refused_sign_in(int, text, text, text, text, text)', 'sign_in_succeeded(int, text, bytea, text, text, bytea, text, text, boolean)', 'know_browser(bytea, bytea)',
    'start_factor_removal(int, text, int)', 'approve_factor_removal(int)', 'cancel_factor_removal(int)', 'factor_removals_of(int)', 'removals_for_me()', 'sweep_sign_ins(int)'] loop
    execute format('revoke all on function organisation.%s from public', f);
    execute format('grant execute on function organisation.%s to krom_app', f);
  end loop;
  revoke all on function organisation.close_expired_removals() from public;
  revoke all on function organisation.factor_removal_stays() from public;
end $$;
