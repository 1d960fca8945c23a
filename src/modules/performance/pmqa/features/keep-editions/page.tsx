// Editions of the criteria, one of them, and a file looked through before it becomes one.
import type { VNode } from 'preact';
import { files, id } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { csvType, tableCsv, tableXlsx, xlsxType } from '../../../../../platform/tables/write-table.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { itemsOf, type Edition } from '../../../domain/pmqa/edition.ts';
import { allLevels } from '../../../domain/pmqa/levels.ts';
import { cellsOfRow, certaintyWords, editionColumns, rowsOfEdition } from '../../domain/edition-rows.ts';
import { messages as shared } from '../../messages.ts';
import { idParams } from '../../params.ts';
import { editionById, editionImport, listEditions, type EditionImport, type EditionRecord, type RowVerdict } from '../../store/editions.ts';
import { messages } from './messages.ts';

const home = '/performance/pmqa/editions';
const countBoxes = (edition: Edition): number => itemsOf(edition).reduce((all, { levels }) => all + allLevels.reduce((sum, level) => sum + levels[level].boxes, 0), 0);
const hasTexts = (edition: Edition): boolean => itemsOf(edition).some(({ levels }) => allLevels.some((level) => levels[level].texts !== undefined));

function EditionState({ ui, state }: { ui: Ui; state: EditionRecord['state'] }): VNode {
  return <StateMark kind={state === 'used' ? 'done' : 'void'} wrap>{messages.in(ui.lang)(`state.${state}`)}</StateMark>;
}

export const editionsPage = definePage({
  path: home,
  permission: 'performance.read',
  load: async (tx) => ok({ editions: await listEditions(tx) }),
  title: (_data, ui) => ui.text(messages.words('title')),
  view: ({ editions }: { readonly editions: readonly EditionRecord[] }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    return (
      <div class="stack-l">
        <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: ui.text(shared.words('module')), href: '/performance/pmqa' }, { label: t('title') }]}
          actions={ui.can('performance.keep') ? <ButtonLink kind="main" href={`${home}/import`}>{t('import')}</ButtonLink> : undefined} />
        <Table caption={t('title')} captionHidden rows={editions} rowKey={({ key }) => key} empty={<EmptyState title={t('none')} />}
          columns={[
            { key: 'name', head: t('name'), kind: 'main', cell: (one) => <a href={`${home}/${one.id}`}>{ui.text(one.content.name)}</a> },
            { key: 'key', head: t('key'), kind: 'nowrap', cell: ({ key }) => key },
            { key: 'boxes', head: t('boxes'), kind: 'num', cell: ({ content }) => countBoxes(content) },
            { key: 'texts', head: t('texts'), kind: 'tick', cell: ({ content }) => (hasTexts(content) ? '✓' : '–') },
            { key: 'state', head: t('state'), cell: ({ state }) => <EditionState ui={ui} state={state} /> },
          ]} />
      </div>
    );
  },
});

export const editionPage = definePage({
  path: `${home}/:id`,
  permission: 'performance.read',
  params: idParams,
  async load(tx, { params }) {
    const found = await editionById(tx, params.id);
    return found ? ok(found) : notFound();
  },
  title: ({ key }, ui) => messages.in(ui.lang)('edition', { key }),
  view: EditionView,
});

function EditionView({ id: recordId, key, content, state }: EditionRecord, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={ui.text(content.name)} sub={t('pointsOf', { ...content.points })} crumbs={[{ label: s('module'), href: '/performance/pmqa' }, { label: t('title'), href: home }, { label: t('edition', { key }) }]} />
      <p><EditionState ui={ui} state={state} /></p>
      <Section title={t('weights')}>
        <Table caption={t('weights')} captionHidden rows={content.categories} rowKey={(one) => one.key}
          columns={[
            { key: 'category', head: t('category'), kind: 'main', cell: (one) => `${one.key} ${ui.text(one.name)}` },
            { key: 'weight', head: t('weight'), kind: 'num', cell: (one) => one.weight },
            { key: 'items', head: t('items'), kind: 'num', cell: (one) => one.items.length + (one.results?.length ?? 0) },
          ]} />
      </Section>
      <Section title={t('items')}>
        <Table caption={t('items')} captionHidden rows={itemsOf(content)} rowKey={(one) => one.key}
          columns={[
            { key: 'item', head: t('item'), kind: 'main', cell: (one) => `${one.key} ${ui.text(one.name)}` },
            ...allLevels.map((level) => ({ key: level, head: s(`level.${level}`), cell: (one: ReturnType<typeof itemsOf>[number]) => `${one.levels[level].gist} (${one.levels[level].boxes})` })),
          ]} />
      </Section>
      <Section title={t('groups')} aside={t('groupsNote')}>
        <Table caption={t('groups')} captionHidden rows={content.groups} rowKey={(one) => one.key}
          columns={[
            { key: 'group', head: t('group'), kind: 'main', cell: (one) => ui.text(one.name) },
            { key: 'range', head: t('range'), cell: (one) => (one.below === null ? t('rangeOpen', { from: one.from }) : t('rangeText', { from: one.from, below: one.below })) },
            { key: 'certainty', head: t('certainty'), cell: (one) => ui.text(certaintyWords[one.certainty]) },
          ]} />
      </Section>
      <Section title={t('ladders')}>
        <Table caption={t('ladders')} captionHidden rows={content.ladders} rowKey={(one) => one.key} cards={false}
          columns={[{ key: 'key', head: t('key'), kind: 'main', cell: (one) => one.key }, { key: 'values', head: t('values'), cell: (one) => one.values.join(' / ') }]} />
      </Section>
      <Pager print extra={[{ label: s('xlsx'), href: `${home}/${recordId}/criteria.xlsx`, download: true }, { label: s('csv'), href: `${home}/${recordId}/criteria.csv`, download: true }]} />
    </div>
  );
}

export const editionXlsx = defineDownload({
  path: `${home}/:id/criteria.xlsx`,
  permission: 'performance.read',
  params: idParams,
  async load(tx, { params }) {
    const found = await editionById(tx, params.id);
    if (!found) return notFound();
    return ok({ body: await tableXlsx({ name: found.key, columns: editionColumns, rows: rowsOfEdition(found.content).map(cellsOfRow) }), contentType: xlsxType, fileName: `${messages.th.fileName}-${found.key}.xlsx`, disposition: 'attachment' });
  },
});

export const editionCsv = defineDownload({
  path: `${home}/:id/criteria.csv`,
  permission: 'performance.read',
  params: idParams,
  async load(tx, { params }) {
    const found = await editionById(tx, params.id);
    if (!found) return notFound();
    return ok({ body: tableCsv({ columns: editionColumns, rows: rowsOfEdition(found.content).map(cellsOfRow) }), contentType: csvType, fileName: `${messages.th.fileName}-${found.key}.csv`, disposition: 'attachment' });
  },
});

export const importForm = defineForm({
  base: id({ label: messages.words('base') }),
  file: files({ label: messages.words('file'), hint: messages.words('fileHint'), accept: ['xlsx', 'csv'], maxFiles: 1 }),
});

export const importEditionPage = definePage({
  path: `${home}/import`,
  permission: 'performance.keep',
  load: async (tx) => ok({ editions: await listEditions(tx) }),
  title: (_data, ui) => ui.text(messages.words('importTitle')),
  view: ({ editions }: { readonly editions: readonly EditionRecord[] }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const form = { ui, action: `${home}/import`, form: importForm };
    return (
      <div class="stack-l">
        <PageHead title={t('importTitle')} sub={t('importSub')} crumbs={[{ label: s('module'), href: '/performance/pmqa' }, { label: t('title'), href: home }, { label: t('importTitle') }]} />
        <ActionForm {...form} class="form">
          <FormField {...form} name="base" as="select" value={editions[0]?.id} options={editions.map((one) => ({ value: String(one.id), label: `${one.key} ${ui.text(one.content.name)}` }))} />
          <FormField {...form} name="file" />
          <ButtonRow>
            <Button kind="main">{t('check')}</Button>
            {editions[0] ? <ButtonLink kind="quiet" href={`${home}/${editions[0].id}/criteria.xlsx`} plainVisit>{s('xlsx')}</ButtonLink> : null}
          </ButtonRow>
        </ActionForm>
      </div>
    );
  },
});

const marks: Readonly<Record<RowVerdict, StateKind>> = { new: 'done', changed: 'going', same: 'void', duplicate: 'risk', refused: 'late', 'left-out': 'risk' };
/** What people must look at first. */
const order: readonly RowVerdict[] = ['refused', 'duplicate', 'left-out', 'changed', 'new', 'same'];

export const editionImportPage = definePage({
  path: `${home}/imports/:id`,
  permission: 'performance.keep',
  params: idParams,
  async load(tx, { params }) {
    const found = await editionImport(tx, params.id);
    const base = found && await editionById(tx, found.baseId);
    return found && base ? ok({ found, base }) : notFound();
  },
  title: (_data, ui) => ui.text(messages.words('preview')),
  view: ({ found, base }: { readonly found: EditionImport; readonly base: EditionRecord }, ui: Ui): VNode => {
    const t = messages.in(ui.lang);
    const s = shared.in(ui.lang);
    const count = (verdict: RowVerdict) => found.rows.filter((row) => row.verdict === verdict).length;
    const bad = count('refused') + count('duplicate');
    const rows = found.rows.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict) || (a.row ?? 0) - (b.row ?? 0));
    return (
      <div class="stack-l">
        <PageHead title={t('preview')} sub={found.fileName} crumbs={[{ label: s('module'), href: '/performance/pmqa' }, { label: t('title'), href: home }, { label: t('preview') }]} />
        {found.appliedAt ? <Notice kind="done">{t('done')}</Notice> : bad > 0 ? <Notice kind="warn">{t('refused', { n: bad })}</Notice> : found.content === null ? <Notice>{t('nothing', { key: base.key })}</Notice> : (
          <ActionForm ui={ui} action={`${home}/imports/${found.id}/confirm`}><ButtonRow><Button kind="main">{t('confirm', { key: found.content.key })}</Button></ButtonRow></ActionForm>
        )}
        {found.appliedAt ? null : (
          <>
            <p class="quiet">{t('counts', { new: count('new'), changed: count('changed'), same: count('same'), left: count('left-out') })}</p>
            <Table caption={t('preview')} captionHidden rows={rows} rowKey={(row) => `${row.row ?? 'x'}-${row.label.th}`}
              columns={[
                { key: 'row', head: t('row'), kind: 'num', cell: ({ row }) => row ?? '–' },
                { key: 'verdict', head: t('verdict'), cell: ({ verdict }) => <StateMark kind={marks[verdict]}>{t(`v.${verdict}`)}</StateMark> },
                { key: 'what', head: t('what'), kind: 'main', cell: ({ label }) => ui.text(label) },
                { key: 'text', head: t('text'), kind: 'wide', cell: ({ entry }) => (entry ? [entry.text, entry.number, entry.until].filter(Boolean).join(' · ') : '') },
                { key: 'why', head: t('why'), kind: 'wide', cell: ({ why }) => (why ? ui.text(why) : '') },
              ]} />
          </>
        )}
      </div>
    );
  },
});
