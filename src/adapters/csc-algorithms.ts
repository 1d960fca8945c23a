/** Names of algorithms between the Cloud Signature Consortium's API and PDF, and the two ways to write an ECDSA value. */
import type { KeyObject } from 'node:crypto';
import type { HashName } from '../paper/index.ts';
import { bigInteger, der, ecdsaOids, oids, sequence } from '../paper/signing/asn.ts';

const rsaOids: Readonly<Record<HashName, string>> = { sha256: '1.2.840.113549.1.1.11', sha384: '1.2.840.113549.1.1.12', sha512: '1.2.840.113549.1.1.13' };
const EC_KEY = '1.2.840.10045.2.1';

/** The algorithm to ask for among those that a credential offers: with its hash in the name, else the bare key. Undefined where none fits (PSS alone). */
export function signAlgorithm(key: KeyObject, hash: HashName, offered: readonly string[]): string | undefined {
  const wanted = key.asymmetricKeyType === 'rsa' ? [rsaOids[hash], oids.rsa] : key.asymmetricKeyType === 'ec' ? [ecdsaOids[hash], EC_KEY] : [];
  return wanted.find((one) => offered.includes(one));
}

/** ECDSA as DER, whichever way the provider writes it (some send the two numbers side by side); RSA as it is. */
export function derSignature(key: KeyObject, value: Buffer): Buffer {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const size = ({ prime256v1: 32, secp384r1: 48, secp521r1: 66 } as Readonly<Record<string, number>>)[curve ?? ''];
  if (size === undefined || value.length !== size * 2 || (value[0] === 0x30 && value[1] === value.length - 2)) return value;
  const number = (part: Buffer): ReturnType<typeof bigInteger> => {
    const start = part.findIndex((byte) => byte !== 0);
    return bigInteger(part.subarray(Math.max(start, 0)));
  };
  return der(sequence(number(value.subarray(0, size)), number(value.subarray(size))));
}
