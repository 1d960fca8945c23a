// The working group's board: every line with what each stage says, and what is still open.
import type { VNode } from 'preact';
import { z } from 'zod';
import { defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok } from '../../../../../platform/result.ts';
import type { TableColumn } from '../../../../../platform/tables/table.ts';
import { tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import type { Words } from '../../../../../platform/words.ts';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../../ui/components/tabs.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { NoYear } from '../../../shown.tsx';
import { ladderText } from '../../domain/read-ladder.ts';
import { stages, type Stage } from '../../domain/stages.ts';
import { messages as shared } from '../../messages.ts';
import { lineHref, questionsHref, targetsHref, yearParams } from '../../params.ts';
import { TargetTabs, weightText } from '../../shown.tsx';
import type { StoredWord } from '../../store/targets.ts';
import { readBoard, type Board, type BoardLine } from './load.ts';
import { messages } from './messages.ts';

const query = z.object({ show: z.enum(['all', 'open']).optional().catch(undefined) });

export const boardPage = definePage({
  path: '/performance/:year/targets',
  permission: 'performance.read',
  params: yearParams,
  query,
  load: (tx, { params, query: asked, services }) => readBoard(tx, params.year, asked.show === 'open', services.clock.today()),
  title: (_data, ui) => shared.in(ui.lang)('targets'),
  view: BoardView,
});

/** The board of the newest year: what the menu opens. */
export const newestBoardPage = definePage({
  path: '/performance/targets',
  permission: 'performance.read',
  query,
  async load(tx, { query: asked, services }) {
    const found = await readBoard(tx, undefined, asked.show === 'open', services.clock.today());
    return ok<Board | undefined>(found.ok ? found.value : undefined);
  },
  title: (_data, ui) => shared.in(ui.lang)('targets'),
  view: (board, ui) => (board ? BoardView(board, ui) : <NoYear ui={ui} title={shared.in(ui.lang)('targets')} />),
});

/** What a stage said in a cell: its targets, and its weight where it spoke of one. */
function wordCell(word: StoredWord | undefined): VNode | string {
  if (!word) return '';
  return <>{ladderText(word.ladder).replaceAll(' / ', '/')}{word.weight === null ? null : <div class="quiet small">{weightText(word.weight)}%</div>}</>;
}

/** The line, its owners, and what is still open about it. */
function LineName({ line: { indicator, owners, open, lower }, year, ui }: { line: BoardLine; year: number; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      <a href={lineHref(year, indicator.key)}>{indicator.key} {indicator.name}</a>
      <div class="quiet small regular">{owners.join(' ')}</div>
      <div class="cluster small regular">
        {open.map((one) => <StateMark kind={one === 'authorities-differ' ? 'risk' : 'wait'}>{t(`open.${one}`)}</StateMark>)}
        {lower ? <StateMark kind="risk">{t('lower')}</StateMark> : null}
        {open.length === 0 && !lower ? <StateMark kind="done">{t('settled')}</StateMark> : null}
      </div>
    </>
  );
}

function BoardView(board: Board, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { sheet, lines, questions, onlyOpen, years } = board;
  const year = sheet.cycle.fiscalYear;
  const sum = lines.reduce((total, { indicator }) => total + (indicator.state === 'cancelled' ? 0n : (indicator.weight ?? 0n)), 0n);
  return (
    <div class="stack-l">
      <PageHead title={s('targets')} sub={t('sub', { year })} crumbs={[{ label: s('year', { year }), href: targetsHref(year) }, { label: s('targets') }]} />
      <TargetTabs ui={ui} year={year} at="targets" open={questions.length} />
      {questions.length > 0 ? (
        <Notice kind="warn" title={t('openQuestions', { n: questions.length })}>
          <ul>{questions.map((one) => <li><a href={questionsHref(year, `/${one.id}`)}>{one.question}</a></li>)}</ul>
        </Notice>
      ) : null}
      <QuickFilters items={[{ label: t('all'), href: targetsHref(year), current: !onlyOpen }, { label: t('onlyOpen'), href: `${targetsHref(year)}?show=open`, current: onlyOpen }]} />
      <Table caption={t('board')} captionHidden rows={lines} rowKey={({ indicator }) => indicator.key} isVoid={({ indicator }) => indicator.state === 'cancelled'} empty={<EmptyState title={onlyOpen ? t('noneOpen') : t('none')} />}
        footer={onlyOpen ? undefined : { weight: `${t('sum')} ${scaledText(sum)}` }}
        columns={[
          { key: 'indicator', head: s('indicator'), kind: 'main', cell: (line) => <LineName line={line} year={year} ui={ui} /> },
          ...stages.map((stage) => ({ key: stage, head: s(`short.${stage}`), cell: ({ at }: BoardLine) => wordCell(at[stage]) })),
          { key: 'budget', head: t('budget'), cell: ({ budget }) => wordCell(budget) },
          { key: 'weight', head: s('weight'), kind: 'num', cell: ({ indicator }) => weightText(indicator.weight) },
        ]} />
      {years.length > 1 ? <p class="quiet">{t('others')}: {years.filter((other) => other !== year).map((other) => <><a href={targetsHref(other)}>{t('yearLink', { year: other })}</a> </>)}</p> : null}
      <Pager print extra={[{ label: t('xlsx'), href: `${targetsHref(year)}.xlsx`, download: true }]} />
    </div>
  );
}

const column = (code: string, head: Words): TableColumn => ({ code, head, about: head, kind: 'text', readOnly: true });

export const boardXlsx = defineDownload({
  path: '/performance/:year/targets.xlsx',
  permission: 'performance.read',
  params: yearParams,
  async load(tx, { params, services }) {
    const board = await readBoard(tx, params.year, false, services.clock.today());
    if (!board.ok) return board;
    const text = (word: StoredWord | undefined) => (word ? [ladderText(word.ladder), weightText(word.weight)].filter(Boolean).join(' · ') : '');
    const columns = [column('key', shared.words('indicator')), column('name', messages.words('name')), column('owners', messages.words('owners')), ...stages.map((stage) => column(stage.replaceAll('-', '_'), shared.words(`stage.${stage}`))),
      column('budget', shared.words('authority.budget-bureau')), column('weight', shared.words('weight')), column('open', messages.words('open'))];
    const rows = board.value.lines.map(({ indicator, owners, at, budget, open }) => ({
      key: indicator.key, name: indicator.name, owners: owners.join(' '), ...Object.fromEntries(stages.map((stage: Stage) => [stage.replaceAll('-', '_'), text(at[stage])])),
      budget: text(budget), weight: weightText(indicator.weight), open: open.map((one) => messages.th[`open.${one}`]).join(', '),
    }));
    return ok({ body: await tableXlsx({ name: messages.th.board, columns, rows }), contentType: xlsxType, fileName: `${messages.th.fileName}-${params.year}.xlsx`, disposition: 'attachment' });
  },
});
