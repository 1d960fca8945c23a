// The list of slips that the linter looks for, and one entry to be edited.
import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TextField } from '../../../../ui/components/text-field.tsx';
import { messages as shared } from '../../messages.ts';
import { optionalText } from '../../params.ts';
import { findMisspelling, listMisspellings } from '../../store/misspellings.ts';
import type { KeptMisspelling } from '../../store/misspellings.ts';
import { wordsPermission } from '../keep-salutations/page.tsx';
import { misspellingForm } from './form.ts';
import { messages } from './messages.ts';

export const misspellingsAddress = '/misspellings';

interface ListData {
  readonly rows: readonly KeptMisspelling[];
  readonly q: string | undefined;
}

export const misspellingsPage = definePage({
  path: misspellingsAddress,
  permission: wordsPermission,
  query: z.object({ q: optionalText }),
  load: async (tx, { query }) => ok<ListData>({ rows: await listMisspellings(tx, query.q), q: query.q }),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ListView,
});

export const misspellingsCsv = defineDownload({
  path: `${misspellingsAddress}.csv`,
  permission: wordsPermission,
  async load(tx) {
    const t = messages.in('th');
    const rows = (await listMisspellings(tx)).map((row) => [row.wrong, row.right, row.context.join('\n'), row.note, row.active ? t('on') : t('off')]);
    return ok({ body: csvOf([[t('wrong'), t('right'), t('context'), t('note'), t('state')], ...rows]), contentType: 'text/csv; charset=utf-8', fileName: 'คำที่มักเขียนผิด.csv', disposition: 'attachment' as const });
  },
});

function ListView({ rows, q }: ListData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} />
      <FilterBar action={misspellingsAddress} submitLabel={t('submit')} clearHref={q ? misspellingsAddress : undefined}><TextField name="q" label={t('find')} optional value={q ?? ''} size="m" type="search" /></FilterBar>
      <Table caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.id)} isVoid={(row) => !row.active} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>}
        columns={[
          { key: 'wrong', head: t('wrong'), kind: 'main', cell: (row) => <a href={`${misspellingsAddress}/${row.id}`}>{row.wrong}</a> },
          { key: 'right', head: t('right'), cell: (row) => row.right },
          { key: 'context', head: t('context'), cell: (row) => row.context.join(' · ') },
          { key: 'note', head: t('note'), cell: (row) => row.note },
          { key: 'state', head: t('state'), kind: 'nowrap', cell: (row) => <StateMark kind={row.active ? 'done' : 'void'}>{row.active ? t('on') : t('off')}</StateMark> },
        ]} />
      <Pager print extra={[{ label: t('csv'), href: `${misspellingsAddress}.csv`, download: true }]} />
      <Section title={t('add')}><EntryForm ui={ui} action={`${misspellingsAddress}/new`} row={null} /></Section>
    </div>
  );
}

export const editMisspellingPage = definePage({
  path: `${misspellingsAddress}/:id`,
  permission: wordsPermission,
  params: z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) }),
  async load(tx, { params }) {
    const row = await findMisspelling(tx, params.id);
    return row ? ok({ row }) : notFound();
  },
  title: (_data: { row: KeptMisspelling }, ui) => messages.in(ui.lang)('edit'),
  view: ({ row }: { row: KeptMisspelling }, ui) => (
    <div class="stack">
      <PageHead title={messages.in(ui.lang)('edit')} crumbs={[{ label: messages.in(ui.lang)('title'), href: misspellingsAddress }, { label: row.wrong }]} />
      <EntryForm ui={ui} action={`${misspellingsAddress}/${row.id}`} row={row} />
    </div>
  ),
});

function EntryForm({ ui, action, row }: { ui: Ui; action: string; row: KeptMisspelling | null }): VNode {
  const s = shared.in(ui.lang);
  const common = { ui, action, form: misspellingForm };
  return (
    <ActionForm ui={ui} action={action} form={misspellingForm}>
      <FormField {...common} name="wrong" value={row?.wrong} size="m" />
      <FormField {...common} name="right" value={row?.right} size="m" />
      <FormField {...common} name="context" value={row?.context.join('\n')} rows={3} />
      <FormField {...common} name="note" value={row?.note} />
      <FormField {...common} name="active" value={row?.active ?? true} />
      <ButtonRow><Button kind={row ? 'main' : 'plain'}>{row ? s('save') : messages.in(ui.lang)('add')}</Button>{row ? <ButtonLink kind="quiet" href={misspellingsAddress}>{s('cancel')}</ButtonLink> : null}</ButtonRow>
    </ActionForm>
  );
}
