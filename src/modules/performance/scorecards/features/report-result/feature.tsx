// Results of one line by rounds, with evidence; and that it cannot be done.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { checkbox, choice, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notify } from '../../../../../platform/notify/notify.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { LevelSteps } from '../../../../../ui/components/level-steps.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { headOfUnit } from '../../../../organisation/index.ts';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { cardHref, lineParams, writesCard } from '../../access.ts';
import { months, type Month } from '../../domain/card.ts';
import { readCard, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { scorecardNews } from '../../news.ts';
import { crumbsOf } from '../../shown.tsx';
import { addResult, setCannot, type StoredLine } from '../../store/cards.ts';

const m = messages.words;
export const resultForm = defineForm({
  month: choice(['6', '9', '12'], { label: m('month') }),
  value: text({ label: m('result'), max: 30, optional: true }),
  evidence: textarea({ label: m('evidence'), hint: m('evidenceHint'), max: 2000, rows: 2, optional: true }),
  takeBack: checkbox({ label: m('takeBack') }),
});
export const cannotForm = defineForm({ reason: textarea({ label: m('cannotReason'), hint: m('cannotReasonHint'), min: 3, max: 2000, rows: 2, optional: true }) });

interface Data { readonly view: CardView; readonly line: StoredLine; readonly writes: boolean }

async function load(tx: ReadTx, params: { id: number; line: number }, { clock }: Pick<Services, 'clock'>): Promise<Result<Data>> {
  const view = await readCard(tx, params.id, clock.today());
  const line = view?.lines.find(({ id }) => id === params.line);
  return view && line ? ok({ view, line, writes: writesCard(tx.actor, view.card) }) : notFound(m('notFound'));
}

export const resultPage = definePage({
  path: '/performance/scorecards/:id/lines/:line/result',
  permission: 'performance.read',
  params: lineParams,
  load: (tx, { params, services }) => load(tx, params, services),
  title: ({ line }) => line.title,
  view: ResultView,
});

function ResultView({ view, line, writes }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const at = cardHref(view.card.id, `/lines/${line.id}`);
  const form = { ui, action: `${at}/result`, form: resultForm };
  const cannot = { ui, action: `${at}/cannot`, form: cannotForm };
  const results = view.results.filter(({ lineId }) => lineId === line.id).toReversed();
  return (
    <div class="stack-l">
      <PageHead title={line.title} sub={`${t('weight')} ${scaledText(line.weight)}${line.unitOfMeasure ? ` · ${line.unitOfMeasure}` : ''}`} crumbs={crumbsOf(ui, view, t('reportTitle'))} />
      <LevelSteps label={t('levels')} values={line.ladder.values} />
      {writes ? (
        <ActionForm {...form} class="form">
          <FormField {...form} name="month" value={String(view.month)} options={months.map((n) => ({ value: String(n), label: t('monthN', { n }) }))} arrange="row" />
          <FormField {...form} name="value" size="s" label={line.unitOfMeasure ? `${t('result')} (${line.unitOfMeasure})` : t('result')} neededLater />
          <FormField {...form} name="evidence" rows={2} />
          <FormField {...form} name="takeBack" />
          <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={cardHref(view.card.id)}>{t('cancel')}</ButtonLink></ButtonRow>
        </ActionForm>
      ) : null}
      <Section title={t('history')}>
        <Table caption={t('history')} captionHidden rows={results} rowKey={({ id }) => String(id)} empty={<EmptyState title={t('noResult')} />}
          columns={[
            { key: 'month', head: t('month'), kind: 'main', cell: ({ month }) => t('monthN', { n: month }) },
            { key: 'value', head: t('result'), kind: 'num', cell: ({ value }) => (value === null ? t('takenBack') : scaledText(value)) },
            { key: 'evidence', head: t('evidence'), cell: ({ evidence }) => evidence },
            { key: 'by', head: t('by'), cell: ({ personName }) => personName },
            { key: 'at', head: t('at'), kind: 'nowrap', cell: (one) => momentWords(ui.lang, one.at) },
          ]} />
      </Section>
      {writes ? (
        <Section title={t('cannotTitle')}>
          <ActionForm {...cannot} class="form">
            <FormField {...cannot} name="reason" value={line.cannotReason ?? ''} rows={2} />
            <ButtonRow><Button>{t('save')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
    </div>
  );
}

export const resultAction = defineAction({
  path: '/performance/scorecards/:id/lines/:line/result',
  permission: 'performance.report',
  params: lineParams,
  form: resultForm,
  page: resultPage,
  async run(tx, { params, input, services }) {
    const found = await load(tx, params, services);
    if (!found.ok) return found;
    const { view, writes } = found.value;
    if (!writes) return notFound(m('notFound'));
    const typed = input.takeBack ? undefined : parseTyped(input.value ?? '');
    if (typed && !typed.ok) return fail('RESULT_WRONG', m(typed.code === 'empty' ? 'needValue' : 'notNumber'), { fields: { value: m(typed.code === 'empty' ? 'needValue' : 'notNumber') } });
    const now = services.clock.now();
    const value = typed?.ok ? typed.value.value : null;
    const month = Number(input.month) as Month;
    const id = await addResult(tx, { lineId: params.line, month, value, source: 'manual', measureName: null, asOf: now, evidence: input.evidence ?? '' }, now);
    return ok({
      audit: { action: 'performance.scorecard-result', subject: { type: 'performance.scorecard', id: params.id }, unitId: view.card.unitId, detail: { line: params.line, month, value: value === null ? null : scaledText(value), id } },
      goTo: cardHref(params.id, `?month=${month}`), flash: m('reported'),
    });
  },
});

export const cannotAction = defineAction({
  path: '/performance/scorecards/:id/lines/:line/cannot',
  permission: 'performance.report',
  params: lineParams,
  form: cannotForm,
  page: resultPage,
  async run(tx, { params, input, services }) {
    const found = await load(tx, params, services);
    if (!found.ok) return found;
    const { view, line, writes } = found.value;
    if (!writes) return notFound(m('notFound'));
    if (view.state === 'proposed' || view.state === 'head-signed') return fail('AGREEMENT_OPEN', m('locked'), { status: 409 });
    const today = services.clock.today();
    await setCannot(tx, params.line, input.reason === undefined ? null : { reason: input.reason, on: today }, services.clock.now());
    if (input.reason !== undefined) {
      const keeper = await headOfUnit(tx, view.card.keeperUnitId, today);
      if (keeper) await notify(tx, [keeper.personId], m('flagNews', { unit: view.unit.abbreviation || view.unit.name, title: line.title }), cardHref(params.id), { kind: scorecardNews });
    }
    return ok({
      audit: { action: 'performance.scorecard-cannot', subject: { type: 'performance.scorecard', id: params.id }, unitId: view.card.unitId, detail: { line: params.line, reason: input.reason ?? null } },
      goTo: cardHref(params.id), flash: m(input.reason === undefined ? 'cannotCleared' : 'cannotSaved'),
    });
  },
});
