import writeSheets from 'write-excel-file/node';
import { expect, test } from 'vitest';
import { useApp } from '../../../../tests/support/app.ts';
import { postWithFiles } from '../../../../tests/support/extras.ts';
import { readSheets } from '../../../platform/tables/read-table.ts';
import { csvType, xlsxType } from '../../../platform/tables/write-table.ts';

const house = useApp();
const upload = (content: Buffer, type: string, name: string, who = 'head.kpr') => house.as(who).then((client) => postWithFiles(house, client, '/performance/2564/forms/import', {}, [{ field: 'file', name, type, content }]));
const rowsAt = async (location: string | undefined) => (await house.db.owner.query('select rows from performance.form_import where id = $1', [Number(/\d+$/.exec(location ?? '')?.[0])])).rows[0].rows as { key: string; verdict: string; changes: string[]; why: { th: string } | null }[];
const contentOf = async (key: string) => (await house.db.owner.query('select f.content, f.rev from performance.indicator_form f join performance.indicator i on i.id = f.indicator_id join performance.cycle c on c.id = i.cycle_id where c.fiscal_year = 2564 and i.key = $1', [key])).rows[0] as { content: Record<string, unknown>; rev: number };
const told = async (location: unknown) => (await rowsAt(String(location))).map(({ key, verdict }) => [key, verdict]);

test('what was taken out changes nothing when it is brought in', async () => {
  const file = (await (await house.as('head.kpr')).get('/performance/2564/forms.xlsx')).rawPayload;
  const sent = await upload(file, xlsxType, 'แบบ.xlsx');
  expect(sent.statusCode).toBe(303);
  expect(await told(sent.headers.location)).toEqual(['1', '2', '3', '3.1', '3.2', '4', '5'].map((key) => [key, 'same']));
});

test('merged cells, Thai digits, days of the Buddhist era, other heads and rows that stand twice each get a verdict; confirming writes what is new, once', async () => {
  const head = (value: string) => ({ value, type: String });
  const file = await writeSheets([{ sheet: 'แบบ', data: [
    [{ ...head('แบบรายละเอียดตัวชี้วัด ปี ๒๕๖๔'), columnSpan: 4 }, null, null, null],
    [head('ตัวชี้วัดที่'), head('เงื่อนไข'), head('แผนดำเนินการ 12 เดือน'), head('ข้อมูลพื้นฐาน (ผลย้อนหลัง 3 ปี)')],
    [{ ...head('๒'), rowSpan: 2 }, head('เงื่อนไขใหม่'), head('๓๑ ธ.ค. ๒๕๖๓ | ทบทวน | รายงาน\n- | ยกร่าง'), head('๒๕๖๓ | ๑๐.๕ | ตัวเลขไทย')],
    [null, head('แถวที่ผสานไว้'), null, null],
    [head('5'), head('ใช้คะแนนของผู้ตรวจ'), head('32 ธ.ค. 2563 | ผิด'), null],
    [head('99'), head('ไม่มีตัวชี้วัดนี้'), null, null],
    [null, head('ไม่มีลำดับ'), null, null],
  ] }]).toBuffer();
  const sent = await upload(file, xlsxType, 'ผสานเซลล์.xlsx');
  expect(sent.statusCode).toBe(303);
  const judged = await rowsAt(String(sent.headers.location));
  expect(judged.map(({ key, verdict }) => [key, verdict])).toEqual([['2', 'change'], ['2', 'duplicate'], ['5', 'refused'], ['99', 'refused'], ['', 'refused']]);
  expect(judged[0]?.changes).toEqual(['baseline', 'steps', 'conditions']);
  expect(judged[2]?.why?.th).toContain('32 ธ.ค. 2563');
  const before = await contentOf('2');
  const keeper = await house.as('head.kpr');
  expect((await (await house.as('officer.snp')).get(String(sent.headers.location))).statusCode).toBe(404);
  expect((await keeper.get(String(sent.headers.location))).statusCode).toBe(200);
  expect((await keeper.post(`${sent.headers.location}/confirm`)).statusCode).toBe(303);
  expect((await keeper.post(`${sent.headers.location}/confirm`)).statusCode).toBe(409);
  const after = await contentOf('2');
  expect(after.rev).toBe(before.rev + 1);
  expect(after.content['steps']).toEqual([{ due: '2020-12-31', text: 'ทบทวน', proof: 'รายงาน' }, { due: '', text: 'ยกร่าง', proof: '' }]);
  expect(after.content['baseline']).toEqual([{ year: 2563, value: '10.5', note: 'ตัวเลขไทย' }]);
  expect(after.content['definition']).toBe(before.content['definition']);
});

test('forms of others are refused row by row, and a file without heads at its field', async () => {
  const csv = Buffer.from('ลำดับ,เงื่อนไข\n2,ของหน่วยงานตน\n4,ของหน่วยงานอื่น\n');
  const sent = await upload(csv, csvType, 'แบบ.csv', 'officer.snp');
  expect(await told(sent.headers.location)).toEqual([['2', 'change'], ['4', 'refused']]);
  expect((await upload(Buffer.from('ก,ข\n1,2\n'), csvType, 'อื่น.csv')).statusCode).toBe(422);
});

test('the file carries every field of a form', async () => {
  const sheets = await readSheets((await (await house.as('head.kpr')).get('/performance/2564/forms.xlsx')).rawPayload);
  expect(sheets.ok && sheets.value[0]?.rows[0]?.length).toBe(20);
});
