// A file of criteria, row by row, with a verdict for each; nothing is written.
import { fail, ok, type Result } from '../../../../../platform/result.ts';
import { rawText, readCell } from '../../../../../platform/tables/cells.ts';
import { findTable, readSheets } from '../../../../../platform/tables/read-table.ts';
import type { FileRow } from '../../../../../platform/tables/table.ts';
import type { Words } from '../../../../../platform/words.ts';
import type { Edition } from '../../../domain/pmqa/edition.ts';
import { editionColumns, rowName, rowsOfEdition, sameRow, type EditionRow } from '../../domain/edition-rows.ts';
import { doublesOf, editionOfRows, faultOfRow, plainNumber, rowLabel } from '../../domain/edition-of-rows.ts';
import type { EditionRecord, JudgedEditionRow } from '../../store/editions.ts';
import { messages } from './messages.ts';

const mostRows = 3000;

/** A row read into cells of text, or why it cannot be read. */
function entryOf(row: FileRow): { readonly entry: EditionRow } | { readonly why: Words; readonly shown: string } {
  const read: Record<string, string> = {};
  for (const column of editionColumns) {
    const cell = readCell(column, row.cells[column.code]);
    if (!cell.ok) return { why: { th: `${column.head.th}: ${cell.message.th}`, en: `${column.head.en}: ${cell.message.en}` }, shown: Object.values(row.cells).map((raw) => rawText(raw)).filter(Boolean).join(' ').slice(0, 200) };
    read[column.code] = cell.value === null ? '' : String(cell.value);
  }
  if (read.kind === '') return { why: { th: 'ต้องระบุชนิดแถว', en: 'The kind of row is needed' }, shown: Object.values(read).filter(Boolean).join(' ') };
  // A spreadsheet turns 300 into a number and `1.10` into 1.1; numbers are compared as numbers.
  const plain = (text: string) => (text === '' ? '' : (plainNumber(text) ?? text));
  return { entry: { ...read, number: plain(read.number ?? ''), until: plain(read.until ?? '') } as unknown as EditionRow };
}

export interface JudgedEdition {
  readonly rows: readonly JudgedEditionRow[];
  /** The edition that the file says; null where a row is refused or nothing differs from the base. */
  readonly content: Edition | null;
}

/** Reads a file and judges each of its rows against an edition. `editions`: all there are, for the key. */
export async function judgeEdition(content: Buffer, base: EditionRecord, editions: readonly EditionRecord[]): Promise<Result<JudgedEdition>> {
  const sheets = await readSheets(content);
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, editionColumns);
  if (!table.ok) return table;
  if (table.value.rows.length > mostRows) return fail('TABLE_TOO_LONG', messages.words('tooMany', { n: mostRows }));
  const before = rowsOfEdition(base.content);
  const known = new Map(before.map((one) => [rowName(one), one]));
  const read = table.value.rows.map((row) => ({ row: row.number, ...entryOf(row) }));
  const good = read.flatMap((one, at) => ('entry' in one ? [{ at, row: one.row, entry: one.entry }] : []));
  const doubles = doublesOf(good.map(({ entry }) => entry));
  const judged: JudgedEditionRow[] = read.map((one, at): JudgedEditionRow => {
    if (!('entry' in one)) return { row: one.row, verdict: 'refused', why: one.why, label: { th: one.shown, en: one.shown }, entry: null };
    const { entry } = one;
    const label = rowLabel(entry);
    const fault = faultOfRow(entry);
    if (fault) return { row: one.row, verdict: 'refused', why: fault, label, entry };
    if (doubles.has(good.findIndex((other) => other.at === at))) return { row: one.row, verdict: 'duplicate', why: { th: 'แถวนี้ซ้ำกับแถวก่อนหน้า', en: 'An earlier row says the same' }, label, entry };
    const was = known.get(rowName(entry));
    return { row: one.row, verdict: was === undefined ? 'new' : sameRow(was, entry) ? 'same' : 'changed', why: null, label, entry };
  });
  const refuse = (at: number, why: Words) => { const one = judged[at]; if (one) judged[at] = { ...one, verdict: 'refused', why }; };
  const taken = judged.flatMap(({ verdict, entry }, at) => (entry && verdict !== 'refused' && verdict !== 'duplicate' ? [{ at, entry }] : []));
  const { edition, faults } = editionOfRows(taken.map(({ entry }) => entry));
  const whole: JudgedEditionRow[] = [];
  for (const { at, why } of faults) {
    const place = at === undefined ? undefined : taken[at];
    if (place) refuse(place.at, why);
    else whole.push({ row: null, verdict: 'refused', why, label: { th: 'ทั้งไฟล์', en: 'The whole file' }, entry: null });
  }
  const inFile = new Set(taken.map(({ entry }) => rowName(entry)));
  const left = before.filter((one) => !inFile.has(rowName(one))).map((one): JudgedEditionRow => ({ row: null, verdict: 'left-out', why: messages.words('leftOut'), label: rowLabel(one), entry: one }));
  const differs = left.length > 0 || judged.some(({ verdict }) => verdict === 'new' || verdict === 'changed');
  // An edition in use keeps its key for good: what differs needs a key of its own.
  const held = editions.find(({ key }) => key === edition.key);
  if (differs && held?.state === 'used') judged.forEach(({ entry }, at) => { if (entry?.kind === 'edition') refuse(at, messages.words('usedKey', { key: held.key })); });
  const rows = [...whole, ...judged, ...left];
  const bad = rows.some(({ verdict }) => verdict === 'refused' || verdict === 'duplicate');
  return ok({ rows, content: bad || !differs ? null : edition });
}
