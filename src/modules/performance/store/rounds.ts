// Rounds of collecting, and where each indicator stands in them.
import { sql } from 'kysely';
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
  await joinRound(tx, added.id, indicatorIds, now);
  return added.id;
}

/** Takes more indicators into a round that is open: those that were added in the course of the year. */
export async function joinRound(tx: Tx, roundId: number, indicatorIds: readonly number[], now: Date): Promise<void> {
  if (indicatorIds.length === 0) return;
  await tx.db.insertInto('performance.submission').values(indicatorIds.map((id) => ({ round_id: roundId, indicator_id: id, changed_at: now })))
    .onConflict((conflict) => conflict.columns(['round_id', 'indicator_id']).doNothing()).execute();
}

/** An indicator that came to stand over others reports nothing of its own any more, though it was in the round. */
export const ofScoredLine = sql<boolean>`not exists (select from performance.indicator below where below.parent_id = performance.submission.indicator_id)`;

/** Where the scored lines stand in these rounds. */
export async function submissionsOf(tx: ReadTx, roundIds: readonly number[]): Promise<Submission[]> {
  if (roundIds.length === 0) return [];
  return await tx.db.selectFrom('performance.submission').select(submissionColumns).where('round_id', 'in', roundIds).where(ofScoredLine).orderBy('id').execute() as Submission[];
}

/** Closes a round when all of it is confirmed, or opens it again. */
export async function setRoundClosed(tx: Tx, id: number, closedAt: Date | null): Promise<void> {
  await tx.db.updateTable('performance.round').set((update) => ({ closed_at: closedAt, rev: update('rev', '+', 1) })).where('id', '=', id).execute();
}

/** Moves the due day of a round. False when somebody changed the round since `rev`. */
export async function moveDueDay(tx: Tx, { id, rev }: Pick<Round, 'id' | 'rev'>, dueOn: string): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.round').set((update) => ({ due_on: dueOn, rev: update('rev', '+', 1) })).where('id', '=', id).where('rev', '=', rev).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
