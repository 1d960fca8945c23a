// A post changes hands while a document waits for its signature: news, inbox and page go with the post.
import { beforeAll, expect, it } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { exampleMemo } from '../../../paper/examples.ts';
import { made } from '../../../paper/testing/tools.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { passOnJob } from './pass-on.ts';

const t = useApp();
const rowsOf = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> => (await t.db.owner.query<T & Record<string, unknown>>(text, values)).rows;
const one = async <T extends object>(text: string, values: unknown[] = []): Promise<T> => (await rowsOf<T>(text, values))[0]!;
const personOf = async (username: string) => (await one<{ id: number }>('select person_id as id from organisation.account where login = $1', [username])).id;
const seat = async (abbreviation: string) => (await one<{ id: number }>('select id from organisation.position where abbreviation = $1', [abbreviation])).id;
const landed = (answer: { statusCode: number; headers: Record<string, unknown>; body: string }): string => {
  expect({ status: answer.statusCode, errors: answer.statusCode === 303 ? [] : answer.body.match(/class="error"[^>]*>[^<]*/g) }).toEqual({ status: 303, errors: [] });
  return String(answer.headers['location']);
};
const told = async (username: string, subject: string) => (await rowsOf(`select 1 from platform.notification where person_id = $1 and words ->> 'th' like $2`, [await personOf(username), `%ขณะนี้ท่านดำรงอยู่หรือทำหน้าที่แทน: ${subject}%`])).length;
const inInbox = async (username: string, href: string) => (await (await t.as(username)).get('/')).body.includes(href);

/** A request by the clerk of กพร. for the signature of its head. */
async function ask(subject: string): Promise<string> {
  const unit = (await one<{ id: number }>(`select unit_id as id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'`)).id;
  const fields = { subject, unit: String(unit), 'steps.0.step': '1', 'steps.0.kind': 'sign', 'steps.0.position': String(await seat('ผอ.กพร.')) };
  return landed(await postWithFiles(t, await t.as('clerk.kpr'), '/signing/new', fields, [{ field: 'file', name: 'เอกสาร.pdf', type: 'application/pdf', content: memo }]));
}
let memo: Buffer;
beforeAll(async () => {
  memo = Buffer.from((await made(t.services.paper, exampleMemo)).pdf);
});

const acting = async (from: string, more: Record<string, string> = {}) => {
  const address = landed(await (await t.as('admin')).post('/acting/new', { kind: 'rakkha', positionId: String(await seat('ผอ.กพร.')), personId: String(await personOf('minutes.kpr')), reason: 'ผู้ดำรงตำแหน่งลา', validFrom: from, ...more }));
  await t.runJobs();
  return address;
};

it('an acting order begins and is ended: each time who answers for the post is told, once', async () => {
  const subject = 'เรื่องที่รอขณะมีคำสั่งรักษาราชการแทน';
  const href = await ask(subject);
  await t.runJobs();
  expect(await told('head.kpr', subject)).toBe(0);
  const order = await acting('3 พ.ย. 2563');
  expect([await told('minutes.kpr', subject), await told('head.kpr', subject)]).toEqual([1, 0]);
  expect(await inInbox('minutes.kpr', href)).toBe(true);
  expect((await (await t.as('minutes.kpr')).get(href)).body).toContain('รักษาราชการแทน');
  landed(await (await t.as('admin')).post(`${order}/end`, { reason: 'ผู้ดำรงตำแหน่งกลับมาแล้ว' }));
  await t.runJobs();
  await t.services.database.write(systemActor('test'), (tx) => enqueue(tx, passOnJob, {}));
  await t.runJobs();
  expect([await told('minutes.kpr', subject), await told('head.kpr', subject)]).toEqual([1, 1]);
  expect([await inInbox('minutes.kpr', href), await inInbox('head.kpr', href)]).toEqual([false, true]);
  const late = await t.as('minutes.kpr');
  expect((await late.get(href)).body).toContain('ไม่มีคำสั่งให้ทำหน้าที่แทนที่ยังมีผล');
  expect(await rowsOf(`select 1 from platform.audit where action = 'signatures.request-passed-on' and subject_id = $1`, [href.split('/').at(-1)])).toHaveLength(2);
}, 60_000);

it('an order of a later day tells nobody before it, and its last day ends it by itself', async () => {
  const subject = 'เรื่องที่รอคำสั่งซึ่งมีผลภายหลัง';
  const href = await ask(subject);
  await acting('5 พ.ย. 2563', { validTo: '6 พ.ย. 2563' });
  const onDay = async (day: string) => {
    await t.moveTo(`${day}T00:10:00+07:00`);
    await t.services.database.write(systemActor('test'), (tx) => enqueue(tx, passOnJob, {}));
    await t.runJobs();
    return [await told('minutes.kpr', subject), await told('head.kpr', subject), await inInbox('minutes.kpr', href)];
  };
  expect(await onDay('2020-11-04')).toEqual([0, 0, false]);
  expect(await onDay('2020-11-05')).toEqual([1, 0, true]);
  expect(await onDay('2020-11-07')).toEqual([1, 1, false]);
}, 60_000);

it('the post gets a new holder: the news and the line go to them, the old one keeps neither line nor paper, a stranger finds nothing', async () => {
  const subject = 'เรื่องที่รอขณะเปลี่ยนผู้ดำรงตำแหน่ง';
  const href = await ask(subject);
  expect(await inInbox('head.kpr', href)).toBe(true);
  const admin = await t.as('admin');
  const free = await one<{ id: number }>(`select q.id from organisation.position q where q.valid_to is null and not exists (select from organisation.holding h where h.position_id = q.id) order by q.id limit 1`);
  const move = async (username: string, positionId: number) => landed(await admin.post(`/people/${await personOf(username)}/move`, { positionId: String(positionId), main: 'yes', from: '7 พ.ย. 2563', successor: String(await personOf('clerk.kpr')) }));
  await move('head.kpr', free.id);
  await t.runJobs();
  expect((await (await t.as('clerk.kpr')).get(href)).body).toContain('ไม่มีผู้ดำรงตำแหน่งหรือทำหน้าที่แทน');
  await move('minutes.kpr', await seat('ผอ.กพร.'));
  await t.runJobs();
  expect([await told('minutes.kpr', subject), await told('head.kpr', subject)]).toEqual([1, 0]);
  expect([await inInbox('minutes.kpr', href), await inInbox('head.kpr', href)]).toEqual([true, false]);
  const before = await t.as('head.kpr');
  const page = await before.get(href);
  expect([page.statusCode, page.body]).toEqual([200, expect.stringContaining('ไม่มีคำสั่งให้ทำหน้าที่แทนที่ยังมีผล')]);
  expect((await before.get(`${href}/file`)).statusCode).toBe(404);
  expect((await (await t.as('minutes.kpr')).get(`${href}/file`)).statusCode).toBe(200);
  expect((await (await t.as('officer.snp')).get(href)).statusCode).toBe(404);
}, 60_000);
