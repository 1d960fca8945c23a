// The evaluation of a department in a fiscal year. Who keeps it and who may decide stands in the row.
import { can, type Actor } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface Cycle {
  readonly id: number;
  /** B.E. */
  readonly fiscalYear: number;
  readonly frameworkId: number;
  readonly departmentId: number;
  /** The secretariat. */
  readonly keeperUnitId: number;
  readonly state: 'planning' | 'running' | 'closed';
  readonly closedAt: Date | null;
  readonly rev: number;
}

const columns = ['id', 'fiscal_year as fiscalYear', 'framework_id as frameworkId', 'department_id as departmentId', 'keeper_unit_id as keeperUnitId', 'state', 'closed_at as closedAt', 'rev'] as const;

/** All years, the newest first. */
export async function listCycles(tx: ReadTx): Promise<Cycle[]> {
  return await tx.db.selectFrom('performance.cycle').select(columns).orderBy('fiscal_year', 'desc').orderBy('id').execute() as Cycle[];
}

/** The department's cycle of a fiscal year (B.E.); the first, where a house holds several departments. */
export async function cycleOfYear(tx: ReadTx, fiscalYear: number): Promise<Cycle | undefined> {
  return await tx.db.selectFrom('performance.cycle').select(columns).where('fiscal_year', '=', fiscalYear).orderBy('id').limit(1).executeTakeFirst() as Cycle | undefined;
}

export async function cycleById(tx: ReadTx, id: number): Promise<Cycle | undefined> {
  return await tx.db.selectFrom('performance.cycle').select(columns).where('id', '=', id).executeTakeFirst() as Cycle | undefined;
}

/** Begins a year. Undefined when the department has one of that year already. */
export async function addCycle(tx: Tx, cycle: Pick<Cycle, 'fiscalYear' | 'frameworkId' | 'departmentId' | 'keeperUnitId'>, now: Date): Promise<number | undefined> {
  const added = await tx.db.insertInto('performance.cycle').values({
    fiscal_year: cycle.fiscalYear, framework_id: cycle.frameworkId, department_id: cycle.departmentId, keeper_unit_id: cycle.keeperUnitId, changed_by: tx.actor.id, changed_at: now,
  }).onConflict((conflict) => conflict.columns(['fiscal_year', 'department_id']).doNothing()).returning('id').executeTakeFirst();
  return added?.id;
}

/** Moves the year on. False when somebody else changed it since `rev`. */
export async function setCycleState(tx: Tx, { id, rev }: Pick<Cycle, 'id' | 'rev'>, state: Cycle['state'], now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.cycle')
    .set((update) => ({ state, closed_at: state === 'closed' ? now : null, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Whether the actor keeps this year: a secretary of its secretariat. */
export const keepsCycle = (actor: Actor, { keeperUnitId }: Pick<Cycle, 'keeperUnitId'>): boolean =>
  actor.kind === 'system' || (can(actor, 'performance.keep', keeperUnitId) && actor.principals.includes(keeperUnitId));

/** Whether the actor decides for the department: an executive of it. */
export const decidesCycle = (actor: Actor, { departmentId }: Pick<Cycle, 'departmentId'>): boolean =>
  actor.kind === 'system' || (can(actor, 'performance.approve') && actor.principals.includes(departmentId));
