/** The forms of a year as a table: one row an indicator, one column a field. Reading what was written changes nothing. */
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { cleanText, rawText, readCell } from '../../../../platform/tables/cells.ts';
import type { FileRow, TableColumn, TableRow } from '../../../../platform/tables/table.ts';
import { toArabicDigits } from '../../../../thai/index.ts';
import { fieldCodes, fieldName, rowCodes, type FieldCode, type FormContent } from './form-content.ts';
import { betterWords, criteriaOfText, fieldText, kindWords, rowsOfText } from './field-text.ts';
import { messages } from './messages.ts';

const isRows = (code: FieldCode): code is (typeof rowCodes)[number] => (rowCodes as readonly string[]).includes(code);
/** `unitOfMeasure` → `unit_of_measure` */
export const columnCode = (code: FieldCode): string => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function columnOf(code: FieldCode): TableColumn {
  const head = fieldName(code);
  const common = { code: columnCode(code), head, about: messages.words(`about.${code === 'kind' || code === 'better' || code === 'places' || code === 'unitOfMeasure' || code === 'criteria' || isRows(code) ? code : 'text'}`) };
  if (code === 'kind') return { ...common, kind: 'choice', choices: kindWords };
  if (code === 'better') return { ...common, kind: 'choice', choices: betterWords };
  if (code === 'places') return { ...common, kind: 'integer', max: 6 };
  return { ...common, kind: code === 'unitOfMeasure' ? 'text' : 'lines', max: code === 'unitOfMeasure' ? 100 : isRows(code) || code === 'criteria' ? 20_000 : 8000 };
}

export const formColumns: readonly TableColumn[] = [
  { code: 'key', head: messages.words('column.key'), about: messages.words('about.key'), kind: 'text', max: 20, needed: true, aliases: ['ตัวชี้วัดที่', 'ลำดับที่', 'ที่'] },
  { code: 'name', head: messages.words('column.name'), about: messages.words('about.name'), kind: 'lines', max: 600, readOnly: true, aliases: ['ตัวชี้วัด'] },
  ...fieldCodes.map(columnOf),
];

/** A form as a row of the table. */
export function formRow(key: string, name: string, content: FormContent): TableRow {
  return { key, name, ...Object.fromEntries(fieldCodes.map((code) => [columnCode(code), code === 'kind' || code === 'better' || code === 'places' ? content[code] : fieldText(content, code)])) };
}

/** The number of the indicator in a row, as people type it; empty where the cell is. */
export const keyOfRow = (row: FileRow): string => toArabicDigits(cleanText(rawText(row.cells['key']))).replace(/^ตัวชี้วัด(ที่)?/, '').replaceAll(' ', '').replace(/\.$/, '');

/** Whether the words of a field are those that it has, spelling of spaces aside: then it stays letter by letter as it was. */
const sameText = (content: FormContent, code: FieldCode, text: string): boolean => cleanText(fieldText(content, code), true) === cleanText(text, true);

/** The form as the row says it, on the state that it has; columns that the file lacks stay. */
export function contentOfRow(row: FileRow, before: FormContent): Result<FormContent> {
  const content: Record<string, unknown> = { ...before };
  for (const code of fieldCodes) {
    const column = formColumns.find((one) => one.code === columnCode(code)) as TableColumn;
    if (!(column.code in row.cells)) continue;
    const read = readCell(column, row.cells[column.code]);
    const at = (words: { th: string; en: string }) => fail('CELL', { th: `${column.head.th}: ${words.th}`, en: `${column.head.en}: ${words.en}` });
    if (!read.ok) return at(read.message);
    if (code === 'kind' || code === 'better' || code === 'places') {
      if (read.value !== null) content[code] = read.value;
      continue;
    }
    const text = read.value === null ? '' : String(read.value);
    if (sameText(before, code, text)) continue;
    if (code === 'criteria') content[code] = criteriaOfText(text);
    else if (isRows(code)) {
      const rows = rowsOfText(code, text);
      if (!rows.ok) return at(rows.message);
      Object.assign(content, rows.value);
    } else content[code] = text;
  }
  return ok(content as unknown as FormContent);
}
