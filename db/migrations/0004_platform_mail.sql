-- Mail as it was asked for. A row is written in the transaction of its cause; a job sends it. Without a mail server it
-- is kept for the outbox page.
create table platform.mail (
  id uuid primary key,
  to_address text not null,
  subject text not null,
  body text not null,
  html text,
  -- The same at every attempt, so that a mailbox can tell a repeated mail from a second one.
  message_id text not null unique,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept', 'failed')),
  attempts int not null default 0,
  last_error text,
  response text,
  created_at timestamptz not null default platform.legal_now(),
  sent_at timestamptz
);
create index mail_newest on platform.mail (created_at desc, id desc);
alter table platform.mail enable row level security;
-- Anybody's action may send; nobody but the sending job reads (mail may carry a sign-in link).
create policy mail_add on platform.mail for insert to krom_app with check (state = 'waiting');
create policy mail_work on platform.mail for select to krom_app using ((select platform.is_system()));
create policy mail_mark on platform.mail for update to krom_app using ((select platform.is_system()));
grant insert, select on platform.mail to krom_app;
grant update (state, attempts, last_error, response, sent_at) on platform.mail to krom_app;

-- The outbox page's reader; the page asks for a permission and logs who looked.
create function platform.list_mail(before_at timestamptz, before_id uuid, page_size int)
  returns table (id uuid, to_address text, subject text, body text, html text, message_id text, state text, attempts int,
    last_error text, created_at timestamptz, sent_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select m.id, m.to_address, m.subject, m.body, m.html, m.message_id, m.state, m.attempts, m.last_error, m.created_at, m.sent_at
     from platform.mail m
     where before_at is null or (m.created_at, m.id) < (before_at, before_id)
     order by m.created_at desc, m.id desc limit least(page_size, 200) $$;
revoke all on function platform.list_mail(timestamptz, uuid, int) from public;
grant execute on function platform.list_mail(timestamptz, uuid, int) to krom_app;
