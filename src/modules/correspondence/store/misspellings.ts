import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import type { Misspelling } from '../domain/letter-lint.ts';

/** An entry of the list of slips as its screen shows it. */
export interface KeptMisspelling extends Misspelling {
  readonly id: number;
  readonly context: readonly string[];
  readonly note: string;
  readonly active: boolean;
}

export type MisspellingWords = Omit<KeptMisspelling, 'id'>;

const columns = sql`id, wrong, right_word as "right", context, note, active`;

/** The slips that the linter looks for. */
export async function misspellingsOf(tx: ReadTx): Promise<Misspelling[]> {
  return (await sql<KeptMisspelling>`select ${columns} from correspondence.misspelling where active order by id`.execute(tx.db)).rows;
}

/** All entries, also those no longer looked for, in the order of a dictionary; part of either word when asked for. */
export async function listMisspellings(tx: ReadTx, words?: string): Promise<KeptMisspelling[]> {
  const like = words?.trim() ? `%${words.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  return (await sql<KeptMisspelling>`select ${columns} from correspondence.misspelling
    where ${like}::text is null or wrong like ${like} or right_word like ${like} order by right_word collate "th-x-icu", id limit 2000`.execute(tx.db)).rows;
}

export async function findMisspelling(tx: ReadTx, id: number): Promise<KeptMisspelling | undefined> {
  return (await sql<KeptMisspelling>`select ${columns} from correspondence.misspelling where id = ${id}`.execute(tx.db)).rows[0];
}

const values = (tx: Tx, words: MisspellingWords, at: Date) => ({
  wrong: words.wrong, right_word: words.right, context: [...words.context], note: words.note, active: words.active, changed_at: at, changed_by_name: tx.actor.name,
});

/** Puts an entry into the list; undefined when the slip is there already. */
export async function addMisspelling(tx: Tx, words: MisspellingWords, at: Date): Promise<number | undefined> {
  return (await tx.db.insertInto('correspondence.misspelling').values(values(tx, words, at)).onConflict((conflict) => conflict.column('wrong').doNothing()).returning('id').executeTakeFirst())?.id;
}

/** False when another entry has the same slip. */
export async function changeMisspelling(tx: Tx, id: number, words: MisspellingWords, at: Date): Promise<boolean> {
  const taken = await tx.db.selectFrom('correspondence.misspelling').select('id').where('wrong', '=', words.wrong).where('id', '<>', id).executeTakeFirst();
  if (taken) return false;
  await tx.db.updateTable('correspondence.misspelling').set(values(tx, words, at)).where('id', '=', id).execute();
  return true;
}
