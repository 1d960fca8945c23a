-- How long received letters take on their way: received, proposed, ordered, assigned, closed. As the other counts of this
-- module over all units: no subject, and of restricted letters figures alone.

-- Letters that count as received in a period, each with the first time of every step that was taken by an instant.
create function adoption.chain_letters(p_from date, p_to date, p_as_of timestamptz)
  returns table (received_id bigint, unit_id int, urgency text, reference text, received_at timestamptz, proposed_at timestamptz, ordered_at timestamptz,
    assigned_at timestamptz, closed_at timestamptz, due_at timestamptz, is_restricted boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select r.id, r.owner_unit_id, r.urgency, case when r.restricted then null else r.number || '/' || r.year end, r.deemed_received_at,
    (select min(s.at) from correspondence.chain_step s where s.received_letter_id = r.id and s.kind = 'propose' and s.at <= p_as_of),
    case when r.first_ordered_at <= p_as_of then r.first_ordered_at end,
    (select min(s.at) from correspondence.received_assignment a join correspondence.chain_step s on s.id = a.step_id where a.received_letter_id = r.id and s.at <= p_as_of),
    case when r.closed_at <= p_as_of then r.closed_at end, r.due_at, r.restricted
  from correspondence.received_letter r
  where (r.deemed_received_at at time zone 'Asia/Bangkok')::date between p_from and p_to and r.registered_at <= p_as_of
    and (1 = any(platform.principals()) or platform.is_system()) $$;
revoke all on function adoption.chain_letters(date, date, timestamptz) from public;

-- By unit (urgency null), by urgency (unit null) and of all (both null): how many came and took each step, the median minutes by the clock from
-- the deemed receipt to it (never below zero: an order given the same evening comes before the office opens), what waits for its first order, and what is open past its due time.
create function adoption.chain_times(p_from date, p_to date, p_as_of timestamptz)
  returns table (unit_id int, urgency text, received int, proposed int, ordered int, assigned int, closed int,
    propose_minutes int, order_minutes int, assign_minutes int, close_minutes int, waiting int, overdue int, restricted int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select l.unit_id, l.urgency, count(*)::int, count(l.proposed_at)::int, count(l.ordered_at)::int, count(l.assigned_at)::int, count(l.closed_at)::int,
    (percentile_cont(0.5) within group (order by greatest(0, extract(epoch from l.proposed_at - l.received_at))) filter (where l.proposed_at is not null) / 60)::int,
    (percentile_cont(0.5) within group (order by greatest(0, extract(epoch from l.ordered_at - l.received_at))) filter (where l.ordered_at is not null) / 60)::int,
    (percentile_cont(0.5) within group (order by greatest(0, extract(epoch from l.assigned_at - l.received_at))) filter (where l.assigned_at is not null) / 60)::int,
    (percentile_cont(0.5) within group (order by greatest(0, extract(epoch from l.closed_at - l.received_at))) filter (where l.closed_at is not null) / 60)::int,
    count(*) filter (where l.ordered_at is null and l.closed_at is null)::int,
    count(*) filter (where l.closed_at is null and l.due_at < p_as_of)::int,
    count(*) filter (where l.is_restricted)::int
  from adoption.chain_letters(p_from, p_to, p_as_of) l
  where 1 = any(platform.principals()) or platform.is_system()
  group by grouping sets ((l.unit_id), (l.urgency), ())
  having count(*) > 0 $$;
revoke all on function adoption.chain_times(date, date, timestamptz) from public;
grant execute on function adoption.chain_times(date, date, timestamptz) to krom_app;

-- The letters behind a figure, by key: those that took a step, wait for an order, or are overdue. No restricted letter.
create function adoption.chain_list(p_from date, p_to date, p_as_of timestamptz, p_unit int, p_urgency text, p_what text, p_after bigint, p_limit int)
  returns table (received_id bigint, unit_id int, urgency text, reference text, received_at timestamptz, at timestamptz, minutes int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with chosen as (
    select l.*, case p_what when 'proposed' then l.proposed_at when 'ordered' then l.ordered_at when 'assigned' then l.assigned_at when 'closed' then l.closed_at end as step_at
    from adoption.chain_letters(p_from, p_to, p_as_of) l
    where not l.is_restricted and (p_unit is null or l.unit_id = p_unit) and (p_urgency is null or l.urgency = p_urgency) and l.received_id > p_after
      and (1 = any(platform.principals()) or platform.is_system())
  )
  select c.received_id, c.unit_id, c.urgency, c.reference, c.received_at, c.step_at,
    (greatest(0, extract(epoch from coalesce(c.step_at, p_as_of) - c.received_at)) / 60)::int
  from chosen c
  where case p_what when 'received' then true when 'waiting' then c.ordered_at is null and c.closed_at is null
    when 'overdue' then c.closed_at is null and c.due_at < p_as_of else c.step_at is not null end
  order by c.received_id limit p_limit $$;
revoke all on function adoption.chain_list(date, date, timestamptz, int, text, text, bigint, int) from public;
grant execute on function adoption.chain_list(date, date, timestamptz, int, text, text, bigint, int) to krom_app;
