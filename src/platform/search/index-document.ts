import { sql } from 'kysely';
import { normaliseText } from '../../thai/index.ts';
import type { Tx } from '../db/database.ts';
import { fold, pairsOf } from './fold.ts';
import type { SearchDocument } from './search-source.ts';

/** Beyond this a body is cut: about sixty pages. */
const maxBody = 200_000;
const batch = 200;

function rowOf(document: SearchDocument) {
  const title = normaliseText(document.title);
  const body = normaliseText(document.body.slice(0, maxBody));
  const reference = document.reference === undefined || document.reference.trim() === '' ? null : normaliseText(document.reference);
  const titleFolded = fold(title);
  const referenceFolded = reference === null ? null : fold(reference);
  // A sign that folding never leaves stands between the fields, so that nothing is found across them.
  const folded = [titleFolded, referenceFolded ?? '', fold(body)].join('\n');
  return {
    type: document.type,
    doc_id: document.id,
    title,
    reference,
    body,
    href: document.href,
    day: document.date ?? null,
    readers: [...new Set(document.readers)],
    title_folded: titleFolded,
    reference_folded: referenceFolded,
    folded,
    pairs: pairsOf(folded),
  };
}

/** Puts a document into the search, or renews it, in the transaction of its change. */
export async function indexDocument(tx: Tx, document: SearchDocument): Promise<void> {
  await indexDocuments(tx, [document]);
}

/** Many at once: one statement for each two hundred. */
export async function indexDocuments(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  for (let from = 0; from < documents.length; from += batch) {
    const rows = documents.slice(from, from + batch).map(rowOf);
    await sql`select platform.search_put(${JSON.stringify(rows)}::jsonb)`.execute(tx.db);
  }
}

/** Changes who may find documents whose text stays as it is. */
export async function setSearchReaders(tx: Tx, type: string, ids: readonly number[], readers: readonly number[]): Promise<void> {
  await sql`select platform.search_set_readers(${type}::text, ${[...ids]}::bigint[], ${[...new Set(readers)]}::int[])`.execute(tx.db);
}

export async function removeDocument(tx: Tx, type: string, id: number): Promise<void> {
  await sql`select platform.search_remove(${type}::text, ${[id]}::bigint[])`.execute(tx.db);
}
