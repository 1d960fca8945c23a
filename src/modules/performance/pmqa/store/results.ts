// Results of the last category: three years against a target or on a line of five levels.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';
import type { ResultEntry } from '../../domain/pmqa/score.ts';
import type { Saved } from './answers.ts';

export interface ResultLine extends Saved {
  readonly id: number;
  readonly item: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly kind: 'free' | 'ladder';
  readonly ladder: string | null;
  readonly better: 'more' | 'less';
  readonly target: Scaled | null;
  /** Of the year before the last, the last one and the year itself. */
  readonly valueBefore: Scaled | null;
  readonly valueLast: Scaled | null;
  readonly value: Scaled | null;
  readonly note: string;
}

export type ResultInput = Omit<ResultLine, 'id' | 'rev' | 'changedByName' | 'changedAt'>;

type Row = Omit<ResultLine, 'target' | 'valueBefore' | 'valueLast' | 'value'> & Readonly<Record<'target' | 'valueBefore' | 'valueLast' | 'value', string | null>>;

const columns = sql.raw(`id, item, name, unit_of_measure as "unitOfMeasure", kind, ladder, better, target, value_before as "valueBefore", value_last as "valueLast", value, note, rev,
  changed_by_name as "changedByName", changed_at as "changedAt"`);
const number = (text: string | null): Scaled | null => (text === null ? null : scaled(text));
const text = (value: Scaled | null): string | null => (value === null ? null : scaledText(value));
const lineOf = (row: Row): ResultLine => ({ ...row, target: number(row.target), valueBefore: number(row.valueBefore), valueLast: number(row.valueLast), value: number(row.value) });

export async function resultLines(tx: ReadTx, assessmentId: number): Promise<ResultLine[]> {
  return (await sql<Row>`select ${columns} from performance.pmqa_result where assessment_id = ${assessmentId} and removed_at is null order by item, id`.execute(tx.db)).rows.map(lineOf);
}

export async function addResultLine(tx: Tx, assessmentId: number, line: ResultInput, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_result (assessment_id, item, name, unit_of_measure, kind, ladder, better, target, value_before, value_last, value, note, changed_by, changed_by_name, changed_at)
    values (${assessmentId}, ${line.item}, ${line.name}, ${line.unitOfMeasure}, ${line.kind}, ${line.ladder}, ${line.better}, ${text(line.target)}, ${text(line.valueBefore)}, ${text(line.valueLast)}, ${text(line.value)},
      ${line.note}, ${tx.actor.id}, ${tx.actor.name}, ${at}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}

/** Changes a line; false where somebody changed or removed it since `rev`. */
export async function changeResultLine(tx: Tx, { id, rev }: Pick<ResultLine, 'id' | 'rev'>, line: ResultInput, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_result set item = ${line.item}, name = ${line.name}, unit_of_measure = ${line.unitOfMeasure}, kind = ${line.kind}, ladder = ${line.ladder}, better = ${line.better},
      target = ${text(line.target)}, value_before = ${text(line.valueBefore)}, value_last = ${text(line.valueLast)}, value = ${text(line.value)}, note = ${line.note},
      rev = rev + 1, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}, changed_at = ${at}
    where id = ${id} and rev = ${rev} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export async function removeResultLine(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_result set removed_at = ${at}, rev = rev + 1, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}, changed_at = ${at}
    where id = ${id} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** A line as the rules of scoring take it, with the department's value or another's. */
export function entryOf(line: ResultLine, value: Scaled | null = line.value): ResultEntry {
  return line.kind === 'ladder'
    ? { kind: 'ladder', item: line.item, ladder: line.ladder ?? '', value }
    : { kind: 'free', item: line.item, target: line.target ?? 0n, value, better: line.better };
}
