// The steps of a certificate as statements. Each is taken after `lockCertificate` has shown that its state allows it.
import type { CertificateFacts } from '../../../paper/index.ts';
import { sql, type ReadTx, type Tx } from '../../../platform/db/database.ts';
import type { DoneBy } from './certificates.ts';

/** The request and its public key, in the place of an earlier one. */
export async function setRequest(tx: Tx, id: number, pem: string, publicKey: Buffer): Promise<void> {
  await sql`update signatures.certificate set request = ${pem}, public_key = ${publicKey} where id = ${id}`.execute(tx.db);
}

/** The protected key of a certificate of the actor (or of an invented person, by the system), in the place of an earlier one. */
export async function keepKey(tx: Tx, id: number, personId: number, guarded: Buffer, at: Date): Promise<void> {
  const changed = await sql`update signatures.certificate_key set protected = ${guarded}, kept_at = ${at} where certificate_id = ${id}`.execute(tx.db);
  if (Number(changed.numAffectedRows ?? 0) > 0) return;
  await sql`insert into signatures.certificate_key (certificate_id, person_id, protected, kept_at) values (${id}, ${personId}, ${guarded}, ${at})`.execute(tx.db);
}

/** The actor's protected key; undefined where none is kept or it is another person's. */
export async function keptKey(tx: ReadTx, id: number): Promise<Buffer | undefined> {
  return (await sql<{ protected: Buffer }>`select protected from signatures.certificate_key where certificate_id = ${id}`.execute(tx.db)).rows[0]?.protected;
}

/** Which of the actor's certificates have their key here. */
export async function certificatesWithKey(tx: ReadTx): Promise<ReadonlySet<number>> {
  return new Set((await sql<{ id: number }>`select certificate_id as id from signatures.certificate_key`.execute(tx.db)).rows.map(({ id }) => id));
}

export async function dropKey(tx: Tx, id: number): Promise<void> {
  await sql`delete from signatures.certificate_key where certificate_id = ${id}`.execute(tx.db);
}

export async function markSent(tx: Tx, id: number, letter: { readonly authority: string; readonly reference: string; readonly date: string }): Promise<void> {
  await sql`update signatures.certificate set state = 'sent', authority = ${letter.authority}, letter_reference = ${letter.reference}, letter_date = ${letter.date} where id = ${id}`.execute(tx.db);
}

export interface TakenIn {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly facts: CertificateFacts;
  readonly publicKey: Buffer;
  readonly warnings: readonly string[];
}

/** The certificate with what is read out of it. */
export async function setCertificate(tx: Tx, id: number, { certificate, chain, facts, publicKey, warnings }: TakenIn): Promise<void> {
  await sql`update signatures.certificate set state = 'received', certificate = ${Buffer.from(certificate)}, chain = ${chain.map((one) => Buffer.from(one))}::bytea[], public_key = ${publicKey},
    subject = ${facts.commonName}, subject_post = ${facts.position ?? ''}, issuer = ${facts.issuer}, serial = ${facts.serial}, fingerprint = ${facts.fingerprint}, key_kind = ${facts.key},
    valid_from = ${facts.validFrom}, valid_to = ${facts.validTo}, warnings = ${[...warnings]}::text[] where id = ${id}`.execute(tx.db);
}

/** Whether the person has this certificate in hand already, in another line. */
export async function hasCertificate(tx: ReadTx, personId: number, fingerprint: string, exceptId: number): Promise<boolean> {
  return (await sql`select from signatures.certificate where person_id = ${personId} and fingerprint = ${fingerprint} and ended_on is null and id <> ${exceptId}`.execute(tx.db)).rows.length > 0;
}

export async function handOver(tx: Tx, id: number, identityCheck: string, at: Date, by: DoneBy = tx.actor): Promise<void> {
  await sql`update signatures.certificate set state = 'active', handed_by = ${by.id}, handed_by_name = ${by.name}, handed_at = ${at}, identity_check = ${identityCheck} where id = ${id}`.execute(tx.db);
}

export async function endCertificate(tx: Tx, id: number, end: { readonly state: 'refused' | 'revoked' | 'replaced' | 'removed'; readonly day: string; readonly reason: string; readonly replacedBy?: number }): Promise<void> {
  await sql`update signatures.certificate set state = ${end.state}, ended_on = ${end.day}, ended_reason = ${end.reason}, replaced_by = ${end.replacedBy ?? null} where id = ${id}`.execute(tx.db);
}

export interface Ending {
  readonly id: number;
  readonly personId: number;
  readonly subject: string;
  readonly validTo: Date;
  readonly warnedDays: number | null;
}

/** Certificates in use whose end comes within so many days. */
export async function endingWithin(tx: ReadTx, now: Date, days: number): Promise<Ending[]> {
  return (await sql<Ending>`select id, person_id as "personId", subject, valid_to as "validTo", warned_days as "warnedDays" from signatures.certificate
    where state = 'active' and valid_to >= ${now} and valid_to <= ${new Date(now.getTime() + (days + 1) * 86_400_000)} order by id`.execute(tx.db)).rows;
}

export async function markWarned(tx: Tx, id: number, days: number): Promise<void> {
  await sql`update signatures.certificate set warned_days = ${days} where id = ${id}`.execute(tx.db);
}

/** The certificate itself (DER), for checking a passphrase against it. */
export async function certificateBytes(tx: ReadTx, id: number): Promise<Buffer | undefined> {
  return (await sql<{ certificate: Buffer | null }>`select certificate from signatures.certificate where id = ${id}`.execute(tx.db)).rows[0]?.certificate ?? undefined;
}
