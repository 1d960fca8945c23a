// The board as a file: one row an indicator.
import { defineDownload } from '../../../../../platform/http/define.ts';
import { ok } from '../../../../../platform/result.ts';
import type { TableColumn } from '../../../../../platform/tables/table.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import type { Words } from '../../../../../platform/words.ts';
import { bangkokDate } from '../../../../../thai/index.ts';
import { scaledText } from '../../../domain/numbers.ts';
import { slugOf } from '../../domain/rounds.ts';
import { isWanted } from '../../domain/submission-state.ts';
import { ownersOf, roundParams } from '../../find.ts';
import { messages as shared } from '../../messages.ts';
import { readBoard, type Board } from './load.ts';
import { messages } from './messages.ts';
import { boardQuery } from './page.tsx';

const column = (code: string, head: Words, kind: TableColumn['kind'] = 'text', width?: number): TableColumn => ({ code, head, about: head, kind, readOnly: true, ...(width ? { width } : {}) });

const columns: readonly TableColumn[] = [
  column('key', messages.words('key'), 'text', 8), column('indicator', shared.words('indicator'), 'text', 60), column('units', shared.words('owners')), column('state', shared.words('state')),
  column('late', shared.words('late'), 'yes-no'), column('sent', messages.words('sentAt'), 'date'), column('value', messages.words('value')), column('remark', messages.words('remark'), 'text', 48), column('reminded', messages.words('reminded'), 'integer'),
];

const rowsOf = (board: Board) => board.shown.map(({ indicator, submission, late, sentAt, result, remark, reminded }) => ({
  key: indicator.key, indicator: indicator.name, units: ownersOf(indicator).map((unitId) => board.names.get(unitId)?.abbreviation || board.names.get(unitId)?.name || '').join(', '),
  state: shared.th[`state.${submission.state}`], late, sent: sentAt && !isWanted(submission.state) ? bangkokDate(sentAt) : null, value: result && result.value !== null ? scaledText(result.value) : null, remark, reminded,
}));

const nameOf = ({ cycle, round }: Board, ending: string): string => `${messages.th.file}-${cycle.fiscalYear}-${slugOf(round)}.${ending}`;

export const boardXlsx = defineDownload({
  path: '/performance/:year/collect/:round/board.xlsx', permission: 'performance.read', params: roundParams, query: boardQuery,
  async load(tx, { params, query, services }) {
    const board = await readBoard(tx, { ...params, ...query }, services);
    return board.ok ? ok({ body: await tableXlsx({ name: messages.th.title, columns, rows: rowsOf(board.value) }), contentType: xlsxType, fileName: nameOf(board.value, 'xlsx'), disposition: 'attachment' }) : board;
  },
});

export const boardCsv = defineDownload({
  path: '/performance/:year/collect/:round/board.csv', permission: 'performance.read', params: roundParams, query: boardQuery,
  async load(tx, { params, query, services }) {
    const board = await readBoard(tx, { ...params, ...query }, services);
    return board.ok ? ok({ body: tableCsv({ columns, rows: rowsOf(board.value) }), contentType: csvType, fileName: nameOf(board.value, 'csv'), disposition: 'attachment' }) : board;
  },
});
