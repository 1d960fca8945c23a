/** Tables as files: the same columns in Excel and CSV, in the form that can be brought in again. */
import type { ReadTx } from '../../../platform/db/database.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../platform/tables/write-table.ts';
import { showCell } from '../../../platform/tables/cells.ts';
import type { TableColumn, TableRow } from '../../../platform/tables/table.ts';
import type { Language, Words } from '../../../platform/words.ts';
import { formatDate, localDate } from '../../../thai/index.ts';
import type { Change, Problem, Verdict } from '../domain/tables/rows.ts';
import type { StagedRow } from '../store/table-imports.ts';
import { verdictHeads } from './bring-in.ts';
import { writtenColumns, type ExportFilter, type TableKind } from './kinds.ts';

export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

export interface TableFile {
  readonly body: string | Uint8Array;
  readonly contentType: string;
  readonly fileName: string;
}

async function fileOf(name: string, columns: readonly TableColumn[], rows: readonly TableRow[], format: TableFormat, fileName: string): Promise<TableFile> {
  if (format === 'csv') return { body: tableCsv({ columns, rows }), contentType: csvType, fileName: `${fileName}.csv` };
  return { body: await tableXlsx({ name, columns, rows }), contentType: xlsxType, fileName: `${fileName}.xlsx` };
}

/** A table of the house as of a day, all of it or what a list page shows. */
export async function exportTable(tx: ReadTx, kind: TableKind, format: TableFormat, day: string, filter: ExportFilter = {}): Promise<TableFile> {
  const year = filter.year === undefined ? '' : ` ${filter.year}`;
  return fileOf(kind.title.th, writtenColumns(kind), await kind.rows(tx, day, filter), format, `${kind.title.th}${year} ${formatDate(localDate(day), { style: 'short' })}`);
}

export const verdictNames: Readonly<Record<Verdict, Words>> = {
  new: { th: 'เพิ่มใหม่', en: 'New' },
  changed: { th: 'แก้ไข', en: 'Changed' },
  unchanged: { th: 'เหมือนเดิม', en: 'Unchanged' },
  refused: { th: 'รับไม่ได้', en: 'Refused' },
  duplicate: { th: 'ซ้ำในไฟล์', en: 'Twice in the file' },
  ambiguous: { th: 'ระบุไม่ชัด', en: 'Not clear which' },
};

/** A problem in words, with the head of the column where it lies. */
export function problemWords(kind: TableKind, problem: Problem, lang: Language): string {
  const head = kind.columns.find((column) => column.code === problem.column)?.head[lang];
  return head ? `${head}: ${problem[lang]}` : problem[lang];
}

/** A change in words: `โทรศัพท์: 02 → 03`. */
export function changeWords(kind: TableKind, change: Change, lang: Language): { head: string; from: string; to: string } {
  const column = kind.columns.find((one) => one.code === change.column);
  const show = (value: Change['from']) => (column ? String(showCell(column, value, lang)) : String(value ?? ''));
  return { head: column?.head[lang] ?? change.column, from: show(change.from), to: show(change.to) };
}

const extra = (code: string, head: Words, width: number): TableColumn => ({ code, head, kind: 'lines', width, about: { th: 'ผลการตรวจไฟล์ ไม่ต้องลบเมื่อส่งใหม่', en: 'Verdict on the file; need not be deleted when it is sent again' } });

/** The file's own rows with verdict and reason in front, to be mended and sent again. */
export async function verdictFile(kind: TableKind, given: readonly string[], rows: readonly StagedRow[], fileName: string): Promise<TableFile> {
  // Cells go back as they came, however wrong they are.
  const columns = [
    extra('verdict_', verdictHeads.verdict, 14), extra('reason_', verdictHeads.reason, 60), extra('change_', verdictHeads.change, 44),
    ...kind.columns.filter((column) => given.includes(column.code)).map((column): TableColumn => ({ ...column, kind: column.kind === 'lines' ? 'lines' : 'text', width: column.width ?? 18 })),
  ];
  const dates = new Map(kind.columns.map((column) => [column.code, column]));
  const table = rows.map((row): TableRow => ({
    verdict_: verdictNames[row.verdict].th,
    reason_: row.problems.map((one) => problemWords(kind, one, 'th')).join('\n'),
    change_: row.changes.map((one) => changeWords(kind, one, 'th')).map(({ head, from, to }) => (row.verdict === 'new' ? `${head}: ${to}` : `${head}: ${from || '(ว่าง)'} → ${to || '(ว่าง)'}`)).join('\n'),
    ...Object.fromEntries(Object.entries(row.cells).map(([code, cell]) => {
      if (cell !== null && typeof cell === 'object') return [code, String(showCell(dates.get(code) as TableColumn, cell.day))];
      return [code, typeof cell === 'boolean' ? (cell ? 'ใช่' : 'ไม่ใช่') : cell];
    })),
  }));
  return fileOf(kind.title.th, columns, table, 'xlsx', `ผลการตรวจ ${fileName.replace(/\.[^.]+$/, '')}`);
}
