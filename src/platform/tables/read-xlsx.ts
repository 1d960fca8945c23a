/** Sheets of an Excel file. The library reads cells; merged ranges and limits are ours. */
import readSheets from 'read-excel-file/universal';
import { fail, ok, type Result } from '../result.ts';
import { sheetDay } from './cells.ts';
import { tableLimits, type RawCell, type RawSheet } from './table.ts';
import { readZip, ZipRefused } from './zip.ts';

const damaged = () => fail('TABLE_DAMAGED', { th: 'อ่านไฟล์ Excel นี้ไม่ได้ ไฟล์อาจเสียหาย กรุณาเปิดด้วย Excel บันทึกเป็น .xlsx ใหม่ แล้วส่งอีกครั้ง', en: 'This Excel file cannot be read; it may be damaged. Open it in Excel, save it again as .xlsx and send it once more.' });
const refusals = {
  damaged,
  encrypted: () => fail('TABLE_ENCRYPTED', { th: 'ไฟล์นี้มีรหัสผ่าน กรุณาบันทึกเป็นไฟล์ที่ไม่มีรหัสผ่าน แล้วส่งอีกครั้ง', en: 'This file is protected by a password. Save it without one and send it once more.' }),
  'too-large': () => fail('TABLE_TOO_LARGE', { th: `ข้อมูลในไฟล์ใหญ่เกิน ${tableLimits.unpackedBytes / 1_048_576} MB เมื่อคลายออก กรุณาแบ่งเป็นหลายไฟล์`, en: `Unpacked, the file is larger than ${tableLimits.unpackedBytes / 1_048_576} MB. Please send it in parts.` }),
};
const tooWide = () => fail('TABLE_TOO_LARGE', {
  th: `ตารางมีเกิน ${tableLimits.rows.toLocaleString('en')} แถวหรือ ${tableLimits.columns} คอลัมน์ กรุณาลบแถวและคอลัมน์ว่างที่ท้ายตาราง หรือแบ่งเป็นหลายไฟล์`,
  en: `The table has more than ${tableLimits.rows.toLocaleString('en')} rows or ${tableLimits.columns} columns. Delete empty rows and columns at its end, or send it in parts.`,
});

const attribute = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
const unescape = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos|#x?[0-9a-f]+);/gi, (whole, name: string) => {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
  if (name in named) return named[name] as string;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return Number.isFinite(code) && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
});

const columnNumber = (letters: string): number => Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Which part of the zip holds the sheet of a name. */
function sheetParts(parts: ReadonlyMap<string, Buffer>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of (parts.get('xl/_rels/workbook.xml.rels')?.toString('utf8') ?? '').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target') ?? '';
    targets.set(attribute(tag, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
  }
  const found = new Map<string, string>();
  for (const [tag] of (parts.get('xl/workbook.xml')?.toString('utf8') ?? '').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)) {
    found.set(unescape(attribute(tag, 'name') ?? ''), targets.get(attribute(tag, '(?:\\w+:)?id') ?? '') ?? '');
  }
  return found;
}

/** Whether some cell stands beyond the limits: one at the far corner of a sheet would make millions of empty ones. */
function tooFar(xml: string): boolean {
  for (const [, letters, row] of xml.matchAll(/<(?:\w+:)?(?:c|row)\s[^>]*?\br="([A-Z]{0,3})(\d{1,7})"/g)) {
    if (Number(row) > tableLimits.rows + 50 || (letters && columnNumber(letters) > tableLimits.columns)) return true;
  }
  return false;
}

interface Range {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

function mergedRanges(xml: string): Range[] {
  return [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)]
    .map(([, left, top, bottom]) => ({ left: columnNumber(left as string) - 1, top: Number(top) - 1, bottom: Number(bottom) - 1 }))
    .filter(({ top, bottom }) => bottom > top);
}

/** The value of a cell that runs down over several rows belongs to each of them. Across columns it stays in the first. */
function fillDown(rows: RawCell[][], ranges: readonly Range[]): void {
  for (const { top, bottom, left } of ranges) {
    const value = rows[top]?.[left] ?? null;
    for (let at = top + 1; at <= Math.min(bottom, rows.length - 1); at++) (rows[at] as RawCell[])[left] = value;
  }
}

function cellOf(value: unknown): RawCell {
  if (value instanceof Date) {
    const day = sheetDay(value);
    return day === undefined ? null : { day };
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** All sheets of an .xlsx file, merged cells filled down. Refusals say what to do. */
export async function readXlsx(content: Buffer): Promise<Result<RawSheet[]>> {
  let parts: Map<string, Buffer>;
  try {
    parts = readZip(content, tableLimits.unpackedBytes);
  } catch (error) {
    if (error instanceof ZipRefused) return refusals[error.why]();
    throw error;
  }
  if (!parts.has('xl/workbook.xml')) return damaged();
  const places = sheetParts(parts);
  const merged = new Map<string, Range[]>();
  for (const [name, part] of places) {
    const xml = parts.get(part)?.toString('latin1') ?? '';
    if (tooFar(xml)) return tooWide();
    merged.set(name, mergedRanges(xml));
  }
  parts.clear();
  try {
    const sheets = await readSheets(content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength) as ArrayBuffer, { trim: false });
    return ok(sheets.map(({ sheet, data }) => {
      const rows = data.map((row) => row.map(cellOf));
      fillDown(rows, merged.get(sheet) ?? []);
      return { name: sheet, rows };
    }));
  } catch {
    // The library's own words are for programmers; whatever it stumbled over, the file is not what Excel writes.
    return damaged();
  }
}
