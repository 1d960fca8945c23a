import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';
import { demoPassword } from '../../demo/accounts.ts';

const house = useApp();
const newPassword = 'แมวดำนอนบนโต๊ะหนังสือ';

test('the account shows seats, acting, committees, sessions and rights', async () => {
  const acting = await house.as('acting.snp');
  const page = await acting.get('/account');
  expect(page.statusCode).toBe(200);
  for (const words of ['นางรุ่งเพชร จันทร์ประเสริฐ', 'รักษาราชการแทนผู้อำนวยการสำนักพัฒนานโยบายและแผน', 'คณะทำงานพิจารณากำหนดตัวชี้วัด', 'หัวหน้าหน่วยงาน', '/account/security', 'href="/account/notifications">ช่องทางรับแจ้งเตือน', 'href="/account/privacy">ข้อมูลของฉัน']) expect(page.body).toContain(words);
  expect((await acting.get('/account/security')).body).toContain('เครื่องนี้');
});

test('one session or all others are ended, never those of another person', async () => {
  const here = await house.as('head.kpr');
  const there = await house.as('head.kpr');
  const third = await house.as('head.kpr');
  const other = await house.as('deputy');
  const { rows } = await house.db.owner.query<{ id: number }>(`select s.id from organisation.session s join organisation.account a using (person_id) where a.login = 'head.kpr' order by s.id`);
  expect((await other.post(`/account/sessions/${rows[1]!.id}/end`)).statusCode).toBe(404);
  expect((await here.post(`/account/sessions/${rows[1]!.id}/end`)).statusCode).toBe(303);
  expect((await there.get('/account')).statusCode).toBe(303);
  expect((await third.get('/account')).statusCode).toBe(200);
  await here.post('/account/sessions/end-others');
  expect((await third.get('/account')).statusCode).toBe(303);
  expect((await here.get('/account')).statusCode).toBe(200);
});

test('a new password needs the old one, holds, and ends other sessions', async () => {
  const here = await house.as('officer.snp');
  const there = await house.as('officer.snp');
  const refused = await here.post('/account/password', { current: 'not it', password: newPassword, repeat: newPassword });
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toContain('รหัสผ่านปัจจุบันไม่ถูกต้อง');
  expect((await here.post('/account/password', { current: demoPassword, password: newPassword, repeat: 'อื่น' })).body).toContain('ไม่ตรงกัน');
  expect((await here.post('/account/password', { current: demoPassword, password: 'สั้น', repeat: 'สั้น' })).body).toContain('อย่างน้อย 10');
  const done = await here.post('/account/password', { current: demoPassword, password: newPassword, repeat: newPassword });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/account']);
  expect((await there.get('/account')).statusCode).toBe(303);
  expect((await here.get('/account')).statusCode).toBe(200);
  expect((await house.anybody().post('/sign-in', { username: 'officer.snp', password: demoPassword })).headers.location).toContain('refused');
});

test('a first password lets one do nothing but set another', async () => {
  const clerk = await house.as('clerk.ssc');
  await house.db.owner.query(`update organisation.account set must_change = true where login = 'clerk.ssc'`);
  expect((await clerk.get('/account')).headers.location).toBe('/account/password');
  const page = await clerk.get('/account/password');
  expect(page.body).toContain('ตั้งรหัสผ่านของท่านเอง');
  expect((await clerk.post('/account/password', { current: demoPassword, password: newPassword, repeat: newPassword })).headers.location).toBe('/');
  expect((await clerk.get('/account')).statusCode).toBe(200);
});

test('language and colours follow the person', async () => {
  const minutes = await house.as('minutes.kpr');
  expect((await minutes.post('/account/screen', { language: 'en', theme: 'dark' })).statusCode).toBe(303);
  const page = await minutes.get('/account');
  expect(page.body).toContain('My account');
  expect(page.body).toContain('data-theme="dark"');
});

test('an address that belongs to somebody else is refused in place', async () => {
  const head = await house.as('head.ssc');
  const answer = await head.post('/account/contact', { email: 'deputy@prd.example', phone: '' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('อีเมลนี้เป็นของบุคลากรอีกท่านหนึ่ง');
});

async function linkFor(username: string): Promise<string | undefined> {
  const answer = await house.anybody().post('/forgotten-password', { username });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/forgotten-password?sent=1']);
  const { rows } = await house.db.owner.query<{ body: string }>(`select body from platform.mail order by created_at desc limit 1`);
  return /\/reset-password\/[\w-]+/.exec(rows[0]?.body ?? '')?.[0];
}

test('a forgotten password: one mail, one use, half an hour, and silence about who exists', async () => {
  expect(await linkFor('nobody.here')).toBeUndefined();
  const link = (await linkFor('auditor'))!;
  expect((await house.anybody().get(link)).body).toContain('ตั้งรหัสผ่านใหม่');
  const done = await house.anybody().post(link, { password: newPassword, repeat: newPassword });
  expect([done.statusCode, done.headers.location]).toEqual([303, '/sign-in']);
  expect((await house.anybody().get(link)).body).toContain('ลิงก์นี้ใช้ไม่ได้แล้ว');
  expect((await house.anybody().post(link, { password: `${newPassword}2`, repeat: `${newPassword}2` })).statusCode).toBe(422);
  expect((await house.anybody().post('/sign-in', { username: 'auditor', password: newPassword })).headers.location).toBe('/');
  const late = (await linkFor('auditor'))!;
  await house.db.owner.query(`update organisation.password_reset set expires_at = now() - interval '1 second' where used_at is null`);
  expect((await house.anybody().get(late)).body).toContain('ลิงก์นี้ใช้ไม่ได้แล้ว');
  await linkFor('auditor');
  const before = (await house.db.owner.query('select 1 from platform.mail')).rowCount;
  await linkFor('auditor');
  expect((await house.db.owner.query('select 1 from platform.mail')).rowCount).toBe(before);
});
