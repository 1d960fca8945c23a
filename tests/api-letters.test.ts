/**
 * A letter through the API from draft to receipt, as the screens do it: drafted and submitted by one program, issued by
 * another under the authority of its head, opened and acknowledged by a third, counted by the first.
 */
import { beforeAll, expect, test } from 'vitest';
import { program, type ApiClient } from './support/api.ts';
import { useApp } from './support/app.ts';
import { unitId } from './support/people.ts';

const house = useApp();
let clerk: ApiClient;
let head: ApiClient;
let reader: ApiClient;
let kpr: number;
let to: number[];

beforeAll(async () => {
  [clerk, head, reader] = await Promise.all([program(house, 'clerk.kpr'), program(house, 'head.kpr'), program(house, 'clerk.ssc')]);
  kpr = await unitId(house.db.owner, 'กพร.');
  to = [await unitId(house.db.owner, 'ศสช.'), await unitId(house.db.owner, 'สนข.')];
});

type Data = Readonly<Record<string, unknown>>;

async function read(client: ApiClient, address: string): Promise<Data> {
  const answer = await client.get(address);
  expect([address, answer.statusCode, answer.statusCode === 200 ? '' : answer.body.slice(0, 600)]).toEqual([address, 200, '']);
  return (answer.json() as { data: Data }).data;
}

async function done(client: ApiClient, address: string, body: object = {}, key?: string): Promise<Data> {
  const answer = await client.post(address, body, key);
  expect([address, answer.statusCode, answer.statusCode === 200 ? '' : answer.body.slice(0, 600)]).toEqual([address, 200, '']);
  return (answer.json() as { data: Data }).data;
}

const itemsOf = (data: Data) => data['items'] as readonly Data[];

/** Address under /api/v1 that an answer leads to. */
const next = (data: Data): string => String(data['goTo']).replace('/api/v1', '');
const lastNumber = async () => Number((await house.db.owner.query<{ n: number }>("select last_number as n from correspondence.counter where owner_unit_id = $1 and book = 'circular' and year = 2563", [kpr])).rows[0]?.n);

/** A draft of the unit's clerk to two units, by what the API itself offers as choices. */
async function draft(subject: string, more: object = {}): Promise<string> {
  const choices = await read(clerk, '/drafts/new');
  const signer = (choices['signers'] as { id: number; title: string }[]).find((one) => one.title.includes('ผู้อำนวยการ'));
  expect(choices['unit']).toMatchObject({ id: kpr });
  const offered = (choices['book'] as { units: { id: number }[] }).units.map((one) => one.id);
  expect(offered).toEqual(expect.arrayContaining(to));
  return next(await done(clerk, '/drafts/new', { fromUnit: kpr, signer: signer?.id, subject, body: 'ด้วยมีเรื่องแจ้ง\nจึงเรียนมาเพื่อโปรดทราบ', urgency: 'urgent', respondBy: '2020-11-25', units: to, ...more }));
}

test('drafted, submitted, issued with the next number, opened, acknowledged and counted', async () => {
  const before = await lastNumber();
  const made = await draft('ขอเชิญทดสอบหนังสือเวียนผ่าน API');
  expect(await read(clerk, made)).toMatchObject({ draft: { subject: 'ขอเชิญทดสอบหนังสือเวียนผ่าน API', urgency: 'urgent', respondBy: '2020-11-25', fromUnitId: kpr, addressees: [{ kind: 'unit' }, { kind: 'unit' }] } });
  const address = made.replace(/\/check$/, '');
  // Who is not of the unit does not see the draft; its clerk may not sign it, and no number is taken in trying.
  expect((await reader.get(address)).statusCode).toBe(404);
  expect(await read(clerk, `${address}/check`)).toMatchObject({ maySign: false });
  expect((await clerk.post(`${address}/issue`)).statusCode).toBe(422);
  await done(clerk, `${address}/submit`);
  expect(itemsOf(await read(head, '/inbox'))).toEqual(expect.arrayContaining([expect.objectContaining({ subject: 'ขอเชิญทดสอบหนังสือเวียนผ่าน API' })]));
  expect(await read(head, `${address}/check`)).toMatchObject({ maySign: true, draft: { forSignatureAt: expect.any(String) } });
  expect(await lastNumber()).toBe(before);

  const key = 'issue-by-api-0001';
  const issued = await done(head, `${address}/issue`, {}, key);
  const letter = next(issued);
  expect(letter).toMatch(/^\/letters\/\d+$/);
  // An answer that was lost is asked for again: the same letter, no second number.
  const again = await head.post(`${address}/issue`, {}, key);
  expect([again.json(), again.headers['idempotency-replayed']]).toEqual([{ data: issued }, 'true']);
  expect(await lastNumber()).toBe(before + 1);
  await house.runJobs();

  const sent = await read(clerk, letter);
  expect(sent['letter']).toMatchObject({ reference: `นร 0223/ว ${before + 1}`, state: 'issued', circular: true, urgency: 'urgent', respondBy: '2020-11-25', recipientCount: 2, signer: { how: 'in-krom' }, fileHash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(itemsOf(await read(clerk, '/register?book=circular'))[0]).toMatchObject({ number: before + 1, reference: `นร 0223/ว ${before + 1}`, subject: 'ขอเชิญทดสอบหนังสือเวียนผ่าน API', state: 'valid', href: letter });
  expect(itemsOf(await read(clerk, '/sent-letters'))[0]).toMatchObject({ reference: `นร 0223/ว ${before + 1}`, recipients: 2, opened: 0, acknowledged: 0 });
  const pdf = await reader.get(`${letter}/file`);
  expect([pdf.headers['content-type'], pdf.rawPayload.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);

  const received = itemsOf(await read(reader, '/circulars?unread=1'));
  expect(received.find((one) => `/letters/${one['id']}` === letter)).toMatchObject({ reference: `นร 0223/ว ${before + 1}`, acknowledged: false, state: 'issued', respondBy: '2020-11-25' });
  const opened = await read(reader, letter);
  expect(opened['letter']).toMatchObject({ body: { content: expect.anything() } });
  expect(opened['toAcknowledge']).toMatchObject([{ recipientKind: 'unit', acknowledgedAt: null }]);
  const receipts = async () => itemsOf(await read(clerk, `${letter}/receipts`)).map((one) => [one['recipientId'], one['openedAt'] !== null, one['acknowledgedAt'] !== null]);
  // Opening is marked beside the answer, which does not wait for it.
  await expect.poll(receipts, { timeout: 5_000 }).toEqual(expect.arrayContaining([[to[0], true, false], [to[1], false, false]]));

  await done(reader, `${letter}/acknowledge`);
  expect((await reader.post(`${letter}/acknowledge`)).statusCode).toBe(409);
  expect(await read(reader, letter)).toMatchObject({ toAcknowledge: [], own: [{ acknowledgedAt: expect.any(String), acknowledgedBy: expect.any(String) }] });
  expect((await read(clerk, `${letter}/receipts`))['counts']).toEqual({ all: 2, opened: 1, acknowledged: 1 });
  // The screens tell the same.
  expect((await (await house.as('clerk.kpr')).get(`${letter}/receipts`)).body).toContain('1 จาก 2 ราย');
  expect((await (await house.as('clerk.ssc')).get(letter)).body).toContain('ขอเชิญทดสอบหนังสือเวียนผ่าน API');
  const trail = await house.db.owner.query<{ action: string; token: string }>("select action, detail ->> 'token' as token from platform.audit where subject_type = 'correspondence.letter' and subject_id = $1 order by id", [Number(letter.split('/').pop())]);
  // Each act names the token through which it came; the house stores the file by itself.
  expect(trail.rows.map((line) => [line.action.replace('correspondence.', ''), line.token])).toEqual([
    ['draft-written', 'โปรแกรมทดสอบ'], ['draft-submitted', 'โปรแกรมทดสอบ'], ['circular-issued', 'โปรแกรมทดสอบ'], ['letter-file-stored', null], ['letter-acknowledged', 'โปรแกรมทดสอบ'],
  ]);
});

test('what is not complete, not of the unit or beyond the token is refused in words, and takes no number', async () => {
  const before = await lastNumber();
  const unknown = await clerk.post('/drafts/new', { fromUnit: kpr, subject: 'เรื่อง', urgency: 'urgent', sender: 1 });
  expect([unknown.statusCode, unknown.body.includes('ไม่มีช่องชื่อนี้')]).toEqual([422, true]);
  const wrong = await clerk.post('/drafts/new', { fromUnit: kpr, subject: '', urgency: 'at once', units: to });
  expect(wrong.statusCode).toBe(422);
  expect(Object.keys((wrong.json() as { error: { fields: object } }).error.fields)).toEqual(expect.arrayContaining(['subject', 'urgency']));
  const nobody = (await draft('ร่างที่ยังไม่มีผู้รับ', { units: [] })).replace(/\/check$/, '');
  const refused = await head.post(`${nobody}/issue`);
  expect(refused.statusCode).toBe(422);
  expect(refused.body).toMatch(/ผู้รับ/);
  expect((await reader.post(`${nobody}/submit`)).statusCode).toBe(404);
  const reading = await program(house, 'head.kpr', { scopes: ['correspondence:read'] });
  const whole = (await draft('ร่างสำหรับโทเคนที่อ่านได้อย่างเดียว')).replace(/\/check$/, '');
  expect((await reading.get(`${whole}/check`)).statusCode).toBe(200);
  expect((await reading.post(`${whole}/issue`)).statusCode).toBe(403);
  await done(clerk, `${whole}/discard`);
  expect((await head.post(`${whole}/issue`)).statusCode).toBe(404);
  expect(await lastNumber()).toBe(before);
});
