import { createHash, randomBytes } from 'node:crypto';

/** A token that only its holder knows (256 bits); the database keeps its hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 of a token. Tokens are random, so a fast hash is enough. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** A first password that can be read out over the telephone: no letters that look alike. */
export function newFirstPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = randomBytes(64);
  const picked: string[] = [];
  // Bytes past the last full round of the alphabet are left out, so that every letter is equally likely.
  for (const byte of bytes) {
    if (picked.length < 12 && byte < 248) picked.push(letters[byte % 31] as string);
  }
  return picked.length === 12 ? (picked.join('').match(/.{4}/g) as string[]).join('-') : newFirstPassword();
}
