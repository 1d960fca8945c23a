// Scorecards of a year: score, state of the agreement and receipts of each unit.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { defineDownload, definePage, type DownloadBody } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { ok, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import type { TableColumn } from '../../../../../platform/tables/table.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import { ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Select } from '../../../../../ui/components/select.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { unitLabel } from '../../../../organisation/index.ts';
import { messages as module } from '../../../messages.ts';
import { listCycles } from '../../../store/cycles.ts';
import { cardHref, root } from '../../access.ts';
import { cardStates, cycleAsked, readCards, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { CardStateMark, scoreText } from '../../shown.tsx';

const query = z.object({ year: z.coerce.number().int().min(2540).max(2700).optional().catch(undefined), state: z.enum(cardStates).optional().catch(undefined) });
type Query = z.output<typeof query>;

async function load(tx: ReadTx, asked: Query, { clock }: Pick<Services, 'clock'>) {
  const cycle = await cycleAsked(tx, asked.year);
  const all = cycle ? await readCards(tx, cycle, clock.today()) : [];
  return { cycle, years: [...new Set((await listCycles(tx)).map(({ fiscalYear }) => fiscalYear))], all, shown: all.filter(({ state }) => asked.state === undefined || state === asked.state), state: asked.state };
}
export type CardList = Awaited<ReturnType<typeof load>>;

export const listPage = definePage({
  path: root,
  permission: 'performance.read',
  query,
  load: async (tx, { query: asked, services }) => ok(await load(tx, asked, services)),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ListView,
});

const resultsIn = ({ score }: CardView) => score.lines.length - score.total.missing.length;

function ListView({ cycle, years, all, shown, state }: CardList, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const search = new URLSearchParams({ ...(cycle ? { year: String(cycle.fiscalYear) } : {}), ...(state ? { state } : {}) }).toString();
  const mayBegin = cycle && cycle.state !== 'closed' && ui.can('performance.report');
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: ui.text(module.words('module')) }, { label: t('title') }]}
        actions={<ButtonRow>{mayBegin ? <ButtonLink kind="main" href={`${root}/new`}>{t('new')}</ButtonLink> : null}{cycle ? <ButtonLink href={`${root}/cascade?year=${cycle.fiscalYear}`}>{t('cascade')}</ButtonLink> : null}</ButtonRow>} />
      <FilterBar action={root} result={t('shown', { n: shown.length, all: all.length })} {...(state ? { clearHref: `${root}?year=${cycle?.fiscalYear ?? ''}` } : {})}>
        <Select name="year" label={t('year')} size="s" value={cycle ? String(cycle.fiscalYear) : undefined} options={years.map((year) => ({ value: String(year), label: String(year) }))} />
        <Select name="state" label={t('state')} size="m" value={state ?? ''} options={[{ value: '', label: t('allStates') }, ...cardStates.map((one) => ({ value: one, label: t(`state.${one}`) }))]} />
      </FilterBar>
      <Table caption={t('title')} captionHidden rows={shown} rowKey={({ card }) => String(card.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'unit', head: t('unit'), kind: 'main', cell: ({ card, unit }) => <a href={cardHref(card.id)}>{unitLabel(unit, ui.lang)}</a> },
          { key: 'score', head: t('score'), kind: 'num', cell: (view) => scoreText(ui, view) },
          { key: 'lines', head: t('result'), kind: 'num', cell: (view) => `${resultsIn(view)}/${view.lines.length}` },
          { key: 'state', head: t('state'), cell: (view) => <CardStateMark ui={ui} state={view.state} /> },
          { key: 'read', head: t('read'), kind: 'num', cell: ({ card, readers }) => (readers.length === 0 ? '–' : <a href={cardHref(card.id, '/readers')}>{t('readOf', { n: readers.filter(({ readAt }) => readAt !== null).length, all: readers.length })}</a>) },
        ]} />
      <Pager print extra={[{ label: t('xlsx'), href: `${root}/units.xlsx?${search}`, download: true }, { label: t('csv'), href: `${root}/units.csv?${search}`, download: true }]} />
    </div>
  );
}

const column = (code: string, key: Parameters<typeof messages.words>[0], kind: TableColumn['kind'] = 'text'): TableColumn => ({ code, head: messages.words(key), about: messages.words(key), kind, readOnly: true });
const columns = [column('unit', 'unit'), column('year', 'year', 'integer'), column('score', 'score'), column('lines', 'lines', 'integer'), column('missing', 'missing', 'integer'), column('state', 'state'), column('read', 'read', 'integer'), column('unread', 'unread', 'integer')];

const rowsOf = ({ shown }: CardList) => shown.map((view) => ({
  unit: unitLabel(view.unit), year: view.card.fiscalYear, score: scoreText({ lang: 'th' }, view), lines: view.lines.length, missing: view.score.total.missing.length, state: messages.th[`state.${view.state}`],
  read: view.readers.filter(({ readAt }) => readAt !== null).length, unread: view.readers.filter(({ readAt }) => readAt === null).length,
}));

const file = (ending: 'xlsx' | 'csv') => defineDownload({
  path: `${root}/units.${ending}`,
  permission: 'performance.read',
  query,
  async load(tx, { query: asked, services }): Promise<Result<DownloadBody>> {
    const list = await load(tx, asked, services);
    const table = { name: messages.th.title, columns, rows: rowsOf(list) };
    return ok({ body: ending === 'xlsx' ? await tableXlsx(table) : tableCsv(table), contentType: ending === 'xlsx' ? xlsxType : csvType, fileName: `${messages.th.fileName}-${list.cycle?.fiscalYear ?? ''}.${ending}`, disposition: 'attachment' });
  },
});
export const listXlsx = file('xlsx');
export const listCsv = file('csv');
