import pg from 'pg';
import type { Log } from '../log.ts';

type Handler = (payload: string) => void;

export interface ListenerOptions {
  readonly url: string;
  readonly log: Log;
  /** Longest pause between attempts to connect again, in ms. */
  readonly maxPause?: number;
}

/**
 * The one connection of a process that listens to PostgreSQL's NOTIFY. It connects again by itself; whoever keeps
 * state from messages is told by `onReconnect`, since messages sent in between are lost.
 */
export class Listener {
  readonly #options: ListenerOptions;
  readonly #handlers = new Map<string, Set<Handler>>();
  readonly #connected = new Set<() => void>();
  #client: pg.Client | undefined;
  #closed = false;
  #connecting: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #failures = 0;

  constructor(options: ListenerOptions) {
    this.#options = options;
  }

  /** True while messages arrive. */
  get connected(): boolean {
    return this.#client !== undefined;
  }

  /** Connects; resolves when all channels known so far are listened to. Throws when the first attempt fails. */
  async start(): Promise<void> {
    await this.#connect();
  }

  /** Calls `handler` with the payload of each message of a channel; the answer ends that. */
  on(channel: string, handler: Handler): () => void {
    if (!/^[a-z_]+$/.test(channel)) throw new Error(`Channel names are small letters and underscores: ${channel}`);
    let handlers = this.#handlers.get(channel);
    if (!handlers) {
      this.#handlers.set(channel, (handlers = new Set()));
      this.#client?.query(`listen ${channel}`).catch((error: Error) => this.#lost(error));
    }
    handlers.add(handler);
    return () => void handlers.delete(handler);
  }

  /** Called whenever messages begin to arrive, the first time too: what was sent before was not heard. */
  onReconnect(handler: () => void): () => void {
    this.#connected.add(handler);
    return () => void this.#connected.delete(handler);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#connecting?.catch(() => {});
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => {});
  }

  #connect(): Promise<void> {
    return (this.#connecting ??= this.#open().finally(() => (this.#connecting = undefined)));
  }

  async #open(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#options.url, connectionTimeoutMillis: 5_000, keepAlive: true });
    client.on('error', (error) => this.#lost(error, client));
    client.on('end', () => this.#lost(undefined, client));
    client.on('notification', (message) => this.#deliver(message.channel, message.payload ?? ''));
    try {
      await client.connect();
      for (const channel of this.#handlers.keys()) await client.query(`listen ${channel}`);
    } catch (error) {
      await client.end().catch(() => {});
      throw error;
    }
    if (this.#closed) return client.end();
    this.#client = client;
    this.#failures = 0;
    for (const handler of this.#connected) this.#guard(handler);
  }

  #deliver(channel: string, payload: string): void {
    for (const handler of this.#handlers.get(channel) ?? []) this.#guard(() => handler(payload));
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ error }, 'a listener failed');
    }
  }

  #lost(error: Error | undefined, client = this.#client): void {
    if (this.#closed || client === undefined || client !== this.#client) return;
    this.#client = undefined;
    client.end().catch(() => {});
    this.#options.log.warn({ error }, 'the listening connection was lost');
    this.#again();
  }

  #again(): void {
    const wait = Math.min(50 * 2 ** this.#failures++, this.#options.maxPause ?? 5_000);
    this.#timer = setTimeout(() => {
      if (this.#closed) return;
      this.#connect().catch((error: Error) => {
        this.#options.log.warn({ error, failures: this.#failures }, 'the listening connection cannot be made');
        this.#again();
      });
    }, wait);
    this.#timer.unref();
  }
}
