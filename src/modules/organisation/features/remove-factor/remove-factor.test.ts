import { beforeAll, expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { newSecret, recoveryHash, sealSecret } from '../../sign-in/one-time-codes.ts';
import { demoPassword } from '../../demo/accounts.ts';

const house = useApp();
const owner = () => house.db.owner;
const personOf = async (login: string) => (await owner().query<{ id: number }>('select person_id as id from organisation.account where login = $1', [login])).rows[0]!.id;
const hasFactor = async (id: number) => (await owner().query('select 1 from organisation.totp where person_id = $1 and confirmed_at is not null', [id])).rowCount === 1;
const open = async (id: number) => (await owner().query<{ id: number }>('select id from organisation.factor_removal where person_id = $1 and outcome is null', [id])).rows[0]?.id;
const reason = 'โทรศัพท์หาย เจ้าของบัญชีมาแสดงบัตรประจำตัวด้วยตนเอง';

let first: Client;
let second: Client;
let target: number;

/** A factor as a finished set-up leaves it. */
async function giveFactor(login: string): Promise<number> {
  const id = await personOf(login);
  await owner().query('insert into organisation.totp (person_id, sealed_secret, confirmed_at) values ($1, $2, now()) on conflict (person_id) do nothing', [id, sealSecret(house.services, id, newSecret(), false)]);
  await owner().query('insert into organisation.recovery_code (person_id, code_hash) values ($1, $2) on conflict do nothing', [id, recoveryHash(id, 'abcd-efgh-jkmn-pqrs')]);
  return id;
}

/** Lets the legal clock of the database run so many hours ahead. */
const hoursAhead = (hours: number) => owner().query(`insert into platform.setting (name, value) values ('clock', jsonb_build_object('offset', $1::float8)) on conflict (name) do update set value = excluded.value`, [hours * 3_600_000]);

beforeAll(async () => {
  await owner().query(`insert into organisation.role_grant (person_id, role, valid_from, reason) values ($1, 'organisation-admin', '2003-10-01', 'test')`, [await personOf('clerk.slk')]);
  first = await house.as('admin');
  second = await house.as('clerk.slk');
});

async function start(login: string): Promise<{ id: number; address: string }> {
  const id = await giveFactor(login);
  const begun = await first.post(`/people/${id}/second-factor`, { reason });
  expect([begun.statusCode, begun.headers.location]).toEqual([303, `/people/${id}/second-factor`]);
  return { id, address: `/people/${id}/second-factor/${await open(id)}` };
}

test('only administrators come here; a reason is needed, and a factor to remove', async () => {
  target = await personOf('officer.snp');
  const staff = await house.as('deputy');
  expect((await staff.get(`/people/${target}/second-factor`)).statusCode).toBe(403);
  expect((await staff.post(`/people/${target}/second-factor`, { reason })).statusCode).toBe(403);
  const none = await first.post(`/people/${target}/second-factor`, { reason });
  expect([none.statusCode, none.body.includes('ยังไม่ได้เปิดใช้')]).toEqual([422, true]);
  await giveFactor('officer.snp');
  const short = await first.post(`/people/${target}/second-factor`, { reason: 'หาย' });
  expect([short.statusCode, short.body.includes('อย่างน้อย 10')]).toEqual([422, true]);
  expect((await first.get(`/people/${target}/account`)).body).toContain(`/people/${target}/second-factor`);
});

test('the one who asked cannot approve; the person is told, sees it and may stop it', async () => {
  const { id, address } = await start('officer.snp');
  const session = await owner().query<{ id: number }>(`insert into organisation.session (token_hash, person_id, expires_at) values (sha256('x'), $1, now() + interval '1 day') returning id`, [id]);
  expect((await first.get(`/people/${id}/second-factor`)).body).not.toContain(`${address}/approve`);
  const same = await first.post(`${address}/approve`);
  expect([same.statusCode, same.body.includes('ต้องเป็นคนละคน')]).toEqual([422, true]);
  const twice = await first.post(`/people/${id}/second-factor`, { reason });
  expect([twice.statusCode, twice.body.includes('รออนุมัติอยู่แล้ว')]).toEqual([422, true]);
  expect(await hasFactor(id)).toBe(true);
  const mail = await owner().query<{ body: string }>(`select body from platform.mail where to_address = 'officer.snp@prd.example' order by created_at desc limit 1`);
  expect(mail.rows[0]?.body).toContain(reason);
  // With the recovery code the person comes in, reads who asked and why, and stops it.
  const visitor = house.anybody();
  const step = await visitor.post('/sign-in', { username: 'officer.snp', password: demoPassword });
  visitor.cookies['krom_step'] = step.cookies.find((cookie) => cookie.name === 'krom_step')!.value;
  const inside = await visitor.post('/sign-in/code/recovery', { recovery: 'abcd-efgh-jkmn-pqrs' });
  const person = await house.signedIn(visitor, inside.cookies.find((cookie) => cookie.name === 'krom_session')!.value);
  const page = await person.get('/account/security');
  for (const words of ['มีคำขอยกเลิกการยืนยันขั้นที่สองของท่าน', reason]) expect(page.body).toContain(words);
  const stranger = await house.as('deputy');
  expect((await stranger.post(`/account/security/removals/${await open(id)}/stop`)).statusCode).toBe(404);
  expect((await person.post(`/account/security/removals/${await open(id)}/stop`)).statusCode).toBe(303);
  expect((await second.post(`${address}/approve`)).statusCode).toBe(422);
  expect(await hasFactor(id)).toBe(true);
  await owner().query('update organisation.session set ended_at = now() where id = $1', [session.rows[0]!.id]);
});

test('another administrator finds it in the inbox and approves: factor and sessions are gone, once', async () => {
  const { id, address } = await start('clerk.ssc');
  await owner().query(`insert into organisation.session (token_hash, person_id, expires_at) values (sha256('y'), $1, now() + interval '1 day')`, [id]);
  expect((await second.get('/')).body).toContain('ขอยกเลิกการยืนยันขั้นที่สองของ');
  expect((await first.get('/')).body).not.toContain('ขอยกเลิกการยืนยันขั้นที่สองของ');
  const key = second.key();
  const done = await second.post(`${address}/approve`, { _key: key });
  expect([done.statusCode, done.headers.location]).toEqual([303, `/people/${id}/second-factor`]);
  expect((await second.post(`${address}/approve`, { _key: key })).headers.location).toBe(done.headers.location);
  expect((await second.post(`${address}/approve`)).statusCode).toBe(422);
  expect(await hasFactor(id)).toBe(false);
  expect((await owner().query('select 1 from organisation.session where person_id = $1 and ended_at is null', [id])).rowCount).toBe(0);
  expect((await owner().query('select 1 from organisation.recovery_code where person_id = $1', [id])).rowCount).toBe(0);
  expect((await house.anybody().post('/sign-in', { username: 'clerk.ssc', password: demoPassword })).headers.location).toBe('/');
  const trail = await owner().query<{ action: string; actor: number }>(`select action, actor_id as actor from platform.audit where subject_id = $1 and action like 'organisation.factor-removal%' order by id`, [id]);
  expect(trail.rows).toEqual([{ action: 'organisation.factor-removal-started', actor: await personOf('admin') }, { action: 'organisation.factor-removal-approved', actor: await personOf('clerk.slk') }]);
});

test('nobody approves for himself, and an account of a system administrator takes system administrators', async () => {
  const own = await start('clerk.slk');
  // The session of the second administrator was opened before, without the code.
  const self = await second.post(`${own.address}/approve`);
  expect([self.statusCode, self.body.includes('ผู้ดูแลคนอื่น')]).toEqual([422, true]);
  expect((await first.post(`${own.address}/cancel`)).statusCode).toBe(303);
  await owner().query('delete from organisation.totp where person_id = $1', [own.id]);
  const admin = await giveFactor('admin');
  const refused = await second.post(`/people/${admin}/second-factor`, { reason });
  expect([refused.statusCode, refused.body.includes('บัญชีของผู้ดูแลระบบ')]).toEqual([422, true]);
  expect((await first.post(`/people/${admin}/second-factor`, { reason })).statusCode).toBe(422);
  await owner().query('delete from organisation.totp where person_id = $1', [admin]);
});

test('after a day it has expired; it is started anew, and may be called off', async () => {
  const { id, address } = await start('minutes.kpr');
  await hoursAhead(25);
  const late = await second.post(`${address}/approve`);
  expect([late.statusCode, late.body.includes('หมดอายุ')]).toEqual([422, true]);
  expect((await second.get('/')).body).not.toContain('ขอยกเลิกการยืนยันขั้นที่สองของ');
  expect(await hasFactor(id)).toBe(true);
  const again = await start('minutes.kpr');
  const states = await owner().query<{ outcome: string | null }>('select outcome from organisation.factor_removal where person_id = $1 order by id', [id]);
  expect(states.rows.map((row) => row.outcome)).toEqual(['expired', null]);
  expect((await second.post(`${again.address}/cancel`)).statusCode).toBe(303);
  expect((await second.post(`${again.address}/approve`)).statusCode).toBe(422);
  expect((await second.post(`/people/${id}/second-factor/999999/approve`)).statusCode).toBe(404);
  expect(await hasFactor(id)).toBe(true);
  await hoursAhead(0);
});

test('the database itself refuses one person in two roles, and a decision that is rewritten', async () => {
  const { id } = await start('head.ssc');
  const removal = await open(id);
  const set = (by: number) => owner().query(`update organisation.factor_removal set outcome = 'approved', decided_by = $2, decided_at = platform.legal_now() where id = $1`, [removal, by]);
  await expect(set(await personOf('admin'))).rejects.toMatchObject({ code: '23514' });
  await expect(set(id)).rejects.toMatchObject({ code: '23514' });
  await expect(owner().query('update organisation.factor_removal set started_by = $2 where id = $1', [removal, await personOf('deputy')])).rejects.toThrow(/never rewritten/);
  await expect(owner().query('delete from organisation.factor_removal where id = $1', [removal])).rejects.toThrow(/never rewritten/);
  await first.post(`/people/${id}/second-factor/${removal}/cancel`);
  await expect(set(await personOf('clerk.slk'))).rejects.toThrow(/never rewritten/);
});

test('a passkey alone is a factor too: it can be removed by two, and where the role asks for one the password alone opens nothing', async () => {
  const id = await personOf('clerk.snk');
  const address = `/people/${id}/second-factor`;
  await owner().query(`insert into organisation.passkey (person_id, user_handle, credential_id, public_key, counter, synced, name) values ($1, sha256('x'), 'credential-of-the-test', '\\x01', 0, true, 'กุญแจทดสอบ')`, [id]);
  await owner().query(`insert into platform.setting (name, value) values ('organisation.second-factor-roles', '["staff"]') on conflict (name) do update set value = excluded.value`);
  const visitor = house.anybody();
  const refused = await visitor.post('/sign-in', { username: 'clerk.snk', password: demoPassword });
  expect(refused.headers.location).toBe('/sign-in?state=passkey');
  expect(visitor.cookies['krom_session']).toBeUndefined();
  expect((await visitor.get('/sign-in?state=passkey')).body).toContain('บัญชีนี้ต้องเข้าด้วยพาสคีย์');
  await owner().query(`delete from platform.setting where name = 'organisation.second-factor-roles'`);
  expect((await first.post(address, { reason })).statusCode).toBe(303);
  expect((await second.post(`${address}/${await open(id)}/approve`)).statusCode).toBe(303);
  expect((await owner().query('select 1 from organisation.passkey where person_id = $1 and removed_at is null', [id])).rowCount).toBe(0);
});
