// A file of trainings, row by row, with a verdict for each.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { fail, ok, type Result } from '../../../../platform/result.ts';
import { readCell, rawText } from '../../../../platform/tables/cells.ts';
import { findTable, readSheets } from '../../../../platform/tables/read-table.ts';
import type { FileRow } from '../../../../platform/tables/table.ts';
import { searchKey } from '../../../../thai/index.ts';
import { unitsActiveOn } from '../../../organisation/index.ts';
import { refusalOf, trainingColumns, type GivenTraining } from '../../domain/judge-trainings.ts';
import { knownTrainings, trainingKey, type JudgedRow, type TrainingInput } from '../../store/training.ts';
import { messages } from './messages.ts';

const mostRows = 5000;

type Code = 'unit' | 'person' | 'course' | 'day' | 'remark';

const rawOf = (row: FileRow, code: Code): string => rawText(row.cells[code]).trim();

/** Reads a file and judges each of its rows; nothing is written. */
export async function judgeTrainings(tx: ReadTx, content: Buffer, today: string): Promise<Result<JudgedRow[]>> {
  const sheets = await readSheets(content);
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, trainingColumns);
  if (!table.ok) return table;
  if (table.value.rows.length > mostRows) return fail('TABLE_TOO_LONG', messages.words('tooMany', { n: mostRows }));
  const units = new Map<string, number[]>();
  for (const unit of await unitsActiveOn(tx, today)) for (const name of new Set([unit.name, unit.abbreviation].filter(Boolean).map(searchKey))) units.set(name, [...(units.get(name) ?? []), unit.id]);
  const judged = table.value.rows.map((row) => judgeRow(row, units, today));
  const known = await knownTrainings(tx, judged.flatMap(({ entry }) => (entry ? [entry] : [])));
  const seen = new Set<string>();
  return ok(judged.map((one): JudgedRow => {
    if (!one.entry) return one;
    const key = trainingKey(one.entry);
    const verdict = known.has(key) ? 'known' : seen.has(key) ? 'duplicate' : 'new';
    seen.add(key);
    return { ...one, verdict };
  }));
}

function judgeRow(row: FileRow, units: ReadonlyMap<string, readonly number[]>, today: string): JudgedRow {
  const cells = { unit: rawOf(row, 'unit'), person: rawOf(row, 'person'), course: rawOf(row, 'course'), day: rawOf(row, 'day'), remark: rawOf(row, 'remark') };
  const refuse = (why: JudgedRow['why']): JudgedRow => ({ row: row.number, verdict: 'refused', why, cells, entry: null });
  const values: Record<string, string | null> = {};
  for (const column of trainingColumns) {
    const read = readCell(column, row.cells[column.code]);
    if (!read.ok) return refuse({ th: `${column.head.th}: ${read.message.th}`, en: `${column.head.en}: ${read.message.en}` });
    values[column.code] = read.value === null ? null : String(read.value);
  }
  const given = values as unknown as GivenTraining & { readonly remark: string | null };
  const found = units.get(searchKey(given.unit ?? '')) ?? [];
  const refusal = refusalOf(given, found.length, today);
  if (refusal) return refuse(refusal);
  const entry: TrainingInput = { unitId: found[0] as number, person: given.person as string, course: given.course as string, day: given.day as string, remark: given.remark ?? '' };
  return { row: row.number, verdict: 'new', why: null, cells, entry };
}
