// Reserved numbers of a unit: what waits, reserving more, and using or giving up one of them.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { FilterBar } from '../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Panel } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { books } from '../../domain/kinds.ts';
import { printedReference } from '../../domain/reference.ts';
import { bookName } from '../../domain/register-columns.ts';
import { messages as shared } from '../../messages.ts';
import { numberMessages as messages } from '../../registers/messages.ts';
import { chosenUnit, ownUnits } from '../../office.ts';
import type { UnitChoice } from '../../office.ts';
import { letterParams, optionalId } from '../../params.ts';
import { deadlineText } from '../../received/shown.tsx';
import { dayText } from '../../shown.tsx';
import { draftsOf } from '../../store/letters.ts';
import type { DraftLine } from '../../store/letters.ts';
import { findReserved, reservedOf } from '../../store/reserved.ts';
import type { ReservedNumber } from '../../store/reserved.ts';
import { NoUnit, UnitFilter } from '../../unit-filter.tsx';
import { giveUpForm, reserveForm, useByHandForm, useForDraftForm } from './form.ts';

interface Data {
  readonly units: readonly UnitChoice[];
  readonly unit: UnitChoice | undefined;
  readonly rows: readonly ReservedNumber[];
}

async function load(tx: ReadTx, asked: number | undefined, today: string): Promise<Result<Data>> {
  const units = await ownUnits(tx, 'correspondence.reserve', today);
  const unit = chosenUnit(units, asked);
  return ok({ units, unit, rows: unit ? await reservedOf(tx, unit.id) : [] });
}

const common = { permission: 'correspondence.reserve', title: (_data: Data, ui: Ui) => messages.in(ui.lang)('title'), view: ReservedView } as const;

export const reservedPage = definePage({
  ...common,
  path: '/reserved-numbers',
  query: z.object({ unit: optionalId }),
  load: (tx, { query, services }) => load(tx, query.unit, services.clock.today()),
});

/** The same page under the address to which its form posts. */
export const unitReservedPage = definePage({
  ...common,
  path: '/reserved-numbers/of/:id',
  params: letterParams,
  async load(tx, { params, services }) {
    const data = await load(tx, params.id, services.clock.today());
    return data.ok && data.value.unit?.id !== params.id ? notFound() : data;
  },
});

function ReservedView({ units, unit, rows }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  if (!unit) return <div class="stack"><PageHead title={t('title')} /><NoUnit ui={ui} /></div>;
  const action = `/reserved-numbers/of/${unit.id}`;
  const form = { ui, action, form: reserveForm };
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={t('sub')} />
      {units.length > 1 ? <FilterBar action="/reserved-numbers"><UnitFilter ui={ui} units={units} chosen={unit} /></FilterBar> : null}
      <Table caption={t('title')} captionHidden rows={rows} rowKey={(row) => String(row.entryId)} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} columns={[
        { key: 'reference', head: t('reference'), kind: 'nowrap', cell: (row) => printedReference(row.reference) },
        { key: 'book', head: t('book'), cell: (row) => bookName(row.book, ui.lang) },
        { key: 'reason', head: t('reason'), kind: 'main', cell: (row) => row.reason },
        { key: 'day', head: t('reservedOn'), kind: 'nowrap', cell: (row) => dayText(ui, row.letterDate) },
        { key: 'until', head: t('until'), kind: 'nowrap', cell: (row) => deadlineText(ui, row.until) },
        { key: 'by', head: t('by'), cell: (row) => row.by },
        { key: 'use', head: t('use'), cell: (row) => <a href={`/reserved-numbers/${row.entryId}`} aria-label={`${t('use')} ${printedReference(row.reference)}`}>{t('use')}</a> },
      ]} />
      <Panel title={t('reserveTitle')}>
        <ActionForm ui={ui} action={action} form={reserveForm}>
          <FormField {...form} name="book" as="select" options={books.map((book) => ({ value: book, label: bookName(book, ui.lang) }))} />
          <FormField {...form} name="count" value={1} />
          <FormField {...form} name="reason" rows={2} />
          <FormField {...form} name="until" />
          <ButtonRow><Button kind="main">{t('reserveButton')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
    </div>
  );
}

interface UseData {
  readonly number: ReservedNumber;
  readonly drafts: readonly DraftLine[];
}

export const useReservedPage = definePage({
  path: '/reserved-numbers/:id',
  permission: 'correspondence.reserve',
  params: letterParams,
  async load(tx, { params }) {
    const number = await findReserved(tx, params.id);
    if (!number) return notFound();
    return ok({ number, drafts: (await draftsOf(tx, number.unitId)).filter((draft) => draft.forSignatureAt !== null) });
  },
  title: (data, ui) => messages.in(ui.lang)('useTitle', { reference: printedReference(data.number.reference) }),
  view: UseView,
});

function UseView({ number, drafts }: UseData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const at = `/reserved-numbers/${number.entryId}`;
  const draft = { ui, action: `${at}/issue`, form: useForDraftForm };
  const hand = { ui, action: `${at}/enter`, form: useByHandForm };
  const back = { ui, action: `${at}/give-up`, form: giveUpForm };
  return (
    <div class="stack">
      <PageHead title={t('useTitle', { reference: printedReference(number.reference) })} sub={t('useSub', { day: dayText(ui, number.letterDate), until: deadlineText(ui, number.until), reason: number.reason })} />
      {ui.can('correspondence.issue', number.unitId) ? (
        <Panel title={t('forDraft')}>
          {drafts.length === 0 ? <p>{t('noDraft')}</p> : (
            <ActionForm ui={ui} action={draft.action} form={useForDraftForm} scope="draft">
              <FormField {...draft} name="draft" as="select" options={drafts.map((one) => ({ value: String(one.id), label: `${one.subject} (${one.toText})` }))} />
              <ButtonRow><Button kind="main">{t('issueButton')}</Button></ButtonRow>
            </ActionForm>
          )}
        </Panel>
      ) : null}
      <Panel title={t('byHand')}>
        <ActionForm ui={ui} action={hand.action} form={useByHandForm} scope="hand">
          <FormField {...hand} name="to" />
          <FormField {...hand} name="subject" rows={2} />
          <FormField {...hand} name="action" />
          <FormField {...hand} name="remark" />
          <ButtonRow><Button>{t('enterButton')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
      <Panel title={t('giveUpTitle')}>
        <ActionForm ui={ui} action={back.action} form={giveUpForm} scope="back">
          <FormField {...back} name="reason" rows={2} />
          <ButtonRow><Button kind="danger">{t('giveUpButton')}</Button></ButtonRow>
        </ActionForm>
      </Panel>
      <p><a href={`/reserved-numbers?unit=${number.unitId}`}>{t('title')}</a> · <a href={`/register?unit=${number.unitId}`}>{shared.in(ui.lang)('register')}</a></p>
    </div>
  );
}
