/**
 * Lists of the API to their end: the last page has no `next`, also where the list is exactly as long as its pages are,
 * and nothing is read twice or left out between two pages.
 */
import { beforeAll, expect, test } from 'vitest';
import { modules } from '../src/modules.ts';
import { systemActor } from '../src/platform/access/actor.ts';
import { writeAudit } from '../src/platform/audit/audit.ts';
import { apiSurface } from '../src/platform/http/api-calls.ts';
import { sendMail } from '../src/platform/mail/mail.ts';
import { program, type ApiClient } from './support/api.ts';
import { useApp } from './support/app.ts';
import { layExtras } from './support/extras.ts';

const house = useApp();
let admin: ApiClient;
const system = systemActor('test.pages');

interface Page {
  readonly items: readonly Record<string, unknown>[];
  readonly next: string | null;
}

beforeAll(async () => {
  await layExtras(house);
  const roles = ['system-admin', 'organisation-admin', 'auditor', 'secretariat'];
  await house.db.owner.query("insert into organisation.role_grant (person_id, role, valid_from, reason) select a.person_id, r, '2020-01-01', 'ทดสอบ' from organisation.account a, unnest($1::text[]) r where a.login = 'admin' and not exists (select 1 from organisation.role_grant g where g.person_id = a.person_id and g.role = r)", [roles]);
  // The walk asks more often than a token may in a minute.
  await house.db.owner.query("insert into platform.setting (name, value) values ('organisation.token-calls-per-minute', '100000') on conflict (name) do update set value = excluded.value");
  admin = await program(house, 'admin');
}, 120_000);

async function read(client: ApiClient, address: string): Promise<Page> {
  const answer = await client.get(address);
  expect(answer.statusCode, `${address} ${answer.body.slice(0, 300)}`).toBe(200);
  return (answer.json() as { data: Page }).data;
}

/** All pages of a list, by their `next`. */
async function walk(client: ApiClient, address: string): Promise<Page[]> {
  const pages: Page[] = [];
  for (let at: string | null = address; at !== null && pages.length < 400; ) {
    const page: Page = await read(client, at);
    pages.push(page);
    at = page.next?.replace('/api/v1', '') ?? null;
  }
  return pages;
}

interface Filled {
  readonly address: string;
  /** Lays so many more rows down. */
  readonly add: (n: number) => Promise<unknown>;
}

const owner = (text: string, values: unknown[] = []) => house.db.owner.query(text, values);
let round = 0;

/** Lists that the demo does not fill: each begins with nothing on it. */
const lists: readonly (Filled & { readonly clear: () => Promise<unknown> })[] = [
  {
    address: '/notifications',
    clear: () => owner("delete from platform.notification where person_id = (select person_id from organisation.account where login = 'admin')"),
    add: (n) => owner("insert into platform.notification (person_id, words, href) select person_id, '{\"th\": \"ข่าว\", \"en\": \"News\"}', '/' from organisation.account, generate_series(1, $1) where login = 'admin'", [n]),
  },
  {
    address: '/system/audit?action=test.pages-',
    clear: async () => undefined,
    add: (n) => house.services.database.write(system, (tx) => writeAudit(tx, Array.from({ length: n }, () => ({ action: `test.pages-${round++}`, subject: { type: 'test', id: 1 } })), house.services.clock.now(), null)),
  },
  {
    address: '/system/jobs',
    clear: () => owner('delete from graphile_worker._private_jobs'),
    async add(n) {
      await owner("select platform.enqueue('test.parked', '{}'::jsonb, clock_timestamp(), 1, null, null) from generate_series(1, $1)", [n]);
      await owner("update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'ทดสอบ'");
    },
  },
  {
    address: '/system/mail',
    clear: () => owner('delete from platform.mail'),
    // One statement, as to the recipients of a circular: many mails share a millisecond.
    add: (n) => house.services.database.write(system, (tx) => sendMail(tx, Array.from({ length: n }, (_, at) => ({ to: `p${at}@example.test`, subject: 'เรื่อง', text: 'x' })))),
  },
  {
    address: '/system/backups',
    clear: () => owner('delete from platform.backup'),
    add: (n) => owner("insert into platform.backup (cause, kind, file, state, finished_at, error) select 'nightly', 'logical', 'x', 'failed', clock_timestamp(), '{\"th\": \"ผิด\", \"en\": \"wrong\"}' from generate_series(1, $1)", [n]),
  },
];

test.each(lists)('$address: as long as one page, as two, and one row longer', async ({ address, clear, add }) => {
  await clear();
  expect((await walk(admin, address)).map(({ items, next }) => [items.length, next])).toEqual([[0, null]]);
  await add(1);
  let held = 1;
  for (; (await read(admin, address)).items.length === held; held += 1) await add(1);
  // The page did not grow with the last row: that is its size, and the row stands on the second page.
  const size = held - 1;
  expect((await walk(admin, address)).map(({ items }) => items.length)).toEqual([size, 1]);
  await add(size - 1);
  const two = await walk(admin, address);
  expect(two.map(({ items, next }) => [items.length, next === null])).toEqual([[size, false], [size, true]]);
  expect(new Set(two.flatMap(({ items }) => items.map((item) => item['id']))).size).toBe(size * 2);
  await add(size * 2 + 1);
  const five = await walk(admin, address);
  expect(five.map(({ items }) => items.length)).toEqual([size, size, size, size, 1]);
  expect(new Set(five.flatMap(({ items }) => items.map((item) => item['id']))).size).toBe(size * 4 + 1);
}, 120_000);

test('every list of the demo, walked to its end: no page but a first one is empty', async () => {
  const { calls } = apiSurface(modules);
  const reads = calls.filter((call) => call.kind === 'read' && !call.path.includes(':')).map((call) => call.path.replace('/api/v1', ''));
  const walked = new Map<string, number>();
  for (const client of [admin, await program(house, 'clerk.kpr'), await program(house, 'head.kpr')]) {
    for (const path of reads) {
      const answer = await client.get(path === '/search' ? '/search?q=การ' : path);
      if (answer.statusCode !== 200 || !('next' in ((answer.json() as { data: object }).data ?? {}))) continue;
      const pages = await walk(client, path === '/search' ? '/search?q=การ' : path);
      expect(pages.slice(1).filter(({ items }) => items.length === 0), path).toEqual([]);
      expect(pages.at(-1)?.next, path).toBeNull();
      walked.set(path, Math.max(walked.get(path) ?? 0, pages.length));
    }
  }
  // The demo has lists of many pages, so that the walk says something.
  expect([...walked.values()].filter((pages) => pages > 1).length).toBeGreaterThan(4);
}, 180_000);
