// From an address to its records: the year, the indicator, the round. What is not there is told by name.
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor.ts';
import type { ReadTx } from '../../../platform/db/database.ts';
import { fail, notFound, ok, type Failure, type Result } from '../../../platform/result.ts';
import { cycleOfYear, decidesCycle, keepsCycle, type Cycle } from '../store/cycles.ts';
import { indicatorByKey, type Indicator } from '../store/indicators.ts';
import { roundsOf, type Round, type Submission } from '../store/rounds.ts';
import { roundSlug, slugOf } from './domain/rounds.ts';
import { isLocked, type SubmissionStanding } from './domain/submission-state.ts';
import { messages } from './messages.ts';

const year = z.coerce.number().int().min(2540).max(2700);
export const yearParams = z.object({ year });
export const roundParams = z.object({ year, round: z.string().regex(roundSlug) });
export const keyParams = z.object({ year, key: z.string().regex(/^[0-9]{1,4}(\.[0-9]{1,4}){0,3}$/) });
export const reportParams = z.object({ ...keyParams.shape, round: z.string().regex(roundSlug) });

export async function findCycle(tx: ReadTx, fiscalYear: number): Promise<Result<Cycle, 'NOT_FOUND'>> {
  const cycle = await cycleOfYear(tx, fiscalYear);
  return cycle ? ok(cycle) : notFound(messages.words('noYear'));
}

export async function findRound(tx: ReadTx, fiscalYear: number, slug: string): Promise<Result<{ cycle: Cycle; round: Round }, 'NOT_FOUND'>> {
  const cycle = await findCycle(tx, fiscalYear);
  if (!cycle.ok) return cycle;
  const round = (await roundsOf(tx, cycle.value.id)).find((one) => slugOf(one) === slug);
  return round ? ok({ cycle: cycle.value, round }) : notFound(messages.words('noRound'));
}

export async function findIndicator(tx: ReadTx, fiscalYear: number, key: string): Promise<Result<{ cycle: Cycle; indicator: Indicator }, 'NOT_FOUND'>> {
  const cycle = await findCycle(tx, fiscalYear);
  if (!cycle.ok) return cycle;
  const indicator = await indicatorByKey(tx, cycle.value.id, key);
  return indicator ? ok({ cycle: cycle.value, indicator }) : notFound(messages.words('noIndicator'));
}

export const ownersOf = ({ units }: Pick<Indicator, 'units'>): number[] => units.filter(({ role }) => role === 'owner').map(({ unitId }) => unitId);

/** As whom the actor stands before an indicator of a year. */
export const standingOf = (actor: Actor, cycle: Cycle, indicator: Pick<Indicator, 'units'>): SubmissionStanding => ({
  owner: actor.kind === 'system' || ownersOf(indicator).some((unitId) => actor.principals.includes(unitId)),
  keeper: keepsCycle(actor, cycle),
  executive: decidesCycle(actor, cycle),
});

/** Why nothing can be written to an indicator now, if so: the year is over, it is approved, it is somebody else's. */
export function refusalToWrite(cycle: Cycle, standing: SubmissionStanding, submission?: Submission): Failure | undefined {
  if (!standing.owner && !standing.keeper) return fail('NOT_YOURS_TO_DO', messages.words('notYours'), { status: 403 });
  if (cycle.state === 'closed') return fail('YEAR_CLOSED', messages.words('yearClosed'), { status: 409 });
  if (submission && isLocked(submission.state)) return fail('LOCKED', messages.words('locked'), { status: 409 });
  return undefined;
}
