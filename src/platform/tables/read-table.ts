import { fail, ok, type Result } from '../result.ts';
import type { Words } from '../words.ts';
import { searchKey } from '../../thai/index.ts';
import { rawText } from './cells.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { tableLimits, type FileRow, type RawCell, type RawSheet, type TableColumn } from './table.ts';

export interface ReadTable {
  readonly sheet: string;
  readonly rows: readonly FileRow[];
  /** Codes of the columns that the file has. */
  readonly columns: readonly string[];
  /** Heads that no column is known by; what stands under them is left alone. */
  readonly unknown: readonly string[];
}

const oldExcel = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** The sheets of a file, told apart by its content: a name may say anything. */
export async function readSheets(content: Buffer): Promise<Result<RawSheet[]>> {
  if (content.length === 0) return fail('FILE_EMPTY', { th: 'ไฟล์ว่างเปล่า', en: 'The file is empty' });
  if (content.length > tableLimits.bytes) {
    return fail('TABLE_TOO_LARGE', { th: `ไฟล์ใหญ่เกิน ${tableLimits.bytes / 1_048_576} MB กรุณาแบ่งเป็นหลายไฟล์`, en: `The file is larger than ${tableLimits.bytes / 1_048_576} MB. Please send it in parts.` });
  }
  if (content.subarray(0, 4).equals(oldExcel)) {
    return fail('TABLE_OLD_OR_ENCRYPTED', {
      th: 'ไฟล์นี้เป็น Excel รุ่นเก่า (.xls) หรือมีรหัสผ่าน กรุณาเปิดด้วย Excel แล้วบันทึกเป็น “สมุดงาน Excel (.xlsx)” โดยไม่ตั้งรหัสผ่าน',
      en: 'This is an old Excel file (.xls) or one with a password. Open it in Excel and save it as “Excel Workbook (.xlsx)” without a password.',
    });
  }
  return content.subarray(0, 2).toString('latin1') === 'PK' ? readXlsx(content) : readCsv(content);
}

/** What heads of one column have in common: signs, spaces, and what is added in brackets aside. */
const headKey = (text: string): string => searchKey(text.replace(/[(（][^)）]*[)）]/g, ' ').replaceAll('*', ' ').replaceAll('_', ' ')).replaceAll(' ', '');

function known(columns: readonly TableColumn[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const column of columns) for (const name of [column.code, column.head.th, column.head.en, ...(column.aliases ?? [])]) if (!names.has(headKey(name))) names.set(headKey(name), column.code);
  return names;
}

interface Heads {
  readonly row: number;
  readonly places: ReadonlyMap<string, number>;
  readonly unknown: readonly string[];
  readonly twice: readonly string[];
}

/** How far down the heads are looked for: a title, the name of the office and a date may stand above them. */
const headsWithin = 20;

function headsOf(row: readonly RawCell[], at: number, names: ReadonlyMap<string, string>): Heads {
  const places = new Map<string, number>();
  const unknown: string[] = [];
  const twice: string[] = [];
  for (const [index, cell] of row.entries()) {
    const text = rawText(cell).trim();
    if (text === '') continue;
    const code = names.get(headKey(text));
    if (code === undefined) unknown.push(text.replace(/\s+/g, ' ').slice(0, 60));
    else if (places.has(code)) twice.push(text);
    else places.set(code, index);
  }
  return { row: at, places, unknown, twice };
}

/** The row of heads in a sheet: the one that names most columns. */
function findHeads(sheet: RawSheet, names: ReadonlyMap<string, string>): Heads | undefined {
  let best: Heads | undefined;
  for (const [at, row] of sheet.rows.slice(0, headsWithin).entries()) {
    const heads = headsOf(row, at, names);
    if (heads.places.size > (best?.places.size ?? 1)) best = heads;
  }
  return best;
}

/** How many columns of a table the heads of some sheet name: to tell a file of another table. */
export function likeness(sheets: readonly RawSheet[], columns: readonly TableColumn[]): number {
  const names = known(columns);
  return Math.max(0, ...sheets.map((sheet) => findHeads(sheet, names)?.places.size ?? 0));
}

/**
 * Finds the table in the sheets: heads in Thai, English or as codes, in any order, within the first rows of any sheet.
 * `ignored` are heads that are known but left alone, such as verdicts of an earlier try.
 */
export function findTable(sheets: readonly RawSheet[], columns: readonly TableColumn[], ignored: readonly string[] = []): Result<ReadTable> {
  const names = known(columns);
  const found = sheets.map((sheet) => ({ sheet, heads: findHeads(sheet, names) })).filter((one): one is { sheet: RawSheet; heads: Heads } => one.heads !== undefined);
  const best = found.sort((a, b) => b.heads.places.size - a.heads.places.size)[0];
  const list = (few: readonly TableColumn[], lang: keyof Words) => few.map((column) => column.head[lang]).join(', ');
  const needed = columns.filter((column) => column.needed);
  if (!best) {
    const seen = sheets.map((sheet) => sheet.name).filter(Boolean).join(', ');
    return fail('NO_HEADS', {
      th: `ไม่พบแถวหัวคอลัมน์${seen ? `ในแผ่นงาน ${seen}` : ''} ต้องมีอย่างน้อย: ${list(needed, 'th')}`,
      en: `No row of column heads was found${seen ? ` in the sheets ${seen}` : ''}. At least these are needed: ${list(needed, 'en')}`,
    });
  }
  const { sheet, heads } = best;
  if (heads.twice.length > 0) return fail('HEAD_TWICE', { th: `มีคอลัมน์ซ้ำ: ${heads.twice.join(', ')} เหลือไว้คอลัมน์เดียว แล้วส่งอีกครั้ง`, en: `These columns stand there twice: ${heads.twice.join(', ')}. Keep one and send the file again.` });
  const missing = needed.filter((column) => !heads.places.has(column.code));
  if (missing.length > 0) return fail('HEADS_MISSING', { th: `ขาดคอลัมน์: ${list(missing, 'th')}`, en: `These columns are missing: ${list(missing, 'en')}` });

  const rows: FileRow[] = [];
  for (let at = heads.row + 1; at < sheet.rows.length; at++) {
    const row = sheet.rows[at] as readonly RawCell[];
    // The line of codes under the heads, or heads repeated on a new page.
    if (headsOf(row, at, names).places.size >= Math.max(2, heads.places.size - 1)) continue;
    const cells = Object.fromEntries([...heads.places].map(([code, index]) => [code, row[index] ?? null]));
    if (Object.values(cells).every((cell) => rawText(cell).trim() === '')) continue;
    rows.push({ number: at + 1, cells });
  }
  if (rows.length > tableLimits.rows) return fail('TABLE_TOO_LARGE', { th: `ตารางมีเกิน ${tableLimits.rows.toLocaleString('en')} แถว กรุณาแบ่งเป็นหลายไฟล์`, en: `The table has more than ${tableLimits.rows.toLocaleString('en')} rows. Please send it in parts.` });
  if (rows.length === 0) return fail('TABLE_EMPTY', { th: 'มีแต่หัวคอลัมน์ ไม่มีแถวข้อมูล', en: 'There are heads but no rows below them' });
  const left = new Set(ignored.map(headKey));
  return ok({ sheet: sheet.name, rows, columns: [...heads.places.keys()], unknown: heads.unknown.filter((head) => !left.has(headKey(head))) });
}
