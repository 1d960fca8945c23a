import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../../../app.ts';
import { createIdentify, signInPaths } from '../../../../house.ts';
import { modules } from '../../../../modules.ts';
import { logAccess } from '../../../../platform/access/access-log.ts';
import type { Actor } from '../../../../platform/access/actor.ts';
import { program } from '../../../../../tests/support/api.ts';
import { useApp } from '../../../../../tests/support/app.ts';
import { prove } from '../../../../../tests/support/prove.ts';

const house = useApp();
let counted: FastifyInstance;

beforeAll(async () => {
  counted = await createApp({ services: house.services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 10_000 });
});
afterAll(async () => counted?.close());

const form = (more: Record<string, string | string[]> = {}) => ({ name: 'จอหน้าห้อง', scopes: ['desk:read', 'assignments:write'], expiresOn: '31 ธ.ค. 2563', ...more });

/** Makes a token as a person does: the form, then the page that shows it. */
async function makeToken(login: string, more: Record<string, string | string[]> = {}): Promise<{ token: string; again: string; sealed: string }> {
  const person = await prove(await house.as(login));
  const made = await person.post('/account/tokens', form(more));
  expect([made.statusCode, made.headers.location], made.body.slice(0, 500)).toEqual([303, '/account/tokens']);
  const sealed = made.cookies.find((cookie) => cookie.name === 'krom_once')?.value ?? '';
  const page = await house.app.inject({ url: '/account/tokens', cookies: { ...person.cookies, krom_once: sealed } });
  const token = /krom_[\w-]{43}/.exec(page.body)?.[0] ?? '';
  expect(page.cookies.find((cookie) => cookie.name === 'krom_once')?.value).toBe('');
  return { token, again: (await person.get('/account/tokens')).body, sealed };
}

const call = (token: string, url: string, app = house.app) => app.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}` } });
const write = (token: string, url: string, body: object) => house.app.inject({ method: 'POST', url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}`, 'idempotency-key': `key-${Math.random()}`, 'content-type': 'application/json' }, payload: JSON.stringify(body) });

test('a token is shown once, kept as a hash, and works', async () => {
  const { token, again, sealed } = await makeToken('head.kpr');
  expect(token).toMatch(/^krom_/);
  expect(again).not.toContain(token);
  expect(again).toContain(`…${token.slice(-4)}`);
  expect(sealed).not.toContain(token);
  for (const table of ['organisation.api_token', 'platform.idempotency', 'platform.audit']) {
    const { rows } = await house.db.owner.query<{ row: string }>(`select t::text as row from ${table} t`);
    expect(rows.some(({ row }) => row.includes(token)), table).toBe(false);
  }
  const me = await call(token, '/me');
  expect([me.statusCode, me.json().error?.code]).toEqual([403, 'TOKEN_SCOPE']);
  const inbox = await call(token, '/inbox');
  expect(inbox.statusCode).toBe(200);
  expect(inbox.json().data.items.length).toBeGreaterThan(0);
  expect(inbox.headers['set-cookie']).toBeUndefined();
  const { rows } = await house.db.owner.query<{ used: boolean }>('select last_used_at is not null as used from organisation.api_token where ending = $1', [token.slice(-4)]);
  expect(rows[0]?.used).toBe(true);
});

test('a scope is a limit: reading is not writing, one module is not another, and no scope gives a right', async () => {
  const reads = await program(house, 'head.kpr', { scopes: ['assignments:read', 'organisation:write'] });
  expect((await reads.get('/tasks')).statusCode).toBe(200);
  const refused = await reads.post('/tasks/new', { title: 'x', owners: [1] });
  expect([refused.statusCode, refused.json().error]).toEqual([403, expect.objectContaining({ code: 'TOKEN_SCOPE', message: { th: 'โทเคนนี้ไม่มีขอบเขต assignments:write', en: expect.any(String) } })]);
  expect((await reads.get('/meetings')).statusCode).toBe(403);
  // The head of a group may not change units, whatever the token says.
  expect((await reads.post('/units/new', {})).json().error.code).toBe('HTTP_403');
  expect((await reads.get('/people')).statusCode).toBe(200);
  const outsider = await program(house, 'officer.snp');
  const person = await house.as('officer.snp');
  const { rows } = await house.db.owner.query<{ id: number }>('select id from assignments.task order by id limit 12');
  const [byApi, byPage] = [[] as number[], [] as number[]];
  for (const { id } of rows) {
    byApi.push((await outsider.get(`/tasks/${id}`)).statusCode);
    byPage.push((await person.get(`/tasks/${id}`)).statusCode);
  }
  expect(byApi).toEqual(byPage);
  expect(byApi).toContain(404);
});

test('without a token, with a wrong, expired or revoked one, or after its owner left: 401 that says how', async () => {
  const nobody = await house.app.inject({ url: '/api/v1/inbox' });
  expect([nobody.statusCode, nobody.headers['www-authenticate'], nobody.json().error.code]).toEqual([401, 'Bearer realm="krom"', 'SIGN_IN']);
  for (const token of ['krom_wrong', `krom_${'a'.repeat(43)}`, '']) expect((await call(token, '/inbox')).statusCode, token).toBe(401);
  const old = await program(house, 'head.kpr', { expiresOn: '2020-11-01' });
  expect((await old.get('/inbox')).json().error.code).toBe('TOKEN');
  const today = house.services.clock.today();
  expect((await (await program(house, 'head.kpr', { expiresOn: today })).get('/inbox')).statusCode).toBe(200);
  const leaver = await program(house, 'clerk.snk');
  await house.db.owner.query("update organisation.account set disabled_at = now() where login = 'clerk.snk'");
  expect((await leaver.get('/inbox')).statusCode).toBe(401);
  await house.db.owner.query("update organisation.account set disabled_at = null where login = 'clerk.snk'");
});

test('its owner revokes a token, and those who keep accounts anybody’s; others see and end none of it', async () => {
  const mine = await program(house, 'clerk.kpr', { name: 'จอชั้นสอง' });
  const stranger = await house.as('officer.snp');
  expect((await stranger.post(`/account/tokens/${mine.tokenId}/revoke`)).statusCode).toBe(404);
  expect((await stranger.get('/account/tokens')).body).not.toContain('จอชั้นสอง');
  expect((await stranger.get('/api-tokens')).statusCode).toBe(403);
  expect((await stranger.post(`/api-tokens/${mine.tokenId}/revoke`)).statusCode).toBe(403);
  expect((await mine.get('/inbox')).statusCode).toBe(200);
  expect((await (await house.as('clerk.kpr')).post(`/account/tokens/${mine.tokenId}/revoke`)).statusCode).toBe(303);
  expect((await mine.get('/inbox')).statusCode).toBe(401);
  const other = await program(house, 'head.kpr', { name: 'ของหัวหน้า' });
  const admin = await house.as('admin');
  const page = await admin.get('/api-tokens');
  expect(page.body).toContain('ของหัวหน้า');
  expect(page.body).not.toContain(other.token);
  expect((await admin.post(`/api-tokens/${other.tokenId}/revoke`)).statusCode).toBe(303);
  expect((await other.get('/inbox')).statusCode).toBe(401);
  const { rows } = await house.db.owner.query("select action, actor_name, detail from platform.audit where action = 'organisation.api-token-revoked' order by id");
  expect(rows.map((row) => row.detail.name)).toEqual(['จอชั้นสอง', 'ของหัวหน้า']);
});

test('a token makes no token and changes no sign-in, whatever its scopes', async () => {
  const { token } = await program(house, 'admin');
  for (const path of ['/account/tokens', '/account/password', '/sign-out', '/account/sessions/end-others', '/people/1/account', '/roles/new', '/account/contact']) {
    expect((await write(token, path, {})).statusCode, path).toBe(404);
  }
  // Outside /api/v1 a token is nothing.
  expect((await house.app.inject({ url: '/account', headers: { authorization: `Bearer ${token}` } })).headers.location).toMatch(/^\/sign-in/);
});

test('with a token cookies do not count; with a cookie reading is free and a change must come from our own page', async () => {
  const head = await house.as('head.kpr');
  const clerk = await program(house, 'clerk.ssc');
  const both = await house.app.inject({ url: '/api/v1/me', cookies: head.cookies, headers: { authorization: `Bearer ${clerk.token}` } });
  expect(both.json().data.token.name).toBe('โปรแกรมทดสอบ');
  const own = await house.app.inject({ url: '/api/v1/me', cookies: head.cookies });
  expect(own.json().data).toMatchObject({ token: null });
  expect(own.json().data.person.id).not.toBe(both.json().data.person.id);
  expect((await house.app.inject({ url: '/api/v1/me', cookies: head.cookies, headers: { authorization: 'Bearer krom_wrong' } })).statusCode).toBe(401);
  const change = (headers: Record<string, string>) => house.app.inject({ method: 'POST', url: '/api/v1/tasks/new', cookies: head.cookies, headers: { 'idempotency-key': 'cookie-change-1', ...headers }, payload: JSON.stringify({ title: 'จากหน้าเว็บ', owners: [1] }) });
  expect((await change({ 'content-type': 'application/json' })).json().error.code).toBe('OWN_PAGE');
  expect((await change({ 'content-type': 'application/json', origin: 'https://evil.example' })).statusCode).toBe(403);
  expect((await change({ 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  expect((await change({ 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(415);
  expect((await change({ 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' })).json().error?.code).not.toBe('OWN_PAGE');
});

test('calls are counted by token, as many a minute as the office says', async () => {
  const machine = await program(house, 'head.kpr');
  const other = await program(house, 'head.kpr');
  await house.db.owner.query("insert into platform.setting (name, value) values ('organisation.token-calls-per-minute', '3')");
  const codes = [];
  for (let i = 0; i < 5; i++) codes.push((await call(machine.token, '/measures', counted)).statusCode);
  expect(codes).toEqual([200, 200, 200, 429, 429]);
  const late = await call(machine.token, '/measures', counted);
  expect([late.json().error.code, Number(late.headers['retry-after']) > 0]).toEqual(['HTTP_429', true]);
  expect((await call(other.token, '/measures', counted)).statusCode).toBe(200);
  await house.db.owner.query("delete from platform.setting where name = 'organisation.token-calls-per-minute'");
});

test('the access log and the trail name the token', async () => {
  const machine = await program(house, 'clerk.ssc', { name: 'ระบบดึงหนังสือ' });
  const actor = await createIdentify(modules).ofToken?.(house.services.database, machine.token, house.services.clock.now(), house.services.clock.today());
  await logAccess(house.services, actor as Actor, { type: 'test.record', id: 1 }, null);
  const { rows } = await house.db.owner.query("select actor_id, actor_name from platform.access_log where subject_type = 'test.record'");
  expect(rows).toEqual([{ actor_id: actor?.id, actor_name: `${actor?.name} (โทเคน ระบบดึงหนังสือ)` }]);
  const marked = await machine.post('/notifications/read');
  const trail = await house.db.owner.query('select detail from platform.audit where request_id = $1', [marked.headers['x-request-id']]);
  expect(trail.rows).toEqual([{ detail: expect.objectContaining({ token: 'ระบบดึงหนังสือ' }) }]);
});

test('what cannot be: no scope, an unknown one, a day gone or too far', async () => {
  const person = await prove(await house.as('head.kpr'));
  const wrong = async (more: Record<string, string | string[]>) => {
    const answer = await person.post('/account/tokens', form(more));
    expect(answer.statusCode).toBe(422);
    return answer.body;
  };
  expect(await wrong({ scopes: [] })).toContain('กรุณาเลือกใช้ทำอะไรได้');
  expect(await wrong({ scopes: ['nothing:read'] })).toContain('มีขอบเขตที่ไม่รู้จัก');
  expect(await wrong({ expiresOn: '1 ม.ค. 2563' })).toContain('เลือกวันนี้หรือวันหลังจากนี้');
  expect(await wrong({ expiresOn: '1 ม.ค. 2570' })).toContain('เลือกวันไม่เกิน');
});
