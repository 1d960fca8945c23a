// The round in which the owners fill in their forms, as far as the sheet opens and joins it.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';

/** Puts indicators into the open round of forms of their year; nothing happens while there is none. */
export async function joinFormRound(tx: Tx, cycleId: number, indicatorIds: readonly number[], now: Date): Promise<void> {
  const round = await openFormRound(tx, cycleId);
  if (round === undefined || indicatorIds.length === 0) return;
  const added = await tx.db.insertInto('performance.submission').values(indicatorIds.map((id) => ({ round_id: round, indicator_id: id, changed_at: now })))
    .onConflict((conflict) => conflict.columns(['round_id', 'indicator_id']).doNothing()).returning('id').execute();
  if (added.length === 0) return;
  await tx.db.insertInto('performance.submission_event').values(added.map(({ id }) => ({ submission_id: id, kind: 'opened', at: now, person_id: tx.actor.id, person_name: tx.actor.name }))).execute();
}

async function openFormRound(tx: ReadTx, cycleId: number): Promise<number | undefined> {
  return (await tx.db.selectFrom('performance.round').select('id').where('cycle_id', '=', cycleId).where('kind', '=', 'form').where('closed_at', 'is', null).executeTakeFirst())?.id;
}

/** Reports of an indicator in the rounds of results, whose evidence belongs to it. */
export async function submissionIds(tx: ReadTx, indicatorId: number): Promise<{ readonly id: number; readonly words: string }[]> {
  const rows = await tx.db.selectFrom('performance.submission as s').innerJoin('performance.round as r', 'r.id', 's.round_id').select(['s.id', 'r.kind', 'r.month']).where('s.indicator_id', '=', indicatorId).orderBy('s.id').execute();
  return rows.map(({ id, kind, month }) => ({ id, words: kind === 'form' ? 'แบบรายละเอียดตัวชี้วัด' : `รายงานผลรอบ ${month} เดือน` }));
}
