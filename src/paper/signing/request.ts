/** Requests for certificates (PKCS#10, RFC 2986): a new key, and what an authority needs to issue a certificate for it. */
import { createPublicKey, KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { der, exactBuffer, oid, sequence, setOf } from './asn.ts';
import { parseCertificate } from './certificate.ts';

/** Keys that the house makes: what the authorities of the national root take at least. */
export const newKeyKinds = ['rsa-3072', 'ec-p256'] as const;
export type NewKeyKind = (typeof newKeyKinds)[number];

export interface RequestedName {
  readonly name: string;
  /** Title, as on the post; empty for none. */
  readonly post: string;
  readonly organisation: string;
  /** Goes into the alternative name; empty for none. */
  readonly email: string;
}

export interface NewRequest {
  readonly privateKey: KeyObject;
  /** SPKI, DER. */
  readonly publicKey: Buffer;
  readonly pem: string;
}

const algorithms = {
  'rsa-3072': { name: 'RSASSA-PKCS1-v1_5', modulusLength: 3072, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  'ec-p256': { name: 'ECDSA', namedCurve: 'P-256' },
} as const;

const oids = { country: '2.5.4.6', organisation: '2.5.4.10', title: '2.5.4.12', commonName: '2.5.4.3', extensionRequest: '1.2.840.113549.1.9.14', alternativeName: '2.5.29.17' } as const;
const utf8 = (value: string) => new asn1js.Utf8String({ value });

/** Each part is a step of its own in the name, from the country down: as authorities read and copy it. */
function subjectOf(asked: RequestedName): pkijs.RelativeDistinguishedNames {
  const parts: [string, asn1js.BaseBlock][] = [
    [oids.country, new asn1js.PrintableString({ value: 'TH' })],
    ...(asked.organisation ? [[oids.organisation, utf8(asked.organisation)] as [string, asn1js.BaseBlock]] : []),
    ...(asked.post ? [[oids.title, utf8(asked.post)] as [string, asn1js.BaseBlock]] : []),
    [oids.commonName, utf8(asked.name)],
  ];
  return pkijs.RelativeDistinguishedNames.fromBER(exactBuffer(der(sequence(...parts.map(([type, value]) => setOf(sequence(oid(type), value)))))));
}

/** Makes a key and the request for it, signed with that key: that it is held is proved to the authority. */
export async function makeCertificateRequest(asked: RequestedName, kind: NewKeyKind): Promise<NewRequest> {
  const keys = (await crypto.subtle.generateKey(algorithms[kind], true, ['sign', 'verify'])) as CryptoKeyPair;
  const request = new pkijs.CertificationRequest({ version: 0 });
  request.subject = subjectOf(asked);
  if (asked.email) {
    const alternative = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 1, value: asked.email })] });
    const extension = new pkijs.Extension({ extnID: oids.alternativeName, critical: false, extnValue: alternative.toSchema().toBER(false) });
    request.attributes = [new pkijs.Attribute({ type: oids.extensionRequest, values: [new pkijs.Extensions({ extensions: [extension] }).toSchema()] })];
  }
  await request.subjectPublicKeyInfo.importKey(keys.publicKey);
  await request.sign(keys.privateKey, 'SHA-256');
  const base64 = Buffer.from(request.toSchema(true).toBER(false)).toString('base64').match(/.{1,64}/g)!.join('\n');
  return {
    privateKey: KeyObject.from(keys.privateKey),
    publicKey: Buffer.from(await crypto.subtle.exportKey('spki', keys.publicKey)),
    pem: `-----BEGIN CERTIFICATE REQUEST-----\n${base64}\n-----END CERTIFICATE REQUEST-----\n`,
  };
}

/** The public half (SPKI, DER) of a certificate's key. @throws when the bytes are not a certificate. */
export function publicKeyOf(certificate: Uint8Array): Buffer {
  return Buffer.from(parseCertificate(certificate).subjectPublicKeyInfo.toSchema().toBER(false));
}

/** Whether a certificate carries this key (SPKI, DER). */
export function isOfKey(certificate: Uint8Array, publicKey: Uint8Array): boolean {
  const key = (der: Uint8Array) => createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
  return key(publicKeyOf(certificate)).equals(key(publicKey));
}
