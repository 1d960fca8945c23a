import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** A text that only this house can read again: AES-256-GCM with a key made from its secret, which is not in the database. */
export function seal(secret: Buffer, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce);
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** The text of a seal. Throws when it was changed or made with another secret. */
export function unseal(secret: Buffer, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(bytes.length - 16));
  return Buffer.concat([decipher.update(bytes.subarray(12, bytes.length - 16)), decipher.final()]).toString('utf8');
}

const keyOf = (secret: Buffer) => createHmac('sha256', secret).update('krom kept answers').digest();

/** A hash that says nothing without the house's secret: bodies of forms hold passwords, and a bare hash can be guessed at. */
export function keyedHash(secret: Buffer, bytes: Buffer): Buffer {
  return createHmac('sha256', keyOf(secret)).update(bytes).digest();
}
