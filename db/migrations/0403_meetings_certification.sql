-- Certification: what an officer proposed and the unit made its own, what a suggestion became when it was accepted,
-- and the code by which anybody who holds certified minutes can check them.

-- An officer's proposal goes out with the unit's answer only after the unit made it its own.
alter table meetings.suggestion add column taken_over_at timestamptz;
-- What the secretariat made of the proposal where it accepted it in other words.
alter table meetings.suggestion add column decided_change jsonb;

-- Why minutes went out again: the circulation that was taken back.
alter table meetings.circulation add column replaces_id int references meetings.circulation;
-- As printed under the memo, for papers that quote it.
alter table meetings.circulation add column signer_name text;
alter table meetings.circulation add column signer_position text;

alter table meetings.minutes add column verify_token text unique;
-- SHA-256 (hex) of the certified PDF.
alter table meetings.minutes add column certified_pdf_hash text check (certified_pdf_hash ~ '^[0-9a-f]{64}$');
-- The resolution by which a meeting certified them, as its minutes say it.
alter table meetings.minutes add column certified_reference text;

-- The facts that the code of certified minutes tells to anybody, and nothing else.
create function meetings.public_document(p_token text) returns table (
  committee_name text, number int, year_be smallint, title text, held_on date, certified_on date, unit text, pdf_hash text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.committee_name, m.number, m.year_be, m.title, m.held_on, x.certified_on,
    (select n.th from organisation.unit_name n where n.unit_id = m.owner_unit_id and n.valid_from <= x.certified_on
      order by n.valid_from desc limit 1), x.certified_pdf_hash
  from meetings.minutes x join meetings.meeting m on m.id = x.meeting_id
  where x.verify_token = p_token and x.state = 'certified' $$;
revoke all on function meetings.public_document(text) from public;
grant execute on function meetings.public_document(text) to krom_app;
