/** The certificates with which a person can sign, and the signer that one of them gives with its passphrase. */
import { belongsTo, certificateFacts, checkChain, keySigner, openProtectedKey, signingFailure } from '../../../paper/index.ts';
import type { Signer } from '../../../paper/index.ts';
import { sql, type ReadTx } from '../../../platform/db/database.ts';
import { ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { certificateFailure } from './failures.ts';
import type { CertificateFailureCode } from './failures.ts';
import { houseTrust } from '../trust.ts';

export interface UsableCertificate {
  readonly id: number;
  /** `file`: its key is kept in the house, under the holder's passphrase. `remote`: a signing service keeps it. */
  readonly kind: 'file' | 'remote';
  /** Names as the certificate writes them. */
  readonly subject: string;
  readonly issuer: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** The post in whose name it was issued; null where it is the person's alone. */
  readonly positionId: number | null;
  readonly personId: number;
  /** Of the remote key at its service. */
  readonly credentialId?: string;
  /** Of a remote key: its holder types PIN or one-time password here, as the provider has no page of consent. */
  readonly typesCodes?: boolean;
}

/**
 * The moment by which certificates are judged: real time, also in a demo whose legal clock stands elsewhere. They are
 * made and end in the world outside, and `/verify-pdf` judges by the same. Hand it in as `now` below.
 */
export function certificateTime({ clock }: Pick<Services, 'clock'>): Date {
  return new Date(clock.now().getTime() - clock.offset);
}

/**
 * Certificates of a person that can sign at `now`, the best first: nothing doubtful about it, then the longest to go.
 * Readable by the person, by keepers of certificates, and by the system.
 */
export async function certificatesOf(tx: ReadTx, personId: number, now: Date): Promise<UsableCertificate[]> {
  const { rows } = await sql<Omit<UsableCertificate, 'credentialId' | 'typesCodes'> & { credentialId: string | null; typesCodes: boolean }>`
    select c.id, c.kind, c.subject, c.issuer, c.valid_from as "validFrom", c.valid_to as "validTo", c.position_id as "positionId", c.person_id as "personId", c.credential_id as "credentialId", c.remote_pin is not null as "typesCodes"
    from signatures.certificate c where c.person_id = ${personId} and c.state = 'active' and c.valid_from <= ${now} and c.valid_to >= ${now}
    order by cardinality(c.warnings), c.valid_to desc, c.id desc`.execute(tx.db);
  return rows.map(({ credentialId, typesCodes, ...row }) => ({ ...row, ...(credentialId === null ? {} : { credentialId, typesCodes }) }));
}

/** Why a signer cannot be had. P12_PASSPHRASE: the passphrase is wrong. NOT_FOUND: not the actor's. */
export type SignerFailureCode = 'P12_PASSPHRASE' | CertificateFailureCode;

interface KeptRow {
  readonly state: string;
  readonly kind: string;
  readonly certificate: Buffer | null;
  readonly chain: readonly Buffer[];
  readonly protected: Buffer | null;
}

/**
 * A signer of the actor's own certificate whose key is kept in the house. Everything is judged at `now`, the moment of
 * signing, not when the page was opened. The passphrase is used here and kept nowhere.
 * Failures: P12_PASSPHRASE, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_REVOKED (by the record or by a
 * list in `trust/`), CERTIFICATE_NOT_USABLE, CERTIFICATE_WITHOUT_KEY (a remote one, or another person's).
 */
export async function fileSigner(tx: ReadTx, services: Pick<Services, 'config' | 'log'>, certificateId: number, passphrase: string, now: Date): Promise<Result<Signer, SignerFailureCode>> {
  const { rows } = await sql<KeptRow>`
    select c.state, c.kind, c.certificate, c.chain, k.protected
    from signatures.certificate c left join signatures.certificate_key k on k.certificate_id = c.id
    where c.id = ${certificateId} and c.person_id = ${tx.actor.id}`.execute(tx.db);
  const kept = rows[0];
  if (!kept) return certificateFailure('CERTIFICATE_NOT_USABLE');
  if (kept.state === 'revoked') return certificateFailure('CERTIFICATE_REVOKED');
  if (kept.state !== 'active' || kept.certificate === null) return certificateFailure('CERTIFICATE_NOT_USABLE');
  if (kept.protected === null) return certificateFailure('CERTIFICATE_WITHOUT_KEY');
  const usable = await judgeCertificate(services, kept.certificate, kept.chain, now);
  if (!usable.ok) return usable;
  const key = await openProtectedKey(kept.protected, passphrase);
  if (!key || !belongsTo(key, kept.certificate)) return signingFailure('P12_PASSPHRASE') as Result<never, 'P12_PASSPHRASE'>;
  return ok(keySigner(key, [kept.certificate, ...kept.chain]));
}

/**
 * Whether a certificate can sign at a moment. `trusted` is false where no chain leads to a root in `trust/`: told, not
 * refused, since a house may not have laid its roots down yet.
 * Failures: CERTIFICATE_EXPIRED, CERTIFICATE_NOT_YET_VALID, CERTIFICATE_REVOKED.
 */
export async function judgeCertificate(services: Pick<Services, 'config' | 'log'>, certificate: Uint8Array, chain: readonly Uint8Array[], now: Date): Promise<Result<{ trusted: boolean }, CertificateFailureCode>> {
  const { validFrom, validTo } = certificateFacts(certificate);
  if (now > validTo) return certificateFailure('CERTIFICATE_EXPIRED');
  if (now < validFrom) return certificateFailure('CERTIFICATE_NOT_YET_VALID');
  const { state } = await checkChain(certificate, chain, now, houseTrust(services));
  return state === 'revoked' ? certificateFailure('CERTIFICATE_REVOKED') : ok({ trusted: state === 'trusted' });
}
