import type pg from 'pg';

/** The few messages of PostgreSQL's protocol that `pg` leaves to others: rows streamed out and in by COPY. */

/** What `pg` hands to a query under way; its own types leave these out. */
interface WireConnection {
  readonly stream: NodeJS.ReadableStream & NodeJS.WritableStream & { writableNeedDrain?: boolean };
  query(text: string): void;
  sendCopyFromChunk(chunk: Uint8Array): boolean;
  endCopyFrom(): void;
  sendCopyFail(why: string): void;
}

type Settle = { resolve(): void; reject(error: unknown): void };

/** What `pg` calls on the query that is under way. Results that a COPY has besides its rows are of no use here. */
abstract class WireQuery {
  readonly #text: string;
  protected readonly settle: Settle;
  protected failed: unknown;

  constructor(text: string, settle: Settle) {
    this.#text = text;
    this.settle = settle;
  }
  submit(connection: WireConnection): void {
    connection.query(this.#text);
  }
  handleRowDescription(): void {}
  handleDataRow(_message: { fields: readonly (Buffer | string | null)[] }): void {}
  handleCommandComplete(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCopyInResponse(connection: WireConnection): void {
    connection.sendCopyFail('nothing to send');
  }
  handleCopyData(_message: { chunk: Buffer }, _connection: WireConnection): void {}
  handleError(error: unknown): void {
    this.settle.reject(this.failed ?? error);
  }
  handleReadyForQuery(): void {
    if (this.failed) this.settle.reject(this.failed);
    else this.settle.resolve();
  }
}

const batchBytes = 131_072;

class CopyOut extends WireQuery {
  readonly #take: (bytes: Buffer, messages: number) => Promise<void> | void;
  readonly #rows: ((fields: readonly (Buffer | string | null)[]) => void) | undefined;
  #waiting: Buffer[] = [];
  #size = 0;
  #taking: Promise<void> = Promise.resolve();

  constructor(text: string, settle: Settle, take: (bytes: Buffer, messages: number) => Promise<void> | void, rows?: (fields: readonly (Buffer | string | null)[]) => void) {
    super(text, settle);
    this.#take = take;
    this.#rows = rows;
  }
  override handleDataRow(message: { fields: readonly (Buffer | string | null)[] }): void {
    this.#rows?.(message.fields);
  }
  override handleCopyData({ chunk }: { chunk: Buffer }, connection: WireConnection): void {
    if (this.failed) return;
    // The parser uses its buffer again: what is kept is copied.
    this.#waiting.push(Buffer.from(chunk));
    this.#size += chunk.length;
    if (this.#size < batchBytes) return;
    connection.stream.pause();
    this.#flush().then(
      () => connection.stream.resume(),
      (error: unknown) => {
        this.failed = error;
        connection.stream.resume();
      },
    );
  }
  #flush(): Promise<void> {
    const messages = this.#waiting;
    this.#waiting = [];
    this.#size = 0;
    this.#taking = this.#taking.then(async () => {
      if (messages.length > 0) await this.#take(Buffer.concat(messages), messages.length);
    });
    return this.#taking;
  }
  override handleReadyForQuery(): void {
    if (this.failed) {
      this.#taking.catch(() => {});
      this.settle.reject(this.failed);
    } else {
      this.#flush().then(this.settle.resolve, this.settle.reject);
    }
  }
}

class CopyIn extends WireQuery {
  readonly #source: AsyncIterable<Uint8Array>;
  constructor(text: string, settle: Settle, source: AsyncIterable<Uint8Array>) {
    super(text, settle);
    this.#source = source;
  }
  override handleCopyInResponse(connection: WireConnection): void {
    this.#send(connection).catch((error: unknown) => {
      this.failed = error;
      connection.sendCopyFail('the source of the rows failed');
    });
  }
  async #send(connection: WireConnection): Promise<void> {
    for await (const chunk of this.#source) {
      if (chunk.length === 0) continue;
      if (!connection.sendCopyFromChunk(chunk)) await drained(connection.stream);
      if (this.failed) return;
    }
    connection.endCopyFrom();
  }
}

function drained(stream: WireConnection['stream']): Promise<void> {
  if (!stream.writableNeedDrain) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const done = (error?: unknown) => {
      stream.removeListener('drain', done);
      stream.removeListener('close', closed);
      if (error) reject(error instanceof Error ? error : new Error('the connection was lost'));
      else resolve();
    };
    const closed = () => done(new Error('the connection was lost'));
    stream.once('drain', done);
    stream.once('close', closed);
  });
}

function run(client: pg.ClientBase, make: (settle: Settle) => WireQuery): Promise<void> {
  return new Promise((resolve, reject) => {
    client.query(make({ resolve, reject }) as unknown as pg.Submittable);
  });
}

/**
 * Streams `copy … to stdout`; a slow taker slows the server down. `take` gets whole messages joined (a message is one
 * row) and how many they are. An error of `take` ends the copy and is thrown.
 */
export function copyOut(client: pg.ClientBase, text: string, take: (bytes: Buffer, messages: number) => Promise<void> | void): Promise<void> {
  return run(client, (settle) => new CopyOut(text, settle, take));
}

/** Streams rows into `copy … from stdin`. An error of the source undoes the statement and is thrown. */
export function copyIn(client: pg.ClientBase, text: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  return run(client, (settle) => new CopyIn(text, settle, source));
}

/** One message of the stream of `BASE_BACKUP`: a new archive, bytes of it, the server's own manifest, or progress. */
export type BaseMessage = { readonly kind: 'archive'; readonly name: string } | { readonly kind: 'manifest' } | { readonly kind: 'data'; readonly bytes: Buffer } | { readonly kind: 'progress'; readonly bytes: number };

class BaseBackup extends CopyOut {
  readonly #one: (message: BaseMessage) => Promise<void> | void;
  #under: Promise<void> = Promise.resolve();
  #queued = 0;
  constructor(text: string, settle: Settle, one: (message: BaseMessage) => Promise<void> | void, rows: (fields: readonly (Buffer | string | null)[]) => void) {
    super(text, settle, () => {}, rows);
    this.#one = one;
  }
  override handleCopyData({ chunk }: { chunk: Buffer }, connection: WireConnection): void {
    if (this.failed) return;
    const message = readBaseMessage(chunk);
    if (!message) return;
    this.#queued += 1;
    if (this.#queued === 32) connection.stream.pause();
    this.#under = this.#under.then(async () => {
      try {
        if (!this.failed) await this.#one(message);
      } catch (error) {
        this.failed = error;
      }
      this.#queued -= 1;
      if (this.#queued === 16 || this.failed) connection.stream.resume();
    });
  }
  override handleReadyForQuery(): void {
    void this.#under.then(() => (this.failed ? this.settle.reject(this.failed) : this.settle.resolve()));
  }
}

function readBaseMessage(chunk: Buffer): BaseMessage | undefined {
  switch (String.fromCharCode(chunk[0] ?? 0)) {
    case 'n':
      return { kind: 'archive', name: chunk.toString('utf8', 1, chunk.indexOf(0, 1)) };
    case 'm':
      return { kind: 'manifest' };
    case 'd':
      return { kind: 'data', bytes: Buffer.from(chunk.subarray(1)) };
    case 'p':
      return { kind: 'progress', bytes: Number(chunk.readBigInt64BE(1)) };
    default:
      return undefined;
  }
}

/** Runs `BASE_BACKUP` on a replication connection. `rows` gets its small result rows: start, tablespaces, end. */
export function baseBackup(client: pg.ClientBase, text: string, one: (message: BaseMessage) => Promise<void> | void, rows: (fields: readonly string[]) => void): Promise<void> {
  return run(client, (settle) => new BaseBackup(text, settle, one, (fields) => rows(fields.map((field) => (field === null ? '' : field.toString())))));
}
