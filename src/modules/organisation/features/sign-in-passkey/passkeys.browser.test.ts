/** Passkeys with an authenticator in a real browser, and the way to a provider and back as a person walks it. */
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoPassword } from '../../index.ts';
import { noBrowser, useBrowser, type Desk } from '../../../../../tests/support/browser.ts';
import { useIdentityProvider } from '../../../../../tests/support/identity-provider.ts';
import { useLive } from '../../../../../tests/support/live.ts';
import { desktop, faultsOf, phone } from '../../../../../tests/support/page-check.ts';

const account = '/account/security/passkeys';

interface Authenticator {
  readonly session: CDPSession;
  readonly id: string;
}

/** A device with a lock that knows its user. */
async function authenticatorFor(desk: Desk, knowsUser = true): Promise<Authenticator> {
  const session = await desk.context.newCDPSession(desk.page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: knowsUser, automaticPresenceSimulation: true },
  });
  return { session, id: authenticatorId };
}

describe.skipIf(noBrowser)('passkeys', () => {
  const house = useLive({}, 'localhost');
  const standIn = useIdentityProvider();
  const browsers = useBrowser();
  let desk: Desk;
  let device: Authenticator;
  beforeAll(async () => {
    desk = await browsers.open(house.origin);
    device = await authenticatorFor(desk);
  });
  afterAll(() => desk.close());

  const signOut = async () => {
    await desk.context.clearCookies({ name: 'krom_session' });
    await desk.go('/sign-in');
  };
  const usePasskey = () => desk.thing('ใช้พาสคีย์').click();
  const passkeyOf = async (login: string) => (await house.owner.query<{ id: number; name: string; counter: string; used: Date | null }>(
    'select k.id, k.name, k.counter, k.last_used_at as used from organisation.passkey k join organisation.account a using (person_id) where a.login = $1 and k.removed_at is null order by k.id', [login])).rows;

  test('a person adds a passkey, signs in with it without a name, renames it', async () => {
    await desk.signIn('head.kpr');
    await desk.go(account);
    await desk.see('ท่านยังไม่มีพาสคีย์');
    await desk.press('ยืนยันตัวตนก่อน');
    await desk.fill('รหัสผ่านปัจจุบัน', demoPassword);
    await desk.press('ยืนยัน');
    await desk.see('ยืนยันตัวตนแล้ว');
    await desk.fill('ชื่อของพาสคีย์', 'โทรศัพท์ของฉัน');
    await desk.press('เพิ่มพาสคีย์');
    await desk.see('เพิ่มพาสคีย์ “โทรศัพท์ของฉัน” แล้ว');
    expect((await passkeyOf('head.kpr')).map(({ name }) => name)).toEqual(['โทรศัพท์ของฉัน']);
    await signOut();
    await desk.leads(usePasskey);
    await desk.until('the start', async () => desk.address === '/');
    expect((await passkeyOf('head.kpr'))[0]?.used).toBeInstanceOf(Date);
    const { rows } = await house.owner.query<{ detail: object }>("select detail from platform.audit where action = 'organisation.signed-in' order by id desc limit 1");
    expect(rows[0]?.detail).toMatchObject({ method: 'passkey', passkeyName: 'โทรศัพท์ของฉัน' });
    await desk.go(account);
    await desk.press(/เปลี่ยนชื่อหรือลบ/);
    await desk.fill('ชื่อของพาสคีย์', 'เครื่องที่ทำงาน');
    await desk.press('บันทึกชื่อ');
    await desk.see('เครื่องที่ทำงาน');
    expect(desk.complaints).toEqual([]);
  });

  test('the same device makes no second one, and says so', async () => {
    await desk.go(account);
    await desk.thing('เพิ่มพาสคีย์').click();
    await desk.see('มีพาสคีย์ของท่านอยู่แล้ว');
    expect((await passkeyOf('head.kpr')).length).toBe(1);
  });

  test('a passkey whose count goes back is refused; the page and its owner are told', async () => {
    await house.owner.query("update organisation.passkey set counter = 1000 where name = 'เครื่องที่ทำงาน'");
    await signOut();
    await desk.leads(usePasskey);
    await desk.see('ไม่รับพาสคีย์นี้ เพราะอาจมีผู้ทำสำเนา', 'ลืมรหัสผ่าน');
    // Timers of the living house may tell the same person other news meanwhile.
    const { rows } = await house.owner.query("select 1 from platform.notification n join organisation.account a using (person_id) where a.login = 'head.kpr' and n.words ->> 'th' like '%ตัวนับถอยหลัง%'");
    expect(rows.length).toBe(1);
    await house.owner.query("update organisation.passkey set counter = 0 where name = 'เครื่องที่ทำงาน'");
  });

  test('a device that does not know its user signs nobody in', async () => {
    await device.session.send('WebAuthn.setUserVerified', { authenticatorId: device.id, isUserVerified: false });
    await signOut();
    await usePasskey();
    await desk.see('ยังไม่ได้เข้าสู่ระบบ');
    expect((await desk.context.cookies()).some(({ name }) => name === 'krom_session')).toBe(false);
    await device.session.send('WebAuthn.setUserVerified', { authenticatorId: device.id, isUserVerified: true });
  });

  test('an answer is taken once, from its own browser, within five minutes', async () => {
    await signOut();
    // The form is caught on its way, so that its answer can be sent again.
    let sent = '';
    await desk.page.route('**/sign-in/passkey', async (route) => {
      sent = route.request().postData() ?? '';
      await route.continue();
    });
    await desk.leads(usePasskey);
    await desk.until('the start', async () => desk.address === '/');
    await desk.page.unroute('**/sign-in/passkey');
    const again = async (context = desk.context) => {
      const page = await (await context.request.get(`${house.origin}/sign-in`)).text();
      const form = page.slice(page.indexOf('action="/sign-in/passkey"'));
      const fresh = new URLSearchParams(sent);
      fresh.set('_key', /name="_key" value="([^"]+)"/.exec(form)![1]!);
      const answer = await context.request.post(`${house.origin}/sign-in/passkey`, { data: fresh.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' }, maxRedirects: 0 });
      return answer.headers()['location'];
    };
    await desk.context.clearCookies({ name: 'krom_session' });
    expect(await again()).toBe('/sign-in?passkey=late');
    const stranger = await browsers.open(house.origin);
    await stranger.go('/sign-in');
    expect(await again(stranger.context)).toBe('/sign-in?passkey=refused');
    await stranger.close();
    await signOut();
    sent = '';
    await desk.page.route('**/sign-in/passkey', async (route) => {
      sent = route.request().postData() ?? '';
      await route.abort();
    });
    await usePasskey();
    await desk.until('the answer', async () => sent !== '');
    await desk.page.unroute('**/sign-in/passkey');
    const real = Date.now;
    Date.now = () => real() + 6 * 60_000;
    try {
      expect(await again()).toBe('/sign-in?passkey=late');
    } finally {
      Date.now = real;
    }
    // In time the very same answer is right.
    expect(await again()).toBe('/');
  });

  test('removing the last one says what is left, and then it signs nobody in', async () => {
    await signOut();
    await desk.leads(usePasskey);
    await desk.until('the start', async () => desk.address === '/');
    await desk.go(account);
    await desk.press(/เปลี่ยนชื่อหรือลบ/);
    await desk.see('พาสคีย์ดอกสุดท้าย', 'ด้วยรหัสผ่านเท่านั้น');
    await desk.press('ลบพาสคีย์');
    await desk.see('ท่านยังไม่มีพาสคีย์');
    await signOut();
    await desk.leads(usePasskey);
    await desk.see('เข้าสู่ระบบด้วยพาสคีย์นี้ไม่ได้');
  });

  test('without scripts the pages say that a passkey needs one, and the password works', async () => {
    const plain = await browsers.open(house.origin, { js: false });
    await plain.signIn('clerk.kpr');
    await plain.go(account);
    await plain.see('การเพิ่มพาสคีย์ต้องใช้ JavaScript');
    await plain.context.clearCookies({ name: 'krom_session' });
    await plain.go('/sign-in');
    await plain.see('พาสคีย์ต้องใช้ JavaScript', 'ชื่อผู้ใช้หรืออีเมล');
    await plain.close();
  });

  test.each([true, false])('the way to a provider and back, with scripts: %s', async (js) => {
    const admin = await browsers.open(house.origin);
    if (js) {
      await admin.signIn('admin');
      await admin.go('/system/sign-in-providers/new');
      for (const [label, text] of [['ชื่อบนปุ่ม (ไทย)', 'ระบบบัญชีกรม'], ['ชื่อบนปุ่ม (อังกฤษ)', 'Own accounts'], ['ที่อยู่ผู้ให้บริการ (issuer)', standIn().issuer], ['Client ID', standIn().clientId], ['รหัสลับของไคลเอนต์ (client secret)', standIn().clientSecret], ['ข้อมูลที่ขอ (scopes)', 'openid email'], ['ชื่อข้อมูล (claim) ที่ใช้หา', 'email']] as const) await admin.fill(label, text);
      await admin.page.getByLabel('อีเมลที่ผู้ให้บริการยืนยันแล้ว').check();
      await admin.page.getByLabel('แสดงปุ่มบนหน้าเข้าสู่ระบบ').check();
      await admin.press('บันทึก');
      await admin.see('เพิ่มผู้ให้บริการแล้ว');
      standIn().redirectUris = [`${house.origin}/sign-in/with/${/\d+$/.exec(admin.address)![0]}/answer`];
      await admin.press('ทดสอบ');
      await admin.see('ติดต่อได้');
    }
    await admin.close();
    standIn().account = { sub: 'walker', claims: { email: 'auditor@prd.example', email_verified: true } };
    const visitor = await browsers.open(house.origin, { js });
    await visitor.go('/sign-in?next=/units');
    await visitor.thing('เข้าสู่ระบบด้วย ระบบบัญชีกรม').click();
    if (!js) {
      await visitor.press('ไปที่ ระบบบัญชีกรม');
      await visitor.press('ดำเนินการต่อ');
    }
    await visitor.until('the page that was wanted', async () => visitor.address === '/units');
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  test('the pages are whole on a desk and on a phone, by day and by night', async () => {
    const shown = await browsers.open(house.origin);
    const faults: string[] = [];
    const look = async (address: string) => {
      await shown.go(address);
      for (const one of [desktop, phone]) faults.push(...(await faultsOf(shown.page, one)).map((fault) => `${address} ${fault}`));
    };
    for (const address of ['/sign-in', '/sign-in?with=1&trouble=nobody', '/sign-in?passkey=counter', '/sign-in/leave']) await look(address);
    await shown.signIn('admin');
    const person = (await house.owner.query<{ id: number }>("select person_id as id from organisation.account where login = 'deputy'")).rows[0]!.id;
    for (const address of [account, '/account/security/providers', '/system/sign-in-providers', '/system/sign-in-providers/new', '/system/sign-in-providers/1', `/people/${person}/national-id`]) await look(address);
    expect(faults).toEqual([]);
    await shown.close();
  });
});
