// Consultations of officers and corrections proposed to lines of the minutes.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { suggestionChangeSchema } from '../domain/suggestions.ts';
import type { SuggestionChange } from '../domain/suggestions.ts';

export interface ConsultationRow {
  readonly id: number;
  readonly answerId: number;
  readonly personId: number;
  readonly personName: string;
  readonly note: string;
  readonly askedName: string;
  readonly askedAt: Date;
  readonly remark: string | null;
  readonly nothingToAdd: boolean;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
}

const consultationColumns = [
  'id', 'answer_id as answerId', 'person_id as personId', 'person_name as personName', 'note', 'asked_name as askedName', 'asked_at as askedAt',
  'remark', 'nothing_to_add as nothingToAdd', 'answered_at as answeredAt', 'withdrawn_at as withdrawnAt',
] as const;

/** Asks an officer and opens the minutes to them; asking again renews a withdrawn request. */
export async function insertConsultation(tx: Tx, answerId: number, officer: { personId: number; name: string }, note: string, at: Date): Promise<number> {
  const row = await tx.db.insertInto('meetings.consultation').values({
    answer_id: answerId, person_id: officer.personId, person_name: officer.name, note, asked_by: tx.actor.id, asked_name: tx.actor.name, asked_at: at,
  }).onConflict((oc) => oc.columns(['answer_id', 'person_id']).doUpdateSet({ note, withdrawn_at: null })).returning('id').executeTakeFirstOrThrow();
  await sql`select meetings.admit_officer(${answerId}, ${officer.personId})`.execute(tx.db);
  return row.id;
}

export async function listConsultations(tx: ReadTx, answerId: number): Promise<ConsultationRow[]> {
  return tx.db.selectFrom('meetings.consultation').select(consultationColumns).where('answer_id', '=', answerId).orderBy('id').execute();
}

export async function findConsultation(tx: ReadTx, id: number): Promise<ConsultationRow | undefined> {
  return tx.db.selectFrom('meetings.consultation').select(consultationColumns).where('id', '=', id).executeTakeFirst();
}

export async function recordConsultation(tx: Tx, id: number, remark: string | null, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.consultation').set({ remark, nothing_to_add: remark === null, answered_at: at }).where('id', '=', id).execute();
}

export async function withdrawConsultation(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.consultation').set({ withdrawn_at: at }).where('id', '=', id).execute();
}

export type SuggestionState = 'open' | 'accepted' | 'declined';

export interface SuggestionRow {
  readonly id: number;
  readonly circulationId: number;
  readonly answerId: number | null;
  readonly consultationId: number | null;
  readonly versionId: number;
  readonly lineId: string;
  readonly change: SuggestionChange;
  readonly original: string;
  readonly proposed: string;
  readonly reason: string;
  readonly personId: number;
  readonly personName: string;
  readonly unit: string;
  readonly createdAt: Date;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly state: SuggestionState;
  readonly decisionReason: string | null;
  readonly decidedAt: Date | null;
  readonly decidedName: string | null;
  readonly inVersionId: number | null;
  /** When the unit made an officer's proposal its own. */
  readonly takenOverAt: Date | null;
  /** What was accepted, where it differs from what was proposed. */
  readonly decidedChange: SuggestionChange | null;
}

const suggestionColumns = [
  'id', 'circulation_id as circulationId', 'answer_id as answerId', 'consultation_id as consultationId', 'version_id as versionId', 'line_id as lineId',
  'change', 'original', 'proposed', 'reason', 'person_id as personId', 'person_name as personName', 'unit', 'created_at as createdAt',
  'submitted_at as submittedAt', 'late', 'state', 'decision_reason as decisionReason', 'decided_at as decidedAt', 'decided_name as decidedName',
  'in_version_id as inVersionId', 'taken_over_at as takenOverAt', 'decided_change as decidedChange',
] as const;

const parsed = (row: { change: unknown }): SuggestionRow => ({ ...row, change: suggestionChangeSchema.parse(row.change) }) as unknown as SuggestionRow;

export interface NewSuggestion {
  readonly circulationId: number;
  readonly answerId: number | null;
  readonly consultationId?: number | null;
  readonly versionId: number;
  readonly change: SuggestionChange;
  /** The texts of the change, for lists. */
  readonly original: string;
  readonly proposed: string;
  readonly reason: string;
  readonly unit: string;
}

export async function insertSuggestion(tx: Tx, suggestion: NewSuggestion, at: Date): Promise<number> {
  const row = await tx.db.insertInto('meetings.suggestion').values({
    circulation_id: suggestion.circulationId, answer_id: suggestion.answerId, consultation_id: suggestion.consultationId ?? null,
    version_id: suggestion.versionId, line_id: suggestion.change.lineId, change: JSON.stringify(suggestionChangeSchema.parse(suggestion.change)),
    original: suggestion.original, proposed: suggestion.proposed, reason: suggestion.reason, person_id: tx.actor.id,
    person_name: tx.actor.name, unit: suggestion.unit, created_at: at,
  }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Rewords a suggestion that has not been sent. True when it could be. */
export async function updateSuggestion(tx: Tx, id: number, next: Pick<NewSuggestion, 'change' | 'original' | 'proposed' | 'reason'>): Promise<boolean> {
  const done = await tx.db.updateTable('meetings.suggestion').set({
    change: JSON.stringify(suggestionChangeSchema.parse(next.change)), original: next.original, proposed: next.proposed, reason: next.reason,
  }).where('id', '=', id).where('submitted_at', 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

export async function withdrawSuggestion(tx: Tx, id: number, at: Date): Promise<boolean> {
  const done = await tx.db.updateTable('meetings.suggestion').set({ withdrawn_at: at })
    .where('id', '=', id).where('submitted_at', 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The suggestions of an answer go out with it; of the officers' those that the unit made its own. */
export async function submitSuggestions(tx: Tx, answerId: number, late: boolean, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.suggestion').set({ submitted_at: at, late })
    .where('answer_id', '=', answerId).where('submitted_at', 'is', null).where('withdrawn_at', 'is', null)
    .where((eb) => eb.or([eb('consultation_id', 'is', null), eb('taken_over_at', 'is not', null)])).execute();
}

export async function listSuggestions(tx: ReadTx, of: { circulationId: number } | { answerId: number }): Promise<SuggestionRow[]> {
  let query = tx.db.selectFrom('meetings.suggestion').select(suggestionColumns).where('withdrawn_at', 'is', null);
  query = 'answerId' in of ? query.where('answer_id', '=', of.answerId) : query.where('circulation_id', '=', of.circulationId);
  return (await query.orderBy('id').execute()).map(parsed);
}

/** Suggestions that a version carries, then those made on the version before it that were declined. */
export async function decidedSuggestions(tx: ReadTx, versionId: number, baseVersionId: number): Promise<SuggestionRow[]> {
  const rows = await tx.db.selectFrom('meetings.suggestion').select(suggestionColumns)
    .where('withdrawn_at', 'is', null).where('submitted_at', 'is not', null)
    .where((eb) => eb.or([eb('in_version_id', '=', versionId), eb.and([eb('version_id', '=', baseVersionId), eb('state', '=', 'declined')])]))
    .orderBy('state').orderBy('id').execute();
  return rows.map(parsed);
}

export async function findSuggestion(tx: ReadTx, id: number): Promise<SuggestionRow | undefined> {
  const row = await tx.db.selectFrom('meetings.suggestion').select(suggestionColumns).where('id', '=', id).where('withdrawn_at', 'is', null).executeTakeFirst();
  return row && parsed(row);
}

/** Records a decision; an accepted one names the version that carries it. */
export async function decideSuggestion(tx: Tx, id: number, decision: { state: 'accepted'; reason: string; inVersionId: number; changed?: SuggestionChange } | { state: 'declined'; reason: string }, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.suggestion').set({
    state: decision.state, decision_reason: decision.reason, decided_at: at, decided_by: tx.actor.id, decided_name: tx.actor.name,
    in_version_id: decision.state === 'accepted' ? decision.inVersionId : null,
    decided_change: decision.state === 'accepted' && decision.changed ? JSON.stringify(decision.changed) : null,
  }).where('id', '=', id).where('state', '=', 'open').execute();
}

/** The unit makes an officer's proposal its own, so that it goes out with the answer; or gives it back. */
export async function takeOver(tx: Tx, id: number, at: Date | null): Promise<boolean> {
  const done = await tx.db.updateTable('meetings.suggestion').set({ taken_over_at: at })
    .where('id', '=', id).where('consultation_id', 'is not', null).where('submitted_at', 'is', null).where('withdrawn_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}
