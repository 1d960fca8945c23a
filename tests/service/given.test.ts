import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicActor, systemActor, type Actor } from '../../src/platform/access/actor.ts';
import { verifyAudit } from '../../src/platform/audit/verify.ts';
import { sealAudit } from '../../src/platform/audit/seal.ts';
import { migrate } from '../../src/platform/db/migrate.ts';
import { noGivenServer, useGiven, type GivenDatabase, type GivenVersion } from '../support/given-server.ts';
import { smallPdf } from '../support/extras.ts';
import { openOwnHouse, type Browser, type OwnHouse } from '../support/own-house.ts';

// The house on a PostgreSQL that somebody else keeps: the owner of the database is no superuser and makes no roles.

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each([16, 18] as GivenVersion[])(`on a given PostgreSQL %i`, (version) => {
  const missing = noGivenServer(version);
  const given = useGiven(version);
  let database: GivenDatabase;
  let house: OwnHouse;
  let clerk: Browser;
  let ssc = 0;

  beforeAll(async () => {
    if (missing) return;
    database = await given.server.createDatabase();
    house = await openOwnHouse(undefined, { KROM_OWNER_URL: database.ownerUrl, KROM_APP_URL: database.appUrl, KROM_SLOW_SQL_MS: '0' });
    clerk = await house.signIn('clerk.kpr');
    ssc = (await house.owner.query<{ id: number }>(`select unit_id as id from organisation.unit_abbreviation where text = 'ศสช.' and kind = 'preferred'`)).rows[0]?.id as number;
  });
  afterAll(() => house?.close());
  const it = test.skipIf(Boolean(missing));

  it('the house opens on it without a server of its own, the demo is laid down, and nothing waits', async () => {
    expect(house.krom.embedded).toBeUndefined();
    expect(house.krom.migrated.length).toBeGreaterThan(20);
    expect(Math.floor((await house.owner.query<{ v: number }>(`select current_setting('server_version_num')::int / 10000 as v`)).rows[0]?.v as number)).toBe(version);
    expect(await migrate(database.ownerUrl)).toEqual([]);
    for (const url of ['/', '/sent-letters', '/tasks', '/meetings', '/circulars', '/search?q=ตัวชี้วัด', '/measures']) expect([url, (await clerk.get(url)).statusCode]).toEqual([url, 200]);
  });

  it('an act with a file is done, its jobs run, and Thai words find it', async () => {
    const send = await clerk.fillIn('/tasks/new', '/tasks/new', { title: 'ตรวจสอบทะเบียนหนังสือรับบนเซิร์ฟเวอร์กลาง', owners: String(ssc) });
    const done = await send();
    expect(done.statusCode).toBe(303);
    expect((await send()).headers.location).toBe(done.headers.location);
    expect((await clerk.get(`/search?q=${encodeURIComponent('ทะเบียนหนังสือรับบนเซิร์ฟเวอร์')}`)).body).toContain(String(done.headers.location));
    // The demo's circulars get their definitive files by jobs.
    const without = async () => (await house.owner.query<{ n: number }>(`select count(*)::int as n from correspondence.letter where state = 'issued' and file_hash is null`)).rows[0]?.n;
    for (const end = Date.now() + 30_000; (await without()) !== 0 && Date.now() < end; ) await pause(50);
    expect(await without()).toBe(0);
    expect((await house.owner.query(`select task_identifier, last_error from graphile_worker.jobs where last_error is not null`)).rows).toEqual([]);
    const { rows } = await house.owner.query<{ n: number }>(`select count(*)::int as n from assignments.task where title like 'ตรวจสอบทะเบียน%'`);
    expect(rows[0]?.n).toBe(1);
    const stored = await house.krom.services.files.put(smallPdf);
    expect(await house.krom.services.files.has(stored.hash)).toBe(true);
  });

  it('a page that is open hears of it at once', async () => {
    await house.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = house.app.server.address() as AddressInfo;
    const head = await house.signIn('head.ssc');
    const ended = new AbortController();
    const answer = await fetch(`http://127.0.0.1:${port}/live`, { headers: { cookie: Object.entries(head.cookies).map(([name, value]) => `${name}=${value}`).join('; ') }, signal: ended.signal });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    await (await clerk.fillIn('/tasks/new', '/tasks/new', { title: 'เรื่องที่ต้องรู้ทันที', owners: String(ssc) }))();
    let heard = '';
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    for (const end = Date.now() + 15_000; !heard.includes('turbo-stream') && Date.now() < end; ) heard += (await reader.read()).value ?? '';
    ended.abort();
    expect(heard).toContain('nav-inbox');
  });

  it('the application owns nothing, and rows of others stay closed to it', async () => {
    const app = house.krom.services.database;
    const stranger: Actor = { ...publicActor, kind: 'person', id: 987_654, name: 'ผู้อื่น', principals: [987_654] };
    const seen = async (actor: Actor, table: string) => app.read(actor, async (tx) => (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(tx.db)).rows[0]?.n);
    for (const table of ['assignments.task', 'correspondence.letter_body', 'meetings.minutes', 'platform.notification', 'platform.file']) expect([table, await seen(stranger, table)]).toEqual([table, 0]);
    expect(await seen(systemActor('test'), 'assignments.task')).toBeGreaterThan(0);
    for (const text of ['update platform.audit set action = action', 'delete from platform.audit', 'select * from organisation.account', 'select * from organisation.session', 'alter table assignments.task disable row level security', 'set local role krom_owner']) {
      await expect(app.write(systemActor('test'), (tx) => sql.raw(text).execute(tx.db)), text).rejects.toMatchObject({ code: '42501' });
    }
    const owned = await house.owner.query<{ n: number }>(`select count(*)::int as n from pg_class where relowner in (select oid from pg_roles where rolname in ('krom_web', 'krom_app'))`);
    expect(owned.rows[0]?.n).toBe(0);
  });

  it('who opened what is written down, and the trail is sealed and whole', async () => {
    const { services } = house.krom;
    await sealAudit(services.database, services.config.dataFolder);
    const report = await verifyAudit(database.ownerUrl, services.config.dataFolder);
    expect(report).toMatchObject({ ok: true, unsealedRows: 0 });
    expect(report.sealedRows).toBeGreaterThan(10);
    await house.krom.services.database.read(systemActor('test'), (tx) => sql`select platform.log_access('[{"at":"2020-11-03T09:00:00+07:00","actor_kind":"system","actor_id":0,"actor_name":"t","subject_type":"t","subject_id":1}]'::jsonb)`.execute(tx.db)).catch((error: { code: string }) => expect(error.code).toBe('25006'));
    await house.krom.services.database.write(systemActor('test'), (tx) => sql`select platform.log_access('[{"at":"2020-11-03T09:00:00+07:00","actor_kind":"system","actor_id":0,"actor_name":"t","subject_type":"t","subject_id":1}]'::jsonb)`.execute(tx.db));
    expect((await house.owner.query(`select 1 from platform.access_log where subject_type = 't'`)).rowCount).toBe(1);
  });
});
