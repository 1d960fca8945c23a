// The end of a circulation: who did not answer is deemed, the circulation closes, and minutes without open suggestions
// are certified. One routine for the deadline, the last answer and the decision; doing it twice changes nothing.
import { randomBytes } from 'node:crypto';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { closingWords } from '../domain/circular-words.ts';
import { closeCirculation, deemWaiting, listAnswers } from '../store/circulations.ts';
import type { AnswerRow, CirculationRow } from '../store/circulations.ts';
import { countOpenSuggestions, lockCirculationForUpdate, setVerification, verificationOf } from '../store/certification.ts';
import { indexMinutes } from '../search.ts';
import { findMeeting, setMeetingState } from '../store/meetings.ts';
import type { MeetingRow } from '../store/meetings.ts';
import { findMinutes, lockVersion, setCertified, setMinutesState } from '../store/minutes.ts';
import type { CertifiedHow, MinutesRow } from '../store/minutes.ts';
import { messages } from './messages.ts';
import { tellOutcome, tellSecretariat } from './notices.ts';
import { storeCertifiedPdf } from './paper-jobs.ts';

export interface Settled {
  readonly deemed: number;
  readonly closed: boolean;
  readonly certified: boolean;
  readonly audit: readonly AuditEntry[];
}

const nothing: Settled = { deemed: 0, closed: false, certified: false, audit: [] };

/** For the system actor. Deems only when the legal clock has reached 24:00 of the last day. */
export async function settleCirculation(tx: Tx, clock: Clock, circulationId: number): Promise<Settled> {
  const circulation = await lockCirculationForUpdate(tx, circulationId);
  if (!circulation || circulation.withdrawnAt || circulation.closedAt) return nothing;
  const at = clock.now();
  const audit: AuditEntry[] = [];
  const deemed = at >= circulation.deadlineAt ? await deemWaiting(tx, circulationId, circulation.ruleWords, at) : [];
  for (const one of deemed) audit.push(deemedEntry(circulation, one));
  const answers = await listAnswers(tx, circulationId);
  if (answers.some((answer) => answer.state === 'waiting')) return { ...nothing, deemed: deemed.length, audit };
  const closing = closingOf(answers);
  await closeCirculation(tx, circulationId, closing, at);
  audit.push({ action: 'meetings.circulation-closed', subject: { type: 'meetings.circulation', id: circulationId }, unitId: circulation.ownerUnitId, detail: { meetingId: circulation.meetingId, words: closing } });
  const meeting = await findMeeting(tx, circulation.meetingId);
  const minutes = await findMinutes(tx, circulation.minutesId);
  if (!meeting || !minutes || minutes.state === 'certified') return { deemed: deemed.length, closed: true, certified: false, audit };
  const open = await countOpenSuggestions(tx, circulationId);
  if (open > 0) {
    await setMinutesState(tx, minutes.id, 'correcting');
    await tellSecretariat(tx, meeting, minutes, 'closedToDecide', { th: { count: open }, en: { count: open } }, clock.today());
    return { deemed: deemed.length, closed: true, certified: false, audit };
  }
  const entry = await certify(tx, clock, { meeting, minutes, how: 'circulation', words: certifiedWords(circulation, closing) });
  await tellOutcome(tx, meeting, answers, 'certifiedNotice', {}, clock.today());
  await tellSecretariat(tx, meeting, minutes, 'certifiedNotice', { th: {}, en: {} }, clock.today());
  return { deemed: deemed.length, closed: true, certified: true, audit: [...audit, entry] };
}

/** The line of the trail for one deeming: the rule's words, so that it can be read without the circulation. */
export function deemedEntry(circulation: CirculationRow, answer: AnswerRow): AuditEntry {
  return {
    action: 'meetings.certification-deemed', subject: { type: 'meetings.circulation-answer', id: answer.id }, unitId: circulation.ownerUnitId,
    detail: { meetingId: circulation.meetingId, addressee: answer.addresseeName, respondBy: circulation.respondBy, rule: circulation.ruleWords },
  };
}

export function closingOf(answers: readonly AnswerRow[]): string {
  const count = (state: AnswerRow['state']) => answers.filter((answer) => answer.state === state).length;
  return closingWords({ all: answers.length, asIs: count('certified'), corrected: count('certified-with-corrections'), deemed: count('deemed') });
}

export function certifiedWords(circulation: CirculationRow, closing: string): string {
  return messages.in('th')('certifiedByCirculation', { number: circulation.letterNumber ?? '', closing });
}

export interface Certification {
  readonly meeting: MeetingRow;
  readonly minutes: MinutesRow;
  readonly how: CertifiedHow;
  readonly words: string;
  readonly inMeetingId?: number;
  /** Agenda item or resolution that certified them. */
  readonly reference?: string;
  /** Defaults to the legal day. */
  readonly on?: string;
}

/** Locks the current version for good, records the certification and lets the certified PDF be made. */
export async function certify(tx: Tx, clock: Clock, one: Certification): Promise<AuditEntry> {
  const { meeting, minutes, how, words, inMeetingId, reference } = one;
  const versionId = minutes.currentVersionId;
  if (versionId === null) throw new Error(`minutes ${minutes.id} have no version`);
  const at = clock.now();
  await lockVersion(tx, versionId, at);
  await setCertified(tx, minutes.id, { at, on: one.on ?? clock.today(), how, words, ...(inMeetingId === undefined ? {} : { inMeetingId }) });
  const { token } = await verificationOf(tx, minutes.id);
  await setVerification(tx, minutes.id, token ?? randomBytes(18).toString('base64url'), reference ?? null);
  await setMeetingState(tx, meeting.id, 'certified', at);
  await enqueue(tx, storeCertifiedPdf, { minutesId: minutes.id });
  await indexMinutes(tx, meeting.id);
  return {
    action: 'meetings.minutes-certified', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId,
    detail: { minutesId: minutes.id, versionId, how, words, ...(inMeetingId === undefined ? {} : { inMeetingId }), ...(reference ? { reference } : {}) },
  };
}
