// The walk from a question to the records that answer it: index, text, and the policies of the records themselves.
import { sql } from 'kysely';
import { openedByActor } from '../access/access-log.ts';
import type { ReadTx } from '../db/database.ts';
import { askedOf, type Question } from './question.ts';
import type { SearchSource } from './search-source.ts';

/** Hits that are looked through, ranked and counted for one question at most; beyond it the count is "more than". */
export const mostHits = 500;

export interface SearchFilters {
  /** Only documents of these types. */
  readonly types?: readonly string[] | undefined;
  /** First and last day, `YYYY-MM-DD`, both included; documents without a day are then left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only documents of this unit. */
  readonly unit?: number | undefined;
  /** Only documents that name the actor in person. */
  readonly mine?: boolean | undefined;
  /** Only what the actor has not opened, as far as the access log reaches back; of kinds whose opening is logged. */
  readonly unread?: boolean | undefined;
  /** Only this document: to ask whether it is among the hits. */
  readonly only?: { readonly type: string; readonly id: number } | undefined;
}

/** A hit before its text is read. */
export interface FoundRow {
  readonly id: number;
  readonly type: string;
  readonly docId: number;
  readonly day: string | null;
  readonly tier: number;
  readonly score: number;
}

export interface Found {
  /** Best first. Both walls have let them through. */
  readonly rows: readonly FoundRow[];
  /** True when there are more than could be looked through. */
  readonly capped: boolean;
}

/** Asks each module which of its hits the actor may read as of now: the second wall behind the index's own keys. */
async function readable(tx: ReadTx, sources: readonly SearchSource[], rows: readonly FoundRow[]): Promise<FoundRow[]> {
  const kept = new Set<FoundRow>();
  for (const source of sources) {
    const own = rows.filter((row) => row.type === source.type);
    if (own.length === 0) continue;
    const ids = await source.readable(tx, own.map((row) => row.docId));
    for (const row of own) if (ids.has(row.docId)) kept.add(row);
  }
  return rows.filter((row) => kept.has(row));
}

/** Of these hits, those that the actor has not opened: one statement. */
async function notOpened(tx: ReadTx, rows: readonly FoundRow[]): Promise<FoundRow[]> {
  const opened = await openedByActor(tx, rows.map((row) => ({ type: row.type, id: row.docId })));
  return rows.filter((row) => !opened.has(`${row.type}:${row.docId}`));
}

/** All hits of a question for the transaction's actor, best first. `forgiving` looks past tones on both sides. */
export async function find(tx: ReadTx, sources: readonly SearchSource[], question: Question, filters: SearchFilters, forgiving = false): Promise<Found> {
  const { from, to, unit, mine, only, unread } = filters;
  const logged = sources.filter((source) => source.openingLogged).map((source) => source.type);
  const types = unread ? logged.filter((type) => filters.types?.includes(type) ?? true) : filters.types;
  if (types?.length === 0) return { rows: [], capped: false };
  const given = JSON.stringify({ types, from, to, unit, mine: mine || undefined, only });
  const { rows } = await sql<{ id: number | null } & Omit<FoundRow, 'id'>>`select id, type, doc_id as "docId", day, tier, score
    from platform.search_find(${askedOf(question, forgiving)}::jsonb, ${given}::jsonb, ${mostHits}::int)`.execute(tx.db);
  const found = rows.filter((row): row is FoundRow => row.id !== null);
  // What is more than the most was only found because a chunk is checked whole.
  const seen = await readable(tx, sources, found);
  const best = (unread ? await notOpened(tx, seen) : seen).sort((a, b) => b.score - a.score || b.id - a.id);
  return { rows: best.slice(0, mostHits), capped: found.length < rows.length || best.length > mostHits };
}

/** What is shown of a hit. */
export interface ShownText {
  readonly id: number;
  readonly title: string;
  readonly reference: string | null;
  readonly body: string;
  readonly href: string;
  readonly unitId: number | null;
}

/** Texts of hits that `find` gave, by their id. */
export async function textsOf(tx: ReadTx, rows: readonly FoundRow[]): Promise<ReadonlyMap<number, ShownText>> {
  if (rows.length === 0) return new Map();
  const { rows: texts } = await sql<ShownText>`select id, title, reference, body, href, unit_id as "unitId" from platform.search_show(${rows.map((row) => row.id)}::bigint[])`.execute(tx.db);
  return new Map(texts.map((text) => [text.id, text]));
}

interface LikeRow extends Omit<FoundRow, 'tier'> {
  readonly shared: number;
}

/** Records like one that the actor may see: they share its rare words. */
export async function findLike(tx: ReadTx, sources: readonly SearchSource[], of: { readonly type: string; readonly id: number }, most: number): Promise<readonly FoundRow[]> {
  const { rows } = await sql<LikeRow>`select id, type, doc_id as "docId", day, score, shared from platform.search_like(${of.type}::text, ${of.id}::bigint, ${most * 2}::int)`.execute(tx.db);
  // The record itself is asked for as well: whoever may no longer read it learns nothing of its words.
  const self = await sources.find((source) => source.type === of.type)?.readable(tx, [of.id]);
  if (!self?.has(of.id)) return [];
  return (await readable(tx, sources, rows.map((row) => ({ ...row, tier: 3 })))).slice(0, most);
}
