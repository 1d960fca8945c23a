// Signing with a key whose provider asks for PIN and one-time password here, through the pages that people use.
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
const seats: Record<string, number> = {};
const WRONG_PIN = '000111';

const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const plain = (body: string): string => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const landed = (answer: { statusCode: number; headers: Record<string, unknown>; body: string }): string => {
  expect({ status: answer.statusCode, body: answer.statusCode === 303 ? '' : plain(answer.body).slice(0, 1500) }).toEqual({ status: 303, body: '' });
  return String(answer.headers['location']);
};
const idOf = (href: string): string | undefined => href.split('/').at(-1);
const wayRow = async (way: string) => (await rowsOf<{ state: string; problem: string | null; sealed: string | null; fault: string | null; wrong: number }>('select state, problem, sealed, fault, wrong from signatures.remote_signing where id = $1', [idOf(way)]))[0]!;

/** A request for one signature, and the way of its signer to the provider. */
async function begin(client: Client, username: string): Promise<{ href: string; way: string }> {
  const unit = String((await rowsOf<{ unit_id: number }>("select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'"))[0]!.unit_id);
  const fields = { subject: 'สัญญาจ้างพัฒนาระบบ', unit, 'steps.0.step': '1', 'steps.0.kind': 'sign', 'steps.0.position': String(seats[username]) };
  const href = landed(await postWithFiles(t, await t.as('clerk.kpr'), '/signing/new', fields, [{ field: 'file', name: 'สัญญา.pdf', type: 'application/pdf', content: memo }]));
  return { href, way: await setOut(client, href, username) };
}
async function setOut(client: Client, href: string, username: string): Promise<string> {
  const [part] = await rowsOf<{ id: number }>('select id from signatures.part where request_id = $1', [idOf(href)]);
  const [certificate] = await rowsOf<{ id: number }>(`select c.id from signatures.certificate c join organisation.account a using (person_id) where a.login = $1 and c.kind = 'remote' order by c.id desc limit 1`, [username]);
  return landed(await client.post(`${href}/remote`, { part: String(part!.id), certificate: String(certificate!.id) }));
}
/** Wrong codes count for an hour: each test begins with none. */
let hours = 0;
const later = () => t.moveTo(new Date(Date.parse('2020-11-03T08:00:00+07:00') + (hours += 1.1) * 3_600_000));
const send = (client: Client, way: string, fields: Record<string, string>) => client.post(`${way}/codes`, fields);

beforeAll(async () => {
  pki = makeTrialPki();
  csc = await startCsc(pki);
  memo = Buffer.from((await made(t.services.paper, exampleMemo)).pdf);
  const asked = { 'head.kpr': { pin: true, otp: 'online' }, deputy: { pin: true, otp: 'no' }, 'head.ssc': { pin: false, otp: 'offline' } } as const;
  landed(await (await t.as('admin')).post('/system/signing-services/remote', { url: csc.baseUrl, clientId: csc.clientId, clientSecret: csc.clientSecret }));
  for (const [username, asks] of Object.entries(asked)) {
    const [person] = await rowsOf<{ name: string; seat: number }>(`select p.title || p.given || ' ' || p.family as name, h.position_id as seat from organisation.account a join organisation.person p on p.id = a.person_id
      join organisation.holding h on h.person_id = p.id and h.main and h.valid_from <= '2020-11-03' and (h.valid_to is null or h.valid_to >= '2020-11-03') where a.login = $1`, [username]);
    seats[username] = person!.seat;
    const name = username.replaceAll('.', '-');
    pki.signer(name, `/O=กรมตัวอย่าง/CN=${person!.name}`, 'p256');
    csc.add({ name, userId: username, algorithms: ['1.2.840.10045.4.3.2'], authMode: 'explicit', asks });
    landed(await (await t.as(username)).post('/signing/remote-certificates', { userId: username }));
  }
}, 120_000);
beforeEach(async () => {
  Object.assign(csc, { mode: 'right', seconds: 300, otpSeconds: 300 });
  await later();
});
afterAll(async () => {
  await csc.close();
  pki.remove();
});

test('PIN and a password that is sent: asked for by a press, typed, signed by the job; no secret is kept anywhere', async () => {
  const head = await t.as('head.kpr');
  const { href, way } = await begin(head, 'head.kpr');
  expect((await head.get(href)).body).toContain('ไปกรอกรหัสของผู้ให้บริการ');
  const page = (await head.get(way)).body;
  for (const name of ['pin', 'otp']) expect(page).toMatch(new RegExp(`name="${name}"`));
  expect(page).toContain('autocomplete="one-time-code"');
  expect(page).not.toContain('oauth2/authorize');
  landed(await head.post(`${way}/otp`));
  expect(csc.otpsSent).toBe(1);
  expect((await head.post(`${way}/otp`)).body).toContain('กรุณารอ 30 วินาที');
  expect(csc.otpsSent).toBe(1);
  expect((await head.get(way)).body).toContain('ผู้ให้บริการส่งรหัสแล้วเมื่อ');
  const { otp } = csc;
  // As typed on a Thai keyboard, and copied with a blank.
  const inThai = csc.pin.replace(/\d/g, (digit) => '๐๑๒๓๔๕๖๗๘๙'[Number(digit)]!);
  expect(landed(await send(head, way, { pin: inThai, otp: `${otp.slice(0, 3)} ${otp.slice(3)}` }))).toBe(way);
  const everything = async () => JSON.stringify([await rowsOf('select * from graphile_worker._private_jobs'), await rowsOf('select * from signatures.remote_signing'), await rowsOf('select * from platform.audit where action like $1', ['signatures.%']), await rowsOf('select key, answer from platform.idempotency')]);
  const held = await everything();
  expect((await wayRow(way)).sealed).not.toBeNull();
  for (const secret of [csc.pin, inThai, otp]) expect(held.includes(secret), secret).toBe(false);
  await t.runJobs();
  expect((await head.get(way)).body).toContain('ลงลายมือชื่อในเอกสารแล้ว');
  expect(await wayRow(way)).toMatchObject({ state: 'done', sealed: null });
  const pdf = (await head.get(`${href}/file`)).rawPayload;
  expect(pdfsig(pki, pdf).match(/Signature is Valid\./g)).toHaveLength(1);
  expect(opensslCades(pki, pdf, 0)).toBe(true);
  expect((await send(head, way, { pin: csc.pin, otp })).statusCode).toBe(409);
}, 60_000);

test('a PIN alone, and a password of a device alone', async () => {
  for (const [username, fields, absent] of [['deputy', { pin: csc.pin }, 'otp'], ['head.ssc', { otp: '771204' }, 'pin']] as const) {
    const client = await t.as(username);
    const { way } = await begin(client, username);
    const page = (await client.get(way)).body;
    expect(page).not.toMatch(new RegExp(`name="${absent}"`));
    expect(page).not.toContain('ส่งรหัสให้ฉัน');
    expect((await client.post(`${way}/otp`)).statusCode).toBe(404);
    const empty = await send(client, way, {});
    expect([empty.statusCode, plain(empty.body)]).toEqual([422, expect.stringContaining(absent === 'otp' ? 'กรุณากรอก PIN ของผู้ให้บริการ' : 'กรุณากรอกรหัสใช้ครั้งเดียว')]);
    landed(await send(client, way, 'otp' in fields ? { otp: csc.otp } : fields));
    await t.runJobs();
    expect((await wayRow(way)).state).toBe('done');
  }
}, 60_000);

test('wrong PIN, wrong password, expired password: said at the field, nothing signed, and the right ones serve afterwards', async () => {
  const head = await t.as('head.kpr');
  const { way } = await begin(head, 'head.kpr');
  landed(await head.post(`${way}/otp`));
  const refused = async (fields: Record<string, string>, words: string, fault: string) => {
    landed(await send(head, way, fields));
    const page = (await head.get(way)).body;
    expect(plain(page)).toContain(words);
    expect(page).toMatch(/aria-invalid="true"/);
    for (const typed of Object.values(fields)) expect(page).not.toContain(typed);
    expect(await wayRow(way)).toMatchObject({ state: 'asked', fault, sealed: null });
  };
  await refused({ pin: WRONG_PIN, otp: csc.otp }, 'PIN ไม่ถูกต้อง', 'pin');
  await refused({ pin: csc.pin, otp: '000222' }, 'รหัสใช้ครั้งเดียวไม่ถูกต้องหรือหมดอายุ', 'otp');
  csc.otpSeconds = 0;
  await t.db.owner.query(`update signatures.remote_signing set otp_sent_at = otp_sent_at - interval '1 minute' where id = $1`, [idOf(way)]);
  landed(await head.post(`${way}/otp`));
  await new Promise((resolve) => { setTimeout(resolve, 20); });
  await refused({ pin: csc.pin, otp: csc.otp }, 'รหัสใช้ครั้งเดียวไม่ถูกต้องหรือหมดอายุ', 'otp');
  expect(await rowsOf(`select 1 from platform.audit where action = 'signatures.remote-codes-refused'`)).toHaveLength(3);
  csc.otpSeconds = 300;
  await t.db.owner.query(`update signatures.remote_signing set otp_sent_at = otp_sent_at - interval '1 minute' where id = $1`, [idOf(way)]);
  landed(await head.post(`${way}/otp`));
  expect(await wayRow(way)).toMatchObject({ fault: null, wrong: 3 });
  landed(await send(head, way, { pin: csc.pin, otp: csc.otp }));
  await t.runJobs();
  expect((await wayRow(way)).state).toBe('done');
}, 60_000);

test('after five wrong ones in an hour the provider is asked no more, on another way too', async () => {
  const deputy = await t.as('deputy');
  const { href, way } = await begin(deputy, 'deputy');
  for (let n = 0; n < 5; n++) landed(await send(deputy, way, { pin: WRONG_PIN }));
  const sixth = await send(deputy, way, { pin: csc.pin });
  expect([sixth.statusCode, plain(sixth.body)]).toEqual([422, expect.stringContaining('กรุณารอหนึ่งชั่วโมง')]);
  expect(sixth.body).not.toContain(csc.pin);
  const second = await setOut(deputy, href, 'deputy');
  expect((await send(deputy, second, { pin: csc.pin })).statusCode).toBe(422);
  await later();
  landed(await send(deputy, second, { pin: csc.pin }));
  await t.runJobs();
  expect((await wayRow(second)).state).toBe('done');
}, 60_000);

test.each(['dies-at-authorize', 'dies-at-sign'] as const)('the provider %s between accept and answer: nothing is half done, and a new password signs', async (mode) => {
  const head = await t.as('head.kpr');
  const { href, way } = await begin(head, 'head.kpr');
  landed(await head.post(`${way}/otp`));
  csc.mode = mode;
  landed(await send(head, way, { pin: csc.pin, otp: csc.otp }));
  if (mode === 'dies-at-authorize') {
    expect(await wayRow(way)).toMatchObject({ state: 'asked', fault: 'unreachable', wrong: 0, sealed: null });
    expect(plain((await head.get(way)).body)).toContain('รหัสใช้ครั้งเดียวอาจถูกใช้ไปแล้ว');
  } else {
    await expect(t.runJobs()).rejects.toThrow('signatures.sign-remotely failed');
    csc.mode = 'right';
    await t.db.owner.query('update graphile_worker._private_jobs set run_at = now() where attempts < max_attempts');
    await t.runJobs();
    expect(await wayRow(way)).toMatchObject({ state: 'ended', problem: 'consent-over', sealed: null });
  }
  csc.mode = 'right';
  expect(await rowsOf('select 1 from signatures.file_version where request_id = $1', [idOf(href)])).toHaveLength(1);
  const again = await setOut(head, href, 'head.kpr');
  landed(await head.post(`${again}/otp`));
  landed(await send(head, again, { pin: csc.pin, otp: csc.otp }));
  await t.runJobs();
  expect((await wayRow(again)).state).toBe('done');
  expect(pdfsig(pki, (await head.get(`${href}/file`)).rawPayload).match(/Signature is Valid\./g)).toHaveLength(1);
}, 60_000);

test('a provider that is away, a stranger, and a request that ended meanwhile', async () => {
  const head = await t.as('head.kpr');
  const { href, way } = await begin(head, 'head.kpr');
  csc.mode = 'dies-at-otp';
  expect([(await head.post(`${way}/otp`)).statusCode]).toEqual([422]);
  csc.mode = 'down';
  const away = await send(head, way, { pin: csc.pin, otp: csc.otp });
  expect([away.statusCode, plain(away.body)]).toEqual([422, expect.stringContaining('ติดต่อผู้ให้บริการลายมือชื่อไม่ได้')]);
  csc.mode = 'right';
  const stranger = await t.as('deputy');
  for (const rest of ['', '/otp', '/codes']) expect([rest, (rest ? await stranger.post(`${way}${rest}`, { pin: '1', otp: '1' }) : await stranger.get(way)).statusCode]).toEqual([rest, 404]);
  landed(await head.post(`${way}/otp`));
  landed(await (await t.as('clerk.kpr')).post(`${href}/withdraw`, { reason: 'ส่งผิดฉบับ' }));
  landed(await send(head, way, { pin: csc.pin, otp: csc.otp }));
  expect(await wayRow(way)).toMatchObject({ state: 'ended', problem: 'ended', sealed: null });
}, 60_000);
