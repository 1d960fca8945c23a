/** A private key under a passphrase (EncryptedPrivateKeyInfo, RFC 5958), as OpenSSL reads it: how the house keeps keys of people. */
import { createPrivateKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import * as pkijs from 'pkijs';
import { exactBuffer } from './asn.ts';

/** Guesses at a stolen copy are slow: what OWASP asks for of PBKDF2 with SHA-256 (2023). */
const ITERATIONS = 600_000;

const secret = (passphrase: string): ArrayBuffer => exactBuffer(Buffer.from(passphrase.normalize('NFC'), 'utf8'));

/** AES-256 under PBKDF2. The passphrase is read as UTF-8 in NFC, so that a Thai one opens from every keyboard. */
export async function protectKey(privateKey: KeyObject, passphrase: string): Promise<Buffer> {
  const bag = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: pkijs.PrivateKeyInfo.fromBER(exactBuffer(privateKey.export({ type: 'pkcs8', format: 'der' }))) });
  await bag.makeInternalValues({ password: secret(passphrase), contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 } as never, hmacHashAlgorithm: 'SHA-256', iterationCount: ITERATIONS });
  return Buffer.from(bag.toSchema().toBER(false));
}

/** The key, or undefined where the passphrase is another one. Worked out off the main thread. @throws when the bytes are no such key. */
export async function openProtectedKey(bytes: Uint8Array, passphrase: string): Promise<KeyObject | undefined> {
  const bag = pkijs.PKCS8ShroudedKeyBag.fromBER(exactBuffer(bytes));
  try {
    await (bag as unknown as { parseInternalValues(options: { password: ArrayBuffer }): Promise<void> }).parseInternalValues({ password: secret(passphrase) });
    return createPrivateKey({ key: Buffer.from(bag.parsedValue!.toSchema().toBER(false)), format: 'der', type: 'pkcs8' });
  } catch {
    return undefined;
  }
}
