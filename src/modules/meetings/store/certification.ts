// What certification adds to circulations, answers and minutes: locks, letters, deeming of one, tokens, open suggestions.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { findCirculation } from './circulations.ts';
import type { CirculationRow } from './circulations.ts';

/** Locked against every other step on the same circulation. For its owner and for jobs. */
export async function lockCirculationForUpdate(tx: Tx, id: number): Promise<CirculationRow | undefined> {
  await sql`select 1 from meetings.circulation where id = ${id} for update`.execute(tx.db);
  return findCirculation(tx, id);
}

/** The circulation that runs or ran last for a meeting: a withdrawn one only when there is no other. */
export async function currentCirculation(tx: ReadTx, meetingId: number): Promise<CirculationRow | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation').select('id').where('meeting_id', '=', meetingId)
    .orderBy(sql`withdrawn_at is null`, 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row && findCirculation(tx, row.id);
}

/** The last circulation that was taken back, for a second one to name. */
export async function withdrawnCirculation(tx: ReadTx, minutesId: number): Promise<{ id: number; letterId: number | null; letterNumber: string | null; reason: string } | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation').select(['id', 'letter_id as letterId', 'letter_number as letterNumber', 'withdrawn_reason as reason'])
    .where('minutes_id', '=', minutesId).where('withdrawn_at', 'is not', null).orderBy('id', 'desc').limit(1).executeTakeFirst();
  return row && { ...row, reason: row.reason ?? '' };
}

export interface LetterOfCirculation {
  readonly id: number;
  /** As printed. */
  readonly number: string;
  readonly signerName: string;
  readonly signerPosition: string;
  readonly replacesId: number | null;
}

export async function setCirculationLetter(tx: Tx, circulationId: number, letter: LetterOfCirculation): Promise<void> {
  await tx.db.updateTable('meetings.circulation').set({
    letter_id: letter.id, letter_number: letter.number, signer_name: letter.signerName, signer_position: letter.signerPosition, replaces_id: letter.replacesId,
  }).where('id', '=', circulationId).execute();
}

/** Who signed the memo, for papers that answer it. */
export async function signerOfCirculation(tx: ReadTx, circulationId: number): Promise<{ name: string; position: string } | undefined> {
  const row = await tx.db.selectFrom('meetings.circulation').select(['signer_name as name', 'signer_position as position']).where('id', '=', circulationId).executeTakeFirst();
  return row?.name ? { name: row.name, position: row.position ?? '' } : undefined;
}

/** Deems one addressee whose time is over; false when an answer was there. */
export async function deemAnswer(tx: Tx, answerId: number, ruleWords: string, at: Date): Promise<boolean> {
  const row = await tx.db.updateTable('meetings.circulation_answer').set({ state: 'deemed', deemed_at: at, deemed_rule: ruleWords })
    .where('id', '=', answerId).where('state', '=', 'waiting').where('answered_at', 'is', null).returning('id').executeTakeFirst();
  return row !== undefined;
}

/** Takes a deeming back for one whose printed answer had arrived in time. */
export async function undoDeeming(tx: Tx, answerId: number): Promise<void> {
  await tx.db.updateTable('meetings.circulation_answer').set({ state: 'waiting', deemed_at: null, deemed_rule: null })
    .where('id', '=', answerId).where('state', '=', 'deemed').where('answered_at', 'is', null).execute();
}

/** Suggestions that were sent and wait for a decision. */
export async function countOpenSuggestions(tx: ReadTx, circulationId: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from meetings.suggestion
    where circulation_id = ${circulationId} and submitted_at is not null and withdrawn_at is null and state = 'open'`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

/** How many suggestions each answer holds: sent ones for everybody, unsent ones for those who see them. */
export async function suggestionCounts(tx: ReadTx, circulationId: number): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ answerId: number; n: number }>`select answer_id as "answerId", count(*)::int as n from meetings.suggestion
    where circulation_id = ${circulationId} and answer_id is not null and submitted_at is not null and withdrawn_at is null group by 1`.execute(tx.db);
  return new Map(rows.map((row) => [row.answerId, row.n]));
}

export async function setVerification(tx: Tx, minutesId: number, token: string, reference: string | null): Promise<void> {
  await tx.db.updateTable('meetings.minutes').set({ verify_token: token, certified_reference: reference }).where('id', '=', minutesId).execute();
}

export async function verificationOf(tx: ReadTx, minutesId: number): Promise<{ token: string | null; hash: string | null; reference: string | null }> {
  const row = await tx.db.selectFrom('meetings.minutes').select(['verify_token as token', 'certified_pdf_hash as hash', 'certified_reference as reference'])
    .where('id', '=', minutesId).executeTakeFirst();
  return row ?? { token: null, hash: null, reference: null };
}

export async function setCertifiedHash(tx: Tx, minutesId: number, hash: string): Promise<void> {
  await tx.db.updateTable('meetings.minutes').set({ certified_pdf_hash: hash }).where('id', '=', minutesId).where('certified_pdf_hash', 'is', null).execute();
}

export interface PublicMinutes {
  readonly committeeName: string;
  readonly number: number;
  readonly yearBe: number;
  readonly title: string;
  readonly heldOn: string;
  readonly certifiedOn: string;
  readonly unit: string | null;
  readonly hash: string | null;
}

/** What anybody learns from the code of certified minutes. */
export async function publicMinutes(tx: ReadTx, token: string): Promise<PublicMinutes | undefined> {
  const { rows } = await sql<PublicMinutes>`select committee_name as "committeeName", number, year_be as "yearBe", title, held_on as "heldOn",
    certified_on as "certifiedOn", unit, pdf_hash as hash from meetings.public_document(${token})`.execute(tx.db);
  return rows[0];
}

/** Marks the request to an officer as opened, once. */
export async function markConsultationOpened(tx: Tx, id: number, at: Date): Promise<void> {
  await tx.db.updateTable('meetings.consultation').set({ opened_at: at }).where('id', '=', id).where('opened_at', 'is', null).execute();
}

/** Meetings of a committee on or after a day: those that can certify the minutes of an earlier one. */
export async function lastMeetingsOf(tx: ReadTx, committeeId: number, notBefore: string): Promise<{ id: number; number: number; yearBe: number; heldOn: string }[]> {
  return (await sql<{ id: number; number: number; yearBe: number; heldOn: string }>`select id, number, year_be as "yearBe", held_on as "heldOn" from meetings.meeting
    where committee_id = ${committeeId} and held_on >= ${notBefore}::date and state <> 'cancelled' order by held_on, id limit 50`.execute(tx.db)).rows;
}
