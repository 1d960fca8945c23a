-- Tokens with which a program acts for a person. The application's role reads neither table nor hash: it asks the
-- functions below. Days and times here are those of the legal clock.

create table organisation.api_token (
  id bigint generated always as identity primary key,
  person_id int not null references organisation.account,
  name text not null check (name <> ''),
  token_hash bytea not null unique,
  -- The last characters, by which the owner tells one from another.
  ending text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  created_at timestamptz not null,
  -- The last legal day on which it is taken.
  expires_on date not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  revoked_by int references organisation.person
);
create index api_token_person on organisation.api_token (person_id);

-- Who a token belongs to on a legal day, with its scopes and everything that the actor needs, in one statement.
create function organisation.identify_token(p_token_hash bytea, p_now timestamptz, p_day date)
  returns table (token_id bigint, token_name text, scopes text[], per_minute jsonb, person_id int, name text, language text, theme text, must_change boolean,
    unit_id int, position_name text, principals int[], grants jsonb, overrides jsonb)
  language plpgsql volatile set search_path = pg_catalog, pg_temp security definer as $$
declare
  v_token record;
begin
  select t.id, t.name, t.scopes, t.person_id, t.last_used_at, a.must_change into v_token
    from organisation.api_token t join organisation.account a on a.person_id = t.person_id
    where t.token_hash = p_token_hash and t.revoked_at is null and t.expires_on >= p_day and a.disabled_at is null;
  if not found then return; end if;
  -- Kept to a few minutes, as with sessions; never waited for. A clock that went back is written too.
  if (v_token.last_used_at is null or abs(extract(epoch from p_now - v_token.last_used_at)) > 120)
    and not coalesce(current_setting('transaction_read_only')::boolean, false) then
    update organisation.api_token set last_used_at = p_now
      where id = (select t.id from organisation.api_token t where t.id = v_token.id for update skip locked);
  end if;
  return query select v_token.id, v_token.name, v_token.scopes,
      (select s.value from platform.setting s where s.name = 'organisation.token-calls-per-minute'),
      p.id, p.title || p.given || ' ' || p.family, f.language, f.theme, v_token.must_change,
      r.unit_id, r.position_name, r.principals, r.grants, r.overrides
    from organisation.person p
    left join organisation.preference f on f.person_id = p.id
    cross join lateral organisation.rights_of(p.id, p_day) r
    where p.id = v_token.person_id and (p.left_on is null or p.left_on >= p_day);
end $$;

create function organisation.make_my_token(p_name text, p_hash bytea, p_ending text, p_scopes text[], p_now timestamptz, p_expires_on date) returns bigint
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  insert into organisation.api_token (person_id, name, token_hash, ending, scopes, created_at, expires_on)
    select a.person_id, p_name, p_hash, p_ending, p_scopes, p_now, p_expires_on from organisation.account a
    where a.person_id = platform.actor_id() and a.disabled_at is null
    returning id
$$;

create function organisation.my_tokens()
  returns table (id bigint, person_id int, person_name text, name text, ending text, scopes text[], created_at timestamptz, expires_on date,
    last_used_at timestamptz, revoked_at timestamptz, revoked_by_name text)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select t.id, t.person_id, p.title || p.given || ' ' || p.family, t.name, t.ending, t.scopes, t.created_at, t.expires_on,
    t.last_used_at, t.revoked_at, b.title || b.given || ' ' || b.family
  from organisation.api_token t join organisation.person p on p.id = t.person_id left join organisation.person b on b.id = t.revoked_by
  where t.person_id = platform.actor_id() order by t.id desc limit 200
$$;

-- Tokens of everybody, the newest first: for those who keep accounts. The page asks for the permission.
create function organisation.all_tokens(p_usable boolean, p_day date, p_before bigint, p_limit int)
  returns table (id bigint, person_id int, person_name text, name text, ending text, scopes text[], created_at timestamptz, expires_on date,
    last_used_at timestamptz, revoked_at timestamptz, revoked_by_name text)
  language sql stable set search_path = pg_catalog, pg_temp security definer as $$
  select t.id, t.person_id, p.title || p.given || ' ' || p.family, t.name, t.ending, t.scopes, t.created_at, t.expires_on,
    t.last_used_at, t.revoked_at, b.title || b.given || ' ' || b.family
  from organisation.api_token t join organisation.person p on p.id = t.person_id left join organisation.person b on b.id = t.revoked_by
  where (p_before is null or t.id < p_before) and (not p_usable or (t.revoked_at is null and t.expires_on >= p_day))
  order by t.id desc limit least(p_limit, 500)
$$;

-- Ends a token at once: of the actor's own, or of anybody where the action asked for the permission. Tells whose it was.
create function organisation.revoke_token(p_id bigint, p_own boolean, p_now timestamptz) returns table (person_id int, name text)
  language sql volatile set search_path = pg_catalog, pg_temp security definer as $$
  update organisation.api_token t set revoked_at = p_now, revoked_by = platform.actor_id()
    where t.id = p_id and t.revoked_at is null and (not p_own or t.person_id = platform.actor_id())
    returning t.person_id, t.name
$$;

do $$
declare f text;
begin
  foreach f in array array['identify_token(bytea, timestamptz, date)', 'make_my_token(text, bytea, text, text[], timestamptz, date)', 'my_tokens()',
    'all_tokens(boolean, date, bigint, int)', 'revoke_token(bigint, boolean, timestamptz)'] loop
    execute format('revoke all on function organisation.%s from public', f);
    execute format('grant execute on function organisation.%s to krom_app', f);
  end loop;
end $$;
