import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import { tableKinds, verdicts, type Verdict } from '../../domain/tables/rows.ts';
import { idParams } from '../../guard.ts';
import { changeWords, problemWords, verdictNames } from '../../import/export.ts';
import { kindOf, kindsFor, type TableKind } from '../../import/kinds.ts';
import { stagedImportDays } from '../../import/retention.ts';
import { countDiffering, myTableImports, stagedRows, tableImport, type StagedRow, type TableImport } from '../../store/table-imports.ts';
import { instant } from '../../views.tsx';
import { uploadForm } from './form.ts';
import { m } from './messages.ts';

const stateOf = (one: TableImport): { kind: StateKind; key: 'applied' | 'gone' | 'staged' } =>
  one.appliedAt ? { kind: 'done', key: 'applied' } : one.rows === 0 ? { kind: 'void', key: 'gone' } : { kind: 'wait', key: 'staged' };

const total = (one: TableImport) => verdicts.reduce((sum, verdict) => sum + one.counts[verdict], 0);

export const importsPage = definePage({
  path: '/import',
  permission: 'organisation.import',
  query: z.object({ kind: z.enum(tableKinds).optional().catch(undefined) }),
  async load(tx, { query, actor }) {
    return ok({ chosen: query.kind, kinds: kindsFor(actor), mine: await myTableImports(tx, 30), waits: await readSetting(tx, stagedImportDays) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ chosen, kinds, mine, waits }, ui) {
    const t = m.in(ui.lang);
    const form = { ui, action: '/import', form: uploadForm };
    return (
      <>
        <PageHead title={t('title')} sub={t('sub')} />
        {kinds.length === 0 ? <EmptyState title={t('notYours')} /> : (
          <ActionForm {...form} class="form">
            <FormField {...form} name="kind" as="radios" value={chosen ?? kinds[0]?.name} options={kinds.map((kind) => ({ value: kind.name, label: ui.text(kind.title) }))} arrange="row" />
            <FormField {...form} name="file" />
            <ButtonRow><Button kind="main" busyLabel={t('checking')}>{t('check')}</Button></ButtonRow>
          </ActionForm>
        )}
        <Section title={t('how')}>
          <p class="measure">{t('howText')}</p>
          <p class="cluster">{kinds.map((kind) => <a href={`${kind.href}.xlsx`} data-turbo="false">{t('template', { kind: ui.text(kind.title) })}</a>)}</p>
        </Section>
        <Section title={t('mine')}>
          <p class="quiet">{t('waits', { n: waits })}</p>
          <Table
            caption={t('mine')} captionHidden rows={mine} rowKey={(one) => String(one.id)} empty={<p class="quiet">{t('none')}</p>}
            columns={[
              { key: 'name', head: t('name'), kind: 'main', cell: (one) => <a href={`/import/${one.id}`}>{one.fileName}</a> },
              { key: 'kind', head: t('kind'), cell: (one) => ui.text(kindOf(one.kind).title) },
              { key: 'when', head: t('when'), kind: 'nowrap', cell: (one) => instant(ui, one.createdAt) },
              { key: 'rows', head: t('rows'), kind: 'num', cell: (one) => total(one).toLocaleString('en') },
              { key: 'state', head: t('state'), cell: (one) => <StateMark kind={stateOf(one).kind}>{t(stateOf(one).key)}</StateMark> },
            ]}
          />
        </Section>
      </>
    );
  },
});

const pageSize = 50;

export const importPage = definePage({
  path: '/import/:id',
  permission: 'organisation.import',
  params: idParams,
  query: z.object({ only: z.enum([...verdicts, 'differs']).optional().catch(undefined), after: z.coerce.number().int().min(0).max(2_147_483_647).optional().catch(undefined) }),
  async load(tx, { params, query }) {
    const staged = await tableImport(tx, params.id);
    if (!staged) return notFound();
    const found = await stagedRows(tx, staged.id, {
      ...(query.only === 'differs' ? { differs: true } : query.only === undefined ? {} : { verdict: query.only }),
      ...(query.after === undefined ? {} : { after: query.after }), limit: pageSize + 1,
    });
    return ok({ staged, only: query.only, after: query.after, rows: found.slice(0, pageSize), more: found.length > pageSize, differing: staged.rechecks === 0 ? 0 : await countDiffering(tx, staged.id) });
  },
  title: ({ staged }, ui) => ui.text(m.words('preview', { kind: ui.text(kindOf(staged.kind).title) })),
  view({ staged, only, after, rows, more, differing }, ui) {
    const t = m.in(ui.lang);
    const kind = kindOf(staged.kind);
    const here = `/import/${staged.id}`;
    const at = (filter: string | undefined, row?: number) => {
      const query = new URLSearchParams({ ...(filter ? { only: filter } : {}), ...(row === undefined ? {} : { after: String(row) }) });
      return query.size > 0 ? `${here}?${query}` : here;
    };
    const first = rows[0];
    const last = rows.at(-1);
    return (
      <>
        <PageHead title={t('preview', { kind: ui.text(kind.title) })} sub={`${staged.fileName} · ${t('checkedAt', { when: instant(ui, staged.checkedAt) })}`} crumbs={[{ label: t('title'), href: '/import' }, { label: staged.fileName }]} />
        <div class="stack stack-l">
          <Decision ui={ui} staged={staged} differing={differing} />
          {staged.unknownHeads.length > 0 ? <p class="quiet measure">{t('unknown', { heads: staged.unknownHeads.join(', ') })}</p> : null}
          <QuickFilters label={t('verdict')} items={[
            { label: t('all'), href: at(undefined), count: total(staged), current: only === undefined },
            ...(differing > 0 ? [{ label: t('differs'), href: at('differs'), count: differing, current: only === 'differs' }] : []),
            ...verdicts.filter((verdict) => staged.counts[verdict] > 0).map((verdict) => ({ label: ui.text(verdictNames[verdict]), href: at(verdict), count: staged.counts[verdict], current: only === verdict })),
          ]} />
        </div>
        <Rows ui={ui} kind={kind} rows={rows} kept={staged.rows > 0} />
        <Pager
          range={first && last ? t('shown', { from: first.row, to: last.row }) : undefined}
          {...(after === undefined ? {} : { previous: { href: at(only) } })} {...(more && last ? { next: { href: at(only, last.row) } } : {})}
          extra={[...(staged.rows > 0 ? [{ label: t('download'), href: `${here}/verdicts.xlsx`, download: true }] : []), { label: t('another'), href: `/import?kind=${staged.kind}` }]}
        />
      </>
    );
  },
});

/** What can be done with the file now. */
function Decision({ ui, staged, differing }: { ui: Ui; staged: TableImport; differing: number }) {
  const t = m.in(ui.lang);
  const { counts } = staged;
  const taken = counts.new + counts.changed;
  const left = counts.refused + counts.duplicate + counts.ambiguous;
  if (staged.appliedAt) return <Notice kind="done" title={t('doneTitle', { when: instant(ui, staged.appliedAt) })}>{t('done', { n: taken })}</Notice>;
  if (staged.rows === 0) return <Notice>{t('noRowsGone')}</Notice>;
  const action = `/import/${staged.id}/confirm`;
  const failed = stateFor(ui, action).message;
  return (
    <div class="stack">
      {differing > 0 && !failed ? <Notice kind="warn">{t('changedMeanwhile', { n: differing })}</Notice> : null}
      {taken === 0 ? <Notice title={t('nothing')}>{t('nothingNote')}</Notice> : null}
      {left > 0 ? <Notice kind="warn">{t('leftOut', { n: left })}</Notice> : null}
      {taken === 0 ? null : (
        <ActionForm ui={ui} action={action} class="form">
          <p class="measure">{t('confirmNote', { added: counts.new, changed: counts.changed })}</p>
          <ButtonRow>
            <Button kind="main" busyLabel={t('confirming')}>{t('confirm', { n: taken })}</Button>
            <ButtonLink kind="quiet" href={`/import/${staged.id}/verdicts.xlsx`} plainVisit>{t('download')}</ButtonLink>
          </ButtonRow>
        </ActionForm>
      )}
    </div>
  );
}

const marks: Readonly<Record<Verdict, StateKind>> = { new: 'going', changed: 'going', unchanged: 'done', refused: 'late', duplicate: 'risk', ambiguous: 'risk' };

function Rows({ ui, kind, rows, kept }: { ui: Ui; kind: TableKind; rows: readonly StagedRow[]; kept: boolean }) {
  const t = m.in(ui.lang);
  return (
    <Table
      caption={t('what')} captionHidden rows={rows} rowKey={(row) => String(row.row)}
      empty={<EmptyState title={t('noRows')}>{kept ? undefined : t('noRowsGone')}</EmptyState>}
      columns={[
        { key: 'row', head: t('row'), kind: 'nowrap', cell: (row) => row.row },
        { key: 'verdict', head: t('verdict'), kind: 'nowrap', cell: (row) => <StateMark kind={marks[row.verdict]}>{ui.text(verdictNames[row.verdict])}</StateMark> },
        { key: 'who', head: t('who'), kind: 'main', cell: (row) => <Who row={row} kind={kind} /> },
        { key: 'what', head: t('what'), kind: 'wide', cell: (row) => <What ui={ui} kind={kind} row={row} /> },
      ]}
    />
  );
}

function Who({ row, kind }: { row: StagedRow; kind: TableKind }) {
  const href = row.recordId === null ? undefined : kind.recordHref(row.recordId);
  return href ? <a href={href}>{row.label}</a> : <>{row.label}</>;
}

/** The reasons of a refused row; else each cell that changes, old → new. */
function What({ ui, kind, row }: { ui: Ui; kind: TableKind; row: StagedRow }): VNode | null {
  const t = m.in(ui.lang);
  if (row.problems.length > 0) return <div class="stack stack-s">{row.problems.map((one) => <div>{problemWords(kind, one, ui.lang)}</div>)}</div>;
  const changes = row.changes.map((change) => changeWords(kind, change, ui.lang));
  if (changes.length === 0) return null;
  if (row.verdict === 'new') return <>{changes.map(({ head, to }) => `${head}: ${to}`).join(' · ')}</>;
  return (
    <div class="stack stack-s">
      {changes.map(({ head, from, to }) => <div><span class="quiet">{head}:</span> {from ? <del>{from}</del> : <span class="quiet">{t('empty')}</span>} <span aria-hidden="true">→</span><span class="vh">{t('to')}</span> {to ? <ins>{to}</ins> : <span class="quiet">{t('empty')}</span>}</div>)}
    </div>
  );
}
