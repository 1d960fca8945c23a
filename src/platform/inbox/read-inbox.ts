import { sql, type RawBuilder } from 'kysely';
import type { ReadTx } from '../db/database.ts';
import type { InboxRow, InboxSource } from './inbox.ts';

export interface InboxQuery {
  /** Only lines of this source. */
  readonly kind?: string;
  /** Key of the last line of the page before. */
  readonly after?: string;
  readonly limit: number;
}

export interface InboxPage {
  readonly rows: readonly InboxRow[];
  /** Waiting lines by kind, over the whole inbox. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Key to ask the next page with; undefined on the last. */
  readonly next: string | undefined;
}

function unionOf(tx: ReadTx, sources: readonly InboxSource[]): RawBuilder<InboxRow> {
  const parts = sources.map((source) => sql`(${source.lines(tx)})`);
  return sql<InboxRow>`${sql.join(parts, sql` union all `)}`;
}

/**
 * What waits for the transaction's actor: overdue and near first, then by arrival. One statement for the rows and the
 * counts of all kinds together; pages by key, so that a line that arrives does not shift what was read.
 */
export async function readInbox(tx: ReadTx, sources: readonly InboxSource[], query: InboxQuery): Promise<InboxPage> {
  if (sources.length === 0) return { rows: [], counts: new Map(), total: 0, next: undefined };
  const cursor = query.after ? readCursor(query.after) : undefined;
  const result = await sql<InboxRow & { counts: Record<string, number>; sort_day: string; sort_at: string }>`
    with waiting as materialized (${unionOf(tx, sources)}),
    counts as (select coalesce(jsonb_object_agg(kind, n), '{}') as counts from (select kind, count(*)::int as n from waiting group by kind) by_kind),
    page as (
      select *, coalesce(due_on::text, '9999-12-31') as sort_day, to_char(arrived_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as sort_at
      from waiting
      where ${query.kind ? sql`kind = ${query.kind}` : sql`true`}
      order by coalesce(due_on::text, '9999-12-31'), arrived_at, key
    )
    select page.*, counts.counts from counts left join lateral (
      select * from page
      where ${cursor ? sql`(sort_day, sort_at, key) > (${cursor.day}, ${cursor.at}, ${cursor.key})` : sql`true`}
      order by sort_day, sort_at, key limit ${query.limit + 1}
    ) page on true`.execute(tx.db);
  const counts = new Map(Object.entries(result.rows[0]?.counts ?? {}));
  const found = result.rows.filter((row) => row.key !== null);
  const rows = found.slice(0, query.limit);
  const last = rows.at(-1);
  return {
    rows,
    counts,
    total: [...counts.values()].reduce((sum, n) => sum + n, 0),
    next: found.length > query.limit && last ? `${last.sort_day}|${last.sort_at}|${last.key}` : undefined,
  };
}

function readCursor(text: string): { day: string; at: string; key: string } | undefined {
  const [day, at, ...key] = text.split('|');
  return day && at && key.length > 0 ? { day, at, key: key.join('|') } : undefined;
}

/** Number of lines that wait, for the menu. */
export async function countInbox(tx: ReadTx, sources: readonly InboxSource[]): Promise<number> {
  if (sources.length === 0) return 0;
  const result = await sql<{ n: number }>`select count(*)::int as n from (${unionOf(tx, sources)}) waiting`.execute(tx.db);
  return result.rows[0]?.n ?? 0;
}
