import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '../../../tests/support/db.ts';
import { publicActor, systemActor, type Actor } from '../access/actor.ts';
import { silentLog } from '../log.ts';
import { announce, Live, personTopic, type LiveEvent } from './live.ts';
import { Listener } from './listener.ts';
import { countUnread, listNotifications, markRead, notify } from './notify.ts';

const db = useDatabase();
const person = (id: number): Actor => ({ ...publicActor, kind: 'person', id, name: `คน ${id}`, principals: [id] });
const words = { th: 'มีหนังสือใหม่', en: 'A new letter' };
let listener: Listener;
let live: Live;
beforeAll(async () => {
  listener = new Listener({ url: db.appUrl, log: silentLog });
  live = new Live(listener);
  await listener.start();
});
afterAll(async () => {
  live.close();
  await listener.close();
});
const tell = (ids: number[], href = '/letters/1') => db.database.write(person(1), (tx) => notify(tx, ids, words, href));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('people are told after commit, each only of their own', async () => {
  const stop = new AbortController();
  const heard: Record<number, LiveEvent[]> = { 11: [], 12: [] };
  const loops = [11, 12].map(async (id) => {
    for await (const event of live.subscribe([personTopic(id)], stop.signal)) heard[id]!.push(event);
  });
  await tell([11, 11, 13]);
  await db.database.write(person(1), async (tx) => {
    await notify(tx, [12], words, '/never');
    throw new Error('rolled back');
  }).catch(() => {});
  await pause(100);
  stop.abort();
  await Promise.all(loops);
  expect(heard).toEqual({ 11: [{ kind: 'notification' }], 12: [] });
  expect(await db.database.read(person(11), (tx) => listNotifications(tx, { limit: 10 }))).toMatchObject([{ words, href: '/letters/1', readAt: null }]);
  expect(await db.database.read(person(12), countUnread)).toBe(0);
  expect(live.size).toBe(0);
});

test('nobody reads or marks what is told to another', async () => {
  await tell([21]);
  const stranger = person(22);
  const rows = await db.database.read(stranger, (tx) => tx.db.selectFrom('platform.notification').selectAll().execute());
  expect(rows.filter((row) => row.person_id === 21)).toEqual([]);
  const [mine] = await db.database.read(person(21), (tx) => listNotifications(tx, { limit: 1 }));
  expect(await db.database.write(stranger, (tx) => markRead(tx, [mine!.id]))).toBe(0);
  await db.database.write(stranger, (tx) => tx.db.updateTable('platform.notification').set({ read_at: new Date() }).execute());
  expect(await db.database.read(person(21), countUnread)).toBe(1);
  expect(await db.database.write(person(21), (tx) => markRead(tx, 'all'))).toBe(1);
  expect(await db.database.read(person(21), countUnread)).toBe(0);
});

test('five thousand people are told by two statements', async () => {
  const stats = { statements: 0, rows: 0 };
  const ids = Array.from({ length: 5000 }, (_, n) => 1000 + n);
  const stop = new AbortController();
  const last = live.subscribe([personTopic(5999)], stop.signal);
  await db.database.write(systemActor('x'), (tx) => notify(tx, ids, words, '/all'), stats);
  expect(stats.statements).toBe(2);
  expect(await last.next()).toEqual({ value: { kind: 'notification' }, done: false });
  stop.abort();
  const page = await db.database.read(person(1500), (tx) => listNotifications(tx, { limit: 10 }));
  expect(await db.database.read(person(1500), (tx) => listNotifications(tx, { limit: 10, before: page[0]!.id }))).toEqual([]);
});

test('after a lost connection open pages are told to read anew, and messages come again', async () => {
  const stop = new AbortController();
  const events = live.subscribe(['topic:1'], stop.signal);
  await db.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ilike 'listen%'`);
  expect(await events.next()).toEqual({ value: { kind: 'resync' }, done: false });
  await db.database.write(systemActor('x'), (tx) => announce(tx, ['topic:1', 'topic:2'], { kind: 'changed', id: 7 }));
  expect(await events.next()).toEqual({ value: { kind: 'changed', id: 7 }, done: false });
  stop.abort();
  expect(await events.next()).toEqual({ value: undefined, done: true });
});

test('a page that takes nothing does not fill the memory', async () => {
  const events = live.subscribe(['slow'], undefined);
  await db.database.write(systemActor('x'), async (tx) => {
    for (let i = 0; i < 500; i++) await announce(tx, ['slow'], { kind: 'changed', id: i });
  });
  await pause(200);
  expect(await events.next()).toEqual({ value: { kind: 'resync' }, done: false });
  await events.return?.();
});
