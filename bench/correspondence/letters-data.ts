// A department's letters of five years: a million rows of letters with registers, recipients, words and search. Written
// by the owner in set-based statements; the forms under which the search finds them come from the product's own folding.
import type pg from 'pg';
import type { BenchHouse } from '../support/house.ts';
import { createLibrary, type Library } from '../platform/search-data.ts';
import { systemActor } from '../../src/platform/access/actor.ts';
import { sql } from '../../src/platform/db/database.ts';
import { fold, gramsOf } from '../../src/platform/search/fold.ts';
import { indexedForm } from '../../src/platform/search/index-document.ts';
import { readDictionary } from '../../src/platform/search/vocabulary.ts';
import { clusters, normaliseText } from '../../src/thai/index.ts';

/** Ids of the letters and of their register rows: `base + n`. */
export const base = 10_000_000;
/** Letters that came last still wait for whom they reached. */
const waiting = 300;
/** Offices write the same words again: each text stands in about twenty letters. */
const lettersPerText = 20;
const batch = 1_000;

export interface LoadedLetters {
  readonly library: Library;
  readonly unitId: number;
  readonly visible: number;
  readonly megabytes: number;
}

const unitTable = `
  create unlogged table bench_unit as
  select u.id, n.th as name, coalesce(a.text, n.th) as short, c.letters || ' ' || c.digits as code,
    (row_number() over (order by u.id))::int - 1 as ordinal, count(*) over ()::int as units
  from organisation.unit u join organisation.unit_name n on n.unit_id = u.id and n.valid_to is null
  join organisation.unit_placement l on l.unit_id = u.id and l.valid_to is null
  left join organisation.unit_abbreviation a on a.unit_id = u.id and a.kind = 'preferred' and a.valid_to is null
  cross join lateral (select c.letters, c.digits from unnest(l.path) with ordinality as step (unit_id, depth)
    join organisation.unit_code c on c.unit_id = step.unit_id and c.valid_to is null order by step.depth desc limit 1) c
  where u.kind <> 'department' order by u.id limit 60`;

/** Unit, book, day, words and recipients of each letter; numbers go on where the demo's registers end. */
const seedTable = (letters: number, texts: number, unitId: number) => `
  create unlogged table bench_seed as
  with given as (
    select g.n, hashint4(g.n) & 2147483647 as h, hashint4(g.n + 7) & 2147483647 as h2,
      timestamptz '2020-11-02 16:00+07' - (${letters} - g.n) * (interval '1826 days' / ${letters}) as at
    from generate_series(1, ${letters}) as g (n)
  ), placed as (
    select g.*, u.id as unit_id, u.name, u.short, u.code, u.units, extract(year from g.at at time zone 'Asia/Bangkok')::int + 543 as year,
      case when g.h2 % 100 < 80 then 'outgoing' when g.h2 % 100 < 88 then 'circular' when g.h2 % 100 < 93 then 'order' when g.h2 % 100 < 96 then 'announcement'
        when g.h2 % 100 < 98 then 'certificate' else 'secret' end as book
    from given g join bench_unit u on case when g.n % 10 = 0 then u.id = ${unitId} else u.ordinal = g.h % u.units end
  ), numbered as (
    select p.*, coalesce(c.last_number, 0) + row_number() over (partition by p.unit_id, p.book, p.year order by p.n)::int as number
    from placed p left join correspondence.counter c on c.owner_unit_id = p.unit_id and c.book = p.book and c.year = p.year
  )
  select ${base} + n as id, n, unit_id, name, short, year, book, number, at, (at at time zone 'Asia/Bangkok')::date as day, book = 'circular' as circular,
    case when book in ('order', 'announcement', 'certificate') then number || '/' || year
      else code || '/' || case book when 'circular' then 'ว ' when 'secret' then 'ล ' else '' end || number end as reference,
    case when book in ('order', 'announcement', 'certificate') and n % 3 > 0 then '{}'::int[]
      else array(select distinct case when k = 1 and n % 3 = 0 then ${unitId} else (select u.id from bench_unit u where u.ordinal = (hashint4(n * 11 + k) & 2147483647) % units) end
        from generate_series(1, case when book = 'circular' then 8 else 1 + n % 3 end) k) end as reached,
    1 + (n::bigint * 7919 % ${texts})::int as text_id
  from numbered order by n`;

const entries = `
  insert into correspondence.register_entry (id, owner_unit_id, book, year, number, reference, circular, restricted, readers, letter_date, from_text, to_text, subject,
    subject_type, subject_id, href, registered_at, registered_by, registered_by_name)
  overriding system value
  select s.id, unit_id, book, year, number, reference, circular, book = 'secret', case when book = 'secret' then reached else '{}' end, day, short, 'หน่วยงานตามรายชื่อ', t.title,
    'correspondence.letter', s.id, '/letters/' || s.id, at, 0, 'ข้อมูลทดสอบ'
  from bench_seed s join bench_text t on t.id = s.text_id order by s.n`;

const letterRows = `
  insert into correspondence.letter (id, kind, sub_kind, circular, book, owner_unit_id, readers, state, urgency, secrecy, subject, from_text, from_short, to_text, letter_date,
    signer_position_id, signer_person_id, signer_name, signer_title, signer_authority, signed_how, drafted_by, drafted_by_name, drafted_at, changed_at,
    register_entry_id, reference, issued_at, issued_by, issued_by_name, recipient_count, verification_token)
  overriding system value
  select s.id, case book when 'order' then 'directive' when 'announcement' then 'publicity' when 'certificate' then 'record' else case when n % 5 = 1 then 'external' else 'internal' end end,
    case book when 'order' then 'order' when 'announcement' then 'announcement' when 'certificate' then 'certificate' else case when n % 5 = 1 then 'external' else 'memo' end end,
    circular, book, unit_id, reached, 'issued', case when n % 9 = 0 then 'urgent' else 'ordinary' end, case when book = 'secret' then 'confidential' else 'none' end, t.title,
    name || ' โทร. ๐ ๒๖๑๘ ๒๓๒๓', short, 'หัวหน้าหน่วยงานตามรายชื่อ', day, 0, 0, 'นางสาวทดสอบ วัดผล', 'ผู้อำนวยการ' || name, '{"kind":"own"}', 'in-krom', 0, 'ข้อมูลทดสอบ', at, at,
    s.id, reference, at, 0, 'ข้อมูลทดสอบ', cardinality(reached), md5('bench' || s.id)
  from bench_seed s join bench_text t on t.id = s.text_id order by s.n`;

const bodies = `
  insert into correspondence.letter_body (letter_id, owner_unit_id, restricted, readers, content)
  select s.id, unit_id, book = 'secret', reached, jsonb_build_object('paragraphs', jsonb_build_array(t.body, 'จึงเรียนมาเพื่อโปรดพิจารณา'))
  from bench_seed s join bench_text t on t.id = s.text_id order by s.n`;

const recipients = (letters: number) => `
  insert into correspondence.letter_recipient (letter_id, recipient_id, recipient_kind, label, owner_unit_id, delivered_at,
    first_opened_at, first_opened_by, first_opened_by_name, acknowledged_at, acknowledged_by, acknowledged_by_name, circular_year)
  select s.id, u.id, 'unit', u.short, s.unit_id, s.at, case when done then s.at + interval '1 hour' end, case when done then 0 end, case when done then 'ข้อมูลทดสอบ' end,
    case when done then s.at + interval '1 day' end, case when done then 0 end, case when done then 'ข้อมูลทดสอบ' end,
    case when s.circular then s.year end
  from bench_seed s cross join lateral (select s.n <= ${letters - waiting} as done) d cross join unnest(s.reached) as r (id) join bench_unit u on u.id = r.id order by s.n`;

/** As `platform.search_put` writes them. A gram that text and number share stands twice, which the index does not keep. */
const searchRows = `
  insert into platform.search_document (type, doc_id, title, reference, body, href, day, readers, unit_id, title_folded, reference_folded, folded, grams, words)
  select 'correspondence.letter', s.id, t.title, s.reference, t.body, '/letters/' || s.id, s.day,
    case when book = 'secret' then array_append(reached, 0) else array_append(array_prepend(unit_id, reached), 0) end, unit_id,
    t.title_folded, r.folded, t.title_folded || E'\\n' || r.folded || E'\\n' || t.body_folded, t.grams || r.grams, t.words
  from bench_seed s join bench_text t on t.id = s.text_id join bench_reference r on r.reference = s.reference order by s.n`;

/** The words of the letters in the forms in which the product searches them. */
async function layTexts(house: BenchHouse, client: pg.ClientBase, library: Library, texts: number): Promise<void> {
  await client.query('create unlogged table bench_text (id int primary key, title text, body text, title_folded text, body_folded text, grams int2[], words int[])');
  const dictionary = await house.services.database.read(systemActor('bench'), readDictionary);
  let put: Promise<unknown> = Promise.resolve();
  for (let from = 1; from <= texts; from += batch) {
    const rows = Array.from({ length: Math.min(batch, texts + 1 - from) }, (_, at) => {
      const document = library.document(from + at);
      const [title, body] = [normaliseText(document.title), normaliseText(clusters(document.body).slice(0, 130).join(''))];
      const form = indexedForm({ title, reference: null, body }, dictionary);
      return { id: from + at, title, body, title_folded: form.title_folded, body_folded: fold(body), grams: form.grams, words: form.words };
    });
    await put;
    put = client.query(`insert into bench_text select * from jsonb_to_recordset($1::jsonb) as t (id int, title text, body text, title_folded text, body_folded text, grams int2[], words int[])`, [JSON.stringify(rows)]);
  }
  await put;
}

async function layReferences(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ reference: string }>('select distinct reference from bench_seed');
  await client.query('create unlogged table bench_reference (reference text primary key, folded text, grams int2[])');
  let put: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < rows.length; from += batch * 10) {
    const forms = rows.slice(from, from + batch * 10).map(({ reference }) => {
      const folded = fold(normaliseText(reference));
      return { reference, folded, grams: [...new Set([...gramsOf(folded), ...gramsOf(folded, 'title')])] };
    });
    await put;
    put = client.query('insert into bench_reference select * from jsonb_to_recordset($1::jsonb) as t (reference text, folded text, grams int2[])', [JSON.stringify(forms)]);
  }
  await put;
}

const filled = ['correspondence.register_entry', 'correspondence.letter', 'correspondence.letter_body', 'correspondence.letter_recipient', 'platform.search_document'];

/** Indexes that no constraint needs: taken away for the load, made again after it. Resolves with their definitions, the largest first. */
async function dropIndexes(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; def: string }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as def from pg_index i
    where i.indrelid = any($1::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid) order by pg_get_indexdef(i.indexrelid) like '%gin%' desc, 1`, [filled]);
  await client.query(`drop index ${rows.map(({ name }) => name).join(', ')}`);
  return rows.map(({ def }) => def);
}

async function clientOf(owner: pg.Pool): Promise<pg.PoolClient> {
  const client = await owner.connect();
  // No trigger and no foreign key is asked row by row: what is written here fits together.
  await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'; set maintenance_work_mem = '1GB'; set jit = off`);
  return client;
}

/** Whether the rows of the search are what the product itself would have kept, for some of them. */
async function checkForms(house: BenchHouse): Promise<void> {
  const { rows } = await house.owner.query<{ title: string; reference: string; body: string; title_folded: string; reference_folded: string; folded: string; grams: number[]; words: number[] }>(
    `select title, reference, body, title_folded, reference_folded, folded, grams, words from platform.search_document where type = 'correspondence.letter' and doc_id = any($1::bigint[])`,
    [Array.from({ length: 50 }, (_, n) => base + 1 + n * 97)]);
  const dictionary = await house.services.database.read(systemActor('bench'), readDictionary);
  const set = (numbers: readonly number[]) => JSON.stringify([...new Set(numbers)].sort((a, b) => a - b));
  for (const row of rows) {
    const form = indexedForm(row, dictionary);
    if (form.folded !== row.folded || form.reference_folded !== row.reference_folded || set(form.grams) !== set(row.grams)) throw new Error(`not as the product keeps it: ${row.reference}`);
  }
}

/** Loads the letters for a measurement as a clerk of `unitId`, who wrote every tenth and got every third. */
export async function loadLetters(house: BenchHouse, letters: number, unitId: number): Promise<LoadedLetters> {
  const { owner, services } = house;
  const texts = Math.max(500, Math.round(letters / lettersPerText));
  const library = createLibrary(texts, unitId, [unitId]);
  const [one, two] = [await clientOf(owner), await clientOf(owner)];
  try {
    await one.query(unitTable);
    await Promise.all([one.query(seedTable(letters, texts, unitId)), layTexts(house, two, library, texts)]);
    await layReferences(two);
    await one.query('analyze bench_seed, bench_text, bench_reference, bench_unit');
    const definitions = await dropIndexes(one);
    const chain = async (client: pg.ClientBase, statements: readonly string[]) => {
      for (const statement of statements) await client.query(statement);
    };
    await Promise.all([
      chain(one, [entries, letterRows, bodies, recipients(letters), `insert into correspondence.counter (owner_unit_id, book, year, last_number) select unit_id, book, year, max(number) from bench_seed group by 1, 2, 3
        on conflict (owner_unit_id, book, year) do update set last_number = excluded.last_number`]),
      chain(two, [searchRows]),
    ]);
    const left = [...definitions];
    await Promise.all([one, two].map(async (client) => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) await client.query(next);
    }));
    await one.query(`select setval(pg_get_serial_sequence('correspondence.letter', 'id'), ${base + letters}), setval(pg_get_serial_sequence('correspondence.register_entry', 'id'), ${base + letters})`);
    const halves = [filled.slice(0, 4), filled.slice(4)] as const;
    await Promise.all([one, two].map((client, at) => chain(client, (halves[at] as readonly string[]).map((table) => `vacuum analyze ${table}`))));
    await one.query('drop table bench_seed, bench_text, bench_reference, bench_unit');
  } finally {
    one.release(true);
    two.release(true);
  }
  await services.database.write(systemActor('bench'), (tx) => sql`select platform.search_count_words()`.execute(tx.db));
  await checkForms(house);
  const { rows } = await owner.query<{ visible: number; bytes: number }>(`select (select count(*)::int from correspondence.letter where owner_unit_id = $1 or readers && array[$1::int]) as visible,
    (select sum(pg_total_relation_size(t::regclass))::float8 from unnest($2::text[]) t) as bytes`, [unitId, filled]);
  return { library, unitId, visible: rows[0]?.visible ?? 0, megabytes: Math.round((rows[0]?.bytes ?? 0) / 1e6) };
}
