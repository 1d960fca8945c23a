// The baseline of the search of letters: what a house has without one. The same question, visibility and pool.
import { sql, type ReadTx } from '../../src/platform/db/database.ts';

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * The newest 21 letters with the text in their subject or words, and how many there are, counted no further than the
 * product counts; under the row-level security of letters and bodies.
 */
export async function wordsByIlike(tx: ReadTx, text: string, countTo: number): Promise<number> {
  const pattern = escaped(text);
  const found = sql`from correspondence.letter l join correspondence.letter_body b on b.letter_id = l.id where l.state <> 'draft' and (l.subject ilike ${pattern} or b.content::text ilike ${pattern})`;
  await sql`select l.id, l.reference, l.subject, l.from_short, l.to_text, l.letter_date ${found} order by l.issued_at desc, l.id desc limit 21`.execute(tx.db);
  return (await sql<{ n: number }>`select count(*)::int as n from (select ${found} limit ${countTo + 1}) x`.execute(tx.db)).rows[0]?.n ?? 0;
}

/** The newest 21 letters whose number contains this, typed already as it is kept: the kindest question. */
export async function numberByIlike(tx: ReadTx, kept: string): Promise<number> {
  const { rows } = await sql`select l.id, l.reference, l.subject, l.from_short, l.to_text, l.letter_date from correspondence.letter l
    where l.state <> 'draft' and l.reference ilike ${escaped(kept)} order by l.issued_at desc, l.id desc limit 21`.execute(tx.db);
  return rows.length;
}
