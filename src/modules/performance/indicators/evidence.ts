import { createHash } from 'node:crypto';
import type { ReadTx } from '../../../platform/db/database.ts';
import type { EvidenceSource } from '../../../platform/evidence/evidence.ts';
import { bangkokDate } from '../../../thai/index.ts';
import { cycleById } from '../store/cycles.ts';
import { indicatorById, type Indicator } from '../store/indicators.ts';
import { messages } from './messages.ts';
import { indicatorAt, indicatorHref, indicatorType } from './place.ts';
import { formOf } from './store/forms.ts';

/** What an indicator says: its name, weight, ladder and form. */
async function hashOf(tx: ReadTx, { name, weight, ladder, units, ...rest }: Indicator): Promise<{ hash: string; changedAt: Date | undefined }> {
  const form = await formOf(tx, { name, weight, ladder, units, ...rest });
  return { hash: createHash('sha256').update(JSON.stringify([name, weight === null ? null : String(weight), ladder, form.content])).digest('hex'), changedAt: form.changedAt };
}

/** An indicator with its form as evidence of anything else. */
export const indicatorEvidence: EvidenceSource = {
  type: indicatorType,
  label: messages.words('indicator'),
  async idAt(path, tx) {
    const found = /^\/performance\/(\d{4})\/indicators\/(\d+(?:\.\d+)*)(?:\/|$)/.exec(path);
    return found ? (await indicatorAt(tx, { year: Number(found[1]), key: found[2] as string }))?.indicator.id : undefined;
  },
  async resolve(tx, id) {
    const indicator = await indicatorById(tx, id);
    const cycle = indicator && (await cycleById(tx, indicator.cycleId));
    if (!indicator || !cycle) return undefined;
    const { hash, changedAt } = await hashOf(tx, indicator);
    return { title: `ตัวชี้วัดที่ ${indicator.key} ${indicator.name} (ปีงบประมาณ ${cycle.fiscalYear})`, href: indicatorHref(cycle.fiscalYear, indicator.key), date: changedAt ? bangkokDate(changedAt) : `${cycle.fiscalYear - 544}-10-01`, contentHash: hash };
  },
};
