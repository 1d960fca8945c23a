-- Drafts of letters under a person's own name, handed over when that person moves or retires. Whoever moves the person
-- need not see the drafts: only counts and ids come back. Issued letters keep who drafted them.

create function correspondence.drafts_under_name(p_person int) returns setof bigint
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select l.id from correspondence.letter l where l.state = 'draft' and l.drafted_by = p_person and (platform.actor_id() > 0 or platform.is_system()) $$;

create function correspondence.hand_over_drafts(p_person int, p_to int, p_name text) returns setof bigint
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare mine bigint[] := array(select correspondence.drafts_under_name(p_person));
begin
  if platform.actor_id() = 0 and not platform.is_system() then return; end if;
  update correspondence.letter l set drafted_by = p_to, drafted_by_name = p_name,
    readers = case when l.restricted then array(select distinct r from unnest(l.readers || p_to) r where r <> p_person) else l.readers end
  where l.id = any (mine);
  update correspondence.letter_body b set readers = array(select distinct r from unnest(b.readers || p_to) r where r <> p_person)
  where b.letter_id = any (mine) and b.restricted;
  return query select unnest(mine);
end $$;

revoke all on function correspondence.drafts_under_name(int), correspondence.hand_over_drafts(int, int, text) from public;
grant execute on function correspondence.drafts_under_name(int), correspondence.hand_over_drafts(int, int, text) to krom_app;
