// Saved scenarios: supposed values of a unit under a name. Everybody who works here reads them, their unit changes them.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';

export interface Scenario {
  readonly id: number;
  readonly cycleId: number;
  readonly unitId: number;
  readonly name: string;
  /** By number of the indicator. */
  readonly values: ReadonlyMap<string, Scaled>;
  readonly personName: string;
  readonly changedAt: Date;
  readonly rev: number;
}

const columns = ['id', 'cycle_id as cycleId', 'unit_id as unitId', 'name', 'values', 'person_name as personName', 'changed_at as changedAt', 'rev'] as const;
type Row = Omit<Scenario, 'values'> & { readonly values: unknown };
const scenarioOf = (row: Row): Scenario => ({ ...row, values: new Map(Object.entries(row.values as Record<string, string>).map(([key, value]) => [key, scaled(value)])) });
const written = (values: ReadonlyMap<string, Scaled>): string => JSON.stringify(Object.fromEntries([...values].map(([key, value]) => [key, scaledText(value)])));

/** Scenarios of a year, the last changed first. */
export async function scenariosOf(tx: ReadTx, cycleId: number): Promise<Scenario[]> {
  const rows = await tx.db.selectFrom('performance.scenario').select(columns).where('cycle_id', '=', cycleId).where('removed_at', 'is', null).orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(100).execute();
  return rows.map((row) => scenarioOf(row as unknown as Row));
}

export async function scenarioById(tx: ReadTx, cycleId: number, id: number): Promise<Scenario | undefined> {
  const row = await tx.db.selectFrom('performance.scenario').select(columns).where('cycle_id', '=', cycleId).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  return row && scenarioOf(row as unknown as Row);
}

/** Keeps a scenario. Undefined when the unit has one of that name. */
export async function addScenario(tx: Tx, scenario: Pick<Scenario, 'cycleId' | 'unitId' | 'name' | 'values'>, now: Date): Promise<number | undefined> {
  const added = await tx.db.insertInto('performance.scenario').values({
    cycle_id: scenario.cycleId, unit_id: scenario.unitId, name: scenario.name, values: written(scenario.values), person_id: tx.actor.id, person_name: tx.actor.name, at: now, changed_at: now,
  }).onConflict((conflict) => conflict.columns(['cycle_id', 'unit_id', 'name']).where('removed_at', 'is', null).doNothing()).returning('id').executeTakeFirst();
  return added?.id;
}

/** Other values under the same name. False when somebody else changed it since `rev`. */
export async function changeScenario(tx: Tx, { id, rev }: Pick<Scenario, 'id' | 'rev'>, values: Scenario['values'], now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.scenario')
    .set((update) => ({ values: written(values), changed_at: now, person_id: tx.actor.id, person_name: tx.actor.name, rev: update('rev', '+', 1) }))
    .where('id', '=', id).where('rev', '=', rev).where('removed_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Takes it off the list. False when it is gone already. */
export async function removeScenario(tx: Tx, id: number, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.scenario').set((update) => ({ removed_at: now, changed_at: now, rev: update('rev', '+', 1) })).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
