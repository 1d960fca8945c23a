// Steps behind a value, with what happened to each.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { PlannedStep } from '../domain/plan-steps.ts';

/** What is said of a step when it is added or changed. */
export interface StepInput extends PlannedStep {
  readonly place: number;
  readonly byWhom: string;
  readonly reference: string;
  readonly proof: string;
  readonly note: string;
}

export interface Step extends StepInput {
  readonly id: number;
  readonly indicatorId: number;
  readonly rev: number;
  readonly changedAt: Date;
}

export type StepEventKind = 'added' | 'changed' | 'done' | 'undone' | 'rescheduled' | 'removed';

export interface StepEvent {
  readonly stepId: number;
  readonly kind: StepEventKind;
  readonly at: Date;
  readonly personName: string;
  readonly note: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

const select = (tx: ReadTx) => tx.db.selectFrom('performance.step').select([
  'id', 'indicator_id as indicatorId', 'place', 'title', 'by_whom as byWhom', 'from_month as fromMonth', 'to_month as toMonth', 'planned_on as plannedOn', sql<string | null>`trim_scale(weight)::text`.as('weight'),
  'state', 'done_on as doneOn', 'reference', 'proof', 'note', 'rev', 'changed_at as changedAt',
]).where('removed_at', 'is', null);

/** The steps of an indicator in their order. */
export async function stepsOf(tx: ReadTx, indicatorId: number): Promise<Step[]> {
  return await select(tx).where('indicator_id', '=', indicatorId).orderBy('place').orderBy('id').execute() as Step[];
}

export async function stepById(tx: ReadTx, indicatorId: number, id: number): Promise<Step | undefined> {
  return await select(tx).where('indicator_id', '=', indicatorId).where('id', '=', id).executeTakeFirst() as Step | undefined;
}

const written = (step: StepInput) => ({
  place: step.place, title: step.title, by_whom: step.byWhom, from_month: step.fromMonth, to_month: step.toMonth, planned_on: step.plannedOn, weight: step.weight,
  state: step.state, done_on: step.state === 'done' ? step.doneOn : null, reference: step.reference, proof: step.proof, note: step.note,
});

export async function addStepEvent(tx: Tx, stepId: number, kind: StepEventKind, now: Date, more: { note?: string; detail?: unknown } = {}): Promise<void> {
  await tx.db.insertInto('performance.step_event').values({ step_id: stepId, kind, at: now, person_id: tx.actor.id, person_name: tx.actor.name, note: more.note ?? '', detail: JSON.stringify(more.detail ?? {}) }).execute();
}

export async function addStep(tx: Tx, indicatorId: number, step: StepInput, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.step').values({ ...written(step), indicator_id: indicatorId, changed_by: tx.actor.id, changed_at: now }).returning('id').executeTakeFirstOrThrow();
  await addStepEvent(tx, id, 'added', now);
  return id;
}

/** What a change of a step is called in its history. */
export function changeKind(before: PlannedStep, after: PlannedStep): StepEventKind {
  if (before.state !== 'done' && after.state === 'done') return 'done';
  if (before.state === 'done' && after.state !== 'done') return 'undone';
  const moved = before.plannedOn !== after.plannedOn || before.toMonth !== after.toMonth || (before.state !== 'next-year' && after.state === 'next-year');
  return moved && (before.plannedOn !== null || before.toMonth !== null) ? 'rescheduled' : 'changed';
}

/** Changes a step with the line of its history. False when somebody changed it since `rev`. */
export async function changeStep(tx: Tx, before: Step, rev: number, step: StepInput, why: string, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.step').set((update) => ({ ...written(step), changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', before.id).where('rev', '=', rev).where('removed_at', 'is', null).executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return false;
  const kind = changeKind(before, step);
  await addStepEvent(tx, before.id, kind, now, { note: why, ...(kind === 'rescheduled' ? { detail: { from: before.plannedOn ?? before.toMonth, to: step.plannedOn ?? step.toMonth } } : {}) });
  return true;
}

/** Takes a step out of the plan; its history stays. */
export async function removeStep(tx: Tx, id: number, why: string, now: Date): Promise<void> {
  await tx.db.updateTable('performance.step').set((update) => ({ removed_at: now, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) })).where('id', '=', id).where('removed_at', 'is', null).execute();
  await addStepEvent(tx, id, 'removed', now, { note: why });
}

/** What happened to the steps of an indicator, those that were taken out too; the newest first. */
export async function stepEvents(tx: ReadTx, indicatorId: number): Promise<(StepEvent & { readonly title: string })[]> {
  return await tx.db.selectFrom('performance.step_event as e').innerJoin('performance.step as s', 's.id', 'e.step_id')
    .select(['e.step_id as stepId', 'e.kind', 'e.at', 'e.person_name as personName', 'e.note', 'e.detail', 's.title']).where('s.indicator_id', '=', indicatorId).orderBy('e.id', 'desc').limit(200).execute() as (StepEvent & { readonly title: string })[];
}
