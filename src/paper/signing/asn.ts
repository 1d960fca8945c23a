/** DER written short, over asn1js: what CMS, OCSP and time stamps are built of. */
import * as asn1js from 'asn1js';

export type Asn = asn1js.BaseBlock;

/** DER that already stands, as it is, inside what is built: the library's own `RawData` stays out of a parent's writing. */
class Standing extends asn1js.BaseBlock {
  readonly #bytes: ArrayBuffer;
  constructor(bytes: Uint8Array) {
    super();
    this.#bytes = exactBuffer(bytes);
  }
  override toBER(sizeOnly?: boolean, writer?: { write(bytes: ArrayBuffer): void }): ArrayBuffer {
    const bytes = sizeOnly === true ? new ArrayBuffer(this.#bytes.byteLength) : this.#bytes;
    writer?.write(bytes);
    return bytes;
  }
}

export const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  rsa: '1.2.840.113549.1.1.1',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const;

export type HashName = 'sha256' | 'sha384' | 'sha512';
export const hashOids: Readonly<Record<HashName, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1', sha384: '2.16.840.1.101.3.4.2.2', sha512: '2.16.840.1.101.3.4.2.3',
};
export const ecdsaOids: Readonly<Record<HashName, string>> = {
  sha256: '1.2.840.10045.4.3.2', sha384: '1.2.840.10045.4.3.3', sha512: '1.2.840.10045.4.3.4',
};

/** A copy that is exactly these bytes: libraries take whole ArrayBuffers. */
export function exactBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

export const der = (node: Asn): Buffer => Buffer.from(node.toBER(false));
export const raw = (bytes: Uint8Array): Asn => new Standing(bytes);
export const sequence = (...value: Asn[]): asn1js.Sequence => new asn1js.Sequence({ value: value });
/** DER orders the members of a set by their bytes. */
export const setOf = (...value: Asn[]): asn1js.Set =>
  new asn1js.Set({ value: [...value].sort((a, b) => Buffer.compare(der(a), der(b))) });
export const oid = (value: string): asn1js.ObjectIdentifier => new asn1js.ObjectIdentifier({ value });
export const octets = (bytes: Uint8Array): asn1js.OctetString => new asn1js.OctetString({ valueHex: exactBuffer(bytes) });
export const integer = (value: number): asn1js.Integer => new asn1js.Integer({ value });
export const bigInteger = (bytes: Uint8Array): asn1js.Integer =>
  new asn1js.Integer({ valueHex: exactBuffer(bytes[0]! & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes) });
export const nothing = (): asn1js.Null => new asn1js.Null();
/** `[n]` around, constructed. */
export const tagged = (tagNumber: number, ...value: Asn[]): asn1js.Constructed =>
  new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value: value });
