-- What was still under way in a unit when it came to the one that took it over, as its people were told, once for each pair.
create table correspondence.handed_on (
  unit_id int not null,
  successor_id int not null,
  letters int not null,
  drafts int not null,
  told_at timestamptz not null,
  primary key (unit_id, successor_id)
);
grant select, insert on correspondence.handed_on to krom_app;
