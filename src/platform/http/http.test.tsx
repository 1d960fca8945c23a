import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { createApp } from '../../app.ts';
import type { Actor } from '../access/actor.ts';
import { text } from '../forms/fields.ts';
import { defineForm } from '../forms/form.ts';
import { ActionForm, FormField } from '../forms/render.tsx';
import type { KromModule } from '../module.ts';
import { fail, notFound, ok } from '../result.ts';
import { defineAction, definePage } from './define.ts';

const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-http-'));
let app: FastifyInstance;
let runs = 0;

const person = (id: number, permissions: string[]): Actor => ({
  kind: 'person', id, name: `คนที่ ${id}`, principals: [id], permissions: new Map(permissions.map((key) => [key, 'all'])), sessionId: `s${id}`,
});
const people = new Map<string, Actor>([
  ['writer', person(5, ['notes.write'])],
  ['reader', person(6, [])],
]);

const noteForm = defineForm({ subject: text({ label: { th: 'เรื่อง', en: 'Subject' }, max: 20 }) });
const notePage = definePage({
  path: '/notes/:id',
  permission: 'notes.write',
  layout: 'plain',
  params: z.object({ id: z.coerce.number().int() }),
  load: async (_tx, { params }) => (params.id === 404 ? notFound() : ok({ id: params.id })),
  title: () => 'บันทึก',
  view: (data, ui) => (
    <ActionForm ui={ui} action={`/notes/${data.id}`} form={noteForm}>
      <FormField ui={ui} action={`/notes/${data.id}`} form={noteForm} name="subject" />
    </ActionForm>
  ),
});
const noteAction = defineAction({
  path: '/notes/:id',
  permission: 'notes.write',
  params: z.object({ id: z.coerce.number().int() }),
  form: noteForm,
  page: notePage,
  async run(tx, { params, input }) {
    runs += 1;
    if (input.subject === 'ห้าม') return fail('FORBIDDEN_WORD', { th: 'ใช้คำนี้ไม่ได้', en: 'Not this word' }, { fields: { subject: { th: 'ใช้คำอื่น', en: 'Another word' } } });
    if (input.subject === 'พัง') throw new Error('secret detail');
    await tx.db.insertInto('platform.setting').values({ name: `note ${params.id}`, value: JSON.stringify(input.subject) }).execute();
    return ok({ audit: { action: 'notes.written', subject: { type: 'notes.note', id: params.id }, detail: { subject: input.subject } }, goTo: `/notes/${params.id}`, flash: { th: 'บันทึกแล้ว', en: 'Saved' } });
  },
});
const getWrites = definePage({
  path: '/writes-on-get',
  permission: { public: 'test' },
  layout: 'plain',
  async load(tx) {
    await tx.db.insertInto('platform.setting').values({ name: 'get', value: '1' }).execute();
    return ok({});
  },
  title: () => '',
  view: () => <p />,
});
const sealedPage = definePage({
  path: '/sealed/:id',
  permission: 'notes.write',
  layout: 'plain',
  params: z.object({ id: z.coerce.number().int() }),
  load: async (_tx, { params }) => ok({ id: params.id }),
  opens: ({ id }) => ({ type: 'notes.sealed', id, ...(id === 1 ? {} : { secrecy: 'secret' }) }),
  title: () => 'ลับ',
  view: () => <p>เนื้อความ</p>,
});
const notes: KromModule = {
  name: 'notes',
  title: { th: 'บันทึก', en: 'Notes' },
  permissions: [{ key: 'notes.write', words: { th: 'เขียน', en: 'Write' }, roles: ['staff'] }],
  routes: [notePage, noteAction, getWrites, sealedPage],
};
const options = (modules: KromModule[]) => ({
  services: testServices(db, folder),
  modules,
  identify: async (_: unknown, token: string) => people.get(token),
  paths: { signIn: '/sign-in', changePassword: '/account/password', signOut: '/sign-out', setUpFactor: '/account/security' },
  rateLimit: 0,
});

beforeAll(async () => {
  app = await createApp(options([notes]));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

const cookies = (who: string) => ({ krom_session: who, krom_browser: 'browser-of-the-test-0001' });
async function keyFor(who: string, url: string): Promise<string> {
  const page = await app.inject({ url, cookies: cookies(who) });
  return /name="_key" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
}
const post = (who: string, url: string, fields: Record<string, string>, headers = {}) =>
  app.inject({ method: 'POST', url, cookies: cookies(who), headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers }, payload: new URLSearchParams(fields).toString() });
const settings = async (name: string) => (await db.owner.query('select value from platform.setting where name = $1', [name])).rows;

test('the app refuses to boot on a route that was not made by define…', async () => {
  await expect(createApp(options([{ ...notes, routes: [...notes.routes!, { type: 'page', path: '/sneaky', permission: { public: 'x' } }] }]))).rejects.toThrow(/\/sneaky.*not made by/);
});

test('the app refuses to boot on an unknown permission, a public route without a reason, a permission held by no role', async () => {
  const page = (permission: never) => definePage({ path: '/x', permission, load: async () => ok({}), title: () => '', view: () => <p /> });
  await expect(createApp(options([{ ...notes, routes: [page('notes.unknown' as never)] }]))).rejects.toThrow(/no module declares/);
  await expect(createApp(options([{ ...notes, routes: [page({ public: ' ' } as never)] }]))).rejects.toThrow(/no permission/);
  await expect(createApp(options([{ ...notes, permissions: [{ key: 'notes.write', words: { th: '', en: '' }, roles: [] }] }]))).rejects.toThrow(/held by no role/);
});

test('a route added past the modules is refused', async () => {
  const { default: Fastify } = await import('fastify');
  const { guardRoutes } = await import('./mount.ts');
  const bare = Fastify();
  guardRoutes(bare);
  expect(() => bare.get('/back-door', () => 'in')).toThrow(/without a permission/);
});

test('nobody gets in without the permission, signed in or not', async () => {
  expect((await app.inject({ url: '/notes/1' })).headers.location).toBe('/sign-in?next=%2Fnotes%2F1');
  expect((await app.inject({ url: '/notes/1', cookies: cookies('reader') })).statusCode).toBe(403);
  expect((await app.inject({ url: '/notes/1', cookies: cookies('writer') })).statusCode).toBe(200);
});

test('an action writes the change and its audit line together and says so', async () => {
  const key = await keyFor('writer', '/notes/10');
  const answer = await post('writer', '/notes/10', { _key: key, subject: 'เรื่องหนึ่ง' });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/notes/10']);
  expect(await settings('note 10')).toEqual([{ value: 'เรื่องหนึ่ง' }]);
  const audit = await db.owner.query(`select actor_id, action, request_id from platform.audit where subject_id = 10`);
  expect(audit.rows).toEqual([{ actor_id: 5, action: 'notes.written', request_id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
});

test('the same key gives the first answer again; with another content it is refused', async () => {
  const key = await keyFor('writer', '/notes/11');
  const before = runs;
  const first = await post('writer', '/notes/11', { _key: key, subject: 'ก' });
  const second = await post('writer', '/notes/11', { _key: key, subject: 'ก' });
  expect(second.headers.location).toBe(first.headers.location);
  expect(runs).toBe(before + 1);
  const other = await post('writer', '/notes/11', { _key: key, subject: 'ข' });
  expect(other.statusCode).toBe(409);
  expect(other.body).toContain('ถูกส่งไปแล้วด้วยข้อความอื่น');
});

test('ten copies of one form at once act once', async () => {
  const key = await keyFor('writer', '/notes/12');
  const answers = await Promise.all(Array.from({ length: 10 }, () => post('writer', '/notes/12', { _key: key, subject: 'พร้อมกัน' })));
  expect(new Set(answers.map((answer) => answer.statusCode))).toEqual(new Set([303]));
  const audit = await db.owner.query(`select 1 from platform.audit where subject_id = 12`);
  expect(audit.rowCount).toBe(1);
});

test('refused input shows the page again with what was typed and words at the field', async () => {
  const key = await keyFor('writer', '/notes/13');
  const long = await post('writer', '/notes/13', { _key: key, subject: 'ยาวเกินไปมากมายเหลือเกินจริง ๆ' });
  expect(long.statusCode).toBe(422);
  expect(long.body).toContain('ยาวเกิน 20 ตัวอักษร');
  expect(long.body).toContain('ยาวเกินไปมากมายเหลือเกินจริง ๆ');
  const word = await post('writer', '/notes/13', { _key: key, subject: 'ห้าม' });
  expect(word.statusCode).toBe(422);
  expect(word.body).toContain('ใช้คำอื่น');
  expect(await settings('note 13')).toEqual([]);
});

test('a forged form is refused: no key, a key of another session, another origin', async () => {
  expect((await post('writer', '/notes/14', { subject: 'ก' })).statusCode).toBe(403);
  const key = await keyFor('writer', '/notes/14');
  people.set('writer2', person(8, ['notes.write']));
  expect((await post('writer2', '/notes/14', { _key: key, subject: 'ก' })).statusCode).toBe(403);
  expect((await post('writer', '/notes/14', { _key: key, subject: 'ก' }, { origin: 'https://evil.example' })).statusCode).toBe(403);
  expect((await post('writer', '/notes/14', { _key: key, subject: 'ก' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect(await settings('note 14')).toEqual([]);
});

test('a session that ended in the middle of a form: what was typed comes back after the sign-in', async () => {
  const key = await keyFor('writer', '/notes/15');
  const sent = await app.inject({ method: 'POST', url: '/notes/15', cookies: { krom_browser: 'browser-of-the-test-0001' }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _key: key, subject: 'งานที่ค้าง' }).toString() });
  expect(sent.statusCode).toBe(303);
  const next = new URL(String(sent.headers.location), 'http://x').searchParams.get('next') as string;
  expect(next).toMatch(/^\/resume\//);
  const page = await app.inject({ url: next, cookies: cookies('writer') });
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('value="งานที่ค้าง"');
  expect(page.body).toContain('ยังอยู่ครบ');
  const stored = await db.owner.query('select body from platform.form_rescue');
  expect(stored.rows[0].body.toString('utf8')).not.toContain('งานที่ค้าง');
});

test('GET cannot change anything', async () => {
  const answer = await app.inject({ url: '/writes-on-get' });
  expect(answer.statusCode).toBe(500);
  expect(await settings('get')).toEqual([]);
});

test('who opened what is kept before the page goes out; a secret record is not shown without its line', async () => {
  const open = (id: number) => app.inject({ url: `/sealed/${id}`, cookies: cookies('writer') });
  const lines = async () => (await db.owner.query("select subject_id::int as id, actor_id as who, secrecy from platform.access_log where subject_type = 'notes.sealed' order by id")).rows;
  expect([(await open(1)).statusCode, (await open(2)).statusCode]).toEqual([200, 200]);
  expect(await lines()).toEqual([{ id: 1, who: 5, secrecy: null }, { id: 2, who: 5, secrecy: 'secret' }]);
  expect((await app.inject({ url: '/sealed/3', cookies: cookies('reader') })).statusCode).toBe(403);
  await db.owner.query('revoke execute on function platform.log_access(jsonb) from krom_app');
  try {
    expect((await open(1)).statusCode).toBe(200);
    const refused = await open(2);
    expect(refused.statusCode).toBe(503);
    expect(refused.body).not.toContain('เนื้อความ');
  } finally {
    await db.owner.query('grant execute on function platform.log_access(jsonb) to krom_app');
  }
  expect(await lines()).toHaveLength(2);
});

test('a surprise shows a code to tell and no stack, and nothing is half done', async () => {
  const key = await keyFor('writer', '/notes/16');
  const answer = await post('writer', '/notes/16', { _key: key, subject: 'พัง' });
  expect(answer.statusCode).toBe(500);
  expect(answer.body).toContain(String(answer.headers['x-request-id']));
  expect(answer.body).not.toMatch(/secret detail|at .*\.tsx?/);
});

test('what is not yours is not found, and unknown addresses are designed pages', async () => {
  expect((await app.inject({ url: '/notes/404', cookies: cookies('writer') })).statusCode).toBe(404);
  const nowhere = await app.inject({ url: '/no/such/page' });
  expect(nowhere.statusCode).toBe(404);
  expect(nowhere.body).toContain('ไม่พบหน้านี้');
});

test('secure headers: scripts and styles only from here, no framing, no sniffing', async () => {
  const { headers } = await app.inject({ url: '/notes/1', cookies: cookies('writer') });
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain("style-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['cache-control']).toBe('no-store');
});
