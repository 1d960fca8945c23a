// Signatures as the Standard Webhooks specification has them, so that receivers check them with a library that exists.
import { createHmac, randomBytes } from 'node:crypto';

const prefix = 'whsec_';

/** A new secret: 32 random bytes, written as receivers' libraries read it. */
export const newSecret = (): string => `${prefix}${randomBytes(32).toString('base64')}`;

/** The three headers of a delivery. Several secrets give several signatures: a receiver needs to know one of them. */
export function signedHeaders(secrets: readonly string[], id: string, atSeconds: number, body: string): Record<string, string> {
  const sign = (secret: string) => `v1,${createHmac('sha256', Buffer.from(secret.slice(prefix.length), 'base64')).update(`${id}.${atSeconds}.${body}`).digest('base64')}`;
  return { 'webhook-id': id, 'webhook-timestamp': String(atSeconds), 'webhook-signature': secrets.map(sign).join(' ') };
}
