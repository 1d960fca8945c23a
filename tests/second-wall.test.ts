/**
 * The first wall is dropped: raw SQL with the application's own role, as somebody whom nothing concerns (design rules
 * 2 and 3). Row-level security alone must keep every record shut, for reading and for writing.
 */
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { publicActor, systemActor, type Actor } from '../src/platform/access/actor.ts';
import { actorSettings } from '../src/platform/db/database.ts';
import { search } from '../src/platform/search/search.ts';
import { useApp } from './support/app.ts';
import { layChannels } from './support/channels.ts';
import { changeComingMeeting, circulateDraft, prepareAnswer } from './support/certification.ts';
import { layCorrespondence } from './support/correspondence-extras.ts';
import { layExtras, postWithFiles, smallPdf } from './support/extras.ts';
import { makeOfficer, unitId } from './support/people.ts';
import { layPerformance } from './support/performance-extras.ts';
import { layRemoteSigning } from './support/remote-signing-extras.ts';

const house = useApp();
let app: pg.Client;
let tables: string[];
let outsider: Actor;
let extras: Awaited<ReturnType<typeof layExtras>>;

/** What an insertion of a stranger meets in these tables is no wall of rows, for the reason given. */
const anybodyMayAdd: Readonly<Record<string, string>> = {
  'platform.mail': 'any act may cause a mail; nobody reads it back',
  'platform.notification': 'any act may tell somebody; only that person reads it',
};


/** What somebody brought in from a file stays that person's own until it is confirmed, and so does a private key for good; not even a job looks. */
const ownerAlone = ['organisation.table_import', 'organisation.table_import_row', 'signatures.certificate_key'];

beforeAll(async () => {
  extras = await layExtras(house);
  const reported = await postWithFiles(house, await house.as('head.kpr'), `${extras.task}/report`, { note: 'รายงานผลตามเอกสารแนบ' }, [{ field: 'files', name: 'หลักฐาน.pdf', type: 'application/pdf', content: smallPdf }]);
  if (reported.statusCode !== 303) throw new Error(`the task was not reported: ${reported.statusCode}`);
  const chosen = await (await house.as('head.kpr')).post('/account/screen', { language: 'th', theme: 'dark' });
  if (chosen.statusCode !== 303) throw new Error(`the choice of a screen was not kept: ${chosen.statusCode}`);
  await prepareAnswer(house, await circulateDraft(house));
  await changeComingMeeting(house);
  await layChannels(house);
  const staged = await postWithFiles(house, await house.as('admin'), '/import', { kind: 'people' }, [{ field: 'file', name: 'คนใหม่.csv', type: 'text/csv', content: Buffer.from('ชื่อ-สกุล,อีเมล\nน.ส.ดารา ตัวอย่างใหม่,dara.new@prd.example\n') }]);
  if (staged.statusCode !== 303) throw new Error(`the table was not taken: ${staged.statusCode}`);
  const forms = await postWithFiles(house, await house.as('head.kpr'), '/performance/2564/forms/import', {}, [{ field: 'file', name: 'แบบ.csv', type: 'text/csv', content: Buffer.from('ลำดับ,เงื่อนไข\n2,เงื่อนไขใหม่\n') }]);
  if (forms.statusCode !== 303) throw new Error(`the forms were not taken: ${forms.statusCode}`);
  await house.anybody().post('/forgotten-password', { username: 'clerk.ssc' });
  await house.runJobs();
  await layCorrespondence(house);
  await layRemoteSigning(house);
  await layPerformance(house);
  app = new pg.Client({ connectionString: house.db.appUrl });
  await app.connect();
  const { rows } = await house.db.owner.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and c.relrowsecurity and n.nspname !~ '^(pg_|information_schema|graphile_worker)'
       and has_table_privilege('krom_app', c.oid, 'SELECT') order by 1`,
  );
  tables = rows.map(({ name }) => name);
  const id = await makeOfficer(house.db.owner, await unitId(house.db.owner, 'กตส.'), undefined);
  outsider = { ...publicActor, kind: 'person', id, name: 'คนนอก', principals: [id] };
});
afterAll(async () => app?.end());

/** Runs statements as the application's role with the settings of an actor, and takes everything back. */
async function as<T>(actor: Actor | undefined, work: () => Promise<T>): Promise<T> {
  await app.query(`begin; ${actor ? actorSettings(actor) : ''}`);
  try {
    return await work();
  } finally {
    await app.query('rollback');
  }
}

const countAs = (actor: Actor | undefined, table: string) => as(actor, async () => Number((await app.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n));

async function countAll(table: string): Promise<number> {
  return Number((await house.db.owner.query<{ n: string }>(`select count(*) as n from ${table}`)).rows[0]?.n);
}

test('the tables with walls of rows are there, and the demo fills them', async () => {
  expect(tables.length).toBeGreaterThan(30);
  const empty: string[] = [];
  for (const table of tables) if ((await countAll(table)) === 0) empty.push(table);
  expect(empty).toEqual([]);
});

describe('reading', () => {
  test.each([
    ['a signed-in person whom nothing concerns', () => outsider],
    ['the public', () => publicActor],
    ['a connection that forgot to say for whom it works', () => undefined],
  ])('%s sees no row of any table', async (_who, actor) => {
    const seen: string[] = [];
    for (const table of tables) {
      const count = await countAs(actor(), table);
      if (count > 0) seen.push(`${table}: ${count} of ${await countAll(table)} rows`);
    }
    expect(seen).toEqual([]);
  });

  test('the same question as the system sees what is there, so the silence above is the wall’s', async () => {
    const blind: string[] = [];
    for (const table of tables) if (!ownerAlone.includes(table) && (await countAs(systemActor('test'), table)) < (await countAll(table))) blind.push(table);
    expect(blind).toEqual([]);
  });

  test('belonging to the house opens the chart of people, and no document of another unit', async () => {
    const officer: Actor = { ...outsider, principals: [outsider.id, 1, await unitId(house.db.owner, 'กตส.')] };
    expect(await countAs(officer, 'organisation.person')).toBeGreaterThan(100);
    const ids = { letter: extras.letter, draft: extras.draft, task: extras.task };
    const idOf = (href: string) => Number(/\d+/.exec(href)?.[0]);
    await as(officer, async () => {
      for (const [table, column, id] of [
        ['correspondence.letter', 'id', idOf(ids.letter)],
        ['correspondence.letter_body', 'letter_id', idOf(ids.letter)],
        ['correspondence.letter_recipient', 'letter_id', idOf(ids.letter)],
        ['correspondence.letter', 'id', idOf(ids.draft)],
        ['assignments.task', 'id', idOf(ids.task)],
        ['assignments.task_event', 'task_id', idOf(ids.task)],
      ] as const) {
        expect([table, (await app.query(`select 1 from ${table} where ${column} = $1`, [id])).rowCount]).toEqual([table, 0]);
        expect((await house.db.owner.query(`select 1 from ${table} where ${column} = $1`, [id])).rowCount, table).toBeGreaterThan(0);
      }
      expect((await app.query('select 1 from platform.file')).rowCount).toBe(0);
    });
  });

  test.each(['platform.search_document', 'platform.access_log', 'organisation.account', 'organisation.session', 'organisation.api_token', 'organisation.password_reset', 'organisation.sign_in_attempt', 'graphile_worker._private_jobs'])('%s is read by nobody directly', async (table) => {
    await expect(as(systemActor('test'), () => app.query(`select * from ${table}`))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('writing', () => {
  interface Right {
    readonly name: string;
    readonly column: string | null;
    readonly update: boolean;
    readonly remove: boolean;
    readonly add: boolean;
  }
  async function rights(): Promise<Right[]> {
    const { rows } = await house.db.owner.query<Right>(
      `select n.nspname || '.' || c.relname as name,
        (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attidentity <> 'a' and a.attgenerated = ''
          and has_column_privilege('krom_app', c.oid, a.attnum, 'UPDATE') order by a.attnum limit 1) as column,
        has_any_column_privilege('krom_app', c.oid, 'UPDATE') as update, has_table_privilege('krom_app', c.oid, 'DELETE') as remove, has_table_privilege('krom_app', c.oid, 'INSERT') as add
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname || '.' || c.relname = any ($1) order by 1`,
      [tables],
    );
    return rows;
  }

  test('a stranger changes and deletes no row', async () => {
    const done: string[] = [];
    for (const { name, column, update, remove } of await rights()) {
      if (update && column) {
        const changed = await as(outsider, async () => (await app.query(`update ${name} set "${column}" = "${column}"`)).rowCount ?? 0);
        if (changed > 0) done.push(`${name}: ${changed} rows changed`);
      }
      if (remove) {
        const gone = await as(outsider, async () => (await app.query(`delete from ${name}`)).rowCount ?? 0);
        if (gone > 0) done.push(`${name}: ${gone} rows deleted`);
      }
    }
    expect(done).toEqual([]);
  });

  test('a stranger adds no row to the matters of others', async () => {
    const added: string[] = [];
    for (const { name, add } of await rights()) {
      if (!add || name in anybodyMayAdd) continue;
      const { rows } = await house.db.owner.query<{ row: string }>(`select to_jsonb(t)::text as row from ${name} t limit 1`);
      if (!rows[0]) continue;
      const columns = (await house.db.owner.query<{ names: string }>(
        `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [name],
      )).rows[0]?.names as string;
      // The wall answers before any unique key does, so a copy of a row that exists is a good question.
      const verdict = await as(outsider, () => app.query(`insert into ${name} (${columns}) overriding system value select ${columns} from jsonb_populate_record(null::${name}, $1)`, [rows[0]?.row]).then(() => 'added', (error: { code: string; message: string }) => (error.code === '42501' ? 'refused' : error.message)));
      if (verdict !== 'refused') added.push(`${name}: ${verdict}`);
    }
    expect(added).toEqual([]);
  });

  test.each([
    ['the audit log', 'platform.audit', "update platform.audit set actor_name = 'x'", 'delete from platform.audit'],
    ['seals', 'platform.audit_seal', 'update platform.audit_seal set batch = batch', 'delete from platform.audit_seal'],
    ['the access log', 'platform.access_log', "update platform.access_log set actor_name = 'x'", 'delete from platform.access_log'],
    ['kept answers', 'platform.idempotency', "update platform.idempotency set answer = '{}'", 'delete from platform.idempotency'],
  ])('%s cannot be changed, deleted or emptied, not even by the system', async (_what, table, update, remove) => {
    for (const statement of [update, remove, `truncate ${table}`, `alter table ${table} disable trigger all`, `drop table ${table}`]) {
      await expect(as(systemActor('test'), () => app.query(statement)), statement).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42703)$/) as string });
    }
  });

  test('what was issued stays: neither the unit that sent it nor the system deletes or rewrites it', async () => {
    const id = Number(/\d+/.exec(extras.letter)?.[0]);
    const sender: Actor = { ...outsider, principals: [await unitId(house.db.owner, 'กพร.')] };
    for (const actor of [sender, systemActor('test')]) {
      expect(await as(actor, async () => (await app.query('delete from correspondence.letter where id = $1', [id])).rowCount)).toBe(0);
      await expect(as(actor, () => app.query(`update correspondence.letter set subject = 'อื่น' where id = $1`, [id]))).rejects.toThrow();
      await expect(as(actor, () => app.query(`update correspondence.letter_body set content = '{}' where letter_id = $1`, [id]))).rejects.toThrow();
      await expect(as(actor, () => app.query(`delete from correspondence.letter_body where letter_id = $1`, [id]))).rejects.toThrow();
      await expect(as(actor, () => app.query(`update correspondence.register_entry set number = number + 1`))).rejects.toMatchObject({ code: '42501' });
      await expect(as(actor, () => app.query(`delete from correspondence.register_entry`))).rejects.toMatchObject({ code: '42501' });
    }
  });
});

describe('search', () => {
  const sources = modules.flatMap((module) => module.search ?? []);
  const find = (actor: Actor, text: string) => house.services.database.read(actor, (tx) => search(tx, sources, text, { limit: 50 }));
  const words = 'หนังสือเวียนสำหรับการทดสอบ';
  const titlesOf = async (actor: Actor) => (await find(actor, words)).hits.map((hit) => hit.title.map((part) => part.text).join(''));

  test('finds for the addressed what it does not find for others', async () => {
    const addressed: Actor = { ...outsider, principals: [outsider.id, 1, await unitId(house.db.owner, 'ศสช.')] };
    expect(await titlesOf(addressed)).toContain(words);
    const officer: Actor = { ...outsider, principals: [outsider.id, 1, await unitId(house.db.owner, 'กตส.')] };
    for (const actor of [outsider, officer, publicActor]) {
      expect((await titlesOf(actor)).filter((title) => title.includes('สำหรับการทดสอบ')), actor.name).toEqual([]);
      if (actor !== officer) expect((await find(actor, words)).total).toBe(0);
    }
  });

  // Words of a shut document may stand in an open one too, so what is counted is asked for its own readers.
  test('tells a stranger nothing by its counts: only documents that are open to every signed-in person are counted', async () => {
    const { rows } = await house.db.owner.query<{ title: string }>('select distinct title from platform.search_document where not 1 = any (readers) order by title limit 60');
    expect(rows.length).toBeGreaterThan(5);
    const told: string[] = [];
    for (const { title } of rows) {
      const { hits, total } = await find(outsider, title);
      if (total !== hits.length) told.push(`${title}: counts ${total}, shows ${hits.length}`);
      for (const { type, id, href } of hits) {
        const { rowCount } = await house.db.owner.query('select 1 from platform.search_document where type = $1 and doc_id = $2 and 1 = any (readers)', [type, id]);
        if (!rowCount) told.push(`${title}: tells of ${href}`);
      }
    }
    expect(told).toEqual([]);
  });
});
