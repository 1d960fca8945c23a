// Setting out for the provider's page of consent, and coming back with its answer.
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import { packPrepared, prepareSignature, unpackPrepared, usualHash } from '../../../paper/index.ts';
import { fail, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { visibleSignature } from '../requests/appearance.ts';
import { reasonOf, turnAt } from '../requests/decide.ts';
import { certificateTime, judgeCertificate } from '../certificates/keys.ts';
import { hindrance } from '../domain/request.ts';
import { remoteProvider, sealServiceSecret } from '../service-settings.ts';
import { findRequest } from '../store/requests.ts';
import { addRemote, endRemote, findRemote, keepSealed, remoteCertificate, remoteUnderWay } from '../store/remote.ts';
import type { RemoteSigningRow } from '../store/remote.ts';
import { consentAddress } from './consent-address.ts';
import { signRemotely } from './jobs.ts';
import { m } from './messages.ts';
import { remoteReturnUri } from './return-address.ts';
import { readRemoteState, remoteState } from './state.ts';

const subjectOf = (row: Pick<RemoteSigningRow, 'requestId'>) => ({ type: 'signatures.request', id: row.requestId }) as const;

/**
 * Prepares the newest file for the actor's signature with a remote certificate and keeps it. A way that is under way is
 * left for the new one, unless the provider has answered it already. Besides those of the turn: REMOTE_NO_PROVIDER,
 * REMOTE_NO_CERTIFICATE, REMOTE_UNDER_WAY, CERTIFICATE_…, and what `prepareSignature` fails with.
 */
export async function setOut(tx: Tx, services: Services, requestId: number, partId: number, certificateId: number): Promise<Result<{ readonly id: number; readonly audit: AuditEntry }>> {
  const turn = await turnAt(tx, services, requestId, partId, ['sign']);
  if (!turn.ok) return turn;
  const { request, part, signer } = turn.value;
  if (!(await remoteProvider(tx, services))) return fail('REMOTE_NO_PROVIDER', m.words('noProvider'));
  const kept = await remoteCertificate(tx, certificateId, tx.actor.id);
  if (!kept) return fail('REMOTE_NO_CERTIFICATE', m.words('noCertificate'));
  const usable = await judgeCertificate(services, kept.certificate, kept.chain, certificateTime(services));
  if (!usable.ok) return usable;
  const at = services.clock.now();
  const before = await remoteUnderWay(tx, partId);
  if (before?.state === 'answered') return fail('REMOTE_UNDER_WAY', m.words('underWay'), { status: 409 });
  if (before) await endRemote(tx, before.id, 'left', at);
  const pdf = await services.files.get(request.file.hash);
  const shown = await visibleSignature(services.paper, pdf, signer, part.place, at);
  if (!shown.ok) return shown;
  const prepared = await prepareSignature(pdf, { ...shown.value, chain: [kept.certificate, ...kept.chain], algorithm: usualHash(kept.certificate), name: signer.name, reason: reasonOf(signer), signedAt: at });
  if (!prepared.ok) return prepared;
  const { hash } = await services.files.put(packPrepared(prepared.value));
  const id = await addRemote(tx, { requestId, partId, certificateId, credentialId: kept.credentialId, pin: kept.pin, otp: kept.otp, fileN: request.file.n, preparedHash: hash }, at);
  return ok({ id, audit: { action: 'signatures.remote-asked', subject: subjectOf({ requestId }), unitId: request.unitId, detail: { part: partId, certificate: certificateId, before: request.file.hash } } });
}

export interface WayOut {
  readonly row: RemoteSigningRow;
  readonly title: string;
  readonly provider: string;
  /** The provider's page of consent, while it is to be gone to. */
  readonly address: string | undefined;
  /** Whether the provider can be asked at all. */
  readonly ready: boolean;
}

/** The actor's way as its page shows it; undefined where it is not the actor's. */
export async function readWay(tx: ReadTx, services: Services, id: number, lang: string): Promise<WayOut | undefined> {
  const row = await findRemote(tx, id);
  const request = row && (await findRequest(tx, row.requestId));
  if (!row || !request) return undefined;
  const provider = await remoteProvider(tx, services);
  const title = [request.reference, request.title].filter(Boolean).join(' ');
  if (row.state !== 'asked' || !provider || row.pin !== null) return { row, title, provider: provider?.name ?? '', address: undefined, ready: provider !== undefined };
  const { digest } = unpackPrepared(await services.files.get(row.preparedHash));
  const { dataFolder, origin } = services.config;
  // What is classified is not told to others: the provider needs no more than the hash.
  const description = m.words('description', { title: request.restricted ? '' : title }).th.trim();
  const address = consentAddress({ ...provider, redirectUri: remoteReturnUri(origin), state: remoteState(dataFolder, row.id, row.personId), credentialId: row.credentialId, digests: [digest], description, lang: lang === 'th' ? 'th-TH' : 'en-US' });
  return { row, title, provider: provider.name, address, ready: true };
}

/** What the browser brought back. Failure: REMOTE_UNKNOWN, where it is not the answer to a way of the actor that is open. */
export async function takeAnswer(tx: Tx, services: Services, answer: { readonly state: string; readonly code?: string | undefined }): Promise<Result<{ readonly id: number; readonly audit: AuditEntry }>> {
  const id = readRemoteState(services.config.dataFolder, answer.state, tx.actor.id);
  const row = id === undefined ? undefined : await findRemote(tx, id, true);
  if (row?.state !== 'asked') return fail('REMOTE_UNKNOWN', m.words('unknown'), { status: 422 });
  return ok({ id: row.id, audit: await takeConsent(tx, services, row, answer.code ? { kind: 'code', value: answer.code } : undefined) });
}

/**
 * Takes the signer's consent for a way that is open, sealed, and lets the job ask for the signature: a code that the browser
 * brought back, or the activation data that was given for what the signer typed. None: the signer did not agree.
 */
export async function takeConsent(tx: Tx, services: Services, row: RemoteSigningRow, consent: { readonly kind: 'code' | 'sad'; readonly value: string } | undefined): Promise<AuditEntry> {
  const request = await findRequest(tx, row.requestId);
  const at = services.clock.now();
  const detail = { part: row.partId, certificate: row.certificateId };
  const problem = !consent ? 'refused' : !request || hindrance(request, row.partId) ? 'ended' : request.file.n !== row.fileN ? 'changed' : null;
  if (problem !== null || !consent) {
    await endRemote(tx, row.id, problem ?? 'refused', at);
    return { action: 'signatures.remote-ended', subject: subjectOf(row), detail: { ...detail, problem } };
  }
  await keepSealed(tx, row.id, consent.kind, sealServiceSecret(services.config.dataFolder, consent.value), at);
  await enqueue(tx, signRemotely, { remoteId: row.id });
  return { action: 'signatures.remote-answered', subject: subjectOf(row), detail };
}
