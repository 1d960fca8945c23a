/** The documented client of examples/api-client against a living house: over HTTP, with a token of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { newApiToken } from '../src/modules/organisation/index.ts';
import { tokenHash } from '../src/modules/organisation/sign-in/tokens.ts';
// The example is plain JavaScript, as anybody would copy it.
// @ts-expect-error no types stand beside it
import { connect, morning } from '../examples/api-client/client.mjs';
import { useLive } from './support/live.ts';

const house = useLive();
const token = newApiToken();

beforeAll(async () => {
  await house.owner.query(
    `insert into organisation.api_token (person_id, name, token_hash, ending, scopes, created_at, expires_on)
     select person_id, 'ตัวอย่าง', $1, $2, $3, now(), '2099-12-31' from organisation.account where login = 'head.kpr'`,
    [tokenHash(token), token.slice(-4), ['desk:read', 'meetings:read', 'assignments:write']],
  );
});

test('the morning round reads, searches, opens minutes, gives a task once', async () => {
  const done = await morning(connect(house.origin, token), 'ตัวชี้วัด', '2026-11-30');
  expect(done.waiting.length).toBeGreaterThan(0);
  expect(done.found).toBeGreaterThan(0);
  expect(done.minutes.join(' ')).toMatch(/ครั้งที่/);
  expect(done).toMatchObject({ repeated: true, sameTask: true });
  expect(done.task.task.title).toMatch(/^อ่านรายงานการประชุม ครั้งที่/);
  const { rows } = await house.owner.query("select count(*)::int as n from assignments.task where title like 'อ่านรายงานการประชุม%'");
  expect(rows[0]?.n).toBe(1);
});

test('it tells what was refused, in code and words', async () => {
  const krom = connect(house.origin, token);
  await expect(krom.post('/tasks/new', { title: '' })).rejects.toMatchObject({ status: 422, code: 'FORM', fields: { title: { th: expect.any(String) } } });
  await expect(krom.get('/people')).rejects.toMatchObject({ status: 403, code: 'TOKEN_SCOPE' });
  await expect(connect(house.origin, 'krom_none').get('/inbox')).rejects.toMatchObject({ status: 401 });
});

test('it runs as a program of its own', async () => {
  const child = spawn(process.execPath, [path.resolve('examples/api-client/client.mjs'), 'ตัวชี้วัด'], { env: { ...process.env, KROM_URL: house.origin, KROM_TOKEN: token } });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (out += chunk.toString()));
  const code = await new Promise((done) => child.on('close', done));
  expect([code, out]).toEqual([0, expect.stringMatching(/found · .* · task \d+: /)]);
});
