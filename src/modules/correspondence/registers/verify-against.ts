// A package held against the registers of a running house: what was changed in either since it was made.
import type { ReadTx } from '../../../platform/db/database.ts';
import { showCell } from '../../../platform/tables/cells.ts';
import type { TableColumn, TableRow } from '../../../platform/tables/table.ts';
import type { Words } from '../../../platform/words.ts';
import { bookName, registerColumns } from '../domain/register-columns.ts';
import type { RegisterTable } from '../domain/register-columns.ts';
import { receivedRow, sentRow } from './register-rows.ts';
import { receivedOfYear, sentOfYear } from '../store/register-year.ts';
import type { PackageReport, PackageRow } from './verify-register.ts';

/** What of a row may go on after the package was made: what became of the letter. Anything else that differs is a finding. */
const fate = new Set(['action', 'remark', 'state', 'void_reason', 'file_sha256', 'unit']);

const shown = (column: TableColumn, row: TableRow): string => String(showCell(column, row[column.code]));

/** Findings, and how many rows were added since. Only as a system actor are secret rows compared too. */
export async function againstHouse(tx: ReadTx, { manifest, tables }: PackageReport): Promise<{ findings: Words[]; later: number }> {
  const { unit, year } = manifest;
  const findings: Words[] = [];
  let later = 0;
  const compare = (table: RegisterTable, here: readonly TableRow[]) => {
    const keyOf = (row: TableRow | PackageRow, name: (book: string) => string) => `${name(String(row['book']))} ${String(row['number'])}`;
    const rows = new Map(here.map((row) => [keyOf(row, (book) => bookName(book)), row]));
    for (const there of tables.get(table) ?? []) {
      const key = keyOf(there, (book) => book);
      const row = rows.get(key);
      rows.delete(key);
      if (!row) {
        findings.push({ th: `ในระบบไม่มี ${key} (${there['subject']})`, en: `The house has no ${key} (${there['subject']})` });
        continue;
      }
      for (const column of registerColumns[table]) {
        if (fate.has(column.code) || shown(column, row) === (there[column.code] ?? '')) continue;
        findings.push({ th: `${key} ${column.head.th}: ในชุด “${there[column.code]}” ในระบบ “${shown(column, row)}”`, en: `${key} ${column.head.en}: “${there[column.code]}” in the package, “${shown(column, row)}” in the house` });
      }
    }
    for (const [key, row] of rows) {
      if (row['carried_over'] === true || String(row['registered_at']) > manifest.asOf) later += 1;
      else findings.push({ th: `ในชุดไม่มี ${key} ทั้งที่ลงทะเบียนก่อนจัดทำ`, en: `The package lacks ${key}, which was registered before it was made` });
    }
  };
  compare('sent', (await sentOfYear(tx, unit.id, year)).map(sentRow(unit.label)));
  compare('received', (await receivedOfYear(tx, unit.id, year)).map(receivedRow(unit.label)));
  return { findings, later };
}
