// Letters of the same matter: named in the text, naming this one, with its subject to the same addressee, and near to it in words.
import type { ReadTx } from '../../../../platform/db/database.ts';
import { find, findLike } from '../../../../platform/search/find.ts';
import { readQuestion } from '../../../../platform/search/question.ts';
import { letterSearch } from '../../announce.ts';
import { referencesIn } from '../../domain/find-reference.ts';
import { wordsOf } from '../../domain/letter.ts';
import type { Letter } from '../../store/letters.ts';
import { lettersById, lettersByReference } from '../../store/search-letters.ts';
import type { FoundLetter } from '../../store/search-letters.ts';

export const relations = ['cites', 'citedBy', 'sameSubject', 'like'] as const;
export type Relation = (typeof relations)[number];
export type RelatedLetters = Readonly<Record<Relation, readonly FoundLetter[]>>;

const most = 20;
/** Letters that are only near in words: a few, else everything is near to everything. */
const mostLike = 5;

async function asked(tx: ReadTx, text: string): Promise<number[]> {
  const question = readQuestion(text);
  return question ? (await find(tx, [letterSearch], question, { types: [letterSearch.type] })).rows.slice(0, 100).map((row) => row.docId) : [];
}

/** Related letters that the actor may see, each under its nearest relation; six statements at most. */
export async function relatedLetters(tx: ReadTx, letter: Letter): Promise<RelatedLetters> {
  const text = [letter.subject, ...(letter.body?.content.fields?.references ?? []).map((one) => one.text), ...(letter.body?.content.paragraphs ?? []).map(wordsOf)].join('\n');
  const taken = new Set([letter.id]);
  const fresh = (list: readonly FoundLetter[]): FoundLetter[] => {
    const kept = list.filter((one) => !taken.has(one.id)).slice(0, most);
    for (const one of kept) taken.add(one.id);
    return kept;
  };
  const cites = fresh(await lettersByReference(tx, referencesIn(text).filter((one) => one !== letter.reference)));
  const citedBy = fresh(await lettersById(tx, await asked(tx, letter.reference)));
  const [subject, like] = [await asked(tx, letter.subject), (await findLike(tx, [letterSearch], { type: letterSearch.type, id: letter.id }, most)).filter((row) => row.type === letterSearch.type)];
  const sameSubject = fresh((await lettersById(tx, subject)).filter((one) => one.to === letter.toText));
  return { cites, citedBy, sameSubject, like: fresh(await lettersById(tx, like.map((row) => row.docId))).slice(0, mostLike) };
}
