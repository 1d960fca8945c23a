-- A letter to outside that goes to many (ว) is still one to outside: stage 4. As before in everything else.
create or replace function adoption.letters_in(p_from date, p_to date, p_as_of timestamptz)
  returns table (letter_id bigint, unit_id int, stage int, letter_date date, reference text, recipients int, pages int, is_restricted boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    select l.id, l.owner_unit_id, l.kind, l.circular, l.letter_date, l.reference, l.restricted
    from correspondence.letter l join correspondence.register_entry e on e.id = l.register_entry_id
    where l.state <> 'draft' and l.letter_date between p_from and p_to and l.issued_at <= p_as_of
      and (e.state = 'valid' or e.voided_at > p_as_of) and (1 = any(platform.principals()) or platform.is_system())
  ), reached as (
    select c.id, count(r.recipient_id)::int as n,
      count(*) filter (where r.recipient_id is not null and adoption.bureau_of(coalesce(adoption.unit_of_party(r.recipient_kind, r.recipient_id, c.letter_date), -1), c.letter_date)
        <> adoption.bureau_of(c.owner_unit_id, c.letter_date)) as beyond
    from chosen c left join correspondence.letter_recipient r on r.letter_id = c.id and r.passed_from_id is null and r.delivered_at <= p_as_of
      and not c.circular
    group by c.id
  ), counted as (
    select c.id, case when c.circular then (select count(*)::int from correspondence.letter_recipient r where r.letter_id = c.id and r.passed_from_id is null and r.delivered_at <= p_as_of) else d.n end as n, d.beyond
    from chosen c join reached d on d.id = c.id
  )
  select c.id, c.owner_unit_id,
    case when c.kind in ('external', 'stamped') then 4 when c.circular then 1 when n.n = 0 then null when n.beyond = 0 then 2 else 3 end,
    c.letter_date, case when c.restricted then null else c.reference end, n.n, p.pages, c.restricted
  from chosen c join counted n on n.id = c.id left join adoption.letter_pages p on p.letter_id = c.id and p.counted_at <= p_as_of $$;
