import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { Database } from '../db/database.ts';
import { logAccess, readAccessLog, requireAccessLog } from './access-log.ts';
import { publicActor, systemActor, type Actor } from './actor.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-access-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const person: Actor = { ...publicActor, kind: 'person', id: 3, name: 'สมหญิง', principals: [3] };
const services = () => testServices(db, folder);
const secret = { type: 'letter', id: 1, secrecy: 'secret' };

test('an opening is noted from within a read-only page, and stays when the page fails', async () => {
  await db.database.read(person, async (tx) => {
    expect(await requireAccessLog(services(), tx.actor, secret, 'r-1')).toEqual({ ok: true, value: undefined });
    throw new Error('the page failed');
  }).catch(() => {});
  await logAccess(services(), publicActor, { type: 'letter', id: 2 }, null);
  const lines = await db.database.read(person, (tx) => readAccessLog(tx, { record: { type: 'letter', id: 1 }, limit: 10 }));
  expect(lines).toMatchObject([{ actorId: 3, actorName: 'สมหญิง', secrecy: 'secret', requestId: 'r-1' }]);
  expect(await db.database.read(person, (tx) => readAccessLog(tx, { actorId: 0, limit: 10 }))).toMatchObject([{ subjectId: 2, actorKind: 'public' }]);
});

test('a secret record is not shown when its line cannot be written; an open one is', async () => {
  const away = new Database({ url: 'postgres://krom_app:x@127.0.0.1:1/none' });
  const broken = { ...testServices(db, folder), database: away };
  expect(await requireAccessLog(broken, person, secret, 'r')).toMatchObject({ ok: false, code: 'ACCESS_LOG_UNAVAILABLE', status: 503 });
  expect(await requireAccessLog(broken, person, { type: 'letter', id: 9 }, 'r')).toMatchObject({ ok: true });
  await logAccess(broken, person, secret, 'r');
  await away.close();
});

test('as many pages as there are connections do not lock each other up', async () => {
  await Promise.all(
    Array.from({ length: 64 }, (_, n) =>
      db.database.read(person, async (tx) => {
        await sql`select 1`.execute(tx.db);
        expect((await requireAccessLog(services(), person, { type: 'many', id: n, secrecy: 'secret' }, null)).ok).toBe(true);
      })),
  );
  const { rows } = await db.owner.query(`select count(*)::int n from platform.access_log where subject_type = 'many'`);
  expect(rows[0].n).toBe(64);
});

test('neither the application nor the writing role can read, change or delete lines', async () => {
  await logAccess(services(), person, secret, null);
  for (const text of ['select * from platform.access_log', 'update platform.access_log set actor_id = 1', 'delete from platform.access_log', 'insert into platform.access_log default values']) {
    await expect(db.database.write(systemActor('x'), (tx) => sql.raw(text).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  }
  for (const text of ['select * from platform.access_log', 'update platform.access_log set actor_id = 1', 'delete from platform.access_log', 'select * from platform.audit', 'create table platform.x (a int)']) {
    const client = await db.owner.connect();
    await client.query('begin; set local role krom_log');
    await expect(client.query(text)).rejects.toMatchObject({ code: '42501' });
    await client.query('rollback');
    client.release();
  }
});
