import { describe, expect, it } from 'vitest';
import { readSheets } from '../../../platform/tables/read-table.ts';
import { useApp } from '../../../../tests/support/app.ts';

const t = useApp();
const unit = async () => (await t.db.owner.query<{ unit_id: number }>(`select unit_id from organisation.unit_abbreviation where text = 'กพร.' and kind = 'preferred'`)).rows[0]?.unit_id ?? 0;

describe('numbers on screen', () => {
  it('are reserved, used by hand, given up and found in the lists', async () => {
    const clerk = await t.as('clerk.kpr');
    const id = await unit();
    const empty = await clerk.post(`/reserved-numbers/of/${id}`, { book: 'order', count: '0', reason: '' });
    expect(empty.statusCode).toBe(422);
    expect(empty.body).toContain('กรุณากรอกเหตุผล');
    const made = await clerk.post(`/reserved-numbers/of/${id}`, { book: 'certificate', count: '2', reason: 'รอผู้บริหารลงนาม' });
    expect(made.statusCode).toBe(303);
    const page = (await clerk.get(String(made.headers.location))).body;
    expect(page).toContain('รอผู้บริหารลงนาม');
    // A number holds to the end of its day: that day is named, not midnight of the next.
    expect(page).not.toContain('00.00 น.');
    const ids = [...page.matchAll(/href="\/reserved-numbers\/(\d+)"/g)].map((match) => match[1]);
    expect(ids.length).toBe(2);
    expect((await clerk.get(`/reserved-numbers/${ids[0]}`)).body).toContain('บันทึกหนังสือที่ทำนอกระบบ');
    expect((await clerk.post(`/reserved-numbers/${ids[0]}/enter`, { to: 'ผู้มาติดต่อ', subject: 'หนังสือรับรองการทำงาน' })).statusCode).toBe(303);
    expect((await clerk.post(`/reserved-numbers/${ids[1]}/give-up`, { reason: 'ไม่ต้องใช้แล้ว' })).statusCode).toBe(303);
    const register = (await clerk.get(`/register?unit=${id}&book=certificate`)).body;
    expect(register).toContain('หนังสือรับรองการทำงาน');
    expect((await clerk.get(`/void-numbers?unit=${id}`)).body).toContain('ไม่ต้องใช้แล้ว');
    expect((await clerk.get(`/void-numbers/print?unit=${id}`)).body).toContain('ไม่ต้องใช้แล้ว');
    expect((await clerk.get(`/void-numbers.csv?unit=${id}`)).body).toContain('ไม่ต้องใช้แล้ว');
    const stranger = await t.as('clerk.ssc');
    expect((await stranger.post(`/reserved-numbers/of/${id}`, { book: 'order', count: '1', reason: 'x' })).statusCode).toBe(404);
  });

  it('are back-dated by whoever may, with a reason', async () => {
    const id = await unit();
    const fields = { book: 'announcement', letterDate: '2 พ.ย. 2563', to: 'ทั่วไป', subject: 'ประกาศย้อนหลัง' };
    const clerk = await t.as('clerk.kpr');
    expect((await clerk.get(`/register/enter?unit=${id}`)).statusCode).toBe(200);
    const refused = await clerk.post(`/register/enter/${id}`, fields);
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('ท่านไม่มีสิทธิลงเลขย้อนหลัง');
    const head = await t.as('head.kpr');
    expect((await head.post(`/register/enter/${id}`, { ...fields, backDateReason: 'ระบบขัดข้อง' })).statusCode).toBe(303);
    expect((await head.get(`/register?unit=${id}&book=announcement`)).body).toContain('ลงเลขย้อนหลังเมื่อ');
  });
});

describe('registers as files', () => {
  it.each(['/register', '/incoming/register'])('%s as PDF by the form and as Excel with its eight columns', async (path) => {
    const clerk = await t.as('clerk.kpr');
    const pdf = await clerk.get(`${path}.pdf`);
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    const excel = await clerk.get(`${path}.xlsx`);
    expect(excel.statusCode).toBe(200);
    const sheets = await readSheets(excel.rawPayload);
    const [head = []] = sheets.ok ? (sheets.value[0]?.rows ?? []) : [];
    expect(head.slice(0, 8).map((cell) => String(cell).replace(/(รับ|ส่ง)$/, ''))).toEqual(['เลขทะเบียน', 'ที่', 'ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'การปฏิบัติ', 'หมายเหตุ']);
    expect((await (await t.as('officer.snp')).get(`${path}.pdf`)).statusCode).not.toBe(200);
  });
});

describe('registers on screen', () => {
  const rowsOf = (body: string) => [...body.matchAll(/<td role="cell" class="num" data-label="เลขทะเบียนส่ง"><span>(?:<s>)?(\d+)/g)].map((match) => Number(match[1]));

  it('stand under the days of their registration and are opened at a number, at a day and at their end, without a script', async () => {
    const clerk = await t.as('clerk.kpr');
    const first = (await clerk.get('/register')).body;
    expect(first).toMatch(/<tr role="row" class="table-group"><th role="rowheader" colspan="8">2 พ.ย. 2563<\/th><\/tr>/);
    const at = (await clerk.get('/register?go=%E0%B9%91%E0%B9%91%E0%B9%98%E0%B9%96')).body; // ๑๑๘๖
    expect(rowsOf(at)[0]).toBe(1186);
    const onDay = (await clerk.get(`/register?go=${encodeURIComponent('8 ต.ค. 2563')}`)).body;
    expect(onDay).toMatch(/<tbody role="rowgroup"><tr role="row" class="table-group"><th role="rowheader" colspan="8">8 ต.ค. 2563/);
    const lost = (await clerk.get('/register?go=999999')).body;
    expect(lost).toContain('ไม่พบ “999999” ในทะเบียนปี 2563');
    expect(rowsOf(lost)).toEqual(rowsOf(first));
    const all = await t.db.owner.query<{ number: number }>(`select number from correspondence.register_entry where owner_unit_id = $1 and year = 2563 order by registered_at, id limit 5`, [await unit()]);
    expect(rowsOf((await clerk.get('/register?end=1')).body).slice(-5).toReversed()).toEqual(all.rows.map((row) => row.number));
  });

  it('of received letters likewise', async () => {
    const clerk = await t.as('clerk.kpr');
    const numbers = (body: string) => [...body.matchAll(/data-label="เลขทะเบียนรับ"><span>(\d+)/g)].map((match) => Number(match[1]));
    expect((await clerk.get('/incoming/register')).body).toContain('class="table-group"');
    expect(numbers((await clerk.get('/incoming/register?go=4')).body)[0]).toBe(4);
    expect(numbers((await clerk.get('/incoming/register?end=1')).body).at(-1)).toBe(1);
    expect((await clerk.get('/incoming/register?go=%E0%B9%84%E0%B8%A1%E0%B9%88%E0%B8%A1%E0%B8%B5')).body).toContain('ไม่พบ “ไม่มี”');
  });

  it('of received letters go on at a number taken over from paper, forward only and with a reason', async () => {
    const admin = await t.as('admin');
    const id = await unit();
    const start = (next: string) => admin.post(`/number-series/${id}/start`, { book: 'incoming', next, reason: 'ยกทะเบียนกระดาษเข้าระบบกลางปี' });
    const refused = await start('3');
    expect([refused.statusCode, refused.body]).toEqual([422, expect.stringContaining('เลขถัดไปต้องมากกว่า')]);
    expect((await start('451')).statusCode).toBe(303);
    const page = (await admin.get(`/number-series/${id}`)).body;
    expect(page).toContain('ยกทะเบียนกระดาษเข้าระบบกลางปี');
    expect(page).toMatch(/หนังสือรับ<\/th><td[^>]*><span>450/);
    const clerk = await t.as('clerk.kpr');
    const made = await clerk.post('/incoming/new', { unit: String(id), from: 'หน่วยงานตัวอย่าง', to: 'อธิบดี', receivedOn: '3 พ.ย. 2563', receivedTime: '9.00', subject: 'เรื่องแรกหลังยกทะเบียน', channel: 'paper', urgency: 'ordinary', secrecy: 'none' });
    expect(made.statusCode).toBe(303);
    expect((await clerk.get('/incoming/register')).body).toContain('เรื่องแรกหลังยกทะเบียน');
    const { rows } = await t.db.owner.query(`select number from correspondence.received_letter where subject = 'เรื่องแรกหลังยกทะเบียน'`);
    expect(rows).toEqual([{ number: 451 }]);
  });
});
