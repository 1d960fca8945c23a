// A browser's side of a measurement in a process of its own, so that its work is not counted as the server's.
import { fork, type ChildProcess } from 'node:child_process';
import http from 'node:http';

export interface Ask {
  readonly url: string;
  /** Cookie, or `authorization` and whatever else a program sends. */
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Posts this instead, each time with an `Idempotency-Key` of its own. */
  readonly post?: string;
  readonly count: number;
  /** Text that every answer must contain this often. */
  readonly must: { readonly text: string; readonly times: number };
}

/** Milliseconds of each GET, from the request until the last byte, and the bytes of one answer. */
export interface Heard {
  readonly ms: readonly number[];
  readonly bytes: number;
}

const childName = 'http-client';

let posted = 0;

function headersOf(ask: Ask): Record<string, string | number> {
  const headers: Record<string, string | number> = { ...ask.headers };
  if (ask.cookie !== undefined) headers['cookie'] = ask.cookie;
  if (ask.post === undefined) return headers;
  return { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(ask.post), 'idempotency-key': `bench-${process.pid}-${++posted}` };
}

function get(agent: http.Agent, ask: Ask): Promise<{ ms: number; body: string }> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const request = http.request(ask.url, { agent, method: ask.post === undefined ? 'GET' : 'POST', headers: headersOf(ask) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const ms = performance.now() - started;
        const body = Buffer.concat(chunks).toString('utf8');
        const times = body.split(ask.must.text).length - 1;
        if (response.statusCode === 200 && times === ask.must.times) resolve({ ms, body });
        else reject(new Error(`${ask.url}: ${response.statusCode}, ${times} × ${ask.must.text}`));
      });
    });
    request.on('error', reject);
    request.end(ask.post);
  });
}

/** The child's main: answers each `Ask` with a `Heard`, one request after another over one kept-alive connection. */
export function runHttpClient(): void {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  process.on('message', (ask: Ask) => {
    const work = async (): Promise<Heard> => {
      const ms: number[] = [];
      let bytes = 0;
      for (let i = 0; i < ask.count; i++) {
        const one = await get(agent, ask);
        ms.push(one.ms);
        bytes = Buffer.byteLength(one.body);
      }
      return { ms, bytes };
    };
    work().then(
      (heard) => process.send?.(heard),
      (error: Error) => process.send?.({ error: error.message }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}

export const isHttpClient = process.env['KROM_BENCH_CHILD'] === childName;

export class HttpClient {
  readonly #child: ChildProcess = fork(process.argv[1] as string, [], { env: { ...process.env, KROM_BENCH_CHILD: childName } });

  ask(ask: Ask): Promise<Heard> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (answer: Heard | { error: string }) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer)));
      this.#child.send(ask);
    });
  }

  close(): void {
    this.#child.disconnect();
  }
}
