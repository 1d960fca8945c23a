// Addresses of the room, and what stands behind them: the year, its framework, one of its indicators, and who may write to it.
import { z } from 'zod';
import { can, type Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import { leaves, type Component, type Framework } from '../domain/framework/framework.ts';
import { cycleOfYear, keepsCycle, type Cycle } from '../store/cycles.ts';
import { editionById } from '../store/framework-editions.ts';
import { editsIndicator, indicatorsOf, type Indicator } from '../store/indicators.ts';
import type { SubmissionState } from '../store/rounds.ts';

const year = z.coerce.number().int().min(2540).max(2700);
const key = z.string().regex(/^\d+(\.\d+)*$/).max(20);
const id = z.coerce.number().int().positive().max(2_147_483_647);
export const yearParams = z.object({ year });
export const keyParams = z.object({ year, key });
export const idParams = z.object({ id });
export const yearIdParams = z.object({ year, id });
export const keyIdParams = z.object({ year, key, id });

export const sheetHref = (of: number): string => `/performance/${of}/sheet`;
export const indicatorHref = (of: number, which: string, rest = ''): string => `/performance/${of}/indicators/${which}${rest}`;
export const indicatorType = 'performance.indicator';

export interface YearPlace {
  readonly cycle: Cycle;
  readonly framework: Framework;
  readonly all: readonly Indicator[];
}
export interface IndicatorPlace extends YearPlace {
  readonly indicator: Indicator;
}

export async function yearAt(tx: ReadTx, params: { readonly year: number }): Promise<YearPlace | undefined> {
  const cycle = await cycleOfYear(tx, params.year);
  const edition = cycle && (await editionById(tx, cycle.frameworkId));
  return cycle && edition && { cycle, framework: edition.content, all: await indicatorsOf(tx, cycle.id) };
}

export async function indicatorAt(tx: ReadTx, params: { readonly year: number; readonly key: string }): Promise<IndicatorPlace | undefined> {
  const place = await yearAt(tx, params);
  const indicator = place?.all.find((one) => one.key === params.key);
  return place && indicator && { ...place, indicator };
}

/** One that stands over others has no score of its own. */
export const isParent = (all: readonly Indicator[], { id: of }: Indicator): boolean => all.some(({ parentId }) => parentId === of);

/** Whether the actor draws up this year's sheet, and the year is open. */
export const keepsSheet = (actor: Actor, cycle: Cycle): boolean => cycle.state !== 'closed' && keepsCycle(actor, cycle);

/** Whether the actor writes beside an indicator: links, risks, reports. */
export const writesBeside = (actor: Actor, { cycle, indicator }: IndicatorPlace): boolean =>
  cycle.state !== 'closed' && indicator.state !== 'cancelled' && (keepsCycle(actor, cycle) || (can(actor, 'performance.report') && editsIndicator(actor, indicator)));

/** Why the form is shut to somebody who writes to it otherwise; undefined while it is open. Approved is shut to all, sent in to its owners. */
export function formShut(actor: Actor, { cycle }: Pick<YearPlace, 'cycle'>, state: SubmissionState | undefined): 'approved' | 'submitted' | undefined {
  if (state === 'approved' || state === 'confirmed') return 'approved';
  return state === 'submitted' && !keepsCycle(actor, cycle) ? 'submitted' : undefined;
}

/** Where indicators stand, by key. */
export const componentOf = (framework: Framework, which: string): Component | undefined => leaves(framework).find((one) => one.key === which);
