-- Several processes of one house, not all of one release.

-- A web process that is not given the owner's address still has to know whether its database is up to date.
grant select on public.krom_migration to krom_app;

-- Migrations add first and take away a release later, so a program of the release before goes on while the new one
-- starts. The migration that takes away names here what a program must know to go on: who does not know it, stops.
create table platform.program_needs (
  migration text primary key,
  why_th text not null,
  why_en text not null,
  since timestamptz not null default clock_timestamp()
);
comment on table platform.program_needs is 'A program that does not know each of these migrations is too old for this database.';
grant select on platform.program_needs to krom_app;

-- Open sessions of the whole house: a figure for those who watch over it, no names. The table is the organisation's and
-- younger than this file, so it is looked for when asked.
create function platform.open_sessions() returns int
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
  $$ begin
       if not platform.is_system() then raise insufficient_privilege; end if;
       return (select count(*) from organisation.session s
         where s.ended_at is null and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - interval '12 hours');
     end $$;
revoke all on function platform.open_sessions() from public;
grant execute on function platform.open_sessions() to krom_app;
