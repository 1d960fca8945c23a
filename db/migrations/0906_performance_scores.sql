-- The score sheet as it stood at a moment, frozen; and what people suppose. Scores themselves are computed when they are shown.

-- `content` is the whole sheet in plain digits with its names, so that it can be read and checked without anything else; `hash` is the SHA-256 of it.
create table performance.score_snapshot (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  -- B.E.; kept here because readers of open data see no cycle.
  fiscal_year int not null,
  round_id int references performance.round (id),
  month smallint not null check (month between 0 and 12),
  kind text not null check (kind in ('round', 'asked')),
  reason text not null check (length(reason) between 3 and 500),
  content jsonb not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  -- Published as open data: seen by everybody from then on.
  published_at timestamptz,
  published_by int,
  publish_note text not null default '' check (length(publish_note) <= 500),
  check ((published_at is null) = (published_by is null))
);
create index score_snapshot_of on performance.score_snapshot (cycle_id, id);
create index score_snapshot_published on performance.score_snapshot (fiscal_year, id) where published_at is not null;

-- What was frozen stays, and what was published stays published.
create function performance.refuse_thaw() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if old.published_at is not null then
    raise check_violation using message = 'a published snapshot is not changed';
  end if;
  return new;
end $$;
create trigger score_snapshot_kept before update on performance.score_snapshot for each row execute function performance.refuse_thaw();

grant select, insert on performance.score_snapshot to krom_app;
grant update (published_at, published_by, publish_note) on performance.score_snapshot to krom_app;
alter table performance.score_snapshot enable row level security;
create policy score_snapshot_read on performance.score_snapshot for select to krom_app
  using (published_at is not null or 1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy score_snapshot_add on performance.score_snapshot for insert to krom_app with check (performance.keeps(cycle_id));
create policy score_snapshot_publish on performance.score_snapshot for update to krom_app using (performance.keeps(cycle_id)) with check (performance.keeps(cycle_id));

-- Values that a unit supposes, under a name, to be compared with others. Nothing of it is a result.
create table performance.scenario (
  id int generated always as identity primary key,
  cycle_id int not null references performance.cycle (id),
  unit_id int not null references organisation.unit (id),
  name text not null check (length(name) between 2 and 120),
  -- {"3.1": "77"} by number of the indicator, in plain digits.
  "values" jsonb not null,
  person_id int not null,
  person_name text not null,
  at timestamptz not null,
  changed_at timestamptz not null,
  rev int not null default 1,
  removed_at timestamptz
);
create unique index scenario_name on performance.scenario (cycle_id, unit_id, name) where removed_at is null;
grant select, insert on performance.scenario to krom_app;
grant update (name, "values", changed_at, rev, removed_at, person_id, person_name) on performance.scenario to krom_app;
alter table performance.scenario enable row level security;
create policy scenario_read on performance.scenario for select to krom_app using (1 = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy scenario_add on performance.scenario for insert to krom_app with check (unit_id = any ((select platform.principals())::int[]) or (select platform.is_system()));
create policy scenario_change on performance.scenario for update to krom_app using (unit_id = any ((select platform.principals())::int[]) or (select platform.is_system()))
  with check (unit_id = any ((select platform.principals())::int[]) or (select platform.is_system()));
