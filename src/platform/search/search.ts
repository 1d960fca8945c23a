import { sql } from 'kysely';
import type { ReadTx } from '../db/database.ts';
import { fold, pairsOf, readQuestion, type Question } from './fold.ts';
import { highlight, snippet, type TextPart } from './highlight.ts';
import type { SearchSource } from './search-source.ts';

export interface SearchOptions {
  /** Only documents of these types. */
  readonly types?: readonly string[] | undefined;
  /** First and last day, `YYYY-MM-DD`, both included; documents without a day are then left out. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface SearchHit {
  readonly type: string;
  readonly id: number;
  readonly title: readonly TextPart[];
  readonly reference: readonly TextPart[] | undefined;
  /** A piece of the body around the first occurrence. */
  readonly snippet: readonly TextPart[];
  readonly href: string;
  readonly date: string | null;
  /** Where it was found. */
  readonly foundIn: 'reference' | 'title' | 'body';
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Hits in all; of a very common text only the newest are looked through, and this is "at least" (`capped`). */
  readonly total: number;
  readonly capped: boolean;
  /** True when the text as typed was found nowhere and documents with all of its words are shown instead. */
  readonly wider: boolean;
  /** True when there was nothing of two characters to look for. */
  readonly tooShort: boolean;
  readonly next: string | undefined;
}

interface FoundRow {
  id: number;
  type: string;
  doc_id: number;
  title: string;
  reference: string | null;
  body: string;
  href: string;
  day: string | null;
  tier: number;
  total: number;
  capped: boolean;
}

interface Cursor {
  readonly wider: boolean;
  readonly tier: number;
  readonly day: string | null;
  readonly id: number;
}

/** Documents checked for one question at most; the newest of those that the index gives. */
const candidates = 3_000;
const places = ['reference', 'reference', 'title', 'body'] as const;

function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  try {
    const [wider, tier, day, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const good = typeof wider === 'boolean' && Number.isInteger(tier) && Number.isSafeInteger(id) && (day === null || (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day)));
    return good ? { wider, tier: tier as number, day: day as string | null, id: id as number } : undefined;
  } catch {
    return undefined;
  }
}

async function find(tx: ReadTx, question: Question, terms: readonly string[], options: SearchOptions, after: Cursor | undefined, size: number): Promise<FoundRow[]> {
  const pairs = [...new Set(terms.flatMap(pairsOf))];
  const { rows } = await sql<FoundRow>`select * from platform.search_find(${pairs}::int[], ${[...terms]}::text[], ${question.whole}::text,
    ${options.types ? [...options.types] : null}::text[], ${options.from ?? null}::date, ${options.to ?? null}::date,
    ${after?.tier ?? null}::int, ${after?.day ?? null}::date, ${after?.id ?? null}::bigint, ${size}::int, ${candidates}::int)`.execute(tx.db);
  return rows;
}

/** Asks each module which of its hits the actor may read as of now: the second wall behind the index's own keys. */
async function readable(tx: ReadTx, sources: readonly SearchSource[], rows: readonly FoundRow[]): Promise<Set<FoundRow>> {
  const kept = new Set<FoundRow>();
  for (const source of sources) {
    const own = rows.filter((row) => row.type === source.type);
    if (own.length === 0) continue;
    const ids = await source.readable(tx, own.map((row) => row.doc_id));
    for (const row of own) if (ids.has(row.doc_id)) kept.add(row);
  }
  return kept;
}

function hitOf(row: FoundRow, terms: readonly string[]): SearchHit {
  return {
    type: row.type,
    id: row.doc_id,
    title: highlight(row.title, terms),
    reference: row.reference === null ? undefined : highlight(row.reference, terms),
    snippet: snippet(row.body, terms),
    href: row.href,
    date: row.day,
    foundIn: places[row.tier] ?? 'body',
  };
}

/**
 * Searches the whole house for the transaction's actor: any text of two characters or more, wherever it stands, digits
 * in any form, abbreviations with or without dots. Best first: number exact, number, title, body; newest first within.
 * A text that occurs nowhere as typed is looked for word by word.
 */
export async function search(tx: ReadTx, sources: readonly SearchSource[], text: string, options: SearchOptions): Promise<SearchPage> {
  const question = readQuestion(text);
  if (!question) return { hits: [], total: 0, capped: false, wider: false, tooShort: fold(text).length > 0, next: undefined };
  const hits: SearchHit[] = [];
  let after = readCursor(options.after);
  let wider = after?.wider ?? false;
  let total = 0;
  let capped = false;
  let next: string | undefined;
  while (hits.length < options.limit) {
    const terms = wider ? (question.words ?? question.terms) : question.terms;
    const size = options.limit + 1;
    const rows = await find(tx, question, terms, options, after, size);
    if (rows.length === 0 && !after && !wider && question.words) {
      wider = true;
      continue;
    }
    total = Math.max(total, rows[0]?.total ?? 0);
    capped ||= rows[0]?.capped ?? false;
    const kept = await readable(tx, sources, rows);
    // What the module keeps back is not counted either: a number would tell that it exists.
    total -= rows.length - kept.size;
    for (const [index, row] of rows.entries()) {
      if (hits.length === options.limit) break;
      after = { wider, tier: row.tier, day: row.day, id: row.id };
      if (kept.has(row)) hits.push(hitOf(row, terms));
      next = index + 1 < rows.length ? Buffer.from(JSON.stringify([wider, row.tier, row.day, row.id])).toString('base64url') : undefined;
    }
    if (rows.length < size) break;
  }
  return { hits, total: Math.max(total, hits.length), capped, wider, tooShort: false, next };
}
