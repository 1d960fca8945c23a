-- News leave the house by channels: mail at once, a digest, LINE. Which, when and how is the choice of each person; an
-- office says what is usual. What stands here is for the person alone and for the jobs that send.

alter table platform.notification
  add column kind text not null default 'other' check (length(kind) <= 80),
  add column urgency text check (urgency in ('urgent', 'very-urgent', 'most-urgent')),
  -- Nothing of it may be said outside the house but that it waits.
  add column secret boolean not null default false;

-- Tells people and lets the channels be chosen after commit: one statement, however many people. The rows are not the
-- teller's to read, so a function gives their ids to the job.
create function platform.tell(people int[], news_words jsonb, news_href text, news_kind text, news_urgency text, news_secret boolean)
  returns int language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ with told as (
       insert into platform.notification (person_id, words, href, kind, urgency, secret)
       select p, news_words, news_href, news_kind, news_urgency, news_secret from unnest(people) p
       returning id
     ), listed as (
       select jsonb_agg(id) as ids, count(*)::int as n from told having count(*) > 0
     ), queued as (
       select platform.enqueue('notices.route-news', jsonb_build_object('news', ids), clock_timestamp(), 12, null, null) as job, n from listed
     )
     select coalesce((select n from queued where job is not null), 0) $$;
revoke all on function platform.tell(int[], jsonb, text, text, text, boolean) from public;
grant execute on function platform.tell(int[], jsonb, text, text, text, boolean) to krom_app;

-- What a person chose; without a row what is usual in the office holds.
create table platform.notification_choice (
  person_id int primary key,
  quiet boolean not null,
  quiet_from time not null,
  quiet_to time not null,
  most_urgent_passes boolean not null,
  digest text not null check (digest in ('daily', 'weekly', 'none')),
  digest_at time not null,
  -- 1 Monday … 7 Sunday; for the weekly digest.
  digest_weekday int not null check (digest_weekday between 1 and 7),
  working_days boolean not null,
  changed_at timestamptz not null default platform.legal_now()
);
create table platform.notification_route (
  person_id int not null,
  kind text not null check (length(kind) <= 80),
  channel text not null check (channel ~ '^[a-z]{2,20}$'),
  how text not null check (how in ('now', 'digest', 'off')),
  primary key (person_id, kind, channel)
);

-- What of the news was handed to a channel, or waits for the end of quiet hours. Its key keeps a job that runs twice
-- from telling twice.
create table platform.notification_delivery (
  notification_id bigint not null references platform.notification,
  channel text not null,
  person_id int not null,
  state text not null check (state in ('held', 'handed', 'dropped')),
  made_at timestamptz not null default platform.legal_now(),
  primary key (notification_id, channel)
);
create index notification_delivery_held on platform.notification_delivery (person_id) where state = 'held';

-- One digest of one legal day.
create table platform.notification_digest (
  person_id int not null,
  day date not null,
  made_at timestamptz not null default platform.legal_now(),
  waiting int not null,
  news int not null,
  -- False where nothing waited and nothing was sent.
  sent boolean not null,
  primary key (person_id, day)
);

-- Whose LINE is whose. The code is shown to a signed-in person, who sends it to the office's account from LINE.
create table platform.line_link (
  person_id int primary key,
  line_user_id text not null unique check (line_user_id ~ '^U[0-9a-f]{32}$'),
  linked_at timestamptz not null default platform.legal_now()
);
create table platform.line_code (
  person_id int primary key,
  code text not null unique check (length(code) = 8),
  -- Machine time: a code is no legal matter.
  expires_at timestamptz not null,
  used_at timestamptz
);
create table platform.line_message (
  -- Also the retry key: LINE takes a message of one key once.
  id uuid primary key,
  person_id int not null,
  line_user_id text not null,
  body text not null check (length(body) <= 5000),
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'dropped')),
  attempts int not null default 0,
  last_error text,
  -- LINE's name of the request that it accepted.
  request_id text,
  created_at timestamptz not null default platform.legal_now(),
  sent_at timestamptz
);
create index line_message_newest on platform.line_message (created_at desc);
-- Events of LINE that were taken already: it sends them again when our answer was lost.
create table platform.line_event (
  id text primary key check (length(id) <= 80),
  at timestamptz not null default clock_timestamp()
);

do $$
declare t text;
begin
  foreach t in array array['notification_choice', 'notification_route', 'line_link', 'line_code'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('create policy own on platform.%I to krom_app using (person_id = (select platform.actor_id()) or (select platform.is_system()))', t);
  end loop;
  foreach t in array array['notification_delivery', 'notification_digest', 'line_message'] loop
    execute format('alter table platform.%I enable row level security', t);
    execute format('create policy work on platform.%I to krom_app using ((select platform.is_system()))', t);
  end loop;
end $$;
grant select, insert, update on platform.notification_choice, platform.notification_route, platform.notification_delivery,
  platform.notification_digest, platform.line_link, platform.line_code, platform.line_message to krom_app;
grant select, insert, delete on platform.line_event to krom_app;
grant delete on platform.line_link to krom_app;
