// What others read of the assessments: the total of a year, with the items that it is made of.
import type { ReadTx } from '../../../platform/db/database.ts';
import type { MeasureDefinition, MeasurePeriod } from '../../../platform/measures/measures.ts';
import { defineMessages } from '../../../platform/words.ts';
import { fiscalYear, localDate } from '../../../thai/index.ts';
import { edition2563 } from '../domain/pmqa/edition-2563.ts';
import { itemName, itemOf } from './load.ts';
import { totalText, yearHref } from './shown.tsx';
import { outcomes, type Outcome } from './store/outcomes.ts';

const messages = defineMessages({
  th: {
    title: 'คะแนน PMQA 4.0',
    definition: 'คะแนนรวมการประเมินสถานะหน่วยงานในการเป็นระบบราชการ 4.0 ของปีงบประมาณ ตามผลที่ได้รับแจ้งหรือผลของผู้ตรวจในระบบ ค่าล่าสุดของปีล่าสุดในช่วง ปีที่ยังไม่มีผลไม่มีค่า',
    unit: 'คะแนน',
    stated: 'ผลที่ได้รับแจ้ง: {source}',
    year: 'ปีงบประมาณ พ.ศ. {year}',
  },
  en: {
    title: 'PMQA 4.0 total',
    definition: 'Total of the assessment as an agency of government 4.0 of a fiscal year, as told or as assessed in the house: the last one of the latest year in the period. A year without a result has no value.',
    unit: 'points',
    stated: 'As told: {source}',
    year: 'Fiscal year {year}',
  },
});

/** The outcome that counts for a period: of its latest fiscal year that has one. */
async function outcomeIn(tx: ReadTx, { from, to }: MeasurePeriod, asOf: Date): Promise<Outcome | undefined> {
  const [first, last] = [fiscalYear(localDate(from)), fiscalYear(localDate(to))];
  return (await outcomes(tx, asOf)).findLast(({ year }) => year >= first && year <= last);
}

export const pmqaTotal: MeasureDefinition = {
  name: 'performance.pmqa-total',
  title: messages.words('title'), definition: messages.words('definition'), unit: messages.words('unit'),
  permission: 'performance.read',
  async value(tx, period, asOf) {
    const outcome = await outcomeIn(tx, period, asOf);
    return { numerator: outcome ? Number(totalText(outcome.total)) : null, denominator: null, asOf };
  },
  async records(tx, period, asOf) {
    const outcome = await outcomeIn(tx, period, asOf);
    if (!outcome) return [];
    const year = messages.in('th')('year', { year: outcome.year });
    // Of a result that was told, only its total is known.
    if (outcome.shares.length === 0) return [{ reference: year, title: messages.in('th')('stated', { source: outcome.source }), href: '/performance/pmqa', counted: true, amount: Number(totalText(outcome.total)) }];
    return outcome.shares.map(({ item, hundredths }) => ({ reference: item, title: itemName(edition2563, item)?.th ?? year, href: yearHref(outcome.year, itemOf(edition2563, item) ? `/items/${item}` : '/results'), counted: true, amount: hundredths / 100 }));
  },
};
