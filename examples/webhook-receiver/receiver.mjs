// A receiver of Krom's webhooks in plain Node, without any package: it checks who sent an event and how old it is,
// takes each event once, answers at once, and works afterwards.
//
//   KROM_WEBHOOK_SECRET=whsec_… PORT=8090 node receiver.mjs
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';

/** A signature older or younger than this is not taken: somebody may be sending an old one again. */
const toleranceSeconds = 5 * 60;
/** Krom sends an event again for about a day; ids are kept for longer than that. */
const keepIdsMs = 3 * 86_400_000;
const mostBytes = 64 * 1024;

/**
 * Whether the bytes were signed with one of our secrets, by the Standard Webhooks specification.
 * @param {{ body: Buffer, headers: import('node:http').IncomingHttpHeaders, secrets: readonly string[], now?: number }} given
 * @returns {'ok' | 'no-signature' | 'too-old' | 'wrong-signature'}
 */
export function check({ body, headers, secrets, now = Date.now() }) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return 'no-signature';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now / 1000 - Number(timestamp)) > toleranceSeconds) return 'too-old';
  // Over the bytes as they came: JSON that is read and written again is another text.
  const signed = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const given = signatures.split(' ').filter((one) => one.startsWith('v1,')).map((one) => Buffer.from(one.slice(3), 'base64'));
  const right = secrets.map((secret) => createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).update(signed).digest());
  return right.some((one) => given.some((other) => other.length === one.length && timingSafeEqual(one, other))) ? 'ok' : 'wrong-signature';
}

/**
 * A server that calls `onEvent` once for each event. While a secret is being rotated give both.
 * @param {{ secrets: readonly string[], onEvent: (event: object) => void }} options
 */
export function createReceiver({ secrets, onEvent }) {
  // In your own system: a table with the id as its key, written in the transaction that does the work.
  const seen = new Map();
  return createServer((request, response) => {
    if (request.method !== 'POST') return response.writeHead(405).end();
    const parts = [];
    let size = 0;
    request.on('data', (part) => {
      size += part.length;
      if (size <= mostBytes) parts.push(part);
    });
    request.on('end', () => {
      if (size > mostBytes) return response.writeHead(413).end();
      const body = Buffer.concat(parts);
      const verdict = check({ body, headers: request.headers, secrets });
      if (verdict !== 'ok') return response.writeHead(401, { 'content-type': 'text/plain' }).end(verdict);
      const id = request.headers['webhook-id'];
      for (const [old, at] of seen) if (Date.now() - at > keepIdsMs) seen.delete(old);
      // What was seen is answered with 200 as well, or it would come again and again.
      const before = seen.has(id);
      seen.set(id, seen.get(id) ?? Date.now());
      response.writeHead(200).end();
      if (!before) onEvent(JSON.parse(body.toString('utf8')));
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const secrets = (process.env.KROM_WEBHOOK_SECRET ?? '').split(/[\s,]+/).filter(Boolean);
  if (secrets.length === 0) throw new Error('Set KROM_WEBHOOK_SECRET to the secret that Krom showed (two, with a comma, while you rotate)');
  const server = createReceiver({ secrets, onEvent: (event) => console.log(JSON.stringify(event)) });
  server.listen(Number(process.env.PORT ?? 8090), process.env.HOST ?? '127.0.0.1', () => console.log(`listening ${server.address().port}`));
}
