// One line of a scorecard: where it comes from, its weight and the values of its levels.
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../../platform/db/database.ts';
import { emptyForm } from '../../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Services } from '../../../../../platform/services.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { addedTopics2564 } from '../../../domain/scorecard.ts';
import { indicatorsOf, scoredLines, type Indicator } from '../../../store/indicators.ts';
import { cardHref, cardParams, lineParams, writesCard } from '../../access.ts';
import { lineKinds } from '../../domain/card.ts';
import { readCard, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { crumbsOf } from '../../shown.tsx';
import { addLine, changeLine, removeLine, type StoredLine } from '../../store/cards.ts';
import { belows, lineForm, lineFrom } from './form.ts';

const m = messages.words;
interface Edited { readonly view: CardView; readonly line: StoredLine | undefined; readonly indicators: readonly Indicator[] }

/** The scorecard while its lines may change, with the line asked for. */
async function editable(tx: ReadTx, params: { id: number; line?: number }, services: Pick<Services, 'clock'>): Promise<Result<Edited>> {
  const view = await readCard(tx, params.id, services.clock.today());
  if (!view || !writesCard(tx.actor, view.card)) return notFound(m('notFound'));
  const line = params.line === undefined ? undefined : view.lines.find(({ id }) => id === params.line);
  if (params.line !== undefined && !line) return notFound(m('notFound'));
  return ok({ view, line, indicators: scoredLines(await indicatorsOf(tx, view.card.cycleId)) });
}
const locked = ({ view }: Edited) => view.state === 'proposed' || view.state === 'head-signed';
const lockedFailure = () => fail('AGREEMENT_OPEN', m('locked'), { status: 409 });

export const newLinePage = definePage({
  path: '/performance/scorecards/:id/lines/new',
  permission: 'performance.report',
  params: cardParams,
  load: (tx, { params, services }) => editable(tx, params, services),
  title: (_data, ui) => ui.text(m('addLine')),
  view: (data: Edited, ui) => <LineEditor data={data} ui={ui} />,
});

export const linePage = definePage({
  path: '/performance/scorecards/:id/lines/:line',
  permission: 'performance.report',
  params: lineParams,
  load: (tx, { params, services }) => editable(tx, params, services),
  title: (_data, ui) => ui.text(m('editLine')),
  view: (data: Edited, ui) => <LineEditor data={data} ui={ui} />,
});

function LineEditor({ data, ui }: { data: Edited; ui: Ui }): VNode {
  const { view, line, indicators } = data;
  const t = messages.in(ui.lang);
  const title = t(line ? 'editLine' : 'addLine');
  const action = cardHref(view.card.id, line ? `/lines/${line.id}` : '/lines/new');
  const form = { ui, action, form: lineForm };
  const v = (at: number) => line?.ladder.values[at];
  return (
    <div class="stack-l">
      <PageHead title={title} sub={t('weightHint', { sum: view.card.weightSum })} crumbs={crumbsOf(ui, view, title)} />
      <ActionForm {...form} class="form">
        {line ? <input type="hidden" name="rev" value={line.rev} /> : null}
        <FormField {...form} name="title" value={line?.title} />
        <FormField {...form} name="kind" value={line?.kind ?? 'cascaded'} options={lineKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        <FormField {...form} name="indicator" as="select" value={line?.indicatorId ?? ''} options={indicators.map((one) => ({ value: String(one.id), label: `${one.key} ${one.name}` }))} empty="–" />
        <FormField {...form} name="contribution" value={line?.contribution ? scaledText(line.contribution) : ''} size="s" />
        <FormField {...form} name="topic" as="select" value={line?.topic ?? ''} options={addedTopics2564.map(({ key, name }) => ({ value: key, label: ui.text(name) }))} empty="–" />
        <FormField {...form} name="unitOfMeasure" value={line?.unitOfMeasure} size="m" />
        <FormField {...form} name="better" value={line?.better ?? 'more'} options={(['more', 'less'] as const).map((one) => ({ value: one, label: t(`better.${one}`) }))} arrange="row" />
        <FormField {...form} name="weight" value={line ? scaledText(line.weight) : ''} size="s" hint={t('weightHint', { sum: view.card.weightSum })} />
        <div class="three">{(['v1', 'v2', 'v3', 'v4', 'v5'] as const).map((name, at) => <FormField {...form} name={name} value={v(at)} size="s" />)}</div>
        <FormField {...form} name="below" value={line?.ladder.below ?? 'lowest'} options={belows.map((one) => ({ value: one, label: t(`below.${one}`) }))} arrange="row" />
        <FormField {...form} name="measure" value={line?.measureName ?? ''} size="m" />
        <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={cardHref(view.card.id)}>{t('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
      {line ? <Section title={t('removeLine')}><ActionButton ui={ui} action={`${action}/remove`} kind="danger">{t('removeLine')}</ActionButton></Section> : null}
    </div>
  );
}

const audited = ({ view }: Edited, detail: Record<string, unknown>) => ({ action: 'performance.scorecard-changed', subject: { type: 'performance.scorecard', id: view.card.id }, unitId: view.card.unitId, detail });
const taken = () => fail('LINE_TAKEN', m('taken'), { fields: { title: m('taken') } });

export const addLineAction = defineAction({
  path: '/performance/scorecards/:id/lines/new',
  permission: 'performance.report',
  params: cardParams,
  form: lineForm,
  page: newLinePage,
  async run(tx, { params, input, services }) {
    const found = await editable(tx, params, services);
    if (!found.ok) return found;
    if (locked(found.value)) return lockedFailure();
    const line = await lineFrom(tx, found.value.view.card, input);
    if (!line.ok) return line;
    const id = await addLine(tx, params.id, line.value, services.clock.now());
    if (id === undefined) return taken();
    return ok({ audit: audited(found.value, { added: id, title: line.value.title, weight: scaledText(line.value.weight) }), goTo: cardHref(params.id), flash: m('lineSaved') });
  },
});

export const changeLineAction = defineAction({
  path: '/performance/scorecards/:id/lines/:line',
  permission: 'performance.report',
  params: lineParams,
  form: lineForm,
  page: linePage,
  async run(tx, { params, input, services }) {
    const found = await editable(tx, params, services);
    if (!found.ok) return found;
    if (locked(found.value)) return lockedFailure();
    const line = await lineFrom(tx, found.value.view.card, input);
    if (!line.ok) return line;
    const done = await changeLine(tx, { id: params.line, rev: Number(input.rev) || 0, scorecardId: params.id }, line.value, services.clock.now());
    if (done === 'taken') return taken();
    if (done === 'stale') return fail('STALE', m('stale'));
    return ok({ audit: audited(found.value, { changed: params.line, title: line.value.title, weight: scaledText(line.value.weight) }), goTo: cardHref(params.id), flash: m('lineSaved') });
  },
});

export const removeLineAction = defineAction({
  path: '/performance/scorecards/:id/lines/:line/remove',
  permission: 'performance.report',
  params: lineParams,
  form: emptyForm,
  page: linePage,
  async run(tx, { params, services }) {
    const found = await editable(tx, params, services);
    if (!found.ok) return found;
    if (locked(found.value)) return lockedFailure();
    await removeLine(tx, params.line, services.clock.now());
    return ok({ audit: audited(found.value, { removed: params.line, title: found.value.line?.title ?? '' }), goTo: cardHref(params.id), flash: m('removed') });
  },
});
