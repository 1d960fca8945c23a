// Packages of a unit's registers: ask for one, see how far it is, take it.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import type { Words } from '../../../../platform/words.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Progress } from '../../../../ui/components/progress.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { houseKey } from '../../registers/house-key.ts';
import { messages as shared } from '../../messages.ts';
import { chosenUnit, keptUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { letterParams, optionalId, optionalYear } from '../../params.ts';
import { address, instantText } from '../../shown.tsx';
import { exportsOf, findExport } from '../../store/register-exports.ts';
import type { RegisterExport } from '../../store/register-exports.ts';
import { NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { messages as registerMessages } from '../read-register/messages.ts';
import { exportForm } from './form.ts';
import { exportMessages as messages } from './messages.ts';

const permission = 'correspondence.keep-registers';
const pageSize = 20;

/** Whose signature a package will carry, for the page that asks for it. */
export type KeyState = { readonly state: 'signed'; readonly name: string } | { readonly state: 'unsigned' } | { readonly state: 'trouble'; readonly why: Words };

async function keyState(services: Services): Promise<KeyState> {
  const key = await houseKey(services);
  if (!key.ok) return { state: 'trouble', why: key.message };
  return key.value ? { state: 'signed', name: key.value.name } : { state: 'unsigned' };
}

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly year: number;
  readonly rows: readonly RegisterExport[];
  readonly more: boolean;
  readonly before: number | undefined;
  readonly key: KeyState;
}

async function load(tx: ReadTx, asked: { unit?: number | undefined; year?: number | undefined; before?: number | undefined }, services: Services): Promise<Data> {
  const today = services.clock.today();
  const units = await keptUnits(tx, permission, today);
  const unit = chosenUnit(units, asked.unit);
  const found = unit ? await exportsOf(tx, unit.id, asked.before, pageSize + 1) : [];
  return { units, unit, year: asked.year ?? calendarYear(localDate(today)), rows: found.slice(0, pageSize), more: found.length > pageSize, before: asked.before, key: await keyState(services) };
}

export const exportsPage = definePage({
  path: '/register/exports',
  permission,
  query: z.object({ unit: optionalId, year: optionalYear, before: z.coerce.number().int().positive().optional().catch(undefined) }),
  load: async (tx, { query, services }) => ok(await load(tx, query, services)),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ExportsView,
});

export const exportPage = definePage({
  path: '/register/exports/:id',
  permission,
  params: letterParams,
  async load(tx, { params }) {
    const found = await findExport(tx, params.id);
    return found ? ok(found) : notFound();
  },
  title: (one, ui) => messages.in(ui.lang)('package', { year: one.year }),
  view: ExportView,
});

const marks = { waiting: 'wait', working: 'going', done: 'done', failed: 'late' } as const;
const bytes = (ui: Ui, size: number): string => (size < 1_048_576 ? `${Math.ceil(size / 1024).toLocaleString('en')} kB` : `${(size / 1_048_576).toFixed(1)} MB`);

function ExportsView({ units, unit, year, rows, more, before, key }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const crumbs = [{ label: registerMessages.in(ui.lang)('title'), href: address('/register', { unit: unit?.id }) }, { label: t('title') }];
  if (!unit) return <div class="stack"><PageHead title={t('title')} crumbs={crumbs} /><NoUnit ui={ui} /></div>;
  const form = { ui, action: '/register/exports', form: exportForm };
  const last = rows.at(-1);
  return (
    <div class="stack stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={crumbs} />
      {units.length > 1 ? <FilterBar action="/register/exports"><UnitFilter ui={ui} units={units} chosen={unit} /></FilterBar> : null}
      {key.state === 'trouble' ? <Notice kind="warn">{t('keyTrouble', { why: ui.text(key.why) })}</Notice> : null}
      <ActionForm {...form} class="form">
        <input type="hidden" name="unit" value={String(unit.id)} />
        <p class="strong">{unit.label}</p>
        <FormField {...form} name="year" value={year} size="s" />
        <p class="quiet measure">{key.state === 'signed' ? t('signedBy', { name: key.name }) : key.state === 'unsigned' ? t('unsigned') : null}</p>
        <ButtonRow><Button kind="main" busyLabel={t('making')}>{t('make')}</Button></ButtonRow>
      </ActionForm>
      <Section title={t('made')}>
        <Table caption={t('made')} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
          { key: 'package', head: t('title'), kind: 'main', cell: (row) => <a href={`/register/exports/${row.id}`}>{t('package', { year: row.year })}</a> },
          { key: 'when', head: t('askedWhen'), kind: 'nowrap', cell: (row) => instantText(ui, row.askedAt) },
          { key: 'by', head: t('askedBy'), cell: (row) => row.askedBy },
          { key: 'rows', head: t('rows'), cell: (row) => (row.state === 'done' ? rowsText(ui, row) : '') },
          { key: 'signature', head: t('signature'), cell: (row) => (row.state === 'done' ? (row.signedBy ?? t('notSigned')) : '') },
          { key: 'size', head: t('size'), kind: 'num', cell: (row) => (row.fileSize === null ? '' : bytes(ui, row.fileSize)) },
          { key: 'state', head: t('state'), kind: 'nowrap', cell: (row) => <StateMark kind={marks[row.state]}>{t(`state.${row.state}`)}</StateMark> },
        ]} />
        <Pager previous={before ? { href: address('/register/exports', { unit: unit.id }), label: s('first') } : undefined} next={more && last ? { href: address('/register/exports', { unit: unit.id, before: last.id }), label: s('next') } : undefined} />
      </Section>
      <Section title={t('checkTitle')}><p class="measure">{t('checkText')}</p></Section>
    </div>
  );
}

const rowsText = (ui: Ui, row: RegisterExport): string => messages.in(ui.lang)('rowsText', { sent: row.sentRows ?? 0, received: row.receivedRows ?? 0, voids: row.voidRows ?? 0 });

function ExportView(one: RegisterExport, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const list = address('/register/exports', { unit: one.unitId });
  const here = `/register/exports/${one.id}`;
  return (
    <div class="stack stack-l">
      <PageHead title={t('package', { year: one.year })} sub={one.unitLabel} crumbs={[{ label: t('title'), href: list }, { label: t('package', { year: one.year }) }]} />
      {one.state === 'failed' ? <Notice kind="warn" title={t('failedTitle')}>{one.failure} {t('retry')}</Notice> : null}
      {one.state === 'waiting' || one.state === 'working' ? (
        <Section title={t(`state.${one.state}`)} aside={<a href={here}>{t('again')}</a>}>
          {one.allParts > 0 ? <Progress label={t('progress')} value={one.doneParts} max={one.allParts} /> : <Progress label={t('progress')} words={t('state.waiting')} />}
        </Section>
      ) : null}
      {one.state === 'done' ? <ButtonRow><ButtonLink kind="main" href={`${here}/file`} plainVisit>{t('download')}</ButtonLink></ButtonRow> : null}
      <DefinitionList items={[
        { term: t('state'), value: <StateMark kind={marks[one.state]}>{t(`state.${one.state}`)}</StateMark> },
        { term: t('askedWhen'), value: instantText(ui, one.askedAt) },
        { term: t('askedBy'), value: one.askedBy },
        ...(one.finishedAt && one.state === 'done' ? [{ term: t('finished'), value: instantText(ui, one.finishedAt) }] : []),
        ...(one.state === 'done' ? [
          { term: t('rows'), value: rowsText(ui, one) },
          { term: t('letterFiles'), value: (one.letterFiles ?? 0).toLocaleString('en') },
          { term: t('signature'), value: one.signedBy ?? t('notSigned') },
          { term: t('size'), value: bytes(ui, one.fileSize ?? 0) },
          { term: t('hash'), value: <code class="break">{one.fileHash}</code> },
        ] : []),
      ]} />
      <Section title={t('checkTitle')}><p class="measure">{t('checkText')}</p></Section>
    </div>
  );
}
