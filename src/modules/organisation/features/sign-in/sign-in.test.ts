import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';
import { hashBody } from '../../../../platform/http/idempotency.ts';
import { demoPassword } from '../../demo/accounts.ts';

const house = useApp();
const sessionOf = (answer: { cookies: { name: string; value: string }[] }) => answer.cookies.find((cookie) => cookie.name === 'krom_session')?.value;

test('the page works without script and in both languages', async () => {
  const visitor = house.anybody();
  const page = await visitor.get('/sign-in?next=/units');
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain('ชื่อผู้ใช้หรืออีเมล');
  expect(page.body).toContain('name="next" value="/units"');
  visitor.cookies['krom_lang'] = 'en';
  expect((await visitor.get('/sign-in')).body).toContain('User name or e-mail');
});

test('the right password opens a session and leads on, by name or by address', async () => {
  const visitor = house.anybody();
  const answer = await visitor.post('/sign-in', { username: ' HEAD.kpr ', password: demoPassword, next: '/account' });
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/account');
  expect(sessionOf(answer)?.length).toBeGreaterThan(30);
  const byMail = await house.anybody().post('/sign-in', { username: 'head.kpr@prd.example', password: demoPassword, next: '//elsewhere.example' });
  expect(byMail.headers.location).toBe('/');
  expect(sessionOf(byMail)).toBeDefined();
});

test('an unknown name and a wrong password get the same answer', async () => {
  const unknown = await house.anybody().post('/sign-in', { username: 'nobody.here', password: 'something wrong' });
  const wrong = await house.anybody().post('/sign-in', { username: 'auditor', password: 'something wrong' });
  expect([unknown.statusCode, unknown.headers.location]).toEqual([303, '/sign-in?state=refused']);
  expect([wrong.statusCode, wrong.headers.location]).toEqual([303, '/sign-in?state=refused']);
  expect(sessionOf(wrong)).toBeUndefined();
  const page = await house.anybody().get('/sign-in?state=refused');
  expect(page.body).toContain('ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง');
});

test('wrong guesses wait longer and longer, known name or not, and the right password waits too', async () => {
  for (const username of ['clerk.snk', 'nobody.at.all']) {
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push((await house.anybody().post('/sign-in', { username, password: `wrong ${n}` })).headers.location);
    expect(answers.slice(0, 4)).toEqual(Array.from({ length: 4 }, () => '/sign-in?state=refused'));
    expect(answers[4]).toMatch(/^\/sign-in\?state=wait&seconds=[12]$/);
  }
  const right = await house.anybody().post('/sign-in', { username: 'clerk.snk', password: demoPassword });
  expect(right.headers.location).toMatch(/state=wait/);
  await house.db.owner.query(`update organisation.sign_in_attempt set last_at = now() - interval '10 seconds'`);
  expect(sessionOf(await house.anybody().post('/sign-in', { username: 'clerk.snk', password: demoPassword }))).toBeDefined();
  expect((await house.anybody().post('/sign-in', { username: 'clerk.snk', password: 'wrong again' })).headers.location).toBe('/sign-in?state=refused');
});

test('guesses sent at once are counted one by one', async () => {
  const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => house.anybody().post('/sign-in', { username: 'head.ssc', password: `at once ${n}` })));
  expect(answers.filter((answer) => String(answer.headers.location).includes('refused')).length).toBeLessThanOrEqual(4);
});

test('every attempt is in the trail, without what was typed', async () => {
  const { rows } = await house.db.owner.query<{ action: string; all: string }>(`select action, row_to_json(a)::text as all from platform.audit a where action like 'organisation.sign%'`);
  expect(new Set(rows.map((row) => row.action))).toEqual(new Set(['organisation.signed-in', 'organisation.sign-in-refused', 'organisation.sign-in-delayed']));
  expect(rows.filter((row) => /something wrong|nobody\.here/.test(row.all))).toEqual([]);
});

test('an empty form says what is missing, in place', async () => {
  const answer = await house.anybody().post('/sign-in', { username: 'head.kpr', password: '' });
  expect(answer.statusCode).toBe(422);
  expect(answer.body).toContain('กรุณากรอกรหัสผ่าน');
  expect(answer.body).toContain('value="head.kpr"');
});

test('signing out ends the session for a copied cookie too', async () => {
  const clerk = await house.as('clerk.kpr');
  expect((await clerk.get('/account')).statusCode).toBe(200);
  const out = await clerk.post('/sign-out');
  expect([out.statusCode, out.headers.location]).toEqual([303, '/sign-in?state=out']);
  const again = await clerk.get('/account');
  expect([again.statusCode, again.headers.location]).toEqual([303, '/sign-in?next=%2Faccount']);
});

test('neither a session token nor a guessable hash of a password is kept with the answer', async () => {
  const visitor = house.anybody();
  const token = sessionOf(await visitor.post('/sign-in', { username: 'deputy', password: demoPassword }))!;
  const { rows } = await house.db.owner.query<{ n: number }>(`select count(*)::int as n from platform.idempotency where answer::text like '%' || $1 || '%'`, [token]);
  expect(rows[0]?.n).toBe(0);
  const bare = hashBody('/sign-in', { username: 'deputy', password: demoPassword });
  expect((await house.db.owner.query('select 1 from platform.idempotency where body_hash = $1', [bare])).rowCount).toBe(0);
});
