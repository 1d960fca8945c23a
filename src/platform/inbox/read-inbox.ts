import { sql, type RawBuilder } from 'kysely';
import type { ReadTx } from '../db/database.ts';
import type { InboxRow, InboxSource } from './inbox.ts';

export interface InboxQuery {
  /** Only lines of this source; all when undefined. */
  readonly kind?: string | undefined;
  /** `next` of the page before. A cursor that cannot be read begins at the top. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface InboxPage {
  readonly rows: readonly InboxRow[];
  /** Waiting lines per kind, whatever the filter. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
  /** Cursor of the following page; undefined on the last. */
  readonly next: string | undefined;
}

/** Place of a line in the order: due day (none last), urgency, newest arrival, key. */
interface Place {
  readonly due: string;
  readonly urgency: number;
  readonly arrived: number;
  readonly key: string;
}

function unionOf(tx: ReadTx, sources: readonly InboxSource[]): RawBuilder<InboxRow> {
  // The columns are cast, so that two sources that select another type of day or time still make one inbox.
  const parts = sources.map(
    (source) => sql`(select key::text, kind::text, reference::text, subject::text, "from"::text, href::text, due_on::date, arrived_at::timestamptz,
      urgency::text, secrecy::text, read::boolean, step::text from (${source.lines(tx)}) source)`,
  );
  return sql<InboxRow>`${sql.join(parts, sql` union all `)}`;
}

function readCursor(text: string | undefined): Place | undefined {
  if (!text) return undefined;
  try {
    const [due, urgency, arrived, key] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const good = typeof due === 'string' && /^\d{4}-\d\d-\d\d$/.test(due) && Number.isInteger(urgency) && Number.isInteger(arrived) && typeof key === 'string';
    return good ? { due, urgency: urgency as number, arrived: arrived as number, key } : undefined;
  } catch {
    return undefined;
  }
}

/** What a page of the inbox counted in its transaction, so that the frame around it does not read everything again. */
const counted = new WeakMap<ReadTx, { readonly sources: readonly InboxSource[]; readonly total: number }>();
const sameSources = (one: readonly InboxSource[], other: readonly InboxSource[]) => one.length === other.length && one.every((source, at) => source === other[at]);

type PlacedRow = Omit<InboxRow, 'arrived_at'> & { arrived_at: string; place: Place };

/**
 * One page of what waits for the actor and the counts of every kind, in one statement: all sources joined by
 * `union all`, ordered by due day (none last), urgency and arrival, paged by key.
 */
export async function readInbox(tx: ReadTx, sources: readonly InboxSource[], query: InboxQuery): Promise<InboxPage> {
  if (sources.length === 0) return { rows: [], counts: new Map(), total: 0, next: undefined };
  const after = readCursor(query.after);
  const ofKind = query.kind === undefined ? sql`true` : sql`kind = ${query.kind}`;
  const beyond = after
    ? sql`(due, urgency_rank, arrived, key) > (${after.due}::date, ${after.urgency}::int, ${after.arrived}::bigint, ${after.key}::text)`
    : sql`true`;
  const { rows } = await sql<{ counts: Record<string, number>; page: PlacedRow[] }>`
    with lines as materialized (
      select l.*, coalesce(l.due_on::date, date '9999-12-31') as due,
        case l.urgency when 'most-urgent' then 0 when 'very-urgent' then 1 when 'urgent' then 2 else 3 end as urgency_rank,
        -(extract(epoch from l.arrived_at) * 1000000)::bigint as arrived
      from (${unionOf(tx, sources)}) l
    ), page as (
      select * from lines where ${ofKind} and ${beyond} order by due, urgency_rank, arrived, key limit ${query.limit + 1}::int
    )
    select (select coalesce(jsonb_object_agg(kind, n), '{}') from (select kind, count(*)::int n from lines group by kind) c) as counts,
      (select coalesce(jsonb_agg(jsonb_build_object('key', key, 'kind', kind, 'reference', reference, 'subject', subject, 'from', "from",
        'href', href, 'due_on', due_on::date, 'arrived_at', arrived_at, 'urgency', urgency, 'secrecy', secrecy, 'read', read, 'step', step,
        'place', jsonb_build_object('due', due, 'urgency', urgency_rank, 'arrived', arrived, 'key', key))
        order by due, urgency_rank, arrived, key), '[]') from page) as page`.execute(tx.db);
  const { counts = {}, page = [] } = rows[0] ?? {};
  const shown = page.slice(0, query.limit);
  const last = shown.at(-1)?.place;
  const total = Object.values(counts).reduce((sum, n) => sum + n, 0);
  counted.set(tx, { sources, total });
  return {
    rows: shown.map(({ place: _place, ...row }) => ({ ...row, arrived_at: new Date(row.arrived_at) })),
    counts: new Map(Object.entries(counts)),
    total,
    next: page.length > query.limit && last ? Buffer.from(JSON.stringify([last.due, last.urgency, last.arrived, last.key])).toString('base64url') : undefined,
  };
}

/** How many lines wait for the actor, for the frame of each page; no statement where the page has counted the same lines. */
export async function countInbox(tx: ReadTx, sources: readonly InboxSource[]): Promise<number> {
  if (sources.length === 0) return 0;
  const known = counted.get(tx);
  if (known && sameSources(known.sources, sources)) return known.total;
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (${unionOf(tx, sources)}) l`.execute(tx.db);
  return rows[0]?.n ?? 0;
}
