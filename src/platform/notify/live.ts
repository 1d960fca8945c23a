import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import type { Listener } from './listener.ts';

/**
 * Something that an open page may want to know. Only what kind and which record: pages read the record itself under
 * its own rights. `resync`: messages may have been missed, read everything anew.
 */
export interface LiveEvent {
  readonly kind: string;
  readonly id?: number | string;
}

const channel = 'krom_live';
/** PostgreSQL takes 8000 bytes in one message. */
const maxBytes = 7_500;
/** A page that does not take its events is told to read anew. */
const maxWaiting = 200;

/** Topic of what concerns one person; records have topics such as `meetings.minutes:17`. */
export function personTopic(personId: number): string {
  return `person:${personId}`;
}

/** Tells the open pages of these topics after commit. Nothing secret belongs in it. */
export async function announce(tx: Tx, topics: readonly string[], event: LiveEvent): Promise<void> {
  const messages: string[] = [];
  let some: string[] = [];
  let bytes = 0;
  const flush = () => {
    if (some.length > 0) messages.push(JSON.stringify({ topics: some, event }));
    some = [];
    bytes = Buffer.byteLength(JSON.stringify(event)) + 30;
  };
  flush();
  for (const topic of topics) {
    const size = Buffer.byteLength(topic) + 3;
    if (bytes + size > maxBytes) flush();
    some.push(topic);
    bytes += size;
  }
  flush();
  if (messages.length > 0) await sql`select pg_notify(${channel}, m) from unnest(${messages}::text[]) m`.execute(tx.db);
}

class Subscription implements AsyncIterableIterator<LiveEvent> {
  readonly topics: readonly string[];
  readonly #leave: () => void;
  #waiting: LiveEvent[] = [];
  #wake: ((result: IteratorResult<LiveEvent>) => void) | undefined;
  #done = false;

  constructor(topics: readonly string[], leave: (subscription: Subscription) => void) {
    this.topics = topics;
    this.#leave = () => leave(this);
  }

  push(event: LiveEvent): void {
    if (this.#done) return;
    if (this.#wake) {
      const wake = this.#wake;
      this.#wake = undefined;
      wake({ value: event, done: false });
    } else if (event.kind === 'resync' || this.#waiting.length >= maxWaiting) {
      this.#waiting = [{ kind: 'resync' }];
    } else {
      this.#waiting.push(event);
    }
  }

  next(): Promise<IteratorResult<LiveEvent>> {
    const event = this.#waiting.shift();
    if (event) return Promise.resolve({ value: event, done: false });
    if (this.#done) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => (this.#wake = resolve));
  }

  return(): Promise<IteratorResult<LiveEvent>> {
    this.#done = true;
    this.#waiting = [];
    this.#leave();
    this.#wake?.({ value: undefined, done: true });
    this.#wake = undefined;
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Hands what any process announces to the open pages of this one, over its single listening connection. */
export class Live {
  readonly #byTopic = new Map<string, Set<Subscription>>();
  readonly #stops: (() => void)[];

  constructor(listener: Listener) {
    this.#stops = [
      listener.on(channel, (payload) => this.#deliver(payload)),
      listener.onReconnect(() => {
        for (const subscription of this.#all()) subscription.push({ kind: 'resync' });
      }),
    ];
  }

  /** Number of open subscriptions. */
  get size(): number {
    return this.#all().size;
  }

  /**
   * Events of these topics as they come; an event of two topics comes once. Ends when `signal` is aborted or the loop
   * is left.
   */
  subscribe(topics: readonly string[], signal?: AbortSignal): AsyncIterableIterator<LiveEvent> {
    const subscription = new Subscription(topics, (left) => this.#leave(left));
    for (const topic of topics) {
      let set = this.#byTopic.get(topic);
      if (!set) this.#byTopic.set(topic, (set = new Set()));
      set.add(subscription);
    }
    if (signal?.aborted) void subscription.return();
    else signal?.addEventListener('abort', () => void subscription.return(), { once: true });
    return subscription;
  }

  /** Ends every subscription: the process stops. */
  close(): void {
    for (const stop of this.#stops) stop();
    for (const subscription of this.#all()) void subscription.return();
  }

  #all(): Set<Subscription> {
    return new Set([...this.#byTopic.values()].flatMap((set) => [...set]));
  }

  #leave(subscription: Subscription): void {
    for (const topic of subscription.topics) {
      const set = this.#byTopic.get(topic);
      set?.delete(subscription);
      if (set?.size === 0) this.#byTopic.delete(topic);
    }
  }

  #deliver(payload: string): void {
    const { topics, event } = JSON.parse(payload) as { topics: string[]; event: LiveEvent };
    const told = new Set(topics.flatMap((topic) => [...(this.#byTopic.get(topic) ?? [])]));
    for (const subscription of told) subscription.push(event);
  }
}
