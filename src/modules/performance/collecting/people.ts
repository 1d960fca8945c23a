// Whom news of collecting reaches: those who report for the owners, the secretariat, the executives.
import type { ReadTx } from '../../../platform/db/database.ts';
import { clerksOfUnit, headOfUnit } from '../../organisation/index.ts';
import type { Cycle } from '../store/cycles.ts';

/** Clerks and head of each unit: who fills in, and who answers for it. */
export async function reportersOf(tx: ReadTx, unitIds: readonly number[], day: string): Promise<number[]> {
  const found: number[] = [];
  for (const unitId of new Set(unitIds)) {
    const head = await headOfUnit(tx, unitId, day);
    found.push(...(await clerksOfUnit(tx, unitId, day)).map(({ personId }) => personId), ...(head ? [head.personId] : []));
  }
  return [...new Set(found)];
}

export async function headsOf(tx: ReadTx, unitIds: readonly number[], day: string): Promise<number[]> {
  const found: number[] = [];
  for (const unitId of new Set(unitIds)) {
    const head = await headOfUnit(tx, unitId, day);
    if (head) found.push(head.personId);
  }
  return found;
}

export const secretariatOf = (tx: ReadTx, { keeperUnitId }: Pick<Cycle, 'keeperUnitId'>, day: string): Promise<number[]> => reportersOf(tx, [keeperUnitId], day);
