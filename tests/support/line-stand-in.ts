// A local stand-in for the Messaging API of LINE, as far as the house uses it: pushes with retry keys, signed webhooks.
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/** How the next push is answered: `die` takes the message and cuts the line; a number is a status without taking it. */
export type NextAnswer = 'die' | number;

export interface LineStandIn {
  readonly api: string;
  readonly token: string;
  readonly secret: string;
  /** Messages that reached a person, once each. */
  readonly delivered: { readonly to: string; readonly text: string }[];
  /** Status of every push, in order; 0 where the line was cut. */
  readonly answers: number[];
  /** Users who added the official account. */
  readonly friends: Set<string>;
  answerNext(...answers: NextAnswer[]): void;
  /** A webhook as LINE sends it: body and headers. */
  webhook(events: readonly LineEvent[]): { readonly body: string; readonly headers: Record<string, string> };
  close(): Promise<void>;
}

export interface LineEvent {
  readonly type: 'message' | 'follow' | 'unfollow';
  readonly userId: string;
  readonly text?: string;
  /** The same id again: LINE delivers an event anew when it got no answer. */
  readonly webhookEventId?: string;
}

export const lineUser = (): string => `U${randomBytes(16).toString('hex')}`;
export const lineEventId = (): string => `01${randomBytes(12).toString('hex').toUpperCase()}`;

const bodySchema = z.object({
  to: z.string().regex(/^U[0-9a-f]{32}$/),
  messages: z.array(z.object({ type: z.literal('text'), text: z.string().min(1).max(5000) })).min(1).max(5),
});

export async function startLineStandIn(): Promise<LineStandIn> {
  const [token, secret] = [randomBytes(20).toString('base64url'), randomBytes(16).toString('hex')];
  const delivered: LineStandIn['delivered'] = [];
  const answers: number[] = [];
  const friends = new Set<string>();
  const accepted = new Map<string, string>();
  const next: NextAnswer[] = [];

  const answer = (response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) => {
    answers.push(status);
    response.writeHead(status, { 'content-type': 'application/json', 'x-line-request-id': randomUUID(), ...headers }).end(JSON.stringify(body));
  };
  async function push(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await json(request).catch(() => undefined);
    if (request.headers.authorization !== `Bearer ${token}`) return answer(response, 401, { message: 'Authentication failed. Confirm that the access token in the authorization header is valid.' });
    const key = String(request.headers['x-line-retry-key'] ?? '');
    if (key && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(key)) return answer(response, 400, { message: 'Invalid retry key' });
    const parsed = bodySchema.safeParse(body);
    if (!parsed.success) return answer(response, 400, { message: 'The request body has 1 error(s)', details: parsed.error.issues.map((issue) => ({ message: issue.message, property: issue.path.join('.') })) });
    const before = accepted.get(key);
    if (before) return answer(response, 409, { message: 'The retry key is already accepted' }, { 'x-line-accepted-request-id': before });
    const wanted = next.shift();
    if (typeof wanted === 'number') return answer(response, wanted, { message: wanted === 429 ? 'You have reached your monthly limit.' : 'Something is wrong' });
    if (!friends.has(parsed.data.to)) return answer(response, 400, { message: "The property, 'to', in the request body is invalid" });
    const id = randomUUID();
    if (key) accepted.set(key, id);
    delivered.push(...parsed.data.messages.map(({ text }) => ({ to: parsed.data.to, text })));
    if (wanted === 'die') {
      answers.push(0);
      request.socket.destroy();
    } else answer(response, 200, { sentMessages: parsed.data.messages.map(() => ({ id: randomBytes(8).toString('hex') })) }, { 'x-line-request-id': id });
  }
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/v2/bot/message/push') answer(response, 404, { message: 'Not found' });
    else void push(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    api: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token, secret, delivered, answers, friends,
    answerNext: (...more) => void next.push(...more),
    webhook(events) {
      const body = JSON.stringify({
        destination: lineUser(),
        events: events.map(({ type, userId, text, webhookEventId }) => ({
          type, mode: 'active', timestamp: Date.now(), source: { type: 'user', userId }, webhookEventId: webhookEventId ?? lineEventId(), deliveryContext: { isRedelivery: webhookEventId !== undefined },
          ...(type === 'message' ? { replyToken: randomBytes(16).toString('hex'), message: { id: '1', type: 'text', text } } : {}),
        })),
      });
      return { body, headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'LineBotWebhook/2.0', 'x-line-signature': createHmac('sha256', secret).update(body).digest('base64') } };
    },
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}
