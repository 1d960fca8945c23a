// A file of results, row by row, with a verdict for each; and the same table written out.
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { fail, ok, type Result } from '../../../../../platform/result.ts';
import { rawText, readCell } from '../../../../../platform/tables/cells.ts';
import { findTable, readSheets } from '../../../../../platform/tables/read-table.ts';
import type { FileRow, TableColumn, TableRow } from '../../../../../platform/tables/table.ts';
import type { Words } from '../../../../../platform/words.ts';
import { bangkokDate, toArabicDigits } from '../../../../../thai/index.ts';
import { parseTyped, scaledText, type Scaled } from '../../../domain/numbers.ts';
import type { Cycle } from '../../../store/cycles.ts';
import { indicatorsOf, type Indicator } from '../../../store/indicators.ts';
import { countingResults, type StoredResult } from '../../../store/results.ts';
import { submissionsOf, type Round, type Submission } from '../../../store/rounds.ts';
import { keyHeads, valueHeads } from '../../domain/other-heads.ts';
import { isLocked } from '../../domain/submission-state.ts';
import { takeValue } from '../../domain/typed-value.ts';
import type { JudgedResult } from '../../store/imports.ts';
import { stepsOf } from '../../store/steps.ts';
import { isOfSteps } from '../report-result/make-value.ts';
import { messages } from './messages.ts';

const mostRows = 1000;
const column = (code: string, head: Words, about: Words, more: Partial<TableColumn> = {}): TableColumn => ({ code, head, about, kind: 'text', ...more });
const w = messages.words;

/** Results of a round as a file: what is written out can be brought in again, and changes nothing. */
export const resultColumns: readonly TableColumn[] = [
  column('key', w('c_key'), w('c_keyAbout'), { needed: true, max: 20, width: 12, aliases: keyHeads }),
  column('name', w('c_name'), w('c_nameAbout'), { readOnly: true, width: 60 }),
  column('unit', w('c_unit'), w('c_unitAbout'), { readOnly: true, width: 14 }),
  column('value', w('c_value'), w('c_valueAbout'), { needed: true, max: 60, width: 14, aliases: valueHeads }),
  column('numerator', w('c_numerator'), w('c_partAbout'), { max: 60, width: 14 }),
  column('denominator', w('c_denominator'), w('c_partAbout'), { max: 60, width: 14 }),
  column('as_of', w('c_asOf'), w('c_asOfAbout'), { kind: 'date' }),
  column('note', w('c_note'), w('c_noteAbout'), { kind: 'lines', max: 3000 }),
];

interface Known {
  readonly indicators: readonly Indicator[];
  readonly submissions: readonly Submission[];
  readonly results: readonly StoredResult[];
  /** Indicators whose value comes out of a plan. */
  readonly ofSteps: ReadonlySet<number>;
}

async function known(tx: ReadTx, cycle: Cycle, round: Round): Promise<Known> {
  const submissions = await submissionsOf(tx, [round.id]);
  const indicators = await indicatorsOf(tx, cycle.id);
  const ofSteps = new Set<number>();
  for (const indicator of indicators) if (isOfSteps(indicator, await stepsOf(tx, indicator.id))) ofSteps.add(indicator.id);
  return { submissions, indicators, ofSteps, results: (await countingResults(tx, cycle.id)).filter(({ roundId }) => roundId === round.id) };
}

/** Results of a round as rows; an indicator without one has an empty value. */
export async function resultRows(tx: ReadTx, cycle: Cycle, round: Round): Promise<TableRow[]> {
  const { indicators, submissions, results } = await known(tx, cycle, round);
  const text = (value: Scaled | null | undefined) => (value === null || value === undefined ? null : scaledText(value));
  return indicators.filter(({ id, state }) => state !== 'cancelled' && submissions.some(({ indicatorId }) => indicatorId === id)).map((indicator) => {
    const result = results.find(({ indicatorId }) => indicatorId === indicator.id);
    return { key: indicator.key, name: indicator.name, unit: indicator.unitOfMeasure, value: text(result?.value), numerator: text(result?.numerator), denominator: text(result?.denominator), as_of: result ? bangkokDate(result.asOf) : null, note: result?.note ?? null };
  });
}

/** Reads a file and judges each of its rows; nothing is written. */
export async function judgeResults(tx: ReadTx, cycle: Cycle, round: Round, content: Buffer, today: string): Promise<Result<JudgedResult[]>> {
  const sheets = await readSheets(content);
  if (!sheets.ok) return sheets;
  const table = findTable(sheets.value, resultColumns);
  if (!table.ok) return table;
  if (table.value.rows.length > mostRows) return fail('TABLE_TOO_LONG', messages.words('tooMany', { n: mostRows }));
  const facts = await known(tx, cycle, round);
  const seen = new Map<string, number>();
  return ok(table.value.rows.map((row) => {
    const judged = judgeRow(row, facts, today);
    if (!judged.entry) return judged;
    const before = seen.get(judged.entry.key);
    if (before !== undefined) return { ...judged, verdict: 'duplicate' as const, why: messages.words('twice', { row: before }), entry: null };
    seen.set(judged.entry.key, row.number);
    return judged;
  }));
}

/** `๓.๑`, a number 3.1 of the spreadsheet, or `ตัวชี้วัดที่ 3.1`. */
const keyOf = (text: string): string => /[0-9]+(\.[0-9]+)*/.exec(toArabicDigits(text))?.[0] ?? '';

function judgeRow(row: FileRow, { indicators, submissions, results, ofSteps }: Known, today: string): JudgedResult {
  const raw = (code: string) => rawText(row.cells[code]).trim();
  const cells = { key: raw('key'), value: raw('value'), asOf: raw('as_of'), note: raw('note') };
  const refuse = (why: Words): JudgedResult => ({ row: row.number, verdict: 'refused', why, cells, entry: null });
  const key = keyOf(cells.key);
  if (key === '') return refuse(messages.words('keyMissing'));
  const indicator = indicators.find((one) => one.key === key);
  const submission = indicator && submissions.find(({ indicatorId }) => indicatorId === indicator.id);
  if (!indicator || !submission) return refuse(messages.words('keyUnknown', { key }));
  const there = results.find(({ indicatorId }) => indicatorId === indicator.id);
  const same = (): JudgedResult => ({ row: row.number, verdict: 'same', why: null, cells, entry: null });
  if (cells.value === '') return there ? refuse(messages.words('valueMissing')) : same();
  // What stands there was taken before: it is only compared.
  const value = takeValue(cells.value, there ? { ...indicator, places: 6 } : indicator, there !== undefined);
  if (!value.ok) return refuse(value.message);
  const asOf = readCell(resultColumns.find(({ code }) => code === 'as_of') as TableColumn, row.cells['as_of']);
  if (!asOf.ok) return refuse(asOf.message);
  const day = typeof asOf.value === 'string' ? asOf.value : today;
  const parts = (['numerator', 'denominator'] as const).map((code) => (raw(code) === '' ? null : parseTyped(raw(code))));
  if (parts.some((part) => part !== null && !part.ok)) return refuse(messages.words('partBad'));
  const [numerator, denominator] = parts.map((part) => (part?.ok ? part.value.value : null)) as [Scaled | null, Scaled | null];
  if (there && there.value === value.value && there.numerator === numerator && there.denominator === denominator && bangkokDate(there.asOf) === day && there.note.trim() === cells.note) return same();
  if (indicator.state === 'cancelled') return refuse(messages.words('cancelled'));
  if (isLocked(submission.state)) return refuse(messages.words('locked'));
  if (ofSteps.has(indicator.id)) return refuse(messages.words('ofSteps'));
  const exact = takeValue(cells.value, indicator);
  if (!exact.ok) return refuse(exact.message);
  if (day > today) return refuse(messages.words('future'));
  const text = (part: Scaled | null) => (part === null ? null : scaledText(part));
  return { row: row.number, verdict: 'new', why: null, cells, entry: { indicatorId: indicator.id, key, value: scaledText(value.value), numerator: text(numerator), denominator: text(denominator), asOf: day, note: cells.note.slice(0, 3000) } };
}
