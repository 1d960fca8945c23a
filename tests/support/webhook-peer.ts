// Other systems for tests of webhooks: each answers as it is told and keeps what it took.
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** `die` takes the event and cuts the line before it answers; `silent` never answers. */
export type PeerAnswer = number | 'die' | 'silent';

export interface Taken {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface WebhookPeer {
  readonly url: string;
  readonly taken: Taken[];
  /** Answers of the next calls; 200 afterwards. */
  answerNext(...answers: PeerAnswer[]): void;
  close(): Promise<void>;
}

export const closeServer = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });

export async function startWebhookPeer(): Promise<WebhookPeer> {
  const taken: Taken[] = [];
  const next: PeerAnswer[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      taken.push({ headers: request.headers, body });
      const answer = next.shift() ?? 200;
      if (answer === 'die') request.socket.destroy();
      else if (answer !== 'silent') response.writeHead(answer, answer === 302 ? { location: 'http://169.254.169.254/' } : {}).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/krom`,
    taken,
    answerNext: (...answers) => void next.push(...answers),
    close: () => closeServer(server),
  };
}
