-- Who opened what (design rule 5). Pages run in read-only transactions, so a line is written on a connection of its
-- own by a role that can do nothing else: krom_log owns the function and may only insert; the application may only
-- call it.
create table platform.access_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('person', 'public', 'system')),
  actor_id int not null,
  actor_name text not null,
  subject_type text not null,
  subject_id bigint not null,
  secrecy text,
  request_id text
);
create index access_log_subject on platform.access_log (subject_type, subject_id, id desc);
create index access_log_actor on platform.access_log (actor_id, id desc);

create function platform.log_access(lines jsonb) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ insert into platform.access_log (at, actor_kind, actor_id, actor_name, subject_type, subject_id, secrecy, request_id)
     select l.at, l.actor_kind, l.actor_id, l.actor_name, l.subject_type, l.subject_id, l.secrecy, l.request_id
     from jsonb_to_recordset(lines) as l(at timestamptz, actor_kind text, actor_id int, actor_name text, subject_type text, subject_id bigint, secrecy text, request_id text) $$;
revoke all on function platform.log_access(jsonb) from public;
grant execute on function platform.log_access(jsonb) to krom_app;
-- Handing the function to krom_log needs membership in it and, for a moment, the right to own things in the schema. On
-- a server whose administrator lets us neither make nor hold that role, the function stays with the owner: the
-- application can still do nothing but add lines.
do $$ begin
  if not exists (select from pg_roles where rolname = 'krom_log') then create role krom_log nologin; end if;
  if not pg_has_role(current_user, 'krom_log', 'SET') then execute format('grant krom_log to %I', current_user); end if;
  grant usage, create on schema platform to krom_log;
  grant insert on platform.access_log to krom_log;
  alter function platform.log_access(jsonb) owner to krom_log;
  revoke create on schema platform from krom_log;
exception when insufficient_privilege then
  raise warning 'platform.log_access stays with %, since the role krom_log cannot be used: %', current_user, sqlerrm;
end $$;

-- The reader: the page asks for the permission.
create function platform.read_access_log(wanted_type text, wanted_id bigint, wanted_actor int, before_id bigint, page_size int)
  returns table (id bigint, at timestamptz, actor_kind text, actor_id int, actor_name text, subject_type text, subject_id bigint, secrecy text, request_id text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as
  $$ begin
       return query select l.id, l.at, l.actor_kind, l.actor_id, l.actor_name, l.subject_type, l.subject_id, l.secrecy, l.request_id
       from platform.access_log l
       where (wanted_type is null or (l.subject_type = wanted_type and l.subject_id = wanted_id))
         and (wanted_actor is null or l.actor_id = wanted_actor)
         and (before_id is null or l.id < before_id)
       order by l.id desc limit least(page_size, 500);
     end $$;
revoke all on function platform.read_access_log(text, bigint, int, bigint, int) from public;
grant execute on function platform.read_access_log(text, bigint, int, bigint, int) to krom_app;
