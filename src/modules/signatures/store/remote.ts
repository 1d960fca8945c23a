// Ways to a provider of remote signatures and back, and the certificates whose keys are there.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { CodesAnswer, RemoteCodes } from '../../../platform/http/outside.ts';

/** What was wrong of what was typed. */
export type CodesFault = Extract<CodesAnswer, { fault: unknown }>['fault'];

export const remoteProblems = ['refused', 'consent-over', 'provider-refused', 'wrong-answer', 'unsupported', 'unreachable', 'wrong-key', 'changed', 'ended', 'not-yours', 'certificate', 'left'] as const;
export type RemoteProblem = (typeof remoteProblems)[number];

export interface RemoteSigningRow {
  readonly id: number;
  readonly requestId: number;
  readonly partId: number;
  readonly personId: number;
  readonly personName: string;
  readonly certificateId: number;
  readonly credentialId: string;
  readonly fileN: number;
  readonly preparedHash: string;
  readonly state: 'asked' | 'answered' | 'done' | 'ended';
  readonly sealed: string | null;
  readonly sealedKind: 'code' | 'sad' | null;
  readonly problem: RemoteProblem | null;
  /** What the signer types here; null where the provider has a page of consent. */
  readonly pin: RemoteCodes['pin'] | null;
  readonly otp: RemoteCodes['otp'] | null;
  /** How often a one-time password was sent, and when the last time. */
  readonly otpSent: number;
  readonly otpSentAt: Date | null;
  readonly wrong: number;
  readonly fault: CodesFault | null;
}

const columns = sql`id, request_id as "requestId", part_id as "partId", person_id as "personId", person_name as "personName", certificate_id as "certificateId", credential_id as "credentialId",
  file_n as "fileN", prepared_hash as "preparedHash", state, sealed, sealed_kind as "sealedKind", problem, pin, otp, otp_sent as "otpSent", otp_sent_at as "otpSentAt", wrong, fault`;

/** The actor's own way, or any for the system. `lock`: until the end of the transaction. */
export async function findRemote(tx: ReadTx, id: number, lock = false): Promise<RemoteSigningRow | undefined> {
  const own = tx.actor.kind === 'system' ? sql`true` : sql`person_id = ${tx.actor.id}::int`;
  const { rows } = await sql<RemoteSigningRow>`select ${columns} from signatures.remote_signing where id = ${id}::bigint and ${own} ${lock ? sql`for update` : sql``}`.execute(tx.db);
  return rows[0];
}

/** The actor's way that is under way for a part. */
export async function remoteUnderWay(tx: ReadTx, partId: number): Promise<RemoteSigningRow | undefined> {
  const { rows } = await sql<RemoteSigningRow>`select ${columns} from signatures.remote_signing where part_id = ${partId}::bigint and person_id = ${tx.actor.id}::int and state in ('asked', 'answered')`.execute(tx.db);
  return rows[0];
}

export async function addRemote(tx: Tx, one: Pick<RemoteSigningRow, 'requestId' | 'partId' | 'certificateId' | 'credentialId' | 'fileN' | 'preparedHash' | 'pin' | 'otp'>, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into signatures.remote_signing (request_id, part_id, person_id, person_name, certificate_id, credential_id, file_n, prepared_hash, pin, otp, asked_at)
    values (${one.requestId}::bigint, ${one.partId}::bigint, ${tx.actor.id}::int, ${tx.actor.name}, ${one.certificateId}::bigint, ${one.credentialId}, ${one.fileN}::int, ${one.preparedHash}, ${one.pin}, ${one.otp}, ${at}::timestamptz)
    returning id`.execute(tx.db);
  return rows[0]!.id;
}

/** What the provider gave, sealed: first a code, then what it was exchanged for. */
export async function keepSealed(tx: Tx, id: number, kind: 'code' | 'sad', sealed: string, at: Date): Promise<void> {
  await sql`update signatures.remote_signing set state = 'answered', sealed = ${sealed}, sealed_kind = ${kind}, answered_at = coalesce(answered_at, ${at}::timestamptz) where id = ${id}::bigint`.execute(tx.db);
}

/** Ends a way: with the signature, or with the reason why there is none. */
export async function endRemote(tx: Tx, id: number, problem: RemoteProblem | null, at: Date): Promise<void> {
  await sql`update signatures.remote_signing set state = ${problem === null ? 'done' : 'ended'}, problem = ${problem}, sealed = null, sealed_kind = null, ended_at = ${at}::timestamptz
    where id = ${id}::bigint and state in ('asked', 'answered')`.execute(tx.db);
}

/** The provider was asked to send a one-time password. */
export async function noteOtpSent(tx: Tx, id: number, at: Date): Promise<void> {
  await sql`update signatures.remote_signing set otp_sent = otp_sent + 1, otp_sent_at = ${at}::timestamptz, fault = null where id = ${id}::bigint and state = 'asked'`.execute(tx.db);
}

/** What was typed did not serve; counted where the provider said that it was wrong. */
export async function noteFault(tx: Tx, id: number, fault: CodesFault): Promise<void> {
  await sql`update signatures.remote_signing set fault = ${fault}, wrong = wrong + ${fault === 'unreachable' ? 0 : 1}::int where id = ${id}::bigint and state = 'asked'`.execute(tx.db);
}

/** How often the actor typed something wrong since a moment, on all ways. */
export async function wrongSince(tx: ReadTx, since: Date): Promise<number> {
  const { rows } = await sql<{ n: number }>`select coalesce(sum(wrong), 0)::int as n from signatures.remote_signing where person_id = ${tx.actor.id}::int and wrong > 0 and asked_at > ${since}::timestamptz`.execute(tx.db);
  return rows[0]?.n ?? 0;
}

export interface KeptRemoteCertificate {
  readonly credentialId: string;
  /** What its holder types here; null where the provider has a page of consent. */
  readonly pin: RemoteCodes['pin'] | null;
  readonly otp: RemoteCodes['otp'] | null;
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
}

/** A person's remote certificate that is in use; undefined where there is none of that id. */
export async function remoteCertificate(tx: ReadTx, id: number, personId: number): Promise<KeptRemoteCertificate | undefined> {
  const { rows } = await sql<KeptRemoteCertificate>`select credential_id as "credentialId", remote_pin as pin, remote_otp as otp, certificate, chain from signatures.certificate
    where id = ${id}::bigint and person_id = ${personId}::int and kind = 'remote' and state = 'active' and credential_id is not null and certificate is not null`.execute(tx.db);
  return rows[0];
}

/** Whether the actor has this certificate in the list, of whatever kind. */
export async function knowsCertificate(tx: ReadTx, fingerprint: string): Promise<boolean> {
  const { rows } = await sql`select from signatures.certificate where person_id = ${tx.actor.id}::int and fingerprint = ${fingerprint} and state in ('requested', 'sent', 'received', 'active')`.execute(tx.db);
  return rows.length > 0;
}

export interface NewRemoteCertificate extends KeptRemoteCertificate {
  readonly subject: string;
  readonly subjectPost: string;
  readonly issuer: string;
  readonly serial: string;
  readonly fingerprint: string;
  readonly key: 'rsa' | 'ec';
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly warnings: readonly string[];
  /** How it was made sure whose it is. */
  readonly identityCheck: string;
}

/** Adds a certificate of the actor whose key a provider keeps, in use at once. */
export async function addRemoteCertificate(tx: Tx, one: NewRemoteCertificate, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into signatures.certificate (person_id, kind, credential_id, remote_pin, remote_otp, state, requested_name, requested_by, requested_by_name, requested_at, certificate, chain,
      subject, subject_post, issuer, serial, fingerprint, key_kind, valid_from, valid_to, warnings, handed_by, handed_by_name, handed_at, identity_check)
    values (${tx.actor.id}::int, 'remote', ${one.credentialId}, ${one.pin}, ${one.otp}, 'active', ${tx.actor.name}, ${tx.actor.id}::int, ${tx.actor.name}, ${at}::timestamptz, ${one.certificate}::bytea, ${[...one.chain]}::bytea[],
      ${one.subject}, ${one.subjectPost}, ${one.issuer}, ${one.serial}, ${one.fingerprint}, ${one.key}, ${one.validFrom}::timestamptz, ${one.validTo}::timestamptz, ${[...one.warnings]}::text[],
      ${tx.actor.id}::int, ${tx.actor.name}, ${at}::timestamptz, ${one.identityCheck}) returning id`.execute(tx.db);
  await sql`insert into signatures.certificate_event (certificate_id, at, by_id, by_name, act) values (${rows[0]!.id}::bigint, ${at}::timestamptz, ${tx.actor.id}::int, ${tx.actor.name}, 'taken-in')`.execute(tx.db);
  return rows[0]!.id;
}
