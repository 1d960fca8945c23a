import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Stage } from '../domain/stages.ts';

export interface PlanLine {
  readonly id: number;
  readonly stage: Stage;
  /** Null: every unit. */
  readonly unitId: number | null;
  /** First day of the month by whose end the stage is in use, `YYYY-MM-DD`. */
  readonly dueMonth: string;
  readonly leadUnitId: number;
  readonly supportingUnitIds: readonly number[];
  readonly note: string;
}

const columns = sql.raw('id, stage, unit_id as "unitId", due_month as "dueMonth", lead_unit_id as "leadUnitId", supporting_unit_ids as "supportingUnitIds", note');

/** Lines of the plan in force, by stage; the line for every unit first. */
export async function planLines(tx: ReadTx): Promise<PlanLine[]> {
  return (await sql<PlanLine>`select ${columns} from adoption.plan_line where not withdrawn order by stage, unit_id nulls first, id`.execute(tx.db)).rows;
}

export async function planLine(tx: ReadTx, id: number): Promise<PlanLine | undefined> {
  return (await sql<PlanLine>`select ${columns} from adoption.plan_line where id = ${id} and not withdrawn`.execute(tx.db)).rows[0];
}

export type PlanInput = Omit<PlanLine, 'id'>;

/** Adds a line; undefined where that stage of that unit stands in the plan already. */
export async function addPlanLine(tx: Tx, line: PlanInput, at: Date): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`insert into adoption.plan_line (stage, unit_id, due_month, lead_unit_id, supporting_unit_ids, note, changed_by, changed_at)
    values (${line.stage}, ${line.unitId}, ${line.dueMonth}::date, ${line.leadUnitId}, ${[...line.supportingUnitIds]}::int[], ${line.note}, ${tx.actor.id}, ${at})
    on conflict do nothing returning id`.execute(tx.db);
  return rows[0]?.id;
}

/** Changes a line; false where the stage and unit belong to another line. */
export async function changePlanLine(tx: Tx, id: number, line: PlanInput, at: Date): Promise<boolean> {
  const done = await sql`update adoption.plan_line set stage = ${line.stage}, unit_id = ${line.unitId}, due_month = ${line.dueMonth}::date, lead_unit_id = ${line.leadUnitId},
    supporting_unit_ids = ${[...line.supportingUnitIds]}::int[], note = ${line.note}, changed_by = ${tx.actor.id}, changed_at = ${at}
    where id = ${id} and not withdrawn and not exists (select from adoption.plan_line o where o.id <> ${id} and not o.withdrawn and o.stage = ${line.stage}
      and coalesce(o.unit_id, 0) = coalesce(${line.unitId}::int, 0))`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export async function withdrawPlanLine(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await sql`update adoption.plan_line set withdrawn = true, changed_by = ${tx.actor.id}, changed_at = ${at} where id = ${id} and not withdrawn`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

/** The line that holds for a unit at a stage: its own, or that for every unit. */
export function lineFor(lines: readonly PlanLine[], stage: Stage, unitId: number): PlanLine | undefined {
  return lines.find((line) => line.stage === stage && line.unitId === unitId) ?? lines.find((line) => line.stage === stage && line.unitId === null);
}

/** `2020-11-01` → `2020-11-30`: the last day of the month of a line. */
export function lastDayOf({ dueMonth }: Pick<PlanLine, 'dueMonth'>): string {
  const [year, month] = dueMonth.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
