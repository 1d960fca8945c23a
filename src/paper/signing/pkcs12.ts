/** Keys with their certificates in a file (.p12, .pfx; RFC 7292): reading one to sign with, writing one for a trial authority. */
import { createHash, createPrivateKey, createPublicKey, sign, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as pkijs from 'pkijs';
import { ok } from '../../platform/result.ts';
import type { Result } from '../../platform/result.ts';
import { exactBuffer, octets } from './asn.ts';
import type { HashName } from './asn.ts';
import { derOf, parseCertificate } from './certificate.ts';
import type { Signer } from './cms.ts';
import { signingFailure } from './failures.ts';
import type { SigningFailureCode } from './failures.ts';

export interface Pkcs12 {
  readonly signer: Signer;
  /** PKCS#8, DER. */
  readonly privateKey: Buffer;
}

const KEY_BAGS = new Set(['1.2.840.113549.1.12.10.1.1', '1.2.840.113549.1.12.10.1.2']);
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

const secret = (passphrase: string): ArrayBuffer => exactBuffer(Buffer.from(passphrase, 'utf8'));

/** Reads the first key and its chain. Failures: P12_BROKEN, P12_PASSPHRASE, P12_UNSUPPORTED (RC2, 3DES), P12_INCOMPLETE. */
export async function readPkcs12(bytes: Uint8Array, passphrase: string): Promise<Result<Pkcs12, SigningFailureCode>> {
  let file: pkijs.PFX;
  try {
    file = pkijs.PFX.fromBER(exactBuffer(bytes));
  } catch {
    return signingFailure('P12_BROKEN');
  }
  const password = secret(passphrase);
  try {
    await file.parseInternalValues({ password, checkIntegrity: file.macData !== undefined });
  } catch (error) {
    return signingFailure(/integrity|mac/i.test(String(error instanceof Error ? error.message : error)) ? 'P12_PASSPHRASE' : 'P12_BROKEN');
  }
  try {
    const safe = file.parsedValue!.authenticatedSafe!;
    await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) });
    const bags = (safe.parsedValue as { safeContents: { value: pkijs.SafeContents }[] }).safeContents.flatMap(({ value }) => value.safeBags);
    const keys: KeyObject[] = [];
    for (const bag of bags.filter(({ bagId }) => KEY_BAGS.has(bagId))) keys.push(await keyOf(bag, password));
    const certificates = bags.filter(({ bagId }) => bagId === CERTIFICATE_BAG).map(({ bagValue }) => derOf((bagValue as pkijs.CertBag).parsedValue as pkijs.Certificate));
    const [key] = keys;
    if (!key) return signingFailure('P12_INCOMPLETE');
    const chain = chainFor(key, certificates);
    if (chain.length === 0) return signingFailure('P12_INCOMPLETE');
    return ok({ signer: keySigner(key, chain), privateKey: key.export({ type: 'pkcs8', format: 'der' }) });
  } catch {
    return signingFailure(file.macData === undefined ? 'P12_PASSPHRASE' : 'P12_UNSUPPORTED');
  }
}

async function keyOf(bag: pkijs.SafeBag, password: ArrayBuffer): Promise<KeyObject> {
  let value = bag.bagValue as pkijs.PrivateKeyInfo | pkijs.PKCS8ShroudedKeyBag;
  if (value instanceof pkijs.PKCS8ShroudedKeyBag) {
    await (value as unknown as { parseInternalValues(options: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({ password });
    value = value.parsedValue!;
  }
  return createPrivateKey({ key: Buffer.from(value.toSchema().toBER(false)), format: 'der', type: 'pkcs8' });
}

/** The certificate of the key first, then who issued it, upwards. */
function chainFor(key: KeyObject, certificates: readonly Buffer[]): Buffer[] {
  const parsed = certificates.map((der) => new X509Certificate(der));
  let current = parsed.find((one) => one.checkPrivateKey(key));
  const chain: Buffer[] = [];
  while (current && !chain.some((der) => der.equals(current!.raw))) {
    chain.push(current.raw);
    current = parsed.find((one) => current!.checkIssued(one));
  }
  return chain;
}

/** Signs with a key at hand. The hash follows the strength of the key. */
export function keySigner(key: KeyObject, chain: readonly Uint8Array[]): Signer {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  const algorithm: HashName = curve === 'secp384r1' ? 'sha384' : curve === 'secp521r1' ? 'sha512' : 'sha256';
  return { chain, algorithm, sign: async (data) => sign(algorithm, data, key) };
}

/** A .p12 with AES-256 and PBKDF2, as OpenSSL 3 and Windows read it. */
export async function writePkcs12(privateKey: KeyObject, chain: readonly Uint8Array[], passphrase: string): Promise<Buffer> {
  const password = secret(passphrase);
  const key = pkijs.PrivateKeyInfo.fromBER(exactBuffer(privateKey.export({ type: 'pkcs8', format: 'der' })));
  const aes = { name: 'AES-CBC', length: 256 };
  const protection = { password, contentEncryptionAlgorithm: aes as never, hmacHashAlgorithm: 'SHA-256', iterationCount: 100_000 };
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: key });
  await shrouded.makeInternalValues(protection);
  // The same id at the key and at its own certificate tells other programs which of the certificates is the holder's.
  const bagAttributes = [new pkijs.Attribute({ type: LOCAL_KEY_ID, values: [octets(createHash('sha1').update(chain[0]!).digest())] })];
  const bags = [
    new pkijs.SafeBag({ bagId: '1.2.840.113549.1.12.10.1.2', bagValue: shrouded, bagAttributes }),
    ...chain.map((der, i) => new pkijs.SafeBag({ bagId: CERTIFICATE_BAG, bagValue: new pkijs.CertBag({ parsedValue: parseCertificate(der) }), ...(i === 0 ? { bagAttributes } : {}) })),
  ];
  const safe = new pkijs.AuthenticatedSafe({ parsedValue: { safeContents: [{ privacyMode: 0, value: new pkijs.SafeContents({ safeBags: bags }) }] } });
  await safe.makeInternalValues({ safeContents: [{}] });
  const file = new pkijs.PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } });
  await file.makeInternalValues({ password, iterations: 100_000, pbkdf2HashAlgorithm: 'SHA-256', hmacHashAlgorithm: 'SHA-256' });
  return Buffer.from(file.toSchema().toBER(false));
}

/** Whether a key and a certificate belong together. */
export function belongsTo(privateKey: KeyObject, certificate: Uint8Array): boolean {
  return createPublicKey(privateKey).equals(new X509Certificate(certificate).publicKey);
}
