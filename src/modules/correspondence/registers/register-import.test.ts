/** Old registers come in: verdicts first, collisions told, nothing by halves, and the way back. */
import { beforeAll, describe, expect, it } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import type { Client } from '../../../../tests/support/app.ts';
import { systemActor, type Actor } from '../../../platform/access/actor.ts';
import { csvOf } from '../../../platform/csv.ts';
import { orFail } from '../../../platform/result.ts';
import { rawText } from '../../../platform/tables/cells.ts';
import { readSheets } from '../../../platform/tables/read-table.ts';
import { readZip } from '../../../platform/tables/zip.ts';
import { registerImportRetention } from './retention.ts';

const t = useApp();
let unit: number;
const rows = async <R>(text: string, values: unknown[] = []) => (await t.db.owner.query(text, values)).rows as R[];
const count = async (from: string) => Number((await rows<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n);

async function upload(client: Client, table: 'sent' | 'received', year: number, content: string | Buffer, name = 'ทะเบียนเดิม.csv') {
  const boundary = '----krom-test';
  const field = (key: string, value: string) => `--${boundary}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`;
  const payload = Buffer.concat([
    Buffer.from(`${field('_key', client.key())}${field('unit', String(unit))}${field('table', table)}${field('year', String(year))}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
    Buffer.from(content), Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return t.app.inject({ method: 'POST', url: '/register/imports', cookies: client.cookies, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload });
}

async function staged(client: Client, table: 'sent' | 'received', year: number, content: string | Buffer): Promise<string> {
  const answer = await upload(client, table, year, content);
  expect(answer.statusCode, answer.body.replaceAll(/<[^>]+>/g, ' ').slice(0, 1500)).toBe(303);
  return String(answer.headers.location);
}
const verdictsOf = async (address: string) => rows<{ row: number; verdict: string; problems: { en: string; warns?: boolean }[] }>('select row_number as row, verdict, problems from correspondence.register_import_row where import_id = $1 order by 1', [Number(address.split('/').at(-1))]);

beforeAll(async () => {
  unit = (await rows<{ unit_id: number }>("select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'"))[0]?.unit_id ?? 0;
});

const old = csvOf([
  ['ทะเบียนหนังสือส่ง กพร. พ.ศ. ๒๕๖๒'],
  ['เลขทะเบียนส่ง', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'การปฏิบัติ', 'หมายเหตุ', 'หน่วยงาน', 'สถานะเลข', 'เหตุที่ยกเลิก', 'แฟ้ม'],
  ['๑', 'นร ๐๒๒๓/๑', '๓ ม.ค. ๒๕๖๒', 'กพร.', 'สลก.', 'แผนปฏิบัติราชการ', '', '', 'กพร.', '', '', 'ก'],
  ['2', 'นร 0223/2', '4/1/2562', 'กพร.', 'ทุกสำนัก', 'ขอส่งรายงาน', '', '', '', '', '', ''],
  ['2', 'นร 0223/2', '4/1/2562', 'กพร.', 'ทุกสำนัก', 'ขอส่งรายงาน', '', '', '', '', '', ''],
  ['5', 'นร 0223/5', '2/1/2562', 'กพร.', 'สลก.', 'เรื่องที่ลงวันที่ย้อน', '', '', '', '', '', ''],
  ['6', 'นร 0223/6', '5/1/2561', 'กพร.', 'สลก.', 'ผิดปี', '', '', '', '', '', ''],
  ['7', 'นร 0223/7', '5/1/2562', 'กพร.', 'สลก.', 'ของหน่วยอื่น', '', '', 'สนข.', '', '', ''],
  ['8', 'กค 9999/8', '6/1/2562', 'กพร.', 'สลก.', 'รหัสที่ไม่รู้จัก', '', '', '', '', '', ''],
  ['9', '', '', '', '', '', '', '', '', 'ยกเลิก', 'พิมพ์ผิด', ''],
  ['10', 'นร 0223/10', '8/1/2562', 'กพร.', 'สลก.', 'เลขซ้ำ ข้อความแรก', '', '', '', '', '', ''],
  ['10', 'นร 0223/10', '8/1/2562', 'กพร.', 'สลก.', 'เลขซ้ำ ข้อความที่สอง', '', '', '', '', '', ''],
  ['11', 'นร 0223/ว 11', '9/1/2562', 'กพร.', 'ทุกสำนัก', 'เวียนเก่าเรื่องตุ๊กแกสีม่วง', '', '', '', 'ยกเลิก', '', ''],
  ['12', 'นร 0223/ว 12', '9/1/2562', 'กพร.', 'ทุกสำนัก', 'เวียนเก่าเรื่องตุ๊กแกสีม่วง', '', '', '', '', '', ''],
  ['x', 'นร 0223/13', '9/1/2562', 'กพร.', 'สลก.', 'เลขอ่านไม่ได้', '', '', '', '', '', ''],
]);

describe('an old outgoing register', () => {
  let address: string;

  it('gets a verdict for every row, and nothing is written before the confirmation', async () => {
    const clerk = await t.as('clerk.kpr');
    expect((await clerk.get('/register/imports')).statusCode).toBe(200);
    const before = await count('correspondence.register_entry');
    address = await staged(clerk, 'sent', 2562, old);
    const verdicts = await verdictsOf(address);
    expect(verdicts.map((one) => one.verdict)).toEqual(['new', 'new', 'duplicate', 'new', 'refused', 'refused', 'new', 'refused', 'duplicate', 'duplicate', 'refused', 'new', 'refused']);
    const why = verdicts.map((one) => one.problems.map((problem) => problem.en).join(' '));
    expect(why[2]).toContain('The same as row 4');
    expect(why[3]).toMatch(/No row has 3–4[\s\S]*lies before the day/);
    expect(why[4]).toContain('is not in the year 2562');
    expect(why[5]).toContain('is not the unit of this register');
    expect(why[6]).toMatch(/กค 9999 is not known/);
    expect(why[7]).toContain('There is no day of the letter');
    expect(why[9]).toContain('with other words');
    const page = (await clerk.get(address)).body;
    for (const words of ['ยืนยันนำเข้า 5 แถว', 'อีก 8 แถวจะไม่ถูกนำเข้า', 'แฟ้ม', 'เลขถัดไปของทะเบียนหนังสือส่ง ปี 2562 จะเป็น 9']) expect(page).toContain(words);
    expect((await clerk.get(`${address}?only=warned`)).body).toContain('รหัสที่ไม่รู้จัก');
    expect(await count('correspondence.register_entry')).toBe(before);
    const sheet = orFail(await readSheets((await clerk.get(`${address}/verdicts.xlsx`)).rawPayload))[0];
    expect(sheet?.rows.slice(2, 5).map((row) => rawText(row[0]))).toEqual(['รับได้', 'รับได้', 'ซ้ำในไฟล์']);
  });

  it('is written once, marked, found, and the series go on after it', async () => {
    const clerk = await t.as('clerk.kpr');
    expect((await clerk.post(`${address}/confirm`)).statusCode).toBe(303);
    expect((await clerk.post(`${address}/confirm`)).statusCode).toBe(409);
    expect(await rows('select number, reference, letter_date::text as day, carried_over, state from correspondence.register_entry where year = 2562 and owner_unit_id = $1 and book = \'outgoing\' order by number', [unit])).toEqual([
      { number: 1, reference: 'นร 0223/1', day: '2019-01-03', carried_over: true, state: 'valid' },
      { number: 2, reference: 'นร 0223/2', day: '2019-01-04', carried_over: true, state: 'valid' },
      { number: 5, reference: 'นร 0223/5', day: '2019-01-02', carried_over: true, state: 'valid' },
      { number: 8, reference: 'กค 9999/8', day: '2019-01-06', carried_over: true, state: 'valid' },
    ]);
    expect(await rows('select last_number, (select reason from correspondence.series_start s where s.owner_unit_id = $1 and s.year = 2562 and s.book = \'outgoing\') as reason from correspondence.counter where owner_unit_id = $1 and year = 2562 and book = \'outgoing\'', [unit])).toEqual([{ last_number: 8, reason: 'ยกมาจากทะเบียนเดิม ไฟล์ ทะเบียนเดิม.csv' }]);
    expect((await clerk.get(`/register?unit=${unit}&year=2562`)).body).toContain('ยกมาจากทะเบียนเดิม');
    await t.runJobs();
    expect((await clerk.get(`/search?q=${encodeURIComponent('ตุ๊กแกสีม่วง')}`)).body).toContain('ยกมาจากทะเบียนเดิม');
    const letters = (await clerk.get(`/find-letters?q=${encodeURIComponent('ตุ๊กแกสีม่วง')}`)).body;
    expect(letters.includes('จากทะเบียนเดิมที่นำเข้า') && /href="\/register\?[^"]*go=/.test(letters)).toBe(true);
    const again = await staged(clerk, 'sent', 2562, old);
    expect((await verdictsOf(again)).map((one) => one.verdict)).toEqual(['unchanged', 'unchanged', 'duplicate', 'unchanged', 'refused', 'refused', 'unchanged', 'refused', 'duplicate', 'duplicate', 'refused', 'unchanged', 'refused']);
  });

  it('tells numbers that are taken, also of rows that changed between the look and the confirmation', async () => {
    const clerk = await t.as('clerk.kpr');
    const clash = csvOf([['เลขทะเบียนส่ง', 'ที่', 'ลงวันที่', 'ถึง', 'เรื่อง'], ['1', 'นร 0223/1', '3/1/2562', 'สลก.', 'เรื่องอื่น'], ['20', 'นร 0223/20', '20/1/2562', 'สลก.', 'เลขยี่สิบ']]);
    const one = await staged(clerk, 'sent', 2562, clash);
    expect((await verdictsOf(one)).map((row) => row.verdict)).toEqual(['taken', 'new']);
    expect((await clerk.get(one)).body).toContain('มีในระบบแล้ว ในระบบคือ เรื่อง “แผนปฏิบัติราชการ”');
    const other = await staged(clerk, 'sent', 2562, csvOf([['เลขทะเบียนส่ง', 'ที่', 'ลงวันที่', 'ถึง', 'เรื่อง'], ['20', 'นร 0223/20', '20/1/2562', 'สลก.', 'มาก่อน']]));
    expect((await clerk.post(`${other}/confirm`)).statusCode).toBe(303);
    expect((await clerk.post(`${one}/confirm`)).headers.location).toBe(`${one}?only=differs`);
    expect((await verdictsOf(one)).map((row) => row.verdict)).toEqual(['taken', 'taken']);
    expect((await clerk.post(`${one}/confirm`)).statusCode).toBe(409);
  });

  it('is taken back whole with a reason, and a number is not given twice for that', async () => {
    const clerk = await t.as('clerk.kpr');
    expect((await clerk.post(`${address}/undo`, { reason: '' })).statusCode).toBe(422);
    expect((await clerk.post(`${address}/undo`, { reason: 'ไฟล์ผิดปี' })).statusCode).toBe(303);
    expect(await count(`correspondence.register_entry where import_id = ${address.split('/').at(-1)}`)).toBe(0);
    expect((await clerk.get(`/search?q=${encodeURIComponent('ตุ๊กแกสีม่วง')}`)).body).not.toContain('เวียนเก่าเรื่อง');
    expect((await clerk.get(`/find-letters?q=${encodeURIComponent('ตุ๊กแกสีม่วง')}`)).body).not.toContain('จากทะเบียนเดิมที่นำเข้า');
    expect((await clerk.get(address)).body).toContain('ไฟล์ผิดปี');
    expect((await clerk.post(`${address}/undo`, { reason: 'อีกครั้ง' })).statusCode).toBe(409);
    const back = await staged(clerk, 'sent', 2562, old);
    expect((await clerk.post(`${back}/confirm`)).statusCode).toBe(303);
    expect(await count("platform.audit where action like 'correspondence.register-import%'")).toBeGreaterThan(4);
  });

  it('is not for people of other units', async () => {
    const stranger = await t.as('clerk.ssc');
    expect((await stranger.get(address)).statusCode).toBe(404);
    expect((await stranger.post(`${address}/undo`, { reason: 'x' })).statusCode).toBe(404);
    expect((await upload(stranger, 'sent', 2562, old)).statusCode).toBe(404);
  });
});

describe('an old incoming register', () => {
  it('comes in with days as headings, and what is in use keeps it from being taken back', async () => {
    const clerk = await t.as('clerk.kpr');
    const address = await staged(clerk, 'received', 2562, csvOf([
      ['เลขทะเบียนรับ', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'การปฏิบัติ', 'หมายเหตุ'],
      ['วันที่ ๗ เดือน มกราคม พ.ศ. ๒๕๖๒'],
      ['๑', 'กค ๐๑๐๑/๕', '๒๘ ธ.ค. ๒๕๖๑', 'กระทรวงการคลัง', 'อธิบดี', 'ขอความร่วมมือ', 'กพร.', ''],
      ['วันที่ 8 เดือน มกราคม พ.ศ. 2562'],
      ['2', 'มท 0101/9', '', 'กระทรวงมหาดไทย', 'อธิบดี', 'เชิญประชุมเรื่องปลากระเบนทอง', '', ''],
      ['3', 'มท 0101/10', '', '', 'อธิบดี', 'ไม่มีผู้ส่ง', '', ''],
    ]));
    expect((await verdictsOf(address)).map((one) => one.verdict)).toEqual(['new', 'new', 'refused']);
    expect((await clerk.post(`${address}/confirm`)).statusCode).toBe(303);
    expect(await rows("select number, (registered_at at time zone 'Asia/Bangkok')::date::text as day, state, carried_over, letter_date::text as dated from correspondence.received_letter where year = 2562 and owner_unit_id = $1 order by number", [unit])).toEqual([
      { number: 1, day: '2019-01-07', state: 'closed', carried_over: true, dated: '2018-12-28' }, { number: 2, day: '2019-01-08', state: 'closed', carried_over: true, dated: null },
    ]);
    await t.runJobs();
    expect((await clerk.get(`/search?q=${encodeURIComponent('ปลากระเบนทอง')}`)).body).toContain('เชิญประชุม');
    expect((await clerk.get(`/incoming/register?unit=${unit}&year=2562`)).body).toContain('ยกมาจากทะเบียนเดิม');
    const id = (await rows<{ id: number }>("select id from correspondence.received_letter where carried_over and number = 2 and year = 2562"))[0]?.id;
    expect((await clerk.get(`/incoming/${id}`)).statusCode).toBe(200);
    expect((await clerk.post(`/incoming/${id}/reopen`, { reason: 'ต้องดำเนินการต่อ' })).statusCode).toBe(303);
    const refused = await clerk.post(`${address}/undo`, { reason: 'ขอถอน' });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain('ถอนไม่ได้');
    expect(await count(`correspondence.received_letter where import_id = ${address.split('/').at(-1)}`)).toBe(2);
  });
});

describe('export and import', () => {
  it.each(['sent', 'received'] as const)('mirror each other: the %s table of a package brings nothing', { timeout: 120_000 }, async (table) => {
    const clerk = await t.as('clerk.kpr');
    const asked = await clerk.post('/register/exports', { unit: String(unit), year: '2563' });
    await t.runJobs();
    const zip = readZip((await clerk.get(`${String(asked.headers.location)}/file`)).rawPayload, 100_000_000, /\.csv$/);
    const back = await verdictsOf(await staged(clerk, table, 2563, zip.get(`${table}.csv`) as Buffer));
    expect(back.length).toBeGreaterThan(5);
    expect(back.filter((one) => one.verdict !== 'unchanged')).toEqual([]);
  });
});

describe('a file that nobody confirms', () => {
  it('is forgotten with its rows and its upload once its time is over, by the system alone; what was brought in stays', async () => {
    const clerk = await t.as('clerk.kpr');
    const left = await staged(clerk, 'sent', 2561, csvOf([['เลขทะเบียนส่ง', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง'], ['1', 'นร 0223/1', '5/1/2561', 'กพร.', 'สลก.', 'ไฟล์ที่ถูกทิ้งไว้']]));
    const id = Number(left.split('/').pop());
    const before = await count("correspondence.register_import where applied_at is not null");
    await t.db.owner.query("update correspondence.register_import set checked_at = checked_at - interval '40 days' where id = $1", [id]);
    const forget = (actor: Actor) => t.services.database.write(actor, async (tx) => registerImportRetention.erase?.(tx, new Date(t.services.clock.now().getTime() - 30 * 86_400_000), 10));
    await expect(forget({ ...systemActor('test'), kind: 'person', id: 5 })).rejects.toMatchObject({ code: '42501' });
    expect(await forget(systemActor('test'))).toBe(1);
    expect([await count(`correspondence.register_import where id = ${id}`), await count(`correspondence.register_import_row where import_id = ${id}`)]).toEqual([0, 0]);
    expect(await count("correspondence.register_import where applied_at is not null")).toBe(before);
    expect((await clerk.get(left)).statusCode).toBe(404);
  });
});
