-- Units of the department: the tree, names, abbreviations and letter codes, each with the days on which it holds.
-- All days are legal days in Asia/Bangkok; `valid_to` is the last day included, null while it is open.
create extension if not exists btree_gist;

create schema organisation;
grant usage on schema organisation to krom_app;

create table organisation.unit (
  id int primary key default nextval('platform.party_id'),
  kind text not null check (kind in ('department', 'executive-office', 'bureau', 'division', 'centre', 'institute', 'group', 'section', 'region', 'provincial-office', 'station')),
  sort_order int not null default 0,
  -- Two letters and a dash of ISO 3166-2 left out: '10' Bangkok, '50' Chiang Mai; for the tile map.
  province_code text check (province_code ~ '^[0-9]{2}$'),
  phone text check (length(phone) <= 100),
  opened_on date not null,
  closed_on date check (closed_on >= opened_on),
  changed_at timestamptz not null default clock_timestamp()
);

-- Where a unit stands in the tree. `path` runs from the root to the unit itself, so a subtree is one indexed lookup;
-- moving a unit writes a new row for it and for everything below it (organisation.place_unit).
create table organisation.unit_placement (
  id int generated always as identity primary key,
  unit_id int not null references organisation.unit,
  parent_id int references organisation.unit check (parent_id <> unit_id),
  path int[] not null check (path[cardinality(path)] = unit_id),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);
create index unit_placement_path on organisation.unit_placement using gin (path);
create index unit_placement_parent on organisation.unit_placement (parent_id);

create table organisation.unit_name (
  id int generated always as identity primary key,
  unit_id int not null references organisation.unit,
  th text not null check (length(th) between 2 and 300),
  en text not null check (length(en) between 2 and 300),
  -- Law or order that gave the name.
  source text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- How papers call a unit: the abbreviation in force, older or parallel ones, and known slips of the pen. On one day
-- one preferred abbreviation belongs to one unit; variants and misprints may point to several.
create table organisation.unit_abbreviation (
  id int generated always as identity primary key,
  unit_id int not null references organisation.unit,
  text text not null check (length(text) between 1 and 40),
  kind text not null check (kind in ('preferred', 'variant', 'misprint')),
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  note text not null default '',
  exclude using gist (text with =, daterange(valid_from, valid_to, '[]') with &&) where (kind = 'preferred'),
  constraint unit_abbreviation_one_preferred exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&) where (kind = 'preferred')
);
create index unit_abbreviation_text on organisation.unit_abbreviation (text);
create index unit_abbreviation_unit on organisation.unit_abbreviation (unit_id);

-- Letter code: letters of the ministry and four digits (department, bureau), sub-units after a dot. Kept in Arabic
-- digits, printed in Thai ones: 'นร' + '0223' is printed 'นร ๐๒๒๓'.
create table organisation.unit_code (
  id int generated always as identity primary key,
  unit_id int not null references organisation.unit,
  letters text not null check (letters ~ '^[ก-ฮ]{1,6}$'),
  digits text not null check (digits ~ '^[0-9]{4}([.][0-9]{1,3})*$'),
  source text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  exclude using gist (unit_id with =, daterange(valid_from, valid_to, '[]') with &&),
  constraint unit_code_one_owner exclude using gist (letters with =, digits with =, daterange(valid_from, valid_to, '[]') with &&)
);

-- Puts a unit under a parent from a day on, with everything below it. Answers false when the parent is the unit
-- itself or stands below it, or is not in the tree on that day.
create function organisation.place_unit(p_unit int, p_parent int, p_from date) returns boolean
  language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  v_base int[] := '{}';
  v_old int[];
  v_row record;
begin
  if p_parent is not null then
    select path into v_base from organisation.unit_placement
      where unit_id = p_parent and valid_from <= p_from and (valid_to is null or valid_to >= p_from);
    if v_base is null or p_unit = any(v_base) then return false; end if;
  end if;
  select path into v_old from organisation.unit_placement where unit_id = p_unit and valid_to is null;
  for v_row in
    select id, unit_id, parent_id, path, valid_from from organisation.unit_placement
      where valid_to is null and path @> array[p_unit] order by cardinality(path)
  loop
    if v_row.valid_from >= p_from then
      update organisation.unit_placement
        set path = v_base || v_row.path[cardinality(v_old):],
            parent_id = case when unit_id = p_unit then p_parent else parent_id end
        where id = v_row.id;
    else
      update organisation.unit_placement set valid_to = p_from - 1 where id = v_row.id;
      insert into organisation.unit_placement (unit_id, parent_id, path, valid_from)
        values (v_row.unit_id, case when v_row.unit_id = p_unit then p_parent else v_row.parent_id end,
          v_base || v_row.path[cardinality(v_old):], p_from);
    end if;
  end loop;
  if v_old is null then
    insert into organisation.unit_placement (unit_id, parent_id, path, valid_from) values (p_unit, p_parent, v_base || p_unit, p_from);
  end if;
  return true;
end $$;

-- The units of one day as a list: what most screens and every port read. Inlined into the asking statement.
create function organisation.units_on(p_day date)
  returns table (id int, kind text, parent_id int, path int[], name_th text, name_en text, abbreviation text,
    code_letters text, code_digits text, sort_order int, province_code text, phone text, closed_on date)
  language sql stable as $$
  select u.id, u.kind, l.parent_id, l.path, n.th, n.en, a.text, c.letters, c.digits, u.sort_order, u.province_code, u.phone, u.closed_on
  from organisation.unit u
  join organisation.unit_placement l on l.unit_id = u.id and l.valid_from <= p_day and (l.valid_to is null or l.valid_to >= p_day)
  join organisation.unit_name n on n.unit_id = u.id and n.valid_from <= p_day and (n.valid_to is null or n.valid_to >= p_day)
  left join organisation.unit_abbreviation a on a.unit_id = u.id and a.kind = 'preferred'
    and a.valid_from <= p_day and (a.valid_to is null or a.valid_to >= p_day)
  left join organisation.unit_code c on c.unit_id = u.id and c.valid_from <= p_day and (c.valid_to is null or c.valid_to >= p_day)
  where u.opened_on <= p_day and (u.closed_on is null or u.closed_on >= p_day)
$$;

grant select, insert, update on organisation.unit, organisation.unit_placement, organisation.unit_name,
  organisation.unit_abbreviation, organisation.unit_code to krom_app;

-- The office calendar: holidays that the Cabinet adds, moves and cancels, days worked although off, hours by period.
create table organisation.office_day (
  id int generated always as identity primary key,
  day date not null,
  kind text not null check (kind in ('holiday', 'substitute', 'special', 'worked')),
  name_th text not null check (length(name_th) between 2 and 300),
  name_en text not null default '',
  -- Cabinet resolution or announcement.
  source text not null default '',
  announced_on date,
  -- Expected but not yet announced.
  uncertain boolean not null default false,
  -- Only for the office of this unit and below (holidays of single regions); null: the whole department.
  unit_id int references organisation.unit,
  withdrawn_at timestamptz,
  changed_at timestamptz not null default clock_timestamp()
);
create index office_day_day on organisation.office_day (day) where withdrawn_at is null;

create table organisation.office_hours (
  id int generated always as identity primary key,
  opens time not null,
  closes time not null check (closes > opens),
  -- Days off of the week, 0 = Sunday.
  weekend int[] not null default '{0,6}' check (weekend <@ '{0,1,2,3,4,5,6}' and cardinality(weekend) < 7),
  source text not null default '',
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  exclude using gist (daterange(valid_from, valid_to, '[]') with &&)
);
insert into organisation.office_hours (opens, closes, source, valid_from)
  values ('08:30', '16:30', 'ระเบียบว่าด้วยกำหนดเวลาทำงานและวันหยุดราชการ พ.ศ. 2502', '1959-01-01');
grant select, insert, update on organisation.office_day, organisation.office_hours to krom_app;
