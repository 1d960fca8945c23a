import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { together } from './together.ts';

const db = useDatabase();
const person: Actor = { ...publicActor, kind: 'person', id: 7, name: 'ทดสอบ', principals: [7, 1001] };

test('a transaction carries its actor and nobody else', async () => {
  const seen = await db.database.read(person, async (tx) => (await sql<{ p: number[]; a: number; s: boolean }>`select platform.principals() p, platform.actor_id() a, platform.is_system() s`.execute(tx.db)).rows[0]);
  expect(seen).toEqual({ p: [7, 1001], a: 7, s: false });
  const after = await db.database.read(publicActor, async (tx) => (await sql<{ p: number[]; a: number }>`select platform.principals() p, platform.actor_id() a`.execute(tx.db)).rows[0]);
  expect(after).toEqual({ p: [], a: 0 });
});

test('a read transaction cannot write', async () => {
  const attempt = db.database.read(systemActor('test'), (tx) => tx.db.insertInto('platform.setting').values({ name: 'x', value: '1' }).execute());
  await expect(attempt).rejects.toMatchObject({ code: '25006' });
});

test('a failed write leaves nothing behind', async () => {
  await expect(
    db.database.write(systemActor('test'), async (tx) => {
      await tx.db.insertInto('platform.setting').values({ name: 'half', value: '1' }).execute();
      throw new Error('stop');
    }),
  ).rejects.toThrow('stop');
  const rows = await db.owner.query(`select 1 from platform.setting where name = 'half'`);
  expect(rows.rowCount).toBe(0);
});

test('the application role cannot change or delete the audit log', async () => {
  for (const text of ['update platform.audit set action = action', 'delete from platform.audit', 'truncate platform.audit']) {
    await expect(db.database.write(systemActor('test'), (tx) => sql.raw(text).execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  }
});

test('statements run named, so that each is planned once', async () => {
  const names = await db.database.read(publicActor, async (tx) => {
    await sql`select 1 as one where 1 = ${1}`.execute(tx.db);
    return (await sql<{ n: string }>`select name as n from pg_prepared_statements where statement like 'select 1 as one%'`.execute(tx.db)).rows;
  });
  expect(names).toHaveLength(1);
});

test('pieces of one transaction run beside each other, and their statements in the order in which they were sent', async () => {
  const [first, second] = await db.database.write(systemActor('test'), (tx) => together([
    tx.db.insertInto('platform.setting').values({ name: 'beside', value: '1' }).execute(),
    sql<{ n: number }>`select count(*)::int as n from platform.setting where name = 'beside'`.execute(tx.db),
  ]));
  expect(first).toHaveLength(1);
  expect(second.rows).toEqual([{ n: 1 }]);
});

test('of pieces that fail the cause is told, when all have ended and nothing is sent any more', async () => {
  const done: string[] = [];
  const attempt = db.database.write(systemActor('test'), (tx) => together([
    (async () => {
      await tx.db.insertInto('platform.setting').values({ name: 'piece', value: '1' }).execute();
      await new Promise((resolve) => setTimeout(resolve, 50));
      done.push(await sql`select 1`.execute(tx.db).then(() => 'outside the transaction', (error: { code?: string }) => error.code ?? ''));
      throw new Error('a consequence');
    })(),
    sql`select 1 / 0`.execute(tx.db),
  ]));
  await expect(attempt).rejects.toMatchObject({ code: '22012' });
  expect(done).toEqual(['25P02']);
  expect((await db.owner.query(`select from platform.setting where name = 'piece'`)).rowCount).toBe(0);
});

test('a connection that failed in the middle serves the next transaction', async () => {
  for (let n = 0; n < 20; n++) {
    await expect(db.database.write(systemActor('test'), (tx) => together([sql`select 1 / 0`.execute(tx.db), sql`select 1`.execute(tx.db), sql`select ${n}::int as n`.execute(tx.db)]))).rejects.toMatchObject({ code: '22012' });
    const seen = await db.database.read(person, async (tx) => (await sql<{ a: number; n: number }>`select platform.actor_id() a, ${n}::int as n`.execute(tx.db)).rows[0]);
    expect(seen).toEqual({ a: 7, n });
  }
});
