-- How long logs are kept is a setting; that nothing goes earlier than the law allows is held here. The application has
-- no right to delete from these tables: one function does, for the system alone, and reads how much there is.
create function platform.retention_state(what text) returns table (held bigint, oldest timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  case what
    when 'access-log' then return query select count(*), min(l.at) from platform.access_log l;
    when 'notifications' then return query select count(*), min(n.created_at) from platform.notification n where n.read_at is not null;
    when 'mail' then return query select count(*), min(m.created_at) from platform.mail m where m.state in ('sent', 'kept', 'failed');
    when 'answers' then return query select count(*), min(i.at) from platform.idempotency i;
    when 'timers' then return query select count(*), min(t.due_at) from platform.timer t where coalesce(t.fired_at, t.cancelled_at) is not null;
    else raise exception 'no such kind of log: %', what using errcode = 'invalid_parameter_value';
  end case;
end $$;

create function platform.erase_expired(what text, before timestamptz, at_most int) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_gone int;
  -- Days below which nothing is erased, whatever the setting says. Access log: traffic data under the Act on
  -- Computer-related Crime B.E. 2550, section 26.
  v_least int := case what when 'access-log' then 90 when 'notifications' then 30 when 'mail' then 30 when 'answers' then 2 when 'timers' then 30 end;
begin
  if not platform.is_system() then raise insufficient_privilege; end if;
  if v_least is null then raise exception 'no such kind of log: %', what using errcode = 'invalid_parameter_value'; end if;
  -- Answers are stamped by the machine's clock, which may stand before the legal one of a demo.
  if what = 'answers' then before := least(before, clock_timestamp() - v_least * interval '1 day'); end if;
  if what <> 'answers' and before > platform.legal_now() - v_least * interval '1 day' then
    raise exception '% are kept for % days at least', what, v_least using errcode = 'check_violation';
  end if;
  case what
    when 'access-log' then delete from platform.access_log where id in (select l.id from platform.access_log l where l.at < before order by l.id limit at_most);
    when 'notifications' then delete from platform.notification where id in (select n.id from platform.notification n where n.read_at is not null and n.created_at < before order by n.id limit at_most);
    when 'mail' then delete from platform.mail where id in (select m.id from platform.mail m where m.state in ('sent', 'kept', 'failed') and m.created_at < before order by m.created_at limit at_most);
    when 'answers' then delete from platform.idempotency where key in (select i.key from platform.idempotency i where i.at < before order by i.at limit at_most);
    when 'timers' then delete from platform.timer where id in (select t.id from platform.timer t where coalesce(t.fired_at, t.cancelled_at) is not null and t.due_at < before order by t.id limit at_most);
  end case;
  get diagnostics v_gone = row_count;
  return v_gone;
end $$;

revoke all on function platform.retention_state(text), platform.erase_expired(text, timestamptz, int) from public;
grant execute on function platform.retention_state(text), platform.erase_expired(text, timestamptz, int) to krom_app;

-- Who looked at my data: lines about the person who asks and nobody else, without the own visits. Lists of everybody have the id 0.
create function platform.access_to_me(wanted_types text[], before_id bigint, page_size int)
  returns table (id bigint, at timestamptz, actor_kind text, actor_id int, actor_name text, subject_type text, subject_id bigint, secrecy text, request_id text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as $$
declare
  v_me int := platform.actor_id();
begin
  if v_me = 0 then return; end if;
  return query select l.id, l.at, l.actor_kind, l.actor_id, l.actor_name, l.subject_type, l.subject_id, l.secrecy, l.request_id
    from platform.access_log l
    where l.subject_type = any (wanted_types) and l.subject_id in (v_me, 0) and l.actor_id <> v_me
      and (before_id is null or l.id < before_id)
    order by l.id desc limit least(page_size, 500);
end $$;
revoke all on function platform.access_to_me(text[], bigint, int) from public;
grant execute on function platform.access_to_me(text[], bigint, int) to krom_app;
