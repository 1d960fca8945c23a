// Letters to Word and back, and files that are no letters.
import { deflateRawSync } from 'node:zlib';
import { Document, Footer, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { readZip } from '../../../platform/tables/zip.ts';
import { toThaiDigits } from '../../../thai/index.ts';
import { textOf } from '../domain/body-text.ts';
import { letterParts } from '../domain/letter-parts.ts';
import type { Paragraph as LetterParagraph } from '../domain/letter.ts';
import { fieldsFor, formKeys, formOf } from '../domain/forms.ts';
import type { FormKey } from '../domain/forms.ts';
import type { LetterFields } from '../domain/letter.ts';
import { letterDocx } from './word-letter.ts';
import { wordOf } from './word-of.ts';
import type { WordLetter } from './word-letter.ts';
import { readDocx } from './read-docx.ts';
import { linesOfWord } from './word-lines.ts';

const paragraphs: readonly LetterParagraph[] = [
  'ตามที่กรมได้แจ้งกำหนดการประชุมคณะทำงาน ครั้งที่ 5/2563 นั้น',
  { kind: 'item', label: '1.', text: 'น้ำดื่ม ที่ปี่ กฤษฎิ์ A วันที่ 9' }, { kind: 'item', label: '1.1', level: 2, text: 'ข้อย่อย' }, { kind: 'item', label: '-', text: 'ขีด' },
  { kind: 'table', columns: [{ title: 'ลำดับ' }, { title: 'รายการ', share: 3 }, { title: 'บาท', align: 'right' }], rows: [['1', 'ค่าพาหนะ ไป | กลับ', '1,200'], ['2', '', '0']] },
  'จึงเรียนมาเพื่อโปรดพิจารณา',
];
const svg = { bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'), type: 'image/svg+xml' as const };
const letter: WordLetter = {
  form: 'memo', urgency: 'ด่วน', from: ['กองตัวอย่าง โทร. 0 2000 0000'], reference: 'นร 0223/ว 503', date: '9 พฤศจิกายน 2563', subject: 'ขอเชิญประชุม ครั้งที่ 5/2563', salutation: 'เรียน', to: 'ผู้อำนวยการสำนัก',
  references: [], enclosures: ['กำหนดการ'], paragraphs, closing: '', signer: { name: 'นางสาวตัวอย่าง ชื่อสมมุติ', title: 'ผู้อำนวยการกอง', acting: { phrase: 'รักษาราชการแทน', principal: 'อธิบดี' } }, owner: [], title: [], day: '', seal: [], below: [], copies: [], emblem: svg,
};
const thai = (list: readonly LetterParagraph[]) => toThaiDigits(textOf(list.map((one) => (typeof one === 'object' && one.kind === 'table' ? { ...one, columns: one.columns.map(({ title }) => ({ title })) } : one))));
const code = async (content: Buffer) => {
  const read = await readDocx(content, 'ร่าง.docx');
  return read.ok ? 'taken' : read.code;
};

describe('a letter to Word and back', () => {
  it('keeps the words, numbering and tables of a memo', async () => {
    const read = await readDocx(await letterDocx(letter), 'ร่าง.docx');
    if (!read.ok) throw new Error(read.code);
    expect(read.value.subject).toBe(toThaiDigits(letter.subject));
    expect(read.value.to).toBe(letter.to);
    expect(thai(read.value.paragraphs)).toBe(thai(paragraphs));
    expect(read.value.leftOut.map((one) => one.th).join(' ')).toMatch(/รูปภาพ.*ส่วนราชการ.*ลงชื่อ/u);
    expect(read.value).toMatchObject({ form: 'circular', fields: { enclosed: ['กำหนดการ'] } });
  });

  it('keeps those of a letter outside, without its head and foot', async () => {
    const outside: WordLetter = {
      ...letter, form: 'emblem-paper', from: ['กรมตัวอย่าง', 'ถนนตัวอย่าง กรุงเทพฯ 10000'], references: ['หนังสือกรม ที่ นร 0223/ว 1 ลงวันที่ 1 ตุลาคม 2563', 'หนังสือกรม ที่ นร 0223/2 ลงวันที่ 2 ตุลาคม 2563'],
      enclosures: ['หนึ่ง', 'สอง'], closing: 'ขอแสดงความนับถือ', owner: ['กองตัวอย่าง', 'โทร. 0 2000 0000'],
    };
    const read = await readDocx(await letterDocx(outside), 'ร่าง.docx');
    if (!read.ok) throw new Error(read.code);
    expect(thai(read.value.paragraphs)).toBe(thai(paragraphs));
    expect(read.value.leftOut.map((one) => one.th).join(' ')).toMatch(/ที่ วันที่ ลงชื่อ/u);
    expect(read.value.fields).toMatchObject({ enclosed: ['หนึ่ง', 'สอง'], ownerUnit: 'กองตัวอย่าง', closing: 'ขอแสดงความนับถือ' });
    expect(read.value.fields.references).toHaveLength(2);
  });

  const fields: LetterFields = {
    agency: ['กรมตัวอย่าง', 'ถนนตัวอย่าง กรุงเทพฯ 10000'], issuer: 'กรมตัวอย่าง', effective: 'วันที่ 1 ธันวาคม 2563 เป็นต้นไป', edition: '2', holder: 'นายทดลอง เขียนหนังสือ', closing: 'ขอแสดงความนับถือ',
    ownerUnit: 'กลุ่มพัฒนาระบบบริหาร', contacts: ['โทร. 0 2000 0000', 'โทรสาร 0 2000 0001'], copies: ['กองคลัง', 'กองแผนงาน'], references: [{ text: 'หนังสือกรม ที่ นร 0223/2 ลงวันที่ 2 ตุลาคม 2563' }], enclosed: ['หนึ่ง', 'สอง'],
  };
  const thaiIn = (value: unknown): unknown => JSON.parse(toThaiDigits(JSON.stringify(value)));
  /** Fields that the Word file of a form shows; an order's effects on others stand in its text. */
  const shown = (key: FormKey) => fieldsFor({ ...formOf(key), fields: formOf(key).fields.filter((one) => one !== 'outside') }, fields);

  it.each(formKeys.flatMap((key) => [[key, true], [key, false]] as const))('keeps form, parts, words and structure of %s (issued: %s)', async (key, issued) => {
    const form = formOf(key);
    const number = form.numbering === 'letters' ? `นร 0223/${form.circular ? 'ว ' : ''}503` : '12/2563';
    const written = { subKind: form.subKind, circular: form.circular, fromText: 'กองตัวอย่าง', urgency: 'ordinary' as const, subject: 'แต่งตั้งคณะทำงาน & เรื่องอื่น', salutation: 'เรียน', toText: 'ผู้อำนวยการสำนัก', signer: form.signed ? letter.signer : null };
    const file = await letterDocx(wordOf(written, { paragraphs: [...paragraphs], fields: shown(key) }, [], svg, issued ? { reference: number, letterDate: '2020-11-09' } : null));
    const read = await readDocx(file, 'ไฟล์.docx');
    if (!read.ok) throw new Error(read.code);
    // No sheet of forms 3 and 10 prints its subject: it stands among the file's properties. A stamped letter prints one line of its agency.
    const expected = { ...(form.subKind === 'stamped' && fields.agency ? { ...shown(key), agency: fields.agency.slice(0, 1) } : shown(key)) };
    expect({ form: read.value.form, subject: read.value.subject, fields: read.value.fields }).toEqual({ form: key, subject: thaiIn(written.subject), fields: thaiIn(expected) });
    expect(thai(read.value.paragraphs)).toBe(thai(paragraphs));
    if (form.addressed === 'needed') expect(read.value.to).toBe(written.toText);
  });

  it('puts the title of an order in the middle, its day above the signature, and the signature on the axis', async () => {
    const file = await letterDocx(wordOf({ subKind: 'order', circular: false, fromText: '', urgency: 'ordinary', subject: 'ทดสอบ', salutation: '', toText: '', signer: letter.signer }, { paragraphs: ['ข้อความ'], fields: shown('order') }, [], svg, { reference: '12/2563', letterDate: '2020-11-09' }));
    const xml = readZip(file, 10_000_000).get('word/document.xml')?.toString('utf8') ?? '';
    const texts = [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => ({ text: [...inner.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((one) => one[1]).join(''), centre: inner.includes('w:jc w:val="center"'), left: /w:left="(\d+)"/.exec(inner)?.[1] }));
    const at = (text: string) => texts.find((one) => one.text === text);
    expect(at('คำสั่งกรมตัวอย่าง')).toMatchObject({ centre: true });
    expect(at('ที่ ๑๒/๒๕๖๓')).toMatchObject({ centre: true });
    expect(at('สั่ง ณ วันที่ ๙ พฤศจิกายน พ.ศ. ๒๕๖๓')).toMatchObject({ centre: true });
    expect(at('(นางสาวตัวอย่าง ชื่อสมมุติ)')).toMatchObject({ centre: true, left: '4535' });
    expect(texts.findIndex((one) => one.text.startsWith('ทั้งนี้ ตั้งแต่'))).toBeLessThan(texts.findIndex((one) => one.text.startsWith('สั่ง ณ')));
  });

  it('is laid out as the form says', async () => {
    const parts = readZip(await letterDocx(letter), 10_000_000);
    const xml = parts.get('word/document.xml')?.toString('utf8');
    for (const part of ['w:w="11905"', 'w:left="1700"', 'w:right="1133"', 'w:val="58"', 'w:val="40"', 'w:leader="dot"', 'w:jc w:val="thaiDistribute"', 'w:firstLine="1417"', 'w:lineRule="exact"', 'นร ๐๒๒๓/ว ๕๐๓']) expect(xml).toContain(part);
    expect(parts.get('word/styles.xml')?.toString('utf8')).toContain('TH SarabunPSK');
  });
});

describe('a document of Word', () => {
  it('without a line เรื่อง is text, under the name of the file, and says what is left out', async () => {
    const content = await Packer.toBuffer(new Document({ sections: [{
      footers: { default: new Footer({ children: [new Paragraph('ท้ายกระดาษ')] }) },
      children: [new Paragraph({ children: [new TextRun('ด้วยมีเรื่อง'), new TextRun({ text: ' เเจ้ง', bold: true })] }), new Paragraph({ text: 'จุด', bullet: { level: 0 } })],
    }] }));
    const read = await readDocx(content, 'บันทึก_เรื่องใหม่.docx');
    expect(read).toEqual({ ok: true, value: expect.objectContaining({ subject: 'บันทึก เรื่องใหม่', paragraphs: ['ด้วยมีเรื่อง แจ้ง', { kind: 'item', label: '-', text: 'จุด' }], leftOut: [expect.objectContaining({ th: 'หัวกระดาษและท้ายกระดาษ' })] }) });
  });

  it('writes out the numbers that Word counts, begins anew after a paragraph, and fills joined cells', () => {
    const text = (value: string) => ({ type: 'paragraph', children: [{ type: 'run', children: [{ type: 'text', value }] }] });
    const entry = (value: string, level: number) => ({ ...text(value), numbering: { level, isOrdered: true } });
    const cell = (value: string, more = {}) => ({ type: 'tableCell', children: [text(value)], ...more });
    expect(linesOfWord({ type: 'document', children: [
      entry('ก', 0), entry('ข', 1), entry('ค', 1), entry('ง', 0), text('คั่น'), entry('จ', 0),
      { type: 'table', children: [{ type: 'tableRow', children: [cell('ก', { rowSpan: 2 }), cell('ข | ค')] }, { type: 'tableRow', children: [cell('ง')] }] },
    ] })).toMatchObject({ lines: ['1. ก', '1.1 ข', '1.2 ค', '2. ง', 'คั่น', '1. จ', '| ก | ข \\| ค |\n|  | ง |'], numbers: true });
  });

  it('finds head and foot of a letter however it was typed', () => {
    expect(letterParts(['บันทึกข้อความ', 'ส่วนราชการ  กอง', 'ที่  นร ๑/๒ วันที่ ๙ พฤศจิกายน ๒๕๖๓', 'เรื่อง   ขอเชิญ', 'เรียน   ผู้อำนวยการ', 'ด้วย', 'จึงเรียนมา', '(ลงชื่อ)', '(นายก ข)', 'ผู้อำนวยการ']))
      .toMatchObject({ subject: 'ขอเชิญ', salutation: 'เรียน', to: 'ผู้อำนวยการ', body: ['ด้วย', 'จึงเรียนมา'], leftOut: ['บันทึกข้อความ', 'ส่วนราชการ', 'ที่', 'ลงชื่อ'] });
  });
});

describe('a file that is refused', () => {
  /** A zip of one part. */
  function zipOf(name: string, content: Buffer): Buffer {
    const packed = deflateRawSync(content, { level: 9 });
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed]);
    const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, Buffer.alloc(14), Buffer.from(name)]);
    const end = Buffer.alloc(22);
    end.write('PK\x05\x06', 'latin1');
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(central.length, 12);
    end.writeUInt32LE(local.length, 16);
    return Buffer.concat([local, central, end]);
  }
  const document = (inner: string) => Buffer.from(`<?xml version="1.0"?>${inner}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>`);

  it('is told apart: bombs, locked files, other types, damage, traps, scans', async () => {
    expect(await code(zipOf('word/document.xml', Buffer.alloc(40_000_000, 0x20)))).toBe('WORD_TOO_LARGE');
    expect(await code(Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('WORD_ENCRYPTED');
    expect(await code(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('NOT_WORD');
    expect(await code(Buffer.from('%PDF-1.7'))).toBe('NOT_WORD');
    expect(await code(zipOf('xl/workbook.xml', Buffer.from('<x/>')))).toBe('NOT_WORD');
    expect(await code((await letterDocx(letter)).subarray(0, 2000))).toBe('WORD_DAMAGED');
    expect(await code(zipOf('word/document.xml', document('<!DOCTYPE x [<!ENTITY a "aa">]>')))).toBe('WORD_DAMAGED');
    expect(await code(zipOf('word/document.xml', Buffer.from('<w:document')))).toBe('WORD_DAMAGED');
    expect(await code(await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph('')] }] })))).toBe('WORD_EMPTY');
    expect(await code(await Packer.toBuffer(new Document({ sections: [{ children: Array.from({ length: 600 }, (_, i) => new Paragraph(`ย่อหน้าที่ ${i}`)) }] })))).toBe('WORD_TOO_LONG');
  });
});
