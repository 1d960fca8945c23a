-- What a paper says of a year: results of years that were not scored in this house, targets and plans of years around it.
-- Nothing is computed from the house here; each line says which paper it comes from.
create table performance.stated_result (
  id int generated always as identity primary key,
  fiscal_year int not null check (fiscal_year between 2540 and 2700),
  kind text not null check (kind in ('total', 'result', 'target', 'plan')),
  -- What it is about; lines of one subject are read across the years. Empty for the total of the year.
  subject text not null default '' check (length(subject) <= 200),
  -- Of the framework of the year, where it stands in one.
  component text check (length(component) <= 20),
  -- On its own scale; null where the paper gives words only.
  score numeric(21, 6) check (score >= 0),
  -- The best that its scale gives; null where that is not known.
  best numeric(21, 6) check (best > 0),
  -- Class or group as the paper names it.
  grade text not null default '' check (length(grade) <= 100),
  words text not null default '' check (length(words) <= 1000),
  source text not null check (length(source) between 3 and 300),
  stated_by int not null,
  stated_at timestamptz not null,
  removed_at timestamptz,
  check ((kind = 'total') = (subject = '')),
  check (score is not null or words <> '')
);
create index stated_result_year on performance.stated_result (fiscal_year) where removed_at is null;
create unique index stated_result_total on performance.stated_result (fiscal_year) where kind = 'total' and removed_at is null;
alter table performance.stated_result enable row level security;
create policy stated_result_read on performance.stated_result for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy stated_result_add on performance.stated_result for insert to krom_app with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy stated_result_change on performance.stated_result for update to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()))
  with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
grant select, insert on performance.stated_result to krom_app;
grant update (removed_at) on performance.stated_result to krom_app;

-- A draft that nothing uses may go; one that was used stays for good.
create policy framework_remove on performance.framework for delete to krom_app
  using (state = 'draft' and (1 = any ((select platform.principals())::int[]) or (select platform.is_system())));
grant delete on performance.framework to krom_app;

-- Who did what to an edition, for everyone who reads it. It goes with a draft that is thrown away; the trail keeps that.
create table performance.framework_event (
  id int generated always as identity primary key,
  framework_id int not null references performance.framework (id) on delete cascade,
  kind text not null check (kind in ('made', 'brought-in', 'imported', 'changed', 'used')),
  -- Sections that a change touched.
  sections text[] not null default '{}',
  at timestamptz not null,
  person_id int not null,
  person_name text not null
);
create index framework_event_of on performance.framework_event (framework_id, id);
alter table performance.framework_event enable row level security;
create policy framework_event_read on performance.framework_event for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy framework_event_add on performance.framework_event for insert to krom_app with check (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
grant select, insert on performance.framework_event to krom_app;
