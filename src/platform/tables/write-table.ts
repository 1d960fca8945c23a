import writeSheets, { type CellObject, type Sheet } from 'write-excel-file/node';
import { csvOf } from '../csv.ts';
import { showCell } from './cells.ts';
import type { TableColumn, TableRow } from './table.ts';

/** A table to be written: its name is the sheet's. */
export interface TableToWrite {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const csvType = 'text/csv; charset=utf-8';

/** A signless name of a sheet: Excel refuses some signs and more than 31 letters. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);

/** Cells are text (`@`) wherever people type text: a spreadsheet then neither counts, dates nor calculates with them. */
const textCell = (value: string, more: Partial<CellObject> = {}): CellObject => ({ value, type: String, format: '@', ...more });
const headCell = (value: string): CellObject => textCell(value, { fontWeight: 'bold', wrap: true, alignVertical: 'top', backgroundColor: '#ece7db', bottomBorderStyle: 'thin', bottomBorderColor: '#8a8371' });
const codeCell = (value: string): CellObject => textCell(value, { textColor: '#6b6456', fontSize: 9 });

function widthOf(column: TableColumn): number {
  if (column.width) return column.width;
  return { date: 14, integer: 10, 'yes-no': 10, choice: 20, lines: 48, text: 24 }[column.kind];
}

const mayHold = (column: TableColumn): string => {
  if (column.kind === 'choice') return Object.values(column.choices ?? {}).map((words) => words.th).join(', ');
  return { text: 'ข้อความ', lines: 'ข้อความ หลายบรรทัดได้', date: 'วันที่ พ.ศ. เช่น 1 ต.ค. 2563 หรือ 1/10/2563', integer: 'จำนวนเต็ม', 'yes-no': 'ใช่ หรือ ไม่ใช่' }[column.kind];
};

/** The sheet that says what each column means, in both languages. */
function explanations(columns: readonly TableColumn[]): Sheet<Buffer> {
  const heads = ['หัวคอลัมน์', 'รหัส', 'ความหมาย', 'ค่าที่ใช้ได้', 'ต้องมี', 'Meaning'].map(headCell);
  const rows = columns.map((column) => [
    textCell(column.head.th), codeCell(column.code), textCell(column.about.th, { wrap: true }), textCell(mayHold(column), { wrap: true }),
    textCell(column.readOnly ? 'อ่านอย่างเดียว' : column.needed ? 'ต้องมี' : ''), textCell(`${column.head.en}: ${column.about.en}`, { wrap: true }),
  ]);
  return { sheet: 'คำอธิบาย', data: [heads, ...rows], columns: [26, 22, 60, 40, 14, 60].map((width) => ({ width })), stickyRowsCount: 1 };
}

/** The table as an Excel file: Thai heads, the codes below them, and a sheet of explanations. */
export async function tableXlsx(table: TableToWrite): Promise<Buffer> {
  const { columns } = table;
  const rows = table.rows.map((row) => columns.map((column) => {
    const shown = showCell(column, row[column.code]);
    if (typeof shown === 'number') return shown;
    return shown === '' ? null : textCell(shown, column.kind === 'lines' ? { wrap: true } : {});
  }));
  const data = [columns.map((column) => headCell(column.head.th)), columns.map((column) => codeCell(column.code)), ...rows];
  const sheet: Sheet<Buffer> = { sheet: sheetName(table.name), data, columns: columns.map((column) => ({ width: widthOf(column) })), stickyRowsCount: 2 };
  return writeSheets([sheet, explanations(columns)], { fontFamily: 'TH Sarabun New', fontSize: 14 }).toBuffer();
}

/** The same table as CSV: the same two lines of heads, the same cells. */
export function tableCsv({ columns, rows }: Pick<TableToWrite, 'columns' | 'rows'>): string {
  return csvOf([columns.map((column) => column.head.th), columns.map((column) => column.code), ...rows.map((row) => columns.map((column) => showCell(column, row[column.code])))]);
}
