// Clerks at work over HTTP in a process of their own: each keeps one connection and sends one form after another.
import { fork, type ChildProcess } from 'node:child_process';
import http from 'node:http';

/** One request of a clerk: a form that is sent, or a page that is opened for the keys of its forms. */
export interface Sent {
  readonly path: string;
  /** A page is asked for when there is none. */
  readonly body?: string;
}

export interface Work {
  readonly port: number;
  /** One list a clerk; all clerks at once, each list in its order. */
  readonly clerks: readonly { readonly headers: Readonly<Record<string, string>>; readonly send: readonly Sent[] }[];
  readonly expect: number;
  /** Gives back the keys of the forms on the pages. */
  readonly keys?: boolean;
}

export interface Done {
  readonly ms: number;
  /** Processor time of the clerks' process in ms. */
  readonly cpuMs: number;
  /** Where each answer leads (`location`), by clerk. */
  readonly locations: readonly (readonly string[])[];
  readonly keys: readonly (readonly string[])[];
}

const childName = 'clerks';
export const isClerks = process.env['KROM_BENCH_CHILD'] === childName;

function one(agent: http.Agent, work: Work, headers: Readonly<Record<string, string>>, { path, body }: Sent): Promise<{ location: string; text: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: work.port, path, agent, method: body === undefined ? 'GET' : 'POST', headers: body === undefined ? headers : { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          if (response.statusCode === work.expect) resolve({ location: response.headers.location ?? '', text: work.keys ? Buffer.concat(chunks).toString('utf8') : '' });
          else reject(new Error(`${path}: ${response.statusCode} ${response.headers.location ?? ''} ${Buffer.concat(chunks).toString('utf8').replace(/<[^>]+>|\s+/g, ' ').slice(0, 600)}`));
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

async function doWork(work: Work, agents: http.Agent[]): Promise<Done> {
  while (agents.length < work.clerks.length) agents.push(new http.Agent({ keepAlive: true, maxSockets: 1 }));
  const locations: string[][] = work.clerks.map(() => []);
  const keys: string[][] = work.clerks.map(() => []);
  const before = process.cpuUsage();
  const started = performance.now();
  await Promise.all(work.clerks.map(async ({ headers, send }, clerk) => {
    for (const each of send) {
      const { location, text } = await one(agents[clerk] as http.Agent, work, headers, each);
      locations[clerk]?.push(location);
      if (work.keys) keys[clerk]?.push(...new Set([...text.matchAll(/name="_key" value="([^"]+)"/g)].map((found) => found[1] as string)));
    }
  }));
  const ms = performance.now() - started;
  const { user, system } = process.cpuUsage(before);
  return { ms, cpuMs: (user + system) / 1000, locations, keys };
}

/** The child's main. */
export function runClerks(): void {
  const agents = new Map<number, http.Agent[]>();
  process.on('message', (work: Work) => {
    const own = agents.get(work.port) ?? [];
    agents.set(work.port, own);
    doWork(work, own).then(
      (done) => process.send?.(done),
      (error: Error) => process.send?.({ error: error.message }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}

export class Clerks {
  readonly #child: ChildProcess = fork(process.argv[1] as string, [], { env: { ...process.env, KROM_BENCH_CHILD: childName } });

  work(work: Work): Promise<Done> {
    return new Promise((resolve, reject) => {
      this.#child.once('message', (answer: Done | { error: string }) => ('error' in answer ? reject(new Error(answer.error)) : resolve(answer)));
      this.#child.send(work);
    });
  }

  close(): void {
    this.#child.disconnect();
  }
}
