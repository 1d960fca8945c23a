import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import writeSheets from 'write-excel-file/node';
import { csvOf } from '../csv.ts';
import { orFail } from '../result.ts';
import { readCell, sameCell, showCell } from './cells.ts';
import { readCsv } from './read-csv.ts';
import { findTable, readSheets } from './read-table.ts';
import type { CellValue, TableColumn } from './table.ts';
import { tableCsv, tableXlsx } from './write-table.ts';

const words = (th: string, en: string) => ({ th, en });
const column = (code: string, kind: TableColumn['kind'], more: Partial<TableColumn> = {}): TableColumn => ({ code, kind, head: words(`หัว ${code}`, `Head ${code}`), about: words('ทดสอบ', 'test'), ...more });
const columns: TableColumn[] = [
  column('name', 'text', { head: words('ชื่อ', 'Name'), needed: true }),
  column('from', 'date', { head: words('ตั้งแต่', 'From') }),
  column('rank', 'integer', { head: words('ลำดับ', 'Rank') }),
  column('head', 'yes-no', { head: words('หัวหน้า', 'Is head') }),
  column('kind', 'choice', { head: words('ชนิด', 'Kind'), choices: { a: words('กอง', 'Division'), b: words('สำนัก', 'Bureau') } }),
  column('note', 'lines', { head: words('หมายเหตุ', 'Note') }),
];
const by = (code: string) => columns.find((one) => one.code === code) as TableColumn;
const read = (code: string, raw: Parameters<typeof readCell>[1]) => {
  const answer = readCell(by(code), raw);
  return answer.ok ? answer.value : answer.message.th;
};
const fileOf = (rows: readonly (readonly unknown[])[]): Promise<Buffer> => writeSheets(rows as never).toBuffer();

test.each([
  ['1 ต.ค. 2563'], ['๑ ตุลาคม ๒๕๖๓'], ['1/10/2563'], ['1/10/63'], ['01-10-2563'], ['2020-10-01'], ['1 ตุลาคม พ.ศ. ๒๕๖๓'], ['วันพฤหัสบดีที่ 1 ต.ค. 63'], ['1/10/2020'],
  [' 1\u200b ต.ค.\u00a02563 '], ['1/10/2563 0:00:00'], ['44105'], [44105],
])('a date typed as %s is 1 October 2020', (typed) => {
  expect(read('from', typed)).toBe('2020-10-01');
});

test('a date that cannot be read says why and how', () => {
  expect(read('from', '31 เม.ย. 2563')).toContain('ไม่มีวันที่');
  expect(read('from', '1 ต.ค.')).toContain('ไม่มีปี');
  expect(read('from', 'เร็ว ๆ นี้')).toContain('พิมพ์เช่น');
});

test('numbers, yes and no, choices: Thai digits, other spellings, either language', () => {
  expect(['๑๒', '1,200', '7.0'].map((typed) => read('rank', typed))).toEqual([12, 1200, 7]);
  expect(read('rank', 'มาก')).toContain('ไม่ใช่จำนวนเต็ม');
  expect(['ใช่', 'YES', '1', true, 'ไม่ใช่', '', 'no'].map((typed) => read('head', typed))).toEqual([true, true, true, true, false, false, false]);
  expect(['กอง', ' กอง\u200b', 'division', 'a'].map((typed) => read('kind', typed))).toEqual(['a', 'a', 'a', 'a']);
  expect(read('kind', 'ศูนย์')).toContain('กอง, สำนัก');
});

test('text loses what nobody sees: zero-width signs, doubled and hard spaces, a second spelling of สระอำ', () => {
  expect(read('name', '\u200bสํานัก\u00a0 ข่าว ')).toBe('สำนัก ข่าว');
  expect(read('name', 'ก'.repeat(301))).toContain('เกิน 300');
});

const value = fc.record({
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  from: fc.option(fc.date({ min: new Date('1942-01-01'), max: new Date('2190-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))),
  rank: fc.option(fc.nat(2_000_000)), head: fc.boolean(), kind: fc.option(fc.constantFrom('a', 'b')), note: fc.option(fc.constantFrom('=1+1', "'=x", '-5', 'บรรทัด\nสอง', 'พูดว่า "ได้", แล้ว')),
});

test('what is written is read again as it was, from Excel and from CSV', async () => {
  await fc.assert(fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 8 }), async (made) => {
    const rows = made.map((row) => ({ ...row, name: `ก${row.name}` }));
    for (const file of [await tableXlsx({ name: 'ตาราง', columns, rows }), Buffer.from(tableCsv({ columns, rows }))]) {
      const table = orFail(findTable(orFail(await readSheets(file)), columns));
      expect(table.rows.length).toBe(rows.length);
      for (const [at, row] of table.rows.entries()) {
        for (const one of columns) {
          const back = orFail(readCell(one, row.cells[one.code]));
          const before = (rows[at] as unknown as Record<string, CellValue>)[one.code] ?? null;
          expect(sameCell(one, before, back), `${one.code}: ${JSON.stringify(before)} → ${JSON.stringify(back)}`).toBe(true);
        }
      }
    }
  }), { numRuns: 40, examples: [[[{ name: '\ufffd', from: null, rank: null, head: false, kind: null, note: null }, { name: 'ข\ufdd0', from: null, rank: null, head: false, kind: null, note: null }]]] });
}, 60_000);

test('heads stand in any order, in either language or as codes, below a title; unknown columns are told', async () => {
  const file = await fileOf([['ทะเบียนหน่วยงาน กรมประชาสัมพันธ์'], [null], ['หมายเหตุอื่น', 'from', 'Kind*', 'ชื่อ (ไทย)'], [null, '1/10/63', 'กอง', 'สนข.'], [null, null, null, null], ['x', null, null, 'กพร.']]);
  const table = orFail(findTable(orFail(await readSheets(file)), columns));
  expect(table.columns.toSorted()).toEqual(['from', 'kind', 'name']);
  expect(table.unknown).toEqual(['หมายเหตุอื่น']);
  expect(table.rows.map((row) => [row.number, row.cells['name']])).toEqual([[4, 'สนข.'], [6, 'กพร.']]);
});

test('a cell merged down several rows counts for each of them; merged across, it stays in its first', async () => {
  const file = await fileOf([['ชื่อ', 'ชนิด', 'หมายเหตุ'], [{ value: 'สนข.', rowSpan: 3 }, 'กอง', '1'], [null, 'สำนัก', '2'], [null, { value: 'กอง', columnSpan: 2 }, null]]);
  const table = orFail(findTable(orFail(await readSheets(file)), columns));
  expect(table.rows.map((row) => [row.cells['name'], row.cells['kind'], row.cells['note']])).toEqual([['สนข.', 'กอง', '1'], ['สนข.', 'สำนัก', '2'], ['สนข.', 'กอง', null]]);
});

test('a real date of Excel is the day it shows, also typed in the Buddhist era on a computer of another era', async () => {
  const date = (day: string) => ({ value: new Date(day), type: Date, format: '[$-D07041E]d mmm yyyy;@' });
  const file = await fileOf([['ชื่อ', 'ตั้งแต่'], ['ก', date('2020-10-01')], ['ข', date('2563-10-01')]]);
  const table = orFail(findTable(orFail(await readSheets(file)), columns));
  expect(table.rows.map((row) => row.cells['from'])).toEqual([{ day: '2020-10-01' }, { day: '2020-10-01' }]);
});

test('the sheet with the table is found among others; a file without one says what is needed', async () => {
  const file = await writeSheets([{ sheet: 'ปก', data: [['ปก']] }, { sheet: 'ข้อมูล', data: [['ชื่อ', 'ลำดับ'], ['สนข.', 1]] }]).toBuffer();
  expect(orFail(findTable(orFail(await readSheets(file)), columns)).sheet).toBe('ข้อมูล');
  const wrong = await writeSheets([{ sheet: 'ปก', data: [['เรื่อง', 'เลขที่'], ['ก', 1]] }]).toBuffer();
  expect(findTable(orFail(await readSheets(wrong)), columns)).toMatchObject({ ok: false, code: 'NO_HEADS', message: { th: 'ไม่พบแถวหัวคอลัมน์ในแผ่นงาน ปก ต้องมีอย่างน้อย: ชื่อ' } });
  expect(findTable([{ name: 'x', rows: [['ลำดับ', 'ชนิด'], ['1', 'กอง']] }], columns)).toMatchObject({ ok: false, code: 'HEADS_MISSING' });
  expect(findTable([{ name: 'x', rows: [['ชื่อ', 'ชนิด', 'Name'], ['1', 'กอง', '2']] }], columns)).toMatchObject({ ok: false, code: 'HEAD_TWICE' });
  expect(findTable([{ name: 'x', rows: [['ชื่อ', 'ชนิด']] }], columns)).toMatchObject({ ok: false, code: 'TABLE_EMPTY' });
});

const thai874 = (text: string): Buffer => Buffer.from(Array.from(text, (sign) => (sign.charCodeAt(0) >= 0xe00 ? sign.charCodeAt(0) - 0xe00 + 0xa0 : sign.charCodeAt(0))));

test.each([
  ['UTF-8', Buffer.from('ชื่อ,ชนิด\nสนข.,กอง\n')],
  ['UTF-8 with its mark', Buffer.from('\uFEFFชื่อ;ชนิด\r\nสนข.;กอง\r\n')],
  ['the Thai code page', thai874('ชื่อ,ชนิด\r\nสนข.,กอง')],
  ['UTF-16 with tabs', Buffer.from('\uFEFFชื่อ\tชนิด\r\nสนข.\tกอง\r\n', 'utf16le')],
  ['UTF-16, the other way round', Buffer.from('\uFEFFชื่อ\tชนิด\r\nสนข.\tกอง\r\n', 'utf16le').swap16()],
  ['a line that names the separator', Buffer.from('sep=;\nชื่อ;ชนิด\nสนข.;กอง')],
])('CSV in %s is read', async (_name, content) => {
  const table = orFail(findTable(orFail(await readSheets(content)), columns));
  expect(table.rows.map((row) => [row.cells['name'], row.cells['kind']])).toEqual([['สนข.', 'กอง']]);
});

test('cells of a CSV may hold quotes, line ends and separators; the guard against formulas comes off again', () => {
  const rows = [['ก,ข', 'พูดว่า "ได้"', 'บรรทัด\nสอง', '=1+1', "'=2", '-x', '']];
  expect(orFail(readCsv(Buffer.from(csvOf(rows))))[0]?.rows).toEqual([['ก,ข', 'พูดว่า "ได้"', 'บรรทัด\nสอง', '=1+1', "'=2", '-x', null]]);
  expect(readCsv(Buffer.from('ก,"ข\nค'))).toMatchObject({ ok: false, message: { th: expect.stringContaining('บรรทัด 1') } });
});

/** A zip of one deflated part, its headers as told. */
function zipOf(parts: readonly { name: string; content: Buffer; says?: number; flags?: number }[]): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, content, says = content.length, flags = 0 } of parts) {
    const packed = deflateRawSync(content, { level: 9 });
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(says, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(says, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    local.push(head, Buffer.from(name), packed);
    central.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

test('a bomb is not unpacked, whatever its headers say', async () => {
  const bomb = zipOf([{ name: 'xl/workbook.xml', content: Buffer.alloc(210 * 1024 * 1024, 32), says: 1000 }]);
  expect(bomb.length).toBeLessThan(1_000_000);
  expect(await readSheets(bomb)).toMatchObject({ ok: false, code: 'TABLE_TOO_LARGE' });
});

test('a cell at the far corner of a sheet does not make millions of empty ones', async () => {
  const xml = (text: string) => Buffer.from(`<?xml version="1.0"?>${text}`);
  const file = zipOf([
    { name: 'xl/workbook.xml', content: xml('<workbook><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>') },
    { name: 'xl/_rels/workbook.xml.rels', content: xml('<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>') },
    { name: 'xl/worksheets/sheet1.xml', content: xml('<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>') },
  ]);
  expect(await readSheets(file)).toMatchObject({ ok: false, code: 'TABLE_TOO_LARGE' });
});

test('files that are no table say what to do', async () => {
  const refused = async (content: Buffer) => {
    const answer = await readSheets(content);
    return answer.ok ? 'read' : answer.code;
  };
  expect(await refused(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('TABLE_OLD_OR_ENCRYPTED');
  expect(await refused(Buffer.from('%PDF-1.7\n\0\0'))).toBe('NOT_A_TABLE');
  expect(await refused(Buffer.alloc(0))).toBe('FILE_EMPTY');
  expect(await refused(Buffer.alloc(20 * 1024 * 1024 + 1))).toBe('TABLE_TOO_LARGE');
  expect(await refused(Buffer.from('PK\x03\x04 and then nothing'))).toBe('TABLE_DAMAGED');
  expect(await refused(zipOf([{ name: 'word/document.xml', content: Buffer.from('<w/>') }]))).toBe('TABLE_DAMAGED');
  expect(await refused(zipOf([{ name: 'xl/workbook.xml', content: Buffer.from('<w/>'), flags: 1 }]))).toBe('TABLE_ENCRYPTED');
  expect(await refused(Buffer.from('ก,ข\n'.repeat(50_100)))).toBe('TABLE_TOO_LARGE');
});

test('Excel keeps text that looks like a formula as text', async () => {
  const file = await tableXlsx({ name: 'ต', columns, rows: [{ name: '=HYPERLINK("http://x")', head: false }] });
  expect(orFail(await readSheets(file))[0]?.rows[2]?.[0]).toBe('=HYPERLINK("http://x")');
  expect(showCell(by('from'), '2020-10-01')).toBe('1 ต.ค. 2563');
});
