// Lists of requests: what waits for the actor, what the actor's units asked for, what has ended.
import { sql } from 'kysely';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { PartKind, RequestState } from '../domain/request.ts';
import { mayRead } from './requests.ts';

export const views = ['waiting', 'ours', 'ended'] as const;
export type View = (typeof views)[number];

export interface RequestLine {
  readonly id: number;
  readonly reference: string;
  readonly title: string;
  readonly state: RequestState;
  readonly requestedByName: string;
  readonly requestedAt: Date;
  readonly done: number;
  readonly parts: number;
  /** What waits for the actor; null where nothing does. */
  readonly mine: PartKind | null;
  /** Posts and people whose turn it is. */
  readonly turn: string;
}

export interface LineFilter {
  readonly view: View;
  readonly words?: string | undefined;
  /** Of `ended`: how it ended. */
  readonly state?: Exclude<RequestState, 'open'> | undefined;
  /** Id of the last line of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

const escaped = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`;

/** Requests that the actor sees, newest first. One statement. */
export async function requestLines(tx: ReadTx, filter: LineFilter): Promise<RequestLine[]> {
  const ids = [...tx.actor.principals];
  const words = filter.words?.trim() ? escaped(filter.words.trim()) : null;
  const myOpen = sql`(select min(p.kind) from signatures.part p where p.request_id = r.id and p.state = 'open' and (p.position_id = any(${ids}::int[]) or p.person_id = ${tx.actor.id}))`;
  const chosen = {
    waiting: sql<boolean>`r.state = 'open' and ${myOpen} is not null`,
    ours: sql<boolean>`r.state = 'open' and (r.requested_by = ${tx.actor.id} or r.owner_unit_id = any(${ids}::int[]))`,
    ended: sql<boolean>`r.state <> 'open' and (${filter.state ?? null}::text is null or r.state = ${filter.state ?? null})`,
  }[filter.view];
  const { rows } = await sql<RequestLine>`
    select r.id, r.reference, r.title, r.state, r.requested_by_name as "requestedByName", r.requested_at as "requestedAt", c.done, c.parts, ${myOpen} as mine, coalesce(c.turn, '') as turn
    from signatures.request r cross join lateral (
      select (count(*) filter (where p.state in ('signed', 'done')))::int as done, count(*)::int as parts, string_agg(p.label, ', ' order by p.step, p.ordinal) filter (where p.state = 'open') as turn
      from signatures.part p where p.request_id = r.id) c
    where ${mayRead(tx)} and ${chosen} and (${filter.before ?? null}::bigint is null or r.id < ${filter.before ?? null}::bigint)
      and (${words}::text is null or r.title ilike ${words} or r.reference ilike ${words} or translate(r.reference, '๐๑๒๓๔๕๖๗๘๙', '0123456789') ilike ${words})
    order by r.id desc limit ${filter.limit}`.execute(tx.db);
  return rows;
}
