// How long letters take at each receiving unit, and what is overdue.
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
import { toThaiDigits } from '../../../../thai/index.ts';
import { unitLabel, unitsActiveOn, type Unit } from '../../../organisation/index.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TileMap, toneOf, type TileValue } from '../../../../ui/components/tile-map.tsx';
import { messages as shared } from '../../messages.ts';
import { AdoptionTabs, asOfWords, durationWords, PeriodFilter, periodOf, periodQuery, periodSearch, type Asked } from '../../shown.tsx';
import { receiptTimes, slowestReceipts, type ReceiptTimes } from '../../store/activity.ts';
import { ChainSection, type ChainLines } from '../show-chain-times/chain-section.tsx';
import { messages as chainMessages } from '../show-chain-times/messages.ts';
import { readChainTimes } from '../show-chain-times/page.tsx';
import { messages } from './messages.ts';

/** From how many hours on an unopened letter counts as waiting: three days by the clock. */
export const lateHours = 72;
const slowest = 25;

export type TimesLine = ReceiptTimes & { readonly unit: Unit };

/** Times of every unit that received, the slowest to open first; units without an opening on top. */
export async function readTimes(tx: ReadTx, asked: Asked, { clock }: Pick<Services, 'clock'>) {
  const today = clock.today();
  const { period, span } = periodOf(asked, today);
  const units = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit]));
  const lines = (await receiptTimes(tx, span, clock.now(), lateHours)).flatMap((line): TimesLine[] => {
    const unit = units.get(line.unitId);
    return unit ? [{ ...line, unit }] : [];
  });
  lines.sort((a, b) => b.unopenedLate - a.unopenedLate || (b.openMinutes ?? Infinity) - (a.openMinutes ?? Infinity) || a.unitId - b.unitId);
  return { period, today, units, lines, slow: await slowestReceipts(tx, span, clock.now(), slowest) };
}

type Data = Awaited<ReturnType<typeof readTimes>> & { readonly chain: ChainLines };

export const timesPage = definePage({
  path: '/adoption/times',
  permission: 'adoption.read',
  query: z.object(periodQuery),
  load: async (tx, { query, services }) => ok({ ...(await readTimes(tx, query, services)), chain: await readChainTimes(tx, query, services) }),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: TimesView,
});

const sum = (lines: readonly TimesLine[], of: (line: TimesLine) => number): number => lines.reduce((total, line) => total + of(line), 0);

/** One sentence for the whole department. */
export function departmentWords(lines: readonly TimesLine[], ui: Pick<Ui, 'lang'>): string {
  const received = sum(lines, (line) => line.received);
  const opened = sum(lines, (line) => line.opened);
  return messages.in(ui.lang)('departmentLine', {
    received: received.toLocaleString('en'), opened: opened.toLocaleString('en'), share: received === 0 ? '–' : `${((opened / received) * 100).toFixed(1)}%`,
    acknowledged: sum(lines, (line) => line.acknowledged).toLocaleString('en'), late: sum(lines, (line) => line.unopenedLate).toLocaleString('en'), reply: sum(lines, (line) => line.replyLate).toLocaleString('en'),
  });
}

function TimesView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { period, lines, slow, units } = data;
  const took = (minutes: number | null) => (minutes === null ? '–' : durationWords(ui.lang, minutes));
  const shortOf = (id: number) => { const unit = units.get(id); return unit ? unit.abbreviation || unit.name : ''; };
  const values: Record<string, TileValue> = {};
  for (const { unit, received, opened } of lines) {
    if (unit.kind !== 'provincial-office' || unit.provinceCode === null || received === 0) continue;
    const share = Math.round(((received - opened) / received) * 100);
    values[`TH-${unit.provinceCode}`] = { words: String(share), tone: toneOf(share, [20, 40, 60, 80]), href: `/adoption/units/${unit.id}?${periodSearch(period)}` };
  }
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title') }]} />
      <AdoptionTabs ui={ui} at="/adoption/times" />
      <PeriodFilter ui={ui} action="/adoption/times" period={period} today={data.today} result={asOfWords(ui, period)} />
      <ChainSection chain={data.chain} period={period} ui={ui} />
      {lines.length === 0 ? <EmptyState title={t('none')}>{s('noneYetText')}</EmptyState> : (
        <>
          <p><strong>{t('department')}</strong> {departmentWords(lines, ui)}</p>
          <p class="quiet measure">{t('how', { hours: lateHours })}</p>
          <Section title={t('map')} aside={t('mapNote')}><TileMap label={t('mapLabel')} values={values} legend={['0–19', '20–39', '40–59', '60–79', '80–100']} /></Section>
          <Section title={t('byUnit')}>
            <Table caption={t('byUnit')} captionHidden rows={lines} rowKey={({ unitId }) => String(unitId)}
              columns={[
                { key: 'unit', head: s('unit'), kind: 'main', cell: ({ unit }) => <a href={`/adoption/units/${unit.id}?${periodSearch(period)}`}>{unitLabel(unit, ui.lang)}</a> },
                { key: 'received', head: t('received'), kind: 'num', cell: (line) => line.received.toLocaleString('en') },
                { key: 'opened', head: t('opened'), kind: 'num', cell: (line) => line.opened.toLocaleString('en') },
                { key: 'open', head: t('openMedian'), kind: 'num', cell: (line) => took(line.openMinutes) },
                { key: 'ack', head: t('ackMedian'), kind: 'num', cell: (line) => took(line.acknowledgeMinutes) },
                { key: 'late', head: t('unopenedLate'), kind: 'num', cell: (line) => line.unopenedLate.toLocaleString('en') },
                { key: 'reply', head: t('replyLate'), kind: 'num', cell: (line) => line.replyLate.toLocaleString('en') },
              ]} />
          </Section>
          <Section title={t('slowest')} aside={t('slowNote', { n: slow.length })}>
            <Table caption={t('slowest')} captionHidden rows={slow} rowKey={(row) => `${row.letterId} ${row.unitId}`}
              columns={[
                { key: 'reference', head: t('reference'), kind: 'main', cell: (row) => toThaiDigits(row.reference) },
                { key: 'from', head: t('from'), cell: (row) => shortOf(row.fromUnitId) },
                { key: 'to', head: t('to'), cell: (row) => row.label },
                { key: 'delivered', head: t('delivered'), kind: 'nowrap', cell: (row) => momentWords(ui.lang, row.deliveredAt) },
                { key: 'took', head: t('took'), kind: 'nowrap', cell: (row) => (row.openedAt ? took(row.minutes) : t('waiting', { time: took(row.minutes) })) },
              ]} />
          </Section>
        </>
      )}
      <Pager print extra={[{ label: s('xlsx'), href: `/adoption/times.xlsx?${periodSearch(period)}`, download: true }, { label: chainMessages.in(ui.lang)('xlsx'), href: `/adoption/times/chain.xlsx?${periodSearch(period)}`, download: true }]} />
    </div>
  );
}

const column = (code: string, head: { th: string; en: string }, kind: TableColumn['kind'] = 'integer'): TableColumn => ({ code, head, about: head, kind, readOnly: true });

export const timesColumns: readonly TableColumn[] = [
  column('unit', shared.words('unit'), 'text'), column('received', messages.words('received')), column('opened', messages.words('opened')),
  column('open_minutes', messages.words('openMinutes')), column('acknowledge_minutes', messages.words('ackMinutes')),
  column('unopened_late', messages.words('unopenedLate')), column('reply_late', messages.words('replyLate')),
];

export const timesRows = (lines: readonly TimesLine[]) => lines.map((line) => ({
  unit: unitLabel(line.unit), received: line.received, opened: line.opened, open_minutes: line.openMinutes, acknowledge_minutes: line.acknowledgeMinutes, unopened_late: line.unopenedLate, reply_late: line.replyLate,
}));

export const timesXlsx = defineDownload({
  path: '/adoption/times.xlsx',
  permission: 'adoption.read',
  query: z.object(periodQuery),
  async load(tx, { query, services }) {
    const { lines, period } = await readTimes(tx, query, services);
    return ok({ body: await tableXlsx({ name: messages.th.byUnit, columns: timesColumns, rows: timesRows(lines) }), contentType: xlsxType, fileName: `${messages.th.fileName}-${period.year}.xlsx`, disposition: 'attachment' });
  },
});
