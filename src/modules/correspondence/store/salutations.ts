import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../platform/db/database.ts';
import { addDays, localDate } from '../../../thai/index.ts';
import type { SalutationRow } from '../domain/salutation.ts';

/** A row as its screen shows it: with its days, its source, and who changed it. Days are `YYYY-MM-DD`, both included. */
export interface KeptSalutation extends SalutationRow {
  readonly source: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly changedAt: Date;
  readonly changedByName: string;
}

const columns = sql`id, addressee_class as "addresseeClass", posts, salutation, reader_pronoun as "readerPronoun", writer_pronoun as "writerPronoun", closing, envelope, uncertain,
  source, valid_from as "validFrom", valid_to as "validTo", changed_at as "changedAt", changed_by_name as "changedByName"`;

/** The table of salutations as it holds on a day: one row a class of addressees, in the order of annex 2. */
export async function salutationsOf(tx: ReadTx, day: string): Promise<KeptSalutation[]> {
  return (await sql<KeptSalutation>`select ${columns} from correspondence.salutation
    where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date) order by sort_order, id`.execute(tx.db)).rows;
}

/** Rows that no longer hold on a day, or not yet; the newest first. */
export async function otherSalutations(tx: ReadTx, day: string): Promise<KeptSalutation[]> {
  return (await sql<KeptSalutation>`select ${columns} from correspondence.salutation
    where valid_from > ${day}::date or valid_to < ${day}::date order by valid_from desc, id desc limit 200`.execute(tx.db)).rows;
}

export async function findSalutation(tx: ReadTx, id: number): Promise<KeptSalutation | undefined> {
  return (await sql<KeptSalutation>`select ${columns} from correspondence.salutation where id = ${id}`.execute(tx.db)).rows[0];
}

/** What the screen of a row gives. */
export type SalutationWords = Omit<SalutationRow, 'id'> & { readonly source: string; readonly validFrom: string; readonly validTo: string | null };

const values = (tx: Tx, words: SalutationWords, at: Date) => ({
  addressee_class: words.addresseeClass, posts: [...words.posts], salutation: words.salutation, reader_pronoun: words.readerPronoun, writer_pronoun: words.writerPronoun,
  closing: words.closing, envelope: words.envelope, uncertain: words.uncertain, source: words.source, valid_from: words.validFrom, valid_to: words.validTo,
  changed_at: at, changed_by_name: tx.actor.name,
});

export async function addSalutation(tx: Tx, words: SalutationWords, at: Date): Promise<number> {
  return (await tx.db.insertInto('correspondence.salutation').values(values(tx, words, at)).returning('id').executeTakeFirstOrThrow()).id;
}

/**
 * Changes a row. From a later day than its own first one, the old words hold until the day before and a new row follows:
 * a letter of last year is still judged by the table of last year. Resolves with the id of the row that now has the words.
 */
export async function changeSalutation(tx: Tx, before: KeptSalutation, words: SalutationWords, at: Date): Promise<number> {
  if (words.validFrom <= before.validFrom) {
    await tx.db.updateTable('correspondence.salutation').set(values(tx, words, at)).where('id', '=', before.id).execute();
    return before.id;
  }
  await tx.db.updateTable('correspondence.salutation').set({ valid_to: addDays(localDate(words.validFrom), -1), changed_at: at, changed_by_name: tx.actor.name }).where('id', '=', before.id).execute();
  const id = await addSalutation(tx, words, at);
  await sql`update correspondence.salutation set sort_order = (select sort_order from correspondence.salutation where id = ${before.id}) where id = ${id}`.execute(tx.db);
  return id;
}
