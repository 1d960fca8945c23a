/** Certificates as people and checks need them: names, days, keys, serial numbers. */
import { createHash, X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { exactBuffer } from './asn.ts';
import type { HashName } from './asn.ts';

export interface CertificateFacts {
  /** Common name of the holder, as written in the certificate. */
  readonly commonName: string;
  /** Title in the certificate, where the authority writes one. */
  readonly position?: string;
  readonly organisation?: string;
  readonly issuer: string;
  /** Hexadecimal, lower case. */
  readonly serial: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** SHA-256 of the whole certificate, hexadecimal. */
  readonly fingerprint: string;
  readonly key: 'rsa' | 'ec';
}

const NAMES = { commonName: '2.5.4.3', organisation: '2.5.4.10', title: '2.5.4.12' } as const;

const part = (name: pkijs.RelativeDistinguishedNames, type: string): string | undefined =>
  name.typesAndValues.find((one) => one.type === type)?.value.valueBlock.value as string | undefined;

export function nameOf(name: pkijs.RelativeDistinguishedNames): string {
  return part(name, NAMES.commonName) ?? part(name, NAMES.organisation) ?? '';
}

/** @throws when the bytes are not a certificate. */
export function parseCertificate(der: Uint8Array): pkijs.Certificate {
  return pkijs.Certificate.fromBER(exactBuffer(der));
}

export function derOf(certificate: pkijs.Certificate): Buffer {
  return Buffer.from(certificate.toSchema().toBER(false));
}

/** @throws when the bytes are not a certificate, or its key is neither RSA nor on an elliptic curve. */
export function certificateFacts(der: Uint8Array): CertificateFacts {
  const certificate = parseCertificate(der);
  const position = part(certificate.subject, NAMES.title);
  const organisation = part(certificate.subject, NAMES.organisation);
  return {
    commonName: nameOf(certificate.subject),
    ...(position === undefined ? {} : { position }),
    ...(organisation === undefined ? {} : { organisation }),
    issuer: nameOf(certificate.issuer),
    serial: Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex'),
    validFrom: certificate.notBefore.value,
    validTo: certificate.notAfter.value,
    fingerprint: createHash('sha256').update(der).digest('hex'),
    key: keyKind(der),
  };
}

export function keyKind(der: Uint8Array): 'rsa' | 'ec' {
  const kind = new X509Certificate(der).publicKey.asymmetricKeyType;
  if (kind !== 'rsa' && kind !== 'ec') throw new Error(`keys of kind ${kind} do not sign here`);
  return kind;
}

/** Certificates of a PEM text, or of one DER file, in their order. @throws when there is none. */
export function certificatesFrom(bytes: Uint8Array): Buffer[] {
  const text = Buffer.from(bytes).toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN CERTIFICATE-----([\s\S]+?)-----END CERTIFICATE-----/g)];
  const found = blocks.length > 0 ? blocks.map((block) => Buffer.from(block[1]!, 'base64')) : [Buffer.from(bytes)];
  for (const one of found) parseCertificate(one);
  return found;
}

/** The hash that goes with the strength of a certificate's key. */
export function usualHash(der: Uint8Array): HashName {
  const curve = new X509Certificate(der).publicKey.asymmetricKeyDetails?.namedCurve;
  return curve === 'secp384r1' ? 'sha384' : curve === 'secp521r1' ? 'sha512' : 'sha256';
}
