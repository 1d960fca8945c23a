-- Yearly frameworks of evaluation as data. Everyone who works here reads them; the secretariat keeps them.
create schema performance;
grant usage on schema performance to krom_app;

-- One edition of the framework of a year and kind of agency. `content` has the form of the domain (`Framework`); what is
-- not known is null there, with a note.
create table performance.framework (
  id int generated always as identity primary key,
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  agency text not null check (agency in ('department', 'province', 'public-organisation')),
  edition int not null check (edition >= 1),
  content jsonb not null,
  state text not null default 'draft' check (state in ('draft', 'used', 'retired')),
  used_at timestamptz,
  changed_by int not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  unique (fiscal_year, agency, edition),
  check ((state = 'draft') = (used_at is null))
);

-- A framework that was used is not changed any more, whoever asks: old years stay computable.
create function performance.keep_used_framework() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.state <> 'draft' and (new.content is distinct from old.content or new.fiscal_year <> old.fiscal_year or new.agency <> old.agency
    or new.edition <> old.edition or new.used_at is distinct from old.used_at or new.state = 'draft') then
    raise check_violation using message = 'a framework that was used is not changed: a new edition follows it';
  end if;
  return new;
end $$;
create trigger framework_kept before update on performance.framework for each row execute function performance.keep_used_framework();

alter table performance.framework enable row level security;
create policy framework_read on performance.framework for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy framework_add on performance.framework for insert to krom_app with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy framework_change on performance.framework for update to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))
  with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
grant select, insert, update on performance.framework to krom_app;
