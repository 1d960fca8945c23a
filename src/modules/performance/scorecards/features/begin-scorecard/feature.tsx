// A unit begins its scorecard; later it says how weights are written and with whom its head agrees.
import type { VNode } from 'preact';
import type { ReadTx, Tx } from '../../../../../platform/db/database.ts';
import { checkbox, choice, hidden, id, integer } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { unitLabel, unitsActiveOn, type SeatRow, type Unit } from '../../../../organisation/index.ts';
import { scaled } from '../../../domain/numbers.ts';
import { addedTopics2564 } from '../../../domain/scorecard.ts';
import { keepsCycle, listCycles } from '../../../store/cycles.ts';
import { cardHref, cardParams, root, writesCard } from '../../access.ts';
import { levelScores } from '../../domain/card.ts';
import { executiveSeats, readCard, type CardView } from '../../load.ts';
import { messages } from '../../messages.ts';
import { addCard, addLine, cardsOf, changeCard, type LineInput } from '../../store/cards.ts';
import { crumbsOf } from '../../shown.tsx';

const m = messages.words;
const weightSum = choice(['100', '1'], { label: m('weightSum'), hint: m('weightSumHint') });
const executive = id({ label: m('executive'), hint: m('executiveHint'), optional: true });
export const beginForm = defineForm({ unit: id({ label: m('unit') }), weightSum, executive, topics: checkbox({ label: m('topics') }) });
export const settingsForm = defineForm({ rev: hidden(), weightSum, executive, places: integer({ label: m('places'), min: 0, max: 6 }) });

/** The topics with levels to begin from; every number can be changed on the line. */
const starts: Readonly<Record<string, { unitOfMeasure: string; values: readonly string[] }>> = {
  masterpiece: { unitOfMeasure: messages.th['measure.masterpiece'], values: ['1', '2', '3', '4', '5'] },
  'e-saraban': { unitOfMeasure: messages.th['measure.e-saraban'], values: ['60', '70', '80', '90', '100'] },
  'foreign-press-card': { unitOfMeasure: messages.th['measure.foreign-press-card'], values: ['1', '2', '3', '4', '5'] },
};
export const topicLines = (ofOne: boolean): LineInput[] => addedTopics2564.map(({ key, name, measure }) => ({
  kind: 'added', indicatorId: null, indicatorKey: null, contribution: null, topic: key, title: name.th, unitOfMeasure: starts[key]?.unitOfMeasure ?? '', better: 'more', weight: scaled(ofOne ? '0.05' : '5'),
  ladder: { values: starts[key]?.values ?? ['1', '2', '3', '4', '5'], scores: levelScores, below: 'lowest' }, measureName: measure,
}));

/** The open year and the units that the actor may begin one for. */
async function begin(tx: ReadTx, today: string) {
  const cycle = (await listCycles(tx)).find(({ state }) => state !== 'closed');
  if (!cycle) return undefined;
  const has = new Set((await cardsOf(tx, cycle.id)).map(({ unitId }) => unitId));
  const keeps = keepsCycle(tx.actor, cycle);
  const units = (await unitsActiveOn(tx, today)).filter((unit) => unit.id !== cycle.departmentId && unit.kind !== 'department' && (keeps || tx.actor.principals.includes(unit.id)));
  return { cycle, units, has, seats: await executiveSeats(tx, cycle.departmentId, today) };
}
type Begin = NonNullable<Awaited<ReturnType<typeof begin>>>;

export const beginPage = definePage({
  path: `${root}/new`,
  permission: 'performance.report',
  async load(tx, { services }) {
    const found = await begin(tx, services.clock.today());
    return found ? ok(found) : notFound(m('noCycle'));
  },
  title: (_data, ui) => ui.text(m('newTitle')),
  view: BeginView,
});

const seatOptions = (seats: readonly SeatRow[]) => seats.map((seat) => ({ value: String(seat.id), label: seat.holderName ? `${seat.title} (${seat.holderName})` : seat.title }));
const sumOptions = [{ value: '100', label: '100' }, { value: '1', label: '1' }];

function BeginView({ cycle, units, has, seats }: Begin, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const form = { ui, action: `${root}/new`, form: beginForm };
  const open = units.filter((unit: Unit) => !has.has(unit.id));
  return (
    <div class="stack-l">
      <PageHead title={t('newTitle')} sub={t('year1', { year: cycle.fiscalYear })} crumbs={[{ label: t('title'), href: root }, { label: t('newTitle') }]} />
      <ActionForm {...form} class="form">
        <FormField {...form} name="unit" as="select" options={open.map((unit: Unit) => ({ value: String(unit.id), label: unitLabel(unit, ui.lang) }))} empty="–" />
        <FormField {...form} name="weightSum" value="100" options={sumOptions} arrange="row" />
        <FormField {...form} name="executive" as="select" options={seatOptions(seats)} empty="–" />
        <FormField {...form} name="topics" value />
        <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={root}>{t('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

const notSeat = () => fail('NOT_A_SEAT', m('notSeat'), { fields: { executive: m('notSeat') } });

export const beginAction = defineAction({
  path: `${root}/new`,
  permission: 'performance.report',
  form: beginForm,
  page: beginPage,
  async run(tx: Tx, { input, services }) {
    const found = await begin(tx, services.clock.today());
    if (!found) return notFound(m('noCycle'));
    if (!found.units.some((unit: Unit) => unit.id === input.unit)) return fail('NO_SUCH_UNIT', m('notUnit'), { fields: { unit: m('notUnit') } });
    if (input.executive !== undefined && !found.seats.some((seat: SeatRow) => seat.id === input.executive)) return notSeat();
    const now = services.clock.now();
    const sum = Number(input.weightSum);
    const added = await addCard(tx, found.cycle, { unitId: input.unit, weightSum: sum, executivePositionId: input.executive ?? null }, now);
    if (added === undefined) return fail('SCORECARD_TAKEN', m('cardTaken'), { fields: { unit: m('cardTaken') } });
    if (input.topics) for (const line of topicLines(sum === 1)) await addLine(tx, added, line, now);
    return ok({ audit: { action: 'performance.scorecard-begun', subject: { type: 'performance.scorecard', id: added }, unitId: input.unit, detail: { year: found.cycle.fiscalYear } }, goTo: cardHref(added), flash: m('begun') });
  },
});

export const settingsPage = definePage({
  path: '/performance/scorecards/:id/settings',
  permission: 'performance.report',
  params: cardParams,
  async load(tx, { params, services, actor }) {
    const view = await readCard(tx, params.id, services.clock.today());
    if (!view || !writesCard(actor, view.card)) return notFound(m('notFound'));
    return ok({ view, seats: await executiveSeats(tx, view.card.departmentId, services.clock.today()) });
  },
  title: (_data, ui) => ui.text(m('settings')),
  view: SettingsView,
});

function SettingsView({ view, seats }: { view: CardView; seats: SeatRow[] }, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const { card } = view;
  const form = { ui, action: cardHref(card.id, '/settings'), form: settingsForm };
  return (
    <div class="stack-l">
      <PageHead title={t('settings')} crumbs={crumbsOf(ui, view, t('settings'))} />
      <ActionForm {...form} class="form">
        <input type="hidden" name="rev" value={card.rev} />
        <FormField {...form} name="weightSum" value={String(card.weightSum)} options={sumOptions} arrange="row" />
        <FormField {...form} name="executive" as="select" value={card.executivePositionId ?? ''} options={seatOptions(seats)} empty="–" />
        <FormField {...form} name="places" value={card.places} size="xs" />
        <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={cardHref(card.id)}>{t('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

export const settingsAction = defineAction({
  path: '/performance/scorecards/:id/settings',
  permission: 'performance.report',
  params: cardParams,
  form: settingsForm,
  page: settingsPage,
  async run(tx, { params, input, actor, services }) {
    const view = await readCard(tx, params.id, services.clock.today());
    if (!view || !writesCard(actor, view.card)) return notFound(m('notFound'));
    if (view.state === 'proposed' || view.state === 'head-signed') return fail('AGREEMENT_OPEN', m('locked'), { status: 409 });
    const seats = await executiveSeats(tx, view.card.departmentId, services.clock.today());
    if (input.executive !== undefined && !seats.some((seat) => seat.id === input.executive)) return notSeat();
    const to = { weightSum: Number(input.weightSum), executivePositionId: input.executive ?? null, places: input.places };
    if (!(await changeCard(tx, { id: params.id, rev: Number(input.rev) || 0 }, to, services.clock.now()))) return fail('STALE', m('stale'));
    return ok({ audit: { action: 'performance.scorecard-changed', subject: { type: 'performance.scorecard', id: params.id }, unitId: view.card.unitId, detail: to }, goTo: cardHref(params.id), flash: m('settingsSaved') });
  },
});
