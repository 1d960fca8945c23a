// A person's browser in a measurement: cookies, forms as they stand on the page, and a form that is sent again with the
// same key until it gets an answer.
import http from 'node:http';

export interface Answer {
  readonly status: number;
  readonly location: string;
  readonly body: string;
}

/** An answer that trying again cannot mend. */
export class RefusedError extends Error {
  constructor(what: string, answer: Answer) {
    super(`${what}: ${answer.status} ${answer.location}`);
    this.name = 'RefusedError';
  }
}

export type FormFields = Record<string, string[]>;

const attribute = (tag: string, name: string) => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? plain(found[1] ?? '') : undefined;
};
const plain = (text: string) => text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** What a browser would send of the form with this action, untouched; undefined when the page has no such form. */
export function formOf(html: string, action: string): FormFields | undefined {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].map((found) => found[0]).find((text) => attribute(text.slice(0, text.indexOf('>') + 1), 'action') === action);
  if (!form) return undefined;
  const fields: FormFields = {};
  const add = (name: string | undefined, value: string) => void (name && (fields[name] ??= []).push(value));
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    const type = attribute(tag, 'type');
    if (type === 'file' || type === 'submit' || ((type === 'checkbox' || type === 'radio') && attribute(tag, 'checked') === undefined)) continue;
    add(attribute(tag, 'name'), attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : ''));
  }
  for (const [, open, text] of form.matchAll(/(<textarea\b[^>]*>)([\s\S]*?)<\/textarea>/g)) add(attribute(open as string, 'name'), plain(text as string).replace(/^\n/, ''));
  for (const [, open, inside] of form.matchAll(/(<select\b[^>]*>)([\s\S]*?)<\/select>/g)) {
    const options = [...(inside as string).matchAll(/<option\b[^>]*>/g)].map((found) => found[0]);
    const chosen = options.find((tag) => attribute(tag, 'selected') !== undefined) ?? options[0];
    if (chosen) add(attribute(open as string, 'name'), attribute(chosen, 'value') ?? '');
  }
  return fields;
}

export interface BrowserOptions {
  /** Where it calls; a function where there are several processes, asked for each request. */
  readonly port: number | (() => number);
  /** Address of the loopback that this browser calls from: the limit of requests a minute is one address's. */
  readonly from: string;
  /** Called for every try that got no lasting answer: the error's code, or the status. */
  readonly onRetry?: (method: string, why: string) => void;
  /** After this many ms of trying, the browser gives up. */
  readonly patience?: number;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export class Browser {
  readonly #options: BrowserOptions;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookies = new Map<string, string>();

  constructor(options: BrowserOptions) {
    this.#options = options;
  }

  #once(method: string, path: string, body?: string): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const request = http.request(
        {
          host: '127.0.0.1', port: typeof this.#options.port === 'number' ? this.#options.port : this.#options.port(), localAddress: this.#options.from, method, path, agent: this.#agent, timeout: 25_000,
          headers: { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }) },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            if (!response.complete) return reject(new Error('answer cut short'));
            for (const line of response.headers['set-cookie'] ?? []) {
              const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
              this.#cookies.set(name, value);
            }
            resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '', body: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      request.on('timeout', () => request.destroy(Object.assign(new Error('no answer in time'), { code: 'TIMEOUT' })));
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Tries until there is an answer that is not the server's or the network's failure. */
  async #lasting(method: string, path: string, body?: string): Promise<Answer> {
    const until = Date.now() + (this.#options.patience ?? 120_000);
    for (let wait = 50; ; wait = Math.min(wait * 1.6, 1_000)) {
      let why: string;
      try {
        const answer = await this.#once(method, path, body);
        if (answer.status < 500 && answer.status !== 429) return answer;
        why = String(answer.status);
      } catch (error) {
        why = (error as NodeJS.ErrnoException).code ?? (error as Error).message;
      }
      this.#options.onRetry?.(method, why);
      if (Date.now() > until) throw new Error(`${method} ${path}: gave up after ${why}`);
      await pause(wait * (0.5 + Math.random()));
    }
  }

  /** The page; throws `RefusedError` unless it is shown. */
  async page(path: string): Promise<string> {
    const answer = await this.#lasting('GET', path);
    if (answer.status !== 200) throw new RefusedError(`GET ${path}`, answer);
    return answer.body;
  }

  /**
   * Opens a page, fills in its form and sends it, with the same key as often as it takes. Resolves with where that
   * leads; throws `RefusedError` when the form is not there or is not accepted.
   */
  async submit(path: string, action: string, changes: Readonly<Record<string, string | string[]>> = {}): Promise<string> {
    const form = formOf(await this.page(path), action);
    if (!form) throw new RefusedError(`${path} has no form ${action}`, { status: 200, location: '', body: '' });
    for (const [name, value] of Object.entries(changes)) form[name] = [value].flat();
    const body = new URLSearchParams(Object.entries(form).flatMap(([name, values]) => values.map((value) => [name, value])));
    const answer = await this.#lasting('POST', action, body.toString());
    if (answer.status !== 303 || answer.location.startsWith('/sign-in')) throw new RefusedError(`POST ${action}`, answer);
    return answer.location;
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.submit('/sign-in', '/sign-in', { username, password });
    if (!this.#cookies.has('krom_session')) throw new Error(`${username} could not sign in`);
  }

  close(): void {
    this.#agent.destroy();
  }
}
