// Who was trained: the list, and a file of names looked through before it is brought in.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../../platform/tables/write-table.ts';
import { dayWords } from '../../../../platform/when.ts';
import { localDate } from '../../../../thai/index.ts';
import { unitLabel, unitsActiveOn, type Unit } from '../../../organisation/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Select } from '../../../../ui/components/select.tsx';
import { StateMark, type StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { trainingColumns } from '../../domain/judge-trainings.ts';
import { keeps } from '../../keeper.ts';
import { messages as shared } from '../../messages.ts';
import { AdoptionTabs } from '../../shown.tsx';
import { trainedPeople, trainingImport, trainings, type JudgedRow, type Training, type TrainingImport } from '../../store/training.ts';
import { trainingForm } from './form.ts';
import { messages } from './messages.ts';

const pageSize = 100;
const unitQuery = z.coerce.number().int().positive().max(2_147_483_647).optional().catch(undefined);
export const importParams = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

interface ListData {
  readonly rows: readonly Training[];
  readonly more: boolean;
  readonly unitId: number | undefined;
  readonly units: ReadonlyMap<number, Unit>;
  readonly people: ReadonlyMap<number, number>;
  readonly keeps: boolean;
}

export const trainingPage = definePage({
  path: '/adoption/training',
  permission: 'adoption.read',
  query: z.object({ unit: unitQuery, before: unitQuery }),
  async load(tx, { query, services }) {
    const today = services.clock.today();
    const units = new Map((await unitsActiveOn(tx, today)).map((unit) => [unit.id, unit]));
    return ok({ ...cutPage(await trainings(tx, { unitId: query.unit, before: query.before, limit: pageSize + 1 }), pageSize), unitId: query.unit, units, people: await trainedPeople(tx, today), keeps: await keeps(tx, today) });
  },
  title: (_data, ui) => ui.text(messages.words('title')),
  view: TrainingView,
});

const nameOf = (units: ReadonlyMap<number, Unit>, id: number, ui: Ui): string => { const unit = units.get(id); return unit ? unitLabel(unit, ui.lang) : ''; };

function TrainingView({ rows, more, unitId, units, people, keeps: may }: ListData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const all = [...people.values()].reduce((sum, one) => sum + one, 0);
  const unit = unitId === undefined ? '' : `unit=${unitId}`;
  const options = [...people.keys()].flatMap((id) => { const one = units.get(id); return one ? [{ value: String(id), label: one.abbreviation || one.name }] : []; }).toSorted((a, b) => a.label.localeCompare(b.label, 'th'));
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={`${t('sub')} · ${t('people', { n: all.toLocaleString('en'), units: people.size.toLocaleString('en') })}`} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title') }]}
        actions={may ? <ButtonLink kind="main" href="/adoption/training/import">{t('import')}</ButtonLink> : undefined} />
      <AdoptionTabs ui={ui} at="/adoption/training" />
      <FilterBar action="/adoption/training" {...(unitId === undefined ? {} : { clearHref: '/adoption/training' })}>
        <Select name="unit" label={s('unit')} value={unitId === undefined ? '' : String(unitId)} empty={t('every')} optional options={options} size="m" />
      </FilterBar>
      <Table caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'person', head: t('person'), kind: 'main', cell: (row) => row.person },
          { key: 'unit', head: s('unit'), cell: (row) => nameOf(units, row.unitId, ui) },
          { key: 'course', head: t('course'), cell: (row) => row.course },
          { key: 'day', head: t('day'), kind: 'nowrap', cell: (row) => dayWords(ui.lang, localDate(row.day)) },
          { key: 'remark', head: s('note'), cell: (row) => row.remark },
        ]} />
      <Pager print {...(more ? { next: { href: `/adoption/training?${[unit, `before=${rows.at(-1)?.id}`].filter(Boolean).join('&')}` } } : {})}
        extra={[{ label: s('xlsx'), href: `/adoption/training.xlsx?${unit}`, download: true }, { label: s('csv'), href: `/adoption/training.csv?${unit}`, download: true }]} />
    </div>
  );
}

export const importTrainingPage = definePage({
  path: '/adoption/training/import',
  permission: 'adoption.keep',
  load: async (tx, { services }) => ((await keeps(tx, services.clock.today())) ? ok({}) : notFound()),
  title: (_data, ui) => ui.text(messages.words('import')),
  view(_data, ui) {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const form = { ui, action: '/adoption/training/import', form: trainingForm };
    return (
      <div class="stack-l">
        <PageHead title={t('import')} sub={t('importSub')} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title'), href: '/adoption/training' }, { label: t('import') }]} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="file" />
          <ButtonRow><Button kind="main">{t('check')}</Button><ButtonLink kind="quiet" href="/adoption/training.xlsx" plainVisit>{t('template')}</ButtonLink></ButtonRow>
        </ActionForm>
      </div>
    );
  },
});

const marks: Readonly<Record<JudgedRow['verdict'], StateKind>> = { new: 'done', known: 'void', duplicate: 'risk', refused: 'late' };

export const trainingImportPage = definePage({
  path: '/adoption/training/imports/:id',
  permission: 'adoption.keep',
  params: importParams,
  async load(tx, { params }) {
    const found = await trainingImport(tx, params.id);
    return found ? ok(found) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('preview')),
  view: ImportView,
});

function ImportView(data: TrainingImport, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const fresh = data.rows.filter(({ verdict }) => verdict === 'new').length;
  return (
    <div class="stack-l">
      <PageHead title={t('preview')} sub={data.fileName} crumbs={[{ label: s('module'), href: '/adoption' }, { label: t('title'), href: '/adoption/training' }, { label: t('preview') }]} />
      {data.appliedAt ? <Notice kind="done">{t('done', { n: data.applied ?? 0 })}</Notice> : fresh === 0 ? <Notice kind="warn">{t('nothing')}</Notice> : (
        <ActionForm ui={ui} action={`/adoption/training/imports/${data.id}/confirm`}><ButtonRow><Button kind="main">{t('confirm', { n: fresh })}</Button></ButtonRow></ActionForm>
      )}
      {data.appliedAt ? null : (
        <Table caption={t('preview')} captionHidden rows={data.rows} rowKey={({ row }) => String(row)} empty={<EmptyState title={t('nothing')} />}
          columns={[
            { key: 'row', head: t('row'), kind: 'num', cell: ({ row }) => row },
            { key: 'verdict', head: t('verdict'), cell: ({ verdict }) => <StateMark kind={marks[verdict]}>{t(`v.${verdict}`)}</StateMark> },
            { key: 'person', head: t('person'), kind: 'main', cell: ({ cells }) => cells.person || '–' },
            { key: 'unit', head: s('unit'), cell: ({ cells }) => cells.unit },
            { key: 'course', head: t('course'), cell: ({ cells }) => cells.course },
            { key: 'day', head: t('day'), cell: ({ cells }) => cells.day },
            { key: 'why', head: t('why'), kind: 'wide', cell: ({ why }) => (why ? ui.text(why) : '') },
          ]} />
      )}
    </div>
  );
}

/** As many rows as one file may bring in again. */
const mostRows = 5000;
const fileQuery = z.object({ unit: unitQuery });

async function fileRows(...[tx, { query, services }]: Parameters<Parameters<typeof defineDownload<unknown, z.infer<typeof fileQuery>>>[0]['load']>) {
  const units = new Map((await unitsActiveOn(tx, services.clock.today())).map((unit) => [unit.id, unit.name]));
  return (await trainings(tx, { unitId: query.unit, limit: mostRows })).map((one) => ({ unit: units.get(one.unitId) ?? '', person: one.person, course: one.course, day: one.day, remark: one.remark }));
}

export const trainingXlsx = defineDownload({
  path: '/adoption/training.xlsx',
  permission: 'adoption.read',
  query: fileQuery,
  load: async (tx, input) => ok({ body: await tableXlsx({ name: messages.th.title, columns: trainingColumns, rows: await fileRows(tx, input) }), contentType: xlsxType, fileName: `${messages.th.fileName}.xlsx`, disposition: 'attachment' }),
});

export const trainingCsv = defineDownload({
  path: '/adoption/training.csv',
  permission: 'adoption.read',
  query: fileQuery,
  load: async (tx, input) => ok({ body: tableCsv({ columns: trainingColumns, rows: await fileRows(tx, input) }), contentType: csvType, fileName: `${messages.th.fileName}.csv`, disposition: 'attachment' }),
});
