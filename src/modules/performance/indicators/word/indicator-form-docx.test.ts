/** The Word file of a form, read back: every field with its words, tables as tables. */
import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { toThaiDigits } from '../../../../thai/index.ts';
import { indicatorFormDocx } from './indicator-form-docx.ts';
import type { IndicatorFormInput } from './indicator-form-docx.ts';

const form: IndicatorFormInput = {
  kind: 'indicator-form', agency: 'กรมตัวอย่าง', period: 'ประจำปีงบประมาณ พ.ศ. 2564', number: '3.1', name: 'ร้อยละของคำขอที่ยื่นทางระบบ', weight: '20', unitOfMeasure: 'ร้อยละ', direction: 'ยิ่งมากยิ่งดี',
  formula: '(คำขอทางระบบ × 100) ÷ คำขอทั้งหมด', conditions: '1. ไม่นับคำขอที่ยกเลิก\n2. ไม่นับคำขอซ้ำ',
  baseline: [{ year: 'พ.ศ. 2561', value: 'ไม่มีระบบ' }, { year: 'พ.ศ. 2562', value: '31.25' }, { year: 'พ.ศ. 2563', value: '62.50' }],
  ladder: { heads: ['50', '75', '100'], rows: [{ label: 'รอบ 12 เดือน', cells: ['70', '75', '80'] }] },
  targets: [
    { authority: 'สำนักงาน ก.พ.ร.', rungs: [{ score: '100', value: '80' }], weight: '20', reason: 'ระบบเปิดครบทุกประเภท', source: 'หนังสือที่ 15' },
    { authority: 'สำนักงบประมาณ', rungs: [{ score: '100', value: '75' }], reason: 'ตามเอกสารงบประมาณ' },
  ],
  supervisors: [{ name: 'นายสมมุติ ใจดี', position: 'รองอธิบดี', phone: '0 2000 1234 ต่อ 11' }],
};

const read = async (input: IndicatorFormInput): Promise<string> => (await mammoth.convertToHtml({ buffer: Buffer.from(await indicatorFormDocx(input)) })).value;
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

it('has the fields in the order of the form, in Thai digits', async () => {
  const text = words(await read(form));
  const order = ['แบบรายละเอียดตัวชี้วัด', '3.1', 'ร้อยละของคำขอที่ยื่นทางระบบ', 'น้ำหนัก', 'สูตรการคำนวณ', '(คำขอทางระบบ × 100)', 'พ.ศ. 2561', 'รอบ 12 เดือน', 'ค่าเป้าหมายของแต่ละหน่วยงานกลาง', 'เงื่อนไข', 'ผู้กำกับดูแลตัวชี้วัด', 'นายสมมุติ ใจดี รองอธิบดี โทร. 0 2000 1234 ต่อ 11'].map((one) => text.indexOf(toThaiDigits(one)));
  expect(order).not.toContain(-1);
  expect(order.toSorted((a, b) => a - b)).toEqual(order);
  expect(text).not.toMatch(/[0-9]/);
});

it('keeps tables as tables: three years, the rungs, both authorities side by side', async () => {
  const html = await read(form);
  expect(html.match(/<table>/g)).toHaveLength(4);
  const rows = [...html.matchAll(/<tr>(?:(?!<tr>|<table>).)*?<\/tr>/gs)].map(([row]) => words(row).trim());
  for (const row of ['ไม่มีระบบ 31.25 62.50', 'รอบ 12 เดือน 70 75 80', 'คะแนน 100 80 75', 'เหตุผล ระบบเปิดครบทุกประเภท ตามเอกสารงบประมาณ', 'ที่มา หนังสือที่ 15 -']) expect(rows).toContain(toThaiDigits(row));
});

it('leaves no field out that is empty, takes words of its own, and refuses a form that is none', async () => {
  const bare = words(await read({ kind: 'indicator-form', agency: 'กรม', period: 'พ.ศ. 2564', number: '1', name: 'ก', labels: { formula: 'วิธีคำนวณ' }, signers: [{ name: 'นายสมมุติ ใจดี', position: 'อธิบดี' }] }));
  expect(bare).toContain('วิธีคำนวณ -');
  expect(bare).toContain('แหล่งข้อมูล/หลักฐานอ้างอิง -');
  expect(bare).toContain('(นายสมมุติ ใจดี) อธิบดี');
  await expect(indicatorFormDocx({ ...form, ladder: { heads: ['50'], rows: [{ label: 'x', cells: [] }] } })).rejects.toThrow('one cell for each head');
});
