// The board as data: units with what they did, the plan beside it.
import type { ReadTx } from '../../../../platform/db/database.ts';
import type { Services } from '../../../../platform/services.ts';
import { allDone, unitActivities, type UnitActivity } from '../../store/activity.ts';
import { planLines, type PlanLine } from '../../store/plan.ts';
import { trainedPeople } from '../../store/training.ts';
import { isIn, stages, standingOf, type Stage } from '../../domain/stages.ts';
import type { Period } from '../../domain/periods.ts';
import { keeps } from '../../keeper.ts';
import { periodOf, type Asked } from '../../shown.tsx';

export const groups = ['all', 'central', 'region', 'province', 'late'] as const;
export type Group = (typeof groups)[number];

export interface Board {
  readonly period: Period;
  readonly today: string;
  readonly units: readonly UnitActivity[];
  readonly shown: readonly UnitActivity[];
  readonly late: readonly UnitActivity[];
  readonly group: Group;
  readonly plan: readonly PlanLine[];
  readonly trained: ReadonlyMap<number, number>;
  /** Whether the reader keeps the plan. */
  readonly keeps: boolean;
}

export const groupOf = ({ unit }: UnitActivity): Exclude<Group, 'all' | 'late'> => (unit.kind === 'provincial-office' ? 'province' : unit.kind === 'region' ? 'region' : 'central');

export const movedStages = ({ done }: UnitActivity): Stage[] => stages.filter((stage) => standingOf(stage, done[stage]) === 'moved');

export async function readBoard(tx: ReadTx, asked: Asked & { readonly group?: Group | undefined }, { clock }: Pick<Services, 'clock'>): Promise<Board> {
  const today = clock.today();
  const { period, span } = periodOf(asked, today);
  const units = await unitActivities(tx, span, today, clock.now());
  const late = units.filter((one) => !isIn(allDone(one)));
  const group = asked.group ?? 'all';
  const shown = group === 'all' ? units : group === 'late' ? late : units.filter((one) => groupOf(one) === group);
  return { period, today, units, shown, late, group, plan: await planLines(tx), trained: await trainedPeople(tx, span.to < today ? span.to : today), keeps: await keeps(tx, today) };
}
