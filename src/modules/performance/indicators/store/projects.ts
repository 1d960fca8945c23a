// Projects of a year with their budget in baht, and the indicators that they serve.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';

export interface Project {
  readonly id: number;
  readonly cycleId: number;
  readonly name: string;
  readonly unitId: number;
  /** Baht in plain digits, two places: `1250000.00`. */
  readonly budget: string;
  readonly source: string;
  readonly note: string;
  readonly indicatorIds: readonly number[];
  readonly rev: number;
}

export type ProjectInput = Omit<Project, 'id' | 'cycleId' | 'rev'>;

const select = (tx: ReadTx) => tx.db.selectFrom('performance.project as p').select([
  'p.id', 'p.cycle_id as cycleId', 'p.name', 'p.unit_id as unitId', 'p.budget', 'p.source', 'p.note', 'p.rev',
  sql<number[]>`coalesce((select array_agg(x.indicator_id order by x.indicator_id) from performance.project_indicator x where x.project_id = p.id), '{}')`.as('indicatorIds'),
]).where('p.withdrawn_at', 'is', null);

export async function projectsOf(tx: ReadTx, cycleId: number): Promise<Project[]> {
  return await select(tx).where('p.cycle_id', '=', cycleId).orderBy('p.name').orderBy('p.id').execute() as unknown as Project[];
}

export async function projectById(tx: ReadTx, id: number): Promise<Project | undefined> {
  return await select(tx).where('p.id', '=', id).executeTakeFirst() as unknown as Project | undefined;
}

/** What each indicator's projects cost in all, in baht (plain digits, two places); indicators without a project are left out. */
export async function budgetsOf(tx: ReadTx, cycleId: number): Promise<Map<number, string>> {
  const rows = await tx.db.selectFrom('performance.project_indicator as x').innerJoin('performance.project as p', 'p.id', 'x.project_id').where('p.cycle_id', '=', cycleId).where('p.withdrawn_at', 'is', null)
    .groupBy('x.indicator_id').select(['x.indicator_id as id', sql<string>`sum(p.budget)::text`.as('budget')]).execute();
  return new Map(rows.map(({ id, budget }) => [id, budget]));
}

/** The budget behind one indicator, in baht as plain digits with two places; undefined where no project serves it. A project that serves several counts whole for each. */
export async function budgetOf(tx: ReadTx, indicatorId: number): Promise<string | undefined> {
  const row = await tx.db.selectFrom('performance.project_indicator as x').innerJoin('performance.project as p', 'p.id', 'x.project_id').where('x.indicator_id', '=', indicatorId).where('p.withdrawn_at', 'is', null)
    .select(sql<string | null>`sum(p.budget)::text`.as('budget')).executeTakeFirst();
  return row?.budget ?? undefined;
}

async function setIndicators(tx: Tx, projectId: number, ids: readonly number[]): Promise<void> {
  await tx.db.deleteFrom('performance.project_indicator').where('project_id', '=', projectId).execute();
  if (ids.length > 0) await tx.db.insertInto('performance.project_indicator').values([...new Set(ids)].map((id) => ({ project_id: projectId, indicator_id: id }))).execute();
}

const written = (tx: Tx, { name, unitId, budget, source, note }: ProjectInput, now: Date) => ({ name, unit_id: unitId, budget, source, note, changed_by: tx.actor.id, changed_at: now });

export async function addProject(tx: Tx, cycleId: number, input: ProjectInput, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.project').values({ cycle_id: cycleId, ...written(tx, input, now) }).returning('id').executeTakeFirstOrThrow();
  await setIndicators(tx, id, input.indicatorIds);
  return id;
}

/** False when somebody changed or withdrew it since `rev`. */
export async function changeProject(tx: Tx, { id, rev }: Pick<Project, 'id' | 'rev'>, input: ProjectInput, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.project').set({ ...written(tx, input, now), rev: rev + 1 }).where('id', '=', id).where('rev', '=', rev).where('withdrawn_at', 'is', null).executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  await setIndicators(tx, id, input.indicatorIds);
  return true;
}

export async function withdrawProject(tx: Tx, id: number, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.project').set((update) => ({ withdrawn_at: now, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) })).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
