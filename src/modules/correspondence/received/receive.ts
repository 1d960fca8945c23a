// Registering a received letter: what the clerk typed or another unit assigned, its files, its clock and, late, its number.
import { actsFor, isTakenOver } from '../../../platform/access/actor.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { takeFiles } from '../../../platform/files/file-records.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { readSetting } from '../../../platform/settings/settings.ts';
import { bangkokDate, calendarYear, localDate } from '../../../thai/index.ts';
import { headPositionOf, unitById } from '../../organisation/index.ts';
import type { Secrecy } from '../domain/kinds.ts';
import { countsAsReceived, dueInstant } from '../domain/received-clock.ts';
import { planFollowUp } from './follow-up.ts';
import { livingUnit, officeCalendar } from '../office.ts';
import { readFilesJob } from './read-files-job.ts';
import { indexReceived } from './search.ts';
import { messages } from './messages.ts';
import { daysByUrgency } from './settings.ts';
import { addStep, findAssignment, setChild } from '../store/chain.ts';
import { addReceivedFiles, copyReceivedFiles, sameLetters } from '../store/received-files.ts';
import type { SameLetter } from '../store/received-files.ts';
import { findReceived, hasRegistered, insertReceived } from '../store/received.ts';
import type { NewReceived, ReceivedFacts } from '../store/received.ts';

export interface ReceiveServices {
  readonly clock: Clock;
}

/** A letter as a clerk registers it. */
export interface TypedLetter extends ReceivedFacts {
  readonly secrecy: Secrecy;
  readonly fileIds: readonly number[];
  /** The clerk saw that it may be here already, and goes on. */
  readonly confirmed: boolean;
  /** A letter of the house that was received. */
  readonly letterId?: number;
}

export interface Registered {
  readonly id: number;
  readonly number: number;
  readonly year: number;
  readonly audit: AuditEntry;
}

/** Whether the actor keeps the incoming register of a unit; of one that was taken over, whether he finishes what stands in it. */
export function keepsRegister(tx: { readonly actor: Tx['actor'] }, unitId: number): boolean {
  return actsFor(tx.actor, 'correspondence.receive-letters', unitId);
}

const atField = (code: string, field: string, key: Parameters<typeof messages.words>[0]) => fail(code, messages.words(key), { fields: { [field]: messages.words(key) } });

/** Registers a letter from outside, or one of the house. Refuses what may be here already unless that is confirmed. */
export async function registerLetter(tx: Tx, services: ReceiveServices, typed: TypedLetter): Promise<Result<Registered>> {
  const now = services.clock.now();
  if (!keepsRegister(tx, typed.unitId) || isTakenOver(tx.actor, typed.unitId)) return atField('NOT_YOUR_UNIT', 'unit', 'notYourUnit');
  if (!(await unitById(tx, typed.unitId, services.clock.today()))) return atField('UNIT_GONE', 'unit', 'unitGone');
  if (typed.secrecy === 'top-secret') return atField('TOO_SECRET', 'secrecy', 'topSecret');
  if (typed.receivedAt > now) return atField('IN_FUTURE', 'receivedOn', 'inFuture');
  if (typed.letterDate !== null && typed.letterDate > bangkokDate(typed.receivedAt)) return atField('LETTER_LATER', 'letterDate', 'letterLater');
  if (typed.urgentBefore && typed.urgentBefore <= typed.receivedAt) return atField('DEADLINE_PAST', 'beforeDate', 'deadlinePast');
  if (typed.letterId !== undefined && (await hasRegistered(tx, typed.unitId, typed.letterId))) return fail('TAKEN_ALREADY', messages.words('takenAlready'), { status: 409 });
  const restricted = typed.secrecy !== 'none';
  const head = await headPositionOf(tx, typed.unitId, services.clock.today());
  const readers = restricted ? [tx.actor.id, ...(head ? [head.id] : [])] : [];
  const files = await takeFiles(tx, typed.fileIds, restricted ? { readers } : { unitId: typed.unitId });
  if (files.length < typed.fileIds.length) return atField('FILE_GONE', 'files', 'fileGone');
  if (!typed.confirmed) {
    const same = await sameLetters(tx, typed.unitId, { ...typed, hashes: files.map((file) => file.hash) });
    if (same.length > 0) return fail('IS_HERE_ALREADY', sameWords(same), { status: 409, fields: { confirmed: sameWords(same) } });
  }
  const registered = await enter(tx, services, { ...typed, secrecy: typed.secrecy, readers, letterId: typed.letterId ?? null, originId: null, assignmentId: null });
  await addReceivedFiles(tx, registered.id, files.map((file) => ({ fileId: file.id, hash: file.hash, name: file.name, mediaType: file.mediaType, size: file.size })));
  if (files.length > 0) await enqueue(tx, readFilesJob, { receivedId: registered.id });
  return ok(registered);
}

/** "It is already here as no. …". */
function sameWords(same: readonly SameLetter[]) {
  const byNumber = Map.groupBy(same, (one) => `${one.number}/${one.year}`);
  const list = (lang: 'th' | 'en') => [...byNumber].map(([number, found]) => `${messages.in(lang)('sameNumber', { number })} (${[...new Set(found.map((one) => messages.in(lang)(one.why === 'file' ? 'sameFile' : 'sameReference')))].join(', ')})`).join(', ');
  return { th: messages.in('th')('isHere', { list: list('th') }), en: messages.in('en')('isHere', { list: list('en') }) };
}

/** A unit registers what was assigned to it, or to a unit that it took over, again, under its own number (clause 40). */
export async function registerAssigned(tx: Tx, services: ReceiveServices, assignmentId: number): Promise<Result<Registered>> {
  const assignment = await findAssignment(tx, assignmentId);
  if (!assignment || assignment.unitId === null || !keepsRegister(tx, assignment.unitId)) return notFound();
  if (assignment.childId !== null) return fail('TAKEN_ALREADY', messages.words('takenAlready'), { status: 409 });
  if (assignment.state !== 'open') return fail('ENDED', messages.words('ended'), { status: 409 });
  const origin = await findReceived(tx, assignment.receivedId);
  const unitId = await livingUnit(tx, assignment.unitId, services.clock.today());
  if (!origin || !keepsRegister(tx, unitId) || !(await unitById(tx, unitId, services.clock.today()))) return notFound();
  const head = await headPositionOf(tx, unitId, services.clock.today());
  const restricted = origin.secrecy !== 'none';
  const registered = await enter(tx, services, {
    ...origin, unitId, channel: 'internal', originId: origin.id, assignmentId: assignment.id, receivedAt: assignment.givenAt, remark: assignment.note,
    readers: restricted ? [tx.actor.id, ...(head ? [head.id] : [])] : [], dueAt: assignment.dueAt,
  });
  await copyReceivedFiles(tx, origin.id, registered.id);
  await setChild(tx, assignment.id, registered.id);
  await addStep(tx, origin.id, { kind: 'receive', toLabel: assignment.label, note: messages.words('numberOf', { number: registered.number, year: registered.year }).th }, services.clock.now());
  await indexReceived(tx, registered.id);
  return ok(registered);
}

type Entry = Omit<NewReceived, 'deemedReceivedAt' | 'dueAt' | 'year' | 'at'> & {
  /** Given by whoever assigned it; worked out from the urgency when left out. */
  readonly dueAt?: Date | null;
};

async function enter(tx: Tx, services: ReceiveServices, entry: Entry): Promise<Registered> {
  const at = services.clock.now();
  const calendar = await officeCalendar(tx, { unitId: entry.unitId, day: bangkokDate(entry.receivedAt) });
  const deemedReceivedAt = countsAsReceived(calendar, entry.receivedAt);
  const days = (await readSetting(tx, daysByUrgency)).find((one) => one.urgency === entry.urgency)?.days;
  const dueAt = entry.dueAt === undefined ? dueInstant(calendar, deemedReceivedAt, days, entry.urgentBefore) : entry.dueAt;
  const year = calendarYear(localDate(services.clock.today()));
  const taken = await insertReceived(tx, { ...entry, deemedReceivedAt, dueAt, year, at });
  await addStep(tx, taken.id, { kind: 'register', note: '' }, at);
  await planFollowUp(tx, [{ receivedId: taken.id, assignmentId: null, due: dueAt }], at);
  await indexReceived(tx, taken.id);
  return {
    ...taken, year,
    audit: {
      action: 'correspondence.received-registered', subject: { type: 'correspondence.received-letter', id: taken.id }, unitId: entry.unitId,
      detail: { number: taken.number, year, reference: entry.reference, channel: entry.channel, secrecy: entry.secrecy, receivedAt: entry.receivedAt.toISOString(), deemedReceivedAt: deemedReceivedAt.toISOString() },
    },
  };
}
