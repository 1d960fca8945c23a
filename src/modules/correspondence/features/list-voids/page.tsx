// The void numbers of a unit, book and calendar year with their reasons: on screen, for printing, as CSV.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { calendarYear, formatDate, localDate } from '../../../../thai/index.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { toCsv } from '../../csv.ts';
import { books } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { bookName } from '../../domain/register-columns.ts';
import { messages as shared } from '../../messages.ts';
import { numberMessages as messages } from '../../registers/messages.ts';
import { chosenUnit, keptUnits } from '../../office.ts';
import { optionalId, optionalYear } from '../../params.ts';
import { address, dayText, instantText } from '../../shown.tsx';
import { voidNumbers } from '../../store/register.ts';
import type { VoidNumber } from '../../store/register.ts';
import { NoUnit, UnitFilter } from '../../unit-filter.tsx';

const query = z.object({ unit: optionalId, year: optionalYear, book: z.enum(books).optional().catch(undefined), after: z.coerce.number().int().positive().optional().catch(undefined) });
type Query = z.infer<typeof query>;
const pageSize = 100;

async function load(tx: ReadTx, asked: Query, today: string, limit: number) {
  const units = await keptUnits(tx, 'correspondence.read-register', today);
  const unit = chosenUnit(units, asked.unit);
  const year = asked.year ?? calendarYear(localDate(today));
  const rows = unit ? await voidNumbers(tx, { unitId: unit.id, year, book: asked.book, after: asked.after, limit: limit + 1 }) : [];
  return { units, unit, year, rows: rows.slice(0, limit), more: rows.length > limit, asked };
}
type Data = Awaited<ReturnType<typeof load>>;

const common = { permission: 'correspondence.read-register', query } as const;

export const voidsPage = definePage({
  ...common,
  path: '/void-numbers',
  load: async (tx, { query: asked, services }) => ok(await load(tx, asked, services.clock.today(), pageSize)),
  title: (_data, ui) => messages.in(ui.lang)('voids'),
  view: (data: Data, ui) => <VoidsView data={data} ui={ui} printed={false} />,
});

const voidsPrintPage = definePage({
  ...common,
  path: '/void-numbers/print',
  load: async (tx, { query: asked, services }) => ok(await load(tx, asked, services.clock.today(), 5000)),
  title: (_data, ui) => messages.in(ui.lang)('voids'),
  view: (data: Data, ui) => <VoidsView data={data} ui={ui} printed />,
});

const voidsCsv = defineDownload({
  ...common,
  path: '/void-numbers.csv',
  async load(tx, { query: asked, services, actor }) {
    const data = await load(tx, asked, services.clock.today(), 50_000);
    if (!data.unit) return notFound();
    const lang = actor.language ?? 'th';
    const t = messages.in(lang);
    const body = toCsv(
      [t('book'), t('reference'), t('letterDate'), t('subject'), t('voidReason'), t('voidedAt'), t('voidedBy')],
      data.rows.map((row) => [bookName(row.book, lang), printedReference(row.reference), formatDate(localDate(row.letterDate), { style: 'numeric' }), row.subject, row.reason, instantText({ lang }, row.at), row.by]),
    );
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: `${t('voidsFile')}-${data.year}.csv`, disposition: 'attachment' });
  },
});

export const voidsRoutes = [voidsPage, voidsPrintPage, voidsCsv];

function VoidsView({ data, ui, printed }: { data: Data; ui: Ui; printed: boolean }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { unit, units, year, rows, asked } = data;
  if (!unit) return <div class="stack"><PageHead title={t('voids')} /><NoUnit ui={ui} /></div>;
  const here = (path: string, change: { after?: number } = {}) => address(path, { unit: unit.id, year, book: asked.book, ...change });
  const last = rows.at(-1);
  return (
    <div class="stack">
      {printed ? <p data-no-print=""><a href={here('/void-numbers')}>{t('voids')}</a></p> : null}
      <PageHead title={t('voids')} sub={t('voidsSub', { unit: unit.label, year })} />
      {printed ? null : (
        <FilterBar action="/void-numbers">
          <UnitFilter ui={ui} units={units} chosen={unit} />
          <TextField name="year" label={s('year')} optional inputMode="numeric" value={String(year)} size="s" />
          <Select name="book" label={t('book')} optional empty={t('allBooks')} value={asked.book ?? ''} options={books.map((book) => ({ value: book, label: bookName(book, ui.lang) }))} size="m" />
        </FilterBar>
      )}
      <Table<VoidNumber> caption={t('voids')} captionHidden cards={!printed} rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('noVoids')}>{t('noVoidsText')}</EmptyState>} columns={[
        { key: 'reference', head: t('reference'), kind: 'nowrap', cell: (row) => printedReference(row.reference) },
        { key: 'book', head: t('book'), cell: (row) => bookName(row.book, ui.lang) },
        { key: 'date', head: t('letterDate'), kind: 'nowrap', cell: (row) => dayText(ui, row.letterDate) },
        { key: 'subject', head: t('subject'), cell: (row) => row.subject },
        { key: 'reason', head: t('voidReason'), kind: 'main', cell: (row) => row.reason },
        { key: 'at', head: t('voidedAt'), kind: 'nowrap', cell: (row) => instantText(ui, row.at) },
        { key: 'by', head: t('voidedBy'), cell: (row) => row.by },
      ]} />
      {printed ? null : (
        <Pager next={data.more && last ? { href: here('/void-numbers', { after: last.id }), label: s('next') } : undefined} previous={asked.after ? { href: here('/void-numbers'), label: s('first') } : undefined}
          extra={[{ label: s('print'), href: here('/void-numbers/print') }, { label: s('csv'), href: here('/void-numbers.csv'), download: true }]} />
      )}
    </div>
  );
}
