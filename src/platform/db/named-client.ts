import { createHash } from 'node:crypto';
import pg from 'pg';

// bigint and numeric counts in this house stay far below 2^53; dates stay the calendar day that was stored.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);

const maxNames = 4000;
const names = new Map<string, string>();

/** A stable name per SQL text, so that each connection plans it once. Beyond `maxNames` texts run unnamed. */
export function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= maxNames) return undefined;
  const name = 'k' + createHash('sha1').update(text).digest('base64url').slice(0, 20);
  names.set(text, name);
  return name;
}

export interface StatementLog {
  text: string;
  values: readonly unknown[];
  rows: number;
}

/** One statement as it was answered, without its values. */
export interface Statement {
  /** Name under which connections keep its plan; empty where it has none. */
  readonly name: string;
  readonly text: string;
  readonly ms: number;
  readonly rows: number;
}

/** What one transaction did, for the page report and the benchmark's replay (design rule 15). */
export interface TransactionStats {
  statements: number;
  rows: number;
  /** Set to collect every statement with its values. */
  log?: StatementLog[];
  /** Told of every statement; set by the database where somebody watches. */
  watch?: ((statement: Statement) => void) | undefined;
}

export async function runNamed<R extends pg.QueryResultRow>(
  client: pg.ClientBase,
  stats: TransactionStats,
  text: string,
  values: readonly unknown[],
): Promise<pg.QueryResult<R>> {
  stats.statements += 1;
  const name = statementName(text);
  const started = stats.watch ? performance.now() : 0;
  const result = await client.query<R>({ ...(name ? { name } : {}), text, values: values as unknown[] });
  stats.rows += result.rows?.length ?? 0;
  stats.watch?.({ name: name ?? '', text, ms: performance.now() - started, rows: result.rows?.length ?? 0 });
  stats.log?.push({ text, values, rows: result.rows?.length ?? 0 });
  return result;
}
