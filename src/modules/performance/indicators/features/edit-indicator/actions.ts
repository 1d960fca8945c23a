import type { FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction, type ActionOutcome } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { fiscalYearBounds, toArabicDigits } from '../../../../../thai/index.ts';
import { leaves, mainComponent } from '../../../domain/framework/framework.ts';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { addIndicator, cancelIndicator, changeIndicator, unitRoles, type Indicator, type IndicatorInput } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { indicatorAt, indicatorHref, indicatorType, keepsSheet, keyParams, sheetHref, yearAt, yearParams, type YearPlace } from '../../place.ts';
import { indexIndicator } from '../../search.ts';
import { unitsOn, type Units } from '../../shown.tsx';
import { joinFormRound } from '../../../collecting/transitions.ts';
import { cancelForm, indicatorForm } from './form.ts';
import { messages } from './messages.ts';
import { editIndicatorPage, newIndicatorPage } from './page.tsx';

const permission = 'performance.keep';
type Refusal = Exclude<Extract<keyof typeof messages.th, 'keyBad' | 'component' | 'tag' | 'parent' | 'ownParent' | 'unit' | 'number' | 'final' | 'taken'>, never>;
const refuse = (field: string, key: Refusal) => fail('INDICATOR', messages.words(key), { fields: { [field]: messages.words(key) } });

/** What was typed, or the words at the field that the year does not take. */
function inputOf(place: YearPlace, units: Units, before: Indicator | undefined, input: FormValues<typeof indicatorForm>): Result<IndicatorInput> {
  const key = toArabicDigits(input.key).replaceAll(' ', '');
  if (!/^\d{1,3}(\.\d{1,3})*$/.test(key)) return refuse('key', 'keyBad');
  const component = leaves(place.framework).find((one) => one.key === input.component);
  if (!component) return refuse('component', 'component');
  const known = [...(component.tags ?? []), ...(mainComponent(place.framework, component.key)?.tags ?? [])];
  if (input.tags.some((tag) => !known.some((one) => one.key === tag))) return refuse('tags', 'tag');
  if (input.parent !== undefined && input.parent === before?.id) return refuse('parent', 'ownParent');
  if (input.parent !== undefined && !place.all.some(({ id }) => id === input.parent)) return refuse('parent', 'parent');
  const typed = input.weight === undefined ? undefined : parseTyped(input.weight);
  if (typed && !typed.ok) return refuse('weight', 'number');
  const weight = before?.state === 'final' ? before.weight : typed?.ok ? typed.value.value : null;
  for (const role of ['owners', 'doers', 'supports'] as const) if (input[role].some((id) => !units.has(id))) return refuse(role, 'unit');
  const ids = { owner: input.owners, doer: input.doers, support: input.supports };
  return ok({
    key, name: input.name, component: component.key, tags: input.tags, parentId: input.parent ?? null, kind: input.kind, better: input.better, unitOfMeasure: input.unitOfMeasure ?? '', places: input.places,
    weight, ladder: before?.ladder ?? null, measuring: input.measuring, measureName: input.measureName ?? null,
    units: unitRoles.flatMap((role) => [...new Set(ids[role])].map((unitId) => ({ role, unitId }))),
  });
}

/** What of an indicator the trail tells. */
const told = ({ key, name, component, tags, weight, units }: IndicatorInput) => ({ key, name, component, tags, weight: weight === null ? null : scaledText(weight), units });

export const addIndicatorAction = defineAction({
  path: '/performance/:year/indicators/new',
  permission,
  params: yearParams,
  form: indicatorForm,
  page: newIndicatorPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const read = inputOf(place, await unitsOn(tx, services.clock.today()), undefined, input);
    if (!read.ok) return read;
    const id = await addIndicator(tx, place.cycle, read.value, services.clock.now());
    if (id === undefined) return refuse('key', 'taken');
    await joinFormRound(tx, place.cycle, services.clock.now());
    await indexIndicator(tx, place.cycle, id);
    return ok({ audit: { action: 'performance.indicator-added', subject: { type: indicatorType, id }, unitId: place.cycle.keeperUnitId, detail: told(read.value) }, goTo: sheetHref(params.year), flash: messages.words('added') });
  },
});

export const changeIndicatorAction = defineAction({
  path: '/performance/:year/indicators/:key/edit',
  permission,
  params: keyParams,
  form: indicatorForm,
  page: editIndicatorPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    if (place.indicator.state === 'cancelled') return fail('CANCELLED', messages.words('already'), { status: 409 });
    const read = inputOf(place, await unitsOn(tx, services.clock.today()), place.indicator, input);
    if (!read.ok) return read;
    const done = await changeIndicator(tx, place.cycle, { id: place.indicator.id, rev: Number(input.rev ?? 0) }, read.value, services.clock.now());
    if (done === 'taken') return refuse('key', 'taken');
    if (done === 'stale') return fail('STALE', shared.words('stale'));
    await indexIndicator(tx, place.cycle, place.indicator.id);
    return ok({
      audit: { action: 'performance.indicator-changed', subject: { type: indicatorType, id: place.indicator.id }, unitId: place.cycle.keeperUnitId, detail: { before: told(place.indicator), after: told(read.value) } },
      goTo: indicatorHref(params.year, read.value.key), flash: messages.words('saved'),
    });
  },
});

/** Takes it out in mid-year, by a decision: the line stays with day, decision and reason. */
export const cancelIndicatorAction = defineAction({
  path: '/performance/:year/indicators/:key/cancel',
  permission,
  params: keyParams,
  form: cancelForm,
  page: editIndicatorPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const { from, to } = fiscalYearBounds(params.year);
    if (input.on < from || input.on > to) return fail('CANCEL_DAY', messages.words('cancelDay'), { fields: { on: messages.words('cancelDay') } });
    const reason = `${input.reason} (${input.decision})`;
    if (!(await cancelIndicator(tx, place.indicator.id, { on: input.on, reason }, services.clock.now()))) return fail('CANCELLED', messages.words('gone'), { status: 409 });
    return ok({ audit: { action: 'performance.indicator-cancelled', subject: { type: indicatorType, id: place.indicator.id }, unitId: place.cycle.keeperUnitId, detail: { on: input.on, decision: input.decision, reason: input.reason } }, goTo: indicatorHref(params.year, params.key), flash: messages.words('cancelled') });
  },
});
