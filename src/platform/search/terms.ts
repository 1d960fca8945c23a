// The list of words and names of the house: kept, changed and taken out, never silently.
import { sql } from 'kysely';
import { clusterCount, normaliseText } from '../../thai/index.ts';
import type { ReadTx, Tx } from '../db/database.ts';
import { fail, ok, type Result } from '../result.ts';
import { fold } from './fold.ts';
import { askRenewal } from './renew.ts';

export type TermKind = 'word' | 'same';

/** One entry: a word that is never cut apart, or names and spellings that mean the same. */
export interface SearchTerm {
  readonly id: number;
  readonly kind: TermKind;
  readonly words: readonly string[];
  readonly note: string;
  readonly changedAt: Date;
  readonly changedByName: string;
}

export interface NewTerm {
  readonly kind: TermKind;
  readonly words: readonly string[];
  readonly note: string;
}

const longest = 80;
const mostNames = 12;

/** Reads the names of an entry as typed: one a line, or between commas. */
export function namesOf(text: string): string[] {
  return text.split(/[\n,;]/).map((name) => normaliseText(name).replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** An entry that can be kept, or words on what is wrong with it. */
export function readTerm(kind: TermKind, names: readonly string[], note: string): Result<NewTerm> {
  const words = names.filter((name, at) => names.findIndex((other) => fold(other) === fold(name)) === at);
  const long = words.find((name) => name.length > longest);
  if (long) return fail('TERM_LONG', { th: `“${long.slice(0, 40)}…” ยาวเกิน ${longest} ตัวอักษร`, en: `“${long.slice(0, 40)}…” is longer than ${longest} characters` });
  const short = words.find((name) => clusterCount(fold(name)) < 2);
  if (short !== undefined) return fail('TERM_SHORT', { th: `“${short}” สั้นเกินไป คำต้องมีอย่างน้อยสองตัวอักษร`, en: `“${short}” is too short: a word needs two letters` });
  if (kind === 'word' && words.length !== 1) return fail('TERM_ONE', { th: 'คำที่ไม่ให้ตัดใส่ได้ครั้งละหนึ่งคำ', en: 'A word that is never cut is entered one at a time' });
  if (kind === 'same' && (words.length < 2 || words.length > mostNames)) {
    return fail('TERM_SAME', { th: `คำที่ใช้แทนกันต้องมี 2 ถึง ${mostNames} คำที่เขียนต่างกัน`, en: `Names that mean the same are 2 to ${mostNames} that are written differently` });
  }
  return ok({ kind, words, note: note.trim() });
}

export interface TermQuery {
  readonly kind?: TermKind | undefined;
  /** Part of any of the words. */
  readonly q?: string | undefined;
  /** Id of the last line of the page before. */
  readonly after?: number | undefined;
  readonly limit: number;
}

/** Entries that hold, newest first. */
export async function listTerms(tx: ReadTx, query: TermQuery): Promise<SearchTerm[]> {
  const wanted = query.q ? fold(query.q) : '';
  const { rows } = await sql<SearchTerm>`select id, kind, words, note, changed_at as "changedAt", changed_by_name as "changedByName" from platform.search_term
    where removed_at is null and (${query.kind ?? null}::text is null or kind = ${query.kind ?? null}) and (${query.after ?? null}::bigint is null or id < ${query.after ?? null})
    order by id desc`.execute(tx.db);
  return rows.filter((term) => wanted === '' || term.words.some((word) => fold(word).includes(wanted))).slice(0, query.limit);
}

export async function findTerm(tx: ReadTx, id: number): Promise<SearchTerm | undefined> {
  const { rows } = await sql<SearchTerm>`select id, kind, words, note, changed_at as "changedAt", changed_by_name as "changedByName"
    from platform.search_term where id = ${id} and removed_at is null`.execute(tx.db);
  return rows[0];
}

/** What two entries that say the same have in common: kind and words, in any order and spelling. */
export const termKey = (term: Pick<NewTerm, 'kind' | 'words'>): string => [term.kind, ...term.words.map(fold).sort()].join('\n');

async function isKept(tx: ReadTx, term: NewTerm, except: number | null): Promise<boolean> {
  const same = (await listTerms(tx, { kind: term.kind, limit: 100_000 })).filter((one) => one.id !== except);
  return same.some((one) => termKey(one) === termKey(term));
}

const doubled = () => fail('TERM_KNOWN', { th: 'มีรายการนี้อยู่แล้ว', en: 'This entry is there already' }, { status: 422 });

/** Puts an entry into the list. A word that is never cut has the documents that contain it cut anew, by a job. */
export async function addTerm(tx: Tx, term: NewTerm, now: Date): Promise<Result<number>> {
  if (await isKept(tx, term, null)) return doubled();
  const { rows } = await sql<{ id: number }>`insert into platform.search_term (kind, words, note, changed_at, changed_by, changed_by_name)
    values (${term.kind}, ${[...term.words]}::text[], ${term.note}, ${now}, ${tx.actor.id}, ${tx.actor.name}) returning id`.execute(tx.db);
  if (term.kind === 'word') await askRenewal(tx, term.words, now);
  return ok((rows[0] as { id: number }).id);
}

/** Words of one run that cuts documents anew, at most: a run asks the index for all of its words at once. */
const wordsOfRun = 20;

/** Puts many entries into the list, those left out that are there already or twice. Resolves with how many were added. */
export async function addTerms(tx: Tx, terms: readonly NewTerm[], now: Date): Promise<number> {
  const kept = new Set((await listTerms(tx, { limit: 100_000 })).map(termKey));
  const fresh = terms.filter((term) => !kept.has(termKey(term)) && kept.add(termKey(term)));
  if (fresh.length === 0) return 0;
  await sql`insert into platform.search_term (kind, words, note, changed_at, changed_by, changed_by_name)
    select t.kind, t.words, t.note, ${now}, ${tx.actor.id}, ${tx.actor.name} from jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) t (kind text, words text[], note text)`.execute(tx.db);
  const cut = fresh.filter((term) => term.kind === 'word').flatMap((term) => term.words);
  for (let at = 0; at < cut.length; at += wordsOfRun) await askRenewal(tx, cut.slice(at, at + wordsOfRun), now);
  return fresh.length;
}

export async function changeTerm(tx: Tx, before: SearchTerm, term: NewTerm, now: Date): Promise<Result<number>> {
  if (await isKept(tx, term, before.id)) return doubled();
  await sql`update platform.search_term set words = ${[...term.words]}::text[], note = ${term.note}, changed_at = ${now}, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name}
    where id = ${before.id} and removed_at is null`.execute(tx.db);
  if (before.kind === 'word' && before.words[0] !== term.words[0]) await askRenewal(tx, [...before.words, ...term.words], now);
  return ok(before.id);
}

export async function removeTerm(tx: Tx, term: SearchTerm, now: Date): Promise<void> {
  await sql`update platform.search_term set removed_at = ${now}, changed_by = ${tx.actor.id}, changed_by_name = ${tx.actor.name} where id = ${term.id} and removed_at is null`.execute(tx.db);
  if (term.kind === 'word') await askRenewal(tx, term.words, now);
}
