-- Minutes under a person's own name: who writes and who checks them is a person each, so a move or a retirement hands
-- them over. Whoever moves the person need not see the minutes: only counts and ids come back.

-- Minutes that still wait for the pen or the check of a person.
create function meetings.under_name(p_person int) returns setof int
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select m.id from meetings.minutes m
     where (m.drafter_id = p_person and m.state in ('drafting', 'correcting') or m.checker_id = p_person and m.state in ('drafting', 'drafted', 'correcting'))
       and (platform.actor_id() > 0 or platform.is_system()) $$;

-- The successor takes the part that is still open; signatures that were given stay with who gave them.
create function meetings.hand_over(p_person int, p_to int) returns setof int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine int[] := array(select meetings.under_name(p_person));
begin
  if platform.actor_id() = 0 and not platform.is_system() then return; end if;
  update meetings.minutes m set
    drafter_id = case when m.drafter_id = p_person and m.state in ('drafting', 'correcting') then p_to else m.drafter_id end,
    checker_id = case when m.checker_id = p_person then p_to else m.checker_id end
  where m.id = any (mine);
  update meetings.minutes_version v set readers = array(select distinct r from unnest(v.readers || p_to) r)
  where v.minutes_id = any (mine) and v.locked_at is null;
  return query select unnest(mine);
end $$;

revoke all on function meetings.under_name(int), meetings.hand_over(int, int) from public;
grant execute on function meetings.under_name(int), meetings.hand_over(int, int) to krom_app;
