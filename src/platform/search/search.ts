import { sql } from 'kysely';
import { otherLayout, type Dictionary } from '../../thai/index.ts';
import type { ReadTx } from '../db/database.ts';
import type { Words } from '../words.ts';
import { find, findLike, textsOf, type Found, type FoundRow, type SearchFilters, type ShownText } from './find.ts';
import { fold } from './fold.ts';
import { highlight, snippet, type TextPart } from './highlight.ts';
import { inPart, partsSaying } from './parts.ts';
import { mayForgive, readQuestion, widen, type Question } from './question.ts';
import type { SearchSource } from './search-source.ts';
import { createVocabulary, readVocabulary, type SearchNames, type Vocabulary } from './vocabulary.ts';
import { alternativesIn, reasons, type SearchMode } from './why.ts';

export { mostHits } from './find.ts';

export interface SearchOptions extends Omit<SearchFilters, 'only'> {
  /** Names that modules know beside the list of the house. */
  readonly names?: readonly SearchNames[];
  /** As typed and nothing else: no other names, years or keyboard. */
  readonly asTyped?: boolean | undefined;
  /** `next` of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

export interface SearchHit {
  readonly type: string;
  readonly id: number;
  readonly title: readonly TextPart[];
  readonly reference: readonly TextPart[] | undefined;
  /** A piece of the body around most of the occurrences. */
  readonly snippet: readonly TextPart[];
  readonly href: string;
  readonly date: string | null;
  /** Where it was found. */
  readonly foundIn: 'reference' | 'title' | 'body';
  /** Why it was found, in plain words. */
  readonly why: readonly Words[];
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Hits in all that both walls let through; when `capped`, there are more than this. */
  readonly total: number;
  readonly capped: boolean;
  /** How many of them there are of each type. */
  readonly types: ReadonlyMap<string, number>;
  /** How the text was read: as typed, as the other keyboard layout, word by word, with other tones. */
  readonly mode: SearchMode;
  /** What was looked for when that is not what was typed. */
  readonly readAs: string | undefined;
  /** True when the text as typed was found nowhere and documents with all of its words are shown instead. */
  readonly wider: boolean;
  /** True when there was nothing of two letters to look for. */
  readonly tooShort: boolean;
  /** Names near to what was asked, where nothing was found. */
  readonly suggestions: readonly string[];
  readonly next: string | undefined;
}

interface Cursor {
  readonly mode: SearchMode;
  readonly score: number;
  readonly id: number;
}

const modes: readonly SearchMode[] = ['exact', 'keyboard', 'wider', 'spelling'];
const places = ['reference', 'reference', 'title', 'body'] as const;

function readCursor(text: string | undefined): Cursor | undefined {
  if (!text) return undefined;
  try {
    const [mode, score, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[];
    const good = modes.includes(mode as SearchMode) && Number.isFinite(score) && Number.isSafeInteger(id);
    return good ? { mode: mode as SearchMode, score: score as number, id: id as number } : undefined;
  } catch {
    return undefined;
  }
}

/** The question in each of the ways in which it may be meant, the likeliest first; each is only read when it is asked. */
function* readings(text: string, vocabulary: Vocabulary, asTyped: boolean): Generator<readonly [SearchMode, Question]> {
  const typed = readQuestion(text, asTyped ? undefined : vocabulary);
  if (typed) yield ['exact', typed];
  const other = asTyped ? undefined : otherLayout(text);
  const keyboard = other === undefined ? undefined : readQuestion(other, vocabulary);
  if (keyboard && keyboard.whole !== typed?.whole) yield ['keyboard', keyboard];
  const wider = typed && widen(typed);
  if (wider) yield ['wider', wider];
  if (typed && !asTyped && mayForgive(typed)) yield ['spelling', typed];
}

/** How a question was read in the end, and everything that it found. */
interface Answer {
  readonly mode: SearchMode;
  readonly question: Question;
  readonly found: Found;
}

/** The first reading that finds something; `asked` tells whether there was any to ask. */
async function answer(tx: ReadTx, sources: readonly SearchSource[], questions: Iterable<readonly [SearchMode, Question]>, filters: SearchFilters, only?: SearchMode): Promise<{ readonly given?: Answer; readonly asked: boolean }> {
  let asked = false;
  for (const [mode, question] of questions) {
    asked = true;
    if (only && mode !== only) continue;
    const found = await find(tx, sources, question, filters, mode === 'spelling');
    if (found.rows.length > 0) return { given: { mode, question, found }, asked };
  }
  return { asked };
}

/** How the question was asked: what its hits are set off by. */
interface AskedAs {
  readonly typed: string;
  readonly asTyped: boolean;
  readonly dictionary: Dictionary;
}

function hitOf(row: FoundRow, text: ShownText, { mode, question }: Answer, { typed, asTyped, dictionary }: AskedAs): SearchHit {
  const options = { forgiving: mode === 'spelling', dictionary };
  const occurring = alternativesIn(question, text, options.forgiving);
  const terms = question.terms.flatMap(({ phrase, alternatives }) => alternatives.filter((one) => occurring.includes(one)).map((one) => ({ text: one.text, asTyped: phrase || asTyped })));
  return {
    type: row.type,
    id: row.docId,
    title: highlight(text.title, terms, options),
    reference: text.reference === null ? undefined : highlight(text.reference, terms, options),
    snippet: snippet(text.body, terms, undefined, options),
    href: text.href,
    date: row.day,
    foundIn: places[row.tier] ?? 'body',
    why: [...reasons(question, row.tier, occurring, mode, typed), ...partsSaying(question, text, options.forgiving).slice(0, 2).map(inPart)],
  };
}

const nothing: SearchPage = { hits: [], total: 0, capped: false, types: new Map(), mode: 'exact', readAs: undefined, wider: false, tooShort: false, suggestions: [], next: undefined };

function countTypes(rows: readonly FoundRow[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { type } of rows) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/**
 * Searches the whole house for the transaction's actor: any text of two letters or more, wherever it stands, digits in
 * any form, abbreviations with or without dots, under all of their names. Best first: number, title, text; within it
 * what stands together and in whole words, then the newer. What is found nowhere as typed is read as typed on the
 * other keyboard, then word by word, then without tones; `mode` tells which.
 */
export async function search(tx: ReadTx, sources: readonly SearchSource[], text: string, options: SearchOptions): Promise<SearchPage> {
  const vocabulary = options.asTyped ? createVocabulary([], []) : await readVocabulary(tx, options.names);
  const after = readCursor(options.after);
  const { types, from, to, unit, mine, unread } = options;
  const { given, asked } = await answer(tx, sources, readings(text, vocabulary, options.asTyped ?? false), { types, from, to, unit, mine, unread }, after?.mode);
  if (!asked) return { ...nothing, tooShort: fold(text).length > 0 };
  if (!given) return { ...nothing, suggestions: options.asTyped ? [] : await suggestions(tx, text, vocabulary) };
  const { rows, capped } = given.found;
  const start = after ? rows.findIndex((row) => row.score < after.score || (row.score === after.score && row.id < after.id)) : 0;
  const page = start < 0 ? [] : rows.slice(start, start + options.limit);
  const texts = await textsOf(tx, page);
  const last = page.at(-1);
  const more = start >= 0 && start + page.length < rows.length && last !== undefined;
  return {
    hits: page.flatMap((row) => {
      const shown = texts.get(row.id);
      return shown ? [hitOf(row, shown, given, { typed: text.trim(), asTyped: options.asTyped ?? false, dictionary: vocabulary.dictionary })] : [];
    }),
    total: rows.length,
    capped,
    types: countTypes(rows),
    mode: given.mode,
    readAs: given.mode === 'keyboard' ? otherLayout(text) : undefined,
    wider: given.mode === 'wider',
    tooShort: false,
    suggestions: [],
    next: more ? Buffer.from(JSON.stringify([given.mode, last.score, last.id])).toString('base64url') : undefined,
  };
}

/** Whether a document is among the hits of a text as typed, however many there are. */
export async function isAmongHits(tx: ReadTx, sources: readonly SearchSource[], text: string, document: { readonly type: string; readonly id: number }): Promise<boolean> {
  const question = readQuestion(text);
  return question !== undefined && (await find(tx, sources, question, { only: document })).rows.length > 0;
}

/** Records like one that the actor may see, best first: those that share its rare words. */
export async function related(tx: ReadTx, sources: readonly SearchSource[], of: { readonly type: string; readonly id: number }, limit = 10): Promise<SearchHit[]> {
  const rows = await findLike(tx, sources, of, limit);
  const texts = await textsOf(tx, rows);
  return rows.flatMap((row) => {
    const text = texts.get(row.id);
    if (!text) return [];
    return [{ type: row.type, id: row.docId, title: highlight(text.title, []), reference: text.reference === null ? undefined : highlight(text.reference, []), snippet: snippet(text.body, []), href: text.href, date: row.day, foundIn: 'body' as const, why: [{ th: 'มีคำเฉพาะร่วมกัน', en: 'Shares rare words' }] }];
  });
}

/** Names near to what was asked, of records that everyone signed in may find and of the list of the house. */
async function suggestions(tx: ReadTx, text: string, vocabulary: Vocabulary): Promise<string[]> {
  const asked = fold(text.slice(0, 80));
  const { rows } = await sql<{ name: string }>`select name from platform.search_near(${asked}::text, ${[...vocabulary.all]}::text[], ${vocabulary.all.map(fold)}::text[], 5)`.execute(tx.db);
  return rows.map((row) => row.name);
}
