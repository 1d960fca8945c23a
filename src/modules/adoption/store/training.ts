import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface Training {
  readonly id: number;
  readonly unitId: number;
  readonly person: string;
  readonly course: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly remark: string;
}

export type TrainingInput = Omit<Training, 'id'>;

/** Who was trained, newest day first; of one unit, or a page of all. */
export async function trainings(tx: ReadTx, asked: { unitId?: number | undefined; before?: number | undefined; limit: number }): Promise<Training[]> {
  return (await sql<Training>`select id::int, unit_id as "unitId", person_name as person, course, trained_on as day, remark from adoption.training
    where (${asked.unitId ?? null}::int is null or unit_id = ${asked.unitId ?? null}::int)
      and (${asked.before ?? null}::bigint is null or (trained_on, id) < (select trained_on, id from adoption.training where id = ${asked.before ?? null}::bigint))
    order by trained_on desc, id desc limit ${asked.limit}`.execute(tx.db)).rows;
}

/** How many people of each unit were trained up to a day. */
export async function trainedPeople(tx: ReadTx, until: string): Promise<Map<number, number>> {
  const { rows } = await sql<{ unitId: number; n: number }>`select unit_id as "unitId", count(distinct person_name)::int as n from adoption.training
    where trained_on <= ${until}::date group by 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.unitId, row.n]));
}

const keyOf = (one: TrainingInput): string => JSON.stringify([one.unitId, one.person, one.course, one.day]);

/** Which of these stand in the list already. */
export async function knownTrainings(tx: ReadTx, some: readonly TrainingInput[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<TrainingInput>`select t.unit_id as "unitId", t.person_name as person, t.course, t.trained_on as day, '' as remark
    from adoption.training t join unnest(${some.map((one) => one.unitId)}::int[], ${some.map((one) => one.person)}::text[], ${some.map((one) => one.course)}::text[], ${some.map((one) => one.day)}::date[])
      as g (unit_id, person, course, day) on g.unit_id = t.unit_id and g.person = t.person_name and g.course = t.course and g.day = t.trained_on`.execute(tx.db);
  return new Set(rows.map(keyOf));
}

export const trainingKey = keyOf;

/** Adds entries; resolves with how many were new. */
export async function addTrainings(tx: Tx, some: readonly TrainingInput[], at: Date): Promise<number> {
  if (some.length === 0) return 0;
  const done = await sql`insert into adoption.training (unit_id, person_name, course, trained_on, remark, added_by, added_at)
    select g.unit_id, g.person, g.course, g.day, g.remark, ${tx.actor.id}::int, ${at}::timestamptz
    from unnest(${some.map((one) => one.unitId)}::int[], ${some.map((one) => one.person)}::text[], ${some.map((one) => one.course)}::text[], ${some.map((one) => one.day)}::date[], ${some.map((one) => one.remark)}::text[])
      as g (unit_id, person, course, day, remark)
    on conflict do nothing`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n);
}

/** A row of a file as judged: what it says, and why it is not taken. */
export interface JudgedRow {
  readonly row: number;
  readonly verdict: 'new' | 'known' | 'duplicate' | 'refused';
  readonly why: { readonly th: string; readonly en: string } | null;
  readonly cells: { readonly unit: string; readonly person: string; readonly course: string; readonly day: string; readonly remark: string };
  readonly entry: TrainingInput | null;
}

export interface TrainingImport {
  readonly id: number;
  readonly fileName: string;
  readonly rows: readonly JudgedRow[];
  readonly appliedAt: Date | null;
  readonly applied: number | null;
}

export async function stageTrainings(tx: Tx, fileName: string, rows: readonly JudgedRow[], at: Date): Promise<number> {
  const done = await sql<{ id: number }>`insert into adoption.training_import (file_name, rows, made_by, made_at) values (${fileName}, ${JSON.stringify(rows)}::jsonb, ${tx.actor.id}, ${at}) returning id`.execute(tx.db);
  return (done.rows[0] as { id: number }).id;
}

export async function trainingImport(tx: ReadTx, id: number): Promise<TrainingImport | undefined> {
  return (await sql<TrainingImport>`select id, file_name as "fileName", rows, applied_at as "appliedAt", applied from adoption.training_import where id = ${id}`.execute(tx.db)).rows[0];
}

/** Marks a looked-through file as brought in; the rows go, they stand in the list by now. */
export async function markApplied(tx: Tx, id: number, applied: number, at: Date): Promise<boolean> {
  const done = await sql`update adoption.training_import set applied_at = ${at}, applied = ${applied}, rows = '[]' where id = ${id} and applied_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}
