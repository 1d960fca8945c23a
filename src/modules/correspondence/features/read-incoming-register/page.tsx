// The incoming register, form 13: its eight columns in order, by unit and calendar year.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { calendarYear, formatDate, localDate, toArabicDigits } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DateField } from '../../../../ui/components/date-field.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import type { Column } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { xlsxType } from '../../../../platform/tables/write-table.ts';
import { toCsv } from '../../csv.ts';
import { printedReference } from '../../domain/reference.ts';
import { incomingHref } from '../../href.ts';
import { messages as shared } from '../../messages.ts';
import { chosenUnit, keptUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { flag, optionalDay, optionalId, optionalPlace, optionalText, optionalYear } from '../../params.ts';
import { messages as received } from '../../received/messages.ts';
import { registerDocument, registerPaperLimit, registerXlsx } from '../../registers/register-files.ts';
import { address, dayHead, dayText } from '../../shown.tsx';
import { receivedNumberAt, receivedRegister } from '../../store/received-lists.ts';
import type { ReceivedRegisterRow } from '../../store/received-lists.ts';
import { GoneNotice, NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { importMessages } from '../import-register/messages.ts';
import { bookName } from '../../domain/register-columns.ts';
import { messages } from './messages.ts';

const pageSize = 50;
const printLimit = 2_000;
const exportLimit = 50_000;
const registerBooks = ['incoming', 'incoming-secret'] as const;

const query = z.object({ unit: optionalId, year: optionalYear, book: z.enum(registerBooks).optional().catch(undefined), q: optionalText, from: optionalDay, to: optionalDay, go: optionalPlace, end: flag, before: optionalId });
type Query = z.infer<typeof query>;

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly year: number;
  readonly rows: readonly ReceivedRegisterRow[];
  readonly more: boolean;
  /** Nothing has the number or the day that was asked for; the register is shown from its first page. */
  readonly lost: boolean;
  readonly query: Query;
}

async function load(tx: ReadTx, asked: Query, today: string, limit: number): Promise<Data> {
  const units = await keptUnits(tx, 'correspondence.receive-letters', today);
  const unit = chosenUnit(units, asked.unit);
  const year = asked.year ?? calendarYear(localDate(today));
  if (!unit) return { units, unit, year, rows: [], more: false, lost: false, query: asked };
  const { go } = asked;
  const place = go?.number !== undefined ? { number: go.number } : go?.day !== undefined ? { day: go.day } : undefined;
  const at = place ? await receivedNumberAt(tx, { unitId: unit.id, year, book: asked.book }, place) : undefined;
  const fromEnd = asked.end && asked.before === undefined && at === undefined;
  const found = await receivedRegister(tx, { ...asked, unitId: unit.id, year, before: at === undefined ? asked.before : at + 1, fromEnd, words: asked.q === undefined ? undefined : toArabicDigits(asked.q), limit: fromEnd ? limit : limit + 1 });
  return { units, unit, year, rows: found.slice(0, limit), more: found.length > limit, lost: go !== undefined && at === undefined, query: asked };
}

const common = { permission: 'correspondence.receive-letters', query } as const;

export const incomingRegisterPage = definePage({
  ...common,
  path: '/incoming/register',
  load: async (tx, { query: asked, services }) => ok(await load(tx, asked, services.clock.today(), pageSize)),
  title: (_data, ui) => received.in(ui.lang)('incomingRegister'),
  view: RegisterView,
});

export const incomingRegisterPrint = definePage({
  ...common,
  path: '/incoming/register/print',
  load: async (tx, { query: asked, services }) => ok(await load(tx, asked, services.clock.today(), printLimit)),
  title: (_data, ui) => messages.in(ui.lang)('form'),
  view: PrintView,
});

export const incomingRegisterCsv = defineDownload({
  ...common,
  path: '/incoming/register.csv',
  async load(tx, { query: asked, services, actor }) {
    const data = await load(tx, asked, services.clock.today(), exportLimit);
    if (!data.unit) return notFound();
    const t = messages.in(actor.language ?? 'th');
    const body = toCsv(
      [t('number'), t('reference'), t('letterDate'), t('from'), t('to'), t('subject'), t('action'), t('remark')],
      data.rows.toReversed().map((row) => [row.number, printedReference(row.reference), row.letterDate ? formatDate(localDate(row.letterDate), { style: 'numeric' }) : '', row.from, row.to, row.subject, row.action, row.remark]),
    );
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${t('fileName')}-${data.year}.csv`, disposition: 'attachment' });
  },
});

export const incomingRegisterExcel = defineDownload({
  ...common,
  path: '/incoming/register.xlsx',
  async load(tx, { query: asked, services }) {
    const data = await load(tx, asked, services.clock.today(), exportLimit);
    if (!data.unit) return notFound();
    return ok({ body: await registerXlsx({ form: 'received', year: data.year, lines: data.rows.toReversed() }), contentType: xlsxType, fileName: `${messages.th.fileName}-${data.year}.xlsx`, disposition: 'attachment' });
  },
});

export const incomingRegisterPdf = defineDownload({
  ...common,
  path: '/incoming/register.pdf',
  async load(tx, { query: asked, services }) {
    const data = await load(tx, asked, services.clock.today(), registerPaperLimit);
    if (!data.unit) return notFound();
    const made = await services.paper.renderPdf(registerDocument({ form: 'received', unit: data.unit.label, year: data.year, lines: data.rows.toReversed() }), { createdAt: services.clock.now(), attachData: false });
    return made.ok ? ok({ body: made.value.pdf, contentType: 'application/pdf', fileName: `${messages.th.fileName}-${data.year}.pdf`, disposition: 'inline' as const }) : made;
  },
});

function columns(ui: Ui, linked: boolean): Column<ReceivedRegisterRow>[] {
  const t = messages.in(ui.lang);
  return [
    { key: 'number', head: t('number'), kind: 'num', cell: (row) => row.number },
    { key: 'reference', head: t('reference'), kind: 'nowrap', cell: (row) => printedReference(row.reference) },
    { key: 'date', head: t('letterDate'), kind: 'nowrap', cell: (row) => (row.letterDate ? dayText(ui, row.letterDate) : '') },
    { key: 'from', head: t('from'), cell: (row) => row.from },
    { key: 'to', head: t('to'), cell: (row) => row.to },
    { key: 'subject', head: t('subject'), kind: 'main', cell: (row) => (linked ? <a href={incomingHref(row.id)}>{row.subject}</a> : row.subject) },
    { key: 'action', head: t('action'), cell: (row) => row.action },
    { key: 'remark', head: t('remark'), cell: (row) => [row.carriedOver ? t('carriedOver') : '', row.remark].filter(Boolean).join(' · ') },
  ];
}

const hereOf = ({ unit, year, query: { book, q, from, to } }: Data) => (path: string, change: { before?: number; end?: string } = {}) => address(path, { unit: unit?.id, year, book, q, from, to, ...change });

function RegisterView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const title = received.in(ui.lang)('incomingRegister');
  const { unit, units, query: asked, year, rows } = data;
  if (!unit) return <div class="stack"><PageHead title={title} /><NoUnit ui={ui} /></div>;
  const here = hereOf(data);
  const filtered = Boolean(asked.q ?? asked.from ?? asked.to);
  const last = rows.at(-1);
  const day = (date: string | undefined) => (date ? dayText(ui, date) : '');
  return (
    <div class="stack">
      <PageHead title={title} sub={t('head', { unit: unit.label, year })} crumbs={[{ label: received.in(ui.lang)('incoming'), href: '/incoming' }, { label: title }]}
        actions={ui.can('correspondence.keep-registers', unit.id) && !unit.gone ? <ButtonLink kind="quiet" href={address('/register/imports', { unit: unit.id, table: 'received' })}>{importMessages.in(ui.lang)('title')}</ButtonLink> : undefined} />
      <GoneNotice ui={ui} unit={unit} />
      <FilterBar action="/incoming/register" clearHref={filtered ? address('/incoming/register', { unit: unit.id, year }) : undefined}>
        <UnitFilter ui={ui} units={units} chosen={unit} />
        <TextField name="year" label={s('year')} optional inputMode="numeric" value={String(year)} size="s" />
        <Select name="book" label={t('book')} value={asked.book ?? 'incoming'} options={registerBooks.map((book) => ({ value: book, label: bookName(book, ui.lang) }))} size="m" />
        <DateField name="from" label={t('fromDate')} optional value={day(asked.from)} />
        <DateField name="to" label={t('toDate')} optional value={day(asked.to)} />
        <TextField name="q" label={s('words')} optional value={asked.q ?? ''} size="m" />
        <TextField name="go" label={s('goTo')} optional value={asked.go?.text ?? ''} size="s" />
      </FilterBar>
      {data.lost ? <Notice kind="warn">{s('goLost', { what: asked.go?.text ?? '', year })}</Notice> : null}
      <Table caption={title} captionHidden rows={rows} rowKey={(row) => String(row.id)} columns={columns(ui, true)} group={dayHead(ui)}
        empty={filtered ? <EmptyState title={t('noneFound')}>{t('noneFoundText')}</EmptyState> : <EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      <Pager
        previous={asked.before || asked.end || asked.go ? { href: here('/incoming/register'), label: s('first') } : undefined}
        next={data.more && last ? { href: here('/incoming/register', { before: last.number }), label: s('next') } : undefined}
        last={data.more ? { href: here('/incoming/register', { end: '1' }), label: s('last') } : undefined}
        extra={[{ label: t('printView'), href: here('/incoming/register/print') }, { label: t('pdf'), href: here('/incoming/register.pdf'), download: true }, { label: t('xlsx'), href: here('/incoming/register.xlsx'), download: true }, { label: s('csv'), href: here('/incoming/register.csv'), download: true }]}
      />
    </div>
  );
}

function PrintView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (!data.unit) return <div class="stack"><PageHead title={t('form')} /><NoUnit ui={ui} /></div>;
  return (
    <div class="stack">
      <p data-no-print=""><a href={hereOf(data)('/incoming/register')}>{t('back')}</a></p>
      <PageHead title={t('form')} sub={t('head', { unit: data.unit.label, year: data.year })} />
      <Table caption={t('form')} captionHidden cards={false} rows={data.rows.toReversed()} rowKey={(row) => String(row.id)} columns={columns(ui, false)} group={dayHead(ui)} />
    </div>
  );
}
