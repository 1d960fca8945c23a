// Files of results, looked through row by row before they are brought in. Only who sent one sees it.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { Words } from '../../../../platform/words.ts';

/** A row as judged. `same`: what stands there already. */
export interface JudgedResult {
  readonly row: number;
  readonly verdict: 'new' | 'same' | 'duplicate' | 'refused';
  readonly why: Words | null;
  readonly cells: { readonly key: string; readonly value: string; readonly asOf: string; readonly note: string };
  readonly entry: { readonly indicatorId: number; readonly key: string; readonly value: string; readonly numerator: string | null; readonly denominator: string | null; readonly asOf: string; readonly note: string } | null;
}

export interface ResultImport {
  readonly id: number;
  readonly roundId: number;
  readonly fileName: string;
  readonly rows: readonly JudgedResult[];
  readonly appliedAt: Date | null;
  readonly applied: number | null;
}

export async function stageResults(tx: Tx, roundId: number, fileName: string, rows: readonly JudgedResult[], now: Date): Promise<number> {
  const { id } = await tx.db.insertInto('performance.result_import').values({ round_id: roundId, file_name: fileName, rows: JSON.stringify(rows), made_by: tx.actor.id, made_at: now }).returning('id').executeTakeFirstOrThrow();
  return id;
}

export async function resultImport(tx: ReadTx, id: number): Promise<ResultImport | undefined> {
  return (await sql<ResultImport>`select id, round_id as "roundId", file_name as "fileName", rows, applied_at as "appliedAt", applied from performance.result_import where id = ${id}`.execute(tx.db)).rows[0];
}

/** Marks a file as brought in; false when it was before. */
export async function markBroughtIn(tx: Tx, id: number, applied: number, now: Date): Promise<boolean> {
  const done = await sql`update performance.result_import set applied_at = ${now}, applied = ${applied} where id = ${id} and applied_at is null`.execute(tx.db);
  return Number(done.numAffectedRows ?? 0n) === 1;
}
