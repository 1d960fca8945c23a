// The outgoing register, form 14: eight columns, by unit and calendar year; voided rows stay with their reason.
import { actsFor, standsFor } from '../../../../platform/access/actor.ts';
import type { ComponentChildren, VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Checks } from '../../../../ui/components/checks.tsx';
import { DateField } from '../../../../ui/components/date-field.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import type { Column } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { books } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { messages as shared } from '../../messages.ts';
import { numberMessages } from '../../registers/messages.ts';
import { address, dayHead, dayText } from '../../shown.tsx';
import { seriesOf } from '../../store/numbers.ts';
import type { SeriesState } from '../../store/numbers.ts';
import type { RegisterRow } from '../../store/register.ts';
import { GoneNotice, NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { loadRegister, registerQuery, remarkOf } from './load.ts';
import type { RegisterData, RegisterQuery } from './load.ts';
import { messages as orderMessages } from '../../orders/messages.ts';
import { exportMessages } from '../export-register/messages.ts';
import { importMessages } from '../import-register/messages.ts';
import { bookName } from '../../domain/register-columns.ts';
import { messages } from './messages.ts';

const pageSize = 50;
const printLimit = 2_000;

type Data = RegisterData & { readonly series: readonly SeriesState[] };

export const registerPage = definePage({
  path: '/register',
  permission: 'correspondence.read-register',
  query: registerQuery,
  async load(tx, { query, services }) {
    const data = await loadRegister(tx, query, services.clock.today(), pageSize);
    return ok({ ...data, series: data.unit ? await seriesOf(tx, data.unit.id, data.year) : [] });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: RegisterView,
});

export const registerPrintPage = definePage({
  path: '/register/print',
  permission: 'correspondence.read-register',
  query: registerQuery,
  load: async (tx, { query, services }) => ok({ ...(await loadRegister(tx, query, services.clock.today(), printLimit)), series: [] }),
  title: (data, ui) => messages.in(ui.lang)('head', { unit: data.unit?.label ?? '', year: data.year }),
  view: PrintView,
});

/** The eight columns of the form, in its order. */
function columns(ui: Ui, linked: boolean): Column<RegisterRow>[] {
  const t = messages.in(ui.lang);
  const struck = (row: RegisterRow, text: ComponentChildren) => (row.state === 'void' ? <s>{text}</s> : text);
  const link = (row: RegisterRow, text: string) => (linked && row.href ? <a href={row.href}>{text}</a> : text);
  return [
    { key: 'number', head: t('number'), kind: 'num', cell: (row) => struck(row, row.number) },
    { key: 'reference', head: t('reference'), kind: 'nowrap', cell: (row) => struck(row, link(row, printedReference(row.reference))) },
    { key: 'date', head: t('letterDate'), kind: 'nowrap', cell: (row) => dayText(ui, row.letterDate) },
    { key: 'from', head: t('from'), kind: 'nowrap', cell: (row) => row.from },
    { key: 'to', head: t('to'), kind: 'wide', cell: (row) => (linked ? <span class="clamp clamp-3">{row.to}</span> : row.to) },
    { key: 'subject', head: t('subject'), kind: 'main', cell: (row) => link(row, row.subject) },
    { key: 'action', head: t('action'), cell: (row) => row.action },
    { key: 'remark', head: t('remark'), kind: 'wide', cell: (row) => remarkOf(row, t) },
  ];
}

function hereOf(data: RegisterData) {
  const { query, unit, year } = data;
  return (path: string, change: Partial<Record<keyof RegisterQuery, string | number>> = {}) =>
    address(path, { unit: unit?.id, year, book: query.book, state: query.state, q: query.q, from: query.from, to: query.to, ...change });
}

function RegisterView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { unit, units, query, year, rows } = data;
  if (!unit) return <div class="stack"><PageHead title={t('title')} /><NoUnit ui={ui} /></div>;
  const here = hereOf(data);
  const filtered = Boolean(query.book ?? query.state ?? query.q ?? query.from ?? query.to);
  const last = rows.at(-1);
  const day = (date: string | undefined) => (date ? dayText(ui, date) : '');
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('head', { unit: unit.label, year })} actions={<RegisterLinks ui={ui} unitId={unit.id} year={year} />} />
      <GoneNotice ui={ui} unit={unit} />
      <FilterBar action="/register" clearHref={filtered ? address('/register', { unit: unit.id, year }) : undefined}>
        <UnitFilter ui={ui} units={units} chosen={unit} />
        <TextField name="year" label={s('year')} optional inputMode="numeric" value={String(year)} size="s" />
        <Select name="book" label={t('book')} optional empty={t('allBooks')} value={query.book ?? ''} options={books.map((book) => ({ value: book, label: bookName(book, ui.lang) }))} size="m" />
        <Select name="state" label={t('state')} optional empty={t('allStates')} value={query.state ?? ''} options={(['valid', 'reserved', 'void'] as const).map((state) => ({ value: state, label: t(`state.${state}`) }))} size="s" />
        <DateField name="from" label={t('fromDate')} optional value={day(query.from)} />
        <DateField name="to" label={t('toDate')} optional value={day(query.to)} />
        <TextField name="q" label={s('words')} optional value={query.q ?? ''} size="m" />
        <TextField name="go" label={s('goTo')} optional value={query.go?.text ?? ''} size="s" />
      </FilterBar>
      {data.lost ? <Notice kind="warn">{s('goLost', { what: query.go?.text ?? '', year })}</Notice> : null}
      <Table caption={t('title')} captionHidden rows={rows} group={dayHead(ui)} rowKey={(row) => String(row.id)} isVoid={(row) => row.state === 'void'} columns={columns(ui, true)}
        empty={filtered ? <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <Pager
        previous={query.before || query.end || query.go ? { href: here('/register'), label: s('first') } : undefined}
        next={data.more && last ? { href: here('/register', { before: last.id }), label: s('next') } : undefined}
        last={data.more ? { href: here('/register', { end: '1' }), label: s('last') } : undefined}
        extra={[{ label: t('printView'), href: here('/register/print') }, { label: t('pdf'), href: here('/register.pdf'), download: true }, { label: t('xlsx'), href: here('/register.xlsx'), download: true }, { label: s('csv'), href: here('/register.csv'), download: true }]}
      />
      {data.series.length > 0 ? (
        <Section title={t('series')}>
          <Checks label={t('series')} items={data.series.map((series) => {
            const words = { book: bookName(series.book, ui.lang), last: series.last, used: series.rows - series.voided - series.reserved, voided: series.voided, leftOut: series.leftOut, missing: series.missing };
            return series.missing !== 0 ? { state: 'bad' as const, text: t('seriesBad', words) } : { state: 'ok' as const, text: t(series.leftOut > 0 ? 'seriesJump' : 'seriesOk', words) };
          })} />
        </Section>
      ) : null}
    </div>
  );
}

/** What is done at a register: a number for what was made outside, numbers held, numbers that are void. */
function RegisterLinks({ ui, unitId, year }: { ui: Ui; unitId: number; year: number }): VNode {
  const n = numberMessages.in(ui.lang);
  const reserves = actsFor(ui.actor, 'correspondence.reserve', unitId);
  return (
    <ButtonRow>
      {reserves ? <ButtonLink href={address('/register/enter', { unit: unitId })}>{n('enterTitle')}</ButtonLink> : null}
      {reserves ? <ButtonLink href={address('/reserved-numbers', { unit: unitId })}>{n('reserveTitle')}</ButtonLink> : null}
      <ButtonLink kind="quiet" href={address('/orders', { unit: unitId, year })}>{orderMessages.in(ui.lang)('title')}</ButtonLink>
      {ui.can('correspondence.keep-registers', unitId) ? <ButtonLink kind="quiet" href={address('/register/exports', { unit: unitId })}>{exportMessages.in(ui.lang)('title')}</ButtonLink> : null}
      {ui.can('correspondence.keep-registers', unitId) && standsFor(ui.actor, unitId) ? <ButtonLink kind="quiet" href={address('/register/imports', { unit: unitId })}>{importMessages.in(ui.lang)('title')}</ButtonLink> : null}
      <ButtonLink kind="quiet" href={address('/void-numbers', { unit: unitId, year })}>{n('voids')}</ButtonLink>
    </ButtonRow>
  );
}

function PrintView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (!data.unit) return <NoUnit ui={ui} />;
  return (
    <div class="stack">
      <p data-no-print=""><a href={hereOf(data)('/register')}>{t('back')}</a></p>
      <PageHead title={t('printTitle')} sub={t('head', { unit: data.unit.label, year: data.year })} />
      {data.more ? <Notice kind="warn">{t('cut', { count: data.rows.length })}</Notice> : null}
      <Table caption={t('printTitle')} captionHidden cards={false} group={dayHead(ui)} rows={data.rows.toReversed()} rowKey={(row) => String(row.id)} isVoid={(row) => row.state === 'void'} columns={columns(ui, false)} />
    </div>
  );
}
