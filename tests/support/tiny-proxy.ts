import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy such as stands before web processes: asks each whether it is ready, and sends people only there. */
export interface TinyProxy {
  readonly origin: string;
  /** Requests that no process answered. */
  readonly lost: readonly string[];
  /** Which processes take requests now. */
  ready(): readonly number[];
  /** Puts a process behind the proxy, or takes it away for good. */
  add(port: number): void;
  remove(port: number): void;
  close(): Promise<void>;
}

const isReady = (port: number) =>
  new Promise<boolean>((resolve) => {
    const request = http.get({ host: '127.0.0.1', port, path: '/health/ready', agent: false, timeout: 2_000 }, (answer) => {
      answer.resume();
      answer.once('end', () => resolve(answer.statusCode === 200));
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });

/** @param askEveryMs how often each process is asked whether it is ready */
export async function startProxy(ports: readonly number[], askEveryMs = 100): Promise<TinyProxy> {
  const upstreams = new Map<number, boolean>(ports.map((port) => [port, false]));
  const lost: string[] = [];
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  let turn = 0;
  const look = () => Promise.all([...upstreams.keys()].map(async (port) => {
    const ready = await isReady(port);
    if (upstreams.has(port)) upstreams.set(port, ready);
  }));
  await look();
  const timer = setInterval(() => void look(), askEveryMs);
  const server = http.createServer((request, response) => {
    const ready = [...upstreams].filter(([, good]) => good).map(([port]) => port);
    const port = ready[turn++ % Math.max(1, ready.length)];
    const fail = (why: string) => {
      lost.push(`${request.method} ${request.url}: ${why}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(502).end();
    };
    if (port === undefined) {
      request.resume();
      return fail('no process is ready');
    }
    const forward = http.request({ host: '127.0.0.1', port, method: request.method, path: request.url, headers: request.headers, agent }, (answer) => {
      const { connection: _, ...headers } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(response);
      answer.once('aborted', () => fail('the answer was cut short'));
    });
    forward.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    // A browser that leaves an open stream takes it from the process too.
    response.once('close', () => forward.destroy());
    request.pipe(forward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    lost,
    ready: () => [...upstreams].filter(([, good]) => good).map(([port]) => port),
    add: (port) => void upstreams.set(port, false),
    remove: (port) => void upstreams.delete(port),
    async close() {
      clearInterval(timer);
      agent.destroy();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
