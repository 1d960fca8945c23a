import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { useIdentityProvider, visitProvider, type Account } from '../../../../../tests/support/identity-provider.ts';
import { checkDigit } from '../../../../thai/index.ts';

const house = useApp();
const standIn = useIdentityProvider();
const pid = '1234567890121';
let byMail: number;
let byNumber: number;

const personOf = async (login: string): Promise<{ id: number; email: string }> =>
  (await house.db.owner.query<{ id: number; email: string }>('select p.id, p.email from organisation.person p join organisation.account a on a.person_id = p.id where a.login = $1', [login])).rows[0]!;

async function addProvider(admin: Client, fields: Record<string, string>): Promise<number> {
  const answer = await admin.post('/system/sign-in-providers/new', {
    issuer: standIn().issuer, clientId: standIn().clientId, clientSecret: standIn().clientSecret, authentication: 'client_secret_basic', sortOrder: '10', active: '1', ...fields,
  });
  expect([answer.statusCode, answer.statusCode === 303 ? '' : answer.body]).toEqual([303, '']);
  return Number(/\d+$/.exec(String(answer.headers.location))?.[0]);
}

beforeAll(async () => {
  const admin = await house.as('admin');
  byNumber = await addProvider(admin, { labelTh: 'บัตรทดลอง', labelEn: 'Test card', scopes: 'openid pid', matchBy: 'national-id', matchClaim: 'pid', strongValues: 'mfa urn:example:two' });
  byMail = await addProvider(admin, { labelTh: 'ระบบบัญชีกรม', labelEn: 'Own accounts', scopes: 'openid email', matchBy: 'email', matchClaim: 'email', sortOrder: '20' });
  standIn().redirectUris = [byNumber, byMail].map((id) => `${house.services.config.origin}/sign-in/with/${id}/answer`);
  const { id } = await personOf('head.kpr');
  expect((await admin.post(`/people/${id}/national-id`, { nationalId: '1-2345-67890-12-1' })).statusCode).toBe(303);
});
beforeEach(() => {
  standIn().account = undefined;
  standIn().hang = false;
});

const keep = (client: Client, answer: { cookies: { name: string; value: string }[] }) => {
  for (const { name, value } of answer.cookies) {
    if (value === '') delete client.cookies[name];
    else client.cookies[name] = value;
  }
};

/** Presses the button of a provider and reads where the browser is sent. */
async function depart(client: Client, id: number, action = `/sign-in/with/${id}`, next = '/units'): Promise<string> {
  const answer = await client.post(action, { next });
  expect([answer.statusCode, answer.headers.location]).toEqual([303, '/sign-in/leave']);
  keep(client, answer);
  const page = await client.get('/sign-in/leave');
  return /href="([^"]+)" data-turbo="false" data-go/.exec(page.body)![1]!.replaceAll('&amp;', '&');
}

/** Comes back to the house and sends the form of that page. */
async function come(client: Client, back: URL) {
  const page = await client.get(back.pathname + back.search);
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('<div data-go>');
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const answer = await client.post(back.pathname, { code: field('code'), state: field('state'), iss: field('iss'), error: field('error') });
  keep(client, answer);
  return answer;
}

async function signInAt(id: number, account: Account | undefined, client = house.anybody()) {
  standIn().account = account;
  const back = await visitProvider(await depart(client, id), house.services.config.origin);
  return { client, answer: await come(client, back), back };
}

const troubleIn = (answer: { headers: { location?: unknown } }) => new URL(String(answer.headers.location), 'http://x').searchParams.get('trouble');
const lastAudit = async (action: string) => (await house.db.owner.query<{ subject_id: number; detail: Record<string, unknown> }>('select subject_id, detail from platform.audit where action = $1 order by id desc limit 1', [action])).rows[0];
const who = async (client: Client) => ((await client.get('/account')).statusCode === 200 ? (await lastAudit('organisation.signed-in'))?.subject_id : undefined);

describe('signing in', () => {
  test('the page offers each provider that is in use, below the password', async () => {
    const { body } = await house.anybody().get('/sign-in?next=/units');
    expect(body.indexOf('เข้าสู่ระบบด้วย บัตรทดลอง')).toBeGreaterThan(body.indexOf('name="password"'));
    expect(body.indexOf('เข้าสู่ระบบด้วย ระบบบัญชีกรม')).toBeGreaterThan(body.indexOf('เข้าสู่ระบบด้วย บัตรทดลอง'));
  });

  test('by the national ID: asked with PKCE, state and nonce, found once, remembered by subject', async () => {
    const visitor = house.anybody();
    const address = new URL(await depart(visitor, byNumber));
    expect(Object.fromEntries(address.searchParams)).toMatchObject({ client_id: 'krom-test', response_type: 'code', scope: 'openid pid', code_challenge_method: 'S256' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(address.searchParams.get(name)?.length, name).toBeGreaterThan(40);
    const { client, answer } = await signInAt(byNumber, { sub: 'card-1', claims: { pid }, amr: ['pin', 'mfa'] });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/units']);
    expect(await who(client)).toBe((await personOf('head.kpr')).id);
    expect(await lastAudit('organisation.signed-in')).toMatchObject({ detail: { method: 'oidc', provider: byNumber, strong: true } });
    expect(await lastAudit('organisation.identity-linked')).toMatchObject({ detail: { by: 'national-id', provider: byNumber } });
    expect(client.cookies['krom_provider']).toBeUndefined();
    // Later without the claim, as the same subject.
    const later = await signInAt(byNumber, { sub: 'card-1', claims: {}, amr: ['pwd'] });
    expect(later.answer.headers.location).toBe('/units');
    expect((await lastAudit('organisation.signed-in'))?.detail).toMatchObject({ strong: false });
  });

  test('whoever is signed in here already is asked anew there: an open session at the provider says nothing of who sits here', async () => {
    const promptOf = async (client: Client) => new URL(await depart(client, byNumber)).searchParams.get('prompt');
    expect(await promptOf(house.anybody())).toBeNull();
    expect(await promptOf(await house.as('head.kpr'))).toBe('login');
  });

  test('by a verified address, and later even if the address is another’s by then', async () => {
    const { id, email } = await personOf('clerk.ssc');
    const { client, answer } = await signInAt(byMail, { sub: 'mail-1', claims: { email: email.toUpperCase(), email_verified: true } });
    expect(answer.headers.location).toBe('/units');
    expect(await who(client)).toBe(id);
    const other = await personOf('deputy');
    const later = await signInAt(byMail, { sub: 'mail-1', claims: { email: other.email, email_verified: true } });
    expect(later.answer.headers.location).toBe('/units');
    expect(await who(later.client)).toBe(id);
    // The address has gone to somebody new at the provider: a person who is linked to another subject is not handed over.
    const newcomer = await signInAt(byMail, { sub: 'mail-2', claims: { email, email_verified: true } });
    expect(troubleIn(newcomer.answer)).toBe('linked-otherwise');
    expect(newcomer.client.cookies['krom_session']).toBeUndefined();
  });

  test('acr of a second factor counts as strong where it was agreed', async () => {
    await signInAt(byNumber, { sub: 'card-1', claims: { pid }, acr: 'urn:example:two' });
    expect((await lastAudit('organisation.signed-in'))?.detail).toMatchObject({ strong: true });
  });
});

describe('nobody is let in', () => {
  test.each<[string, string, () => number, Account | undefined]>([
    ['who is not among the people', 'nobody', () => byNumber, { sub: 'x1', claims: { pid: `310060000001${checkDigit('310060000001')}` } }],
    ['whose number has a wrong check digit', 'bad-number', () => byNumber, { sub: 'x2', claims: { pid: '1234567890122' } }],
    ['of whom nothing is told', 'no-claim', () => byNumber, { sub: 'x3', claims: {} }],
    ['whose address is not verified', 'unverified', () => byMail, { sub: 'x4', claims: { email: 'deputy@prd.example', email_verified: false } }],
    ['whose address nobody has', 'nobody', () => byMail, { sub: 'x5', claims: { email: 'stranger@prd.example', email_verified: true } }],
    ['who says no at the provider', 'cancelled', () => byMail, undefined],
  ])('%s: %s', async (_who, trouble, provider, account) => {
    const { client, answer } = await signInAt(provider(), account);
    expect(troubleIn(answer)).toBe(trouble);
    expect(client.cookies['krom_session']).toBeUndefined();
    expect((await lastAudit('organisation.sign-in-refused'))?.detail).toMatchObject({ method: 'oidc', why: trouble, provider: provider() });
    const page = await client.get(String(answer.headers.location));
    expect(page.body).toContain('role="alert"');
    expect(page.body).toContain('name="password"');
  });

  test('where two people have the same number: nobody is chosen, and the trail names both', async () => {
    const [a, b] = [await personOf('head.kpr'), await personOf('auditor')];
    const hash = (await house.db.owner.query<{ hash: Buffer }>('select hash from organisation.national_id where person_id = $1', [a.id])).rows[0]!.hash;
    await house.db.owner.query("insert into organisation.national_id (person_id, hash, last_digits, changed_by) values ($1, $2, '121', 0)", [b.id, hash]);
    try {
      const { answer } = await signInAt(byNumber, { sub: 'double', claims: { pid } });
      expect(troubleIn(answer)).toBe('several');
      expect((await lastAudit('organisation.sign-in-refused'))?.detail).toMatchObject({ why: 'several', people: [a.id, b.id].toSorted((x, y) => x - y) });
    } finally {
      await house.db.owner.query('delete from organisation.national_id where person_id = $1', [b.id]);
    }
  });

  test('a person without an open account, linked or not', async () => {
    const { id, email } = await personOf('clerk.slk');
    await house.db.owner.query('update organisation.account set disabled_at = now() where person_id = $1', [id]);
    expect(troubleIn((await signInAt(byMail, { sub: 'closed', claims: { email, email_verified: true } })).answer)).toBe('no-account');
    await house.db.owner.query('update organisation.account set disabled_at = null where person_id = $1', [id]);
    expect((await signInAt(byMail, { sub: 'closed', claims: { email, email_verified: true } })).answer.headers.location).toBe('/units');
    await house.db.owner.query('update organisation.account set disabled_at = now() where person_id = $1', [id]);
    expect(troubleIn((await signInAt(byMail, { sub: 'closed', claims: {} })).answer)).toBe('no-account');
    await house.db.owner.query('update organisation.account set disabled_at = null where person_id = $1', [id]);
  });
});

describe('an answer that does not belong', () => {
  const account = { sub: 'card-1', claims: { pid } };

  test('another state, another browser, no journey at all', async () => {
    standIn().account = account;
    const client = house.anybody();
    const back = await visitProvider(await depart(client, byNumber), house.services.config.origin);
    const forged = new URL(back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(troubleIn(await come(client, forged))).toBe('unknown');
    expect(troubleIn(await come(house.anybody(), back))).toBe('unknown');
    const stolen = house.anybody();
    stolen.cookies['krom_provider'] = client.cookies['krom_provider']!;
    expect(troubleIn(await come(stolen, back))).toBe('unknown');
    // None of these spent the journey of the one who began it.
    expect((await come(client, back)).headers.location).toBe('/units');
  });

  test('an answer of one provider at the address of another', async () => {
    standIn().account = account;
    const client = house.anybody();
    const back = await visitProvider(await depart(client, byNumber), house.services.config.origin);
    back.pathname = `/sign-in/with/${byMail}/answer`;
    expect(troubleIn(await come(client, back))).toBe('unknown');
  });

  test('the same answer twice: the journey is spent', async () => {
    standIn().account = account;
    const client = house.anybody();
    const back = await visitProvider(await depart(client, byNumber), house.services.config.origin);
    const journey = client.cookies['krom_provider']!;
    expect((await come(client, back)).headers.location).toBe('/units');
    delete client.cookies['krom_session'];
    client.cookies['krom_provider'] = journey;
    const replay = await client.post(back.pathname, Object.fromEntries(back.searchParams));
    expect([troubleIn(replay), replay.cookies.some(({ name }) => name === 'krom_session')]).toEqual(['used', false]);
  });

  test('a code that was used before, by another journey', async () => {
    standIn().account = account;
    const first = house.anybody();
    const used = await visitProvider(await depart(first, byNumber), house.services.config.origin);
    expect((await come(first, used)).headers.location).toBe('/units');
    const second = house.anybody();
    const back = await visitProvider(await depart(second, byNumber), house.services.config.origin);
    back.searchParams.set('code', used.searchParams.get('code')!);
    expect(troubleIn(await come(second, back))).toBe('refused');
  });

  test('a token for another nonce', async () => {
    standIn().account = account;
    const client = house.anybody();
    const address = new URL(await depart(client, byNumber));
    address.searchParams.set('nonce', 'another-nonce');
    expect(troubleIn(await come(client, await visitProvider(address.href, house.services.config.origin)))).toBe('refused');
  });

  test('a journey that took too long', async () => {
    standIn().account = account;
    const client = house.anybody();
    const back = await visitProvider(await depart(client, byNumber), house.services.config.origin);
    const real = Date.now;
    Date.now = () => real() + 11 * 60_000;
    try {
      expect(troubleIn(await come(client, back))).toBe('expired');
    } finally {
      Date.now = real;
    }
  });
});

describe('a provider in trouble', () => {
  test('down, or silent: told, and the other ways are offered', async () => {
    await standIn().stop();
    try {
      const answer = await house.anybody().post(`/sign-in/with/${byMail}`, { next: '' });
      expect(troubleIn(answer)).toBe('unreachable');
      const page = await house.anybody().get(String(answer.headers.location));
      expect(page.body).toContain('ติดต่อ ระบบบัญชีกรม ไม่ได้ในขณะนี้');
    } finally {
      await standIn().start();
    }
    standIn().hang = true;
    const begun = performance.now();
    expect(troubleIn(await house.anybody().post(`/sign-in/with/${byMail}`, { next: '' }))).toBe('unreachable');
    expect(performance.now() - begun).toBeLessThan(13_000);
  }, 30_000);

  test('down between leaving and coming back', async () => {
    standIn().account = { sub: 'card-1', claims: {} };
    const client = house.anybody();
    const back = await visitProvider(await depart(client, byNumber), house.services.config.origin);
    await standIn().stop();
    try {
      expect(troubleIn(await come(client, back))).toBe('unreachable');
    } finally {
      await standIn().start();
    }
  });

  test('closed by the administrator: no button, no way in, also for who is under way', async () => {
    standIn().account = { sub: 'card-1', claims: {} };
    const client = house.anybody();
    const back = await visitProvider(await depart(client, byNumber), house.services.config.origin);
    await house.db.owner.query('update organisation.identity_provider set active = false where id = $1', [byNumber]);
    try {
      expect((await house.anybody().get('/sign-in')).body).not.toContain('บัตรทดลอง');
      expect(troubleIn(await house.anybody().post(`/sign-in/with/${byNumber}`, { next: '' }))).toBe('closed');
      expect(troubleIn(await come(client, back))).toBe('closed');
    } finally {
      await house.db.owner.query('update organisation.identity_provider set active = true where id = $1', [byNumber]);
    }
  });

  test('whose secret is wrong', async () => {
    const { rows } = await house.db.owner.query<{ client_secret: string }>('select client_secret from organisation.identity_provider where id = $1', [byNumber]);
    await house.db.owner.query("update organisation.identity_provider set client_secret = 'c2VhbGVkIHdpdGggYW5vdGhlciBrZXkgYXQgYW5vdGhlciBwbGFjZQ' where id = $1", [byNumber]);
    expect(troubleIn(await house.anybody().post(`/sign-in/with/${byNumber}`, { next: '' }))).toBe('secret');
    await house.db.owner.query('update organisation.identity_provider set client_secret = $2 where id = $1', [byNumber, rows[0]!.client_secret]);
    expect(rows[0]!.client_secret).not.toContain(standIn().clientSecret);
  });
});
