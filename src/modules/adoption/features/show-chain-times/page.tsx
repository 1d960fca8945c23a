// The letters behind a figure of the times of received letters, and those figures as a sheet.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import type { TableColumn } from '../../../../platform/tables/table.ts';
import { tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import { momentWords } from '../../../../platform/when.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { incomingHref, visibleReceived, type Urgency } from '../../../correspondence/index.ts';
import { unitLabel, unitsActiveOn } from '../../../organisation/index.ts';
import { messages as shared } from '../../messages.ts';
import { asOfWords, durationWords, periodOf, periodQuery, periodSearch, type Asked } from '../../shown.tsx';
import { chainFigures, chainList, chainTimes } from '../../store/chain-times.ts';
import { messages as timesMessages } from '../show-times/messages.ts';
import type { ChainLines } from './chain-section.tsx';
import { messages } from './messages.ts';

const urgencies = ['ordinary', 'urgent', 'very-urgent', 'most-urgent'] as const satisfies readonly Urgency[];
const pageSize = 100;

/** Times of received letters: of all, by urgency, and by unit with the most that waits first. */
export async function readChainTimes(tx: ReadTx, asked: Asked, { clock }: Pick<Services, 'clock'>): Promise<ChainLines> {
  const { span } = periodOf(asked, clock.today());
  const units = new Map((await unitsActiveOn(tx, clock.today())).map((unit) => [unit.id, unit]));
  const lines = await chainTimes(tx, span, clock.now());
  return {
    all: lines.find((line) => line.unitId === null && line.urgency === null) ?? null,
    urgencies: lines.filter((line) => line.urgency !== null).toSorted((a, b) => urgencies.indexOf(b.urgency ?? 'ordinary') - urgencies.indexOf(a.urgency ?? 'ordinary')),
    units: lines.flatMap((line) => { const unit = line.unitId === null ? undefined : units.get(line.unitId); return unit ? [{ ...line, unit }] : []; })
      .toSorted((a, b) => b.overdue - a.overdue || b.waiting - a.waiting || b.received - a.received || a.unit.id - b.unit.id),
  };
}

const listQuery = z.object({
  ...periodQuery,
  what: z.enum(chainFigures).catch('received'),
  unit: z.coerce.number().int().positive().optional().catch(undefined),
  urgency: z.enum(urgencies).optional().catch(undefined),
  after: z.coerce.number().int().min(0).catch(0),
});

async function readList(tx: ReadTx, query: z.output<typeof listQuery>, { clock }: Pick<Services, 'clock'>) {
  const { period, span } = periodOf(query, clock.today());
  const { what, unit, urgency, after } = query;
  const found = await chainList(tx, span, clock.now(), { what, unit, urgency, after, limit: pageSize + 1 });
  const rows = found.slice(0, pageSize);
  const mine = await visibleReceived(tx, rows.map((row) => row.receivedId));
  const line = (await chainTimes(tx, span, clock.now())).find((one) => one.unitId === (unit ?? null) && one.urgency === (unit === undefined ? (urgency ?? null) : null));
  return { period, query, rows, mine, line, more: found.length > pageSize, units: new Map((await unitsActiveOn(tx, clock.today())).map((one) => [one.id, one])) };
}

type Data = Awaited<ReturnType<typeof readList>>;

export const chainLettersPage = definePage({
  path: '/adoption/times/letters',
  permission: 'adoption.read',
  query: listQuery,
  load: async (tx, { query, services }) => ok(await readList(tx, query, services)),
  title: ({ query }, ui) => messages.in(ui.lang)('listTitle', { what: messages.in(ui.lang)(query.what) }),
  view: ListView,
});

function ListView({ period, query, rows, mine, line, more, units }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const waits = query.what === 'waiting' || query.what === 'overdue' || query.what === 'received';
  const title = t('listTitle', { what: t(query.what) });
  const unit = query.unit === undefined ? undefined : units.get(query.unit);
  const address = (after: number) => `/adoption/times/letters?${periodSearch(period, { what: query.what, unit: query.unit?.toString(), urgency: query.urgency, after: String(after) })}`;
  const labelOf = (id: number) => { const one = units.get(id); return one ? one.abbreviation || one.name : ''; };
  return (
    <div class="stack-l">
      <PageHead title={title} sub={`${t('listSub', { unit: unit ? unitLabel(unit, ui.lang) : t('all'), urgency: query.urgency ? t(`urgency.${query.urgency}`) : '', count: (line?.[query.what] ?? 0).toLocaleString('en') })} · ${asOfWords(ui, period)}`}
        crumbs={[{ label: s('module'), href: '/adoption' }, { label: timesMessages.in(ui.lang)('title'), href: `/adoption/times?${periodSearch(period)}` }, { label: title }]} />
      <p class="quiet measure">{t('formula')}</p>
      {line && line.restricted > 0 ? <Notice>{t('restricted', { n: line.restricted })}</Notice> : null}
      <Table caption={title} captionHidden rows={rows} rowKey={(row) => String(row.receivedId)} empty={<EmptyState title={t('listNone')} />}
        columns={[
          { key: 'number', head: t('number'), kind: 'main', cell: (row) => (mine.has(row.receivedId) ? <a href={incomingHref(row.receivedId)} data-turbo-prefetch="false">{row.reference}</a> : row.reference) },
          { key: 'unit', head: t('unit'), cell: (row) => labelOf(row.unitId) },
          { key: 'urgency', head: t('urgency'), cell: (row) => t(`urgency.${row.urgency}`) },
          { key: 'received', head: t('receivedAt'), kind: 'nowrap', cell: (row) => momentWords(ui.lang, row.receivedAt) },
          ...(waits ? [] : [{ key: 'at', head: t('at'), kind: 'nowrap' as const, cell: (row: Data['rows'][number]) => (row.at ? momentWords(ui.lang, row.at) : '') }]),
          ...(query.what === 'received' ? [] : [{ key: 'took', head: t(waits ? 'soFar' : 'took'), kind: 'num' as const, cell: (row: Data['rows'][number]) => durationWords(ui.lang, row.minutes) }]),
        ]} />
      <Pager print {...(query.after > 0 ? { previous: { href: address(0) } } : {})} {...(more ? { next: { href: address(rows.at(-1)?.receivedId ?? 0) } } : {})} />
    </div>
  );
}

const column = (code: string, head: { th: string; en: string }, kind: TableColumn['kind'] = 'integer'): TableColumn => ({ code, head, about: head, kind, readOnly: true });

const columns: readonly TableColumn[] = [
  column('unit', messages.words('unit'), 'text'), column('urgency', messages.words('urgency'), 'text'),
  ...chainFigures.map((key) => column(key, messages.words(key))),
  column('propose_minutes', messages.words('proposeMinutes')), column('order_minutes', messages.words('orderMinutes')),
  column('assign_minutes', messages.words('assignMinutes')), column('close_minutes', messages.words('closeMinutes')),
];

export const chainTimesXlsx = defineDownload({
  path: '/adoption/times/chain.xlsx',
  permission: 'adoption.read',
  query: z.object(periodQuery),
  async load(tx, { query, services }) {
    const chain = await readChainTimes(tx, query, services);
    const { period } = periodOf(query, services.clock.today());
    const named = [...[...(chain.all ? [chain.all] : []), ...chain.urgencies].map((line) => ({ line, name: messages.th.all })), ...chain.units.map((line) => ({ line, name: unitLabel(line.unit) }))];
    const rows = named.map(({ line, name }) => ({
      unit: name, urgency: line.urgency ? messages.th[`urgency.${line.urgency}`] : '',
      ...Object.fromEntries(chainFigures.map((key) => [key, line[key]])),
      propose_minutes: line.proposeMinutes, order_minutes: line.orderMinutes, assign_minutes: line.assignMinutes, close_minutes: line.closeMinutes,
    }));
    return ok({ body: await tableXlsx({ name: messages.th.byUnit, columns, rows }), contentType: xlsxType, fileName: `${messages.th.fileName}-${period.year}.xlsx`, disposition: 'attachment' });
  },
});
