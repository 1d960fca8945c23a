import { afterAll, describe, expect, it, vi } from 'vitest';
import { paperDigits } from './compose/numerals.ts';
import { exampleCertificate, exampleDelivery, exampleEnvelope, exampleExternal, exampleNote, exampleOrder, exampleReceipt, exampleRegister, exampleRule, exampleStamp, exampleStamped, letterExamples } from './letter-examples.ts';
import { folded, made, pdfJsPages, popplerPages, testRenderer, tool } from './testing/tools.ts';

vi.setConfig({ testTimeout: 60_000 });

const renderer = testRenderer();
afterAll(() => renderer.close());

const text = (pdf: Uint8Array) => folded(popplerPages(pdf).flat().join(''));
/** Where each of the words begins in what a reader reads: the order of the form. */
function inOrder(read: string, words: readonly string[]): void {
  let at = -1;
  for (const word of words) {
    const next = read.indexOf(folded(paperDigits(word)), at + 1);
    expect(next, `${word} after position ${at} of ${read}`).toBeGreaterThan(at);
    at = next;
  }
}
const CM = 72 / 2.54;
/** The words of each page with their left edge in points, as Poppler sees them. */
const placed = (pdf: Uint8Array) =>
  tool('pdftotext', pdf, ['-bbox', '-enc', 'UTF-8', '{pdf}', '-']).split('<page ').slice(1)
    .map((page) => [...page.matchAll(/<word xMin="([\d.]+)"[^>]*>([^<]*)</g)].map(([, x, word]) => ({ x: Number(x), text: folded(word ?? '') })));

describe('the forms of the regulation', () => {
  it.each(letterExamples)('%s: sound, PDF/A-3, the same text for two readers, no fault in the template', async (_name, document) => {
    const { pdf } = await made(renderer, document);
    expect(tool('qpdf', pdf, ['--check', '{pdf}'])).toContain('No syntax or stream encoding errors');
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part>3<[\s\S]*pdfaid:conformance>A</);
    const letters = (read: string) => read.replace(/[-\s.…]/g, '').split('').sort().join('');
    const pdfJs = (await pdfJsPages(pdf)).flat().map((item) => item.text).join('');
    expect(letters(folded(pdfJs))).toBe(letters(text(pdf)));
    expect(text(pdf).replace(/saraban@\S+?\.go\.th/g, '').match(/[0-9]/)).toBeNull();
    expect(renderer.surprises).toEqual([]);
  });

  it('letter to outside (form 1): its fields in the order of clause 11, one page', async () => {
    const { pdf, pages, signatures } = await made(renderer, exampleExternal, { verify: { url: 'https://krom.example.go.th/v/1', text: 'ตรวจสอบ', page: 'last' } });
    expect(pages).toBe(1);
    expect(signatures).toMatchObject([{ id: 'signer-1', page: 1 }]);
    const read = folded(popplerPages(pdf).flat().join(''));
    inOrder(read, ['ด่วนที่สุด', 'ที่ นร 0299/1204', '14 ตุลาคม 2569', 'เรื่อง', 'เรียน', 'อ้างถึง', 'สิ่งที่ส่งมาด้วย', '1. คู่มือ', '2. แผน', 'ตามหนังสือที่อ้างถึง', 'จึงเรียนมา',
      'ขอแสดงความนับถือ', '(นางสาวปุณยวีร์ แสงเรืองรอง)', 'รองอธิบดี', 'รักษาราชการแทนอธิบดี', 'สำนักงานเลขานุการกรม', 'โทร.', 'สำเนาส่ง']);
  });

  it('closing, name and post stand on one axis in the right half; the date under the emblem', async () => {
    const [items = []] = placed((await made(renderer, exampleExternal)).pdf);
    const left = (start: string) => items.find((item) => item.text.startsWith(folded(start)))?.x ?? Number.NaN;
    for (const start of ['ขอแสดง', '(นางสาว', 'รองอธิบดี']) expect(left(start), start).toBeGreaterThan(10.4 * CM);
    expect(left('๑๔')).toBeGreaterThan(10.4 * CM);
    expect(left('เรื่อง')).toBeCloseTo(3 * CM, 0);
  });

  it('an order, a rule, a certificate, a note: heads, day and signature in order', async () => {
    inOrder(text((await made(renderer, exampleOrder)).pdf), ['คำสั่งกรม', 'ที่ 118/2569', 'เรื่อง', 'อาศัยอำนาจ', '1.1', 'สั่ง ณ วันที่ 14 ตุลาคม พ.ศ. 2569', '(นายธีรภัทร']);
    inOrder(text((await made(renderer, exampleRule)).pdf), ['ข้อบังคับกรม', 'ว่าด้วย', '(ฉบับที่ 2)', 'พ.ศ. 2569', 'ข้อ 1', 'ข้อ 3', 'ประกาศ ณ วันที่', '(นายธีรภัทร']);
    const certificate = await made(renderer, exampleCertificate);
    inOrder(text(certificate.pdf), ['เลขที่ 27/2569', 'เพื่อรับรองว่า', 'ให้ไว้ ณ วันที่', '(นายธีรภัทร']);
    expect(certificate.signatures.map((place) => place.id)).toEqual(['signer-1', 'holder']);
    inOrder(text((await made(renderer, exampleNote)).pdf), ['บันทึก', 'เรียน', 'เลขานุการกรม', 'กานต์ธิดา ใจงาม', 'เห็นควรแจ้งเวียน', '(นายชยพล', 'ดำเนินการตามเสนอ', '(นายธีรภัทร']);
  });

  it('a sealed letter has a seal and no closing; its place is told', async () => {
    const { pdf, signatures } = await made(renderer, exampleStamped);
    inOrder(text(pdf), ['ถึง', 'กรมตัวอย่างราชการขอส่ง', '14 ตุลาคม 2569']);
    expect(text(pdf)).not.toContain('ขอแสดงความนับถือ');
    expect(signatures).toMatchObject([{ id: 'seal', page: 1 }]);
  });

  it('a secret letter is marked at the top and the foot of every page', async () => {
    const pages = popplerPages((await made(renderer, { ...exampleExternal, secrecy: 'ลับมาก', body: Array.from({ length: 30 }, () => exampleExternal.body[0]!) })).pdf);
    expect(pages.length).toBeGreaterThan(2);
    for (const lines of pages) expect(lines.filter((line) => line.includes('ลับมาก'))).toHaveLength(2);
  });

  it('marks over and under letters come back as written; a word longer than the sheet loses no letter', async () => {
    const line = 'น้ำ ที่ ปี่ กฤษฎิ์ A วันที่';
    const long = 'กขคง'.repeat(120);
    // pdf.js, since Poppler doubles marks around ฎ (see README, limits)
    const read = folded((await pdfJsPages((await made(renderer, { ...exampleExternal, body: [line, long] })).pdf)).flat().map((item) => item.text).join(''));
    expect(read).toContain(folded(line));
    expect(read.split('กขคง').length - 1).toBeGreaterThanOrEqual(119); // one may be parted by the page's end
  });

  it('a long letter ends with text over its closing, and each page that goes on has a catchword', async () => {
    const pages = popplerPages((await made(renderer, { ...exampleExternal, body: Array.from({ length: 30 }, () => exampleExternal.body[0]!) })).pdf);
    for (const lines of pages.slice(0, -1)) expect(lines.at(-1)).toMatch(/\.\.\.$/);
    expect((pages.at(-1) ?? []).findIndex((words) => words.includes('ขอแสดงความนับถือ'))).toBeGreaterThanOrEqual(3);
  });

  it('what is left out leaves no trace, and a draft shows dots for its number and day', async () => {
    const { references: _r, enclosures: _e, copies: _c, contacts: _t, ownerUnit: _o, urgency: _u, ...bare } = exampleExternal;
    const read = text((await made(renderer, { ...bare, number: '', date: '' })).pdf);
    for (const word of ['อ้างถึง:', 'สิ่งที่ส่งมาด้วยแผน', 'สำเนาส่ง', 'โทร', 'ด่วน']) expect(read).not.toContain(folded(word));
    expect(text((await made(renderer, { ...exampleOrder, number: '', date: '' })).pdf)).toMatch(/ที่\.{10,}.*สั่งณวันที่\.{10,}/);
  });
});

describe('lists and slips', () => {
  it('the register: the eight columns of the form in order, on every page, with no row lost', async () => {
    const { pdf, pages } = await made(renderer, exampleRegister(120));
    expect(pages).toBeGreaterThan(5);
    expect(tool('pdfinfo', pdf, ['{pdf}'])).toMatch(/841\.89 x 595\.276/);
    const read = placed(pdf);
    for (const items of read) {
      const x = (head: string) => items.find((item) => item.text === folded(head))?.x ?? Number.NaN;
      const columns = ['ลงวันที่', 'จาก', 'ถึง', 'เรื่อง', 'หมายเหตุ'].map(x);
      expect(columns).toEqual(columns.toSorted((a, b) => a - b));
      expect(columns.every(Number.isFinite)).toBe(true);
    }
    const whole = read.flat().map((item) => item.text).join('');
    for (let n = 0; n < 120; n++) expect(whole).toContain(paperDigits(String(1200 + n)));
  });

  it('a row that does not fit its columns is refused', async () => {
    const result = await renderer.renderPdf({ ...exampleRegister(1), rows: [['1', '2']] }, { createdAt: new Date(0) });
    expect(result).toMatchObject({ ok: false, code: 'DOCUMENT_INVALID' });
  });

  it('the delivery book and the receipt slip have the fields of forms 16 and 17 in order; the receiver has a place to sign', async () => {
    inOrder(text((await made(renderer, exampleDelivery)).pdf), ['สมุดส่งหนังสือ', 'เลขทะเบียน', 'จาก', 'ถึง', 'หน่วยรับ', 'ผู้รับ', 'วันและเวลา', 'หมายเหตุ', '1204']);
    const { pdf, pages, signatures } = await made(renderer, exampleReceipt);
    expect(pages).toBe(1);
    inOrder(text(pdf), ['ใบรับหนังสือ', 'ที่', 'นร 0299/1204', 'ถึง', 'เรื่อง', 'รับวันที่', 'เวลา', 'ผู้รับ']);
    expect(signatures).toMatchObject([{ id: 'receiver', page: 1 }]);
  });

  it('the envelope has its size, the stamp is 5 × 2.5 cm', async () => {
    const size = async (document: Parameters<typeof made>[1]) => /Page size: +([\d.]+) x ([\d.]+)/.exec(tool('pdfinfo', (await made(renderer, document)).pdf, ['{pdf}']))?.slice(1).map((n) => Math.round((Number(n) / CM) * 100) / 100);
    expect(await size(exampleEnvelope)).toEqual([22.9, 16.2]);
    expect(await size({ ...exampleEnvelope, size: 'DL' })).toEqual([22, 11]);
    expect(await size(exampleStamp)).toEqual([5, 2.5]);
  });
});
