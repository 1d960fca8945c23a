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
