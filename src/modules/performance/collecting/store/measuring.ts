// How the value of an indicator is made of what is known of it; and which measure of the house gives it.
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { StepRule } from '../../domain/ladder/steps.ts';
import type { MeasureShare } from '../domain/measure-value.ts';
import type { SurveyFormula } from '../domain/survey.ts';

export interface MeasuringRules {
  /** Of steps: those without a gap before them, or all that are done. */
  readonly rule: StepRule;
  /** What is asked of the target groups, in order. */
  readonly levels: readonly string[];
  readonly formula: SurveyFormula;
  readonly share: MeasureShare;
  /** Score and group of the year before, for an assessment. */
  readonly before: { readonly score: string; readonly group: string } | null;
}

export const usualRules: MeasuringRules = { rule: 'cumulative', levels: [], formula: { kind: 'mean' }, share: 'count', before: null };

/** The rules of an indicator; the usual ones, of revision 0, while none were set. */
export async function measuringOf(tx: ReadTx, indicatorId: number): Promise<{ readonly rules: MeasuringRules; readonly rev: number }> {
  const row = await tx.db.selectFrom('performance.indicator_measuring').select(['content', 'rev']).where('indicator_id', '=', indicatorId).executeTakeFirst();
  return row ? { rules: { ...usualRules, ...(row.content as Partial<MeasuringRules>) }, rev: row.rev } : { rules: usualRules, rev: 0 };
}

/** Sets the rules. False when somebody set them since `rev`. */
export async function setMeasuring(tx: Tx, indicatorId: number, rev: number, rules: MeasuringRules, now: Date): Promise<boolean> {
  const written = { content: JSON.stringify(rules), changed_by: tx.actor.id, changed_at: now };
  if (rev === 0) {
    const added = await tx.db.insertInto('performance.indicator_measuring').values({ indicator_id: indicatorId, ...written }).onConflict((conflict) => conflict.column('indicator_id').doNothing()).executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const changed = await tx.db.updateTable('performance.indicator_measuring').set((update) => ({ ...written, rev: update('rev', '+', 1) })).where('indicator_id', '=', indicatorId).where('rev', '=', rev).executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Names the measure that gives the value; null for values typed with evidence. */
export async function bindMeasure(tx: Tx, indicatorId: number, measureName: string | null, now: Date): Promise<void> {
  await tx.db.updateTable('performance.indicator').set((update) => ({ measure_name: measureName, changed_by: tx.actor.id, changed_at: now, rev: update('rev', '+', 1) }))
    .where('id', '=', indicatorId).where('measure_name', 'is distinct from', measureName).execute();
}
