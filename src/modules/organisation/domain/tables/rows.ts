/** Rows of a file on their way to a verdict, and what all tables of the organisation have in common. Pure. */
import { ok, type Result } from '../../../../platform/result.ts';
import type { CellValue, TableColumn, TableRow } from '../../../../platform/tables/table.ts';
import type { Words } from '../../../../platform/words.ts';
import { formatDate, formatEnglishDate, localDate } from '../../../../thai/index.ts';

export const tableKinds = ['units', 'people', 'positions', 'committees', 'calendar'] as const;
export type TableKindName = (typeof tableKinds)[number];

/** A column of the organisation's tables. */
export interface OfficeColumn extends TableColumn {
  /** An empty cell leaves the value as it is; elsewhere it empties it. */
  readonly emptyKeeps?: boolean;
  /** May not be empty: on new rows always, on old ones where the file has the column. */
  readonly filled?: boolean;
  /** Understood in files, but not written into them. */
  readonly inputOnly?: boolean;
  /** Compared by rules of its own, because it holds from a day on or belongs to another record. */
  readonly own?: boolean;
}

export const verdicts = ['new', 'changed', 'unchanged', 'refused', 'duplicate', 'ambiguous'] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a row is not taken, and what to do. */
export interface Problem extends Words {
  readonly column: string | null;
  /** The row does not say which record is meant. */
  readonly ambiguous?: boolean;
}

export interface Change {
  readonly column: string;
  readonly from: CellValue;
  readonly to: CellValue;
}

/** A row as it is being judged. Rules fill in `refs` and add changes and problems. */
export interface Draft<R> {
  readonly row: number;
  /** Values of the columns that the file has. */
  readonly cells: Record<string, CellValue>;
  readonly problems: Problem[];
  readonly changes: Change[];
  /** Records that the row names, by column: ids that were looked up. */
  readonly refs: Record<string, number | null>;
  record: R | undefined;
}

/** A judged row: what the preview shows and what is carried out. */
export interface RowPlan {
  readonly row: number;
  readonly verdict: Verdict;
  readonly recordId: number | null;
  /** Who or what the row is about. */
  readonly label: string;
  readonly changes: readonly Change[];
  readonly problems: readonly Problem[];
  readonly cells: TableRow;
  readonly refs: Readonly<Record<string, number | null>>;
}

export type Matched<R> = { readonly record: R } | 'new' | Problem;

/** The rules of one table. `H` is what is known of the house when the rows are judged. */
export interface TableRules<R, H> {
  readonly columns: readonly OfficeColumn[];
  readonly idOf: (record: R) => number;
  /** The record as the file shows it. */
  readonly cellsOf: (record: R, house: H) => TableRow;
  readonly label: (draft: Draft<R>, house: H) => string;
  /** Brings references and names into the spelling of the house. */
  readonly refine?: (draft: Draft<R>, house: H, before: Draft<R> | undefined) => void;
  /** The record that a row without number means. */
  readonly match: (draft: Draft<R>, house: H) => Matched<R>;
  readonly byId: (id: number, house: H) => R | undefined;
  /** What two rows of one file may not share. */
  readonly key: (draft: Draft<R>) => string | null;
  readonly check: (draft: Draft<R>, house: H) => void;
  /** Rules between rows; called once, after every row was checked. */
  readonly across?: (drafts: readonly Draft<R>[], house: H) => void;
}

export const problem = (column: string | null, th: string, en: string, more: { ambiguous?: boolean } = {}): Problem => ({ column, th, en, ...more });

export function refuse<R>(draft: Draft<R>, column: string | null, th: string, en: string): void {
  draft.problems.push(problem(column, th, en));
}

/** A day as the words of a verdict say it. */
export const daySaid = (day: string): Words => ({ th: formatDate(localDate(day), { style: 'short' }), en: formatEnglishDate(localDate(day), 'short') });

export const text = (draft: Draft<never> | Draft<unknown>, column: string): string => {
  const value = draft.cells[column];
  return value === null || value === undefined ? '' : String(value);
};

/** The first column of every table: the record's number in this house, or the word that a new one is meant. */
export const idColumn: OfficeColumn = {
  code: 'id', kind: 'text', own: true, width: 12, max: 20, aliases: ['เลขระบบ', 'รหัสระบบ'],
  head: { th: 'เลขในระบบ', en: 'Number in Krom' },
  about: { th: 'ระบบให้ไว้ ห้ามแก้ แถวใหม่ให้เว้นว่าง หรือพิมพ์ “ใหม่” เมื่อแน่ใจว่าไม่ใช่รายการเดิมที่ชื่อเหมือนกัน', en: 'Given by the system, not to be changed. Leave it empty for a new row, or type “new” where a record of the same name exists and another one is meant.' },
};

/** What the cell of `idColumn` says. */
export function readId(value: CellValue): Result<number | 'new' | null> {
  if (value === null) return ok(null);
  const typed = String(value).replaceAll(',', '');
  if (/^(ใหม่|new)$/i.test(typed)) return ok('new');
  if (/^\d{1,9}$/.test(typed)) return ok(Number(typed));
  return { ok: false, code: 'CELL', message: { th: `เลขในระบบ “${typed}” ไม่ถูกต้อง ถ้าเป็นรายการใหม่ให้เว้นว่าง`, en: `“${typed}” is no number of the system. Leave the cell empty for a new record.` } };
}
