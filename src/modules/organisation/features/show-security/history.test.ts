import { describe, expect, test } from 'vitest';
import { createApp } from '../../../../app.ts';
import { createIdentify, signInPaths } from '../../../../house.ts';
import { modules } from '../../../../modules.ts';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { publicActor, systemActor } from '../../../../platform/access/actor.ts';
import { sql } from '../../../../platform/db/database.ts';
import { makeFormKey } from '../../../../platform/http/form-key.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { demoPassword } from '../../demo/accounts.ts';
import { networkOf } from '../../domain/network.ts';
import { sweepSignInsJob } from '../../jobs.ts';

const house = useApp();
const owner = () => house.db.owner;
const personOf = async (login: string) => (await owner().query<{ id: number }>('select person_id as id from organisation.account where login = $1', [login])).rows[0]!.id;
const session = (answer: { cookies: { name: string; value: string }[] }) => answer.cookies.find((cookie) => cookie.name === 'krom_session')?.value;
const forgetFailures = () => owner().query('delete from organisation.sign_in_attempt');
const signIn = (visitor: Client, username: string, password = demoPassword) => visitor.post('/sign-in', { username, password });

describe('the history', () => {
  test('tells when, what came of it, how and from where; wrong passwords too', async () => {
    await signIn(house.anybody(), 'deputy', 'not the password');
    const deputy = await house.as('deputy');
    const page = await deputy.get('/account/security');
    for (const words of ['เข้าสู่ระบบ', 'ไม่สำเร็จ · รหัสผ่านผิด', '127.0.0.1']) expect(page.body).toContain(words);
    const { rows } = await owner().query('select result, method, second, reason from organisation.sign_in_history where person_id = $1 order by id', [await personOf('deputy')]);
    expect(rows).toEqual([{ result: 'refused', method: 'password', second: null, reason: 'password' }, { result: 'signed-in', method: 'password', second: null, reason: null }]);
  });

  test('is read by its person alone, behind both walls', async () => {
    const other = await house.as('clerk.kpr');
    expect((await other.get('/account/security/history')).body).not.toContain('รหัสผ่านผิด');
    const id = await personOf('clerk.kpr');
    const seen = await house.services.database.read({ ...publicActor, kind: 'person', id, principals: [1, id] }, async (tx) => (await sql<{ id: number }>`select distinct person_id as id from organisation.sign_in_history`.execute(tx.db)).rows);
    expect(seen).toEqual([{ id }]);
    await expect(house.services.database.write({ ...publicActor, kind: 'person', id, principals: [id] }, (tx) => sql`insert into organisation.sign_in_history (person_id, result, method, ip, user_agent) values (${id}, 'signed-in', 'password', '', '')`.execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  });

  test('an unknown name leaves no line', async () => {
    const before = (await owner().query('select 1 from organisation.sign_in_history')).rowCount;
    await signIn(house.anybody(), 'nobody.at.all');
    expect((await owner().query('select 1 from organisation.sign_in_history')).rowCount).toBe(before);
  });

  test('is paged by key', async () => {
    const id = await personOf('clerk.snk');
    await owner().query(`insert into organisation.sign_in_history (person_id, result, method, reason, ip, user_agent) select $1, 'refused', 'password', 'password', '10.0.0.' || n, '' from generate_series(1, 60) n`, [id]);
    const clerk = await house.as('clerk.snk');
    const newest = await clerk.get('/account/security/history');
    expect(newest.body).toContain('10.0.0.60<');
    expect(newest.body).not.toContain('10.0.0.5<');
    const older = /href="(\/account\/security\/history\?before=\d+)"/.exec(newest.body)![1]!;
    const rest = await clerk.get(older);
    expect(rest.body).toContain('10.0.0.5<');
    expect(rest.body).not.toContain('10.0.0.60<');
  });

  test('is kept as long as the office says, and no longer', async () => {
    const id = await personOf('auditor');
    await owner().query(`insert into organisation.sign_in_history (person_id, at, result, method, ip, user_agent) values ($1, now() - interval '200 days', 'signed-in', 'password', 'old', ''), ($1, now() - interval '100 days', 'signed-in', 'password', 'newer', '')`, [id]);
    const admin = await house.as('admin');
    const sweep = async () => {
      await house.services.database.write(systemActor('test'), (tx) => enqueue(tx, sweepSignInsJob, {}));
      await house.runJobs();
      return (await owner().query<{ ip: string }>(`select ip from organisation.sign_in_history where person_id = $1 and ip in ('old', 'newer') order by at`, [id])).rows.map((row) => row.ip);
    };
    expect(await sweep()).toEqual(['old', 'newer']);
    expect((await admin.post('/system/settings/number/organisation.sign-in-history-days', { value: '120' })).statusCode).toBe(303);
    expect(await sweep()).toEqual(['newer']);
    expect((await owner().query(`select 1 from platform.audit where action = 'organisation.sign-ins-swept'`)).rowCount).toBe(1);
    expect((await admin.post('/system/settings/number/organisation.sign-in-history-days', { value: '30' })).statusCode).toBe(422);
    await expect(house.services.database.write(publicActor, (tx) => sql`select organisation.sweep_sign_ins(1)`.execute(tx.db))).rejects.toMatchObject({ code: '42501' });
  });
});

describe('limits', () => {
  test('strangers who guess at a name keep nobody out who sits at a browser that is known', async () => {
    const known = house.anybody();
    expect(session(await signIn(known, 'head.kpr'))).toBeDefined();
    for (let n = 0; n < 8; n += 1) {
      await signIn(house.anybody(), 'head.kpr', `guess ${n}`);
      await owner().query(`update organisation.sign_in_attempt set last_at = last_at - interval '1 second' * (2 ^ failures)`);
    }
    await owner().query(`update organisation.sign_in_attempt set last_at = now()`);
    const stranger = await signIn(house.anybody(), 'head.kpr');
    expect(stranger.headers.location).toMatch(/state=wait&seconds=(2[0-9]|3[0-2])$/);
    expect(session(await signIn(known, 'head.kpr'))).toBeDefined();
    // Success there forgives nothing to the strangers.
    expect((await signIn(house.anybody(), 'head.kpr')).headers.location).toMatch(/state=wait/);
    // The browser has a count of its own, which holds for it alone.
    for (let n = 0; n < 4; n += 1) await signIn(known, 'head.kpr', `slip ${n}`);
    expect((await signIn(known, 'head.kpr')).headers.location).toMatch(/state=wait&seconds=[12]$/);
    await forgetFailures();
  });

  test('who reads the mail of the account gets in with the new password, strangers or not', async () => {
    const visitor = house.anybody();
    for (let n = 0; n < 6; n += 1) await signIn(house.anybody(), 'officer.snp', `guess ${n}`);
    await house.anybody().post('/forgotten-password', { username: 'officer.snp' });
    const { rows } = await owner().query<{ body: string }>(`select body from platform.mail where to_address = 'officer.snp@prd.example' order by created_at desc limit 1`);
    const link = /\/reset-password\/[\w-]+/.exec(rows[0]!.body)![0];
    const password = 'แมวดำนอนบนโต๊ะหนังสือ';
    expect((await visitor.post(link, { password, repeat: password })).statusCode).toBe(303);
    await owner().query('update organisation.sign_in_attempt set last_at = now()');
    expect((await signIn(house.anybody(), 'officer.snp', password)).headers.location).toMatch(/state=wait/);
    expect(session(await signIn(visitor, 'officer.snp', password))).toBeDefined();
    await forgetFailures();
  });

  test('many names from one network wait together, known browsers apart', async () => {
    const known = house.anybody();
    expect(session(await signIn(known, 'head.ssc'))).toBeDefined();
    await owner().query(`insert into organisation.sign_in_attempt (key, failures) values ('address:127.0.0.1', 24)`);
    expect((await signIn(house.anybody(), 'somebody.else')).headers.location).toMatch(/state=wait/);
    expect((await signIn(house.anybody(), 'clerk.slk')).headers.location).toMatch(/state=wait/);
    expect(session(await signIn(known, 'head.ssc'))).toBeDefined();
    await forgetFailures();
  });

  test('numbers are settings', async () => {
    const admin = await house.as('admin');
    expect((await admin.post('/system/settings/number/organisation.sign-in-free-failures', { value: '๑' })).statusCode).toBe(303);
    const answers: string[] = [];
    for (let n = 0; n < 3; n += 1) answers.push(String((await signIn(house.anybody(), 'nobody.there', `x${n}`)).headers.location));
    expect(answers[1]).toBe('/sign-in?state=refused');
    expect(answers[2]).toMatch(/state=wait/);
    await admin.post('/system/settings/number/organisation.sign-in-free-failures', { value: '3' });
    await forgetFailures();
  });

  test('an address counts for its network', () => {
    expect(['203.0.113.7', '::ffff:203.0.113.7'].map(networkOf)).toEqual(['203.0.113.7', '203.0.113.7']);
    expect(['2001:db8:1:2:3:4:5:6', '2001:0db8:0001:0002::1', '2001:db8:1:2::'].map(networkOf)).toEqual(Array.from({ length: 3 }, () => '2001:db8:1:2::/64'));
    expect(['::1', 'fe80::1%eth0', '2001:db8::5:6:7:8'].map(networkOf)).toEqual(['0:0:0:0::/64', 'fe80:0:0:0::/64', '2001:db8:0:0::/64']);
  });
});

test('outside a demo a new browser is news, by mail too; the first of all and a known one are not', async () => {
  const services = { ...house.services, database: house.services.database, config: { ...house.services.config, demo: false } };
  const app = await createApp({ services, modules, identify: createIdentify(modules), paths: signInPaths, rateLimit: 0 });
  const id = await personOf('director-general');
  const news = async () => Number((await owner().query<{ n: string }>(`select count(*) as n from platform.notification where person_id = $1 and words ->> 'th' like 'มีการเข้าสู่ระบบด้วยบัญชีของท่านจากเครื่องใหม่%'`, [id])).rows[0]!.n);
  const from = async (browser: string) => {
    const body = new URLSearchParams({ _key: makeFormKey(house.formSecret(), browser), username: 'director-general', password: demoPassword });
    const answer = await app.inject({ method: 'POST', url: '/sign-in', cookies: { krom_browser: browser }, headers: { 'content-type': 'application/x-www-form-urlencoded', 'user-agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/140.0' }, payload: body.toString() });
    expect(session(answer)).toBeDefined();
    return news();
  };
  expect(await from('browser-at-the-desk-0001')).toBe(0);
  expect(await from('browser-at-the-desk-0001')).toBe(0);
  expect(await from('browser-of-a-stranger-01')).toBe(1);
  const { rows } = await owner().query<{ body: string }>(`select body from platform.mail where to_address = 'director-general@prd.example' order by created_at desc limit 1`);
  expect(rows[0]?.body).toContain('Firefox · Windows');
  await app.close();
});
