// Words of the house: how its names are cut into words, and which names and spellings mean the same.
import { sql } from 'kysely';
import { clusterCount, createDictionary, officeWords, type Dictionary } from '../../thai/index.ts';
import type { ReadTx } from '../db/database.ts';
import { fold } from './fold.ts';

/** One spelling of a name. */
export interface Name {
  readonly text: string;
  readonly shown: string;
}

/** What a module knows by several names: a unit and its abbreviation. Read whenever somebody searches. */
export interface SearchNames {
  /** Groups of names that mean the same, as they hold today. */
  names(tx: ReadTx): Promise<readonly (readonly string[])[]>;
}

export interface Vocabulary {
  readonly dictionary: Dictionary;
  /** Other names of what is called this, folded; none for what is no name. */
  namesFor(folded: string): readonly Name[];
  /** Names of at least so many letters inside a text, each with its others. */
  namesWithin(folded: string, letters: number): readonly { readonly from: string; readonly others: readonly Name[] }[];
  /** Every name as people write it, for suggestions. */
  readonly all: readonly string[];
}

let last: { readonly key: string; readonly vocabulary: Vocabulary } | undefined;

/** Puts a vocabulary together from words that must not be cut and groups of names; the last one is kept as long as its list. */
export function createVocabulary(words: readonly string[], groups: readonly (readonly string[])[]): Vocabulary {
  const key = JSON.stringify([words, groups]);
  if (last?.key !== key) last = { key, vocabulary: made(words, groups) };
  return last.vocabulary;
}

function made(words: readonly string[], groups: readonly (readonly string[])[]): Vocabulary {
  const others = new Map<string, Name[]>();
  const all = new Set<string>(words);
  for (const group of groups) {
    const names = group.map((shown) => ({ shown, text: fold(shown) })).filter((name) => name.text.length > 0);
    for (const name of names) {
      all.add(name.shown);
      const known = others.get(name.text) ?? [];
      for (const other of names) if (other.text !== name.text && !known.some((one) => one.text === other.text)) known.push(other);
      others.set(name.text, known);
    }
  }
  const long = [...others].map(([from, found]) => ({ from, others: found, letters: clusterCount(from) }));
  return {
    dictionary: dictionaryOf(words),
    namesFor: (folded) => others.get(folded) ?? [],
    namesWithin: (folded, letters) => long.filter((name) => name.letters >= letters && name.from !== folded && folded.includes(name.from)),
    all: [...all],
  };
}

const dictionaries = new Map<string, Dictionary>();

/** The house's words beside those that every office has; kept as long as the list stays the same. */
function dictionaryOf(words: readonly string[]): Dictionary {
  const key = words.join('\n');
  let known = dictionaries.get(key);
  if (!known) {
    dictionaries.clear();
    dictionaries.set(key, (known = createDictionary([...officeWords, ...words])));
  }
  return known;
}

interface StoredTerm {
  readonly kind: 'word' | 'same';
  readonly words: string[];
}

/** Entries of the list that hold. */
async function storedTerms(tx: ReadTx): Promise<StoredTerm[]> {
  return (await sql<StoredTerm>`select kind, words from platform.search_term where removed_at is null order by id`.execute(tx.db)).rows;
}

/** The words as they hold now, for cutting documents. */
export async function readDictionary(tx: ReadTx): Promise<Dictionary> {
  const { rows } = await sql<{ word: string }>`select words[1] as word from platform.search_term where removed_at is null and kind = 'word' order by id`.execute(tx.db);
  return dictionaryOf(rows.map((row) => row.word));
}

/** The list of the house and the names that modules give, as they hold now. */
export async function readVocabulary(tx: ReadTx, sources: readonly SearchNames[] = []): Promise<Vocabulary> {
  const terms = await storedTerms(tx);
  const live: (readonly string[])[] = [];
  for (const source of sources) live.push(...(await source.names(tx)));
  return createVocabulary(terms.filter((term) => term.kind === 'word').map((term) => term.words[0] as string), [...terms.filter((term) => term.kind === 'same').map((term) => term.words), ...live]);
}
