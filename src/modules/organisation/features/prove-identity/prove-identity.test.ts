/** Who adds or removes a way to sign in, or lets a program act, has shown within ten minutes who they are. */
import { beforeAll, expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { prove } from '../../../../../tests/support/prove.ts';
import { MovableClock } from '../../../../platform/clock.ts';
import { keepProof } from '../../sign-in/fresh-proof.ts';

const house = useApp();
/** Asks for a challenge as the page's script does. */
const challengeOf = (client: Client) => house.app.inject({ method: 'POST', url: `${passkeys}/challenge`, cookies: client.cookies, headers: { accept: 'application/json', 'sec-fetch-site': 'same-origin' } });
const address = '/account/security/prove';
const passkeys = '/account/security/passkeys';
const providers = '/account/security/providers';
const tokens = '/account/tokens';
let passkey: number;
let provider: number;
let identity: number;

const one = async (text: string, values: unknown[] = []): Promise<number> => Number(Object.values((await house.db.owner.query<Record<string, unknown>>(text, values)).rows[0] as object)[0]);
const token = { name: 'จอหน้าห้อง', scopes: 'desk:read', expiresOn: '31 ธ.ค. 2563' };
/** Everything that asks for the proof, with the page to come back to. */
const acts = (): { path: string; fields: Record<string, string>; back: string }[] => [
  { path: passkeys, fields: { name: 'โทรศัพท์', ceremony: '', response: '{}' }, back: passkeys },
  { path: `${passkeys}/${passkey}/remove`, fields: {}, back: `${passkeys}/${passkey}` },
  { path: `${providers}/${provider}/link`, fields: {}, back: providers },
  { path: `${providers}/${identity}/unlink`, fields: {}, back: `${providers}/${identity}` },
  { path: tokens, fields: token, back: tokens },
];
/** What those acts change: passkeys, links and tokens in use, and journeys begun. */
const standing = async () => (await house.db.owner.query(`select (select count(*)::int from organisation.passkey where removed_at is null) as passkeys,
  (select count(*)::int from organisation.identity where removed_at is null) as links, (select count(*)::int from organisation.api_token) as tokens,
  (select count(*)::int from platform.audit where action = 'organisation.provider-asked') as journeys`)).rows[0] as object;

async function refused(client: Client): Promise<void> {
  const before = await standing();
  for (const { path, fields, back } of acts()) {
    const answer = await client.post(path, fields);
    expect([path, answer.statusCode, answer.headers.location]).toEqual([path, 303, `${address}?${new URLSearchParams({ next: back }).toString()}`]);
    expect(answer.cookies.find(({ name }) => name === 'krom_provider')).toBeUndefined();
  }
  expect(await standing()).toEqual(before);
}

beforeAll(async () => {
  const person = await one("select person_id from organisation.account where login = 'head.kpr'");
  passkey = await one("insert into organisation.passkey (person_id, user_handle, credential_id, public_key, counter, synced, name) values ($1, decode(repeat('ab', 32), 'hex'), 'credential-of-the-test', 'x', 0, false, 'เครื่องที่ทำงาน') returning id", [person]);
  const admin = await house.as('admin');
  const add = async (issuer: string) => Number(/\d+$/.exec(String((await admin.post('/system/sign-in-providers/new', {
    labelTh: 'ระบบบัญชีกรม', labelEn: 'Own accounts', issuer, clientId: 'krom', clientSecret: 'secret', authentication: 'client_secret_basic', scopes: 'openid email', matchBy: 'email', matchClaim: 'email', sortOrder: '10', active: '1',
  })).headers.location))?.[0]);
  const linked = await add('https://id.example');
  provider = await add('https://other.example');
  identity = await one("insert into organisation.identity (provider_id, person_id, issuer, subject, linked_by) values ($1, $2, 'https://id.example', 'subject-1', 'person') returning id", [linked, person]);
});

test('without the proof nothing changes: the person is led to it, the pages say so, the trail too', async () => {
  const head = await house.as('head.kpr');
  await refused(head);
  for (const { back } of acts()) {
    const page = (await head.get(back)).body;
    expect(page).toContain(`${address}?next=${encodeURIComponent(back)}`);
    expect(page).not.toContain('data-passkey="register"');
  }
  const challenge = await challengeOf(head);
  expect(challenge.statusCode).toBe(422);
  expect(challenge.body).not.toContain('"challenge":');
  expect(await one("select count(*) from platform.audit where action = 'organisation.identity-refused' and detail->>'state' = 'no-proof'")).toBe(acts().length);
});

test('a wrong password proves nothing and is counted; an address of others is never gone to', async () => {
  const head = await house.as('head.kpr');
  const wrong = await head.post(address, { password: 'ไม่ใช่รหัสผ่านนี้', next: passkeys });
  expect(wrong.headers.location).toBe(`${address}?next=${encodeURIComponent(passkeys)}&state=wrong`);
  expect(wrong.cookies.find(({ name }) => name === 'krom_proof')).toBeUndefined();
  expect((await head.get(String(wrong.headers.location))).body).toContain('ข้อมูลยืนยันตัวไม่ถูกต้อง');
  await refused(head);
  expect((await head.post(address, { password: '', next: tokens })).body).toContain(`value="${tokens}"`);
  const clerk = await house.as('clerk.kpr');
  const states = [];
  for (let i = 0; i < 5; i++) states.push(/state=(\w+)/.exec(String((await clerk.post(address, { password: 'ไม่ใช่' })).headers.location))?.[1]);
  expect(states).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wait']);
  const away = await (await house.as('deputy')).post(address, { password: 'krom-demo', next: '//evil.example' });
  expect(String(away.headers.location)).not.toContain('evil');
});

test('the right password is a proof for ten minutes, in its own session', async () => {
  const head = await house.as('head.kpr');
  await prove(head);
  const session = String(await one('select max(id) from organisation.session'));
  const other = await house.as('head.kpr');
  other.cookies['krom_proof'] = head.cookies['krom_proof']!;
  await refused(other);
  const forged = await house.as('head.kpr');
  forged.cookies['krom_proof'] = 'AAAA';
  await refused(forged);
  const proofOf = (minutes: number) => keepProof({ ...house.services, clock: new MovableClock(0, () => Date.now() - minutes * 60_000) }, { sessionId: session }).value;
  const later = await house.signedIn(head, head.cookies['krom_session']!);
  later.cookies['krom_proof'] = proofOf(10.1);
  await refused(later);
  later.cookies['krom_proof'] = proofOf(9.9);
  expect((await later.get(tokens)).body).toContain('name="scopes"');
  expect((await head.get(passkeys)).body).toContain('data-passkey="register"');
  expect((await challengeOf(head)).statusCode).toBe(200);
  // A passkey itself needs a browser: the answer that is no answer is now judged.
  expect((await head.post(passkeys, { name: 'โทรศัพท์', ceremony: '', response: '{}' })).statusCode).toBe(422);
  expect((await head.post(tokens, token)).headers.location).toBe(tokens);
  expect((await head.post(`${providers}/${identity}/unlink`)).headers.location).toBe(providers);
  expect((await head.post(`${passkeys}/${passkey}/remove`)).headers.location).toBe(passkeys);
  expect(await standing()).toMatchObject({ passkeys: 0, links: 0, tokens: 1 });
});
