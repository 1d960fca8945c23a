import { beforeAll, expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { prove } from '../../../../../tests/support/prove.ts';
import { useIdentityProvider, visitProvider } from '../../../../../tests/support/identity-provider.ts';

const house = useApp();
/** This one tells everything in the ID token itself. */
const standIn = useIdentityProvider({ idTokenClaims: true });
let provider: number;
const links = '/account/security/providers';

beforeAll(async () => {
  const answer = await (await house.as('admin')).post('/system/sign-in-providers/new', {
    labelTh: 'ระบบบัญชีกรม', labelEn: 'Own accounts', issuer: standIn().issuer, clientId: standIn().clientId, clientSecret: standIn().clientSecret, authentication: 'client_secret_post',
    scopes: 'openid email', matchBy: 'email', matchClaim: 'email', sortOrder: '10', active: '1',
  });
  provider = Number(/\d+$/.exec(String(answer.headers.location))?.[0]);
  standIn().redirectUris = [`${house.services.config.origin}/sign-in/with/${provider}/answer`];
});

const keep = (client: Client, answer: { cookies: { name: string; value: string }[] }) => {
  for (const { name, value } of answer.cookies) client.cookies[name] = value;
};

/** Goes to the provider by a form of the house and comes back. */
async function journey(client: Client, action: string, sub: string, claims: Record<string, unknown>) {
  standIn().account = { sub, claims };
  keep(client, await client.post(action, { next: '' }));
  const address = /href="([^"]+)" data-turbo="false" data-go/.exec((await client.get('/sign-in/leave')).body)![1]!.replaceAll('&amp;', '&');
  const back = await visitProvider(address, house.services.config.origin);
  const answer = await client.post(back.pathname, Object.fromEntries(back.searchParams));
  keep(client, answer);
  return answer;
}
const signIn = async (sub: string, claims: Record<string, unknown> = {}) => String((await journey(house.anybody(), `/sign-in/with/${provider}`, sub, claims)).headers.location);
const link = async (client: Client, sub: string) => journey(await prove(client), `${links}/${provider}/link`, sub, {});
const identityOf = async (client: Client) => /\/account\/security\/providers\/(\d+)"/.exec((await client.get(links)).body)?.[1];

test('a person links an account that no claim would find, signs in with it, and is told', async () => {
  const head = await house.as('head.kpr');
  expect((await head.get(links)).body).toContain('ยังไม่ผูก');
  expect((await link(head, 'private-1')).headers.location).toBe(links);
  expect((await head.get(links)).body).toContain('ผูกแล้วเมื่อ');
  expect(await signIn('private-1')).toBe('/');
  const { rows } = await house.db.owner.query<{ words: { th: string } }>(`select n.words from platform.notification n join organisation.account a on a.person_id = n.person_id where a.login = 'head.kpr' order by n.id desc limit 1`);
  expect(rows[0]?.words.th).toContain('มีการผูกบัญชี ระบบบัญชีกรม');
});

test('an account belongs to one person, and a person has one at a provider', async () => {
  expect((await link(await house.as('deputy'), 'private-1')).headers.location).toBe(`${links}?with=${provider}&trouble=taken`);
  const head = await house.as('head.kpr');
  expect((await link(head, 'private-2')).headers.location).toContain('trouble=taken');
  expect((await head.get(`${links}?with=${provider}&trouble=taken`)).body).toContain('ผูกไว้กับบุคลากรแล้ว');
});

test('a journey to link is finished by the person who began it, not by the next at the same browser', async () => {
  const auditor = await prove(await house.as('auditor'));
  standIn().account = { sub: 'private-3', claims: {} };
  keep(auditor, await auditor.post(`${links}/${provider}/link`));
  const deputy = await house.as('deputy');
  deputy.cookies['krom_provider'] = auditor.cookies['krom_provider']!;
  expect((await deputy.get('/sign-in/leave')).body).toContain('เริ่มใหม่อีกครั้ง');
  expect((await house.anybody().post(`${links}/${provider}/link`)).headers.location).toContain('/sign-in');
});

test('an unlinked account signs nobody in, also not by its claim, until the person links it again', async () => {
  const { rows } = await house.db.owner.query<{ email: string }>(`select p.email from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'clerk.ssc'`);
  const claims = { email: rows[0]!.email, email_verified: true };
  expect(await signIn('public-1', claims)).toBe('/');
  const clerk = await house.as('clerk.ssc');
  const id = await identityOf(clerk);
  expect((await clerk.get(`${links}/${id}`)).body).toContain('ยังเข้าสู่ระบบด้วยรหัสผ่านได้');
  expect((await (await prove(await house.as('deputy'))).post(`${links}/${id}/unlink`)).statusCode).toBe(404);
  expect((await (await prove(clerk)).post(`${links}/${id}/unlink`)).headers.location).toBe(links);
  expect(await signIn('public-1', claims)).toContain('trouble=unlinked');
  expect((await link(clerk, 'public-1')).headers.location).toBe(links);
  expect(await signIn('public-1', claims)).toBe('/');
  const acts = await house.db.owner.query<{ action: string }>(`select action from platform.audit where action in ('organisation.identity-linked', 'organisation.identity-unlinked') and subject_id = (select person_id from organisation.account where login = 'clerk.ssc') order by id`);
  expect(acts.rows.map(({ action }) => action)).toEqual(['organisation.identity-linked', 'organisation.identity-unlinked', 'organisation.identity-linked']);
});

test('who signs in at a provider and knows no password makes a token while that sign-in is fresh, and signs in again after', async () => {
  const { rows } = await house.db.owner.query<{ email: string }>(`select p.email from organisation.person p join organisation.account a on a.person_id = p.id where a.login = 'officer.snp'`);
  const signInAgain = async () => {
    const visitor = house.anybody();
    const answer = await journey(visitor, `/sign-in/with/${provider}`, 'no-password', { email: rows[0]!.email, email_verified: true });
    return house.signedIn(visitor, answer.cookies.find(({ name }) => name === 'krom_session')!.value);
  };
  const make = (client: Client) => client.post('/account/tokens', { name: 'จอหน้าห้อง', scopes: 'desk:read', expiresOn: '31 ธ.ค. 2563' });
  const fresh = await signInAgain();
  expect((await fresh.get('/account/tokens')).body).toContain('ชื่อโทเคน');
  expect((await make(fresh)).headers.location).toBe('/account/tokens');
  await house.db.owner.query("update organisation.sign_in_history set at = at - interval '11 minutes' where method = 'oidc'");
  const page = await fresh.get('/account/tokens');
  expect(page.body).not.toContain('name="scopes"');
  expect((await make(fresh)).headers.location).toContain('/account/security/prove');
  expect((await fresh.get('/account/security/prove?next=/account/tokens')).body).toContain('เข้าสู่ระบบด้วย ระบบบัญชีกรม');
  expect((await make(await signInAgain())).headers.location).toBe('/account/tokens');
  const made = await house.db.owner.query(`select 1 from organisation.api_token t join organisation.account a using (person_id) where a.login = 'officer.snp'`);
  expect(made.rowCount).toBe(2);
});
