/** One cell: read as people type it, written as people read it. Reading what was written gives the same value. */
import { fail, ok, type Result } from '../result.ts';
import { dayWords } from '../when.ts';
import type { Words } from '../words.ts';
import { addDays, isLocalDate, localDate, localDateOf, normaliseText, parseThaiDate, searchKey, toArabicDigits } from '../../thai/index.ts';
import type { CellValue, RawCell, TableColumn } from './table.ts';

const yesNo = { yes: { th: 'ใช่', en: 'Yes' }, no: { th: 'ไม่ใช่', en: 'No' } } as const;
const yes = new Set(['ใช่', 'y', 'yes', 'true', '1', '✓', '✔', 'x', '/', 'มี'].map(key));
const no = new Set(['ไม่ใช่', 'ไม่', 'n', 'no', 'false', '0', '-', 'ไม่มี'].map(key));

/** What two spellings of one word have in common: digits, spaces, dots and capitals aside. */
function key(text: string): string {
  return searchKey(text).replaceAll(' ', '') || text.trim();
}

const refuse = (th: string, en: string) => fail('CELL', { th, en });

/** Signs that the XML of a spreadsheet cannot carry, and that no name has: a sign lost in decoding, controls, non-characters. */
const noCellHolds = /[\ufffd\u007f-\u009f]|\p{Noncharacter_Code_Point}/gu;

/** Text in one spelling: no invisible signs, single spaces; line ends stay only where they may. */
export function cleanText(text: string, lines = false): string {
  const clean = normaliseText(text).replace(noCellHolds, '').replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ');
  if (!lines) return clean.replace(/\s+/g, ' ').trim();
  return clean.split('\n').map((line) => line.replace(/[^\S\n]+/g, ' ').trimEnd()).join('\n').trim();
}

/** The cell as text, the way a person would have typed it. A real date becomes `YYYY-MM-DD`. */
export function rawText(raw: RawCell | undefined): string {
  if (raw === null || raw === undefined) return '';
  if (typeof raw === 'object') return raw.day;
  return String(raw);
}

/**
 * The day of a spreadsheet's date. A year typed in the Buddhist era on a computer of another era lies 543 years ahead:
 * no date of an office does, so it is taken as it was meant.
 */
export function sheetDay(date: Date): string | undefined {
  const year = date.getUTCFullYear();
  return localDateOf(year >= 2400 ? year - 543 : year, date.getUTCMonth() + 1, date.getUTCDate());
}

/** A date whose cell lost its format and shows as days since 1900. */
function serialDay(number: string): string | undefined {
  const days = Number(number);
  if (!((days >= 15_000 && days <= 75_000) || (days >= 213_000 && days <= 273_000))) return undefined;
  return sheetDay(new Date(`${addDays(localDate('1899-12-30'), days)}T00:00:00Z`));
}

function readDate(text: string): Result<CellValue> {
  if (isLocalDate(text)) return ok(text);
  const serial = /^\d{5,6}$/.test(text) ? serialDay(text) : undefined;
  if (serial) return ok(serial);
  // A date of a CSV may carry the midnight that a spreadsheet gave it.
  const parsed = parseThaiDate(text.replace(/[ T]0?0:00(:00(\.0+)?)?$/, ''));
  if (parsed.ok) return ok(parsed.value);
  if (parsed.code === 'weekday-mismatch') return refuse(`วันในสัปดาห์ไม่ตรงกับวันที่ “${text}”`, `The day of the week does not fit the date “${text}”`);
  if (parsed.code === 'year-missing') return refuse(`วันที่ “${text}” ไม่มีปี พิมพ์เช่น 1 ต.ค. 2563`, `“${text}” has no year. Type for example 1 Oct 2020.`);
  if (parsed.code === 'impossible-date') return refuse(`ไม่มีวันที่ “${text}” ในปฏิทิน`, `There is no such day as “${text}”`);
  return refuse(`อ่านวันที่ “${text}” ไม่ได้ พิมพ์เช่น 1 ต.ค. 2563 หรือ 1/10/2563`, `“${text}” is not a date. Type for example 1 Oct 2020 or 1/10/2563.`);
}

function readInteger(column: TableColumn, text: string): Result<CellValue> {
  const plain = toArabicDigits(text).replaceAll(',', '').replace(/\.0+$/, '');
  if (!/^-?\d{1,15}$/.test(plain)) return refuse(`“${text}” ไม่ใช่จำนวนเต็ม`, `“${text}” is not a whole number`);
  const value = Number(plain);
  const { min = 0, max = 2_147_483_647 } = column;
  return value < min || value > max ? refuse(`ต้องอยู่ระหว่าง ${min} ถึง ${max}`, `It must be between ${min} and ${max}`) : ok(value);
}

function readChoice(choices: Readonly<Record<string, Words>>, text: string): Result<CellValue> {
  const typed = key(text);
  const found = Object.entries(choices).find(([value, words]) => [value, words.th, words.en].some((word) => key(word) === typed));
  if (found) return ok(found[0]);
  const may = Object.values(choices);
  return refuse(`“${text}” ไม่อยู่ในค่าที่ใช้ได้ ใช้: ${may.map((words) => words.th).join(', ')}`, `“${text}” is not one of: ${may.map((words) => words.en).join(', ')}`);
}

/** The value of a cell, or words for what is wrong with it. An empty cell is null; whether it may be is another rule. */
export function readCell(column: TableColumn, raw: RawCell | undefined): Result<CellValue> {
  if (typeof raw === 'boolean' && column.kind === 'yes-no') return ok(raw);
  const text = cleanText(rawText(raw), column.kind === 'lines');
  if (text === '') return ok(column.kind === 'yes-no' ? false : null);
  switch (column.kind) {
    case 'date':
      return readDate(text);
    case 'integer':
      return readInteger(column, text);
    case 'yes-no':
      return yes.has(key(text)) ? ok(true) : no.has(key(text)) ? ok(false) : refuse(`“${text}” ต้องเป็น ใช่ หรือ ไม่ใช่`, `“${text}” must be Yes or No`);
    case 'choice':
      return readChoice(column.choices ?? {}, text);
    case 'text':
    case 'lines': {
      const { min = 0, max = 300 } = column;
      if (text.length > max) return refuse(`ยาว ${text.length} ตัวอักษร เกิน ${max} กรุณาย่อลง`, `It is ${text.length} characters long, more than ${max}. Please shorten it.`);
      return text.length < min ? refuse(`ต้องมีอย่างน้อย ${min} ตัวอักษร`, `It needs at least ${min} characters`) : ok(text);
    }
  }
}

/** A value as it is written into a file (in Thai, days in the Buddhist era, as text) and shown in a list of changes. */
export function showCell(column: TableColumn, value: CellValue | undefined, lang: 'th' | 'en' = 'th'): string | number {
  if (value === null || value === undefined || value === '') return '';
  if (column.kind === 'date') return isLocalDate(String(value)) ? dayWords(lang, localDate(String(value))) : String(value);
  if (column.kind === 'yes-no') return value === true ? yesNo.yes[lang] : yesNo.no[lang];
  if (column.kind === 'choice') return column.choices?.[String(value)]?.[lang] ?? String(value);
  return typeof value === 'number' ? value : String(value);
}

/** Whether two values say the same: spelling of the stored one aside. */
export function sameCell(column: TableColumn, a: CellValue, b: CellValue): boolean {
  const plain = (value: CellValue) => (typeof value === 'string' && (column.kind === 'text' || column.kind === 'lines') ? cleanText(value, column.kind === 'lines') || null : value === '' ? null : value);
  return plain(a) === plain(b);
}
