// The table of salutations: what holds today, what held before, and one row to be edited.
import type { VNode } from 'preact';
import { z } from 'zod';
import { csvOf } from '../../../../platform/csv.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineDownload, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages as shared } from '../../messages.ts';
import { dayText } from '../../shown.tsx';
import { findSalutation, otherSalutations, salutationsOf } from '../../store/salutations.ts';
import type { KeptSalutation } from '../../store/salutations.ts';
import { salutationForm } from './form.ts';
import { messages } from './messages.ts';

export const wordsPermission = 'correspondence.set-words';
export const salutationsAddress = '/salutations';
const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

interface ListData {
  readonly rows: readonly KeptSalutation[];
  readonly others: readonly KeptSalutation[];
}

export const salutationsPage = definePage({
  path: salutationsAddress,
  permission: wordsPermission,
  async load(tx, { services }) {
    const today = services.clock.today();
    return ok({ rows: await salutationsOf(tx, today), others: await otherSalutations(tx, today) });
  },
  title: (_data: ListData, ui) => messages.in(ui.lang)('title'),
  view: ListView,
});

export const salutationsCsv = defineDownload({
  path: `${salutationsAddress}.csv`,
  permission: wordsPermission,
  async load(tx, { services }) {
    const t = messages.in('th');
    const rows = await salutationsOf(tx, services.clock.today());
    const heads = [t('addresseeClass'), t('posts'), t('salutation'), t('readerPronoun'), t('writerPronoun'), t('closing'), t('envelope'), t('state'), t('source')];
    const body = csvOf([heads, ...rows.map((row) => [row.addresseeClass, row.posts.join('\n'), row.salutation, row.readerPronoun, row.writerPronoun, row.closing, row.envelope, row.uncertain ? t('check') : t('checked'), row.source])]);
    return ok({ body, contentType: 'text/csv; charset=utf-8', fileName: 'คำขึ้นต้นและคำลงท้าย.csv', disposition: 'attachment' as const });
  },
});

function days(row: KeptSalutation, ui: Ui): string {
  const t = messages.in(ui.lang);
  return [t('from', { day: dayText(ui, row.validFrom) }), row.validTo ? t('until', { day: dayText(ui, row.validTo) }) : ''].filter(Boolean).join(' ');
}

function ListView({ rows, others }: ListData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const columns = [
    { key: 'class', head: t('addresseeClass'), kind: 'main' as const, cell: (row: KeptSalutation) => <><a href={`${salutationsAddress}/${row.id}`}>{row.addresseeClass}</a>{row.posts.length === 0 ? <div class="quiet small">{t('everyone')}</div> : null}</> },
    { key: 'salutation', head: t('salutation'), cell: (row: KeptSalutation) => row.salutation },
    { key: 'pronouns', head: t('readerPronoun'), cell: (row: KeptSalutation) => row.readerPronoun },
    { key: 'closing', head: t('closing'), cell: (row: KeptSalutation) => row.closing },
    { key: 'state', head: t('state'), kind: 'nowrap' as const, cell: (row: KeptSalutation) => <StateMark kind={row.uncertain ? 'risk' : 'done'}>{row.uncertain ? t('check') : t('checked')}</StateMark> },
  ];
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} actions={<ButtonLink kind="main" href={`${salutationsAddress}/new`}>{t('add')}</ButtonLink>} />
      <Table caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.id)} columns={columns} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      {rows.length > 0 ? <Pager print extra={[{ label: t('csv'), href: `${salutationsAddress}.csv`, download: true }]} /> : null}
      {others.length > 0 ? <Table caption={t('others')} rows={others} rowKey={(row) => String(row.id)} columns={[...columns.slice(0, 2), { key: 'days', head: t('days'), cell: (row: KeptSalutation) => days(row, ui) }]} /> : null}
    </div>
  );
}

interface RowData {
  readonly row: KeptSalutation | null;
  readonly today: string;
}

export const newSalutationPage = definePage({
  path: `${salutationsAddress}/new`,
  permission: wordsPermission,
  load: async (_tx, { services }) => ok<RowData>({ row: null, today: services.clock.today() }),
  title: (_data, ui) => messages.in(ui.lang)('add'),
  view: RowView,
});

export const editSalutationPage = definePage({
  path: `${salutationsAddress}/:id`,
  permission: wordsPermission,
  params,
  async load(tx, { params: { id }, services }) {
    const row = await findSalutation(tx, id);
    return row ? ok<RowData>({ row, today: services.clock.today() }) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('edit'),
  view: RowView,
});

function RowView({ row, today }: RowData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const action = row ? `${salutationsAddress}/${row.id}` : `${salutationsAddress}/new`;
  const title = row ? t('edit') : t('add');
  const common = { ui, action, form: salutationForm };
  return (
    <div class="stack">
      <PageHead title={title} crumbs={[{ label: t('title'), href: salutationsAddress }, { label: row?.addresseeClass ?? title }]} />
      <ActionForm ui={ui} action={action} form={salutationForm}>
        <FormField {...common} name="addresseeClass" value={row?.addresseeClass} />
        <FormField {...common} name="posts" value={row?.posts.join('\n')} rows={6} />
        <FormField {...common} name="salutation" value={row?.salutation} />
        <FieldsRow>
          <FormField {...common} name="readerPronoun" value={row?.readerPronoun} />
          <FormField {...common} name="writerPronoun" value={row?.writerPronoun} />
        </FieldsRow>
        <FormField {...common} name="closing" value={row?.closing} />
        <FormField {...common} name="envelope" value={row?.envelope} />
        <FormField {...common} name="source" value={row?.source} />
        <FormField {...common} name="uncertain" value={row?.uncertain ?? true} />
        <FormField {...common} name="validFrom" value={row?.validFrom ?? today} />
        <FormField {...common} name="validTo" value={row?.validTo} />
        <ButtonRow><Button kind="main">{s('save')}</Button><ButtonLink kind="quiet" href={salutationsAddress}>{s('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}
