/** An office changes by files: units and seats come, people come and leave, seats and units close. Each step through the screens. */
import { expect, test } from 'vitest';
import { useApp } from '../../../../../tests/support/app.ts';
import { systemActor } from '../../../../platform/access/actor.ts';
import { csvOf } from '../../../../platform/csv.ts';
import type { TableKindName } from '../../domain/tables/rows.ts';
import { unitsActiveOn } from '../../store/units.ts';
import { seatsOn } from '../../store/positions.ts';
import { judgeRows, uploadTable } from '../../testing/import-file.ts';

const house = useApp();
type Rows = readonly (readonly unknown[])[];

const ask = async <R>(text: string, values: unknown[] = []) => (await house.db.owner.query(text, values)).rows as R[];
const count = async (from: string) => Number((await ask<{ n: string }>(`select count(*) as n from ${from}`))[0]?.n);
const judge = (kind: TableKindName, rows: Rows) => judgeRows(house, kind, rows);
const verdicts = async (kind: TableKindName, rows: Rows) => (await judge(kind, rows)).map((one) => one.verdict);

/** Uploads, looks and confirms; gives the page that was looked at. */
async function bringIn(kind: TableKindName, rows: Rows): Promise<string> {
  const admin = await house.as('admin');
  const staged = await uploadTable(house, admin, kind, `${kind}.csv`, csvOf(rows));
  expect(staged.statusCode, staged.body.slice(0, 400)).toBe(303);
  const address = String(staged.headers.location);
  const { body } = await admin.get(address);
  const answer = await admin.post(`${address}/confirm`);
  expect(answer.statusCode, answer.body.replaceAll(/<[^>]+>/g, ' ').slice(0, 2000)).toBe(303);
  expect(answer.headers.location).toBe(address);
  return body;
}

const unitHeads = ['เลขในระบบ', 'ชื่อ', 'ชื่อภาษาอังกฤษ', 'ชื่อตั้งแต่', 'ตัวย่อ', 'รหัสหนังสือ', 'ชนิด', 'สังกัด', 'สังกัดตั้งแต่', 'โทรศัพท์', 'ตั้งเมื่อ', 'ยุบเมื่อ', 'ที่มา'];
const unit = (cells: Partial<Record<'id' | 'name' | 'en' | 'from' | 'abbreviation' | 'code' | 'kind' | 'parent' | 'parentFrom' | 'phone' | 'opened' | 'closed' | 'source', string>>) =>
  (['id', 'name', 'en', 'from', 'abbreviation', 'code', 'kind', 'parent', 'parentFrom', 'phone', 'opened', 'closed', 'source'] as const).map((key) => cells[key] ?? '');
const closing = (...rows: readonly (readonly [abbreviation: string, name: string, lastDay: string])[]): Rows => [['ตัวย่อ', 'ชื่อ', 'สังกัด', 'ยุบเมื่อ'], ...rows.map(([abbreviation, name, day]) => [abbreviation, name, abbreviation ? '' : 'สทน.', day])];

test('units: every verdict in words, nothing before the confirmation, and then exactly what was shown', async () => {
  const foreign = (await ask<{ name: string }>("select n.th as name from organisation.unit_name n join organisation.unit_abbreviation a on a.unit_id = n.unit_id where a.text = 'สปต.'"))[0]?.name ?? '';
  const rows = [unitHeads,
    unit({ name: 'กลุ่มทดลองนำเข้า', en: 'Import Trial Group', kind: 'กลุ่ม', parent: 'สทน.', opened: '๑ ต.ค. ๒๕๖๓' }),
    unit({ name: 'สำนักทดลองนำเข้า', en: 'Import Trial Bureau', abbreviation: 'สทน.', code: 'นร ๐๒๙๙', kind: 'สำนัก', parent: 'กปส.', opened: '1/10/2563', phone: '๐ ๒๖๑๘ ๙๙๙๙' }),
    unit({ name: 'สำนักข่าวและสื่อใหม่', en: 'News and New Media Bureau', from: '1 พ.ย. 2563', abbreviation: 'สนข.', phone: '๐ ๒๖๑๘ ๐๐๐๐', source: 'กฎกระทรวง พ.ศ. 2563' }),
    unit({ name: 'กลุ่มพัฒนาระบบบริหาร', abbreviation: 'กพร.', phone: 'ถอน' }),
    unit({ name: 'กลุ่มหลง', en: 'Lost Group', kind: 'กลุ่ม', parent: 'ไม่มีหน่วยนี้', opened: '1/10/2563' }),
    unit({ name: 'กลุ่มซ้ำ', en: 'Double Group', abbreviation: 'กลซ.', kind: 'กลุ่ม', parent: 'กปส.', opened: '1/10/2563' }),
    unit({ name: 'กลุ่มซ้ำ', en: 'Double Group', abbreviation: 'กลซ.', kind: 'กลุ่ม', parent: 'กปส.', opened: '2/10/2563' }),
    unit({ name: foreign, en: 'Another Bureau', abbreviation: 'สปอ.', kind: 'สำนัก', parent: 'กปส.', opened: '1/10/2563' }),
    unit({ name: 'กลุ่มของสำนักที่ยังไม่ตั้ง', en: 'Early Group', kind: 'กลุ่ม', parent: 'สทน.', opened: '1/9/2563' }),
  ];
  const kpr = (await ask<{ phone: string }>("select u.phone from organisation.unit u join organisation.unit_abbreviation a on a.unit_id = u.id where a.text = 'กพร.'"))[0];
  rows[4] = unit({ name: 'กลุ่มพัฒนาระบบบริหาร', abbreviation: 'กพร.', phone: kpr?.phone ?? '' });
  const before = await count('organisation.unit');
  expect(await verdicts('units', rows)).toEqual(['new', 'new', 'changed', 'unchanged', 'refused', 'duplicate', 'duplicate', 'ambiguous', 'refused']);

  const admin = await house.as('admin');
  const staged = await uploadTable(house, admin, 'units', 'หน่วยงาน.csv', csvOf(rows));
  const address = String(staged.headers.location);
  const { body } = await admin.get(address);
  for (const words of ['ยืนยันนำเข้า 3 แถว', 'อีก 5 แถวจะไม่ถูกนำเข้า', 'ไม่พบหน่วยงาน “ไม่มีหน่วยนี้”', 'ซ้ำกับแถว 7 แต่ข้อมูลต่างกัน', 'ถ้าเป็นหน่วยงานใหม่ให้พิมพ์ “ใหม่”', 'ตั้งก่อนหน่วยงานต้นสังกัดในแถว 3']) expect(body).toContain(words);
  admin.cookies['krom_lang'] = 'en';
  const english = (await admin.get(address)).body;
  for (const words of ['Confirm 3 rows', 'There is no unit “ไม่มีหน่วยนี้”', 'It tells of the same as row 7', 'This is before the unit above it opens, in row 3', 'Opened on: 1 Oct 2020', '<ins>1 Nov 2020</ins>']) expect(english).toContain(words);
  expect(await count('organisation.unit')).toBe(before);

  expect((await admin.post(`${address}/confirm`)).statusCode).toBe(303);
  expect(await count('organisation.unit')).toBe(before + 2);
  expect(await ask(`select n.th, coalesce(a.text, '') as abbreviation, coalesce(c.letters || ' ' || c.digits, '') as code, p.th as above, u.opened_on::text, u.phone
    from organisation.unit u join organisation.unit_name n on n.unit_id = u.id left join organisation.unit_abbreviation a on a.unit_id = u.id left join organisation.unit_code c on c.unit_id = u.id
    join organisation.unit_placement l on l.unit_id = u.id join organisation.unit_name p on p.unit_id = l.parent_id where n.th like '%ทดลองนำเข้า' order by n.th`)).toEqual([
    { th: 'กลุ่มทดลองนำเข้า', abbreviation: '', code: '', above: 'สำนักทดลองนำเข้า', opened_on: '2020-10-01', phone: null },
    { th: 'สำนักทดลองนำเข้า', abbreviation: 'สทน.', code: 'นร 0299', above: 'กรมประชาสัมพันธ์', opened_on: '2020-10-01', phone: '๐ ๒๖๑๘ ๙๙๙๙' },
  ]);
  // A name holds from its day on; the one before it stays as history.
  expect(await ask("select n.th, n.valid_from::text, n.valid_to::text, n.source from organisation.unit_name n join organisation.unit_abbreviation a on a.unit_id = n.unit_id and a.text = 'สนข.' order by n.valid_from desc limit 2")).toMatchObject([
    { th: 'สำนักข่าวและสื่อใหม่', valid_from: '2020-11-01', valid_to: null, source: 'กฎกระทรวง พ.ศ. 2563' }, { valid_to: '2020-10-31' },
  ]);
  expect(await ask("select action, count(*)::int as n from platform.audit where detail ? 'import' and action like 'organisation.%' group by 1 order by 1")).toEqual([
    { action: 'organisation.code-set', n: 1 }, { action: 'organisation.unit-added', n: 2 }, { action: 'organisation.unit-changed', n: 1 }, { action: 'organisation.unit-renamed', n: 1 },
  ]);
  expect((await verdicts('units', rows)).slice(0, 4)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged']);
});

const seatHeads = ['เลขในระบบ', 'หน่วยงาน', 'ชื่อตำแหน่ง', 'ชนิด', 'ระดับ', 'เลขที่ตำแหน่ง', 'เป็นหัวหน้าหน่วยงาน', 'ใช้ตั้งแต่', 'ใช้ถึง'];

test('positions: every verdict in words, and the seats are there after the confirmation', async () => {
  const [known, other] = await ask<{ unit: string; title: string; seat: string; level: string; kind: string }>(`select b.text as unit, q.title_th as title, q.seat_number as seat, q.level, q.kind from organisation.position q
    join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' where q.kind = 'officer' and q.seat_number <> '' order by q.id limit 2`);
  const shared = (await ask<{ unit: string; title: string }>(`select b.text as unit, q.title_th as title from organisation.position q join organisation.unit_abbreviation b on b.unit_id = q.unit_id and b.kind = 'preferred' group by 1, 2 having count(*) > 1 order by 1, 2 limit 1`))[0];
  const rows = [seatHeads,
    ['', 'สทน.', 'ผู้อำนวยการสำนักทดลองนำเข้า', 'หัวหน้าหน่วยงาน', 'อำนวยการสูง', 'ท9001', 'ใช่', '1 ต.ค. 2563', ''],
    ['', 'สทน.', 'นักวิชาการทดลอง', 'ข้าราชการ', 'ชำนาญการ', 'ท9002', '', '1 ต.ค. 2563', ''],
    ['', 'กลุ่มทดลองนำเข้า', 'นักวิชาการทดลอง', 'ข้าราชการ', 'ปฏิบัติการ', 'ท9003', '', '1 ต.ค. 2563', ''],
    ['', known?.unit, known?.title, '', 'เชี่ยวชาญ', known?.seat, '', '', ''],
    ['', other?.unit, other?.title, '', other?.level, other?.seat, '', '', ''],
    ['', 'สนข.', 'ผู้อำนวยการคนที่สอง', 'หัวหน้าหน่วยงาน', '', 'ท9004', 'ใช่', '1 ต.ค. 2563', ''],
    ['', 'สทน.', 'ตำแหน่งก่อนตั้งสำนัก', 'ข้าราชการ', '', 'ท9005', '', '1 ก.ย. 2563', ''],
    ['', 'สทน.', 'ตำแหน่งซ้ำ', 'ข้าราชการ', '', 'ท9006', '', '1 ต.ค. 2563', ''],
    ['', 'สทน.', 'ตำแหน่งซ้ำ', 'ข้าราชการ', '', 'ท9006', '', '1 ต.ค. 2563', ''],
    ['', shared?.unit, shared?.title, 'ข้าราชการ', '', '', '', '', ''],
  ];
  const before = await count('organisation.position');
  const judged = await judge('positions', rows);
  expect(judged.map((one) => one.verdict)).toEqual(['new', 'new', 'new', 'changed', 'unchanged', 'refused', 'refused', 'new', 'duplicate', 'ambiguous']);
  expect(judged[5]?.why).toContain('หน่วยงานนี้มีตำแหน่งหัวหน้าอยู่แล้ว');
  expect([judged[6]?.why, judged[6]?.whyEnglish]).toEqual(['หน่วยงานนี้ตั้งเมื่อ 1 ต.ค. 2563 หลังวันดังกล่าว', 'The unit opened on 1 Oct 2020, after this day.']);
  expect(judged[8]?.why).toContain('เหมือนแถว 9 ทุกช่อง');
  expect(judged[9]?.why).toContain('กรอกเลขที่ตำแหน่งหรือเลขในระบบ');
  expect(await count('organisation.position')).toBe(before);
  expect(await bringIn('positions', rows)).toContain('ยืนยันนำเข้า 5 แถว');
  expect(await ask("select title_th, level, head_of_unit, valid_from::text, valid_to from organisation.position where seat_number in ('ท9001', 'ท9003') order by seat_number")).toEqual([
    { title_th: 'ผู้อำนวยการสำนักทดลองนำเข้า', level: 'อำนวยการสูง', head_of_unit: true, valid_from: '2020-10-01', valid_to: null },
    { title_th: 'นักวิชาการทดลอง', level: 'ปฏิบัติการ', head_of_unit: false, valid_from: '2020-10-01', valid_to: null },
  ]);
  expect(await ask('select level from organisation.position where seat_number = $1', [known?.seat])).toEqual([{ level: 'เชี่ยวชาญ' }]);
  expect((await verdicts('positions', rows)).slice(0, 5)).toEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged', 'unchanged']);
  // The head's place changes hands in one file: given up in one row, taken in another.
  const heads = [seatHeads, ['', 'สทน.', 'นักวิชาการทดลอง', '', '', 'ท9002', 'ใช่', '', ''], ['', 'สทน.', 'ผู้อำนวยการสำนักทดลองนำเข้า', '', '', 'ท9001', 'ไม่ใช่', '', '']];
  await bringIn('positions', [heads[0] as string[], ...heads.slice(1)]);
  expect(await ask("select seat_number from organisation.position where head_of_unit and seat_number like 'ท900_'")).toEqual([{ seat_number: 'ท9002' }]);
});

const peopleHeads = ['ชื่อ-สกุล', 'อีเมล', 'หน่วยงาน', 'ตำแหน่ง', 'เลขที่ตำแหน่ง', 'ดำรงตำแหน่งตั้งแต่', 'พ้นราชการวันสุดท้าย', 'เหตุที่พ้น'];
const first = (seat: string, from: string, last = '', reason = '') => ['นายอดิเรก ทดลองนำเข้า', 'adirek.trial@prd.example', seat && 'สทน.', '', seat, from, last, reason];
const second = (seat: string, from: string, last = '', reason = '') => ['นางสาวบุษบา ทดลองนำเข้า', 'butsaba.trial@prd.example', seat && 'สทน.', '', seat, from, last, reason];

test('leaving service: what the day must be, and a successor in the same file', async () => {
  await bringIn('people', [peopleHeads, first('ท9001', '1 ต.ค. 2563'), second('ท9002', '1 ต.ค. 2563')]);
  const officer = (await ask<{ id: number }>("select id from organisation.person where email = 'adirek.trial@prd.example'"))[0]?.id as number;
  await house.db.owner.query(`insert into organisation.committee_member (committee_id, person_id, role, sort_order, order_number, order_date, valid_from)
    select id, $1, 'member', 999, '1', '2020-10-01', '2020-10-01' from organisation.committee order by id limit 1`, [officer]);
  const wrong = async (...row: string[]) => (await judge('people', [peopleHeads, row])).map((one) => [one.verdict, one.why, one.whyEnglish]);
  expect(await wrong(...first('', '', '30 พ.ย. 2563'))).toEqual([['refused', 'เลือกเหตุที่พ้นราชการ', 'Choose why the person left.']]);
  expect(await wrong(...first('', '', '', 'ลาออก'))).toEqual([['refused', 'กรอกวันสุดท้ายที่รับราชการด้วย', 'Fill in the last day in service as well.']]);
  expect((await wrong(...first('', '', '30 ก.ย. 2563', 'ลาออก')))[0]?.[1]).toContain('มีตำแหน่งที่เริ่มวันที่ 1 ต.ค. 2563 หลังวันพ้นราชการนี้');
  expect((await wrong(...first('ท9003', '1 ธ.ค. 2563', '30 พ.ย. 2563', 'ลาออก')))[0]?.[0]).toBe('refused');
  expect((await wrong('นายใหม่ ทดลองนำเข้า', 'new.trial@prd.example', '', '', '', '', '30 พ.ย. 2563', 'ลาออก'))[0]?.[1]).toBe('บุคลากรใหม่ยังพ้นราชการไม่ได้');

  // Taken on the last day of the one who leaves: refused in that row; from the day after: both rows are carried out.
  const early = await judge('people', [peopleHeads, second('ท9001', '30 พ.ย. 2563'), first('', '', '30 พ.ย. 2563', 'เกษียณอายุราชการ')]);
  expect(early.map((one) => one.verdict)).toEqual(['refused', 'changed']);
  expect(early[0]?.why).toContain('ตำแหน่งนี้มีผู้ครองอยู่แล้ว: นายอดิเรก ทดลองนำเข้า');
  const rows = [peopleHeads, second('ท9001', '1 ธ.ค. 2563'), first('', '', '30 พ.ย. 2563', 'เกษียณอายุราชการ')];
  const looked = await bringIn('people', rows);
  expect(looked).toContain('ยืนยันนำเข้า 2 แถว');
  expect(looked).toContain('30 พ.ย. 2563');
  expect(await ask('select left_on::text, left_reason from organisation.person where id = $1', [officer])).toEqual([{ left_on: '2020-11-30', left_reason: 'retired' }]);
  expect(await ask(`select q.seat_number, p.given, h.valid_from::text, h.valid_to::text from organisation.holding h join organisation.position q on q.id = h.position_id join organisation.person p on p.id = h.person_id
    where q.seat_number like 'ท900_' order by 1, 3`)).toEqual([
    { seat_number: 'ท9001', given: 'อดิเรก', valid_from: '2020-10-01', valid_to: '2020-11-30' },
    { seat_number: 'ท9001', given: 'บุษบา', valid_from: '2020-12-01', valid_to: null },
    { seat_number: 'ท9002', given: 'บุษบา', valid_from: '2020-10-01', valid_to: '2020-11-30' },
  ]);
  expect(await ask('select valid_to::text from organisation.committee_member where person_id = $1', [officer])).toEqual([{ valid_to: '2020-11-30' }]);
  expect(await ask("select detail ->> 'lastDay' as day, detail ->> 'reason' as reason from platform.audit where action = 'organisation.person-left' and subject_id = $1", [officer])).toEqual([{ day: '2020-11-30', reason: 'retired' }]);
  // Sent again it changes nothing; another day or reason is not taken.
  expect(await verdicts('people', rows)).toEqual(['unchanged', 'unchanged']);
  expect((await wrong(...first('', '', '15 พ.ย. 2563', 'เกษียณอายุราชการ')))[0]?.[1]).toContain('บันทึกการพ้นราชการไว้แล้ว');
  expect((await wrong(...first('', '', '30 พ.ย. 2563', 'ลาออก')))[0]?.[1]).toContain('แก้เหตุทางไฟล์ไม่ได้');
});

test('whoever has work in hand, and oneself, does not leave by a file', async () => {
  const people = await ask<{ name: string; email: string }>("select p.title || p.given || ' ' || p.family as name, p.email from organisation.account a join organisation.person p on p.id = a.person_id where a.login in ('admin', 'minutes.kpr') order by a.login");
  const admin = await house.as('admin');
  const staged = await uploadTable(house, admin, 'people', 'ลาออก.csv', csvOf([['อีเมล', 'ชื่อ-สกุล', 'พ้นราชการวันสุดท้าย', 'เหตุที่พ้น'], ...people.map((one) => [one.email, one.name, '30 พ.ย. 2563', 'ลาออก'])]));
  const { body } = await admin.get(String(staged.headers.location));
  expect(body).toContain('ท่านบันทึกการพ้นราชการของตนเองไม่ได้');
  expect(body).toMatch(/มีงานในชื่อของบุคลากรท่านนี้ \d+ เรื่อง บันทึกการพ้นราชการที่หน้าของบุคลากร/);
  expect(body).toContain('ไม่มีแถวที่ต้องนำเข้า');
});

test('positions and units close: not while somebody or something is in them, and vacant seats go with their unit', async () => {
  const seat = (number: string, last: string) => judge('positions', [['หน่วยงาน', 'ชื่อตำแหน่ง', 'เลขที่ตำแหน่ง', 'ใช้ถึง'], ['สทน.', number === 'ท9001' ? 'ผู้อำนวยการสำนักทดลองนำเข้า' : 'นักวิชาการทดลอง', number, last]]);
  expect((await seat('ท9001', '31 ธ.ค. 2563'))[0]).toMatchObject({ verdict: 'refused', why: expect.stringContaining('ยังมีผู้ครองตำแหน่งนี้: นางสาวบุษบา ทดลองนำเข้า') });
  // A day that lies back is judged by who held the seat then.
  expect((await seat('ท9002', '15 พ.ย. 2563'))[0]?.verdict).toBe('refused');
  await bringIn('positions', [['หน่วยงาน', 'ชื่อตำแหน่ง', 'เลขที่ตำแหน่ง', 'ใช้ถึง'], ['สทน.', 'นักวิชาการทดลอง', 'ท9002', '15 ธ.ค. 2563']]);

  const occupied = await judge('units', closing(['สทน.', 'สำนักทดลองนำเข้า', '31 ธ.ค. 2563']));
  expect(occupied[0]?.verdict).toBe('refused');
  expect(occupied[0]?.why).toContain('หลังวันที่ 31 ธ.ค. 2563 ยังมีหน่วยงานย่อย 1 หน่วย (กลุ่มทดลองนำเข้า)');
  expect(occupied[0]?.why).toContain('ยังมีบุคลากร 1 คน (นางสาวบุษบา ทดลองนำเข้า)');
  expect(occupied[0]?.whyEnglish).toContain('After 31 Dec 2020 there are still 1 people in it');
  await bringIn('people', [peopleHeads, second('', '', '31 ธ.ค. 2563', 'โอนไปส่วนราชการอื่น')]);
  expect(await verdicts('units', closing(['สทน.', 'สำนักทดลองนำเข้า', '31 ธ.ค. 2563'], ['', 'กลุ่มทดลองนำเข้า', '31 ม.ค. 2564']))).toEqual(['refused', 'changed']);
  expect(await verdicts('units', closing(['สทน.', 'สำนักทดลองนำเข้า', '30 ธ.ค. 2563'], ['', 'กลุ่มทดลองนำเข้า', '30 ธ.ค. 2563']))).toEqual(['refused', 'changed']);

  // The unit above stands first in the file; its group closes before it all the same.
  expect(await bringIn('units', closing(['สทน.', 'สำนักทดลองนำเข้า', '31 ธ.ค. 2563'], ['', 'กลุ่มทดลองนำเข้า', '31 ธ.ค. 2563']))).toContain('ยืนยันนำเข้า 2 แถว');
  expect(await ask("select seat_number, valid_to::text from organisation.position where seat_number like 'ท900_' order by 1")).toEqual([
    { seat_number: 'ท9001', valid_to: '2020-12-31' }, { seat_number: 'ท9002', valid_to: '2020-12-15' }, { seat_number: 'ท9003', valid_to: '2020-12-31' }, { seat_number: 'ท9006', valid_to: '2020-12-31' },
  ]);
  expect(await ask("select action, count(*)::int as n from platform.audit where detail ->> 'lastDay' = '2020-12-31' and action in ('organisation.unit-closed', 'organisation.position-closed') group by 1 order by 1")).toEqual([
    { action: 'organisation.position-closed', n: 3 }, { action: 'organisation.unit-closed', n: 2 },
  ]);
  const on = (day: string) => house.services.database.read(systemActor('test'), async (tx) => [
    (await unitsActiveOn(tx, day)).filter((one) => one.name.endsWith('ทดลองนำเข้า')).length, (await seatsOn(tx, day, {})).filter((one) => one.seatNumber.startsWith('ท900')).map((one) => one.seatNumber).toSorted().join(),
  ]);
  expect(await on('2020-12-31')).toEqual([2, 'ท9001,ท9003,ท9006']);
  expect(await on('2021-01-01')).toEqual([0, '']);
  // Closed once is closed; nothing new opens in it after its last day.
  expect((await judge('units', closing(['สทน.', 'สำนักทดลองนำเข้า', '31 ม.ค. 2564'])))[0]?.why).toContain('หน่วยงานนี้ยุบไปแล้ว');
  expect((await judge('positions', [seatHeads, ['', 'สทน.', 'ตำแหน่งสาย', 'ข้าราชการ', '', 'ท9009', '', '15 ม.ค. 2564', '']]))[0]?.why).toBe('หน่วยงานนี้ยุบเมื่อ 31 ธ.ค. 2563 ก่อนวันดังกล่าว');
  expect((await judge('units', [unitHeads, unit({ name: 'กลุ่มสาย', en: 'Late Group', kind: 'กลุ่ม', parent: 'สทน.', opened: '15 ม.ค. 2564' })]))[0]?.why).toContain('หน่วยงานต้นสังกัดยุบเมื่อ 31 ธ.ค. 2563');
});

test('a unit closes after its groups move away in the same file; two units never stand below each other', async () => {
  const below = await ask<{ id: number; name: string }>(`select u.id, n.th as name from organisation.unit_placement l join organisation.unit_abbreviation b on b.unit_id = l.parent_id and b.kind = 'preferred' and b.text = 'สพป.'
    join organisation.unit u on u.id = l.unit_id join organisation.unit_name n on n.unit_id = u.id where l.valid_to is null order by u.id`);
  expect(below.length).toBeGreaterThan(1);
  const heads = ['เลขในระบบ', 'ชื่อ', 'สังกัด', 'สังกัดตั้งแต่', 'ยุบเมื่อ'];
  const own = (await ask<{ id: number; name: string }>("select n.unit_id as id, n.th as name from organisation.unit_name n join organisation.unit_abbreviation b on b.unit_id = n.unit_id and b.kind = 'preferred' where b.text = 'สพป.'"))[0];
  const moved = below.map((one) => [String(one.id), one.name, 'สนผ.', '1 ม.ค. 2564', '']);
  const judged = await judge('units', [heads, [String(own?.id), own?.name, '', '', '31 ธ.ค. 2563'], ...moved]);
  expect(judged.slice(1).map((one) => one.verdict)).toEqual(moved.map(() => 'changed'));
  // What keeps it open is its people now, no longer its groups.
  expect(judged[0]?.why).not.toContain('หน่วยงานย่อย');
  expect(judged[0]?.why).toContain('ย้ายออกก่อน');
  const late = await judge('units', [heads, [String(own?.id), own?.name, '', '', '31 ธ.ค. 2563'], ...below.map((one) => [String(one.id), one.name, 'สนผ.', '1 ก.พ. 2564', ''])]);
  expect(late[0]?.why).toContain(`ยังมีหน่วยงานย่อย ${below.length} หน่วย`);

  const swapped = await judge('units', [['ตัวย่อ', 'ชื่อ', 'สังกัด', 'สังกัดตั้งแต่'], ['กคส.', 'กองคลัง', 'กกร.', '1 ม.ค. 2564'], ['กกร.', 'กองกฎหมายและระเบียบ', 'กคส.', '1 ม.ค. 2564']]);
  expect(swapped.map((one) => [one.verdict, one.why.includes('ใต้หน่วยงานนี้')])).toEqual([['refused', true], ['refused', true]]);
});
