// From what was typed to letters: a number by its kept spellings, words by the search of the house.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { find, textsOf } from '../../../../platform/search/find.ts';
import type { FoundRow } from '../../../../platform/search/find.ts';
import { partsSaying } from '../../../../platform/search/parts.ts';
import { readQuestion, widen } from '../../../../platform/search/question.ts';
import type { Question } from '../../../../platform/search/question.ts';
import { readVocabulary } from '../../../../platform/search/vocabulary.ts';
import { letterSearch } from '../../announce.ts';
import { askedNumber, spellingsOf } from '../../domain/find-reference.ts';
import { letterCodes } from '../../office.ts';
import { receivedSearch } from '../../received/search.ts';
import { receivedById } from '../../store/received-lists.ts';
import type { FoundReceived } from '../../store/received-lists.ts';
import { lettersById, lettersByReference } from '../../store/search-letters.ts';
import { carriedSearch } from '../../registers/register-import.ts';
import type { FoundLetter, LetterFilter } from '../../store/search-letters.ts';

export interface FoundLetters {
  readonly letters: readonly FoundLetter[];
  /** True when the text was read as a number. */
  readonly asNumber: boolean;
  /** True when there were more hits than are looked through. */
  readonly capped: boolean;
  /** How words were read and what the search gave for them; not for a number. */
  readonly words?: { readonly question: Question; readonly rows: readonly FoundRow[] };
}

const days = (year: number | undefined) => (year === undefined ? {} : { from: `${year - 543}-01-01`, to: `${year - 543}-12-31` });

/** Letters that the actor may see, for words or a number in any spelling. */
export async function findLetters(tx: ReadTx, text: string, filter: LetterFilter): Promise<FoundLetters> {
  const asked = askedNumber(text);
  if (asked) {
    const codes = [...new Set((await letterCodes(tx)).map((code) => `${code.letters} ${code.digits}`))];
    const letters = await lettersByReference(tx, spellingsOf(asked, codes), { ...filter, year: filter.year ?? asked.year });
    if (letters.length > 0) return { letters, asNumber: true, capped: false };
  }
  const question = readQuestion(text, await readVocabulary(tx));
  if (!question) return { letters: [], asNumber: false, capped: false };
  const filters = { types: [letterSearch.type], unit: filter.unit, ...days(filter.year) };
  const wider = widen(question);
  let found = await find(tx, [letterSearch], question, filters);
  const narrow = found.rows.length > 0 || !wider;
  if (!narrow) found = await find(tx, [letterSearch], wider, filters);
  return { letters: await lettersById(tx, found.rows.map((row) => row.docId), filter), asNumber: false, capped: found.capped, words: { question: narrow ? question : wider, rows: found.rows } };
}

const mostReceived = 20;

/**
 * Received letters with these words, this number of the sender or this receive number, the likeliest first, at most
 * twenty: who looks for a letter seldom knows whether it went out or came in.
 */
export async function findReceivedLetters(tx: ReadTx, text: string, { year, urgency }: LetterFilter): Promise<FoundReceived[]> {
  const question = readQuestion(text, await readVocabulary(tx));
  if (!question) return [];
  const wider = widen(question);
  const ask = async (words: Question) => (await find(tx, [receivedSearch], words, { types: [receivedSearch.type], ...days(year) })).rows;
  let rows = await ask(question);
  if (rows.length === 0 && wider) rows = await ask(wider);
  return (await receivedById(tx, rows.map((row) => row.docId), urgency)).slice(0, mostReceived);
}

/** A row of an old register that was brought in: it leads to its place there. */
export interface OldRow {
  readonly id: number;
  readonly title: string;
  readonly reference: string;
  readonly day: string | null;
  readonly href: string;
}

const mostOldRows = 20;

/** Rows of old registers with these words or this number, the likeliest first, at most twenty. */
export async function findOldRows(tx: ReadTx, text: string, { unit, year }: LetterFilter): Promise<OldRow[]> {
  const question = readQuestion(text, await readVocabulary(tx));
  if (!question) return [];
  const rows = (await find(tx, [carriedSearch], question, { types: [carriedSearch.type], unit, ...days(year) })).rows.slice(0, mostOldRows);
  const texts = await textsOf(tx, rows);
  return rows.flatMap(({ id, day }) => { const shown = texts.get(id); return shown ? [{ id, day, title: shown.title, reference: shown.reference ?? '', href: shown.href }] : []; });
}

/** By letter: names of the files in which the words stand that the letter itself has not. */
export async function filesSaying(tx: ReadTx, { words }: FoundLetters, letterIds: readonly number[]): Promise<ReadonlyMap<number, readonly string[]>> {
  if (!words) return new Map();
  const rows = words.rows.filter((row) => letterIds.includes(row.docId));
  const texts = await textsOf(tx, rows);
  return new Map(rows.map((row) => { const text = texts.get(row.id); return [row.docId, text ? partsSaying(words.question, text) : []]; }));
}
