import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * The hidden `_key` of every form: `<random>.<seal>`. The seal binds it to the browser's session, so it answers for
 * forgery; the random part is the idempotency key, so that a form sent twice acts once.
 */
export function makeFormKey(secret: Buffer, browser: string): string {
  const random = randomBytes(16).toString('base64url');
  return `${random}.${seal(secret, browser, random)}`;
}

/** The idempotency part, or undefined when the key was not made for this browser. */
export function readFormKey(secret: Buffer, browser: string, key: string): string | undefined {
  const [random, given] = key.split('.', 2);
  if (!random || !given || random.length > 40) return undefined;
  const right = Buffer.from(seal(secret, browser, random));
  const got = Buffer.from(given);
  return right.length === got.length && timingSafeEqual(right, got) ? random : undefined;
}

function seal(secret: Buffer, browser: string, random: string): string {
  return createHmac('sha256', secret).update(browser).update('\0').update(random).digest('base64url').slice(0, 32);
}
