/** From a certificate up to one that is trusted, on a day; and whether one of them was taken back. */
import { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { exactBuffer } from './asn.ts';
import { parseCertificate } from './certificate.ts';

export type ChainState = 'trusted' | 'unknown' | 'expired' | 'revoked';

export interface RevocationAnswer {
  readonly state: 'good' | 'revoked' | 'unknown';
  readonly revokedAt?: Date;
}

export interface TrustOptions {
  /** DER of the roots that are trusted. */
  readonly trust: readonly Uint8Array[];
  /** Further certificates of authorities that may lie between. */
  readonly intermediates?: readonly Uint8Array[];
  /** DER of lists of revoked certificates. */
  readonly crls?: readonly Uint8Array[];
  /** Asks the authority (OCSP); undefined where there is nobody to ask. Throws where it cannot be reached or believed. Asked of trusted chains alone. */
  readonly revocation?: (certificate: Uint8Array, issuer: Uint8Array) => Promise<RevocationAnswer | undefined>;
}

/** How it is known whether the leaf was revoked: the authority answered, a list says it, the authority did not answer, or nobody could be asked. */
export type RevocationSource = 'answered' | 'listed' | 'unanswered' | 'unknown';

export interface ChainReport {
  readonly state: ChainState;
  /** Leaf first. Ends with the root when that is trusted. */
  readonly path: readonly Uint8Array[];
  readonly revokedAt?: Date;
  readonly revocation: RevocationSource;
}

const LONGEST = 8;

/** DER of certificate upwards; `whole` when the last one is trusted. */
function pathOf(leaf: Uint8Array, between: readonly Uint8Array[], trust: readonly Uint8Array[]): { path: Uint8Array[]; whole: boolean } {
  const path = [leaf];
  const roots = trust.map((der) => new X509Certificate(der));
  const others = between.map((der) => new X509Certificate(der));
  for (let current = new X509Certificate(leaf); path.length <= LONGEST; ) {
    if (roots.some((root) => root.fingerprint256 === current.fingerprint256)) return { path, whole: true };
    const issued = (by: X509Certificate): boolean => by.ca && current.checkIssued(by) && current.verify(by.publicKey);
    const next = roots.find(issued) ?? others.find((one) => one.fingerprint256 !== current.fingerprint256 && issued(one));
    if (!next || path.some((der) => Buffer.compare(der, next.raw) === 0)) return { path, whole: false };
    path.push(next.raw);
    current = next;
  }
  return { path, whole: false };
}

/**
 * @param between certificates that came with the signature
 * @param at the moment that counts: the time stamp's, or now where there is none
 */
export async function checkChain(leaf: Uint8Array, between: readonly Uint8Array[], at: Date, options: TrustOptions): Promise<ChainReport> {
  const { path, whole } = pathOf(leaf, [...between, ...(options.intermediates ?? [])], options.trust);
  const late = path.some((der) => {
    const { validFromDate, validToDate } = new X509Certificate(der);
    return at < validFromDate || at > validToDate;
  });
  if (!whole) return { state: late ? 'expired' : 'unknown', path, revocation: 'unknown' };
  if (late) return { state: 'expired', path, revocation: 'unknown' };
  // The rules of RFC 5280 that reach over the whole path: lengths, name constraints, critical extensions.
  const engine = new pkijs.CertificateChainValidationEngine({
    trustedCerts: [parseCertificate(path.at(-1)!)], certs: path.slice(0, -1).reverse().map(parseCertificate), checkDate: at,
  });
  const rules = path.length === 1 ? { result: true } : await engine.verify();
  if (!rules.result) return { state: 'unknown', path, revocation: 'unknown' };
  const answers = await Promise.all(path.slice(0, -1).map((der, i) => revocationOf(der, path[i + 1]!, options)));
  const revoked = answers.find((answer) => answer.state === 'revoked' && (answer.revokedAt === undefined || answer.revokedAt <= at));
  const revokedLater = answers.find((answer) => answer.state === 'revoked');
  return {
    state: revoked ? 'revoked' : 'trusted',
    path,
    ...(revokedLater?.revokedAt ? { revokedAt: revokedLater.revokedAt } : {}),
    // A root that signs itself is taken back by nobody but the house.
    revocation: answers[0]?.source ?? 'listed',
  };
}

async function revocationOf(certificate: Uint8Array, issuer: Uint8Array, options: TrustOptions): Promise<RevocationAnswer & { readonly source: RevocationSource }> {
  const asked = await options.revocation?.(certificate, issuer).catch(() => 'silent' as const);
  if (asked !== undefined && asked !== 'silent' && asked.state !== 'unknown') return { ...asked, source: 'answered' };
  const subject = parseCertificate(certificate);
  const authority = parseCertificate(issuer);
  for (const bytes of options.crls ?? []) {
    const list = pkijs.CertificateRevocationList.fromBER(exactBuffer(bytes));
    if (!list.issuer.isEqual(authority.subject) || !(await list.verify({ issuerCertificate: authority }))) continue;
    const entry = list.revokedCertificates?.find((one) => one.userCertificate.isEqual(subject.serialNumber));
    return entry ? { state: 'revoked', revokedAt: entry.revocationDate.value, source: 'listed' } : { state: 'good', source: 'listed' };
  }
  return { state: 'unknown', source: asked === 'silent' ? 'unanswered' : 'unknown' };
}
