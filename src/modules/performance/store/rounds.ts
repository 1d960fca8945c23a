// Rounds of collecting, and where each indicator stands in them.
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export interface Round {
  readonly id: number;
  readonly cycleId: number;
  readonly kind: 'form' | 'result';
  /** Months of the fiscal year that it reports; null for a round of forms. */
  readonly month: number | null;
  readonly dueOn: string;
  readonly note: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly rev: number;
}

export const submissionStates = ['open', 'submitted', 'returned', 'approved', 'confirmed'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export interface Submission {
  readonly id: number;
  readonly roundId: number;
  readonly indicatorId: number;
  readonly state: SubmissionState;
  readonly rev: number;
  readonly changedAt: Date;
}

const roundColumns = ['id', 'cycle_id as cycleId', 'kind', 'month', 'due_on as dueOn', 'note', 'opened_at as openedAt', 'closed_at as closedAt', 'rev'] as const;
const submissionColumns = ['id', 'round_id as roundId', 'indicator_id as indicatorId', 'state', 'rev', 'changed_at as changedAt'] as const;

/** Rounds of a year: the form first, then results by month. */
export async function roundsOf(tx: ReadTx, cycleId: number): Promise<Round[]> {
  return await tx.db.selectFrom('performance.round').select(roundColumns).where('cycle_id', '=', cycleId).orderBy('kind').orderBy('month').execute() as Round[];
}

export async function roundById(tx: ReadTx, id: number): Promise<Round | undefined> {
  return await tx.db.selectFrom('performance.round').select(roundColumns).where('id', '=', id).executeTakeFirst() as Round | undefined;
}

/** Opens a round for these indicators. Undefined when the year has that round. */
export async function openRound(tx: Tx, round: Pick<Round, 'cycleId' | 'kind' | 'month' | 'dueOn' | 'note'>, indicatorIds: readonly number[], now: Date): Promise<number | undefined> {
  const added = await tx.db.insertInto('performance.round')
    .values({ cycle_id: round.cycleId, kind: round.kind, month: round.month, due_on: round.dueOn, note: round.note, opened_by: tx.actor.id, opened_at: now })
    .onConflict((conflict) => conflict.columns(['cycle_id', 'kind', 'month']).doNothing()).returning('id').executeTakeFirst();
  if (!added) return undefined;
  if (indicatorIds.length > 0) await tx.db.insertInto('performance.submission').values(indicatorIds.map((id) => ({ round_id: added.id, indicator_id: id, changed_at: now }))).execute();
  return added.id;
}

export async function submissionsOf(tx: ReadTx, roundIds: readonly number[]): Promise<Submission[]> {
  if (roundIds.length === 0) return [];
  return await tx.db.selectFrom('performance.submission').select(submissionColumns).where('round_id', 'in', roundIds).orderBy('id').execute() as Submission[];
}
