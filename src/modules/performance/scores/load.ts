// A year as every screen of the room reads it.
import { z } from 'zod';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { Services } from '../../../platform/services.ts';
import { unitsActiveOn, type Unit } from '../../organisation/index.ts';
import { readSheet, type Sheet } from '../sheet.ts';
import { cycleOfYear, listCycles } from '../store/cycles.ts';

export const yearParams = z.object({ year: z.coerce.number().int().min(2500).max(2700) });

export interface ScoredYear {
  readonly year: number;
  /** Years with a sheet, the newest first. */
  readonly years: readonly number[];
  readonly sheet: Sheet;
  /** Months after which values are taken: the rounds of the framework, or 12. */
  readonly months: readonly number[];
  readonly month: number;
  readonly units: ReadonlyMap<number, Unit>;
  readonly today: string;
  readonly now: Date;
}

/** The sheet of a year with what names it; undefined when the department has none of that year. */
export async function readYear(tx: ReadTx, year: number, { clock }: Pick<Services, 'clock'>, month = 12): Promise<ScoredYear | undefined> {
  const today = clock.today();
  const cycle = await cycleOfYear(tx, year);
  if (!cycle) return undefined;
  const sheet = await readSheet(tx, cycle, month);
  const years = [...new Set((await listCycles(tx)).map(({ fiscalYear }) => fiscalYear))];
  const units = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit]));
  return { year, years, sheet, months: sheet.framework.rounds ?? [12], month, units, today, now: clock.now() };
}

/** How a unit is named in a narrow place. */
export const shortUnit = (units: ReadonlyMap<number, Unit>, id: number): string => {
  const unit = units.get(id);
  return unit ? unit.abbreviation || unit.name : '–';
};
