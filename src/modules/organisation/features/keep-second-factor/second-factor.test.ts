import { Secret, TOTP } from 'otpauth';
import { beforeAll, describe, expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { sql } from '../../../../platform/db/database.ts';
import { publicActor } from '../../../../platform/access/actor.ts';
import { makeFormKey } from '../../../../platform/http/form-key.ts';
import { demoPassword } from '../../demo/accounts.ts';
import { stepOfCode } from '../../sign-in/one-time-codes.ts';

const house = useApp();
const half = 30_000;
const codeAt = (secret: string, at: number) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
/** Code of a half minute that stays within reach while a test runs, counted from now. */
const code = (secret: string, steps = 0) => codeAt(secret, Date.now() + steps * half);
const cookieOf = (answer: { cookies: { name: string; value: string }[] }, name: string) => answer.cookies.find((cookie) => cookie.name === name)?.value;
const personOf = async (login: string) => (await house.db.owner.query<{ id: number }>('select person_id as id from organisation.account where login = $1', [login])).rows[0]!.id;
/** A code is good once: a test that needs another one at once lets the last one be forgotten. */
const forgetLastCode = async (login: string) => house.db.owner.query('update organisation.totp set last_step = 0 where person_id = $1', [await personOf(login)]);
const forgetFailures = () => house.db.owner.query('delete from organisation.sign_in_attempt');

interface SetUp {
  readonly client: Client;
  readonly secret: string;
  readonly codes: string[];
}

/** Sets a factor up as a person does: password, the secret from the page, the first code, the codes shown once. */
async function setUp(login: string): Promise<SetUp> {
  const client = await house.as(login);
  expect((await client.post('/account/security/code', { password: demoPassword })).headers.location).toBe('/account/security/code');
  const page = await client.get('/account/security/code');
  expect(page.body).toContain('data:image/svg+xml;base64,');
  const secret = /<code>((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<\/code>/.exec(page.body)![1]!.replaceAll(' ', '');
  const done = await client.post('/account/security/code/confirm', { first: code(secret) });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/account/security/recovery-codes']);
  client.cookies['krom_codes'] = cookieOf(done, 'krom_codes')!;
  const shown = await client.get('/account/security/recovery-codes');
  const codes = [...shown.body.matchAll(/<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){3})<\/code>/g)].map((found) => found[1]!);
  expect(new Set(codes).size).toBe(10);
  await forgetLastCode(login);
  return { client, secret, codes };
}

/** The password in a browser; gives the visitor with the cookie of the second step. */
async function withPassword(login: string, next = '/'): Promise<Client> {
  const visitor = house.anybody();
  const answer = await visitor.post('/sign-in', { username: login, password: demoPassword, next });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in/code']);
  expect(cookieOf(answer, 'krom_session')).toBeUndefined();
  visitor.cookies['krom_step'] = cookieOf(answer, 'krom_step')!;
  return visitor;
}

describe('set-up', () => {
  test('nothing is sealed in the clear, a wrong first code turns nothing on, a code typed in Thai digits does', async () => {
    const client = await house.as('clerk.kpr');
    expect((await client.post('/account/security/code', { password: 'not the password' })).headers.location).toBe('/account/security/code?state=wrong');
    await client.post('/account/security/code', { password: demoPassword });
    const page = await client.get('/account/security/code');
    const secret = /<code>((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<\/code>/.exec(page.body)![1]!.replaceAll(' ', '');
    const wrong = await client.post('/account/security/code/confirm', { first: '000000' === code(secret) ? '111111' : '000000' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('รหัสไม่ตรง');
    const { rows } = await house.db.owner.query<{ row: string }>('select row_to_json(t)::text as row from organisation.totp t where person_id = $1', [await personOf('clerk.kpr')]);
    expect(rows[0]!.row).not.toContain(secret);
    expect(rows[0]!.row).toContain('"confirmed_at":null');
    const thai = code(secret).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xe20));
    expect((await client.post('/account/security/code/confirm', { first: thai })).statusCode).toBe(303);
    const news = await house.db.owner.query(`select 1 from platform.notification where person_id = $1 and words ->> 'th' like 'เปิดใช้การยืนยัน%'`, [await personOf('clerk.kpr')]);
    expect(news.rowCount).toBe(1);
    const mail = await house.db.owner.query<{ body: string }>(`select body from platform.mail where to_address = 'clerk.kpr@prd.example' order by created_at desc limit 1`);
    expect(mail.rows[0]?.body).toContain('เปิดใช้การยืนยันขั้นที่สอง');
    const trail = await house.db.owner.query<{ all: string }>(`select row_to_json(a)::text as all from platform.audit a where action like 'organisation.second-factor%' or action like 'organisation.identity%'`);
    expect(trail.rows.length).toBeGreaterThanOrEqual(3);
    expect(trail.rows.filter((row) => row.all.includes(secret))).toEqual([]);
  });

  test('the codes are shown in that session only, until they were put away, and the database holds hashes', async () => {
    const { client, codes } = await setUp('minutes.kpr');
    const other = await house.as('deputy');
    other.cookies['krom_codes'] = client.cookies['krom_codes']!;
    expect((await other.get('/account/security/recovery-codes')).body).not.toContain(codes[0]!);
    const kept = await client.post('/account/security/recovery-codes/kept');
    expect([kept.headers.location, cookieOf(kept, 'krom_codes')]).toEqual(['/account/security', '']);
    delete client.cookies['krom_codes'];
    const page = await client.get('/account/security/recovery-codes');
    expect(page.body).not.toContain(codes[0]!);
    expect(page.body).toContain('เหลือ 10 จาก 10 รหัส');
    const stored = await house.db.owner.query<{ all: string }>('select row_to_json(r)::text as all from organisation.recovery_code r');
    expect(stored.rows.filter((row) => codes.some((one) => row.all.includes(one) || row.all.includes(one.replaceAll('-', ''))))).toEqual([]);
  });
});

describe('sign-in', () => {
  let owner: SetUp;
  beforeAll(async () => {
    owner = await setUp('head.kpr');
  });

  test('the password alone opens nothing; with the code it opens a session where one wanted to go', async () => {
    const visitor = await withPassword('head.kpr', '/units');
    for (const page of ['/', '/account', '/account/security', '/units']) expect((await visitor.get(page)).headers.location, page).toMatch(/^\/sign-in\?next=/);
    expect((await visitor.get('/sign-in/code')).body).toContain('รหัส 6 หลัก');
    const sent = { _key: visitor.key(), code: ` ${code(owner.secret).slice(0, 3)} ${code(owner.secret).slice(3)} ` };
    const done = await visitor.post('/sign-in/code', sent);
    expect([done.statusCode, done.headers.location]).toEqual([303, '/units']);
    const session = cookieOf(done, 'krom_session');
    expect(session?.length).toBeGreaterThan(30);
    // The same form once more gets the same answer, and no second session.
    const twice = await visitor.post('/sign-in/code', sent);
    expect([twice.headers.location, cookieOf(twice, 'krom_session')]).toEqual(['/units', session]);
    const { rows } = await house.db.owner.query(`select method, second, result from organisation.sign_in_history where person_id = $1 order by id desc limit 1`, [await personOf('head.kpr')]);
    expect(rows).toEqual([{ method: 'password', second: 'code', result: 'signed-in' }]);
  });

  test('a code is used once, by whomever; its step is over afterwards', async () => {
    await forgetLastCode('head.kpr');
    const [one, other] = [await withPassword('head.kpr'), await withPassword('head.kpr')];
    const now = code(owner.secret);
    expect((await one.post('/sign-in/code', { code: now })).headers.location).toBe('/');
    expect((await other.post('/sign-in/code', { code: now })).headers.location).toBe('/sign-in/code?state=used');
    expect((await other.get('/sign-in/code?state=used')).body).toContain('รหัสนี้ใช้ไปแล้ว');
    // An older code than the last one used is no better.
    expect((await other.post('/sign-in/code', { code: code(owner.secret, -1) })).headers.location).toMatch(/state=(used|wrong)/);
    expect((await one.post('/sign-in/code', { code: code(owner.secret, 1) })).headers.location).toBe('/sign-in/code');
    expect((await one.get('/sign-in/code')).body).toContain('หมดเวลากรอกรหัส');
    await forgetFailures();
  });

  test('two at once with one code: one gets in', async () => {
    await forgetLastCode('head.kpr');
    const visitors = await Promise.all([1, 2, 3].map(() => withPassword('head.kpr')));
    const now = code(owner.secret);
    const answers = await Promise.all(visitors.map((visitor) => visitor.post('/sign-in/code', { code: now })));
    expect(answers.filter((answer) => cookieOf(answer, 'krom_session')).length).toBe(1);
    await forgetFailures();
  });

  test('a clock may go wrong by one half minute, not by two', () => {
    const at = 1_700_000_010_000;
    const reached = (steps: number) => stepOfCode(owner.secret, codeAt(owner.secret, at + steps * half), at);
    expect([-1, 0, 1].map((steps) => reached(steps)! - Math.floor(at / half))).toEqual([-1, 0, 1]);
    expect([-2, 2, 3].map(reached)).toEqual([undefined, undefined, undefined]);
  });

  test('the step belongs to one browser, and ends after its time', async () => {
    await forgetLastCode('head.kpr');
    const visitor = await withPassword('head.kpr');
    const thief = house.anybody();
    thief.cookies['krom_step'] = visitor.cookies['krom_step']!;
    expect((await thief.post('/sign-in/code', { code: code(owner.secret) })).headers.location).toBe('/sign-in/code');
    await house.db.owner.query(`update organisation.sign_in_step set expires_at = now() - interval '1 second' where closed_at is null`);
    expect((await visitor.get('/sign-in/code')).body).toContain('เริ่มเข้าสู่ระบบใหม่');
    expect(cookieOf(await visitor.post('/sign-in/code', { code: code(owner.secret) }), 'krom_session')).toBeUndefined();
  });

  test('a recovery code opens once, typed as it comes, and its owner hears how many are left', async () => {
    const [first] = owner.codes as [string];
    const visitor = await withPassword('head.kpr');
    const done = await visitor.post('/sign-in/code/recovery', { recovery: ` ${first.toUpperCase().replaceAll('-', ' ')} ` });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/']);
    expect(cookieOf(done, 'krom_session')).toBeDefined();
    const again = await withPassword('head.kpr');
    expect((await again.post('/sign-in/code/recovery', { recovery: first })).headers.location).toBe('/sign-in/code?state=wrong-recovery');
    const page = await again.get('/sign-in/code?state=wrong-recovery');
    expect(page.body).toContain('ใช้ไปแล้ว');
    const news = await house.db.owner.query<{ th: string }>(`select words ->> 'th' as th from platform.notification where person_id = $1 order by id desc limit 1`, [await personOf('head.kpr')]);
    expect(news.rows[0]?.th).toContain('เหลือ 9 รหัส');
    await forgetFailures();
  });

  test('a slip that cannot be a code is said in place and not counted', async () => {
    const visitor = await withPassword('head.kpr');
    const answer = await visitor.post('/sign-in/code', { code: '12345' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('ตัวเลข 6 หลัก');
    expect((await house.db.owner.query(`select 1 from organisation.sign_in_attempt where key like 'code:%' and failures > 0`)).rowCount).toBe(0);
  });

  test('wrong codes wait longer and longer, then the password is asked for again and the owner is told', async () => {
    await forgetLastCode('head.kpr');
    const visitor = await withPassword('head.kpr');
    const wrong = ['000000', '111111', '222222', '333333', '444444', '555555', '666666', '777777'].filter((one) => ![-1, 0, 1, 2].some((steps) => code(owner.secret, steps) === one));
    const answers: string[] = [];
    for (const one of wrong.slice(0, 5)) answers.push(String((await visitor.post('/sign-in/code', { code: one })).headers.location));
    expect(answers.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => '/sign-in/code?state=wrong'));
    expect(answers[4]).toMatch(/^\/sign-in\/code\?state=wait&seconds=[12]$/);
    // The right code waits too, and a new step in another browser brings no fresh guesses.
    expect((await visitor.post('/sign-in/code', { code: code(owner.secret) })).headers.location).toMatch(/state=wait/);
    expect((await (await withPassword('head.kpr')).post('/sign-in/code', { code: code(owner.secret) })).headers.location).toMatch(/state=wait/);
    await house.db.owner.query(`update organisation.sign_in_attempt set last_at = now() - interval '20 seconds'`);
    const last = await visitor.post('/sign-in/code', { code: wrong[5]! });
    expect([last.headers.location, cookieOf(last, 'krom_step')]).toEqual(['/sign-in?state=codes', '']);
    const mail = await house.db.owner.query<{ body: string }>(`select body from platform.mail where to_address = 'head.kpr@prd.example' order by created_at desc limit 1`);
    expect(mail.rows[0]?.body).toContain('กรอกรหัสยืนยันผิดหลายครั้ง');
    // The owner at a browser that is known has a count of his own.
    const known = owner.client.cookies['krom_browser']!;
    const atDesk = house.anybody();
    atDesk.cookies['krom_browser'] = known;
    const step = await house.app.inject({ method: 'POST', url: '/sign-in', cookies: { krom_browser: known }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _key: keyFor(known), username: 'head.kpr', password: demoPassword }).toString() });
    const entered = await house.app.inject({ method: 'POST', url: '/sign-in/code', cookies: { krom_browser: known, krom_step: cookieOf(step, 'krom_step')! }, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams({ _key: keyFor(known), code: code(owner.secret) }).toString() });
    expect(cookieOf(entered, 'krom_session')).toBeDefined();
    await forgetFailures();
  });

  test('where the house has lost its key, a recovery code still opens', async () => {
    const person = await personOf('head.kpr');
    const { rows } = await house.db.owner.query<{ sealed_secret: string }>('select sealed_secret from organisation.totp where person_id = $1', [person]);
    await house.db.owner.query('update organisation.totp set sealed_secret = $2 where person_id = $1', [person, `A${rows[0]!.sealed_secret.slice(1)}B`]);
    const visitor = await withPassword('head.kpr');
    expect((await visitor.post('/sign-in/code', { code: code(owner.secret) })).headers.location).toBe('/sign-in/code?state=no-key');
    expect((await visitor.get('/sign-in/code?state=no-key')).body).toContain('ใช้รหัสกู้คืน');
    expect(cookieOf(await visitor.post('/sign-in/code/recovery', { recovery: owner.codes[1]! }), 'krom_session')).toBeDefined();
    await house.db.owner.query('update organisation.totp set sealed_secret = $2 where person_id = $1', [person, rows[0]!.sealed_secret]);
  });

  test('a sealed secret of one person opens nothing for another', async () => {
    const [from, to] = [await personOf('head.kpr'), await personOf('minutes.kpr')];
    const { rows } = await house.db.owner.query<{ sealed_secret: string }>('select sealed_secret from organisation.totp where person_id = $1', [to]);
    await house.db.owner.query('update organisation.totp t set sealed_secret = f.sealed_secret from organisation.totp f where t.person_id = $1 and f.person_id = $2', [to, from]);
    const visitor = await withPassword('minutes.kpr');
    expect((await visitor.post('/sign-in/code', { code: code(owner.secret) })).headers.location).toBe('/sign-in/code?state=no-key');
    await house.db.owner.query('update organisation.totp set sealed_secret = $2 where person_id = $1', [to, rows[0]!.sealed_secret]);
  });
});

/** A form key of a browser without a session. */
function keyFor(browser: string): string {
  const visitor = house.anybody();
  visitor.cookies['krom_browser'] = browser;
  return makeFormKey(house.formSecret(), browser);
}

describe('keeping it', () => {
  test('new codes, another telephone and turning it off each ask for password and code', async () => {
    const { client, secret, codes } = await setUp('head.ssc');
    delete client.cookies['krom_codes'];
    const missing = await client.post('/account/security/recovery-codes', { password: demoPassword });
    expect(missing.statusCode).toBe(422);
    expect(missing.body).toContain('กรุณากรอกรหัสจากแอปที่ใช้อยู่');
    expect((await client.post('/account/security/recovery-codes', { password: 'wrong one', code: code(secret) })).headers.location).toBe('/account/security/recovery-codes?state=wrong');
    const renewed = await client.post('/account/security/recovery-codes', { password: demoPassword, code: code(secret) });
    expect(cookieOf(renewed, 'krom_codes')).toBeDefined();
    // The old ones are worth nothing now.
    expect((await client.post('/account/security/code/off', { password: demoPassword, code: codes[0]! })).headers.location).toBe('/account/security/code?state=wrong');
    await forgetLastCode('head.ssc');
    expect((await client.post('/account/security/code', { password: demoPassword, code: code(secret) })).headers.location).toBe('/account/security/code');
    // Until the new app has shown its code the old one holds.
    await forgetLastCode('head.ssc');
    expect(cookieOf(await (await withPassword('head.ssc')).post('/sign-in/code', { code: code(secret) }), 'krom_session')).toBeDefined();
    const page = await client.get('/account/security/code');
    const next = /<code>((?:[A-Z2-7]{4} ){7}[A-Z2-7]{4})<\/code>/.exec(page.body)![1]!.replaceAll(' ', '');
    expect((await client.post('/account/security/code/confirm', { first: code(next) })).headers.location).toBe('/account/security');
    expect((await (await withPassword('head.ssc')).post('/sign-in/code', { code: code(secret, 1) })).headers.location).toBe('/sign-in/code?state=wrong');
    await forgetLastCode('head.ssc');
    const off = await client.post('/account/security/code/off', { password: demoPassword, code: code(next) });
    expect([off.statusCode, off.headers.location]).toEqual([303, '/account/security']);
    expect((await house.anybody().post('/sign-in', { username: 'head.ssc', password: demoPassword })).headers.location).toBe('/');
    await forgetFailures();
  });

  test('guesses at the own password inside a session wait as well', async () => {
    const client = await house.as('officer.snp');
    const answers: string[] = [];
    for (let n = 0; n < 5; n += 1) answers.push(String((await client.post('/account/security/code', { password: `guess ${n}` })).headers.location));
    expect(answers.at(-1)).toMatch(/state=wait&seconds=/);
    const change = await client.post('/account/password', { current: demoPassword, password: 'แมวดำนอนบนโต๊ะหนังสือ', repeat: 'แมวดำนอนบนโต๊ะหนังสือ' });
    expect(change.statusCode).toBe(422);
    expect(change.body).toMatch(/กรุณารอ \d+ วินาที/);
    await forgetFailures();
  });
});

describe('a role that asks for a second factor', () => {
  test('leads to the set-up and nowhere else, until it is done; then it cannot be turned off', async () => {
    const admin = await house.as('admin');
    const saved = await admin.post('/system/settings/list/organisation.second-factor-roles', { value: 'ผู้ตรวจสอบ' });
    expect(saved.statusCode).toBe(303);
    const auditor = await house.as('auditor');
    for (const page of ['/', '/units', '/account', '/system/audit']) expect((await auditor.get(page)).headers.location, page).toBe('/account/security');
    expect((await auditor.post('/account/screen', { language: 'en', theme: 'dark' })).headers.location).toBe('/account/security');
    expect((await auditor.get('/api/v1/units')).statusCode).toBe(403);
    const page = await auditor.get('/account/security');
    expect(page.body).toContain('ตั้งค่าการยืนยันขั้นที่สองก่อนเริ่มใช้งาน');
    const { client, secret } = await setUp('auditor');
    expect((await client.get('/system/audit')).statusCode).toBe(200);
    // Every session of the person is free, not only the one of the set-up.
    expect((await auditor.get('/units')).statusCode).toBe(200);
    const off = await client.post('/account/security/code/off', { password: demoPassword, code: code(secret) });
    expect(off.statusCode).toBe(422);
    expect(off.body).toContain('เลิกใช้ไม่ได้');
    // Nobody else is asked.
    expect((await (await house.as('deputy')).get('/units')).statusCode).toBe(200);
    expect((await admin.post('/system/settings/list/organisation.second-factor-roles', { value: '' })).statusCode).toBe(303);
  });
});

test('behind the first wall: nobody reads factors, steps and browsers, not even the system', async () => {
  const actor = { ...publicActor, kind: 'person' as const, id: await personOf('deputy'), principals: [1, await personOf('deputy')] };
  for (const table of ['totp', 'recovery_code', 'sign_in_step', 'known_browser', 'factor_removal']) {
    await expect(house.services.database.read(actor, (tx) => sql.raw(`select * from organisation.${table}`).execute(tx.db)), table).rejects.toMatchObject({ code: '42501' });
  }
  const mine = await house.services.database.read(actor, async (tx) => (await sql<{ login: string }>`select login from organisation.my_factors()`.execute(tx.db)).rows);
  expect(mine).toEqual([{ login: 'deputy' }]);
});
