// Registers as files: PDF by forms 13 and 14, Excel with the same eight columns.
import { registerDay, registerForms, registerReport } from '../../../paper/index.ts';
import type { PaperDocument } from '../../../paper/index.ts';
import { tableXlsx } from '../../../platform/tables/write-table.ts';
import type { TableColumn } from '../../../platform/tables/table.ts';
import { bangkokDate, formatDate, localDate } from '../../../thai/index.ts';
import { printedReference } from '../domain/reference.ts';

/** Rows that one PDF holds; a longer year is printed by days. */
export const registerPaperLimit = 4_000;

/** One row of a register in the columns of forms 13 and 14, oldest first. */
export interface RegisterLine {
  readonly number: number;
  readonly reference: string;
  /** `YYYY-MM-DD`; null where the letter bears no day. */
  readonly letterDate: string | null;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly registeredAt: Date;
}

export interface RegisterFile {
  readonly form: 'received' | 'sent';
  readonly unit: string;
  /** Calendar year, B.E. */
  readonly year: number;
  readonly lines: readonly RegisterLine[];
}

/** The register as a paper document: a line for each day of registration over its rows (clauses 38 and 43.1). */
export function registerDocument({ form, unit, year, lines }: RegisterFile): PaperDocument {
  const rows: Parameters<typeof registerReport>[2] = [];
  let day = '';
  for (const line of lines) {
    const registered: string = bangkokDate(line.registeredAt);
    if (registered !== day) {
      day = registered;
      const [date = '', month = '', of = ''] = formatDate(localDate(day)).split(' ');
      rows.push(registerDay(date, month, of));
    }
    rows.push([
      String(line.number), line.reference, line.letterDate ? formatDate(localDate(line.letterDate), { style: 'short' }) : '',
      line.from, line.to, line.subject, line.action, line.remark,
    ]);
  }
  return registerReport(form, [`${unit} ปีปฏิทิน พ.ศ. ${year}`], rows);
}

const codes = ['number', 'reference', 'letter_date', 'from', 'to', 'subject', 'action', 'remark'] as const;
const english = ['Register no.', 'Number', 'Dated', 'From', 'To', 'Subject', 'Action', 'Remarks'] as const;

/** The same columns as Excel, one row each. */
export function registerXlsx({ form, year, lines }: Omit<RegisterFile, 'unit'>): Promise<Buffer> {
  const { heading, columns } = registerForms[form];
  const heads = columns.map((column, i) => ({ th: typeof column.head === 'string' ? column.head : '', en: english[i] ?? '' }));
  const table: TableColumn[] = codes.map((code, i) => ({
    code, head: heads[i] ?? { th: code, en: code }, about: heads[i] ?? { th: code, en: code }, readOnly: true,
    kind: code === 'number' ? 'integer' : code === 'letter_date' ? 'date' : 'text', ...(code === 'subject' ? { width: 60 } : {}),
  }));
  return tableXlsx({
    name: `${heading} ${year}`,
    columns: table,
    rows: lines.map((line) => ({ number: line.number, reference: printedReference(line.reference), letter_date: line.letterDate, from: line.from, to: line.to, subject: line.subject, action: line.action, remark: line.remark })),
  });
}
