/** A file through the screens: verdicts first, then all of it or nothing, once. */
import { expect, test } from 'vitest';
import { useApp, type Client } from '../../../../../tests/support/app.ts';
import { csvOf } from '../../../../platform/csv.ts';
import { orFail } from '../../../../platform/result.ts';
import { rawText } from '../../../../platform/tables/cells.ts';
import { readSheets } from '../../../../platform/tables/read-table.ts';
import type { TableKindName } from '../../domain/tables/rows.ts';
import { judgeRows, uploadTable } from '../../testing/import-file.ts';

const house = useApp();

const upload = (client: Client, kind: TableKindName, name: string, content: string | Buffer) => uploadTable(house, client, kind, name, content);
const judge = (kind: TableKindName, rows: readonly (readonly unknown[])[]) => judgeRows(house, kind, rows);
const count = async (table: string, where = 'true') => Number((await house.db.owner.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`)).rows[0]?.n);

const people = csvOf([
  ['ชื่อ-สกุล', 'อีเมล', 'โทรศัพท์', 'คอลัมน์แปลก'],
  ['น.ส.ดารา ตัวอย่างใหม่', 'dara.new@prd.example', '๐ ๒๖๑๘ ๒๓๒๓', 'x'],
  ['นายสมคิด ตัวอย่างใหม่', 'ไม่ใช่อีเมล', '', ''],
  ['', '', '', ''],
  ['นายวิชัย ตัวอย่างใหม่', 'wichai.new@prd.example', '', ''],
  ['นายวิชัย ตัวอย่างใหม่', 'wichai.new@prd.example', '', ''],
]);

test('a file is judged row by row, brought in once, and brings nothing when it is sent again', async () => {
  const admin = await house.as('admin');
  const staged = await upload(admin, 'people', 'คนใหม่.csv', people);
  expect(staged.statusCode).toBe(303);
  const address = String(staged.headers.location);
  const { body } = await admin.get(address);
  expect(body).toContain('ยืนยันนำเข้า 2 แถว');
  expect(body).toContain('ไม่ใช่อีเมล');
  expect(body).toContain('เหมือนแถว 5 ทุกช่อง');
  expect(body).toContain('คอลัมน์แปลก');
  expect(await count('organisation.person', "family = 'ตัวอย่างใหม่'")).toBe(0);

  const verdicts = orFail(await readSheets((await admin.get(`${address}/verdicts.xlsx`)).rawPayload))[0];
  expect(verdicts?.rows.slice(2).map((row) => rawText(row[0]))).toEqual(['เพิ่มใหม่', 'รับไม่ได้', 'เพิ่มใหม่', 'ซ้ำในไฟล์']);

  expect((await admin.post(`${address}/confirm`)).statusCode).toBe(303);
  expect((await house.db.owner.query("select title, given, phone from organisation.person where family = 'ตัวอย่างใหม่' order by given")).rows).toEqual([{ title: 'นางสาว', given: 'ดารา', phone: '๐ ๒๖๑๘ ๒๓๒๓' }, { title: 'นาย', given: 'วิชัย', phone: null }]);
  expect((await admin.post(`${address}/confirm`)).statusCode).toBe(409);
  expect(await count('organisation.person', "family = 'ตัวอย่างใหม่'")).toBe(2);
  expect(await count('platform.audit', "action = 'organisation.imported' and detail ->> 'hash' ~ '^[0-9a-f]{64}$'")).toBe(1);
  expect(await count('platform.audit', "action = 'organisation.person-added' and detail ? 'import'")).toBe(2);

  const again = await upload(admin, 'people', 'คนใหม่.csv', people);
  expect((await admin.get(String(again.headers.location))).body).toContain('ไม่มีแถวที่ต้องนำเข้า');
  // The verdicts' own file, sent back as it is, is read like any other.
  const back = await upload(admin, 'people', 'ผล.xlsx', (await admin.get(`${address}/verdicts.xlsx`)).rawPayload);
  expect(back.statusCode).toBe(303);
});

test('data that changed between the look and the confirmation is shown again, and nothing is written', async () => {
  const admin = await house.as('admin');
  const one = (await house.db.owner.query<{ id: number; email: string }>("select id, email from organisation.person where email like 'p1%' order by id limit 1")).rows[0];
  const staged = await upload(admin, 'people', 'โทร.csv', csvOf([['id', 'phone', 'email'], [one?.id, '1111', one?.email]]));
  const address = String(staged.headers.location);
  await house.db.owner.query("update organisation.person set phone = '9999' where id = $1", [one?.id]);
  const answer = await admin.post(`${address}/confirm`);
  expect(answer.headers.location).toBe(`${address}?only=differs`);
  expect((await admin.get(String(answer.headers.location))).body).toContain('ข้อมูลในระบบเปลี่ยนไป');
  expect(await count('organisation.person', `id = ${one?.id} and phone = '9999'`)).toBe(1);
  await admin.post(`${address}/confirm`);
  expect(await count('organisation.person', `id = ${one?.id} and phone = '1111'`)).toBe(1);
});

test('only who may change a table brings it in; files that cannot be read say what to do', async () => {
  const officer = await house.as('officer.snp');
  expect((await officer.get('/import')).statusCode).toBe(403);
  const admin = await house.as('admin');
  const refused = async (name: string, content: string | Buffer, kind: TableKindName = 'people') => (await upload(admin, kind, name, content)).body;
  expect(await refused('a.xls', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2000)]))).toContain('บันทึกเป็น .xlsx');
  expect(await refused('a.csv', 'เรื่อง,เลขที่\nก,1\n')).toContain('ไม่พบแถวหัวคอลัมน์');
  expect(await refused('a.csv', String((await admin.get('/positions.csv')).body))).toContain('ไฟล์นี้เป็นตารางตำแหน่ง');
  const staged = await upload(admin, 'people', 'ฉัน.csv', people);
  const other = await house.as('auditor').catch(() => officer);
  expect([403, 404]).toContain((await other.get(String(staged.headers.location))).statusCode);
});

test('units: a new name needs its day, a parent may come in the same file, what is not clear is asked', async () => {
  const heads = ['ชื่อ', 'ชื่อภาษาอังกฤษ', 'ชื่อตั้งแต่', 'ตัวย่อ', 'ชนิด', 'สังกัด', 'ตั้งเมื่อ'];
  const [renamed, noDay, child, parent, unknown] = await judge('units', [heads,
    ['สำนักข่าวและสื่อใหม่', 'News and New Media Bureau', '1 ต.ค. 2564', 'สนข.', '', '', ''],
    ['ชื่อใหม่ไม่มีวัน', 'No Day', '', 'กพร.', '', '', ''],
    ['กลุ่มทดสอบ', 'Test Group', '', '', 'กลุ่ม', 'สทส.', '๑/๑/๖๔'],
    ['สำนักทดสอบ', 'Test Bureau', '', 'สทส.', 'สำนัก', 'กปส.', '1/1/2564'],
    ['กลุ่มหลง', 'Lost', '', '', 'กลุ่ม', 'ไม่มีหน่วยนี้', '1/1/2564'],
  ]);
  expect(renamed).toMatchObject({ verdict: 'changed' });
  expect(renamed?.changes[0]).toContain('สำนักข่าวและสื่อใหม่');
  expect(noDay).toMatchObject({ verdict: 'refused', why: expect.stringContaining('กรอกวันเริ่มใช้ชื่อใหม่') });
  expect([child?.verdict, parent?.verdict]).toEqual(['new', 'new']);
  expect(unknown?.why).toContain('ไม่พบหน่วยงาน');
});

test('committees: rows below the first need not repeat it; two chairs are refused; the calendar corrects by withdrawing', async () => {
  const seats = (await house.db.owner.query<{ title: string; unit: string; seat: string }>("select q.title_th as title, b.text as unit, q.seat_number as seat from organisation.position q join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' where q.head_of_unit order by q.id limit 3")).rows;
  const heads = ['ชื่อคณะ', 'ชนิดคณะ', 'เลขที่คำสั่ง', 'วันที่คำสั่ง', 'หน่วยงานเลขานุการ', 'ฐานะในคณะ', 'หน่วยงานของกรรมการ', 'กรรมการโดยตำแหน่ง', 'เลขที่ตำแหน่งของกรรมการ'];
  const seat = (at: number) => [seats[at]?.unit, seats[at]?.title, seats[at]?.seat];
  const rows = [heads, ['คณะทำงานทดสอบนำเข้า', 'คณะทำงาน', '๙๙/๒๕๖๓', '1 พ.ย. 2563', 'กพร.', 'ประธาน', ...seat(0)], ['', '', '', '', '', 'กรรมการ/คณะทำงาน', ...seat(1)]];
  expect((await judge('committees', rows)).map((one) => one.verdict)).toEqual(['new', 'new']);
  const twoChairs = await judge('committees', [...rows, ['', '', '', '', '', 'ประธาน', ...seat(2)]]);
  expect(twoChairs.filter((one) => one.verdict === 'refused').length).toBeGreaterThan(0);
  const admin = await house.as('admin');
  const committee = await upload(admin, 'committees', 'คณะ.csv', csvOf(rows));
  expect((await admin.post(`${String(committee.headers.location)}/confirm`)).statusCode).toBe(303);
  expect(await count('organisation.committee_member m join organisation.committee c on c.id = m.committee_id', "c.order_number = '99/2563'")).toBe(2);
  expect((await judge('committees', rows)).map((one) => one.verdict)).toEqual(['unchanged', 'unchanged']);

  const day = (await house.db.owner.query<{ day: string; name: string }>("select day::text, name_th as name from organisation.office_day where kind = 'holiday' and day > '2021-01-01' and withdrawn_at is null order by day limit 1")).rows[0];
  const staged = await upload(admin, 'calendar', 'วันหยุด.csv', csvOf([['วันที่', 'ชนิด', 'ชื่อวัน', 'ที่มา'], [day?.day, 'วันหยุดราชการ', day?.name, 'มติ ครม. ๑ พ.ย. ๒๕๖๓'], ['๑๒ เมษายน ๒๕๖๔', 'วันหยุดพิเศษ', 'วันหยุดพิเศษทดสอบ', 'มติ ครม.']]));
  await admin.post(`${String(staged.headers.location)}/confirm`);
  expect(await count('organisation.office_day', `day = '${day?.day}' and withdrawn_at is not null`)).toBe(1);
  expect(await count('organisation.office_day', `day = '${day?.day}' and withdrawn_at is null and source like 'มติ%'`)).toBe(1);
  expect(await count('organisation.office_day', "day = '2021-04-12' and name_th = 'วันหยุดพิเศษทดสอบ'")).toBe(1);
});

test('people change places in one file; ten thousand are judged and written with few statements', async () => {
  const held = (await house.db.owner.query<{ email: string; unit: string; title: string; seat: string }>(`select p.email, b.text as unit, q.title_th as title, q.seat_number as seat from organisation.holding h join organisation.person p on p.id = h.person_id
    join organisation.position q on q.id = h.position_id join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' where h.valid_to is null and q.kind = 'officer' and p.email like 'p%' order by p.id limit 2`)).rows;
  const [a, b] = held as [(typeof held)[number], (typeof held)[number]];
  const swap = [['อีเมล', 'หน่วยงาน', 'ตำแหน่ง', 'เลขที่ตำแหน่ง', 'ดำรงตำแหน่งตั้งแต่'], [a.email, b.unit, b.title, b.seat, '1 ธ.ค. 2563'], [b.email, a.unit, a.title, a.seat, '1 ธ.ค. 2563']];
  const admin = await house.as('admin');
  const staged = await upload(admin, 'people', 'สลับ.csv', csvOf(swap));
  expect((await admin.post(`${String(staged.headers.location)}/confirm`)).statusCode).toBe(303);
  expect(await count('organisation.holding', "valid_from = '2020-12-01'")).toBe(2);

  const many = csvOf([['คำนำหน้า', 'ชื่อ', 'นามสกุล', 'อีเมล', 'โทรศัพท์'], ...Array.from({ length: 10_000 }, (_, at) => ['นาย', `คนที่${at}`, `มากมาย${at}`, `many${at}@prd.example`, String(at)])]);
  const begun = performance.now();
  const big = await upload(admin, 'people', 'มาก.csv', many);
  const judged = performance.now();
  const page = await admin.get(String(big.headers.location));
  const shown = performance.now();
  const done = await admin.post(`${String(big.headers.location)}/confirm`);
  const written = performance.now();
  expect(page.body).toContain('ยืนยันนำเข้า 10000 แถว');
  expect(done.statusCode).toBe(303);
  expect(await count('organisation.person', "email like 'many%'")).toBe(10_000);
  console.log(JSON.stringify({ figure: 'import 10,000 people', upload_and_judge_ms: Math.round(judged - begun), page_ms: Math.round(shown - judged), confirm_ms: Math.round(written - shown) }));
}, 180_000);
