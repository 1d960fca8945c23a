// LINE from the code on the page to the message on the phone, against a stand-in that behaves like the Messaging API.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useApp } from '../../../tests/support/app.ts';
import { lineEventId, lineUser, startLineStandIn, type LineEvent, type LineStandIn } from '../../../tests/support/line-stand-in.ts';
import { modules } from '../../modules.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { listParkedJobs } from '../../platform/jobs/parked.ts';
import { runJobsNow } from '../../platform/jobs/run-now.ts';
import { notify } from '../../platform/notify/notify.ts';

const house = useApp();
const actor = systemActor('test');
const kind = { key: 'assignments.due', title: { th: '', en: '' }, about: { th: '', en: '' }, usual: { mail: 'off', line: 'now' } } as const;
let line: LineStandIn;
let head: number;
beforeAll(async () => {
  line = await startLineStandIn();
  Object.assign(house.services.config, { line: { api: line.api, token: line.token, secret: line.secret, account: '@krom' } });
  const { rows } = await house.db.owner.query<{ id: number }>("select person_id as id from organisation.account where login = 'head.kpr'");
  head = rows[0]?.id as number;
  await house.runJobs();
  await house.db.owner.query('delete from platform.line_message');
});
beforeEach(() => {
  line.delivered.length = 0;
  line.answers.length = 0;
});
afterAll(() => line.close());

const run = () => runJobsNow({ ownerUrl: house.db.ownerUrl, services: house.services, jobs: modules.flatMap((module) => module.jobs ?? []), keepGoing: true });
const again = () => house.db.owner.query('update graphile_worker._private_jobs set run_at = now()');
const tell = (words: string) => house.services.database.write(actor, (tx) => notify(tx, [head], { th: words, en: words }, '/tasks/1', { kind }));
const messages = async () => (await house.db.owner.query('select state, attempts, last_error as error, request_id as request from platform.line_message order by created_at, id')).rows;
const call = (events: readonly LineEvent[], change: { body?: string; signature?: string } = {}) => {
  const { body, headers } = line.webhook(events);
  return house.app.inject({ method: 'POST', url: '/line/webhook', payload: change.body ?? body, headers: { ...headers, ...(change.signature === undefined ? {} : { 'x-line-signature': change.signature }) } });
};
async function codeOfHead(): Promise<string> {
  const client = await house.as('head.kpr');
  expect((await client.post('/account/notifications/line/code')).statusCode).toBe(303);
  const page = (await client.get('/account/notifications')).body;
  expect(page).toContain('https://line.me/R/ti/p/%40krom');
  return /<code>([0-9A-Z]{4}-[0-9A-Z]{4})<\/code>/.exec(page)?.[1] as string;
}
const linked = async () => (await house.db.owner.query('select person_id as person, line_user_id as user from platform.line_link order by 1')).rows;
const me = lineUser();

test('a webhook without the right signature is refused and does nothing', async () => {
  const code = await codeOfHead();
  const event: LineEvent = { type: 'message', userId: me, text: code };
  for (const signature of ['', 'AAAA', Buffer.alloc(32).toString('base64')]) expect((await call([event], { signature })).statusCode).toBe(401);
  const { body } = line.webhook([{ ...event, userId: lineUser() }]);
  expect((await call([event], { body })).statusCode).toBe(401);
  expect(await linked()).toEqual([]);
  // LINE's own check of the address: a signed body without events.
  expect((await call([])).statusCode).toBe(200);
});

test('the code from the page, sent from LINE, links the person once; a repeat and a used code do nothing', async () => {
  line.friends.add(me);
  const code = await codeOfHead();
  const webhookEventId = lineEventId();
  const event: LineEvent = { type: 'message', userId: me, text: ` ${code.toLowerCase()} `, webhookEventId };
  expect((await call([{ type: 'follow', userId: me }, event])).statusCode).toBe(200);
  expect(await linked()).toEqual([{ person: head, user: me }]);
  expect((await call([event])).statusCode).toBe(200);
  const stranger = lineUser();
  await call([{ type: 'message', userId: stranger, text: code }, { type: 'message', userId: stranger, text: 'AAAA-BBBB' }]);
  expect(await linked()).toEqual([{ person: head, user: me }]);
  await run();
  expect(line.delivered).toEqual([{ to: me, text: expect.stringContaining('/account/notifications') }]);
  const { rows } = await house.db.owner.query("select actor_name from platform.audit where action = 'notices.line-linked'");
  expect(rows).toEqual([{ actor_name: 'notices.line-webhook' }]);
  expect((await (await house.as('head.kpr')).get('/account/notifications')).body).toContain('เชื่อมบัญชี LINE แล้ว');
});

test('an old code is no code', async () => {
  const clerk = await house.as('clerk.ssc');
  await clerk.post('/account/notifications/line/code');
  const { rows } = await house.db.owner.query<{ code: string }>("update platform.line_code set expires_at = now() - interval '1 second' where used_at is null returning code");
  await call([{ type: 'message', userId: lineUser(), text: rows[0]?.code ?? '' }]);
  expect(await linked()).toEqual([{ person: head, user: me }]);
});

test('when LINE dies between accept and answer the person reads it once, and the second attempt counts as sent', async () => {
  await house.db.owner.query('delete from platform.line_message');
  line.answerNext('die');
  await tell('งานครบกำหนดพรุ่งนี้');
  await run();
  expect(await messages()).toMatchObject([{ state: 'waiting', attempts: 1 }]);
  await again();
  await run();
  expect(line.answers).toEqual([0, 409]);
  expect(line.delivered).toEqual([{ to: me, text: expect.stringContaining('งานครบกำหนดพรุ่งนี้') }]);
  expect(line.delivered[0]?.text).toContain(`${house.services.config.origin}/tasks/1`);
  expect(await messages()).toEqual([{ state: 'sent', attempts: 2, error: null, request: expect.stringMatching(/^[0-9a-f-]{36}$/) as string }]);
});

test('too many requests and trouble at LINE are tried again; a refusal is parked with its reason', async () => {
  await house.db.owner.query('delete from platform.line_message');
  line.answerNext(429, 500);
  await tell('ลองใหม่');
  await run();
  await again();
  await run();
  expect(await messages()).toMatchObject([{ state: 'waiting', attempts: 2, error: expect.stringContaining('500') }]);
  await again();
  await run();
  expect(line.answers).toEqual([429, 500, 200]);
  expect(line.delivered).toHaveLength(1);
  line.friends.delete(me);
  await tell('ถูกปฏิเสธ');
  await run();
  const [parked] = await house.services.database.read(actor, (tx) => listParkedJobs(tx, { limit: 5 }));
  expect(parked).toMatchObject({ job: 'notices.send-line', attempts: 1, lastError: expect.stringContaining("LINE answered 400: The property, 'to'") });
  line.friends.add(me);
  expect((await (await house.as('admin')).post('/system/jobs/retry', { job: String(parked?.id) })).statusCode).toBe(303);
  await run();
  expect(line.delivered.at(-1)?.text).toContain('ถูกปฏิเสธ');
});

test('whoever leaves the account at LINE, unlinks here, or leaves the office gets nothing more', async () => {
  await house.db.owner.query('delete from platform.line_message');
  const count = line.delivered.length;
  await house.db.owner.query("update organisation.account set disabled_at = now() where login = 'head.kpr'");
  await tell('ไม่ถึง');
  await run();
  expect(await messages()).toEqual([]);
  await house.db.owner.query("update organisation.account set disabled_at = null where login = 'head.kpr'");
  line.answerNext(500);
  await tell('กำลังส่ง');
  await run();
  const client = await house.as('head.kpr');
  expect((await client.post('/account/notifications/line/unlink')).statusCode).toBe(303);
  await again();
  await run();
  expect(await messages()).toMatchObject([{ state: 'dropped' }]);
  expect((await client.post('/account/notifications/line/unlink')).statusCode).toBe(422);
  await call([{ type: 'message', userId: me, text: await codeOfHead() }]);
  expect(await linked()).toHaveLength(1);
  await call([{ type: 'unfollow', userId: me }]);
  expect(await linked()).toEqual([]);
  expect(line.delivered.slice(count)).toEqual([]);
});

test('without an account at LINE the door is shut and nothing is offered', async () => {
  const { line: config } = house.services.config;
  Object.assign(house.services.config, { line: undefined });
  expect((await call([])).statusCode).toBe(404);
  const client = await house.as('head.kpr');
  expect((await client.get('/account/notifications')).body).toContain('ยังไม่ได้เปิดใช้การแจ้งเตือนทาง LINE');
  expect((await client.post('/account/notifications/line/code')).statusCode).toBe(422);
  Object.assign(house.services.config, { line: config });
});
