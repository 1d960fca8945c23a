import { defineAction, type ActionOutcome } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Failure, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import type { Indicator } from '../../../store/indicators.ts';
import type { PlannedStep } from '../../domain/plan-steps.ts';
import { findIndicator, keyParams, refusalToWrite, standingOf } from '../../find.ts';
import { giveEvidence } from '../../../give-evidence.ts';
import { indicatorType, stepType, type CollectingHouse } from '../../house.ts';
import { stepsHref } from '../../shown.tsx';
import { addStep, changeKind, changeStep, removeStep, stepById, stepsOf, type Step, type StepInput } from '../../store/steps.ts';
import type { FormValues } from '../../../../../platform/forms/form.ts';
import { newStepForm, removeStepForm, stepForm } from './form.ts';
import { messages } from './messages.ts';
import { stepParams, type StepPage, type StepsPage } from './page.tsx';

const at = (field: string, words: Words): Failure => fail('STEP', words, { fields: { [field]: words } });

type Planned = Pick<StepInput, 'place' | 'title' | 'byWhom' | 'fromMonth' | 'toMonth' | 'plannedOn' | 'weight'>;

/** What the plan says of a step, or what is wrong at which field. */
function plannedOf(input: FormValues<typeof newStepForm>): Result<Planned> {
  const [from, to] = [input.fromMonth ? Number(input.fromMonth) : null, input.toMonth ? Number(input.toMonth) : null];
  if ((from === null) !== (to === null)) return at(from === null ? 'fromMonth' : 'toMonth', messages.words('monthsBoth'));
  if (from !== null && to !== null && to < from) return at('toMonth', messages.words('monthsOrder'));
  const weight = input.weight === undefined ? undefined : parseTyped(input.weight);
  if (weight && (!weight.ok || weight.value.value <= 0n)) return at('weight', messages.words('weightBad'));
  return ok({ place: input.place, title: input.title, byWhom: input.byWhom ?? '', fromMonth: from, toMonth: to, plannedOn: input.plannedOn ?? null, weight: weight?.ok ? scaledText(weight.value.value) : null });
}

/** What a change of a step gets wrong: the day of being done, an approval out of its order, a change without its reason. */
function flawOf(before: Step, after: StepInput, why: string | undefined, others: readonly Step[], { measuring }: Pick<Indicator, 'measuring'>, today: string): Failure | undefined {
  if (after.state === 'done' && after.doneOn === null) return at('doneOn', messages.words('doneNeeded'));
  if (after.state === 'done' && (after.doneOn ?? '') > today) return at('doneOn', messages.words('doneFuture'));
  if (after.proof !== '' && !/^(https?:\/\/\S+|\/(?!\/)\S*)$/.test(after.proof)) return at('proof', messages.words('proofBad'));
  const gap = others.findIndex((other) => other.id !== before.id && other.place < after.place && other.state !== 'done');
  if (measuring === 'staged-approval' && after.state === 'done' && before.state !== 'done' && gap >= 0) return at('state', messages.words('orderGap', { n: gap + 1 }));
  const kind = changeKind(before, after);
  return (kind === 'undone' || kind === 'rescheduled') && !why ? at('why', messages.words('whyNeeded')) : undefined;
}

export function stepActions(listPage: StepsPage, page: StepPage, house: CollectingHouse) {
  const add = defineAction({
    path: '/performance/:year/results/:key/steps/new',
    permission: 'performance.report',
    params: keyParams,
    form: newStepForm,
    page: () => listPage,
    async run(tx, { params, input, services, actor }): Promise<Result<ActionOutcome>> {
      const found = await findIndicator(tx, params.year, params.key);
      if (!found.ok) return found;
      const { cycle, indicator } = found.value;
      const refused = refusalToWrite(cycle, standingOf(actor, cycle, indicator));
      if (refused) return refused;
      const planned = plannedOf(input);
      if (!planned.ok) return planned;
      const id = await addStep(tx, indicator.id, { ...planned.value, state: 'planned', doneOn: null, reference: '', proof: '', note: '' }, services.clock.now());
      return ok({ audit: { action: 'performance.step-added', subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { step: id, title: input.title } }, goTo: stepsHref(cycle, params.key), flash: messages.words('added') });
    },
  });
  const change = defineAction({
    path: '/performance/:year/results/:key/steps/:step',
    permission: 'performance.report',
    params: stepParams,
    form: stepForm,
    page: () => page,
    async run(tx, { params, input, services, actor }): Promise<Result<ActionOutcome>> {
      const found = await findIndicator(tx, params.year, params.key);
      if (!found.ok) return found;
      const { cycle, indicator } = found.value;
      const before = await stepById(tx, indicator.id, params.step);
      if (!before) return notFound();
      const refused = refusalToWrite(cycle, standingOf(actor, cycle, indicator));
      if (refused) return refused;
      const planned = plannedOf(input);
      if (!planned.ok) return planned;
      const after: StepInput = { ...planned.value, state: input.state, doneOn: input.state === 'done' ? (input.doneOn ?? null) : null, reference: input.reference ?? '', proof: input.proof ?? '', note: input.note ?? '' };
      const flaw = flawOf(before, after, input.why, await stepsOf(tx, indicator.id), indicator, services.clock.today());
      if (flaw) return flaw;
      if (!(await changeStep(tx, before, Number(input.rev), after, input.why ?? '', services.clock.now()))) return fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
      const given = await giveEvidence(tx, house, { type: stepType, id: before.id }, input, { unitId: cycle.keeperUnitId, origin: services.config.origin });
      if (!given.ok) return given;
      const kind = changeKind(before, after);
      return ok({
        audit: { action: 'performance.step-changed', subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { step: before.id, kind, state: after.state, from: planOf(before), to: planOf(after), why: input.why ?? '', evidence: given.value } },
        goTo: stepsHref(cycle, params.key), flash: messages.words('saved'),
      });
    },
  });
  const remove = defineAction({
    path: '/performance/:year/results/:key/steps/:step/remove',
    permission: 'performance.report',
    params: stepParams,
    form: removeStepForm,
    page: () => page,
    async run(tx, { params, input, services, actor }): Promise<Result<ActionOutcome>> {
      const found = await findIndicator(tx, params.year, params.key);
      if (!found.ok) return found;
      const { cycle, indicator } = found.value;
      const step = await stepById(tx, indicator.id, params.step);
      if (!step) return notFound();
      const refused = refusalToWrite(cycle, standingOf(actor, cycle, indicator));
      if (refused) return refused;
      await removeStep(tx, step.id, input.reason, services.clock.now());
      return ok({ audit: { action: 'performance.step-removed', subject: { type: indicatorType, id: indicator.id }, unitId: cycle.keeperUnitId, detail: { step: step.id, title: step.title, reason: input.reason } }, goTo: stepsHref(cycle, params.key), flash: messages.words('removed') });
    },
  });
  return [add, change, remove];
}

const planOf = ({ plannedOn, fromMonth, toMonth, doneOn }: Pick<PlannedStep, 'plannedOn' | 'fromMonth' | 'toMonth' | 'doneOn'>) => ({ plannedOn, fromMonth, toMonth, doneOn });
