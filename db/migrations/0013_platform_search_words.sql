-- Words of the house for its search: names that must not be cut apart (kind word, one entry), and names or spellings
-- that mean the same (kind same, two or more). A list with a screen (design rule 12); who changed it is in the trail.
create table platform.search_term (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('word', 'same')),
  words text[] not null check (case kind when 'word' then cardinality(words) = 1 else cardinality(words) between 2 and 12 end),
  note text not null default '',
  changed_at timestamptz not null default clock_timestamp(),
  changed_by int not null default 0,
  changed_by_name text not null default '',
  removed_at timestamptz
);
create index search_term_held on platform.search_term (kind, id) where removed_at is null;
grant select, insert, update on platform.search_term to krom_app;

-- Cutting documents into words anew: one row for each run, so that its progress can be seen and a stopped one goes on.
create table platform.search_renewal (
  id bigint generated always as identity primary key,
  -- Folded words whose documents are cut anew; null for every document that waits (after a change of the index itself).
  words text[],
  total int not null default 0,
  done int not null default 0,
  -- Last document looked at.
  after_id bigint not null default 0,
  started_at timestamptz not null default clock_timestamp(),
  finished_at timestamptz,
  asked_by_name text not null default ''
);
create index search_renewal_open on platform.search_renewal (id) where finished_at is null;
grant select, insert, update on platform.search_renewal to krom_app;

-- In how many documents a word stands: tells rare words from common ones. Counted by a job.
create table platform.search_word_count (word int primary key, docs int not null);
alter table platform.search_word_count enable row level security;

-- Documents that contain one of the words, or that wait for renewal: how many, and the next of them with their text.
create function platform.search_waiting(folded_words text[], grams jsonb, after_id bigint, size int)
  returns table (id bigint, title text, reference text, body text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as
  $$ declare part text;
     begin
       if not platform.is_system() then return; end if;
       if folded_words is null then
         return query select d.id, d.title, d.reference, d.body from platform.search_document d where (d.grams is null or d.words is null) and d.id > after_id order by d.id limit size;
         return;
       end if;
       select string_agg(format('(d.grams @> %L::int2[] and strpos(d.folded, %L) > 0)', platform.search_rarest(grams -> (w.place - 1)::int), w.word), ' or ')
         into part from unnest(folded_words) with ordinality w (word, place);
       -- Found by the index as a whole, then walked by id.
       return query execute format('with c as materialized (select d.id from platform.search_document d where %s)
         select d.id, d.title, d.reference, d.body from c join platform.search_document d on d.id = c.id where c.id > %s order by d.id limit %s', part, after_id, size);
     end $$;

create function platform.search_waiting_count(folded_words text[], grams jsonb) returns int
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as
  $$ declare part text; n int;
     begin
       if not platform.is_system() then return 0; end if;
       if folded_words is null then
         select count(*)::int into n from platform.search_document d where d.grams is null or d.words is null;
         return n;
       end if;
       select string_agg(format('(d.grams @> %L::int2[] and strpos(d.folded, %L) > 0)', platform.search_rarest(grams -> (w.place - 1)::int), w.word), ' or ')
         into part from unnest(folded_words) with ordinality w (word, place);
       execute format('select count(*)::int from platform.search_document d where %s', part) into n;
       return n;
     end $$;

-- Puts new grams and words under documents whose text stays as it is; one that was indexed meanwhile keeps its own.
create function platform.search_renew(docs jsonb, read_at timestamptz) returns int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ declare n int;
     begin
       if not platform.is_system() then return 0; end if;
       update platform.search_document d set title_folded = r.title_folded, reference_folded = r.reference_folded, folded = r.folded, grams = r.grams, words = r.words, indexed_at = clock_timestamp()
         from jsonb_to_recordset(docs) as r(id bigint, title_folded text, reference_folded text, folded text, grams int2[], words int[])
         where d.id = r.id and d.indexed_at <= read_at;
       get diagnostics n = row_count;
       return n;
     end $$;

create function platform.search_count_words() returns int
  language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as
  $$ declare n int;
     begin
       if not platform.is_system() then return 0; end if;
       delete from platform.search_word_count;
       insert into platform.search_word_count (word, docs) select w, count(*)::int from platform.search_document d, unnest(d.words) w group by w having count(*) > 1;
       get diagnostics n = row_count;
       delete from platform.search_gram_count;
       insert into platform.search_gram_count (gram, share)
         with sample as materialized (select d.grams from platform.search_document d where d.grams is not null order by hashint8(d.id) limit 10000)
         select g, count(*) / (select count(*) from sample)::real from sample s, unnest(s.grams) g group by g having count(*) > 1;
       return n;
     end $$;

-- Documents like one that the actor may find: those that share its rare words, weighed by how rare they are.
create function platform.search_like(of_type text, of_id bigint, most int)
  returns table (id bigint, type text, doc_id bigint, day date, score real, shared int)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off set jit = off as
  $$ declare
       who int[] := platform.search_keys();
       own int[]; own_id bigint; everything float; picks int[]; weights real[];
     begin
       select d.id, d.words into own_id, own from platform.search_document d where d.type = of_type and d.doc_id = of_id and d.readers && who;
       if own is null or cardinality(own) = 0 then return; end if;
       select greatest(c.reltuples, 1) into everything from pg_class c where c.oid = 'platform.search_document'::regclass;
       if exists (select from platform.search_word_count) then
         -- A word that no count knows stands in one document, or came after the count: worth trying, and cheap.
         select array_agg(w.word), array_agg(w.weight) into picks, weights from (
           select o.word, ln(1 + everything / coalesce(c.docs, 2))::real as weight from unnest(own) o (word) left join platform.search_word_count c on c.word = o.word
           where coalesce(c.docs, 2) <= greatest(50, everything / 100) order by weight desc, o.word limit 24) w;
       else
         -- A small house that nobody has counted yet.
         select array_agg(w.word), array_agg(w.weight) into picks, weights from (
           select o.word, ln(1 + greatest(everything, n.docs) / n.docs)::real as weight from unnest(own) o (word)
             cross join lateral (select count(*)::float as docs from (select from platform.search_document d where d.words @> array[o.word] limit 500) x) n
           where n.docs between 2 and 400 order by weight desc, o.word limit 24) w;
       end if;
       if picks is null then return; end if;
       return query
         select d.id, d.type, d.doc_id, d.day, sum(p.weight)::real, count(*)::int
         from platform.search_document d join unnest(picks, weights) p (word, weight) on d.words @> array[p.word]
         where d.words && picks and d.readers && who and d.id <> own_id
         group by d.id having count(*) >= least(3, cardinality(picks)) order by 5 desc, d.day desc nulls last, d.id desc limit most;
     end $$;

-- Names near to what was asked: of documents that everyone signed in may find, and of the given list.
create function platform.search_near(asked text, names text[], folded_names text[], most int) returns table (name text, likeness real)
  language sql stable security definer set search_path = pg_catalog, pg_temp as
  $$ select n.name, max(public.similarity(n.folded, asked)) from (
       select d.title as name, d.title_folded as folded from platform.search_document d where d.readers @> '{1}' and length(d.title) <= 80 and (select platform.search_keys()) && '{0,1}'
       union all select d.reference, d.reference_folded from platform.search_document d where d.reference is not null and d.readers @> '{1}' and (select platform.search_keys()) && '{0,1}'
       union all select g.name, g.folded from unnest(names, folded_names) g (name, folded)) n
     where public.similarity(n.folded, asked) > 0.3 group by n.name order by 2 desc, 1 limit most $$;

revoke all on function platform.search_waiting(text[], jsonb, bigint, int), platform.search_waiting_count(text[], jsonb), platform.search_renew(jsonb, timestamptz),
  platform.search_count_words(), platform.search_like(text, bigint, int), platform.search_near(text, text[], text[], int) from public;
grant execute on function platform.search_waiting(text[], jsonb, bigint, int), platform.search_waiting_count(text[], jsonb), platform.search_renew(jsonb, timestamptz),
  platform.search_count_words(), platform.search_like(text, bigint, int), platform.search_near(text, text[], text[], int) to krom_app;

-- What every office writes in two ways; an office adds, changes and removes at /system/search-words.
insert into platform.search_term (kind, words, note) values
  ('same', '{ดิจิทัล,ดิจิตอล,digital}', 'คำทับศัพท์'), ('same', '{อินเทอร์เน็ต,อินเตอร์เน็ต,internet}', 'คำทับศัพท์'), ('same', '{วิดีโอ,วีดีโอ,วิดิโอ,วีดิโอ,video}', 'คำทับศัพท์'),
  ('same', '{อัปเดต,อัพเดต,อัพเดท,อัปเดท}', 'คำทับศัพท์'), ('same', '{อัปโหลด,อัพโหลด}', 'คำทับศัพท์'), ('same', '{เว็บไซต์,เว็บไซด์,เวบไซต์,เวปไซต์,website}', 'คำทับศัพท์'),
  ('same', '{อีเมล,อีเมล์,จดหมายอิเล็กทรอนิกส์,e-mail,email}', 'คำทับศัพท์'), ('same', '{อิเล็กทรอนิกส์,อิเลคทรอนิกส์,อิเล็คทรอนิกส์}', 'คำทับศัพท์'),
  ('same', '{แอปพลิเคชัน,แอพพลิเคชัน,แอปพลิเคชั่น,แอพพลิเคชั่น,application}', 'คำทับศัพท์'), ('same', '{โควิด,โควิด-19,covid,covid-19}', 'คำทับศัพท์'),
  ('same', '{เฟซบุ๊ก,เฟสบุ๊ค,เฟสบุค,facebook}', 'คำทับศัพท์'), ('same', '{ยูทูบ,ยูทูป,youtube}', 'คำทับศัพท์'), ('same', '{ไลน์,line}', 'คำทับศัพท์'),
  ('same', '{โพรเจกต์,โปรเจกต์,โปรเจค,project}', 'คำทับศัพท์'), ('same', '{เทคโนโลยี,เทคโนโลยี่,technology}', 'คำทับศัพท์'), ('same', '{ซอฟต์แวร์,ซอฟแวร์,software}', 'คำทับศัพท์'),
  ('same', '{เซิร์ฟเวอร์,เซิฟเวอร์,server}', 'คำทับศัพท์'), ('same', '{คลิก,คลิ๊ก}', 'คำทับศัพท์'), ('same', '{แบนเนอร์,banner}', 'คำทับศัพท์'),
  ('same', '{อนุญาต,อนุญาติ}', 'คำที่มักเขียนผิด'), ('same', '{สังเกต,สังเกตุ}', 'คำที่มักเขียนผิด'), ('same', '{กะเพรา,กระเพรา}', 'คำที่มักเขียนผิด'),
  ('same', '{สัมมนา,สัมนา}', 'คำที่มักเขียนผิด'), ('same', '{ลายเซ็น,ลายเซ็นต์,ลายมือชื่อ}', 'คำที่มักเขียนผิด'), ('same', '{บูรณาการ,บูรณะการ}', 'คำที่มักเขียนผิด'),
  ('same', '{กรกฎาคม,กรกฏาคม}', 'คำที่มักเขียนผิด'), ('same', '{ปฏิบัติ,ปฎิบัติ}', 'คำที่มักเขียนผิด'), ('same', '{ประสิทธิภาพ,ประสิทธภาพ}', 'คำที่มักเขียนผิด'),
  ('same', '{ก.พ.,สำนักงานคณะกรรมการข้าราชการพลเรือน}', 'ชื่อย่อ'), ('same', '{ก.พ.ร.,สำนักงาน ก.พ.ร.,สำนักงานคณะกรรมการพัฒนาระบบราชการ}', 'ชื่อย่อ'),
  ('same', '{ครม.,คณะรัฐมนตรี}', 'ชื่อย่อ'), ('same', '{กทม.,กรุงเทพมหานคร,กรุงเทพฯ}', 'ชื่อย่อ'), ('same', '{ผอ.,ผู้อำนวยการ}', 'ชื่อย่อ'), ('same', '{จนท.,เจ้าหน้าที่}', 'ชื่อย่อ'),
  ('same', '{รธน.,รัฐธรรมนูญ}', 'ชื่อย่อ'), ('same', '{พ.ร.บ.,พระราชบัญญัติ}', 'ชื่อย่อ'), ('same', '{พ.ร.ก.,พระราชกำหนด}', 'ชื่อย่อ'), ('same', '{พ.ร.ฎ.,พระราชกฤษฎีกา}', 'ชื่อย่อ'),
  ('same', '{ตัวชี้วัด,KPI}', 'ชื่อย่อ'), ('same', '{ไอที,เทคโนโลยีสารสนเทศ,IT}', 'ชื่อย่อ');
