// The score sheet as a file: one row a line, numbers as they are shown, and why.
import { defineDownload } from '../../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { bangkokDate } from '../../../../../thai/index.ts';
import type { TableColumn, TableRow } from '../../../../../platform/tables/table.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { standingOf } from '../../domain/standing.ts';
import { readYear, shortUnit, yearParams, type ScoredYear } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { fractionText, ladderText, scoreText, whyLines } from '../../shown.tsx';
import { messages } from './messages.ts';
import { monthQuery } from './page.tsx';

type Col = Extract<keyof typeof messages.th, `col.${string}`>;
const column = (code: string, key: Col, kind: TableColumn['kind'] = 'text', width?: number): TableColumn => ({ code, head: messages.words(key), about: messages.words(key), kind, readOnly: true, ...(width ? { width } : {}) });

const sheetColumns: readonly TableColumn[] = [
  column('no', 'col.key', 'text', 8), column('indicator', 'col.name', 'text', 60), column('owners', 'col.owners', 'text', 16), column('component', 'col.component', 'text', 12), column('unit_of_measure', 'col.unit', 'text', 12),
  column('value', 'col.value', 'text', 14), column('month', 'col.month'), column('as_of', 'col.asOf', 'date'), column('source', 'col.source', 'text', 24), column('ladder', 'col.ladder', 'text', 36),
  column('weight', 'col.weight', 'text', 10), column('weight_counted', 'col.counted', 'text', 14), column('score', 'col.score', 'text', 12), column('weighted', 'col.weighted', 'text', 18), column('standing', 'col.standing', 'text', 20), column('why', 'col.why', 'lines', 80),
];

const blank: TableRow = Object.fromEntries(sheetColumns.map(({ code }) => [code, null]));

/** Lines, then the total or its two bounds. What is missing stays empty. */
function sheetRows({ sheet, units, month }: ScoredYear): TableRow[] {
  const { total } = sheet;
  const rows = sheet.lines.map((line): TableRow => {
    const { indicator, explanation, result, weighted } = line;
    return {
      no: indicator.key, indicator: indicator.name, owners: indicator.units.filter(({ role }) => role === 'owner').map(({ unitId }) => shortUnit(units, unitId)).join(' '), component: indicator.component, unit_of_measure: indicator.unitOfMeasure,
      value: result?.value === undefined || result.value === null ? null : scaledText(result.value), month: result?.month ?? null, as_of: result ? bangkokDate(result.asOf) : null, source: result ? (result.measureName ?? shared.th[`source.${result.source}`]) : null,
      ladder: line.ladder ? ladderText(line) : null, weight: indicator.weight === null ? null : scaledText(indicator.weight), weight_counted: fractionText(sheet, weighted.weight),
      score: explanation ? scoreText(sheet, explanation.shown) : null, weighted: weighted.weighted ? fractionText(sheet, weighted.weighted) : null,
      standing: shared.th[`stand.${standingOf(line, sheet.results, month)}`], why: whyLines(sheet, line, 'th').join('\n'),
    };
  });
  if (!total) return rows;
  if (total.shown !== undefined) return [...rows, { ...blank, indicator: messages.th.totalRow, weighted: scoreText(sheet, total.shown) }];
  return [...rows, { ...blank, indicator: messages.th.leastRow, weighted: scoreText(sheet, total.least) }, { ...blank, indicator: messages.th.mostRow, weighted: scoreText(sheet, total.most) }];
}

const fileName = ({ year, month }: ScoredYear, ending: string): string => `${messages.th.fileName}-${year}-${month}.${ending}`;

export const scoresXlsx = defineDownload({
  path: '/performance/:year/scores.xlsx', permission: 'performance.read', params: yearParams, query: monthQuery,
  async load(tx, { params, query, services }) {
    const found = await readYear(tx, params.year, services, query.month);
    if (!found) return notFound(shared.words('noYear'));
    return ok({ body: await tableXlsx({ name: shared.th.tabScores, columns: sheetColumns, rows: sheetRows(found) }), contentType: xlsxType, fileName: fileName(found, 'xlsx'), disposition: 'attachment' });
  },
});

export const scoresCsv = defineDownload({
  path: '/performance/:year/scores.csv', permission: 'performance.read', params: yearParams, query: monthQuery,
  async load(tx, { params, query, services }) {
    const found = await readYear(tx, params.year, services, query.month);
    return found ? ok({ body: tableCsv({ columns: sheetColumns, rows: sheetRows(found) }), contentType: csvType, fileName: fileName(found, 'csv'), disposition: 'attachment' }) : notFound(shared.words('noYear'));
  },
});
