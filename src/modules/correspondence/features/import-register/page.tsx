// Old registers come in: a file, its verdicts row by row, the confirmation, and the way back.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Panel, Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { importVerdicts } from '../../domain/judge-register.ts';
import type { ImportVerdict } from '../../domain/judge-register.ts';
import { bookName, registerColumns, registerTables } from '../../domain/register-columns.ts';
import type { RegisterTable } from '../../domain/register-columns.ts';
import { chosenUnit, ownUnits, unitChoice } from '../../office.ts';
import { letterParams, optionalId } from '../../params.ts';
import { proposedNumbers } from '../../registers/register-import.ts';
import { address, instantText } from '../../shown.tsx';
import { findImport, importRows, importsOf, importUses, warnedRows } from '../../store/register-imports.ts';
import type { ImportRow, RegisterImport } from '../../store/register-imports.ts';
import { NoUnit } from '../../unit-filter.tsx';
import { messages as registerMessages } from '../read-register/messages.ts';
import { importForm, undoForm } from './form.ts';
import { importMessages as messages } from './messages.ts';

const permission = 'correspondence.keep-registers';
const registerHref = (table: RegisterTable, unitId: number | undefined, year?: number) => address(table === 'sent' ? '/register' : '/incoming/register', { unit: unitId, year });
const stateOf = (one: RegisterImport): { kind: StateKind; key: 'staged' | 'applied' | 'undone' } =>
  one.undoneAt ? { kind: 'void', key: 'undone' } : one.appliedAt ? { kind: 'done', key: 'applied' } : { kind: 'wait', key: 'staged' };
const total = (one: RegisterImport): number => importVerdicts.reduce((sum, verdict) => sum + (one.counts[verdict] ?? 0), 0);

export const importRegisterPage = definePage({
  path: '/register/imports',
  permission,
  query: z.object({ unit: optionalId, table: z.enum(registerTables).optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const today = services.clock.today();
    const units = await ownUnits(tx, permission, today);
    const unit = chosenUnit(units, query.unit);
    return ok({ units, unit, table: query.table ?? ('sent' as const), year: calendarYear(localDate(today)), mine: unit ? await importsOf(tx, unit.id, 50) : [] });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view({ units, unit, table, year, mine }, ui) {
    const t = messages.in(ui.lang);
    const crumbs = [{ label: registerMessages.in(ui.lang)('title'), href: registerHref('sent', unit?.id) }, { label: t('title') }];
    if (!unit) return <div class="stack"><PageHead title={t('title')} crumbs={crumbs} /><NoUnit ui={ui} /></div>;
    const form = { ui, action: '/register/imports', form: importForm };
    const heads = (of: RegisterTable) => registerColumns[of].filter((column) => !column.readOnly).map((column) => column.head[ui.lang]).join(', ');
    return (
      <div class="stack stack-l">
        <PageHead title={t('title')} sub={t('sub')} crumbs={crumbs} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="unit" as="select" value={unit.id} options={units.map((one) => ({ value: String(one.id), label: one.label }))} />
          <FormField {...form} name="table" as="radios" value={table} options={registerTables.map((one) => ({ value: one, label: t(`table.${one}`) }))} />
          <FormField {...form} name="year" value={year} size="s" />
          <FormField {...form} name="file" />
          <ButtonRow><Button kind="main" busyLabel={t('checking')}>{t('check')}</Button></ButtonRow>
        </ActionForm>
        <Section title={t('columnsTitle')}>
          {registerTables.map((one) => <p class="measure"><span class="strong">{t(`table.${one}`)}</span> {t('columnsText', { heads: heads(one) })}</p>)}
        </Section>
        <Section title={t('mine')}>
          <Table caption={t('mine')} captionHidden rows={mine} rowKey={(one) => String(one.id)} empty={<p class="quiet">{t('none')}</p>} columns={[
            { key: 'name', head: t('name'), kind: 'main', cell: (one) => <a href={`/register/imports/${one.id}`}>{one.fileName}</a> },
            { key: 'table', head: t('table'), cell: (one) => `${t(`table.${one.form}`)} ${one.year}` },
            { key: 'when', head: t('when'), kind: 'nowrap', cell: (one) => instantText(ui, one.madeAt) },
            { key: 'by', head: t('by'), cell: (one) => one.madeBy },
            { key: 'rows', head: t('rows'), kind: 'num', cell: (one) => total(one).toLocaleString('en') },
            { key: 'state', head: t('state'), kind: 'nowrap', cell: (one) => <StateMark kind={stateOf(one).kind}>{t(`state.${stateOf(one).key}`)}</StateMark> },
          ]} />
        </Section>
      </div>
    );
  },
});

const pageSize = 50;
const shown = [...importVerdicts, 'warned', 'differs'] as const;

export const registerImportPage = definePage({
  path: '/register/imports/:id',
  permission,
  params: letterParams,
  query: z.object({ only: z.enum(shown).optional().catch(undefined), after: z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined) }),
  async load(tx, { params, query, services }) {
    const staged = await findImport(tx, params.id);
    const today = services.clock.today();
    if (!staged || !(await ownUnits(tx, permission, today)).some((unit) => unit.id === staged.unitId)) return notFound();
    const found = await importRows(tx, staged.id, { only: query.only, after: query.after, limit: pageSize + 1 });
    return ok({
      staged, only: query.only, after: query.after, rows: found.slice(0, pageSize), more: found.length > pageSize, ...(await warnedRows(tx, staged.id)),
      unit: (await unitChoice(tx, staged.unitId, today))?.label ?? '',
      next: staged.appliedAt === null ? await proposedNumbers(tx, staged, today) : [],
      uses: staged.appliedAt !== null && staged.undoneAt === null ? await importUses(tx, staged.id) : 0,
    });
  },
  title: ({ staged }, ui) => `${messages.in(ui.lang)('title')} ${staged.fileName}`,
  view(data, ui) {
    const t = messages.in(ui.lang);
    const { staged, only, after, rows, more, warned, differing, unit } = data;
    const here = `/register/imports/${staged.id}`;
    const at = (filter: string | undefined, row?: number) => address(here, { only: filter, after: row });
    const first = rows[0];
    const last = rows.at(-1);
    return (
      <div class="stack stack-l">
        <PageHead title={`${t(`table.${staged.form}`)} ${staged.year}`} sub={`${unit} · ${staged.fileName} · ${t('checkedAt', { when: instantText(ui, staged.checkedAt) })}`}
          crumbs={[{ label: t('title'), href: address('/register/imports', { unit: staged.unitId }) }, { label: staged.fileName }]} />
        <Decision ui={ui} data={data} />
        {staged.unknownHeads.length > 0 ? <p class="quiet measure">{t('unknown', { heads: staged.unknownHeads.join(', ') })}</p> : null}
        <QuickFilters label={t('verdict')} items={[
          { label: t('all'), href: at(undefined), count: total(staged), current: only === undefined },
          ...(staged.rechecks > 0 && differing > 0 ? [{ label: t('differs'), href: at('differs'), count: differing, current: only === 'differs' }] : []),
          ...importVerdicts.filter((verdict) => (staged.counts[verdict] ?? 0) > 0).map((verdict) => ({ label: t(`verdict.${verdict}`), href: at(verdict), count: staged.counts[verdict], current: only === verdict })),
          ...(warned > 0 ? [{ label: t('warned'), href: at('warned'), count: warned, current: only === 'warned' }] : []),
        ]} />
        <Table<ImportRow> caption={t('what')} captionHidden rows={rows} rowKey={(row) => String(row.row)} empty={<EmptyState title={t('noRows')} />} columns={[
          { key: 'row', head: t('row'), kind: 'nowrap', cell: (row) => row.row },
          { key: 'verdict', head: t('verdict'), kind: 'nowrap', cell: (row) => <StateMark kind={row.verdict === 'new' && row.problems.length > 0 ? 'risk' : marks[row.verdict]}>{t(`verdict.${row.verdict}`)}</StateMark> },
          { key: 'what', head: t('what'), kind: 'main', cell: (row) => row.label },
          { key: 'why', head: t('why'), kind: 'wide', cell: (row) => <div class="stack stack-s">{row.problems.map((problem) => <div>{problem[ui.lang]}</div>)}</div> },
        ]} />
        <Pager range={first && last ? t('shown', { from: first.row, to: last.row }) : undefined}
          {...(after === undefined ? {} : { previous: { href: at(only) } })} {...(more && last ? { next: { href: at(only, last.row) } } : {})}
          extra={[{ label: t('download'), href: `${here}/verdicts.xlsx`, download: true }, { label: t('another'), href: address('/register/imports', { unit: staged.unitId, table: staged.form }) }]} />
      </div>
    );
  },
});

const marks: Readonly<Record<ImportVerdict, StateKind>> = { new: 'going', unchanged: 'done', taken: 'late', duplicate: 'risk', refused: 'late' };

interface DecisionData {
  readonly staged: RegisterImport;
  readonly differing: number;
  readonly next: readonly { book: string; next: number }[];
  readonly uses: number;
}

/** What can be done with the file now. */
function Decision({ ui, data: { staged, differing, next, uses } }: { ui: Ui; data: DecisionData }): VNode {
  const t = messages.in(ui.lang);
  const here = `/register/imports/${staged.id}`;
  const taken = staged.counts.new ?? 0;
  const left = (staged.counts.taken ?? 0) + (staged.counts.duplicate ?? 0) + (staged.counts.refused ?? 0);
  if (staged.undoneAt) return <Notice title={t('undoneTitle', { when: instantText(ui, staged.undoneAt), by: staged.undoneBy ?? '' })}>{staged.undoReason}</Notice>;
  if (staged.appliedAt) {
    const undo = { ui, action: `${here}/undo`, form: undoForm };
    return (
      <div class="stack">
        <Notice kind="done" title={t('doneTitle', { when: instantText(ui, staged.appliedAt), by: staged.appliedBy ?? '' })}>
          {t('done', { n: taken })} <a href={registerHref(staged.form, staged.unitId, staged.year)}>{t('toRegister')}</a>
        </Notice>
        {uses > 0 ? <p class="quiet">{t('used', { n: uses })}</p> : (
          <Panel title={t('undoTitle')}>
            <p class="measure">{t('undoText')}</p>
            <ActionForm {...undo} class="form">
              <FormField {...undo} name="reason" rows={2} />
              <ButtonRow><Button kind="danger">{t('undoButton')}</Button></ButtonRow>
            </ActionForm>
          </Panel>
        )}
      </div>
    );
  }
  const action = `${here}/confirm`;
  return (
    <div class="stack">
      {staged.rechecks > 0 && differing > 0 && !stateFor(ui, action).message ? <Notice kind="warn">{t('changedMeanwhile', { n: differing })}</Notice> : null}
      {taken === 0 ? <Notice title={t('nothing')}>{t('nothingNote')}</Notice> : null}
      {left > 0 ? <Notice kind="warn">{t('leftOut', { n: left })}</Notice> : null}
      {taken === 0 ? null : (
        <ActionForm ui={ui} action={action} class="form">
          <p class="measure">{t('confirmNote', { n: taken })}</p>
          {next.length > 0 ? <ul class="measure">{next.map((one) => <li>{t('nextNumber', { book: bookName(one.book, ui.lang), year: staged.year, next: one.next })}</li>)}</ul> : null}
          {next.length > 0 ? <p class="quiet">{t('setSeries')}</p> : null}
          <ButtonRow>
            <Button kind="main" busyLabel={t('confirming')}>{t('confirm', { n: taken })}</Button>
            <ButtonLink kind="quiet" href={`${here}/verdicts.xlsx`} plainVisit>{t('download')}</ButtonLink>
          </ButtonRow>
        </ActionForm>
      )}
    </div>
  );
}
