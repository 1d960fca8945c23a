// The baseline of the search: what a house has without one. The same question, the same visibility, the same pool.
import { sql, type ReadTx } from '../../src/platform/db/database.ts';

const escaped = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/**
 * The newest 21 records that contain the text in title or body, and how many there are, counted no further than the
 * product counts. Under the row-level security of the records themselves; two statements, the kindest form for ILIKE.
 */
export async function searchIlike(tx: ReadTx, text: string, countTo: number): Promise<{ shown: number; total: number }> {
  const pattern = escaped(text);
  const { rows: page } = await sql`select id, title, detail, assigned_on from assignments.task where title ilike ${pattern} or detail ilike ${pattern}
    order by assigned_on desc, id desc limit 21`.execute(tx.db);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from (select from assignments.task where title ilike ${pattern} or detail ilike ${pattern} limit ${countTo + 1}) x`.execute(tx.db);
  return { shown: page.length, total: rows[0]?.n ?? 0 };
}
