import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { publicActor, type Actor } from '../access/actor.ts';
import type { InboxRow, InboxSource } from './inbox.ts';
import { countInbox, readInbox } from './read-inbox.ts';

const db = useDatabase();
const person: Actor = { ...publicActor, kind: 'person', id: 7, name: 'ทดสอบ', principals: [7] };
const word = { th: 'เปิด', en: 'Open' };

/** `n` lines; every third has a due day, and two share each arrival, so that the order needs its key. */
const source = (kind: string, n: number): InboxSource => ({
  kind,
  label: { th: kind, en: kind },
  steps: { open: word },
  lines: () => sql<InboxRow>`select ${kind}::text || ':' || g as key, ${kind}::text as kind, 'ว ' || g as reference, 'เรื่อง ' || g as subject,
    'กอง' as "from", '/' || g as href, case when g % 3 = 0 then (date '2026-01-01' + g)::text end as due_on,
    timestamptz '2026-01-01 00:00:00.123456Z' + (g / 2) * interval '1 hour' as arrived_at,
    case when g % 5 = 0 then 'urgent' end as urgency, null::text as secrecy, g % 2 = 0 as read, 'open' as step
    from generate_series(1, ${n}::int) g`,
});
const sources = [source('letters', 40), source('tasks', 25)];
const read = (query: Partial<Parameters<typeof readInbox>[2]> = {}) => db.database.read(person, (tx) => readInbox(tx, sources, { limit: 7, ...query }));

test('paging by key shows every line once, in order, with counts beside it', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await read({ after });
    expect(page.total).toBe(65);
    expect(page.counts).toEqual(new Map([['letters', 40], ['tasks', 25]]));
    seen.push(...page.rows.map((row) => row.key));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(65);
  expect(seen).toHaveLength(65);
  const whole = await read({ limit: 100 });
  expect(seen).toEqual(whole.rows.map((row) => row.key));
  expect(whole.next).toBeUndefined();
  expect(whole.rows[0]).toMatchObject({ due_on: '2026-01-04', key: 'letters:3', from: 'กอง', step: 'open', arrived_at: new Date('2026-01-01T01:00:00.123Z') });
  const dues = whole.rows.map((row) => row.due_on ?? '9999');
  expect(dues).toEqual([...dues].sort());
  expect(whole.rows.find((row) => row.due_on === null)?.urgency).toBe('urgent');
});

test('a filter keeps one kind and all counts', async () => {
  const page = await read({ kind: 'tasks', limit: 100 });
  expect(page.rows).toHaveLength(25);
  expect(page.total).toBe(65);
});

test('a broken cursor begins at the top', async () => {
  const first = await read();
  for (const after of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from(`["2026-01-01'",1,1,"k"]`).toString('base64url')]) {
    expect((await read({ after })).rows).toEqual(first.rows);
  }
});

test('the whole inbox is one statement; without sources there is none', async () => {
  const stats = { statements: 0, rows: 0 };
  await db.database.read(person, (tx) => readInbox(tx, sources, { limit: 7 }), stats);
  expect(stats.statements).toBe(1);
  expect(await db.database.read(person, (tx) => countInbox(tx, sources))).toBe(65);
  expect(await db.database.read(person, (tx) => countInbox(tx, []))).toBe(0);
  expect(await db.database.read(person, (tx) => readInbox(tx, [], { limit: 7 }))).toMatchObject({ rows: [], total: 0 });
});

test('the frame around a page of the inbox takes its count, and counts itself where the page showed other sources', async () => {
  const statements = async (framed: readonly InboxSource[]) =>
    db.database.read(person, async (tx) => {
      await readInbox(tx, sources, { limit: 7, kind: 'tasks' });
      const before = tx.stats.statements;
      return [await countInbox(tx, framed), tx.stats.statements - before];
    });
  expect(await statements([...sources])).toEqual([65, 0]);
  expect(await statements(sources.slice(0, 1))).toEqual([40, 1]);
});
