import {
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import { runNamed, type TransactionStats } from './named-client.ts';

class OneConnection implements DatabaseConnection {
  readonly #client: pg.ClientBase;
  readonly #stats: TransactionStats;
  constructor(client: pg.ClientBase, stats: TransactionStats) {
    this.#client = client;
    this.#stats = stats;
  }
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const result = await runNamed<Record<string, unknown>>(this.#client, this.#stats, query.sql, query.parameters);
    return {
      rows: (result.rows ?? []) as R[],
      ...(result.rowCount === null ? {} : { numAffectedRows: BigInt(result.rowCount) }),
    };
  }
  // eslint-disable-next-line require-yield
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('Streaming is not used: page by key instead');
  }
}

class OneConnectionDriver implements Driver {
  readonly #connection: OneConnection;
  constructor(connection: OneConnection) {
    this.#connection = connection;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    throw new Error('The platform opens transactions: use database.read or database.write');
  }
  async commitTransaction(): Promise<void> {}
  async rollbackTransaction(): Promise<void> {}
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

/** A Kysely dialect bound to one connection that is already inside a transaction. */
export function connectionDialect(client: pg.ClientBase, stats: TransactionStats): Dialect {
  const driver = new OneConnectionDriver(new OneConnection(client, stats));
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
