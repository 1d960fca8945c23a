// Number series of a unit: where they stand, how circulars are numbered, and starting numbers carried over from paper.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel, Section } from '../../../../ui/components/panel.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { books } from '../../domain/kinds.ts';
import { bookName, incomingBooks } from '../../domain/register-columns.ts';
import { numberingUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { optionalId } from '../../params.ts';
import { instantText } from '../../shown.tsx';
import { incomingStarts, incomingStates } from '../../store/incoming-series.ts';
import type { IncomingStart, IncomingState } from '../../store/incoming-series.ts';
import { seriesOf } from '../../store/numbers.ts';
import type { SeriesState } from '../../store/numbers.ts';
import { seriesSettings, seriesStarts } from '../../store/settings.ts';
import type { SeriesSetting, SeriesStart } from '../../store/settings.ts';
import { circularSeriesForm, startForm } from './form.ts';
import { messages } from './messages.ts';

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice;
  readonly year: number;
  readonly series: readonly SeriesState[];
  readonly settings: readonly SeriesSetting[];
  readonly starts: readonly SeriesStart[];
  readonly incoming: readonly IncomingState[];
  readonly incomingStarts: readonly IncomingStart[];
}

async function load(tx: ReadTx, unitId: number | undefined, today: string): Promise<Result<Data>> {
  const units = await numberingUnits(tx, today);
  const unit = units.find((one) => one.id === unitId) ?? (unitId === undefined ? units[0] : undefined);
  if (!unit) return notFound();
  const year = calendarYear(localDate(today));
  return ok({
    units, unit, year, series: await seriesOf(tx, unit.id, year), settings: await seriesSettings(tx, unit.id), starts: await seriesStarts(tx, unit.id),
    incoming: await incomingStates(tx, unit.id, year), incomingStarts: await incomingStarts(tx, unit.id),
  });
}

const common = { permission: 'correspondence.set-series', title: (_data: Data, ui: Ui) => messages.in(ui.lang)('title'), view: SeriesView } as const;

export const seriesPage = definePage({
  ...common,
  path: '/number-series',
  query: z.object({ unit: optionalId }),
  load: (tx, { query, services }) => load(tx, query.unit, services.clock.today()),
});

export const unitSeriesPage = definePage({
  ...common,
  path: '/number-series/:unit',
  params: z.object({ unit: z.coerce.number().int().positive().max(2_147_483_647) }),
  load: (tx, { params, services }) => load(tx, params.unit, services.clock.today()),
});

function SeriesView(data: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { unit, units, year, settings } = data;
  const starts = [...data.starts, ...data.incomingStarts].toSorted((a, b) => b.setAt.getTime() - a.setAt.getTime());
  const series = [
    ...data.series.map((row) => ({ ...row, used: row.rows - row.voided - row.reserved })),
    ...data.incoming.map((row) => ({ ...row, used: row.rows, voided: 0 })),
  ];
  const now = settings.find((one) => one.fromYear <= year)?.circularSeries ?? 'own';
  const circularAction = `/number-series/${unit.id}`;
  const startAction = `/number-series/${unit.id}/start`;
  const circular = { ui, action: circularAction, form: circularSeriesForm };
  const start = { ui, action: startAction, form: startForm };
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} />
      <FilterBar action="/number-series" submitLabel={t('show')}>
        <Select name="unit" label={t('unit')} value={String(unit.id)} options={units.map((one) => ({ value: String(one.id), label: one.label }))} size="m" />
      </FilterBar>
      <Section title={`${unit.label} ${year}`}>
        <Table caption={t('title')} captionHidden rows={series} rowKey={(row) => row.book} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
          { key: 'book', head: t('book'), kind: 'main', cell: (row) => bookName(row.book, ui.lang) },
          { key: 'last', head: t('last'), kind: 'num', cell: (row) => row.last },
          { key: 'used', head: t('used'), kind: 'num', cell: (row) => row.used },
          { key: 'voided', head: t('voided'), kind: 'num', cell: (row) => row.voided },
          { key: 'leftOut', head: t('leftOut'), kind: 'num', cell: (row) => row.leftOut },
        ]} />
      </Section>
      <Panel title={t('circulars')}>
        <ActionForm ui={ui} action={circularAction} form={circularSeriesForm} scope="circular">
          <FormField {...circular} name="circularSeries" as="radios" value={now} options={[{ value: 'own', label: t('own') }, { value: 'shared', label: t('shared') }]} />
          <FormField {...circular} name="fromYear" value={year + 1} />
          <FormField {...circular} name="reason" rows={2} />
          <ButtonRow><Button>{t('save')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
      <Panel title={t('start')}>
        <p>{t('startText')}</p>
        <ActionForm ui={ui} action={startAction} form={startForm} scope="start">
          <FormField {...start} name="book" as="select" options={[...books, ...incomingBooks].map((book) => ({ value: book, label: bookName(book, ui.lang) }))} />
          <FormField {...start} name="next" />
          <FormField {...start} name="reason" rows={2} />
          <ButtonRow><Button>{t('startButton')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
      {starts.length > 0 ? (
        <Table caption={t('starts')} rows={starts} rowKey={(row) => `${row.book}-${row.setAt.getTime()}`} columns={[
          { key: 'when', head: t('when'), cell: (row) => instantText(ui, row.setAt) },
          { key: 'book', head: t('book'), kind: 'main', cell: (row) => `${bookName(row.book, ui.lang)} ${row.year}` },
          { key: 'change', head: t('start'), cell: (row) => t('fromTo', { from: row.previousLast + 1, to: row.nextNumber }) },
          { key: 'reason', head: t('reason'), cell: (row) => row.reason },
          { key: 'by', head: t('by'), cell: (row) => row.setBy },
        ]} />
      ) : null}
    </div>
  );
}
