// Signing with a key at a provider, through the pages that people use; Poppler and OpenSSL judge the file.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import type { Client } from '../../../../tests/support/app.ts';
import { startCsc } from '../../../../tests/support/csc-stand-in.ts';
import type { CscStandIn } from '../../../../tests/support/csc-stand-in.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { makeTrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import type { TrialPki } from '../../../../tests/support/pki/trial-pki.ts';
import { exampleMemo } from '../../../paper/examples.ts';
import { opensslCades, pdfsig } from '../../../paper/testing/judges.ts';
import { made } from '../../../paper/testing/tools.ts';

const t = useApp();
let pki: TrialPki;
let csc: CscStandIn;
let memo: Buffer;
const services = '/system/signing-services';
const own = '/signing/remote-certificates';
const seats: Record<string, number> = {};

const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const landed = (answer: { statusCode: number; headers: Record<string, unknown>; body: string }): string => {
  expect({ status: answer.statusCode, body: answer.statusCode === 303 ? '' : answer.body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').slice(0, 2000) }).toEqual({ status: 303, body: '' });
  return String(answer.headers['location']);
};
const partOf = async (href: string, seat: number) => (await rowsOf<{ id: number; state: string }>('select id, state from signatures.part where request_id = $1 and position_id = $2', [href.split('/').at(-1), seat]))[0]!;
const certificateOf = async (username: string) => String((await rowsOf<{ id: number }>(`select c.id from signatures.certificate c join organisation.account a using (person_id) where a.login = $1 and c.kind = 'remote' order by c.id desc limit 1`, [username]))[0]!.id);
const wayOf = async (href: string) => (await rowsOf<{ id: number; state: string; problem: string | null; sealed: string | null }>('select id, state, problem, sealed from signatures.remote_signing where request_id = $1 order by id desc limit 1', [href.split('/').at(-1)]))[0]!;

async function ask(...signers: string[]): Promise<string> {
  const unit = String((await rowsOf<{ unit_id: number }>("select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'"))[0]!.unit_id);
  const fields = Object.fromEntries(signers.flatMap((username, i) => [[`steps.${i}.step`, '1'], [`steps.${i}.kind`, 'sign'], [`steps.${i}.position`, String(seats[username])]]));
  return landed(await postWithFiles(t, await t.as('clerk.kpr'), '/signing/new', { subject: 'สัญญาจ้างพัฒนาระบบ', unit, ...fields }, [{ field: 'file', name: 'สัญญา.pdf', type: 'application/pdf', content: memo }]));
}

/** From the document to the provider's page; resolves with the address of that page. */
async function setOut(client: Client, href: string, username: string): Promise<{ way: string; consent: string }> {
  const way = landed(await client.post(`${href}/remote`, { part: String((await partOf(href, seats[username]!)).id), certificate: await certificateOf(username) }));
  const page = await client.get(way);
  const consent = /<a[^>]*href="([^"]+oauth2\/authorize[^"]+)"[^>]*data-go/.exec(page.body)?.[1]?.replaceAll('&amp;', '&');
  expect(consent, page.body.slice(0, 500)).toBeDefined();
  return { way, consent: consent! };
}

/** Back from the provider: its redirect is opened, and the form on that page sent. */
async function comeBack(client: Client, back: URL) {
  const page = await client.get(`${back.pathname}${back.search}`);
  expect(page.statusCode).toBe(200);
  const fields = Object.fromEntries(['code', 'state', 'error'].map((name) => [name, new RegExp(`name="${name}" value="([^"]*)"`).exec(page.body)?.[1] ?? '']));
  return client.post('/signing/remote/return', fields);
}

beforeAll(async () => {
  pki = makeTrialPki();
  csc = await startCsc(pki);
  memo = Buffer.from((await made(t.services.paper, exampleMemo)).pdf);
  for (const username of ['head.kpr', 'deputy']) {
    const [person] = await rowsOf<{ name: string; seat: number }>(`select p.title || p.given || ' ' || p.family as name, h.position_id as seat from organisation.account a join organisation.person p on p.id = a.person_id
      join organisation.holding h on h.person_id = p.id and h.main and h.valid_from <= '2020-11-09' and (h.valid_to is null or h.valid_to >= '2020-11-09') where a.login = $1`, [username]);
    seats[username] = person!.seat;
    const name = username.replaceAll('.', '-');
    pki.signer(name, `/O=กรมตัวอย่าง/CN=${person!.name}`, username === 'deputy' ? 'rsa' : 'p384');
    csc.add({ name, userId: username, algorithms: username === 'deputy' ? ['1.2.840.113549.1.1.1'] : ['1.2.840.10045.4.3.3'] });
  }
}, 120_000);
beforeEach(() => {
  csc.mode = 'right';
  csc.seconds = 300;
});
afterAll(async () => {
  await csc.close();
  pki.remove();
});

test('an administrator sets the provider; what cannot work is refused in place, and the secret is sealed and never shown', async () => {
  expect((await (await t.as('head.kpr')).get(services)).statusCode).toBe(403);
  const admin = await t.as('admin');
  const usual = { url: csc.baseUrl, clientId: csc.clientId, clientSecret: csc.clientSecret };
  for (const [wrong, words] of [[{ url: 'http://provider.example/csc/v1' }, 'ต้องเริ่มด้วย https://'], [{ clientId: '' }, 'กรุณากรอก client ID'], [{ clientSecret: '' }, 'กรุณากรอกรหัสลับ'], [{ clientSecret: 'wrong' }, 'ผู้ให้บริการลายมือชื่อปฏิเสธ'], [{ url: `${csc.origin}/elsewhere` }, 'ปฏิเสธ'], [{ url: 'http://127.0.0.1:9/csc/v1' }, 'ติดต่อผู้ให้บริการลายมือชื่อไม่ได้']] as const) {
    const answer = await admin.post(`${services}/remote`, { ...usual, ...wrong });
    expect([answer.statusCode, answer.body.includes(words)], JSON.stringify(wrong)).toEqual([422, true]);
    expect(answer.body).not.toContain(csc.clientSecret);
  }
  expect((await (await t.as('deputy')).get(own)).body).toContain('ยังไม่ได้กำหนดผู้ให้บริการ');
  landed(await admin.post(`${services}/remote`, usual));
  landed(await admin.post(`${services}/remote`, { ...usual, clientSecret: '' }));
  const shown = (await admin.get(services)).body;
  expect(shown).toContain('ผู้ให้บริการทดสอบ');
  expect(shown).toContain('/signing/remote/return');
  const [{ all }] = await rowsOf<{ all: string }>("select (select string_agg(value::text, ' ') from platform.setting) || (select string_agg(row_to_json(a)::text, ' ') from platform.audit a) as all") as [{ all: string }];
  expect(shown + all).not.toContain(csc.clientSecret);
});

test('the time-stamp authority and the answers on revocation are set, checked and taken away', async () => {
  const admin = await t.as('admin');
  expect((await admin.post(`${services}/time`, { url: 'ftp://tsa.example/' })).statusCode).toBe(422);
  landed(await admin.post(`${services}/time`, { url: 'https://tsa.example/tsr', authorization: 'Basic c2VjcmV0IG9mIGE=' }));
  const stored = async () => (await rowsOf<{ value: { url: string; authorization: string | null } | null }>("select value from platform.setting where name = 'signatures.time-authority'"))[0]!.value;
  expect(JSON.stringify(await stored())).not.toContain('c2VjcmV0');
  landed(await admin.post(`${services}/time`, { url: 'https://tsa.example/tsr' }));
  expect((await stored())!.authorization).not.toBeNull();
  landed(await admin.post(`${services}/time`, { url: 'https://other.example/tsr' }));
  expect(await stored()).toEqual({ url: 'https://other.example/tsr', authorization: null });
  landed(await admin.post(`${services}/time`, { url: '' }));
  expect(await stored()).toBeNull();
  expect((await admin.post(`${services}/revocation`, { mode: 'address', url: '' })).statusCode).toBe(422);
  landed(await admin.post(`${services}/revocation`, { mode: 'off', url: '' }));
});

test('certificates are looked up at the provider: only those with one’s own name, once', async () => {
  const deputy = await t.as('deputy');
  expect((await deputy.post(own, { userId: 'head.kpr' })).statusCode).toBe(422);
  expect((await deputy.post(own, { userId: 'nobody' })).body).toContain('ไม่พบใบรับรองที่เพิ่มได้');
  landed(await deputy.post(own, { userId: 'deputy' }));
  expect((await deputy.post(own, { userId: 'deputy' })).statusCode).toBe(422);
  expect((await deputy.get(own)).body).toContain('ผู้ออกใบรับรองทดสอบ');
  landed(await (await t.as('head.kpr')).post(own, { userId: 'head.kpr' }));
});

test('two sign one after the other with RSA and P-384: consent, job, and a file that every judge finds good', async () => {
  const href = await ask('deputy', 'head.kpr');
  for (const username of ['deputy', 'head.kpr']) {
    const client = await t.as(username);
    expect((await client.get(href)).body).toContain('ไปยินยอมที่ผู้ให้บริการ');
    const { way, consent } = await setOut(client, href, username);
    expect(landed(await comeBack(client, await csc.decide(consent)))).toBe(way);
    expect((await client.get(way)).body).toContain('กำลังขอลายมือชื่อจากผู้ให้บริการ');
    await t.runJobs();
    expect((await client.get(way)).body).toContain('ลงลายมือชื่อในเอกสารแล้ว');
  }
  const pdf = (await (await t.as('deputy')).get(`${href}/file`)).rawPayload;
  expect(pdfsig(pki, pdf).match(/Signature is Valid\./g)).toHaveLength(2);
  expect([opensslCades(pki, pdf, 0), opensslCades(pki, pdf, 1)]).toEqual([true, true]);
  const [request] = await rowsOf<{ state: string }>('select state from signatures.request where id = $1', [href.split('/').at(-1)]);
  expect(request!.state).toBe('complete');
  const [decided] = await rowsOf<{ by: string; sealed: string | null }>(`select a.login as by, r.sealed from signatures.part p join organisation.account a on a.person_id = p.decided_by join signatures.remote_signing r on r.part_id = p.id where p.request_id = $1 and p.position_id = $2`, [href.split('/').at(-1), seats['deputy']]);
  expect(decided).toEqual({ by: 'deputy', sealed: null });
});

test('an answer is taken from the person who set out, once, and only with the state that the house gave', async () => {
  const href = await ask('deputy');
  const deputy = await t.as('deputy');
  const { consent } = await setOut(deputy, href, 'deputy');
  const back = await csc.decide(consent);
  expect((await comeBack(await t.as('head.kpr'), back)).statusCode).toBe(422);
  const forged = new URL(back);
  forged.searchParams.set('state', `${(await wayOf(href)).id}.${'A'.repeat(43)}`);
  expect((await comeBack(deputy, forged)).statusCode).toBe(422);
  landed(await comeBack(deputy, back));
  expect((await comeBack(deputy, back)).statusCode).toBe(422);
  const again = await deputy.post(`${href}/remote`, { part: String((await partOf(href, seats['deputy']!)).id), certificate: await certificateOf('deputy') });
  expect([again.statusCode, again.body]).toEqual([409, expect.stringContaining('กรุณารอสักครู่')]);
  expect((await (await t.as('head.kpr')).get(`/signing/remote/${(await wayOf(href)).id}`)).statusCode).toBe(404);
  await t.runJobs();
  expect((await wayOf(href)).state).toBe('done');
});

test('who does not agree has not signed, and may set out again', async () => {
  const href = await ask('deputy');
  const deputy = await t.as('deputy');
  const way = landed(await comeBack(deputy, await csc.decide((await setOut(deputy, href, 'deputy')).consent, 'refuse')));
  expect((await deputy.get(way)).body).toContain('ท่านไม่ยินยอมที่หน้าของผู้ให้บริการ');
  await t.runJobs();
  expect((await partOf(href, seats['deputy']!)).state).toBe('open');
  landed(await comeBack(deputy, await csc.decide((await setOut(deputy, href, 'deputy')).consent)));
  await t.runJobs();
  expect((await partOf(href, seats['deputy']!)).state).toBe('done');
});

test.each([['dies-at-token', 'consent-over'], ['dies-at-sign', 'consent-over'], ['other-key', 'wrong-key']] as const)('the provider %s: no signature, and the signer is told why (%s)', async (mode, problem) => {
  const href = await ask('deputy');
  const deputy = await t.as('deputy');
  landed(await comeBack(deputy, await csc.decide((await setOut(deputy, href, 'deputy')).consent)));
  csc.mode = mode;
  await expect(t.runJobs()).rejects.toThrow('signatures.sign-remotely failed');
  csc.mode = 'right';
  // The next attempt would come after a pause.
  await t.db.owner.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts');
  await t.runJobs();
  // What an administrator must look at is parked; what the signer mends alone is not.
  const [{ parked }] = await rowsOf<{ parked: number }>('select count(*)::int as parked from graphile_worker._private_jobs where attempts >= max_attempts') as [{ parked: number }];
  expect(parked).toBe(problem === 'wrong-key' ? 1 : 0);
  await t.db.owner.query('delete from graphile_worker._private_jobs where attempts >= max_attempts');
  expect(await wayOf(href)).toMatchObject({ state: 'ended', problem, sealed: null });
  expect((await partOf(href, seats['deputy']!)).state).toBe('open');
  expect((await deputy.get('/notifications')).body).toContain('ยังไม่ได้ลงลายมือชื่อ');
  const [{ files }] = await rowsOf<{ files: number }>('select count(*)::int as files from signatures.file_version where request_id = $1', [href.split('/').at(-1)]) as [{ files: number }];
  expect(files).toBe(1);
});

test('two of one group agree to the same state of the file: the second is asked again, and nothing is lost', async () => {
  const href = await ask('deputy', 'head.kpr');
  const [deputy, head] = [await t.as('deputy'), await t.as('head.kpr')];
  const first = await csc.decide((await setOut(deputy, href, 'deputy')).consent);
  const second = await csc.decide((await setOut(head, href, 'head.kpr')).consent);
  landed(await comeBack(deputy, first));
  landed(await comeBack(head, second));
  await t.runJobs();
  const states = await rowsOf<{ state: string; problem: string | null }>('select state, problem from signatures.remote_signing where request_id = $1 order by state', [href.split('/').at(-1)]);
  expect(states).toEqual([{ state: 'done', problem: null }, { state: 'ended', problem: 'changed' }]);
  const late = (await partOf(href, seats['deputy']!)).state === 'open' ? 'deputy' : 'head.kpr';
  const client = await t.as(late);
  landed(await comeBack(client, await csc.decide((await setOut(client, href, late)).consent)));
  await t.runJobs();
  const pdf = (await client.get(`${href}/file`)).rawPayload;
  expect(pdfsig(pki, pdf).match(/Signature is Valid\./g)).toHaveLength(2);
});

test('a provider that stays away is given up with its last attempt, and the signer is told', async () => {
  const href = await ask('deputy');
  const deputy = await t.as('deputy');
  landed(await comeBack(deputy, await csc.decide((await setOut(deputy, href, 'deputy')).consent)));
  csc.mode = 'down';
  await expect(t.runJobs()).rejects.toThrow();
  expect((await wayOf(href)).state).toBe('answered');
  await t.db.owner.query('update graphile_worker._private_jobs set run_at = now(), attempts = max_attempts - 1');
  await expect(t.runJobs()).rejects.toThrow();
  expect(await wayOf(href)).toMatchObject({ state: 'ended', problem: 'unreachable' });
  await t.db.owner.query('delete from graphile_worker._private_jobs');
});

test.each([
  ['the certificate was revoked', 'certificate', async (href: string) => t.db.owner.query("update signatures.certificate set state = 'revoked', ended_on = '2020-11-09', ended_reason = 'ทดสอบ' where id = (select certificate_id from signatures.remote_signing where request_id = $1)", [href.split('/').at(-1)])],
  ['the request was withdrawn', 'ended', async (href: string) => (await t.as('clerk.kpr')).post(`${href}/withdraw`, { reason: 'ส่งผิดฉบับ' })],
  ['the post was passed on', 'not-yours', async () => t.db.owner.query("update organisation.holding set valid_to = '2020-11-01' where position_id = $1 and valid_to is null", [seats['head.kpr']])],
] as const)('%s between consent and signature: none is put in (%s)', async (_what, problem, happen) => {
  const href = await ask('head.kpr');
  const head = await t.as('head.kpr');
  landed(await comeBack(head, await csc.decide((await setOut(head, href, 'head.kpr')).consent)));
  await happen(href);
  await t.runJobs();
  expect(await wayOf(href)).toMatchObject({ state: 'ended', problem, sealed: null });
  expect((await rowsOf('select from signatures.file_version where request_id = $1', [href.split('/').at(-1)])).length).toBe(1);
  if (problem === 'certificate') landed(await head.post(own, { userId: 'head.kpr' }));
});
