-- How a task on a screen is done: text, and a picture or clip that was uploaded. Written by whoever keeps the help.
create schema help;
grant usage on schema help to krom_app;

create table help.topic (
  id int generated always as identity primary key,
  -- Pattern of the screen's address: '/letters/:id'.
  screen text not null check (screen ~ '^/[a-z0-9:/.-]*$' and length(screen) <= 200),
  ordinal int not null default 1 check (ordinal between 1 and 99),
  title_th text not null check (length(title_th) between 2 and 200),
  title_en text not null default '' check (length(title_en) <= 200),
  text_th text not null check (length(text_th) between 2 and 8000),
  text_en text not null default '' check (length(text_en) <= 8000),
  file_id bigint,
  withdrawn boolean not null default false,
  changed_by int not null,
  changed_by_name text not null,
  changed_at timestamptz not null
);
create index topic_screen on help.topic (screen, ordinal, id) where not withdrawn;
grant select, insert, update on help.topic to krom_app;
