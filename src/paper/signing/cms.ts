/**
 * CAdES signatures over detached content (ETSI EN 319 122-1, profile for PDF in EN 319 142-1): content type, message
 * digest and signing-certificate-v2 are signed; a time stamp over the signature value (RFC 3161) stands unsigned.
 */
import { createHash } from 'node:crypto';
import { der, ecdsaOids, hashOids, integer, nothing, octets, oid, oids, raw, sequence, setOf, tagged } from './asn.ts';
import type { Asn, HashName } from './asn.ts';
import { keyKind, parseCertificate } from './certificate.ts';

/** A key that signs. Only `sign` touches the private key, which may be far away. */
export interface Signer {
  /** DER; the signer's own certificate first, then those that issued it, without the root where one likes. */
  readonly chain: readonly Uint8Array[];
  readonly algorithm: HashName;
  /** Signs these bytes (not their hash): RSA PKCS#1 v1.5, or ECDSA as DER. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

/** Asks a time-stamp authority: SHA-256 in, the token (a CMS) out. */
export interface TimeStamper {
  stamp(sha256: Uint8Array): Promise<Uint8Array>;
}

const attribute = (type: string, value: Asn): Asn => sequence(oid(type), setOf(value));
const algorithm = (name: HashName): Asn => sequence(oid(hashOids[name]));

function signingCertificate(certificate: Uint8Array, hash: HashName, issuer: Asn, serial: Asn): Asn {
  return sequence(sequence(sequence(
    ...(hash === 'sha256' ? [] : [algorithm(hash)]), // SHA-256 is the default and is left out in DER
    octets(createHash(hash).update(certificate).digest()),
    sequence(sequence(tagged(4, issuer)), serial),
  )));
}

/** The CMS for `content`, as DER. Failures of the signer and of the time stamper are theirs and pass through. */
export async function signCms(content: Uint8Array, signer: Signer, timestamp?: TimeStamper): Promise<Buffer> {
  const [own] = signer.chain;
  if (own === undefined) throw new Error('a signer without a certificate');
  const hash = signer.algorithm;
  const parsed = parseCertificate(own);
  const issuer = (): Asn => raw(Buffer.from(parsed.issuer.toSchema().toBER(false)));
  const serial = (): Asn => parsed.serialNumber;
  const attributes = setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(createHash(hash).update(content).digest())),
    attribute(oids.signingCertificateV2, signingCertificate(own, hash, issuer(), serial())),
  );
  const toSign = der(attributes);
  const signature = await signer.sign(toSign);
  // In the structure the same set stands under an implicit [0] instead of the tag of a set.
  const signedAttributes = Buffer.from(toSign);
  signedAttributes[0] = 0xa0;
  const signatureAlgorithm = keyKind(own) === 'rsa' ? sequence(oid(oids.rsa), nothing()) : sequence(oid(ecdsaOids[hash]));
  const token = await timestamp?.stamp(createHash('sha256').update(signature).digest());
  return der(sequence(oid(oids.signedData), tagged(0, sequence(
    integer(1),
    setOf(algorithm(hash)),
    sequence(oid(oids.data)),
    tagged(0, ...signer.chain.map(raw)),
    setOf(sequence(
      integer(1), sequence(issuer(), serial()), algorithm(hash), raw(signedAttributes), signatureAlgorithm, octets(signature),
      ...(token === undefined ? [] : [tagged(1, attribute(oids.timeStampToken, raw(token)))]),
    )),
  ))));
}
