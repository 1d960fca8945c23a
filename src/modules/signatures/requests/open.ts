// Opening a request, what follows each decision, and taking a request back. All in the caller's transaction.
import { actsFor } from '../../../platform/access/actor.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import { hindrance, progress, stepsFault, tally } from '../domain/request.ts';
import type { NewPart } from '../domain/request.ts';
import { signingHref } from './href.ts';
import { messages } from './messages.ts';
import { signingNews } from './news.ts';
import { answering } from './office.ts';
import { addEvent, addFile, endRequest, findRequest, insertRequest, openPart, subjectState } from '../store/requests.ts';
import type { SigningRequest, Subject } from '../store/requests.ts';

/** What opening and deciding need besides a transaction: the legal clock. `Services` fits. */
export interface SigningServices {
  readonly clock: Clock;
}

export interface SigningOrder {
  readonly subject: Subject & { readonly href: string; readonly title: string; /** Number as printed. */ readonly reference?: string };
  /** SHA-256 of the definitive PDF, which is in the file store. */
  readonly fileHash: string;
  readonly fileSize: number;
  readonly fileName: string;
  /** One after another; the parts of a step beside each other. */
  readonly steps: readonly (readonly NewPart[])[];
  readonly unitId: number;
  /** A classified record: its readers only, not the whole unit. */
  readonly restricted?: boolean;
  /** Parties that may see the request besides those who sign and who asked. */
  readonly readers?: readonly number[];
  /** Who asked; the actor when left out. */
  readonly requestedBy?: { readonly id: number; readonly name: string };
}

export interface OpenedRequest {
  readonly id: number;
  readonly href: string;
  readonly audit: AuditEntry;
}

/**
 * Opens a request on a PDF that is in the file store: the first step is told. Failures: SIGNING_STEPS (nobody, nobody
 * who signs at the end, the same seat twice in a step), SIGNING_OPEN (the record has one already).
 */
export async function openSigningRequest(tx: Tx, services: SigningServices, order: SigningOrder): Promise<Result<OpenedRequest, 'SIGNING_STEPS' | 'SIGNING_OPEN'>> {
  const fault = stepsFault(order.steps);
  if (fault) return fail('SIGNING_STEPS', messages.words(`steps.${fault}`));
  const before = await subjectState(tx, order.subject);
  if (before && (before.state === 'open' || before.state === 'complete')) return fail('SIGNING_OPEN', messages.words('alreadyAsked'), { status: 409 });
  const at = services.clock.now();
  const requestedBy = order.requestedBy ?? { id: tx.actor.id, name: tx.actor.name };
  const parties = order.steps.flat().flatMap((part) => part.positionId ?? part.personId ?? []);
  const id = await insertRequest(tx, {
    subject: order.subject, href: order.subject.href, reference: order.subject.reference ?? '', title: order.subject.title, fileName: order.fileName,
    unitId: order.unitId, restricted: order.restricted ?? false, readers: [requestedBy.id, ...parties, ...(order.readers ?? [])], requestedBy,
  }, order.steps, at);
  await addFile(tx, id, { n: 0, hash: order.fileHash, size: order.fileSize, kind: 'unsigned', partId: null }, at);
  await addEvent(tx, id, { kind: 'opened', fileHash: order.fileHash }, at, requestedBy);
  await advance(tx, services, id);
  return ok({
    id,
    href: signingHref(id),
    audit: {
      action: 'signatures.request-opened', subject: { type: 'signatures.request', id }, unitId: order.unitId,
      detail: { of: order.subject.type, id: order.subject.id, fileHash: order.fileHash, steps: order.steps.map((step) => step.map(({ kind, positionId, personId }) => ({ kind, ...(positionId ? { positionId } : { personId }) }))) },
    },
  });
}

const named = ({ reference, title }: SigningRequest): string => [reference, title].filter(Boolean).join(' ');
const newsOf = (request: SigningRequest) => ({ kind: signingNews, secret: request.restricted });

/** Opens what is now open and tells those who answer for it; completes the request when all is done. */
export async function advance(tx: Tx, services: SigningServices, requestId: number): Promise<void> {
  const request = await findRequest(tx, requestId);
  if (!request || request.state !== 'open') return;
  const at = services.clock.now();
  const next = progress(request.parts);
  if (next.complete) {
    await addEvent(tx, requestId, { kind: 'complete', fileHash: request.file.hash }, at);
    await endRequest(tx, requestId, 'complete', null, at);
    await notify(tx, [request.requestedBy], messages.words('tellComplete', { title: named(request) }), signingHref(requestId), newsOf(request));
    return;
  }
  const opening = request.parts.filter((part) => next.open.includes(part.id));
  const people = await answering(tx, opening, services.clock.today());
  for (const part of opening) {
    const person = people.get(part.id);
    await openPart(tx, requestId, part.id, person?.personId ?? null, at);
    if (person) await notify(tx, [person.personId], messages.words(part.kind === 'sign' ? 'tellSign' : 'tellApprove', { title: named(request), by: request.requestedByName }), signingHref(requestId), newsOf(request));
  }
}

/** Tells the requester of a decision on the way, unless it was his own. */
export async function tellRequester(tx: Tx, request: SigningRequest, what: 'tellSigned' | 'tellApproved' | 'tellRefused', more: { by: string; reason?: string }): Promise<void> {
  if (request.requestedBy === tx.actor.id) return;
  const { done, all } = tally(request.parts);
  await notify(tx, [request.requestedBy], messages.words(what, { title: named(request), by: more.by, reason: more.reason ?? '', done: done + 1, all }), signingHref(request.id), newsOf(request));
}

/** Whether the actor may take a request back: who asked, or who may ask for the unit. */
export function mayWithdraw(tx: ReadTx, request: Pick<SigningRequest, 'state' | 'requestedBy' | 'unitId'>): boolean {
  if (request.state !== 'open') return false;
  return request.requestedBy === tx.actor.id || actsFor(tx.actor, 'signatures.request', request.unitId);
}

/** Takes an open request back; what was signed until then stays. Those whose turn it was are told. */
export async function withdrawRequest(tx: Tx, services: SigningServices, id: number, reason: string): Promise<Result<{ audit: AuditEntry }>> {
  const request = await findRequest(tx, id, true);
  if (!request) return notFound();
  if (request.state !== 'open') return fail('SIGNING_ENDED', messages.words('endedAlready'), { status: 409 });
  const at = services.clock.now();
  await addEvent(tx, id, { kind: 'withdrawn', note: reason }, at);
  await endRequest(tx, id, 'withdrawn', reason, at);
  const told = request.parts.filter((part) => part.state === 'open' || part.state === 'signed').flatMap((part) => part.decidedBy ?? part.toldPersonId ?? []);
  await notify(tx, told.filter((person) => person !== tx.actor.id), messages.words('tellWithdrawn', { title: named(request), by: tx.actor.name, reason }), signingHref(id), newsOf(request));
  return ok({ audit: { action: 'signatures.request-withdrawn', subject: { type: 'signatures.request', id }, unitId: request.unitId, detail: { reason } } });
}

/** Takes back the open request on a record, where there is one; undefined where there is none. For a record that is itself taken back. */
export async function withdrawSigning(tx: Tx, services: SigningServices, subject: Subject, reason: string): Promise<AuditEntry | undefined> {
  const state = await subjectState(tx, subject);
  if (state?.state !== 'open') return undefined;
  const done = await withdrawRequest(tx, services, state.requestId, reason);
  return done.ok ? done.value.audit : undefined;
}

/** What the actor may do about a part now, as a failure in words; undefined where nothing stands in the way but the post. */
export function refusalOf(request: SigningRequest, partId: number) {
  const why = hindrance(request, partId);
  if (why === undefined) return undefined;
  const part = request.parts.find((one) => one.id === partId);
  if (why === 'ended') return fail('SIGNING_ENDED', messages.words(request.state === 'refused' ? 'endedRefused' : request.state === 'withdrawn' ? 'endedWithdrawn' : 'endedAlready', { by: request.endedByName ?? '', reason: request.endReason ?? '' }), { status: 409 });
  if (why === 'decided') return fail('SIGNED_ALREADY', messages.words(part?.kind === 'approve' ? 'approvedAlready' : part?.state === 'refused' ? 'endedRefused' : 'signedAlready', { by: part?.decidedByName ?? '', reason: part?.note ?? '' }), { status: 409 });
  if (why === 'not-yet') return fail('SIGNING_NOT_YET', messages.words('notYourTurn'), { status: 409 });
  const waiting = request.parts.find((one) => one.state === 'signed');
  return fail('SIGNING_AWAITS_TIME', messages.words('awaitsTime', { by: waiting?.decidedByName ?? '' }), { status: 409 });
}
