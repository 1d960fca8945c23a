import { sql, type Tx } from '../../../platform/db/database.ts';
import { indexDocument } from '../../../platform/search/index-document.ts';
import type { SearchSource } from '../../../platform/search/search-source.ts';
import { fiscalYearBounds } from '../../../thai/index.ts';
import type { Cycle } from '../store/cycles.ts';
import { indicatorById, indicatorsOf } from '../store/indicators.ts';
import { fieldCodes } from './domain/form-content.ts';
import { fieldText } from './domain/field-text.ts';
import { messages } from './messages.ts';
import { indicatorHref, indicatorType } from './place.ts';
import { formOf, linksOf } from './store/forms.ts';

/** Indicators in the search of the house, for everyone who works here. */
export const indicatorSearch: SearchSource = {
  type: indicatorType,
  label: messages.words('indicator'),
  async readable(tx, ids) {
    const { rows } = await sql<{ id: number }>`select id from performance.indicator where id = any(${[...ids]}::bigint[])`.execute(tx.db);
    return new Set(rows.map(({ id }) => id));
  },
};

/** Puts an indicator into the search, or renews it. Call after every change of its words. */
export async function indexIndicator(tx: Tx, cycle: Cycle, id: number): Promise<void> {
  const indicator = await indicatorById(tx, id);
  if (!indicator) return;
  const form = await formOf(tx, indicator);
  const links = await linksOf(tx, id);
  const owner = indicator.units.find(({ role }) => role === 'owner')?.unitId;
  await indexDocument(tx, {
    type: indicatorType, id, title: `${indicator.key} ${indicator.name}`, reference: `ตัวชี้วัดที่ ${indicator.key} ปีงบประมาณ ${cycle.fiscalYear}`,
    body: [...fieldCodes.map((code) => fieldText(form.content, code)), ...links.map(({ title }) => title)].filter(Boolean).join('\n'),
    href: indicatorHref(cycle.fiscalYear, indicator.key), date: fiscalYearBounds(cycle.fiscalYear).from, readers: [1], ...(owner === undefined ? {} : { unitId: owner }),
  });
}

/** All indicators of a year, after their numbers changed. */
export async function indexYear(tx: Tx, cycle: Cycle): Promise<void> {
  for (const { id } of await indicatorsOf(tx, cycle.id)) await indexIndicator(tx, cycle, id);
}
