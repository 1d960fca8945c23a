import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { useDatabase } from '../../../tests/support/db.ts';
import { testServices } from '../../../tests/support/services.ts';
import { createApp } from '../../app.ts';
import { publicActor, type Actor } from '../access/actor.ts';
import { CommitUnknownError, Database } from '../db/database.ts';
import { text } from '../forms/fields.ts';
import { defineForm } from '../forms/form.ts';
import type { KromModule } from '../module.ts';
import { fail, ok } from '../result.ts';
import { defineAction, defineApi, definePage } from './define.ts';
import { makeFormKey } from './form-key.ts';

// What stands around every page: what is said when something is wrong, the limits, the headers.
const db = useDatabase();
const folder = mkdtempSync(path.join(os.tmpdir(), 'krom-edge-'));
const open = { public: 'a test' };
const page = definePage({ path: '/open', permission: open, layout: 'public', load: async () => ok({}), title: () => 'เปิด', view: () => <p>เปิด</p> });
const asking = definePage({
  path: '/asking',
  permission: open,
  layout: 'public',
  async load(tx) {
    await tx.db.selectFrom('platform.setting').select('name').execute();
    return ok({});
  },
  title: () => 'ถาม',
  view: () => <p>ถาม</p>,
});
const troubles: Record<string, unknown> = {
  'disk-full': Object.assign(new Error('could not extend file "base/1"'), { code: '53100' }),
  'no-space': Object.assign(new Error('write /secret/path'), { code: 'ENOSPC' }),
  'commit-unknown': new CommitUnknownError(new Error('Connection terminated')),
  surprise: new Error('secret detail'),
};
const trouble = definePage({
  path: '/trouble/:kind',
  permission: open,
  layout: 'public',
  params: z.object({ kind: z.string() }),
  async load(_tx, { params }) {
    const status = Number(params.kind);
    if (status > 0) return fail('EXPECTED', { th: 'คาดไว้แล้ว', en: 'Expected' }, { status: status as 409 });
    throw troubles[params.kind];
  },
  title: () => '',
  view: () => <p />,
});
const send = defineAction({ path: '/open', permission: open, form: defineForm({ subject: text({ label: { th: 'เรื่อง', en: 'Subject' } }) }), page, run: async () => ok({ audit: [], goTo: '/open' }) });
const api = defineApi({ method: 'GET', path: '/api/trouble', permission: open, summary: { th: 'ทดสอบ', en: 'Test' }, load: async () => ok(1) });
const edge: KromModule = { name: 'edge', title: { th: 'ทดสอบ', en: 'Test' }, routes: [page, asking, trouble, send, api] };
const apps: FastifyInstance[] = [];

async function app(more: { database?: Database; origin?: string; rateLimit?: number; identify?: () => Promise<Actor | undefined> } = {}): Promise<FastifyInstance> {
  const services = { ...testServices(db, folder, more.origin ? { KROM_ORIGIN: more.origin } : {}), database: more.database ?? db.database };
  const made = await createApp({ services, modules: [edge], identify: more.identify ?? (async () => undefined), paths: { signIn: '/sign-in', changePassword: '/account/password', signOut: '/sign-out', setUpFactor: '/account/security' }, rateLimit: more.rateLimit ?? 0 });
  apps.push(made);
  return made;
}
let house: FastifyInstance;
beforeAll(async () => {
  house = await app();
});
afterAll(async () => {
  for (const made of apps) await made.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('error pages', () => {
  test.each([
    [403, 'ไม่มีสิทธิ'],
    [404, 'อาจถูกย้าย'],
    [409, 'เปิดหน้าใหม่'],
    [413, 'ย่อขนาด'],
    [415, 'PDF'],
    [422, 'ตรวจข้อมูล'],
    [429, 'รอหนึ่งนาที'],
    [503, 'รอสักครู่'],
  ])('%d says what happened and what to do, in Thai and in English', async (status, toDo) => {
    const thai = await house.inject({ url: `/trouble/${status}` });
    expect(thai.statusCode).toBe(status);
    expect(thai.body).toContain('คาดไว้แล้ว');
    expect(thai.body).toMatch(new RegExp(toDo));
    expect(thai.body).toMatch(/<html[^>]*lang="th"/);
    const english = await house.inject({ url: `/trouble/${status}`, cookies: { krom_lang: 'en' } });
    expect(english.body).toContain('Expected');
    expect(english.body).toMatch(/<html[^>]*lang="en"/);
  });

  test.each([
    ['disk-full', 503, 'พื้นที่เก็บข้อมูลเต็ม รายการนี้ยังไม่ถูกบันทึก'],
    ['no-space', 503, 'พื้นที่เก็บข้อมูลเต็ม รายการนี้ยังไม่ถูกบันทึก'],
    ['commit-unknown', 503, 'ระบบยังยืนยันผลไม่ได้'],
    ['surprise', 500, 'ระบบขัดข้อง'],
  ])('%s: words and the code to tell, never the detail', async (kind, status, words) => {
    const answer = await house.inject({ url: `/trouble/${kind}` });
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain(words);
    expect(answer.body).toContain(String(answer.headers['x-request-id']));
    expect(answer.body).not.toMatch(/secret|base\/1|Connection terminated|\.tsx?:\d/);
  });
});

describe('while the database is away', () => {
  let gone: Database;
  let away: FastifyInstance;
  beforeAll(async () => {
    gone = new Database({ url: 'postgres://nobody:x@127.0.0.1:1/none' });
    gone.outagePatience = 50;
    away = await app({ database: gone, identify: () => gone.read(publicActor, async () => undefined) });
  });
  afterAll(() => gone.close());
  const signedIn = { krom_session: 'a-session', krom_browser: 'browser-of-the-test-0001' };

  test('a page says so, tries again by itself and tells programs when', async () => {
    for (const cookies of [{}, signedIn]) {
      const answer = await away.inject({ url: '/asking?x=1', cookies });
      expect([answer.statusCode, answer.headers['retry-after'], answer.headers['refresh']]).toEqual([503, '5', '5']);
      expect(answer.body).toContain('ระบบยังไม่พร้อม');
      expect(answer.body).toContain('ลองใหม่เองภายใน 5 วินาที');
      expect(answer.body).toContain('href="/asking?x=1"');
    }
  });

  test('it speaks the language of the browser, though nobody can be asked who that is', async () => {
    const answer = await away.inject({ url: '/asking', cookies: { ...signedIn, krom_lang: 'en' } });
    expect(answer.body).toContain('The system is not ready');
  });

  test('a form is told that it may be sent again, and is not sent again by itself', async () => {
    const browser = 'browser-of-the-test-0001';
    const _key = makeFormKey(readFileSync(path.join(folder, 'keys/forms.key')), browser);
    const answer = await away.inject({ method: 'POST', url: '/open', cookies: { krom_browser: browser }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _key, subject: 'ก' }).toString() });
    expect([answer.statusCode, answer.headers['retry-after'], answer.headers['refresh']]).toEqual([503, '5', undefined]);
    expect(answer.body).toContain('ส่งซ้ำได้โดยไม่ถูกบันทึกสองครั้ง');
  });

  test('programs get a code, and health says in words what is wrong', async () => {
    const answer = await away.inject({ url: '/api/trouble' });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.json()).toMatchObject({ error: { code: 'DATABASE_AWAY', message: { th: expect.any(String), en: expect.any(String) }, requestId: answer.headers['x-request-id'] } });
    const health = await away.inject({ url: '/health' });
    expect(health.statusCode).toBe(503);
    expect(health.json()).toMatchObject({ ok: false, checks: { database: 'fail', files: 'ok' }, problems: expect.arrayContaining([{ th: 'ฐานข้อมูลไม่ตอบ', en: 'The database does not answer' }]) });
  });
});

describe('limits', () => {
  test('beyond so many requests a minute an address is asked to wait; style sheets and health are not counted', async () => {
    const strict = await app({ rateLimit: 5 });
    for (let n = 0; n < 5; n++) expect((await strict.inject({ url: '/open' })).statusCode).toBe(200);
    const sixth = await strict.inject({ url: '/open' });
    expect(sixth.statusCode).toBe(429);
    expect(sixth.body).toContain('มีคำขอถี่เกินไป');
    expect(Number(sixth.headers['retry-after'])).toBeGreaterThan(0);
    expect((await strict.inject({ url: '/health' })).statusCode).toBe(200);
    expect((await strict.inject({ url: '/open', remoteAddress: '10.0.0.9' })).statusCode).toBe(200);
    // Behind no proxy a header does not make another address.
    expect((await strict.inject({ url: '/open', headers: { 'x-forwarded-for': '10.0.0.10' } })).statusCode).toBe(429);
  });

  test('a form beyond four megabytes is refused before it is read', async () => {
    const answer = await house.inject({ method: 'POST', url: '/open', headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: `subject=${'x'.repeat(5_000_000)}` });
    expect(answer.statusCode).toBe(413);
    expect(answer.body).toContain('ไฟล์ใหญ่เกินกำหนด');
  });

  test('a body that is no form is refused in words', async () => {
    const answer = await house.inject({ method: 'POST', url: '/open', headers: { 'content-type': 'application/x-unknown' }, payload: 'x' });
    expect(answer.statusCode).toBe(415);
    expect(answer.body).toContain('ไฟล์ชนิดนี้ใช้ไม่ได้');
  });
});

describe('secure headers', () => {
  test.each(['/open', '/no/such/page', '/trouble/surprise', '/api/trouble', '/health'])('%s carries them all', async (url) => {
    const { headers } = await house.inject({ url });
    const policy = Object.fromEntries(String(headers['content-security-policy']).split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1).join(' ')]));
    expect(policy).toEqual({
      'default-src': "'none'", 'script-src': "'self'", 'style-src': "'self'", 'img-src': "'self' data: blob:", 'media-src': "'self'", 'font-src': "'self'", 'connect-src': "'self'",
      'form-action': "'self'", 'frame-src': "'self'", 'frame-ancestors': "'self'", 'object-src': "'self'", 'base-uri': "'none'", 'manifest-src': "'self'",
    });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'SAMEORIGIN', 'referrer-policy': 'same-origin', 'cache-control': 'no-store', 'cross-origin-opener-policy': 'same-origin' });
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['strict-transport-security']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
  });

  test('behind https they ask for https ever after, and cookies go over nothing else', async () => {
    const secure = await app({ origin: 'https://krom.example.go.th' });
    const answer = await secure.inject({ url: '/open' });
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
    expect(answer.headers['content-security-policy']).toContain('upgrade-insecure-requests');
    expect(answer.cookies).toMatchObject([{ name: 'krom_browser', httpOnly: true, secure: true, sameSite: 'Lax' }]);
  });
});
