// The plan of improvement and how far it was after 6 and 12 months.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';

export interface PlanLine {
  readonly id: number;
  readonly item: string;
  readonly what: string;
  /** Who does it. */
  readonly unitId: number;
  readonly dueOn: string;
  readonly doneOn: string | null;
  readonly rev: number;
}

export type PlanInput = Omit<PlanLine, 'id' | 'rev'>;

const columns = sql.raw('id, item, what, unit_id as "unitId", due_on as "dueOn", done_on as "doneOn", rev');

export async function planLines(tx: ReadTx, assessmentId: number): Promise<PlanLine[]> {
  return (await sql<PlanLine>`select ${columns} from performance.pmqa_plan_line where assessment_id = ${assessmentId} and removed_at is null order by due_on, id`.execute(tx.db)).rows;
}

export async function addPlanLine(tx: Tx, assessmentId: number, line: PlanInput, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_plan_line (assessment_id, item, what, unit_id, due_on, done_on, changed_by, changed_at)
    values (${assessmentId}, ${line.item}, ${line.what}, ${line.unitId}, ${line.dueOn}::date, ${line.doneOn}::date, ${tx.actor.id}, ${at}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}

/** Changes a line; false where somebody changed or removed it since `rev`. */
export async function changePlanLine(tx: Tx, { id, rev }: Pick<PlanLine, 'id' | 'rev'>, line: PlanInput, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_plan_line set item = ${line.item}, what = ${line.what}, unit_id = ${line.unitId}, due_on = ${line.dueOn}::date, done_on = ${line.doneOn}::date,
    rev = rev + 1, changed_by = ${tx.actor.id}, changed_at = ${at} where id = ${id} and rev = ${rev} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export async function removePlanLine(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await sql`update performance.pmqa_plan_line set removed_at = ${at}, rev = rev + 1, changed_by = ${tx.actor.id}, changed_at = ${at} where id = ${id} and removed_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}

export const followUpMonths = [6, 12] as const;
export type FollowUpMonth = (typeof followUpMonths)[number];
export const followUpStandings = ['not-begun', 'going', 'done'] as const;

export interface FollowUp {
  readonly id: number;
  readonly lineId: number;
  readonly month: FollowUpMonth;
  readonly standing: (typeof followUpStandings)[number];
  readonly text: string;
  readonly personName: string;
  readonly at: Date;
}

/** Every follow-up of an assessment's lines, oldest first. */
export async function followUps(tx: ReadTx, assessmentId: number): Promise<FollowUp[]> {
  return (await sql<FollowUp>`select f.id, f.line_id as "lineId", f.month, f.standing, f.text, f.person_name as "personName", f.at from performance.pmqa_follow_up f
    join performance.pmqa_plan_line l on l.id = f.line_id where l.assessment_id = ${assessmentId} and l.removed_at is null order by f.id`.execute(tx.db)).rows;
}

export async function addFollowUp(tx: Tx, one: Pick<FollowUp, 'lineId' | 'month' | 'standing' | 'text'>, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into performance.pmqa_follow_up (line_id, month, standing, text, person_id, person_name, at)
    values (${one.lineId}, ${one.month}, ${one.standing}, ${one.text}, ${tx.actor.id}, ${tx.actor.name}, ${at}) returning id`.execute(tx.db);
  return (rows[0] as { id: number }).id;
}
