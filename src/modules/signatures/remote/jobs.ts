// The keeper of a key is asked for the signature that its holder agreed to.
import { z } from 'zod';
import { cscClient, CscError } from '../../../adapters/csc.ts';
import type { CscErrorCode } from '../../../adapters/csc.ts';
import { completeSignature, unpackPrepared } from '../../../paper/index.ts';
import { GiveUpError } from '../../../platform/jobs/task-list.ts';
import { defineJob } from '../../../platform/jobs/jobs.ts';
import type { JobContext } from '../../../platform/jobs/jobs.ts';
import { notify } from '../../../platform/notify/notify.ts';
import { keepSignature } from '../requests/decide.ts';
import { hindrance } from '../domain/request.ts';
import { signingHref } from '../requests/href.ts';
import { certificateTime, judgeCertificate } from '../certificates/keys.ts';
import { signingNews } from '../requests/news.ts';
import { signerOf } from '../requests/office.ts';
import { openServiceSecret, remoteProvider, sealServiceSecret } from '../service-settings.ts';
import type { RemoteProvider } from '../service-settings.ts';
import { endRemote, findRemote, keepSealed, remoteCertificate } from '../store/remote.ts';
import type { RemoteProblem, RemoteSigningRow } from '../store/remote.ts';
import { findRequest } from '../store/requests.ts';
import type { SigningRequest } from '../store/requests.ts';
import { m } from './messages.ts';
import { remoteReturnUri } from './return-address.ts';

const problems: Readonly<Record<CscErrorCode, RemoteProblem>> = {
  CSC_UNREACHABLE: 'unreachable', CSC_CONSENT_OVER: 'consent-over', CSC_REFUSED: 'provider-refused', CSC_WRONG_ANSWER: 'wrong-answer', CSC_UNSUPPORTED: 'unsupported',
};
/** What the signer mends alone, by agreeing again; the rest is parked too, for an administrator to see. */
const ofTheSigner: ReadonlySet<RemoteProblem> = new Set(['consent-over', 'changed', 'ended', 'not-yours', 'certificate']);

/**
 * Exchanges the code for the consent, asks for the signature over exactly the prepared file, and puts it in. Codes and
 * consents count once: where the provider dies between accept and answer the signer is told to agree again, and nothing
 * is half done, since a signature that did not arrive is in no file. Attempts end within about two minutes, as codes do.
 */
export const signRemotely = defineJob({
  name: 'signatures.sign-remotely',
  title: m.words('job'),
  payload: z.object({ remoteId: z.int().positive() }),
  attempts: 6,
  async run({ remoteId }, context) {
    const { services, read } = context;
    const found = await read(async (tx) => ({ row: await findRemote(tx, remoteId), provider: await remoteProvider(tx, services) }));
    if (found.row?.state !== 'answered') return; // ended by an earlier run
    const { row } = found;
    if (!found.provider) {
      if (context.lastAttempt) await end(context, row, 'provider-refused');
      throw new Error('no provider of remote signatures is set, or its secret cannot be opened');
    }
    let pdf: Uint8Array;
    try {
      const signed = await ask(context, row, found.provider);
      if (signed === undefined) {
        await end(context, row, 'wrong-key');
        throw new GiveUpError('the value is not by the key of the certificate');
      }
      pdf = signed;
    } catch (error) {
      if (!(error instanceof CscError)) throw error;
      const problem = problems[error.code];
      if (error.code === 'CSC_UNREACHABLE' && !context.lastAttempt) throw error;
      await end(context, row, problem);
      if (ofTheSigner.has(problem)) return;
      throw error.code === 'CSC_UNREACHABLE' ? error : new GiveUpError(error.message, { cause: error });
    }
    await put(context, row, pdf);
  },
});

/** The signed file; undefined where the value is not one of the certificate. Throws CscError. */
async function ask({ services, write }: JobContext, row: RemoteSigningRow, provider: RemoteProvider): Promise<Uint8Array | undefined> {
  const { dataFolder } = services.config;
  const kept = openServiceSecret(dataFolder, row.sealed ?? '');
  if (kept === undefined) throw new CscError('CSC_CONSENT_OVER', 'what the provider gave cannot be opened any more');
  const client = cscClient(provider);
  const token = await client.serviceToken();
  let sad = kept;
  if (row.sealedKind === 'code') {
    sad = (await client.exchange(kept, remoteReturnUri(services.config.origin))).value;
    // Kept before it is used: a run after this one has no code any more.
    const sealed = sealServiceSecret(dataFolder, sad);
    await write(async (tx) => ({ value: await keepSealed(tx, row.id, 'sad', sealed, services.clock.now()), audit: [] }));
  }
  const prepared = unpackPrepared(await services.files.get(row.preparedHash));
  const { algorithms } = await client.credential(token, row.credentialId);
  const [value] = await client.sign(token, { credential: { id: row.credentialId, algorithms, chain: prepared.chain.map((one) => Buffer.from(one)) }, sad, digests: [prepared.digest], algorithm: prepared.algorithm });
  const signed = await completeSignature(prepared, value!);
  return signed.ok ? signed.value.pdf : undefined;
}

/** Keeps the signature, where everything still stands as it stood when the signer agreed. */
async function put(context: JobContext, row: RemoteSigningRow, pdf: Uint8Array): Promise<void> {
  const { services } = context;
  await context.write(async (tx) => {
    const still = await findRemote(tx, row.id, true);
    const request = await findRequest(tx, row.requestId, true);
    const part = request?.parts.find((one) => one.id === row.partId);
    if (still?.state !== 'answered') return { value: undefined, audit: [] };
    const at = services.clock.now();
    const ended = async (problem: RemoteProblem) => {
      await endRemote(tx, row.id, problem, at);
      if (request) await tell(tx, request, row, problem);
      return { value: undefined, audit: [endedAudit(row, problem)] };
    };
    if (!request || !part || hindrance(request, part.id)) return ended('ended');
    if (request.file.n !== row.fileN) return ended('changed');
    const who = { id: row.personId, name: row.personName };
    const signer = await signerOf(tx, part, services.clock.today(), who);
    if (!signer.ok) return ended('not-yours');
    const certificate = await remoteCertificate(tx, row.certificateId, row.personId);
    const usable = certificate && (await judgeCertificate(services, certificate.certificate, certificate.chain, certificateTime(services)));
    if (!usable?.ok) return ended('certificate');
    const { audit } = await keepSignature(tx, services, { request, part, signer: signer.value }, { pdf, certificateId: row.certificateId }, who);
    await endRemote(tx, row.id, null, at);
    await tell(tx, request, row, null);
    return { value: undefined, audit: [{ ...audit, detail: { ...audit.detail, by: row.personId, remote: row.id } }] };
  });
}

const endedAudit = (row: RemoteSigningRow, problem: RemoteProblem) =>
  ({ action: 'signatures.remote-ended', subject: { type: 'signatures.request', id: row.requestId }, detail: { part: row.partId, certificate: row.certificateId, by: row.personId, problem } }) as const;

async function end({ services, write }: JobContext, row: RemoteSigningRow, problem: RemoteProblem): Promise<void> {
  await write(async (tx) => {
    const request = await findRequest(tx, row.requestId);
    await endRemote(tx, row.id, problem, services.clock.now());
    if (request) await tell(tx, request, row, problem);
    return { value: undefined, audit: [endedAudit(row, problem)] };
  });
}

/** Tells the signer what became of it. */
async function tell(tx: Parameters<typeof notify>[0], request: SigningRequest, row: RemoteSigningRow, problem: RemoteProblem | null): Promise<void> {
  const title = [request.reference, request.title].filter(Boolean).join(' ');
  const words = problem === null
    ? m.words('tellDone', { title })
    : { th: m.in('th')('tellEnded', { title, why: m.in('th')(`p.${problem}`) }), en: m.in('en')('tellEnded', { title, why: m.in('en')(`p.${problem}`) }) };
  await notify(tx, [row.personId], words, signingHref(request.id), { kind: signingNews, secret: request.restricted });
}
