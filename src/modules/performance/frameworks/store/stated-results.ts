// What papers say of years: totals, results, targets and plans, each with its source. Only added and taken back.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import { scaled, scaledText, type Scaled } from '../../domain/numbers.ts';

export const statedKinds = ['total', 'result', 'target', 'plan'] as const;

export interface StatedResult {
  readonly id: number;
  /** B.E. */
  readonly fiscalYear: number;
  /** `total`: of the whole year, at most one. Others are about a subject. */
  readonly kind: (typeof statedKinds)[number];
  /** Lines of one subject are read across the years; empty for a total. */
  readonly subject: string;
  readonly component: string | null;
  /** On its own scale; null where the paper gives words alone. */
  readonly score: Scaled | null;
  /** The best of its scale; null while not known. */
  readonly best: Scaled | null;
  readonly grade: string;
  readonly words: string;
  /** The paper that says it. */
  readonly source: string;
}

const columns = ['id', 'fiscal_year as fiscalYear', 'kind', 'subject', 'component', 'score', 'best', 'grade', 'words', 'source'] as const;
const number = (text: string | null): Scaled | null => (text === null ? null : scaled(text));

/** Every line that was not taken back, by subject and year. */
export async function listStated(tx: ReadTx): Promise<StatedResult[]> {
  const rows = await tx.db.selectFrom('performance.stated_result').select(columns).where('removed_at', 'is', null).orderBy('subject').orderBy('fiscal_year').orderBy('id').execute();
  return rows.map((row) => ({ ...row, kind: row.kind as StatedResult['kind'], score: number(row.score), best: number(row.best) }));
}

/** Adds a line. Undefined where the year has a stated total already. */
export async function addStated(tx: Tx, stated: Omit<StatedResult, 'id'>, now: Date): Promise<number | undefined> {
  const { fiscalYear, kind, subject, component, score, best, grade, words, source } = stated;
  const added = await tx.db.insertInto('performance.stated_result').values({
    fiscal_year: fiscalYear, kind, subject, component, score: score === null ? null : scaledText(score), best: best === null ? null : scaledText(best), grade, words, source, stated_by: tx.actor.id, stated_at: now,
  }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst();
  return added?.id;
}

/** Takes a line back. False when it is gone already. */
export async function removeStated(tx: Tx, id: number, now: Date): Promise<boolean> {
  const changed = await tx.db.updateTable('performance.stated_result').set({ removed_at: now }).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
