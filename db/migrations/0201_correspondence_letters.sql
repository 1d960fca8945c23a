-- Outgoing letters of all six kinds (clauses 10-27); so far only internal ones (memos, circulars) are written here.
-- What a recipient may no longer read after a recall (content, enclosures) stands behind a wall of its own: letter_body.
create table correspondence.letter (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('external', 'internal', 'stamped', 'directive', 'publicity', 'record')),
  sub_kind text not null check (sub_kind in ('external', 'memo', 'stamped', 'order', 'regulation', 'rule', 'announcement',
    'statement', 'news', 'certificate', 'minutes', 'note', 'other')),
  circular boolean not null default false,
  book text not null check (book in ('outgoing', 'circular', 'order', 'announcement', 'certificate', 'secret')),
  owner_unit_id int not null,
  readers int[] not null default '{}',
  state text not null default 'draft' check (state in ('draft', 'issued', 'recalled', 'corrected', 'void')),
  urgency text not null default 'ordinary' check (urgency in ('ordinary', 'urgent', 'very-urgent', 'most-urgent')),
  -- "ด่วนภายใน" a day and an hour, the fifth case.
  urgent_before timestamptz,
  secrecy text not null default 'none' check (secrecy in ('none', 'confidential', 'secret', 'top-secret')),
  restricted boolean generated always as (secrecy <> 'none') stored,
  subject text not null,
  -- Printed lines.
  from_text text not null,
  -- How the unit is called in lists: its abbreviation on that day.
  from_short text not null default '',
  salutation text not null default 'เรียน',
  to_text text not null default '',
  letter_date date,
  respond_by date,
  reply_href text,
  reply_label text,
  signer_position_id int,
  signer_person_id int,
  signer_name text,
  -- Lines under the name: own post; for an acting head the phrase and the principal's post.
  signer_title text,
  signer_authority jsonb,
  -- By whom the signature was given: the signer here in Krom, or on paper and recorded by a clerk.
  signed_how text check (signed_how in ('in-krom', 'on-paper')),
  drafted_by int not null,
  drafted_by_name text not null,
  drafted_at timestamptz not null,
  changed_at timestamptz not null,
  for_signature_at timestamptz,
  register_entry_id bigint unique references correspondence.register_entry,
  reference text,
  issued_at timestamptz,
  issued_by int,
  issued_by_name text,
  recipient_count int not null default 0,
  verification_token text unique,
  file_hash text,
  file_size int,
  recalled_at timestamptz,
  recalled_by_name text,
  recall_reason text,
  replaces_letter_id bigint references correspondence.letter,
  replaced_by_letter_id bigint references correspondence.letter,
  correction_reason text,
  -- The record of another module that caused the letter (a meeting, minutes).
  source_type text,
  source_id bigint,
  check (state in ('draft') or (register_entry_id is not null and issued_at is not null and letter_date is not null)),
  check ((state = 'recalled') = (recall_reason is not null) or state = 'corrected'),
  check (state <> 'corrected' or replaced_by_letter_id is not null)
);
create index letter_of_unit on correspondence.letter (owner_unit_id, issued_at desc, id desc);
create index letter_drafts on correspondence.letter (owner_unit_id, changed_at desc) where state = 'draft';
create index letter_source on correspondence.letter (source_type, source_id) where source_type is not null;
grant select, insert, update, delete on correspondence.letter to krom_app;

alter table correspondence.letter enable row level security;
create policy letter_seen on correspondence.letter for select using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));
create policy letter_added on correspondence.letter for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy letter_changed on correspondence.letter for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy letter_discarded on correspondence.letter for delete using (
  state = 'draft' and (owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system())));

-- What a letter says is fixed when it is issued. After that only its fate changes.
create function correspondence.letter_stays_as_issued() returns trigger language plpgsql as $$
declare fate text[] := array['state', 'readers', 'recipient_count', 'file_hash', 'file_size', 'recalled_at', 'recalled_by_name',
  'recall_reason', 'replaced_by_letter_id', 'reply_href', 'reply_label',
  -- Worked out from secrecy after this trigger, so still empty in it.
  'restricted'];
begin
  if old.state = 'draft' then return new; end if;
  if (to_jsonb(new) - fate) is distinct from (to_jsonb(old) - fate) then
    raise exception 'Letter % is issued: its words cannot change', old.id;
  end if;
  if old.file_hash is not null and new.file_hash is distinct from old.file_hash then
    raise exception 'Letter % has its definitive file', old.id;
  end if;
  if new.state <> old.state and old.state <> 'issued' then
    raise exception 'Letter % is % and stays so', old.id, old.state;
  end if;
  return new;
end $$;
create trigger letter_stays_as_issued before update on correspondence.letter
  for each row execute function correspondence.letter_stays_as_issued();

create table correspondence.letter_body (
  letter_id bigint primary key references correspondence.letter on delete cascade,
  owner_unit_id int not null,
  restricted boolean not null default false,
  -- Emptied by a recall: from then on only the sender's unit reads the words.
  readers int[] not null default '{}',
  -- {paragraphs: [{text, …}], closing?, …}: see domain/content.ts.
  content jsonb not null,
  -- [{label, type, id, href, hash?}]
  enclosures jsonb not null default '[]'
);
grant select, insert, update, delete on correspondence.letter_body to krom_app;
alter table correspondence.letter_body enable row level security;
create policy letter_body_seen on correspondence.letter_body for select using (
  (not restricted and owner_unit_id = any((select platform.principals())::int[]))
  or readers && (select platform.principals()) or (select platform.is_system()));
create policy letter_body_added on correspondence.letter_body for insert with check (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy letter_body_changed on correspondence.letter_body for update using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));
create policy letter_body_discarded on correspondence.letter_body for delete using (
  owner_unit_id = any((select platform.principals())::int[]) or (select platform.is_system()));

create function correspondence.letter_body_stays_as_issued() returns trigger language plpgsql as $$
declare now_state text;
begin
  select state into now_state from correspondence.letter where id = old.letter_id;
  if tg_op = 'DELETE' then
    if now_state is not null and now_state <> 'draft' then raise exception 'Letter % is issued: its words stay', old.letter_id; end if;
    return old;
  end if;
  if now_state <> 'draft' and (new.content is distinct from old.content or new.enclosures is distinct from old.enclosures) then
    raise exception 'Letter % is issued: its words cannot change', old.letter_id;
  end if;
  return new;
end $$;
create trigger letter_body_stays_as_issued before update or delete on correspondence.letter_body
  for each row execute function correspondence.letter_body_stays_as_issued();

-- What anybody with the token of the QR code may know of a letter: nothing of its content, and not even the subject of
-- a restricted one.
create function correspondence.public_document(token text)
  returns table (id bigint, kind text, sub_kind text, circular boolean, reference text, letter_date date, unit_id int, from_text text,
    subject text, file_hash text, state text, recalled_at timestamptz, replaced_by_reference text, replaced_by_token text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.id, l.kind, l.sub_kind, l.circular, l.reference, l.letter_date, l.owner_unit_id, l.from_text,
    case when l.secrecy = 'none' then l.subject end, l.file_hash, l.state, l.recalled_at, n.reference, n.verification_token
  from correspondence.letter l left join correspondence.letter n on n.id = l.replaced_by_letter_id
  where l.verification_token = token and l.state <> 'draft' $$;
revoke all on function correspondence.public_document(text) from public;
grant execute on function correspondence.public_document(text) to krom_app;
