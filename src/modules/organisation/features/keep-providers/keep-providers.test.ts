import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';
import { useIdentityProvider } from '../../../../../tests/support/identity-provider.ts';

const house = useApp();
const standIn = useIdentityProvider();
const list = '/system/sign-in-providers';
const usual = {
  labelTh: 'ThaID', labelEn: 'ThaID', issuer: 'https://provider.example', clientId: 'krom', clientSecret: 'a secret nobody reads again', authentication: 'client_secret_basic',
  scopes: 'openid pid', matchBy: 'national-id', matchClaim: 'pid', sortOrder: '10', active: '1',
};

test('only a system administrator sets providers up', async () => {
  expect((await (await house.as('head.kpr')).get(list)).statusCode).toBe(403);
  expect((await (await house.as('head.kpr')).post(`${list}/new`, usual)).statusCode).toBe(403);
  expect((await (await house.as('admin')).get(list)).body).toContain('ยังไม่มีผู้ให้บริการ');
});

test('what cannot work is refused in place', async () => {
  const admin = await house.as('admin');
  for (const [wrong, words] of [
    [{ issuer: 'http://provider.example' }, 'ต้องเริ่มด้วย https://'],
    [{ issuer: 'https://provider.example/?a=1' }, 'ต้องเริ่มด้วย https://'],
    [{ issuer: 'http://127.0.0.1.provider.example' }, 'ต้องเริ่มด้วย https://'],
    [{ issuer: 'provider.example' }, 'ต้องเริ่มด้วย https://'],
    [{ scopes: 'pid' }, 'ต้องมี openid อยู่ด้วย'],
    [{ matchClaim: 'pid or email' }, 'ใช้ได้เฉพาะ a–z'],
    [{ clientSecret: '' }, 'กรุณากรอกรหัสลับของไคลเอนต์'],
  ] as const) {
    const answer = await admin.post(`${list}/new`, { ...usual, ...wrong });
    expect([answer.statusCode, answer.body.includes(words)], JSON.stringify(wrong)).toEqual([422, true]);
    expect(answer.body).not.toContain('a secret nobody reads again');
  }
});

test('the secret is sealed, never shown, kept when nothing is typed, and in no trail', async () => {
  const admin = await house.as('admin');
  const page = String((await admin.post(`${list}/new`, usual)).headers.location);
  const secret = async () => (await house.db.owner.query<{ client_secret: string }>('select client_secret from organisation.identity_provider order by id desc limit 1')).rows[0]!.client_secret;
  const sealed = await secret();
  expect(sealed).not.toContain('nobody reads');
  expect((await admin.post(page, { ...usual, clientSecret: '', labelTh: 'ไทยดี' })).statusCode).toBe(303);
  expect(await secret()).toBe(sealed);
  const shown = await admin.get(page);
  expect(shown.body).toContain('value="ไทยดี"');
  expect(shown.body).toContain(`${house.services.config.origin}/sign-in/with/${/\d+$/.exec(page)![0]}/answer`);
  expect(shown.body + (await admin.get(list)).body).not.toContain('nobody reads');
  expect((await admin.post(page, { ...usual, clientSecret: 'another one' })).statusCode).toBe(303);
  expect(await secret()).not.toBe(sealed);
  const trail = await house.db.owner.query<{ all: string }>("select row_to_json(a)::text as all from platform.audit a where action like 'organisation.provider-%'");
  expect(trail.rows.length).toBe(3);
  expect(trail.rows.filter((row) => /nobody reads|another one/.test(row.all))).toEqual([]);
});

test('an issuer to which people are linked stays', async () => {
  const admin = await house.as('admin');
  const page = String((await admin.post(`${list}/new`, usual)).headers.location);
  await house.db.owner.query("insert into organisation.identity (provider_id, person_id, issuer, subject, linked_by) select $1, person_id, 'https://provider.example', 's', 'claim' from organisation.account where login = 'deputy'", [Number(/\d+$/.exec(page)![0])]);
  const answer = await admin.post(page, { ...usual, issuer: 'https://other.example' });
  expect([answer.statusCode, answer.body.includes('เปลี่ยนไม่ได้')]).toEqual([422, true]);
});

test('the connection is tried: right, wrong issuer, nobody there', async () => {
  const admin = await house.as('admin');
  const add = async (issuer: string) => String((await admin.post(`${list}/new`, { ...usual, issuer })).headers.location);
  const right = await add(standIn().issuer);
  const good = await admin.post(`${right}/check`);
  expect([good.statusCode, good.headers.location]).toEqual([303, right]);
  expect(decodeURIComponent(good.cookies.find(({ name }) => name === 'krom_flash')!.value)).toContain(`${standIn().issuer}/auth`);
  const wrong = await admin.post(`${await add(`${standIn().issuer}/elsewhere`)}/check`);
  expect([wrong.statusCode, wrong.body.includes('ไม่ใช่ผู้ให้บริการ OpenID Connect')]).toEqual([422, true]);
  await standIn().stop();
  const away = await admin.post(`${right}/check`);
  await standIn().start();
  expect([away.statusCode, away.body.includes('ติดต่อที่อยู่นี้ไม่ได้')]).toEqual([422, true]);
});
