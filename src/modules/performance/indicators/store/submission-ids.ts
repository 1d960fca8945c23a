// Reports of an indicator, whose evidence belongs to its package.
import type { ReadTx } from '../../../../platform/db/database.ts';

/** Reports of an indicator in the rounds of results, whose evidence belongs to it. */
export async function submissionIds(tx: ReadTx, indicatorId: number): Promise<{ readonly id: number; readonly words: string }[]> {
  const rows = await tx.db.selectFrom('performance.submission as s').innerJoin('performance.round as r', 'r.id', 's.round_id').select(['s.id', 'r.kind', 'r.month']).where('s.indicator_id', '=', indicatorId).orderBy('s.id').execute();
  return rows.map(({ id, kind, month }) => ({ id, words: kind === 'form' ? 'แบบรายละเอียดตัวชี้วัด' : `รายงานผลรอบ ${month} เดือน` }));
}
