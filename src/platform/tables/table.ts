import type { Words } from '../words.ts';

/** A value as the house keeps it: days are `YYYY-MM-DD`, choices their keys, nothing is null. */
export type CellValue = string | number | boolean | null;

/** A cell as a file holds it. A day is a real date of the spreadsheet, whatever era it was shown in. */
export type RawCell = string | number | boolean | { readonly day: string } | null;

/** One sheet of a file; the first row stands at 0, empty rows are kept so that numbers agree with what people see. */
export interface RawSheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
}

export type ColumnKind = 'text' | 'lines' | 'date' | 'integer' | 'yes-no' | 'choice';

/** A column of a table that people fill in and programs read. */
export interface TableColumn {
  /** What programs rely on; never changes: `valid_from`. */
  readonly code: string;
  /** What people see at the head of the column. */
  readonly head: Words;
  /** What is to be filled in, for the sheet of explanations. */
  readonly about: Words;
  readonly kind: ColumnKind;
  /** Of a choice: what may be chosen, by key. */
  readonly choices?: Readonly<Record<string, Words>>;
  readonly max?: number;
  readonly min?: number;
  /** A file without this column cannot be read. */
  readonly needed?: boolean;
  /** Written out to be read; what stands there is not taken in. */
  readonly readOnly?: boolean;
  /** Other heads under which offices keep the same thing. */
  readonly aliases?: readonly string[];
  /** Width on the sheet, in letters. */
  readonly width?: number;
}

export type TableRow = Readonly<Record<string, CellValue>>;

/** A row of a file under its columns' codes; cells of columns that the file lacks are missing. */
export interface FileRow {
  /** As the spreadsheet counts, from 1. */
  readonly number: number;
  readonly cells: Readonly<Record<string, RawCell>>;
}

/** Most rows and columns that one file may bring. */
export const tableLimits = { bytes: 20 * 1024 * 1024, unpackedBytes: 200 * 1024 * 1024, rows: 50_000, columns: 256 } as const;
