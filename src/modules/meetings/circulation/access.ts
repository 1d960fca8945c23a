// Who may take which step of a certification.
import { z } from 'zod';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { PermissionDefinition } from '../../../platform/module.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { isSecretariat } from '../access.ts';
import { messages as shared } from '../messages.ts';
import type { AnswerRow, CirculationRow } from '../store/circulations.ts';
import { findAnswer, findCirculation, lockAnswer, ownAnswers } from '../store/circulations.ts';
import { currentCirculation } from '../store/certification.ts';
import { findMeeting, lockMeeting } from '../store/meetings.ts';
import type { MeetingRow } from '../store/meetings.ts';
import { findMinutes, findVersion } from '../store/minutes.ts';
import type { MinutesRow, VersionRow } from '../store/minutes.ts';
import { messages } from './messages.ts';

export const keys = {
  circulate: 'meetings.circulate',
  certify: 'meetings.certify',
  decide: 'meetings.decide-suggestions',
} as const;

export const circulationPermissions: readonly PermissionDefinition[] = [
  { key: keys.circulate, words: { th: 'เวียนรายงานการประชุมให้รับรอง เตือน เรียกคืน และบันทึกแบบตอบรับกระดาษ', en: 'Circulate minutes for certification, remind, withdraw, and type in printed answers' }, roles: ['secretariat', 'unit-head'] },
  { key: keys.certify, words: { th: 'ตอบการรับรองรายงานการประชุมที่ส่งถึงตำแหน่งหรือหน่วยงานของตน', en: 'Answer on minutes sent to one’s own post or unit' }, roles: ['staff'] },
  { key: keys.decide, words: { th: 'พิจารณาข้อเสนอแก้ไขรายงาน และบันทึกการรับรองในที่ประชุม', en: 'Decide suggestions and record certification in a meeting' }, roles: ['secretariat', 'unit-head'] },
];

const id = z.coerce.number().int().positive().max(2_147_483_647);
export const answerParams = z.object({ id, answer: id });
export const suggestionParams = z.object({ id, answer: id, suggestion: id });
export const consultationParams = z.object({ consultation: id });
export const answerConsultationParams = z.object({ id, answer: id, consultation: id });

export interface Running {
  readonly meeting: MeetingRow;
  readonly minutes: MinutesRow;
  readonly circulation: CirculationRow;
}

/** The circulation of a meeting for its secretariat: the one that runs, or the last. */
export async function circulationForSecretariat(tx: ReadTx, meetingId: number, permission: string): Promise<Result<Running>> {
  const meeting = await findMeeting(tx, meetingId);
  const circulation = meeting && (await currentCirculation(tx, meetingId));
  const minutes = circulation && (await findMinutes(tx, circulation.minutesId));
  if (!meeting || !circulation || !minutes) return notFound();
  if (!isSecretariat(tx.actor, meeting, permission)) return fail('NOT_SECRETARIAT', shared.words('notSecretariat'), { status: 403 });
  return ok({ meeting, minutes, circulation });
}

/** The same with the meeting locked, for actions; refused when the circulation was withdrawn. */
export async function lockedCirculation(tx: Tx, meetingId: number, permission: string): Promise<Result<Running>> {
  await lockMeeting(tx, meetingId);
  const found = await circulationForSecretariat(tx, meetingId, permission);
  if (found.ok && found.value.circulation.withdrawnAt) return fail('WITHDRAWN', messages.words('gone'), { status: 409 });
  return found;
}

export interface OwnAnswer extends Running {
  readonly answer: AnswerRow;
  readonly version: VersionRow;
}

/** An answer that the actor stands for, with what it is about. "Not yours" and "not there" are one. */
export async function ownAnswer(tx: ReadTx, meetingId: number, answerId: number): Promise<Result<OwnAnswer>> {
  const answer = await findAnswer(tx, answerId);
  if (!answer || !standsFor(tx, answer)) return notFound();
  return around(tx, meetingId, answer);
}

/** The same, locked: an answer and the deadline follow each other. */
export async function lockedOwnAnswer(tx: Tx, meetingId: number, answerId: number): Promise<Result<OwnAnswer>> {
  const answer = await lockAnswer(tx, answerId);
  if (!answer || !standsFor(tx, answer)) return notFound();
  return around(tx, meetingId, answer);
}

/** What an answer is about, whoever asks; each part only as far as the actor may see it. */
export async function around(tx: ReadTx, meetingId: number, answer: AnswerRow): Promise<Result<OwnAnswer>> {
  const circulation = await findCirculation(tx, answer.circulationId);
  const meeting = circulation && (await findMeeting(tx, circulation.meetingId));
  const minutes = circulation && (await findMinutes(tx, circulation.minutesId));
  const version = circulation && (await findVersion(tx, circulation.versionId));
  if (!circulation || !meeting || !minutes || !version || meeting.id !== meetingId) return notFound();
  return ok({ meeting, minutes, circulation, answer, version });
}

function standsFor(tx: ReadTx, answer: AnswerRow): boolean {
  const { principals } = tx.actor;
  return tx.actor.kind === 'system' || principals.includes(answer.addresseePartyId) || answer.answerers.some((party) => principals.includes(party));
}

/** The actor's answers in the running circulation of a meeting: those that wait first. */
export async function ownAnswersOf(tx: ReadTx, meetingId: number): Promise<AnswerRow[]> {
  const circulation = await currentCirculation(tx, meetingId);
  if (!circulation || circulation.withdrawnAt) return [];
  const own = await ownAnswers(tx, circulation.id);
  return own.toSorted((a, b) => Number(a.answeredAt !== null) - Number(b.answeredAt !== null) || a.ordinal - b.ordinal);
}

/** A refusal where the circulation no longer takes anything: withdrawn, or its minutes certified. */
export function closedFor(found: Pick<OwnAnswer, 'circulation' | 'minutes'>): Result<null> {
  if (found.circulation.withdrawnAt) return fail('WITHDRAWN', messages.words('gone'), { status: 409 });
  return ok(null);
}
