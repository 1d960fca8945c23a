// From an act in the house to the system of somebody else, on the demo.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useApp, type Client } from '../../../tests/support/app.ts';
import { startWebhookPeer, type WebhookPeer } from '../../../tests/support/webhook-peer.ts';
import { modules } from '../../modules.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { writeAudit } from '../../platform/audit/audit.ts';
import { projectRoot } from '../../platform/config.ts';
import { listParkedJobs } from '../../platform/jobs/parked.ts';
import { runJobsNow } from '../../platform/jobs/run-now.ts';

const house = useApp();
const actor = systemActor('test');
let peer: WebhookPeer;
let admin: Client;
let check: (given: { body: Buffer; headers: Record<string, unknown>; secrets: readonly string[]; now?: number }) => string;

beforeAll(async () => {
  peer = await startWebhookPeer();
  admin = await house.as('admin');
  ({ check } = (await import(path.join(projectRoot, 'examples/webhook-receiver/receiver.mjs'))) as { check: typeof check });
  expect((await admin.post('/system/settings/list/integrations.inner-hosts', { value: '127.0.0.1' })).statusCode).toBe(303);
  await house.runJobs();
});
beforeEach(async () => {
  peer.taken.length = 0;
  await house.db.owner.query('update platform.webhook set removed_at = now() where removed_at is null; delete from graphile_worker._private_jobs');
});
afterAll(() => peer.close());

const run = () => runJobsNow({ ownerUrl: house.db.ownerUrl, services: house.services, jobs: modules.flatMap((module) => module.jobs ?? []), keepGoing: true });
const again = () => house.db.owner.query('update graphile_worker._private_jobs set run_at = now()');
const parked = () => house.services.database.read(actor, (tx) => listParkedJobs(tx, { limit: 10 }));
const act = (action = 'assignments.task-created', id = 7) =>
  house.services.database.write(actor, (tx) => writeAudit(tx, [{ action, subject: { type: 'assignments.task', id }, detail: { title: 'ชื่อเรื่องที่ไม่ควรออกไป' } }], new Date('2020-11-03T09:00:00+07:00'), null));

interface Added {
  readonly id: number;
  readonly at: string;
  readonly secret: string;
}
const fields = (change: Record<string, string | string[]> = {}) => ({ name: 'คลังข้อมูลกลาง', url: peer.url, 'acts-assignments': ['assignments.task-created'], ...change });

async function follow(answer: { cookies: { name: string; value: string }[]; headers: Record<string, unknown> }): Promise<string> {
  const flash = Object.fromEntries(answer.cookies.map((cookie) => [cookie.name, cookie.value]));
  return (await house.app.inject({ url: String(answer.headers['location']), cookies: { ...admin.cookies, ...flash } })).body;
}
const secretIn = (page: string): string | undefined => /<code>(whsec_[\w+/=]+)<\/code>/.exec(page)?.[1];

async function add(change: Record<string, string | string[]> = {}): Promise<Added> {
  const answer = await admin.post('/system/webhooks/new', fields(change));
  expect(answer.statusCode, answer.body.replaceAll(/<[^>]+>/g, ' ').slice(0, 2000)).toBe(303);
  const at = String(answer.headers.location);
  return { id: Number(/\d+$/.exec(at)?.[0]), at, secret: secretIn(await follow(answer as never)) as string };
}
const deliveries = async (id: number) => (await house.db.owner.query('select state, attempts, answer, last_error as error from platform.webhook_delivery where webhook_id = $1 order by id', [id])).rows;
const verdict = (taken: (typeof peer.taken)[number], ...secrets: string[]) => check({ body: Buffer.from(taken.body), headers: taken.headers, secrets });

describe('the page', () => {
  test('takes only an address that may be called, and at least one act, with words on what is wrong', async () => {
    for (const [url, words] of [
      ['http://example.go.th/hook', 'ต้องเป็นที่อยู่ที่ขึ้นต้นด้วย https://'], ['ftp://example.go.th', 'https://'], ['ไม่ใช่ที่อยู่', 'ที่อยู่ไม่ครบ'], ['https://u:p@example.go.th/', 'อย่าใส่ชื่อผู้ใช้หรือรหัสผ่าน'], ['http://localhost:9/', 'https://'],
    ] as const) {
      const answer = await admin.post('/system/webhooks/new', fields({ url }));
      expect([answer.statusCode, answer.body.includes(words), url]).toEqual([422, true, url]);
    }
    const none = await admin.post('/system/webhooks/new', { name: 'ไม่เลือก', url: 'https://example.go.th/' });
    expect([none.statusCode, none.body.includes('เลือกเหตุการณ์อย่างน้อยหนึ่งอย่าง')]).toEqual([422, true]);
    expect((await (await house.as('head.kpr')).get('/system/webhooks')).statusCode).toBe(403);
    expect((await admin.get('/system/webhooks/987654')).statusCode).toBe(404);
  });

  test('shows the secret once; the database has it sealed', async () => {
    const { id, at, secret } = await add();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(secretIn((await admin.get(at)).body)).toBeUndefined();
    const { rows } = await house.db.owner.query<{ row: string }>('select to_jsonb(w)::text as row from platform.webhook w where id = $1', [id]);
    expect(rows[0]?.row).not.toContain(secret.slice(6, 30));
    const trail = await house.db.owner.query<{ detail: unknown }>("select detail from platform.audit where action = 'integrations.webhook-added' order by id desc limit 1");
    expect(JSON.stringify(trail.rows)).not.toContain('whsec');
    expect(trail.rows[0]?.detail).toMatchObject({ url: peer.url, acts: ['assignments.task-created'] });
  });

  test('all of a module stands for its acts, and what is heard can be changed', async () => {
    const { id, at } = await add({ 'acts-assignments': ['assignments.*', 'assignments.task-created'] });
    expect((await admin.get(at)).body).toContain('<code class="quiet small">assignments.*</code>');
    await act('assignments.task-close');
    expect(await deliveries(id)).toHaveLength(1);
    expect((await admin.post(`${at}/edit`, fields({ name: 'ชื่อใหม่' }))).headers.location).toBe(at);
    await act('assignments.task-close');
    expect(await deliveries(id)).toHaveLength(1);
  });
});

describe('an event', () => {
  test('goes out signed after the act, tells of the record and of no person', async () => {
    const { id, secret, at } = await add();
    await act();
    await act('correspondence.letter-issued');
    await house.services.database.write(actor, async (tx) => {
      await writeAudit(tx, [{ action: 'assignments.task-created', subject: { type: 'assignments.task', id: 8 } }], new Date(), null);
      throw new Error('rolled back');
    }).catch(() => {});
    await run();
    const [taken, ...more] = peer.taken;
    expect(more).toEqual([]);
    expect(verdict(taken!, secret)).toBe('ok');
    expect(JSON.parse(taken!.body)).toEqual({
      id: taken!.headers['webhook-id'], type: 'assignments.task-created', words: { th: expect.any(String), en: expect.any(String) }, timestamp: '2020-11-03T09:00:00+07:00',
      data: { record: { type: 'assignments.task', id: 7, address: `${house.services.config.origin}/api/v1/tasks/7` } },
    });
    expect(taken!.body).not.toContain('ชื่อเรื่อง');
    expect(await deliveries(id)).toEqual([{ state: 'delivered', attempts: 1, answer: 200, error: null }]);
    expect((await admin.get(at)).body).toContain('ถึงแล้ว');
  });

  test('a real act is heard too, and nothing is made where nobody listens', async () => {
    const before = (await house.db.owner.query('select count(*)::int as n from platform.webhook_event')).rows[0].n as number;
    const client = await house.as('head.kpr');
    await client.post('/account/screen', { language: 'th', theme: 'system' });
    expect((await house.db.owner.query('select count(*)::int as n from platform.webhook_event')).rows[0].n).toBe(before);
    await add({ 'acts-assignments': [], 'acts-organisation': 'organisation.preference-changed' });
    await client.post('/account/screen', { language: 'th', theme: 'dark' });
    await run();
    const [taken] = peer.taken;
    const name = (await house.db.owner.query("select given from organisation.person p join organisation.account a on a.person_id = p.id where login = 'head.kpr'")).rows[0].given as string;
    expect(JSON.parse(taken!.body)).toMatchObject({ type: 'organisation.preference-changed' });
    expect(taken!.body).not.toContain(name);
  });

  test('a receiver that dies between accept and answer gets it again under the same id', async () => {
    const { id, secret } = await add();
    peer.answerNext('die');
    await act();
    await run();
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting', attempts: 1, error: expect.stringMatching(/hang up|ECONNRESET/) }]);
    await again();
    await run();
    expect(peer.taken).toHaveLength(2);
    expect(new Set(peer.taken.map((one) => one.headers['webhook-id'])).size).toBe(1);
    expect(peer.taken.map((one) => verdict(one, secret))).toEqual(['ok', 'ok']);
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 2, answer: 200 }]);
  });

  test('500 then 200; a redirect is no success', async () => {
    const { id } = await add();
    peer.answerNext(500, 302);
    await act();
    await run();
    await again();
    await run();
    expect(await deliveries(id)).toMatchObject([{ state: 'waiting', attempts: 2, answer: 302, error: 'the address answered 302' }]);
    expect((await admin.get(`/system/webhooks/${id}`)).body).toMatch(/data-label="คำตอบ"[^]{0,60}ตอบรหัส 302/u);
    await again();
    await run();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 3, answer: 200 }]);
  });

  test('after a day of attempts it is parked and shown; sent again from the page it takes the parked job over', async () => {
    const { id, at } = await add();
    peer.answerNext(...Array.from({ length: 13 }, () => 503));
    await act();
    for (let n = 0; n < 15; n++) {
      await run();
      await again();
    }
    expect(peer.taken).toHaveLength(13);
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', attempts: 13, answer: 503 }]);
    expect(await parked()).toMatchObject([{ job: 'integrations.deliver', attempts: 13, lastError: 'the address answered 503' }]);
    const page = (await admin.get(at)).body;
    const button = /action="(\/system\/webhooks\/\d+\/deliveries\/\d+\/again)"/.exec(page)?.[1] as string;
    expect((await admin.post(button)).statusCode).toBe(303);
    expect((await admin.post(button)).statusCode).toBe(422);
    await run();
    expect(await deliveries(id)).toMatchObject([{ state: 'delivered', attempts: 14, answer: 200 }]);
    expect(await parked()).toEqual([]);
  });

  test('410 switches the webhook off until a person resumes it', async () => {
    const { id, at } = await add();
    peer.answerNext(410);
    await act();
    await run();
    await act();
    expect(await deliveries(id)).toMatchObject([{ state: 'dropped', answer: 410 }]);
    expect(await parked()).toEqual([]);
    expect((await admin.get(at)).body).toContain('ปลายทางเลิกรับ (410)');
    const { rows } = await house.db.owner.query("select subject_id from platform.audit where action = 'integrations.webhook-gone' and subject_id = $1", [id]);
    expect(rows).toHaveLength(1);
    expect((await admin.post(`${at}/resume`)).statusCode).toBe(303);
    await act();
    await run();
    expect((await deliveries(id)).at(-1)).toMatchObject({ state: 'delivered' });
  });

  test('while paused nothing is made, and what waited is dropped', async () => {
    const { id, at } = await add();
    await act();
    expect((await admin.post(`${at}/pause`)).statusCode).toBe(303);
    await act();
    await run();
    expect(peer.taken).toEqual([]);
    expect(await deliveries(id)).toMatchObject([{ state: 'dropped', attempts: 0 }]);
    expect((await admin.post(`${at}/pause`)).statusCode).toBe(422);
  });

  test('an address inside our own network is not called: the delivery is parked at once', async () => {
    const { id, at } = await add({ url: 'https://localhost/krom' });
    expect((await admin.post(`${at}/test`)).statusCode).toBe(303);
    await run();
    expect(await deliveries(id)).toMatchObject([{ state: 'failed', attempts: 1, answer: null, error: expect.stringContaining('is not on the public internet') }]);
    expect(await parked()).toMatchObject([{ job: 'integrations.deliver', attempts: 1 }]);
  });
});

test('a rotated secret: for a day both sign, then the new one alone', async () => {
  const { id, at, secret } = await add();
  const fresh = secretIn(await follow((await admin.post(`${at}/rotate`)) as never)) as string;
  expect(fresh).not.toBe(secret);
  await act();
  await run();
  expect([verdict(peer.taken[0]!, secret), verdict(peer.taken[0]!, fresh)]).toEqual(['ok', 'ok']);
  expect((await admin.get(at)).body).toContain('รหัสลับเดิมใช้ได้ถึง');
  await house.db.owner.query("update platform.webhook set old_until = now() - interval '1 second' where id = $1", [id]);
  await act();
  await run();
  expect([verdict(peer.taken[1]!, secret), verdict(peer.taken[1]!, fresh)]).toEqual(['wrong-signature', 'ok']);
});

test('old deliveries are swept, those that wait stay', async () => {
  const { id } = await add();
  await act();
  await run();
  await act();
  await house.db.owner.query("update platform.webhook_event set made_at = now() - interval '91 days'");
  await house.db.owner.query("select graphile_worker.add_job('integrations.sweep-events', '{}'::json)");
  peer.answerNext(500);
  await run();
  expect(await deliveries(id)).toMatchObject([{ state: 'waiting' }]);
});

test('the receiver of the example takes each event once, and neither what is forged nor what is old', async () => {
  const port = 20_000 + (process.pid % 20_000);
  const { secret, at } = await add({ url: `http://127.0.0.1:${port}/` });
  const child = spawn(process.execPath, [path.join(projectRoot, 'examples/webhook-receiver/receiver.mjs')], { env: { ...process.env, KROM_WEBHOOK_SECRET: secret, PORT: String(port) }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const reader = createInterface(child.stdout).on('line', (line) => lines.push(line));
  try {
    await once(reader, 'line');
    await admin.post(`${at}/test`);
    await run();
    await admin.post(/action="(\/system\/webhooks\/\d+\/deliveries\/\d+\/again)"/.exec((await admin.get(at)).body)?.[1] as string);
    await run();
    const mirror = await add({ 'acts-assignments': 'assignments.task-close' });
    await admin.post(`${mirror.at}/test`);
    await run();
    const [forged] = peer.taken;
    const send = (body: string, headers: Record<string, unknown>) => fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body, headers: headers as Record<string, string> }).then((answer) => answer.status);
    const kept = Object.fromEntries(['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, forged!.headers[name]]));
    expect(await send(forged!.body, kept)).toBe(401);
    expect(check({ body: Buffer.from(forged!.body), headers: forged!.headers, secrets: [mirror.secret], now: Date.now() + 6 * 60_000 })).toBe('too-old');
    expect(await send('{}', {})).toBe(401);
    await expect.poll(() => lines.length).toBe(2);
    expect(JSON.parse(lines[1] as string)).toMatchObject({ type: 'integrations.test', words: { en: 'Test event' }, data: { record: { address: null } } });
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});
