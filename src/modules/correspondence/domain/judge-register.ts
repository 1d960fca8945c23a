// The verdict on each row of an old register, before anything is written: a collision is told, never settled by the machine.
import { readCell, rawText, sameCell, showCell } from '../../../platform/tables/cells.ts';
import type { CellValue, FileRow, TableColumn, TableRow } from '../../../platform/tables/table.ts';
import { calendarYear, formatDate, localDate, parseThaiDate, toArabicDigits } from '../../../thai/index.ts';
import { askedNumber } from './find-reference.ts';
import { bookName, registerColumns } from './register-columns.ts';
import type { RegisterTable } from './register-columns.ts';

export const importVerdicts = ['new', 'unchanged', 'taken', 'duplicate', 'refused'] as const;
export type ImportVerdict = (typeof importVerdicts)[number];

/** What is wrong with a row (it does not come in), or only worth a look (`warns`). */
export interface RowProblem {
  readonly th: string;
  readonly en: string;
  readonly warns?: true;
}

/** A row that can be written. Days are `YYYY-MM-DD`. */
export interface OldEntry {
  readonly book: string;
  readonly number: number;
  readonly reference: string;
  readonly letterDate: string | null;
  /** Day of registration: of what was sent the day of the letter. */
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly action: string;
  readonly remark: string;
  readonly voidReason: string | null;
}

export interface JudgedRow {
  readonly row: number;
  readonly verdict: ImportVerdict;
  readonly label: string;
  readonly entry: OldEntry | null;
  readonly problems: readonly RowProblem[];
}

/** A row of the file under the heading of its day, where the table has its days as headings. */
export interface OldRow extends FileRow {
  readonly headingDay?: string | undefined;
}

export interface RegisterKnowledge {
  readonly table: RegisterTable;
  /** Calendar year, B.E., of the register. */
  readonly year: number;
  readonly today: string;
  /** Every way in which the unit is called. */
  readonly unitNames: readonly string[];
  /** Abbreviation, for what the file leaves out. */
  readonly unitShort: string;
  /** Codes that letters of the house carry or carried: `นร 0223`. */
  readonly codes: ReadonlySet<string>;
  /** The book of a circular of the unit in that year. */
  readonly circularBook: string;
  /** The number in full where the file has none; undefined where the unit has no code on that day. */
  frame(book: string, circular: boolean, number: number, day: string): string | undefined;
  /** Numbers that stand in the register: `outgoing 17`. */
  readonly taken: ReadonlySet<string>;
  /** The rows of them that the asker may read, as the house writes them out. */
  readonly here: ReadonlyMap<string, TableRow>;
}

/**
 * Parts day headings ("วันที่ 5 เดือน มกราคม พ.ศ. 2563" across the table, as the forms have it) from rows: each row hears
 * the day over it.
 */
export function underHeadings(rows: readonly FileRow[]): OldRow[] {
  let headingDay: string | undefined;
  const found: OldRow[] = [];
  for (const row of rows) {
    const filled = Object.values(row.cells).map((cell) => rawText(cell).trim()).filter(Boolean);
    const day = filled.length === 1 ? headingOf(filled[0] as string) : undefined;
    if (day !== undefined) headingDay = day;
    else found.push(headingDay === undefined ? row : { ...row, headingDay });
  }
  return found;
}

function headingOf(text: string): string | undefined {
  const plain = text.replace(/เดือน|พ\.ศ\./g, ' ').replace(/^\s*วันที่/, '').replace(/\s+/g, ' ').trim();
  const parsed = /\D/.test(plain) ? parseThaiDate(plain) : undefined;
  return parsed?.ok ? (parsed.value as string) : undefined;
}

const dayWords = (day: string): string => formatDate(localDate(day), { style: 'short' });
const text = (value: CellValue | undefined): string => (typeof value === 'string' ? value : '');

interface Read {
  readonly row: OldRow;
  readonly values: Readonly<Record<string, CellValue>>;
  readonly problems: RowProblem[];
  readonly label: string;
  entry: OldEntry | null;
}

/** The cells as values; what cannot be read is a problem with the head of its column. */
function readValues(row: OldRow, columns: readonly TableColumn[]): { values: Record<string, CellValue>; problems: RowProblem[] } {
  const values: Record<string, CellValue> = {};
  const problems: RowProblem[] = [];
  for (const column of columns) {
    if (!(column.code in row.cells)) continue;
    const cell = readCell(column, row.cells[column.code]);
    if (cell.ok) values[column.code] = cell.value;
    else problems.push({ th: `${column.head.th}: ${cell.message.th}`, en: `${column.head.en}: ${cell.message.en}` });
  }
  return { values, problems };
}

function readRow(row: OldRow, know: RegisterKnowledge): Read {
  const columns = registerColumns[know.table];
  const { values, problems } = readValues(row, columns);
  const label = [rawText(row.cells['number']), rawText(row.cells['subject'])].filter(Boolean).join(' ').slice(0, 200);
  const read: Read = { row, values, problems, label, entry: null };
  const number = values['number'];
  const refuse = (th: string, en: string) => problems.push({ th, en });
  if (problems.length === 0 && typeof number !== 'number') refuse('ไม่มีเลขทะเบียน', 'There is no register number');
  if (problems.length > 0 || typeof number !== 'number') return read;
  const reference = toArabicDigits(text(values['reference'])).replace(/\s+/g, ' ').trim();
  const circular = /(^|[/\s])ว\s?\d/u.test(reference);
  const book = text(values['book']) || (know.table === 'received' ? 'incoming' : circular ? know.circularBook : 'outgoing');
  const letterDate = text(values['letter_date']) || (know.table === 'sent' ? row.headingDay : undefined) || null;
  const day = (know.table === 'sent' ? letterDate : text(values['received_on']) || row.headingDay || letterDate) ?? '';
  const isVoid = values['state'] === 'void';
  const entry: OldEntry = {
    book, number, reference, letterDate, day, from: text(values['from']) || (know.table === 'sent' ? know.unitShort : ''), to: text(values['to']), subject: text(values['subject']),
    action: text(values['action']), remark: text(values['remark']), voidReason: isVoid ? text(values['void_reason']) : null,
  };
  // What is here already is compared, whatever the file lacks.
  if (know.taken.has(keyOf(entry))) {
    read.entry = entry;
    return read;
  }
  if (entry.subject === '' && !isVoid) refuse('ไม่มีชื่อเรื่อง', 'There is no subject');
  if (values['state'] === 'reserved') refuse('เลขที่จองไว้นำเข้าไม่ได้ ลงเป็นใช้หรือยกเลิก', 'A reserved number cannot be brought in: say in use or void');
  if (isVoid && entry.voidReason === '') refuse('เลขที่ยกเลิกต้องมีเหตุที่ยกเลิก', 'A void number needs its reason');
  if (know.table === 'received' && entry.from === '') refuse('ไม่มีผู้ส่ง (จาก)', 'There is no sender');
  const unit = text(values['unit']);
  if (unit !== '' && !know.unitNames.includes(unit.replace(/\s+/g, ' '))) refuse(`“${unit}” ไม่ใช่หน่วยงานเจ้าของทะเบียนนี้`, `“${unit}” is not the unit of this register`);
  if (day === '') refuse(know.table === 'sent' ? 'ไม่มีวันที่ของหนังสือ' : 'ไม่มีวันที่รับ', know.table === 'sent' ? 'There is no day of the letter' : 'There is no day of registration');
  else if (calendarYear(localDate(day)) !== know.year) refuse(`วันที่ ${dayWords(day)} ไม่อยู่ในปี ${know.year} ของทะเบียนนี้`, `${day} is not in the year ${know.year} of this register`);
  else if (day > know.today) refuse(`วันที่ ${dayWords(day)} ยังมาไม่ถึง`, `${day} is still to come`);
  if (problems.length > 0) return read;
  const whole = know.table === 'received' ? reference : reference || know.frame(book, circular || book === 'circular', number, day);
  if (whole === undefined) {
    refuse(`หน่วยงานไม่มีรหัสหนังสือในวันที่ ${dayWords(day)} กรอก “ที่” ให้ครบ`, `The unit has no letter code on ${day}; fill in the number`);
    return read;
  }
  read.entry = { ...entry, reference: whole };
  if (know.table === 'sent') problems.push(...referenceWarnings(read.entry, know));
  return read;
}

function referenceWarnings({ book, number, reference }: OldEntry, know: RegisterKnowledge): RowProblem[] {
  if (book !== 'outgoing' && book !== 'circular') return [];
  const asked = askedNumber(reference);
  if (!asked) return [{ warns: true, th: `อ่านรหัสและเลขของ “${reference}” ไม่ได้`, en: `Code and number of “${reference}” cannot be read` }];
  return [
    ...(asked.code !== undefined && !know.codes.has(asked.code) ? [{ warns: true as const, th: `ไม่รู้จักรหัส ${asked.code}`, en: `The code ${asked.code} is not known` }] : []),
    ...(asked.number !== number ? [{ warns: true as const, th: `เลขใน “${reference}” ไม่ตรงกับเลขทะเบียน ${number}`, en: `The number in “${reference}” is not the register number ${number}` }] : []),
  ];
}

const keyOf = (entry: OldEntry): string => `${entry.book} ${entry.number}`;
const said = (entry: OldEntry): string => JSON.stringify({ ...entry, reference: entry.reference.replaceAll(' ', '') });

/** Columns of a row of the file that say something else than the row of the house. */
function differing(read: Read, here: TableRow, know: RegisterKnowledge): TableColumn[] {
  return registerColumns[know.table].filter((column) => {
    const value = read.values[column.code];
    if (column.readOnly || column.code === 'unit' || value === undefined || value === null) return false;
    if (column.code === 'reference') return toArabicDigits(text(value)).replaceAll(' ', '') !== text(here['reference']).replaceAll(' ', '');
    return !sameCell(column, value, here[column.code] ?? null);
  });
}

function againstHouse(read: Read, know: RegisterKnowledge): JudgedRow {
  const { row, label } = read;
  const entry = read.entry as OldEntry;
  const made = (verdict: ImportVerdict, problems: readonly RowProblem[] = []): JudgedRow => ({ row: row.number, verdict, label, entry: verdict === 'new' ? entry : null, problems });
  const key = keyOf(entry);
  const name = bookName(entry.book);
  if (know.taken.has(key)) {
    const here = know.here.get(key);
    if (!here || here['restricted'] === true) {
      return read.values['restricted'] === true ? made('unchanged') : made('taken', [{ th: `เลข ${entry.number} ของทะเบียน${name} มีในระบบแล้ว เป็นหนังสือที่มีชั้นความลับ`, en: `${bookName(entry.book, 'en')} ${entry.number} is here already, of a secret letter` }]);
    }
    const columns = differing(read, here, know);
    if (columns.length === 0) return made('unchanged');
    const what = columns.map((column) => `${column.head.th} “${showCell(column, here[column.code])}”`).join(' ');
    return made('taken', [{ th: `เลข ${entry.number} ของทะเบียน${name} มีในระบบแล้ว ในระบบคือ ${what}`, en: `${bookName(entry.book, 'en')} ${entry.number} is here already; here: ${columns.map((column) => `${column.head.en} “${showCell(column, here[column.code], 'en')}”`).join(' ')}` }]);
  }
  if (read.values['restricted'] === true || entry.book === 'secret' || entry.book === 'incoming-secret') {
    return made('refused', [{ th: 'ทะเบียนหนังสือลับนำเข้าทางนี้ไม่ได้', en: 'Registers of secret letters are not brought in here' }]);
  }
  return made('new', read.problems);
}

/** Numbers left out, and days that go back, in the order of the numbers: worth a look, no reason to refuse. */
function sequenceWarnings(judged: readonly JudgedRow[], know: RegisterKnowledge): JudgedRow[] {
  const warnings = new Map<number, RowProblem[]>();
  const books = new Set(judged.flatMap((one) => (one.entry ? [one.entry.book] : [])));
  for (const book of books) {
    const rows = judged.filter((one) => one.entry?.book === book).sort((a, b) => (a.entry as OldEntry).number - (b.entry as OldEntry).number);
    let before: OldEntry | undefined;
    for (const one of rows) {
      const entry = one.entry as OldEntry;
      const found: RowProblem[] = [];
      const missing = before ? range(before.number + 1, entry.number - 1).filter((n) => !know.taken.has(`${book} ${n}`)) : [];
      const [first] = missing;
      const last = missing.at(-1);
      if (first !== undefined && last !== undefined) {
        const which = first === last ? `${first}` : `${first}–${last}`;
        found.push({ warns: true, th: `ไม่มีเลข ${which} ก่อนแถวนี้ (${missing.length} เลข)`, en: `No row has ${which} before this one (${missing.length})` });
      }
      if (before && entry.day < before.day) found.push({ warns: true, th: `วันที่ ${dayWords(entry.day)} อยู่ก่อนวันที่ของเลข ${before.number} (${dayWords(before.day)})`, en: `${entry.day} lies before the day of number ${before.number} (${before.day})` });
      if (found.length > 0) warnings.set(one.row, found);
      before = entry;
    }
  }
  return judged.map((one) => ({ ...one, problems: [...one.problems, ...(warnings.get(one.row) ?? [])] }));
}

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, Math.min(to - from + 1, 10_000)) }, (_, n) => from + n);

/** A verdict for every row, in the order of the file. */
export function judgeRegister(rows: readonly OldRow[], know: RegisterKnowledge): JudgedRow[] {
  const read = rows.map((row) => readRow(row, know));
  const byKey = Map.groupBy(read.filter((one) => one.entry !== null), (one) => keyOf(one.entry as OldEntry));
  const judged = read.map((one): JudgedRow => {
    if (!one.entry) return { row: one.row.number, verdict: 'refused', label: one.label, entry: null, problems: one.problems.filter((problem) => !problem.warns) };
    const same = byKey.get(keyOf(one.entry)) ?? [];
    const differ = same.find((other) => said(other.entry as OldEntry) !== said(one.entry as OldEntry));
    const [first] = same;
    if (differ || (first && first !== one)) {
      const other = differ ?? (first as Read);
      const name = { th: bookName(one.entry.book), en: bookName(one.entry.book, 'en') };
      const problem = differ
        ? { th: `เลข ${one.entry.number} ของทะเบียน${name.th} ซ้ำกับแถว ${other.row.number} แต่ข้อความต่างกัน`, en: `${name.en} ${one.entry.number} stands in row ${other.row.number} too, with other words` }
        : { th: `เหมือนแถว ${other.row.number} ทุกช่อง`, en: `The same as row ${other.row.number}` };
      return { row: one.row.number, verdict: 'duplicate', label: one.label, entry: null, problems: [problem] };
    }
    return againstHouse(one, know);
  });
  return sequenceWarnings(judged, know);
}

/** How the series go on after the accepted rows: book → next number, only where they reach beyond the last one given. */
export function nextNumbers(judged: readonly JudgedRow[], last: ReadonlyMap<string, number>): Map<string, number> {
  const next = new Map<string, number>();
  for (const { entry } of judged) if (entry && entry.number >= (next.get(entry.book) ?? (last.get(entry.book) ?? 0) + 1)) next.set(entry.book, entry.number + 1);
  return next;
}
