// The register of orders of a unit and year: what each orders, whether it still holds, what it changed and what it made.
import type { ComponentChildren, VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import type { Column } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { orderStandings } from '../../domain/order-number.ts';
import { printedReference } from '../../domain/reference.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from '../../orders/messages.ts';
import { OrderCommittees, OrderLinks, StandingOfOrder } from '../../orders/views.tsx';
import { address, dayText } from '../../shown.tsx';
import { NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { loadOrders, orderKey, ordersQuery } from './load.ts';
import type { OrdersData, OrdersQuery, ShownOrder } from './load.ts';

const pageSize = 50;
const printLimit = 2_000;
const common = { permission: 'correspondence.read-register', query: ordersQuery } as const;

export const ordersPage = definePage({
  ...common,
  path: '/orders',
  load: async (tx, { query, services }) => ok(await loadOrders(tx, query, services.clock.today(), pageSize)),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: OrdersView,
});

export const ordersPrintPage = definePage({
  ...common,
  path: '/orders/print',
  load: async (tx, { query, services }) => ok(await loadOrders(tx, query, services.clock.today(), printLimit)),
  title: (data, ui) => `${messages.in(ui.lang)('title')} ${headOf(data, ui)}`,
  view: PrintView,
});

function headOf({ unit, year }: OrdersData, ui: Ui): string {
  const t = messages.in(ui.lang);
  return year === null ? t('headAll', { unit: unit?.label ?? '' }) : t('head', { unit: unit?.label ?? '', year });
}

function hereOf({ unit, year, query }: OrdersData) {
  return (path: string, change: Partial<Record<keyof OrdersQuery, string | number>> = {}) => address(path, { unit: unit?.id, year: year ?? undefined, standing: query.standing, q: query.q, ...change });
}

function columns(ui: Ui, linked: boolean): Column<ShownOrder>[] {
  const t = messages.in(ui.lang);
  const struck = (row: ShownOrder, text: ComponentChildren) => (row.standing === 'void' ? <s>{text}</s> : text);
  const link = (row: ShownOrder, text: string) => (linked && row.href ? <a href={row.href}>{text}</a> : text);
  return [
    { key: 'reference', head: t('reference'), kind: 'nowrap', cell: (row) => struck(row, link(row, printedReference(row.reference))) },
    { key: 'date', head: t('letterDate'), kind: 'nowrap', cell: (row) => dayText(ui, row.letterDate) },
    {
      key: 'subject', head: t('subject'), kind: 'main',
      cell: (row) => <>{link(row, row.subject)}{row.committees.length > 0 ? <div class="mid"><OrderCommittees ui={ui} committees={row.committees} /></div> : null}</>,
    },
    { key: 'signer', head: t('signer'), cell: (row) => (row.signer === '' ? null : <>{row.signer}<div class="quiet small">{row.signerTitle}</div></>) },
    { key: 'standing', head: t('standing'), kind: 'wide', cell: (row) => <><StandingOfOrder ui={ui} standing={row.standing} />{row.voidReason ? <div class="quiet small">{row.voidReason}</div> : null}<div class="mid"><OrderLinks ui={ui} links={row.links} /></div></> },
  ];
}

const isOver = (row: ShownOrder): boolean => row.standing !== 'in-force' && row.standing !== 'amended' && row.standing !== 'reserved';

function OrdersView(data: OrdersData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { unit, units, query, year, rows } = data;
  if (!unit) return <div class="stack"><PageHead title={t('title')} /><NoUnit ui={ui} /></div>;
  const here = hereOf(data);
  const filtered = Boolean(query.standing ?? query.q);
  const last = rows.at(-1);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={headOf(data, ui)} crumbs={[{ label: s('sentLetters'), href: '/sent-letters' }, { label: t('title') }]}
        actions={ui.can('correspondence.draft', unit.id) ? <ButtonLink kind="main" href={address('/drafts/new', { form: 'order', unit: units.length > 1 ? unit.id : undefined })}>{t('write')}</ButtonLink> : undefined} />
      <FilterBar action="/orders" clearHref={filtered ? address('/orders', { unit: unit.id, year: year ?? undefined }) : undefined}>
        <UnitFilter ui={ui} units={units} chosen={unit} />
        <TextField name="year" label={s('year')} optional inputMode="numeric" value={year === null ? '' : String(year)} size="s" />
        <Select name="standing" label={t('standing')} optional empty={t('allStandings')} value={query.standing ?? ''} options={orderStandings.map((one) => ({ value: one, label: t(one === 'in-force' ? 'filter.in-force' : `standing.${one}`) }))} size="m" />
        <TextField name="q" label={t('find')} hint={t('findHint')} optional value={query.q ?? ''} size="m" />
      </FilterBar>
      <Table caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.entryId)} isVoid={isOver} columns={columns(ui, true)}
        empty={filtered ? <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <Pager
        previous={query.before ? { href: here('/orders'), label: s('first') } : undefined}
        next={data.more && last ? { href: here('/orders', { before: orderKey(last) }), label: s('next') } : undefined}
        extra={[{ label: s('print'), href: here('/orders/print') }, { label: t('pdf'), href: here('/orders.pdf'), download: true }, { label: t('xlsx'), href: here('/orders.xlsx'), download: true }, { label: s('csv'), href: here('/orders.csv'), download: true }]}
      />
    </div>
  );
}

function PrintView(data: OrdersData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (!data.unit) return <NoUnit ui={ui} />;
  return (
    <div class="stack">
      <p data-no-print=""><a href={hereOf(data)('/orders')}>{t('back')}</a></p>
      <PageHead title={t('title')} sub={headOf(data, ui)} />
      {data.more ? <Notice kind="warn">{t('cut', { count: data.rows.length })}</Notice> : null}
      <Table caption={t('title')} captionHidden cards={false} rows={data.rows.toReversed()} rowKey={(row) => String(row.entryId)} isVoid={isOver} columns={columns(ui, false)} />
    </div>
  );
}
