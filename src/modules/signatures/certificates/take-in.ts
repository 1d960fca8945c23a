/** A certificate that comes in: whose key it is, whether it is in force, whom it names; the line it belongs to is locked. */
import { createPrivateKey } from 'node:crypto';
import { certificateFacts, certificatesFrom, isOfKey, protectKey, publicKeyOf, readPkcs12 } from '../../../paper/index.ts';
import type { CertificateFacts } from '../../../paper/index.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { ok } from '../../../platform/result.ts';
import type { Result } from '../../../platform/result.ts';
import type { Services } from '../../../platform/services.ts';
import { compareNames } from '../../../thai/index.ts';
import { personById, personLabel } from '../../organisation/index.ts';
import { certificateFailure } from './failures.ts';
import { certificateTime, judgeCertificate } from './keys.ts';
import { addEvent } from '../store/certificates.ts';
import type { CertificateRow } from '../store/certificates.ts';
import { hasCertificate, keepKey, setCertificate } from '../store/certificate-steps.ts';

export const warningKinds = ['name-differs', 'issuer-not-trusted'] as const;
export type WarningKind = (typeof warningKinds)[number];

/**
 * Takes a certificate of an authority (PEM with or without those above it, or DER) into a line: state `received`.
 * Failures: CERTIFICATE_BROKEN, CERTIFICATE_OF_ANOTHER_KEY, CERTIFICATE_EXPIRED, CERTIFICATE_REVOKED, CERTIFICATE_KNOWN.
 */
export async function takeInCertificate(tx: Tx, services: Services, row: CertificateRow, file: Uint8Array): Promise<Result<readonly WarningKind[]>> {
  let all: Buffer[];
  try {
    all = certificatesFrom(file);
  } catch {
    return certificateFailure('CERTIFICATE_BROKEN');
  }
  // The holder's own stands first by custom; where a key is waiting, it is the one of that key.
  const own = row.publicKey ? all.find((one) => isOfKey(one, row.publicKey!)) : all[0];
  if (!own) return certificateFailure('CERTIFICATE_OF_ANOTHER_KEY');
  return keepCertificate(tx, services, row, own, all.filter((one) => one !== own));
}

/**
 * Takes a key with its certificate (.p12, .pfx) of the actor's own into a line: the key is protected anew, so that a
 * weakly protected file is kept well; the file itself is kept nowhere.
 * Failures: P12_BROKEN, P12_PASSPHRASE, P12_UNSUPPORTED, P12_INCOMPLETE and those of a certificate.
 */
export async function takeInPkcs12(tx: Tx, services: Services, row: CertificateRow, file: Uint8Array, passphrase: string): Promise<Result<readonly WarningKind[]>> {
  const read = await readPkcs12(file, passphrase);
  if (!read.ok) return read;
  const [own, ...chain] = read.value.signer.chain;
  const key = createPrivateKey({ key: read.value.privateKey, format: 'der', type: 'pkcs8' });
  if (row.publicKey && !isOfKey(own!, row.publicKey)) return certificateFailure('CERTIFICATE_OF_ANOTHER_KEY');
  const kept = row.fingerprint === null ? await keepCertificate(tx, services, row, own!, chain) : ok(row.warnings as readonly WarningKind[]);
  if (!kept.ok) return kept;
  await keepKey(tx, row.id, row.personId, await protectKey(key, passphrase), services.clock.now());
  return kept;
}

async function keepCertificate(tx: Tx, services: Services, row: CertificateRow, own: Uint8Array, chain: readonly Uint8Array[]): Promise<Result<readonly WarningKind[]>> {
  let facts: CertificateFacts;
  try {
    facts = certificateFacts(own);
  } catch {
    return certificateFailure('CERTIFICATE_BROKEN');
  }
  const now = certificateTime(services);
  // One that begins later is taken in and waits: it is offered for signing from its first day on.
  const judged = await judgeCertificate(services, own, chain, now < facts.validFrom ? facts.validFrom : now);
  if (!judged.ok) return judged;
  if (await hasCertificate(tx, row.personId, facts.fingerprint, row.id)) return certificateFailure('CERTIFICATE_KNOWN');
  const person = await personById(tx, row.personId);
  const names = person ? [personLabel(person), `${person.givenEn} ${person.familyEn}`.trim()] : [];
  const warnings: WarningKind[] = [];
  if (!names.some((name) => name !== '' && compareNames(name.toLowerCase(), facts.commonName.toLowerCase()) === 'same')) warnings.push('name-differs');
  if (!judged.value.trusted) warnings.push('issuer-not-trusted');
  await setCertificate(tx, row.id, { certificate: own, chain, facts, publicKey: publicKeyOf(own), warnings });
  await addEvent(tx, row.id, 'received', `${facts.issuer} · ${facts.serial}`, services.clock.now());
  return ok(warnings);
}
