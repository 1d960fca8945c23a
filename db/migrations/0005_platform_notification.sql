-- What a person is told: short words and where to look. Lines of the inbox are work; these are news.
create table platform.notification (
  id bigint generated always as identity primary key,
  person_id int not null,
  words jsonb not null check (words ? 'th' and words ? 'en'),
  href text not null check (href like '/%'),
  created_at timestamptz not null default platform.legal_now(),
  read_at timestamptz
);
create index notification_person on platform.notification (person_id, id desc);
create index notification_unread on platform.notification (person_id) where read_at is null;
alter table platform.notification enable row level security;
create policy notification_own on platform.notification for select to krom_app using (person_id = (select platform.actor_id()) or (select platform.is_system()));
create policy notification_read on platform.notification for update to krom_app using (person_id = (select platform.actor_id()));
create policy notification_tell on platform.notification for insert to krom_app with check (true);
grant select, insert on platform.notification to krom_app;
grant update (read_at) on platform.notification to krom_app;
