import { timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Metrics } from './metrics.ts';

export interface MetricsListenerOptions {
  readonly host: string;
  readonly port: number;
  /** Asked for as `Authorization: Bearer …` where the figures leave the machine. */
  readonly token: string | undefined;
  readonly metrics: Metrics;
  /** Whether the process can serve; asked for by `/health/ready`. */
  readonly ready: () => Promise<boolean>;
}

export interface MetricsListener {
  readonly port: number;
  close(): Promise<void>;
}

function mayRead(request: IncomingMessage, token: string | undefined): boolean {
  if (token === undefined) return true;
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * Figures at `/metrics`, and whether the process lives and can serve, on a port of its own: never beside people's pages,
 * so no proxy can show it by mistake, and a worker, which has no pages, has it too.
 */
export async function listenForMetrics(options: MetricsListenerOptions): Promise<MetricsListener> {
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const send = (status: number, type: string, body: string) => void response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    if (request.method !== 'GET') return send(405, 'text/plain', 'GET only\n');
    switch (new URL(request.url ?? '/', 'http://krom').pathname) {
      case '/health/live':
        return send(200, 'application/json', '{"ok":true}');
      case '/health/ready': {
        const ok = await options.ready();
        return send(ok ? 200 : 503, 'application/json', JSON.stringify({ ok }));
      }
      case '/metrics':
        if (!mayRead(request, options.token)) return send(401, 'text/plain', 'Authorization: Bearer KROM_METRICS_TOKEN\n');
        return send(200, options.metrics.contentType, await options.metrics.text());
      default:
        return send(404, 'text/plain', 'There are /metrics, /health/live and /health/ready\n');
    }
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.end();
      else response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
