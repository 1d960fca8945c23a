-- Search at size (ADR 0015). The index keeps pairs of letters (consonant with its vowels) instead of pairs of
-- characters, separately for title and reference; words for related records; and the search answers with ids and
-- their rank first, so that everything found is read again under the policies of its own table before it is counted.
drop function platform.search_find(int[], text[], text, text[], date, date, int, date, bigint, int, int);
drop function platform.search_put(jsonb);
drop index platform.search_document_find;
alter table platform.search_document
  drop column pairs,
  -- Unit that the document belongs to, for the filter; null where a module does not say.
  add column unit_id int,
  -- Null until the document is renewed after this change: until then it is looked through by its text alone.
  add column grams int2[],
  -- Its words as numbers (src/platform/search/fold.ts, hash32); null while they wait to be cut anew.
  add column words int[];
-- What is looked at for every candidate stays in the row; text and grams stand outside and are fetched when needed.
alter table platform.search_document set (toast_tuple_target = 512);
create index search_document_find on platform.search_document using gin (grams, readers, words);
create index search_document_stale on platform.search_document (id) where grams is null or words is null;

-- Parties under which the transaction's actor may find something.
create function platform.search_keys() returns int[] language sql stable set search_path = pg_catalog, pg_temp as
  $$ select case when platform.is_system() then '{0}'::int[]
                 when platform.actor_id() > 0 then array_append(platform.principals(), 1)
                 else platform.principals() end $$;

-- How common each gram is, from a sample: a job counts. Of a long question only its rarest grams are asked of the index,
-- since each common one costs a walk over half of it and leaves nothing out.
create table platform.search_gram_count (gram int2 primary key, share real not null);
alter table platform.search_gram_count enable row level security;

create function platform.search_rarest(grams jsonb) returns text language sql stable set search_path = pg_catalog, pg_temp as
  $$ select '{' || string_agg(r.gram, ',') || '}' from (
       select e.gram from jsonb_array_elements_text(grams) with ordinality e (gram, place) left join platform.search_gram_count c on c.gram = e.gram::int2
       order by coalesce(c.share, 0), e.place limit 5) r $$;

create function platform.search_put(docs jsonb) returns void
  language sql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ insert into platform.search_document (type, doc_id, title, reference, body, href, day, readers, unit_id, title_folded, reference_folded, folded, grams, words)
     select d.type, d.doc_id, d.title, d.reference, d.body, d.href, d.day, array_append(d.readers, 0), d.unit_id, d.title_folded, d.reference_folded, d.folded, d.grams, d.words
     from jsonb_to_recordset(docs) as d(type text, doc_id bigint, title text, reference text, body text, href text, day date, readers int[], unit_id int,
       title_folded text, reference_folded text, folded text, grams int2[], words int[])
     on conflict (type, doc_id) do update set title = excluded.title, reference = excluded.reference, body = excluded.body, href = excluded.href,
       day = excluded.day, readers = excluded.readers, unit_id = excluded.unit_id, title_folded = excluded.title_folded, reference_folded = excluded.reference_folded,
       folded = excluded.folded, grams = excluded.grams, words = excluded.words, indexed_at = clock_timestamp() $$;

-- Ids and rank of at most `most` hits of the transaction's actor, and a last row without an id when there are more.
-- question: {whole, words, bones, terms: [[{text, grams, title_grams}]]}; of each term one alternative must occur.
-- filters: {types, from, to, unit, mine, only: {type, id}}, all optional.
-- The index gives candidates, newest first; each is checked against its text, so nothing wrong is found. First those
-- with everything in number and title, then the others.
create function platform.search_find(question jsonb, filters jsonb, most int)
  returns table (id bigint, type text, doc_id bigint, day date, tier int, score real)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set jit = off as
  $$ declare
       who int[] := platform.search_keys();
       bones boolean := coalesce((question ->> 'bones')::boolean, false);
       whole text := question ->> 'whole';
       asked_words text := translate((question -> 'words')::text, '[] ', '{}');
       chunk constant int := 250;
       -- Candidates looked through for one question at most; beyond it the answer is "at least".
       patience constant int := 20000;
       gate text; by_text text; by_title text; in_text text; in_heads text; in_reference text; heads text; flat text;
       boost text; ids bigint[]; found int := 0; n int; more boolean := false;
     begin
       if cardinality(who) = 0 or jsonb_array_length(question -> 'terms') = 0 then return; end if;
       gate := format('d.readers && %L::int[]', who)
         || coalesce(' and d.type = any (' || quote_literal((select array_agg(v) from jsonb_array_elements_text(filters -> 'types') v)) || '::text[])', '')
         || coalesce(' and d.day >= ' || quote_literal(filters ->> 'from') || '::date', '') || coalesce(' and d.day <= ' || quote_literal(filters ->> 'to') || '::date', '')
         || coalesce(' and d.unit_id = ' || (filters ->> 'unit')::int, '')
         || case when (filters ->> 'mine')::boolean then ' and d.readers @> array[' || platform.actor_id() || ']' else '' end
         || coalesce(' and d.type = ' || quote_literal(filters #>> '{only,type}') || ' and d.doc_id = ' || (filters #>> '{only,id}')::bigint, '');
       heads := 'd.title_folded || E''\n'' || coalesce(d.reference_folded, '''')';
       -- One copy out of the compressed store for all terms; strpos looks at bytes, LIKE would step letter by letter.
       flat := 'd.folded || ''''';
       if bones then
         heads := format('translate(%s, %L, '''')', heads, '็่้๊๋์ํ๎');
         flat := format('translate(d.folded, %L, '''')', '็่้๊๋์ํ๎');
       end if;
       select string_agg(t.by_text, ' and '), string_agg(t.by_title, ' and '), string_agg(t.in_text, ' and '), string_agg(t.in_heads, ' and '), string_agg(t.in_reference, ' and ')
         into by_text, by_title, in_text, in_heads, in_reference
         from (select
             '(' || string_agg(format('d.grams @> %L::int2[]', platform.search_rarest(alt.v -> 'grams')), ' or ') || ')' as by_text,
             '(' || string_agg(format('d.grams @> %L::int2[]', platform.search_rarest(alt.v -> 'title_grams')), ' or ') || ')' as by_title,
             '(' || string_agg(format('strpos(f.text, %L) > 0', alt.v ->> 'text'), ' or ') || ')' as in_text,
             '(' || string_agg(format('strpos(h.text, %L) > 0', alt.v ->> 'text'), ' or ') || ')' as in_heads,
             '(' || string_agg(format('strpos(d.reference_folded, %L) > 0', alt.v ->> 'text'), ' or ') || ')' as in_reference
           from jsonb_array_elements(question -> 'terms') with ordinality as term(alts, place), jsonb_array_elements(term.alts) alt (v) group by term.place) t;
       -- What counts besides the field: the question in one piece, whole words of it, and how new it is (three points a year).
       boost := format(' + case when strpos({text}, %L) > 0 then 40 else 0 end + case when d.words @> %L::int[] then 30 else 0 end + coalesce((d.day - date ''2000-01-01'') / 365.25 * 3, 0)', whole, coalesce(asked_words, '{}'));

       execute format('select array_agg(c.id order by c.day desc nulls last, c.id desc) from (
           select d.id, d.day from platform.search_document d where %s and %s
           union select d.id, d.day from platform.search_document d where d.reference_folded = %L and %s) c', by_title, gate, whole, gate) into ids;
       for at in 1 .. coalesce(cardinality(ids), 0) by chunk loop
         if found >= most or at > patience then more := true; exit; end if;
         return query execute format('select d.id, d.type, d.doc_id, d.day, k.tier, (case k.tier when 0 then 1000 when 1 then 500 else 200 + case when d.title_folded = %L then 100 else 0 end end %s)::real
             from unnest($1) c (id) join platform.search_document d on d.id = c.id cross join lateral (select %s as text offset 0) h
             cross join lateral (select case when d.reference_folded = %L then 0 when %s then 1 else 2 end as tier) k
             where k.tier = 0 or %s', whole, replace(boost, '{text}', 'h.text'), heads, whole, in_reference, in_heads) using ids[at : at + chunk - 1];
         get diagnostics n = row_count;
         found := found + n;
       end loop;

       if not more then
         execute format('select array_agg(c.id order by c.day desc nulls last, c.id desc) from (
             select d.id, d.day from platform.search_document d where %s and %s
             union all select d.id, d.day from platform.search_document d where d.grams is null and %s) c', by_text, gate, gate) into ids;
         for at in 1 .. coalesce(cardinality(ids), 0) by chunk loop
           if found >= most or at > patience then more := true; exit; end if;
           return query execute format('select d.id, d.type, d.doc_id, d.day, k.tier, (case k.tier when 0 then 1000 when 1 then 500 when 2 then 200 else 5 * ln(least(20, (octet_length(f.text) - octet_length(replace(f.text, %L, ''''))) / octet_length(%L)) + 1) end %s)::real
               from unnest($1) c (id) join platform.search_document d on d.id = c.id cross join lateral (select %s as text offset 0) h
               cross join lateral (select case when d.reference_folded = %L then 0 when %s then 1 when %s then 2 else 3 end as tier) k
               cross join lateral (select %s as text offset 0) f
               where (d.grams is null or k.tier = 3) and %s',
             question #>> '{terms,0,0,text}', question #>> '{terms,0,0,text}', replace(boost, '{text}', 'f.text'), heads, whole, in_reference, in_heads, flat, in_text) using ids[at : at + chunk - 1];
           get diagnostics n = row_count;
           found := found + n;
         end loop;
       end if;
       if more then return query select null::bigint, null::text, null::bigint, null::date, null::int, null::real; end if;
     end $$;

-- What is shown of hits that the actor may find.
create function platform.search_show(wanted bigint[])
  returns table (id bigint, title text, reference text, body text, href text, unit_id int)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select d.id, d.title, d.reference, left(d.body, 60000), d.href, d.unit_id
     from platform.search_document d where d.id = any (wanted) and d.readers && (select platform.search_keys()) $$;

revoke all on function platform.search_rarest(jsonb), platform.search_put(jsonb), platform.search_find(jsonb, jsonb, int), platform.search_show(bigint[]), platform.search_keys() from public;
grant execute on function platform.search_put(jsonb), platform.search_find(jsonb, jsonb, int), platform.search_show(bigint[]), platform.search_keys() to krom_app;
