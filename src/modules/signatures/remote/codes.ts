// Consent by PIN and one-time password, where a provider has no page of its own. Both go from the form to the provider while
// the signer waits; what is kept is the provider's answer, sealed, as with a code that a browser brings back.
import { unpackPrepared } from '../../../paper/index.ts';
import type { AuditEntry } from '../../../platform/audit/audit.ts';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { CodesAnswer } from '../../../platform/http/outside.ts';
import { fail, notFound, ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { toArabicDigits } from '../../../thai/index.ts';
import { remoteProvider } from '../service-settings.ts';
import type { RemoteProvider } from '../service-settings.ts';
import { findRemote, noteFault, noteOtpSent, wrongSince } from '../store/remote.ts';
import type { RemoteSigningRow } from '../store/remote.ts';
import { m } from './messages.ts';
import { takeConsent } from './set-out.ts';

/** Between two one-time passwords; and how many for one way. */
const secondsBetween = 30;
const mostPasswords = 5;
/** Wrong answers of a person in an hour: a session that somebody else got hold of guesses no PIN, and nobody locks the own key. */
const mostWrong = 5;

const gone = fail('REMOTE_UNKNOWN', m.words('codesGone'), { status: 409 });

/** The actor's way on which codes are typed, still open, with the provider. NOT_FOUND; REMOTE_UNKNOWN; REMOTE_NO_PROVIDER. */
async function openWay(tx: ReadTx, services: Services, id: number): Promise<Result<{ readonly row: RemoteSigningRow; readonly provider: RemoteProvider }>> {
  const row = await findRemote(tx, id);
  if (!row || row.pin === null) return notFound();
  if (row.state !== 'asked') return gone;
  const provider = await remoteProvider(tx, services);
  return provider ? ok({ row, provider }) : fail('REMOTE_NO_PROVIDER', m.words('noProvider'));
}

export interface OtpQuestion {
  readonly provider: RemoteProvider;
  readonly credentialId: string;
}

/** What is needed to let the provider send a one-time password. Besides those of the way: REMOTE_OTP_WAIT, REMOTE_OTP_ENOUGH. */
export async function otpQuestion(tx: ReadTx, services: Services, id: number): Promise<Result<OtpQuestion>> {
  const way = await openWay(tx, services, id);
  if (!way.ok) return way;
  const { row, provider } = way.value;
  if (row.otp !== 'online') return notFound();
  if (row.otpSent >= mostPasswords) return fail('REMOTE_OTP_ENOUGH', m.words('otpEnough'));
  if (row.otpSentAt && services.clock.now().getTime() - row.otpSentAt.getTime() < secondsBetween * 1000) return fail('REMOTE_OTP_WAIT', m.words('otpWait', { seconds: secondsBetween }));
  return ok({ provider, credentialId: row.credentialId });
}

/** Notes that it was sent. */
export async function otpSent(tx: Tx, services: Services, id: number): Promise<Result<AuditEntry>> {
  const row = await findRemote(tx, id, true);
  if (row?.state !== 'asked') return gone;
  await noteOtpSent(tx, id, services.clock.now());
  return ok({ action: 'signatures.remote-otp-asked', subject: { type: 'signatures.request', id: row.requestId }, detail: { part: row.partId, certificate: row.certificateId } });
}

export interface CodesQuestion extends OtpQuestion {
  readonly digest: Uint8Array;
  readonly pin?: string;
  readonly otp?: string;
}

/** What is asked of the provider for what was typed. Besides those of the way: REMOTE_CODES, at the field that is empty; REMOTE_CODES_WRONG after too many wrong ones. */
export async function codesQuestion(tx: ReadTx, services: Services, id: number, typed: { readonly pin?: string | undefined; readonly otp?: string | undefined }): Promise<Result<CodesQuestion>> {
  const way = await openWay(tx, services, id);
  if (!way.ok) return way;
  const { row, provider } = way.value;
  if ((await wrongSince(tx, new Date(services.clock.now().getTime() - 3_600_000))) >= mostWrong) return fail('REMOTE_CODES_WRONG', m.words('codesTooMany'));
  const empty = { ...(row.pin === 'needed' && !typed.pin ? { pin: m.words('pinEmpty') } : {}), ...(row.otp !== 'no' && !typed.otp ? { otp: m.words('otpEmpty') } : {}) };
  const [first] = Object.values(empty);
  if (first) return fail('REMOTE_CODES', first, { fields: empty });
  const { digest } = unpackPrepared(await services.files.get(row.preparedHash));
  return ok({
    provider, credentialId: row.credentialId, digest,
    // Thai keyboards write Thai digits; a password that came by message is often copied with blanks.
    ...(row.pin !== 'no' && typed.pin ? { pin: toArabicDigits(typed.pin) } : {}),
    ...(row.otp !== 'no' && typed.otp ? { otp: toArabicDigits(typed.otp).replaceAll(/[\s-]/g, '') } : {}),
  });
}

/**
 * Takes the provider's answer: the consent goes to the job; what was wrong is counted and shown on the page. It is an
 * outcome and no failure, since the count and the line of the trail must stay.
 */
export async function takeCodesAnswer(tx: Tx, services: Services, id: number, answer: CodesAnswer): Promise<Result<AuditEntry>> {
  const row = await findRemote(tx, id, true);
  if (row?.state !== 'asked') return gone;
  if ('sad' in answer) return ok(await takeConsent(tx, services, row, { kind: 'sad', value: answer.sad }));
  await noteFault(tx, id, answer.fault);
  return ok({ action: 'signatures.remote-codes-refused', subject: { type: 'signatures.request', id: row.requestId }, detail: { part: row.partId, certificate: row.certificateId, fault: answer.fault } });
}
