/** Small parts that carrying out a table has in common. */
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { CellValue } from '../../../platform/tables/table.ts';
import type { RowPlan } from '../domain/tables/rows.ts';

export const has = (plan: RowPlan, ...columns: readonly string[]): boolean => plan.changes.some((change) => columns.includes(change.column));

/** The text of a cell; empty where the file has none. */
export const textOf = (plan: RowPlan, column: string): string => String(plan.cells[column] ?? '');

/** What a record will be told for a column: the file's cell where it has one, else what is kept. */
export function told<T extends CellValue>(plan: RowPlan, column: string, kept: T): T {
  const given = plan.cells[column];
  return given === undefined ? kept : (given as T);
}

/** A line of the trail: which import, which row, which cells. Values of people stay out of it. */
export function entry(action: string, type: string, id: number, plan: RowPlan, importId: number, more: Partial<AuditEntry> = {}): AuditEntry {
  return { action, subject: { type, id }, ...more, detail: { import: importId, row: plan.row, fields: plan.changes.map((change) => change.column), ...more.detail } };
}
