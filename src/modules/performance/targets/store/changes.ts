// Requests to change and appeals. What was asked stays as it was asked; the committee decides once.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { LadderData } from '../../store/indicators.ts';

export const changeKinds = ['target', 'weight', 'indicator', 'appeal'] as const;
export type ChangeKind = (typeof changeKinds)[number];
export const changeGrounds = ['force-majeure', 'policy', 'budget', 'score'] as const;
export type ChangeGround = (typeof changeGrounds)[number];

/** Old and new; numbers in plain digits. `value`: the result that an appeal goes by. */
export interface Changed {
  readonly ladder?: LadderData | null;
  readonly weight?: string | null;
  readonly name?: string;
  readonly value?: string | null;
}

export interface ChangeInput {
  readonly indicatorId: number;
  readonly kind: ChangeKind;
  readonly ground: ChangeGround;
  readonly reason: string;
  readonly before: Changed;
  readonly wanted: Changed;
  readonly evidence: string;
  readonly letterId: number | null;
  readonly letterReference: string;
  readonly roundId: number | null;
  readonly askedOn: string;
  readonly cutOffOn: string | null;
  readonly lateReason: string | null;
  readonly unitId: number;
}

export interface ChangeRequest extends ChangeInput {
  readonly id: number;
  readonly cycleId: number;
  readonly personId: number;
  readonly personName: string;
  readonly at: Date;
  readonly state: 'asked' | 'accepted' | 'refused' | 'withdrawn';
  readonly decision: string | null;
  readonly decisionReference: string;
  readonly decidedOn: string | null;
  readonly deciderName: string | null;
  readonly targetId: number | null;
  readonly rev: number;
}

const columns = [
  'id', 'cycle_id as cycleId', 'indicator_id as indicatorId', 'kind', 'ground', 'reason', 'before', 'wanted', 'evidence', 'letter_id as letterId', 'letter_reference as letterReference', 'round_id as roundId',
  'asked_on as askedOn', 'cut_off_on as cutOffOn', 'late_reason as lateReason', 'unit_id as unitId', 'person_id as personId', 'person_name as personName', 'at', 'state', 'decision',
  'decision_reference as decisionReference', 'decided_on as decidedOn', 'decider_name as deciderName', 'target_id as targetId', 'rev',
] as const;

/** Requests of a year, the newest first. */
export async function changesOf(tx: ReadTx, cycleId: number): Promise<ChangeRequest[]> {
  return await tx.db.selectFrom('performance.change_request').select(columns).where('cycle_id', '=', cycleId).orderBy('id', 'desc').execute() as unknown as ChangeRequest[];
}

export async function changesOfIndicator(tx: ReadTx, indicatorId: number): Promise<ChangeRequest[]> {
  return await tx.db.selectFrom('performance.change_request').select(columns).where('indicator_id', '=', indicatorId).orderBy('id', 'desc').execute() as unknown as ChangeRequest[];
}

export async function changeById(tx: ReadTx, cycleId: number, id: number): Promise<ChangeRequest | undefined> {
  return await tx.db.selectFrom('performance.change_request').select(columns).where('id', '=', id).where('cycle_id', '=', cycleId).executeTakeFirst() as unknown as ChangeRequest | undefined;
}

export async function addChange(tx: Tx, cycleId: number, input: ChangeInput, now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.change_request').values({
    cycle_id: cycleId, indicator_id: input.indicatorId, kind: input.kind, ground: input.ground, reason: input.reason, before: JSON.stringify(input.before), wanted: JSON.stringify(input.wanted),
    evidence: input.evidence, letter_id: input.letterId, letter_reference: input.letterReference, round_id: input.roundId, asked_on: input.askedOn, cut_off_on: input.cutOffOn, late_reason: input.lateReason,
    unit_id: input.unitId, person_id: tx.actor.id, person_name: tx.actor.name, at: now,
  }).returning('id').executeTakeFirstOrThrow();
  return id;
}

export interface ChangeDecision {
  readonly state: 'accepted' | 'refused' | 'withdrawn';
  readonly decision: string | null;
  readonly reference: string;
  readonly decidedOn: string | null;
  readonly targetId: number | null;
}

/** Ends a request. False when somebody ended it since `rev`. */
export async function decideChange(tx: Tx, { id, rev }: Pick<ChangeRequest, 'id' | 'rev'>, decision: ChangeDecision, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.change_request').set((update) => ({
    state: decision.state, decision: decision.decision, decision_reference: decision.reference, decided_on: decision.decidedOn, target_id: decision.targetId,
    decider_id: tx.actor.id, decider_name: tx.actor.name, decided_at: now, rev: update('rev', '+', 1),
  })).where('id', '=', id).where('rev', '=', rev).where('state', '=', 'asked').executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
