import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Services } from '../../../../platform/services.ts';
import { clerksOfUnit, headOfUnit, unitsActiveOn, type Unit } from '../../../organisation/index.ts';
import { stages, standingOf, type Stage } from '../../domain/stages.ts';
import { periodOf, type Asked } from '../../shown.tsx';
import { unitActivities } from '../../store/activity.ts';
import { lastDayOf, lineFor, planLines, type PlanLine } from '../../store/plan.ts';
import { trainings } from '../../store/training.ts';

/** A stage that a unit does not use. */
export interface Missing {
  readonly stage: Stage;
  readonly line: PlanLine | undefined;
  readonly overdue: boolean;
}

/** Whom a reminder of a unit reaches: its own records clerks, or its head where it has none. Those of the whole department know already. */
export async function remindable(tx: ReadTx, { id, path }: Pick<Unit, 'id' | 'path'>, day: string): Promise<{ personId: number; name: string }[]> {
  const central = new Set((await clerksOfUnit(tx, path[0] ?? 0, day)).map(({ personId }) => personId));
  const clerks = (await clerksOfUnit(tx, id, day)).filter(({ personId }) => !central.has(personId));
  if (clerks.length > 0) return clerks;
  const head = await headOfUnit(tx, id, day);
  return head ? [{ personId: head.personId, name: head.name }] : [];
}

/** One unit with what it did, what is missing and whom a reminder reaches; undefined for a unit that no letters are written to. */
export async function readUnit(tx: ReadTx, id: number, asked: Asked, { clock }: Pick<Services, 'clock'>) {
  const today = clock.today();
  const { period, span } = periodOf(asked, today);
  const one = (await unitActivities(tx, span, today, clock.now())).find(({ unit }) => unit.id === id);
  if (!one) return undefined;
  const plan = await planLines(tx);
  const missing: Missing[] = stages.filter((stage) => standingOf(stage, one.done[stage]) !== 'moved').map((stage) => {
    const line = lineFor(plan, stage, id);
    return { stage, line, overdue: line !== undefined && lastDayOf(line) < today };
  });
  const names = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit.abbreviation || unit.name]));
  return { one, period, today, missing, names, people: await remindable(tx, one.unit, today), trainings: await trainings(tx, { unitId: id, limit: 20 }) };
}

export type UnitPage = NonNullable<Awaited<ReturnType<typeof readUnit>>>;
