import { demoPassword } from '../../src/modules/organisation/index.ts';
import { formOf } from '../../bench/support/browser.ts';

export interface Filled {
  /** Sends the same form with the same key, to whichever process. */
  send(origin: string): Promise<Response>;
}

/** A person's browser that may ask one process now and another next, as behind a proxy: cookies are the person's, not the process's. */
export class Visitor {
  readonly #cookies = new Map<string, string>();
  /** Headers of every request, such as the address that a proxy tells. */
  readonly headers: Record<string, string>;

  constructor(headers: Record<string, string> = {}) {
    this.headers = headers;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(origin: string, path: string, init: RequestInit = {}): Promise<Response> {
    const answer = await fetch(origin + path, { redirect: 'manual', ...init, headers: { ...this.headers, ...(init.headers as Record<string, string> | undefined), ...(this.cookie ? { cookie: this.cookie } : {}) } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return answer;
  }

  async page(origin: string, path: string): Promise<string> {
    const answer = await this.ask(origin, path);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`GET ${path}: ${answer.status} ${answer.headers.get('location')} ${text.replaceAll(/<[^>]+>/g, ' ').slice(0, 300)}`);
    return text;
  }

  /** Opens the page of a form and fills it in, ready to be sent as often as one likes. */
  async fillIn(origin: string, path: string, action: string, changes: Readonly<Record<string, string | string[]>>, file?: { field: string; name: string; type: string; content: Buffer }): Promise<Filled> {
    const form = formOf(await this.page(origin, path), action);
    if (!form) throw new Error(`${path} has no form ${action}`);
    for (const [name, value] of Object.entries(changes)) form[name] = [value].flat();
    const pairs = Object.entries(form).flatMap(([name, values]) => values.map((value) => [name, value] as const));
    const body = () => {
      if (!file) return new URLSearchParams(pairs.map(([name, value]) => [name, value]));
      const data = new FormData();
      for (const [name, value] of pairs) data.append(name, value);
      data.append(file.field, new Blob([new Uint8Array(file.content)], { type: file.type }), file.name);
      return data;
    };
    return { send: (to) => this.ask(to, action, { method: 'POST', body: body() }) };
  }

  /** Opens, fills in and sends; where that leads. */
  async submit(origin: string, path: string, action: string, changes: Readonly<Record<string, string | string[]>> = {}): Promise<string> {
    const answer = await (await this.fillIn(origin, path, action, changes)).send(origin);
    if (answer.status !== 303) throw new Error(`POST ${action}: ${answer.status} ${(await answer.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ').slice(0, 600)}`);
    return answer.headers.get('location') ?? '';
  }

  async signIn(origin: string, username: string): Promise<this> {
    const to = await this.submit(origin, '/sign-in', '/sign-in', { username, password: demoPassword });
    if (!this.#cookies.has('krom_session')) throw new Error(`${username} could not sign in: ${to}`);
    return this;
  }
}
