import { sql } from 'kysely';
import { normaliseText, segment, type Dictionary } from '../../thai/index.ts';
import type { Tx } from '../db/database.ts';
import { fold, gramsOf, hash32 } from './fold.ts';
import type { SearchDocument } from './search-source.ts';
import { readDictionary } from './vocabulary.ts';

/** Beyond this a body is cut: about sixty pages. */
const maxBody = 200_000;
/** Distinct words of one document at most: about ten pages, enough to tell what it is about. */
const maxWords = 2_000;
const batch = 200;

/** What the index keeps beside the text itself. */
export interface IndexedForm {
  readonly title_folded: string;
  readonly reference_folded: string | null;
  readonly folded: string;
  readonly grams: readonly number[];
  readonly words: readonly number[];
}

/** The forms of a document under which it is found. */
export function indexedForm(document: { title: string; reference: string | null; body: string }, dictionary: Dictionary): IndexedForm {
  const titleFolded = fold(document.title);
  const referenceFolded = document.reference === null ? null : fold(document.reference);
  // A sign that folding never leaves stands between the fields, so that nothing is found across them.
  const heads = `${titleFolded}\n${referenceFolded ?? ''}`;
  const folded = `${heads}\n${fold(document.body)}`;
  const words = wordsOf(`${document.title}\n${document.reference ?? ''}\n${document.body}`, dictionary);
  return { title_folded: titleFolded, reference_folded: referenceFolded, folded, grams: [...new Set([...gramsOf(folded), ...gramsOf(heads, 'title')])], words };
}

const knownWords = new Map<string, number>();
const maxKnown = 50_000;

/** The number of a word; 0 for what is no word once it is folded. Words come back: each is folded once. */
function wordNumber(word: string): number {
  let known = knownWords.get(word);
  if (known === undefined) {
    const key = fold(word);
    known = key.length > 1 ? hash32(key) : 0;
    if (knownWords.size >= maxKnown) knownWords.clear();
    knownWords.set(word, known);
  }
  return known;
}

/** Distinct words of a normalised text as numbers. */
function wordsOf(text: string, dictionary: Dictionary): number[] {
  const words = new Set<number>();
  for (const each of segment(text, dictionary)) {
    if (words.size >= maxWords) break;
    const number = each.isWord ? wordNumber(each.text) : 0;
    if (number !== 0) words.add(number);
  }
  return [...words];
}

function rowOf(document: SearchDocument, dictionary: Dictionary) {
  const title = normaliseText(document.title);
  const body = normaliseText(document.body.slice(0, maxBody));
  const reference = document.reference === undefined || document.reference.trim() === '' ? null : normaliseText(document.reference);
  return {
    type: document.type,
    doc_id: document.id,
    title,
    reference,
    body,
    href: document.href,
    day: document.date ?? null,
    readers: [...new Set(document.readers)],
    unit_id: document.unitId ?? null,
    ...indexedForm({ title, reference, body }, dictionary),
  };
}

/** Puts a document into the search, or renews it, in the transaction of its change. */
export async function indexDocument(tx: Tx, document: SearchDocument): Promise<void> {
  await indexDocuments(tx, [document]);
}

/** Many at once: one statement for each two hundred. */
export async function indexDocuments(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  const dictionary = await readDictionary(tx);
  for (let from = 0; from < documents.length; from += batch) {
    const rows = documents.slice(from, from + batch).map((document) => rowOf(document, dictionary));
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
