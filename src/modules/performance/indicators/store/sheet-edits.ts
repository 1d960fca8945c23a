// Steps of the year's sheet that touch several indicators.
import { sql } from 'kysely';
import type { ReadTx, Tx } from '../../../../platform/db/database.ts';
import type { Cycle } from '../../store/cycles.ts';
import { addIndicator, indicatorsOf, type Indicator } from '../../store/indicators.ts';
import { formsOf, inputOf, linksOf, addLink, saveForm } from './forms.ts';

/** The order of `3`, `3.1`, `10`, as the sheet keeps it. */
const place = sql`(select coalesce(sum(part::bigint * 1000000 / (1000::numeric ^ (n - 1))), 0)::int from unnest(string_to_array(key, '.')) with ordinality as t (part, n))`;

/** Puts an indicator, with those under it, into the place of its neighbour and the other way round: 3 and 3.1 become 4 and 4.1. */
export async function swapIndicators(tx: Tx, cycleId: number, a: string, b: string, now: Date): Promise<void> {
  const rename = async (from: string, to: string) => {
    await sql`update performance.indicator set key = ${to}::text || substr(key, ${from.length + 1}::int), changed_by = ${tx.actor.id}, changed_at = ${now}, rev = rev + 1
      where cycle_id = ${cycleId} and (key = ${from} or key like ${`${from}.%`})`.execute(tx.db);
  };
  // Numbers stand once in a year: the first waits under one that no sheet has.
  await rename(a, '99999999');
  await rename(b, a);
  await rename('99999999', b);
  await sql`update performance.indicator set place = ${place} where cycle_id = ${cycleId}`.execute(tx.db);
}

/** Indicators of another year with their forms and links, as drafts of this one; those whose number is taken stay as they are. Weights, ladders and measures come along. */
export async function copyIndicators(tx: Tx, from: Cycle, to: Cycle, ids: readonly number[], componentOf: (indicator: Indicator) => string, now: Date): Promise<number[]> {
  const all = (await indicatorsOf(tx, from.id)).filter(({ id, state }) => ids.includes(id) && state !== 'cancelled');
  const forms = await formsOf(tx, all);
  const here = new Map((await indicatorsOf(tx, to.id)).map((one) => [one.key, one.id]));
  const made = new Map<number, number>();
  for (const one of all) {
    if (here.has(one.key)) continue;
    const parentId = one.parentId === null ? null : (made.get(one.parentId) ?? null);
    const id = await addIndicator(tx, to, { ...inputOf(one), parentId, component: componentOf(one) }, now);
    if (id === undefined) continue;
    made.set(one.id, id);
    for (const { id: _, ...link } of await linksOf(tx, one.id)) await addLink(tx, id, link, now);
    const form = forms.get(one.id);
    const copied = (await indicatorsOf(tx, to.id)).find((two) => two.id === id);
    // What was reported and planned belongs to the year it was written for.
    if (form && form.rev > 0 && copied) await saveForm(tx, to, copied, { ...form.content, baseline: [], steps: [] }, 0, now);
  }
  return [...made.values()];
}

/** Rows of a file of forms as judged. */
export interface JudgedForm {
  readonly row: number;
  readonly key: string;
  readonly verdict: 'change' | 'same' | 'duplicate' | 'refused';
  readonly why: { readonly th: string; readonly en: string } | null;
  /** Codes of the fields that it changes. */
  readonly changes: readonly string[];
  readonly indicatorId: number | null;
  /** State of the form that it was compared with. */
  readonly rev: number;
  /** The form as it becomes, as JSON of `FormContent`. */
  readonly content: unknown;
}

export interface FormImport {
  readonly id: number;
  readonly cycleId: number;
  readonly fileName: string;
  readonly rows: readonly JudgedForm[];
  readonly appliedAt: Date | null;
  readonly applied: number | null;
}

export async function stageForms(tx: Tx, cycleId: number, fileName: string, rows: readonly JudgedForm[], now: Date): Promise<number> {
  return (await tx.db.insertInto('performance.form_import').values({ cycle_id: cycleId, file_name: fileName, rows: JSON.stringify(rows), made_by: tx.actor.id, made_at: now }).returning('id').executeTakeFirstOrThrow()).id;
}

export async function formImport(tx: ReadTx, id: number): Promise<FormImport | undefined> {
  return await tx.db.selectFrom('performance.form_import').select(['id', 'cycle_id as cycleId', 'file_name as fileName', 'rows', 'applied_at as appliedAt', 'applied']).where('id', '=', id).executeTakeFirst() as unknown as FormImport | undefined;
}

/** Marks a looked-through file as brought in; false when it was already. */
export async function markFormsApplied(tx: Tx, id: number, applied: number, now: Date): Promise<boolean> {
  const done = await tx.db.updateTable('performance.form_import').set({ applied_at: now, applied, rows: '[]' }).where('id', '=', id).where('applied_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
