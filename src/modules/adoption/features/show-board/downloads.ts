// The board as a file: one row a unit.
import { defineDownload } from '../../../../platform/http/define.ts';
import { ok } from '../../../../platform/result.ts';
import type { TableColumn } from '../../../../platform/tables/table.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import type { Words } from '../../../../platform/words.ts';
import { isIn, stages, stageShort, standingOf } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { allDone } from '../../store/activity.ts';
import { readBoard, type Board } from './load.ts';
import { messages } from './messages.ts';
import { boardQuery } from './page.tsx';

const column = (code: string, head: Words, kind: TableColumn['kind'] = 'integer'): TableColumn => ({ code, head, about: head, kind, readOnly: true });
const both = (a: Words, b: Words): Words => ({ th: `${a.th} (${b.th})`, en: `${a.en} (${b.en})` });

export const boardColumns: readonly TableColumn[] = [
  column('unit', shared.words('unit'), 'text'),
  column('region', messages.words('region'), 'text'),
  column('in', messages.words('in'), 'yes-no'),
  ...stages.flatMap((stage) => {
    const head = messages.words('stageColumn', { n: stage, what: '' });
    const named = { th: `${head.th}${stageShort[stage].th}`, en: `${head.en}${stageShort[stage].en}` };
    return [column(`stage_${stage}`, both(named, messages.words('state')), 'text'), ...(['sent', 'received', 'opened'] as const).map((key) => column(`stage_${stage}_${key}`, both(named, messages.words(key))))];
  }),
  column('trained', messages.words('trained')),
];

export const boardRows = (board: Board) => board.shown.map((one) => ({
  unit: one.unit.abbreviation ? `${one.unit.name} (${one.unit.abbreviation})` : one.unit.name,
  region: one.region,
  in: isIn(allDone(one)),
  trained: board.trained.get(one.unit.id) ?? 0,
  ...Object.fromEntries(stages.flatMap((stage) => {
    const { sent, received, opened } = one.done[stage];
    return [[`stage_${stage}`, shared.th[`standing.${standingOf(stage, one.done[stage])}`]], [`stage_${stage}_sent`, sent], [`stage_${stage}_received`, received], [`stage_${stage}_opened`, opened]];
  })),
}));

const fileName = ({ period }: Board, ending: string): string => `${messages.th.fileName}-${period.year}.${ending}`;

export const boardXlsx = defineDownload({
  path: '/adoption/units.xlsx',
  permission: 'adoption.read',
  query: boardQuery,
  async load(tx, { query, services }) {
    const board = await readBoard(tx, query, services);
    return ok({ body: await tableXlsx({ name: messages.th.matrix, columns: boardColumns, rows: boardRows(board) }), contentType: xlsxType, fileName: fileName(board, 'xlsx'), disposition: 'attachment' });
  },
});

export const boardCsv = defineDownload({
  path: '/adoption/units.csv',
  permission: 'adoption.read',
  query: boardQuery,
  async load(tx, { query, services }) {
    const board = await readBoard(tx, query, services);
    return ok({ body: tableCsv({ columns: boardColumns, rows: boardRows(board) }), contentType: csvType, fileName: fileName(board, 'csv'), disposition: 'attachment' });
  },
});
