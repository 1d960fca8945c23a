/**
 * CAdES signatures over detached content (ETSI EN 319 122-1, profile for PDF in EN 319 142-1): content type, message
 * digest and signing-certificate-v2 are signed; a time stamp over the signature value (RFC 3161) stands unsigned.
 * Made in three steps, as the key and the time-stamp authority may be far away: attributes, signature, stamp.
 */
import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import { der, ecdsaOids, exactBuffer, hashOids, integer, nothing, octets, oid, oids, raw, sequence, setOf, tagged } from './asn.ts';
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

function identity(certificate: Uint8Array): { issuer: Asn; serial: Asn } {
  const parsed = parseCertificate(certificate);
  return { issuer: raw(Buffer.from(parsed.issuer.toSchema().toBER(false))), serial: parsed.serialNumber };
}

function signingCertificate(certificate: Uint8Array, hash: HashName): Asn {
  const { issuer, serial } = identity(certificate);
  return sequence(sequence(sequence(
    ...(hash === 'sha256' ? [] : [algorithm(hash)]), // SHA-256 is the default and is left out in DER
    octets(createHash(hash).update(certificate).digest()),
    sequence(sequence(tagged(4, issuer)), serial),
  )));
}

/** What the key of `certificate` is to sign for `content`: the signed attributes as a DER set. */
export function signedAttributes(content: Uint8Array, certificate: Uint8Array, hash: HashName): Buffer {
  return der(setOf(
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(createHash(hash).update(content).digest())),
    attribute(oids.signingCertificateV2, signingCertificate(certificate, hash)),
  ));
}

/** The CMS of these signed attributes and the value that the key gave for them, as DER. */
export function signedCms(attributes: Uint8Array, value: Uint8Array, chain: readonly Uint8Array[], hash: HashName): Buffer {
  const own = chain[0]!;
  const { issuer, serial } = identity(own);
  // In the structure the same set stands under an implicit [0] instead of the tag of a set.
  const standing = Buffer.from(attributes);
  standing[0] = 0xa0;
  const signatureAlgorithm = keyKind(own) === 'rsa' ? sequence(oid(oids.rsa), nothing()) : sequence(oid(ecdsaOids[hash]));
  return der(sequence(oid(oids.signedData), tagged(0, sequence(
    integer(1),
    setOf(algorithm(hash)),
    sequence(oid(oids.data)),
    tagged(0, ...chain.map(raw)),
    setOf(sequence(integer(1), sequence(issuer, serial), algorithm(hash), raw(standing), signatureAlgorithm, octets(value))),
  ))));
}

const membersOf = (node: Asn | undefined): Asn[] => (node as asn1js.Sequence | undefined)?.valueBlock.value ?? [];
/** As it stood when it was read: writing it anew could change a byte that is signed. */
const asRead = (node: Asn): Asn => raw(node.valueBeforeDecodeView);
const isTagged = (node: Asn, tagNumber: number): boolean => node.idBlock.tagClass === 3 && node.idBlock.tagNumber === tagNumber;

/**
 * The same CMS with a time stamp over the value of its (only) signer; unchanged where it has one already.
 * @param cms DER, with or without the zeros that fill its place in a file
 * @throws when the bytes are not signed data; what the stamper throws passes through
 */
export async function stampedCms(cms: Uint8Array, stamper: TimeStamper): Promise<Buffer> {
  const whole = asn1js.fromBER(exactBuffer(cms)).result;
  const [type, content] = membersOf(whole);
  const parts = membersOf(membersOf(content)[0]);
  const [signer] = membersOf(parts.at(-1));
  const members = membersOf(signer);
  const value = members.find((one): one is asn1js.OctetString => one instanceof asn1js.OctetString);
  if (type === undefined || value === undefined) throw new Error('the signature in the file cannot be read');
  const unsigned = members.find((one) => isTagged(one, 1));
  const others = membersOf(unsigned);
  if (others.some((one) => (membersOf(one)[0] as asn1js.ObjectIdentifier | undefined)?.getValue() === oids.timeStampToken)) return Buffer.from(whole.valueBeforeDecodeView);
  const token = await stamper.stamp(createHash('sha256').update(value.valueBlock.valueHexView).digest());
  const attributes = [...others.map(asRead), attribute(oids.timeStampToken, raw(token))].sort((a, b) => Buffer.compare(der(a), der(b)));
  return der(sequence(asRead(type), tagged(0, sequence(
    ...parts.slice(0, -1).map(asRead),
    setOf(sequence(...members.filter((one) => one !== unsigned).map(asRead), tagged(1, ...attributes))),
  ))));
}
