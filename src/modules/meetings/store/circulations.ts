// Circulations of minutes and what each addressee answered.
import { sql } from 'kysely';
import type { Authority } from '../../../platform/access/actor.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';

export type Urgency = 'urgent' | 'very-urgent' | 'most-urgent';
export type AnswerState = 'waiting' | 'certified' | 'certified-with-corrections' | 'deemed';
export type Answer = 'certified' | 'certified-with-corrections';

export interface CirculationRow {
  readonly id: number;
  readonly meetingId: number;
  readonly minutesId: number;
  readonly versionId: number;
  readonly letterId: number | null;
  readonly letterNumber: string | null;
  readonly urgency: Urgency | null;
  readonly circulatedOn: string;
  readonly respondBy: string;
  /** 24:00 of the last day in Bangkok. */
  readonly deadlineAt: Date;
  readonly ruleWords: string;
  readonly closedAt: Date | null;
  readonly closedWords: string | null;
  readonly withdrawnAt: Date | null;
  readonly ownerUnitId: number;
  readonly readers: number[];
}

const columns = [
  'id', 'meeting_id as meetingId', 'minutes_id as minutesId', 'version_id as versionId', 'letter_id as letterId',
  'letter_number as letterNumber', 'urgency', 'circulated_on as circulatedOn', 'respond_by as respondBy', 'deadline_at as deadlineAt',
  'rule_words as ruleWords', 'closed_at as closedAt', 'closed_words as closedWords', 'withdrawn_at as withdrawnAt',
  'owner_unit_id as ownerUnitId', 'readers',
] as const;

export async function findCirculation(tx: ReadTx, id: number): Promise<CirculationRow | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation').select(columns).where('id', '=', id).executeTakeFirst();
  return row as CirculationRow | undefined;
}

/** Locked to the end of the transaction, so that an answer and the deadline's job follow each other. */
export async function lockCirculation(tx: Tx, id: number): Promise<CirculationRow | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation').select(columns).where('id', '=', id).forShare().executeTakeFirst();
  return row as CirculationRow | undefined;
}

/** Circulations of a meeting, newest first; the running or last one stands first. */
export async function listCirculations(tx: ReadTx, meetingId: number): Promise<CirculationRow[]> {
  const rows = await tx.db.selectFrom('meetings.circulation').select(columns).where('meeting_id', '=', meetingId).orderBy('id', 'desc').execute();
  return rows as CirculationRow[];
}

export interface NewCirculation {
  readonly meetingId: number;
  readonly minutesId: number;
  readonly versionId: number;
  readonly letterId: number | null;
  readonly letterNumber: string | null;
  readonly urgency: Urgency | null;
  readonly circulatedOn: string;
  readonly respondBy: string;
  readonly deadlineAt: Date;
  readonly ruleWords: string;
  readonly ownerUnitId: number;
  readonly readers: readonly number[];
}

export async function insertCirculation(tx: Tx, circulation: NewCirculation, at: Date): Promise<number> {
  const row = await tx.db.insertInto('meetings.circulation').values({
    meeting_id: circulation.meetingId, minutes_id: circulation.minutesId, version_id: circulation.versionId, letter_id: circulation.letterId,
    letter_number: circulation.letterNumber, urgency: circulation.urgency, circulated_on: circulation.circulatedOn,
    respond_by: circulation.respondBy, deadline_at: circulation.deadlineAt, rule_words: circulation.ruleWords,
    owner_unit_id: circulation.ownerUnitId, readers: [...new Set(circulation.readers)], created_at: at, created_by: tx.actor.id,
  }).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

export async function closeCirculation(tx: Tx, id: number, words: string, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.circulation').set({ closed_at: at, closed_words: words }).where('id', '=', id).where('closed_at', 'is', null).execute();
}

export async function withdrawCirculation(tx: Tx, id: number, reason: string, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.circulation').set({ withdrawn_at: at, withdrawn_reason: reason }).where('id', '=', id).execute();
}

export interface AnswerRow {
  readonly id: number;
  readonly circulationId: number;
  readonly ordinal: number;
  readonly addresseePartyId: number;
  readonly addresseeName: string;
  readonly unitId: number | null;
  readonly unit: string;
  /** The legal state. */
  readonly state: AnswerState;
  /** What the addressee said, in time or late. */
  readonly answer: Answer | null;
  readonly remarks: string;
  readonly openedAt: Date | null;
  readonly remindedAt: Date | null;
  readonly reminders: number;
  readonly answeredAt: Date | null;
  readonly answeredOn: string | null;
  readonly answeredBy: number | null;
  readonly answeredName: string | null;
  readonly answeredPosition: string | null;
  readonly authority: Authority | null;
  readonly via: 'online' | 'paper' | null;
  readonly scanFileId: number | null;
  readonly enteredBy: number | null;
  readonly late: boolean;
  readonly deemedAt: Date | null;
  readonly deemedRule: string | null;
  readonly answerers: number[];
}

const answerColumns = [
  'id', 'circulation_id as circulationId', 'ordinal', 'addressee_party_id as addresseePartyId', 'addressee_name as addresseeName',
  'unit_id as unitId', 'unit', 'state', 'answer', 'remarks', 'opened_at as openedAt', 'reminded_at as remindedAt', 'reminders',
  'answered_at as answeredAt', 'answered_on as answeredOn', 'answered_by as answeredBy', 'answered_name as answeredName',
  'answered_position as answeredPosition', 'authority', 'via', 'scan_file_id as scanFileId', 'entered_by as enteredBy', 'late',
  'deemed_at as deemedAt', 'deemed_rule as deemedRule', 'answerers',
] as const;

export interface NewAddressee {
  readonly partyId: number;
  readonly name: string;
  readonly unitId: number | null;
  readonly unit: string;
  /** Party ids that may open and prepare the answer: the post, the unit. */
  readonly answerers: readonly number[];
}

export async function insertAddressees(tx: Tx, circulationId: number, addressees: readonly NewAddressee[]): Promise<void> {
  if (addressees.length === 0) return;
  await tx.db.insertInto('meetings.circulation_answer').values(addressees.map((one, index) => ({
    circulation_id: circulationId, ordinal: index + 1, addressee_party_id: one.partyId, addressee_name: one.name,
    unit_id: one.unitId, unit: one.unit, answerers: [...new Set(one.answerers)],
  }))).execute();
}

export async function listAnswers(tx: ReadTx, circulationId: number): Promise<AnswerRow[]> {
  const rows = await tx.db.selectFrom('meetings.circulation_answer').select(answerColumns)
    .where('circulation_id', '=', circulationId).orderBy('ordinal').execute();
  return rows as unknown as AnswerRow[];
}

export async function findAnswer(tx: ReadTx, id: number): Promise<AnswerRow | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation_answer').select(answerColumns).where('id', '=', id).executeTakeFirst();
  return row as unknown as AnswerRow | undefined;
}

export async function lockAnswer(tx: Tx, id: number): Promise<AnswerRow | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation_answer').select(answerColumns).where('id', '=', id).forUpdate().executeTakeFirst();
  return row as unknown as AnswerRow | undefined;
}

/** Addressees of a circulation whom the actor stands for. */
export async function ownAnswers(tx: ReadTx, circulationId: number): Promise<AnswerRow[]> {
  const principals = [...tx.actor.principals];
  const rows = await tx.db.selectFrom('meetings.circulation_answer').select(answerColumns).where('circulation_id', '=', circulationId)
    .where(sql<boolean>`(addressee_party_id = any(${principals}::int[]) or answerers && ${principals}::int[])`).orderBy('ordinal').execute();
  return rows as unknown as AnswerRow[];
}

/** First opening only. */
export async function markOpened(tx: Tx, answerId: number, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.circulation_answer').set({ opened_at: at, opened_by: tx.actor.id })
    .where('id', '=', answerId).where('opened_at', 'is', null).execute();
}

export async function markReminded(tx: Tx, answerIds: readonly number[], at: Date): Promise<void> {
  if (answerIds.length === 0) return;
  await tx.db.updateTable('meetings.circulation_answer').set({ reminded_at: at, reminders: sql`reminders + 1` })
    .where('id', 'in', [...answerIds]).where('state', '=', 'waiting').execute();
}

export interface AnswerGiven {
  readonly answer: Answer;
  readonly remarks: string;
  readonly answeredOn: string;
  readonly personId: number | null;
  readonly name: string;
  readonly position: string;
  readonly authority: Authority;
  readonly via: 'online' | 'paper';
  readonly scanFileId?: number;
}

/**
 * Keeps an answer. In time it becomes the legal state; after the deadline (state `deemed`) it is kept beside the
 * deeming and marked late. Answers false when the addressee has answered before.
 */
export async function recordAnswer(tx: Tx, answerId: number, given: AnswerGiven, at: Date): Promise<boolean> {
  const row = await tx.db.updateTable('meetings.circulation_answer').set({
    state: sql`case when state = 'waiting' then ${given.answer}::text else state end`, late: sql`state = 'deemed'`,
    answer: given.answer, remarks: given.remarks, answered_at: at, answered_on: given.answeredOn, answered_by: given.personId,
    answered_name: given.name, answered_position: given.position, authority: JSON.stringify(given.authority), via: given.via,
    scan_file_id: given.scanFileId ?? null, entered_by: given.via === 'paper' ? tx.actor.id : null, entered_at: given.via === 'paper' ? at : null,
  }).where('id', '=', answerId).where('answered_at', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Deems those who have not answered; answers whom. Never touches one who answered. */
export async function deemWaiting(tx: Tx, circulationId: number, ruleWords: string, at: Date): Promise<AnswerRow[]> {
  const rows = await tx.db.updateTable('meetings.circulation_answer').set({ state: 'deemed', deemed_at: at, deemed_rule: ruleWords })
    .where('circulation_id', '=', circulationId).where('state', '=', 'waiting').where('answered_at', 'is', null)
    .returning(answerColumns).execute();
  return rows as unknown as AnswerRow[];
}

export interface AnswerDraftRow {
  readonly answer: Answer | null;
  readonly remarks: string;
  readonly savedAt: Date;
  readonly savedName: string;
}

/** What the addressee's side has written down and not yet sent. */
export async function findAnswerDraft(tx: ReadTx, answerId: number): Promise<AnswerDraftRow | undefined> {
  const row = await tx.db.selectFrom('meetings.answer_draft').select(['answer', 'remarks', 'saved_at as savedAt', 'saved_name as savedName'])
    .where('answer_id', '=', answerId).executeTakeFirst();
  return row as AnswerDraftRow | undefined;
}

export async function saveAnswerDraft(tx: Tx, answerId: number, draft: { answer: Answer | null; remarks: string }, at: Date): Promise<void> {
  const saved = { answer: draft.answer, remarks: draft.remarks, saved_at: at, saved_by: tx.actor.id, saved_name: tx.actor.name };
  await tx.db.insertInto('meetings.answer_draft').values({ answer_id: answerId, ...saved })
    .onConflict((oc) => oc.column('answer_id').doUpdateSet(saved)).execute();
}
