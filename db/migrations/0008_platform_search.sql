-- Search of the whole house (design rule 3). Row-level security would keep PostgreSQL from using a text index, so
-- what is searched lies in a table of its own that the application cannot read: only the functions below do, for the
-- transaction's actor. Text and access keys stand in one index, so both are cut down together.
create table platform.search_document (
  id bigint generated always as identity primary key,
  type text not null,
  doc_id bigint not null,
  title text not null,
  reference text,
  body text not null,
  href text not null,
  day date,
  -- Party ids that may find it; 0, the system, is in every list.
  readers int[] not null,
  -- Folded forms (src/platform/search/fold.ts), and every pair of neighbouring characters of them as one number.
  title_folded text not null,
  reference_folded text,
  folded text not null,
  pairs int[] not null,
  indexed_at timestamptz not null default clock_timestamp(),
  unique (type, doc_id)
);
create index search_document_find on platform.search_document using gin (pairs, readers);
create index search_document_reference on platform.search_document (reference_folded) where reference_folded is not null;
alter table platform.search_document enable row level security;

create function platform.search_put(docs jsonb) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ insert into platform.search_document (type, doc_id, title, reference, body, href, day, readers, title_folded, reference_folded, folded, pairs)
     select d.type, d.doc_id, d.title, d.reference, d.body, d.href, d.day, array_append(d.readers, 0), d.title_folded, d.reference_folded, d.folded, d.pairs
     from jsonb_to_recordset(docs) as d(type text, doc_id bigint, title text, reference text, body text, href text, day date, readers int[],
       title_folded text, reference_folded text, folded text, pairs int[])
     on conflict (type, doc_id) do update set title = excluded.title, reference = excluded.reference, body = excluded.body, href = excluded.href,
       day = excluded.day, readers = excluded.readers, title_folded = excluded.title_folded, reference_folded = excluded.reference_folded,
       folded = excluded.folded, pairs = excluded.pairs, indexed_at = clock_timestamp() $$;

create function platform.search_set_readers(of_type text, ids bigint[], who int[]) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ update platform.search_document set readers = array_append(who, 0) where type = of_type and doc_id = any (ids) $$;

create function platform.search_remove(of_type text, ids bigint[]) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ delete from platform.search_document where type = of_type and doc_id = any (ids) $$;

-- Hits of the transaction's actor: reference exact, then in the reference, the title, the body; newest first.
-- Candidates are the newest `candidates` by the index; each is then checked by substring, so nothing wrong is shown.
create function platform.search_find(wanted_pairs int[], terms text[], whole text, types text[], from_day date, to_day date,
    after_tier int, after_day date, after_id bigint, page_size int, candidates int)
  returns table (id bigint, type text, doc_id bigint, title text, reference text, body text, href text, day date, tier int, total int, capped boolean)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan as
  $$ declare
       who int[] := case when platform.is_system() then '{0}'::int[]
                         when platform.actor_id() > 0 then array_append(platform.principals(), 1)
                         else platform.principals() end;
     begin
       if cardinality(wanted_pairs) = 0 or cardinality(who) = 0 then return; end if;
       return query
       with near as (
         select d.id from platform.search_document d
         where d.pairs @> wanted_pairs and d.readers && who
           and (types is null or d.type = any (types)) and (from_day is null or d.day >= from_day) and (to_day is null or d.day <= to_day)
         order by d.day desc nulls last, d.id desc limit candidates
       ), exact as (
         select d.id from platform.search_document d
         where d.reference_folded = whole and d.readers && who
           and (types is null or d.type = any (types)) and (from_day is null or d.day >= from_day) and (to_day is null or d.day <= to_day)
         limit 200
       ), checked as (
         select d.id, coalesce(d.day, '-infinity'::date) as place,
           case when d.reference_folded = whole then 0
                when (select bool_and(strpos(d.reference_folded, t) > 0) from unnest(terms) t) then 1
                when (select bool_and(strpos(d.title_folded, t) > 0) from unnest(terms) t) then 2
                else 3 end as tier
         from platform.search_document d join (select n.id from near n union select e.id from exact e) c on c.id = d.id
           -- One copy out of the compressed store for all terms; strpos looks at bytes, LIKE would step letter by letter.
           cross join lateral (select d.folded || '' as text offset 0) flat
         where d.reference_folded = whole or (select bool_and(strpos(flat.text, t) > 0) from unnest(terms) t)
       ), counted as (
         select (select count(*)::int from checked) as total, (select count(*) from near) >= candidates as capped
       ), page as (
         select k.* from checked k
         where after_tier is null or k.tier > after_tier
           or (k.tier = after_tier and (k.place, k.id) < (coalesce(after_day, '-infinity'::date), after_id))
         order by k.tier, k.place desc, k.id desc limit page_size
       )
       select d.id, d.type, d.doc_id, d.title, d.reference, d.body, d.href, d.day, p.tier, c.total, c.capped
       from page p join platform.search_document d on d.id = p.id cross join counted c
       order by p.tier, p.place desc, p.id desc;
     end $$;

revoke all on function platform.search_put(jsonb), platform.search_set_readers(text, bigint[], int[]), platform.search_remove(text, bigint[]),
  platform.search_find(int[], text[], text, text[], date, date, int, date, bigint, int, int) from public;
grant execute on function platform.search_put(jsonb), platform.search_set_readers(text, bigint[], int[]), platform.search_remove(text, bigint[]),
  platform.search_find(int[], text[], text, text[], date, date, int, date, bigint, int, int) to krom_app;
