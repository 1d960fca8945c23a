// Whoever keeps the plan, the values and the training list does so for the whole department.
import { can } from '../../platform/access/actor.ts';
import type { ReadTx } from '../../platform/db/database.ts';
import { unitsActiveOn } from '../organisation/index.ts';

/** Whether the actor keeps adoption for the department: a clerk of one unit does not. */
export async function keeps(tx: ReadTx, day: string): Promise<boolean> {
  if (!can(tx.actor, 'adoption.keep')) return false;
  const department = (await unitsActiveOn(tx, day)).find((unit) => unit.parentId === null);
  return department !== undefined && can(tx.actor, 'adoption.keep', department.id);
}
