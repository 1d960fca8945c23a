/** Who signed a PDF, when, whether it is whole, and whether the certificate can be believed. */
import { createHash } from 'node:crypto';
import * as pkijs from 'pkijs';
import { ok } from '../../platform/result.ts';
import type { Failure, Result } from '../../platform/result.ts';
import { exactBuffer, hashOids, oids } from './asn.ts';
import { certificateFacts, derOf } from './certificate.ts';
import type { CertificateFacts } from './certificate.ts';
import { checkChain } from './check-chain.ts';
import type { ChainState, TrustOptions } from './check-chain.ts';
import { checkTimestamp } from './check-timestamp.ts';
import type { TimestampReport } from './check-timestamp.ts';
import { signingFailure } from './failures.ts';
import { looksWhole } from './open-pdf.ts';
import { findSignatures } from './find-signatures.ts';
import type { FoundSignature } from './find-signatures.ts';
import { laterChanges } from './later-changes.ts';
import type { LaterChanges } from './later-changes.ts';
import type { ReasonCode } from './reasons.ts';

export interface SignatureReport {
  readonly signerName: string;
  readonly position?: string;
  /** The stamped time where that is trusted, else what the signer's program wrote. */
  readonly signedAt?: Date;
  readonly reason?: string;
  readonly timestamp?: TimestampReport;
  /** The signed bytes are unchanged and nothing but further signatures was added. */
  readonly whole: boolean;
  readonly altered: boolean;
  readonly laterChanges: LaterChanges;
  readonly chain: ChainState;
  /** Whole, trusted and with its certificate named in the signed part. */
  readonly good: boolean;
  readonly reasons: readonly ReasonCode[];
  readonly technical: {
    readonly subFilter: string;
    readonly range: readonly number[];
    readonly digest: string;
    readonly certificate?: CertificateFacts;
    readonly path: readonly CertificateFacts[];
  };
}

export interface PdfReport {
  readonly sha256: string;
  readonly size: number;
  readonly signatures: readonly SignatureReport[];
  /** Every signature is good. */
  readonly good: boolean;
}

export type VerifyFailureCode = 'PDF_BROKEN' | 'PDF_ENCRYPTED' | 'PDF_NOT_SIGNED';

export interface VerifyOptions extends TrustOptions {
  readonly now: Date;
}

/** Failures: PDF_BROKEN (also a program named .pdf), PDF_ENCRYPTED, PDF_NOT_SIGNED. A bad signature is no failure but a report. */
export async function verifyPdf(pdf: Uint8Array, options: VerifyOptions): Promise<Result<PdfReport, VerifyFailureCode>> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  if (!looksWhole(pdf)) return signingFailure('PDF_BROKEN') as Failure<'PDF_BROKEN'>;
  const found = findSignatures(pdf);
  if (found.length === 0) {
    if (/\/Encrypt\s+\d+\s+\d+\s+R/.test(text)) return signingFailure('PDF_ENCRYPTED') as Failure<'PDF_ENCRYPTED'>;
    return signingFailure('PDF_NOT_SIGNED') as Failure<'PDF_NOT_SIGNED'>;
  }
  const signatures: SignatureReport[] = [];
  for (const one of found) signatures.push(await report(pdf, one, options));
  return ok({
    sha256: createHash('sha256').update(pdf).digest('hex'), size: pdf.byteLength, signatures,
    good: signatures.every((signature) => signature.good),
  });
}

interface ReadCms { signed: pkijs.SignedData; signer: pkijs.SignerInfo; certificate: pkijs.Certificate; others: Buffer[] }

function readCms(bytes: Uint8Array): ReadCms | undefined {
  try {
    const signed = new pkijs.SignedData({ schema: pkijs.ContentInfo.fromBER(exactBuffer(bytes)).content });
    const [signer] = signed.signerInfos;
    const certificates = (signed.certificates ?? []).filter((one): one is pkijs.Certificate => one instanceof pkijs.Certificate);
    const id = signer?.sid as pkijs.IssuerAndSerialNumber | undefined;
    const certificate = certificates.find((one) => id?.serialNumber?.isEqual(one.serialNumber) && id.issuer.isEqual(one.issuer));
    return signer && certificate ? { signed, signer, certificate, others: certificates.map(derOf) } : undefined;
  } catch {
    return undefined;
  }
}

async function report(pdf: Uint8Array, found: FoundSignature, options: VerifyOptions): Promise<SignatureReport> {
  const base = { reason: found.reason, laterChanges: laterChanges(pdf, found.range[2] + found.range[3]) };
  const technical = { subFilter: found.subFilter, range: found.range, digest: '', path: [] };
  if (found.subFilter === 'ETSI.RFC3161') return documentTimestamp(found, options, base.laterChanges, technical);
  const cms = readCms(found.cms);
  if (!cms) {
    return { ...base, signerName: '', whole: false, altered: false, chain: 'unknown', good: false, reasons: ['UNREADABLE'], technical };
  }
  const certificate = certificateFacts(derOf(cms.certificate));
  const intact = found.sound && await isIntact(cms, found.content);
  const bound = namesCertificate(cms);
  const token = unsignedAttribute(cms.signer, oids.timeStampToken);
  const stamped = token && await checkTimestamp(token, cms.signer.signature.valueBlock.valueHexView, options);
  const stampedAt = stamped?.valid && stamped.trusted ? stamped.at : undefined;
  const chain = await checkChain(derOf(cms.certificate), cms.others, stampedAt ?? options.now, options);
  const signedAt = stampedAt ?? found.claimedAt;
  const whole = intact && base.laterChanges !== 'other';
  return {
    ...base,
    signerName: certificate.commonName,
    ...(certificate.position === undefined ? {} : { position: certificate.position }),
    ...(signedAt ? { signedAt } : {}),
    ...(stamped ? { timestamp: stamped } : {}),
    whole,
    altered: !intact,
    chain: chain.state,
    good: whole && bound && chain.state === 'trusted' && (stamped === undefined || stamped.valid),
    reasons: [
      intact ? 'WHOLE' : found.sound ? 'ALTERED' : 'UNSOUND',
      ...(base.laterChanges === 'signatures' ? ['MORE_SIGNATURES'] as const : base.laterChanges === 'other' ? ['CHANGED_LATER'] as const : []),
      ...(bound ? [] : ['CERTIFICATE_BINDING'] as const),
      ({ trusted: 'TRUSTED', unknown: 'UNKNOWN_AUTHORITY', expired: 'EXPIRED', revoked: 'REVOKED' } as const)[chain.state],
      ...revocationReasons(chain),
      token ? (!stamped?.valid ? 'TIME_BROKEN' : stamped.trusted ? 'TIME_STAMPED' : 'TIME_UNTRUSTED') : 'TIME_CLAIMED',
    ],
    technical: { ...technical, digest: digestName(cms), certificate, path: chain.path.map(certificateFacts) },
  };
}

function revocationReasons(chain: Awaited<ReturnType<typeof checkChain>>): ReasonCode[] {
  if (chain.state !== 'trusted') return [];
  if (chain.revokedAt) return ['REVOKED_LATER'];
  return [({ answered: 'NOT_REVOKED_ANSWERED', listed: 'NOT_REVOKED', unanswered: 'REVOCATION_UNANSWERED', unknown: 'REVOCATION_UNKNOWN' } as const)[chain.revocation]];
}

/** The digest in the signed attributes is that of the bytes, and the key of the certificate signed these attributes. */
async function isIntact({ signed }: ReadCms, content: Buffer): Promise<boolean> {
  try {
    const { signatureVerified } = await signed.verify({ signer: 0, data: exactBuffer(content), checkChain: false, extendedMode: true });
    return signatureVerified === true;
  } catch {
    return false;
  }
}

const digestName = ({ signer }: ReadCms): string =>
  Object.entries(hashOids).find(([, value]) => value === signer.digestAlgorithm.algorithmId)?.[0] ?? signer.digestAlgorithm.algorithmId;

/** signing-certificate-v2 holds the hash of the certificate: nobody can put another one beside the signature. */
function namesCertificate({ signer, certificate }: ReadCms): boolean {
  const value = signer.signedAttrs?.attributes.find((one) => one.type === oids.signingCertificateV2)?.values[0];
  if (!value) return false;
  const bytes = Buffer.from(value.toBER(false));
  return Object.keys(hashOids).some((hash) => bytes.includes(createHash(hash).update(derOf(certificate)).digest()));
}

function unsignedAttribute(signer: pkijs.SignerInfo, type: string): Buffer | undefined {
  const value = signer.unsignedAttrs?.attributes.find((one) => one.type === type)?.values[0];
  return value && Buffer.from(value.toBER(false));
}

/** A time stamp over the whole document instead of a person's signature. */
async function documentTimestamp(
  found: FoundSignature, options: VerifyOptions, changes: LaterChanges, technical: SignatureReport['technical'],
): Promise<SignatureReport> {
  const stamped = found.sound ? await checkTimestamp(found.cms, found.content, options) : undefined;
  const whole = stamped?.valid === true && changes !== 'other';
  return {
    signerName: stamped?.authority ?? '',
    ...(stamped ? { signedAt: stamped.at, timestamp: stamped } : {}),
    whole, altered: stamped?.valid !== true, laterChanges: changes,
    chain: stamped?.trusted ? 'trusted' : 'unknown',
    good: whole && stamped.trusted,
    reasons: [stamped?.valid ? 'WHOLE' : 'ALTERED', stamped?.trusted ? 'TIME_STAMPED' : 'TIME_UNTRUSTED'],
    technical,
  };
}
