import { Kysely, sql } from 'kysely';
import { isLostConnection } from './lost-connection.ts';
import pg from 'pg';
import type { Actor } from '../access/actor.ts';
import { connectionDialect } from './connection-dialect.ts';
import type { Statement, TransactionStats } from './named-client.ts';
import type { DB } from './schema.ts';

declare const writable: unique symbol;

/** A read-only transaction of one actor. Row-level security sees that actor's principals, nothing else. */
export interface ReadTx {
  readonly db: Kysely<DB>;
  readonly actor: Actor;
  readonly stats: TransactionStats;
}

/** A writing transaction. Only the platform makes one, so a function that takes `Tx` cannot be called from a page load. */
export interface Tx extends ReadTx {
  readonly [writable]: true;
}

const retryable = new Set(['40001', '40P01', '55P03']);
function codeOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** An outcome that cannot be known: the connection was lost while COMMIT was under way. Idempotency keys settle it. */
export class CommitUnknownError extends Error {
  constructor(cause: unknown) {
    super('The connection was lost during commit', { cause });
    this.name = 'CommitUnknownError';
  }
}

export interface DatabaseOptions {
  readonly url: string;
  readonly maxConnections?: number;
  /** Called for errors of idle connections, which would otherwise end the process. */
  readonly onError?: (error: Error) => void;
}

/** The application's way into PostgreSQL: every statement runs in a transaction that carries its actor. */
export class Database {
  readonly pool: pg.Pool;
  readonly #watchers: ((statement: Statement) => void)[] = [];
  #closing = false;
  /** How long a transaction is tried again while the server is away, in ms. */
  outagePatience = 15_000;

  constructor(options: DatabaseOptions) {
    this.pool = new pg.Pool({
      connectionString: options.url,
      max: options.maxConnections ?? 16,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      // Statements that do not wait for each other (`together`) go out at once instead of one a round trip.
      pipeline: true,
    });
    this.pool.on('error', (error) => {
      if (!this.#closing) options.onError?.(error);
    });
    // A connection cut between two statements of a transaction would end the process; its next statement fails instead.
    this.pool.on('connect', (client) => client.on('error', () => {}));
  }

  /** Tells `watcher` of every statement from now on: for figures and the log of slow ones. */
  watch(watcher: (statement: Statement) => void): void {
    this.#watchers.push(watcher);
  }

  /** Runs `work` in a read-only transaction: a GET cannot change business state (design rule 5). */
  read<T>(actor: Actor, work: (tx: ReadTx) => Promise<T>, stats?: TransactionStats): Promise<T> {
    return this.#run(actor, 'begin read only', work, stats);
  }

  /**
   * Runs `work` in a writing transaction; all or nothing. Serialisation failures, deadlocks and a lost server are
   * tried again, so `work` must have no outside effect (design rules 4 and 9).
   */
  write<T>(actor: Actor, work: (tx: Tx) => Promise<T>, stats?: TransactionStats): Promise<T> {
    return this.#run(actor, 'begin', (tx) => work(tx as Tx), stats);
  }

  async #run<T>(actor: Actor, begin: string, work: (tx: ReadTx) => Promise<T>, given?: TransactionStats): Promise<T> {
    const stats = given ?? { statements: 0, rows: 0 };
    if (this.#watchers.length > 0) stats.watch ??= (statement) => this.#watchers.forEach((watcher) => watcher(statement));
    const deadline = Date.now() + this.outagePatience;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#once(actor, begin, work, stats);
      } catch (error) {
        if (error instanceof CommitUnknownError) throw error;
        const again = retryable.has(codeOf(error) ?? '') ? attempt < 5 : isLostConnection(error) && Date.now() < deadline;
        if (!again) throw error;
        stats.statements = 0;
        stats.rows = 0;
        if (stats.log) stats.log.length = 0;
        await pause(Math.min(20 * 2 ** attempt, 500) * (0.5 + Math.random()));
      }
    }
  }

  async #once<T>(actor: Actor, begin: string, work: (tx: ReadTx) => Promise<T>, stats: TransactionStats): Promise<T> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    try {
      // The first statement of the work does not wait for the opening. If that fails, the transaction is aborted or
      // there is none, and no actor is set: nothing is read or written, and what is told is why it could not open.
      const opening = client.query(`${begin}; ${actorSettings(actor)}`);
      opening.catch(() => {});
      const tx: ReadTx = { db: new Kysely<DB>({ dialect: connectionDialect(client, stats) }), actor, stats };
      let value: T;
      try {
        value = await work(tx);
      } finally {
        await opening;
      }
      try {
        await client.query('commit');
      } catch (error) {
        if (isLostConnection(error) && begin === 'begin') throw new CommitUnknownError(error);
        throw error;
      }
      return value;
    } catch (error) {
      if (isLostConnection(error) || error instanceof CommitUnknownError) broken = error as Error;
      else await client.query('rollback').catch((failed: Error) => (broken = failed));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  close(): Promise<void> {
    this.#closing = true;
    return this.pool.end();
  }
}

/** The settings that row-level security reads; integers only, so nothing can be injected. */
export function actorSettings(actor: Actor): string {
  const principals = actor.principals.map((id) => Math.trunc(id)).join(',');
  const system = actor.kind === 'system' ? 'on' : 'off';
  const takenOver = actor.takenOver ? `; set local krom.taken_over = '{${actor.takenOver.units.map((id) => Math.trunc(id)).join(',')}}'` : '';
  return `set local krom.actor_id = '${Math.trunc(actor.id)}'; set local krom.principals = '{${principals}}'; set local krom.system = '${system}'${takenOver}`;
}

export { sql };
