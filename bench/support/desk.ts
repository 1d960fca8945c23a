// One person's pages over HTTP, and what each asks of the database.
import type { FastifyInstance } from 'fastify';
import { recordMessages, replay, type Message } from '../baselines/replay.ts';
import type { Actor } from '../../src/platform/access/actor.ts';
import { HttpClient } from './http-client.ts';
import type { BenchHouse } from './house.ts';
import { median, timed, type Side } from './rounds.ts';
import { statementsRead, type StatementRead } from './rows-read.ts';

export interface PageAsked {
  readonly path: string;
  /** Text that stands once in every row of the page. */
  readonly row: string;
  readonly shown: number;
  readonly messages: readonly Message[];
  readonly body: string;
}

export class BenchDesk {
  readonly house: BenchHouse;
  readonly actor: Actor;
  readonly #cookie: string;
  readonly #app: FastifyInstance;
  readonly #origin: string;
  readonly #http = new HttpClient();

  private constructor(house: BenchHouse, app: FastifyInstance, origin: string, cookie: string, actor: Actor) {
    this.house = house;
    this.#app = app;
    this.#origin = origin;
    this.#cookie = cookie;
    this.actor = actor;
  }

  /** Signs a demo account in through the page. */
  static async open(house: BenchHouse, username: string): Promise<BenchDesk> {
    const app = await house.app();
    const cookie = await house.signIn(app, username);
    const actor = await house.identify(house.services.database, /krom_session=([^;]+)/.exec(cookie)?.[1] ?? '', house.services.clock.today());
    if (!actor) throw new Error(`${username} has no session`);
    await app.listen({ port: 0, host: '127.0.0.1' });
    const address = app.server.address();
    return new BenchDesk(house, app, `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, cookie, actor);
  }

  async close(): Promise<void> {
    this.#http.close();
    await this.#app.close();
  }

  /** Opens a page and writes down its messages to PostgreSQL. */
  async look(path: string, row: string): Promise<PageAsked> {
    const once = () => this.#app.inject({ url: path, headers: { cookie: this.#cookie } });
    const first = await once();
    if (first.statusCode !== 200) throw new Error(`${path}: ${first.statusCode} ${first.headers.location ?? ''}`);
    const messages = await recordMessages(once);
    return { path, row, shown: first.body.split(row).length - 1, messages, body: first.body };
  }

  /** The page over HTTP, `count` times a round; a round is its median. */
  getSide(name: string, page: PageAsked, count: number): Side {
    const ask = { url: `${this.#origin}${page.path}`, cookie: this.#cookie, count, must: { text: page.row, times: page.shown } };
    return { name, round: async () => ({ ms: median((await this.#http.ask(ask)).ms), pieces: 1 }) };
  }

  /** Its messages alone, on one connection of the pool. */
  replaySide(name: string, page: PageAsked, count: number): Side {
    return {
      name,
      round: async () => {
        const client = await this.house.services.database.pool.connect();
        try {
          const times: number[] = [];
          for (let at = 0; at < count; at += 1) times.push(await timed(() => replay(client, page.messages)));
          return { ms: median(times), pieces: 1 };
        } finally {
          client.release();
        }
      },
    };
  }

  async statementsOf(page: PageAsked): Promise<StatementRead[]> {
    const client = await this.house.services.database.pool.connect();
    try {
      return await statementsRead(client, page.messages);
    } finally {
      client.release();
    }
  }
}
