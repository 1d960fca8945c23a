// A part is decided: signed with a certificate, approved, or refused. Authority is asked at this moment and kept.
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { completeSignature, prepareSignature } from '../../../paper/index.ts';
import type { Signer } from '../../../paper/index.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Failure, Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import type { Part, PartKind } from '../domain/request.ts';
import { stampTime } from './jobs.ts';
import { certificatesOf, certificateTime, fileSigner } from '../certificates/keys.ts';
import { messages } from './messages.ts';
import { answering, signerOf, titleOf } from './office.ts';
import type { SignerFacts, Who } from './office.ts';
import { advance, refusalOf, tellRequester } from './open.ts';
import { timeAuthority } from '../service-settings.ts';
import { visibleSignature } from './appearance.ts';
import { addEvent, addFile, decidePart, endRequest, endWaiting, findRequest } from '../store/requests.ts';
import type { SigningRequest } from '../store/requests.ts';

/** A part that a signer may decide now. */
export interface Turn {
  readonly request: SigningRequest;
  readonly part: Part;
  readonly signer: SignerFacts;
}

/**
 * The actor's turn at a part, the request locked until the end of the transaction so that two people at one part come one
 * after the other. Failures: NOT_FOUND; SIGNING_ENDED, SIGNED_ALREADY, SIGNING_NOT_YET, SIGNING_AWAITS_TIME;
 * AUTHORITY_ENDED, with who answers for the post now.
 */
export async function turnAt(tx: Tx, services: Services, requestId: number, partId: number, kinds: readonly PartKind[]): Promise<Result<Turn>> {
  const request = await findRequest(tx, requestId, true);
  const part = request?.parts.find((one) => one.id === partId);
  if (!request || !part || !kinds.includes(part.kind)) return notFound();
  const mine = part.personId === null || part.personId === tx.actor.id;
  if (!mine) return notFound();
  const refusal = refusalOf(request, partId);
  if (refusal) return refusal;
  const signer = await signerOf(tx, part, services.clock.today());
  return signer.ok ? ok({ request, part, signer: signer.value }) : authorityEnded(tx, services, part);
}

/** An order of acting that ended, or a post passed on, while the document waited: who answers for it now. */
async function authorityEnded(tx: Tx, services: Services, part: Part): Promise<Failure> {
  const now = (await answering(tx, [part], services.clock.today())).get(part.id);
  return fail('AUTHORITY_ENDED', now ? messages.words('authorityEnded', { post: part.label, name: now.name }) : messages.words('authorityEndedNobody', { post: part.label }), { status: 403 });
}

const auditOf = (action: string, { request, part, signer }: Turn, detail: Readonly<Record<string, unknown>> = {}): AuditEntry => ({
  action, subject: { type: 'signatures.request', id: request.id }, unitId: request.unitId, ...(signer.authority ? { authority: signer.authority } : {}),
  detail: { part: part.id, of: request.subject.type, id: request.subject.id, ...detail },
});

/**
 * Signs with a certificate of the actor whose key is kept in the house. The passphrase is used here and kept nowhere.
 * Besides those of the turn: NO_CERTIFICATE and what `fileSigner`, `prepareSignature` and `completeSignature` fail with.
 */
export async function signPart(tx: Tx, services: Services, requestId: number, partId: number, given: { readonly certificateId: number | undefined; readonly passphrase: string }): Promise<Result<{ audit: AuditEntry; awaitsTime: boolean }>> {
  const turn = await turnAt(tx, services, requestId, partId, ['sign']);
  if (!turn.ok) return turn;
  const { part } = turn.value;
  const now = certificateTime(services);
  const certificateId = given.certificateId ?? fitting(await certificatesOf(tx, tx.actor.id, now), part).find((one) => one.kind === 'file')?.id;
  if (certificateId === undefined) return fail('NO_CERTIFICATE', messages.words('noCertificate'));
  const key = await fileSigner(tx, services, certificateId, given.passphrase, now);
  if (!key.ok) return key.code === 'P12_PASSPHRASE' ? { ...key, fields: { passphrase: messages.words('wrongPassphrase') } } : { ...key, fields: { certificate: key.message } };
  const signed = await signedWith(services, turn.value, key.value);
  return signed.ok ? ok(await keepSignature(tx, services, turn.value, { pdf: signed.value, certificateId })) : signed;
}

/** The newest file of a request with one more signature, shown where there is room. Failures: of `visibleSignature`, `prepareSignature` and `completeSignature`. */
export async function signedWith(services: Services, { request, part, signer }: Turn, key: Signer): Promise<Result<Uint8Array>> {
  const at = services.clock.now();
  const pdf = await services.files.get(request.file.hash);
  const shown = await visibleSignature(services.paper, pdf, signer, part.place, at);
  if (!shown.ok) return shown;
  const prepared = await prepareSignature(pdf, { ...shown.value, chain: key.chain, algorithm: key.algorithm, name: signer.name, reason: reasonOf(signer), signedAt: at });
  if (!prepared.ok) return prepared;
  const signed = await completeSignature(prepared.value, await key.sign(prepared.value.signedAttributes));
  return signed.ok ? ok(signed.value.pdf) : signed;
}

/** Certificates that fit a part: those of the post first, then the person's own; never one of another post. */
export function fitting<C extends { readonly positionId: number | null }>(certificates: readonly C[], part: Pick<Part, 'positionId'>): C[] {
  const fit = certificates.filter((one) => one.positionId === null || one.positionId === part.positionId);
  return [...fit.filter((one) => one.positionId !== null), ...fit.filter((one) => one.positionId === null)];
}

/** Printed in the file beside the signature: what it was for. */
export function reasonOf(signer: SignerFacts): string {
  return [messages.th.reasonInFile, titleOf(signer)].filter(Boolean).join(' ');
}

/**
 * Keeps a file with one more signature as the newest version and goes on: to the time stamp where the house has an
 * authority, else to the next step. The request is locked and the file is made from its newest version. `by`: who signed,
 * where that is not the actor but a job that ends it.
 */
export async function keepSignature(tx: Tx, services: Services, turn: Turn, signed: { readonly pdf: Uint8Array; readonly certificateId: number }, by: Who = tx.actor): Promise<{ audit: AuditEntry; awaitsTime: boolean }> {
  const { request, part, signer } = turn;
  const at = services.clock.now();
  const { hash, size } = await services.files.put(signed.pdf);
  const awaitsTime = (await timeAuthority(tx, services)) !== undefined;
  await addFile(tx, request.id, { n: request.file.n + 1, hash, size, kind: 'signature', partId: part.id }, at);
  await decidePart(tx, part.id, { state: awaitsTime ? 'signed' : 'done', title: titleOf(signer), authority: signer.authority, note: '', certificateId: signed.certificateId, timeStamp: awaitsTime ? null : 'none' }, at, by);
  await addEvent(tx, request.id, { kind: 'signed', partId: part.id, title: titleOf(signer), authority: signer.authority, fileHash: hash }, at, by);
  await tellRequester(tx, request, 'tellSigned', { by: signer.name });
  if (awaitsTime) await enqueue(tx, stampTime, { requestId: request.id, partId: part.id });
  else await advance(tx, services, request.id);
  return { audit: auditOf('signatures.signed', turn, { fileHash: hash, before: request.file.hash, certificate: signed.certificateId }), awaitsTime };
}

/** Approves; the file is not touched. */
export async function approvePart(tx: Tx, services: Services, requestId: number, partId: number, note: string): Promise<Result<{ audit: AuditEntry }>> {
  const turn = await turnAt(tx, services, requestId, partId, ['approve']);
  if (!turn.ok) return turn;
  const { request, part, signer } = turn.value;
  const at = services.clock.now();
  await decidePart(tx, part.id, { state: 'done', title: titleOf(signer), authority: signer.authority, note, certificateId: null, timeStamp: null }, at);
  await addEvent(tx, request.id, { kind: 'approved', partId: part.id, note, title: titleOf(signer), authority: signer.authority, fileHash: request.file.hash }, at);
  await tellRequester(tx, request, 'tellApproved', { by: signer.name });
  await advance(tx, services, request.id);
  return ok({ audit: auditOf('signatures.approved', turn.value, { fileHash: request.file.hash }) });
}

/** Sends the document back with a reason: the whole request stops, what was signed until then stays, the requester is told. */
export async function refusePart(tx: Tx, services: Services, requestId: number, partId: number, reason: string): Promise<Result<{ audit: AuditEntry }>> {
  const turn = await turnAt(tx, services, requestId, partId, ['approve', 'sign']);
  if (!turn.ok) return turn;
  const { request, part, signer } = turn.value;
  const at = services.clock.now();
  await decidePart(tx, part.id, { state: 'refused', title: titleOf(signer), authority: signer.authority, note: reason, certificateId: null, timeStamp: null }, at);
  await addEvent(tx, request.id, { kind: 'refused', partId: part.id, note: reason, title: titleOf(signer), authority: signer.authority }, at);
  await endRequest(tx, request.id, 'refused', reason, at);
  await tellRequester(tx, request, 'tellRefused', { by: signer.name, reason });
  return ok({ audit: auditOf('signatures.refused', turn.value, { reason }) });
}

/** Goes on without the time stamp that a signature waits for, with a reason; the signature itself stays as it is. */
export async function goOnWithoutTime(tx: Tx, services: Services, requestId: number, reason: string): Promise<Result<{ audit: AuditEntry }>> {
  const request = await findRequest(tx, requestId, true);
  if (!request) return notFound();
  const part = request.parts.find((one) => one.state === 'signed');
  const at = services.clock.now();
  if (!part || !(await endWaiting(tx, part.id, 'gone-on', at))) return fail('NOTHING_AWAITS_TIME', messages.words('nothingAwaits'), { status: 409 });
  await addEvent(tx, requestId, { kind: 'went-on', partId: part.id, note: reason }, at);
  await advance(tx, services, requestId);
  return ok({ audit: { action: 'signatures.went-on-without-time', subject: { type: 'signatures.request', id: requestId }, unitId: request.unitId, detail: { part: part.id, reason } } });
}
