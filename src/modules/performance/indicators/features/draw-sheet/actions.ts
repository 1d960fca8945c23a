import { defineAction, type ActionOutcome } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import type { Words } from '../../../../../platform/words.ts';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { settleIndicator, setStatement } from '../../../store/indicators.ts';
import { messages as shared } from '../../messages.ts';
import { indicatorAt, indicatorHref, indicatorType, isParent, keepsSheet, keyParams, sheetHref, yearAt, yearParams } from '../../place.ts';
import { swapIndicators } from '../../store/sheet-edits.ts';
import { indexYear } from '../../search.ts';
import { moveForm, repairForm, statementsForm, weightsForm } from './form.ts';
import { messages } from './messages.ts';
import { sheetPage } from './page.tsx';

const permission = 'performance.keep';

/** Weights of lines as typed: 0.15 for 15 is kept as it is and told by the check beside. */
export const weightsAction = defineAction({
  path: '/performance/:year/sheet/weights',
  permission,
  params: yearParams,
  form: weightsForm,
  page: sheetPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const fields: Record<string, Words> = {};
    const changes: { id: number; key: string; weight: bigint | null; before: string | null }[] = [];
    for (const [at, { key, rev, weight }] of input.weights.entries()) {
      const indicator = place.all.find((one) => one.key === key);
      const name = `weights.${at}.weight`;
      if (!indicator || indicator.state !== 'draft' || isParent(place.all, indicator)) continue;
      const typed = weight === undefined ? undefined : parseTyped(weight);
      if (typed && !typed.ok) { fields[name] = messages.words('notNumber'); continue; }
      const value = typed?.ok ? typed.value.value : null;
      if (value === indicator.weight) continue;
      if (Number(rev) !== indicator.rev) { fields[name] = messages.words('stale', { value: indicator.weight === null ? '–' : scaledText(indicator.weight) }); continue; }
      changes.push({ id: indicator.id, key, weight: value, before: indicator.weight === null ? null : scaledText(indicator.weight) });
    }
    if (Object.keys(fields).length > 0) return fail('WEIGHTS', messages.words('notNumber'), { fields });
    for (const { id, weight } of changes) await settleIndicator(tx, id, { weight }, services.clock.now());
    return ok({
      audit: { action: 'performance.weights-set', subject: { type: 'performance.cycle', id: place.cycle.id }, unitId: place.cycle.keeperUnitId, detail: { changes: changes.map(({ key, weight, before }) => ({ key, before, after: weight === null ? null : scaledText(weight) })) } },
      goTo: sheetHref(params.year), flash: messages.words('weightsSaved'),
    });
  },
});

/** The one likely weight, at one press. */
export const repairWeightAction = defineAction({
  path: '/performance/:year/indicators/:key/weight',
  permission,
  params: keyParams,
  form: repairForm,
  page: sheetPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const typed = parseTyped(input.weight);
    if (!typed.ok) return fail('WEIGHT', messages.words('notNumber'));
    if (Number(input.rev) !== place.indicator.rev || place.indicator.state !== 'draft') return fail('STALE', shared.words('stale'), { status: 409 });
    await settleIndicator(tx, place.indicator.id, { weight: typed.value.value }, services.clock.now());
    return ok({
      audit: { action: 'performance.weights-set', subject: { type: indicatorType, id: place.indicator.id }, unitId: place.cycle.keeperUnitId, detail: { changes: [{ key: params.key, before: place.indicator.weight === null ? null : scaledText(place.indicator.weight), after: scaledText(typed.value.value) }] } },
      goTo: sheetHref(params.year), flash: messages.words('repaired'),
    });
  },
});

export const statementsAction = defineAction({
  path: '/performance/:year/sheet/statements',
  permission,
  params: yearParams,
  form: statementsForm,
  page: sheetPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await yearAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const asked = place.framework.rules.flatMap((rule) => (rule.kind === 'statement' ? [rule] : []));
    for (const { component, tag, text } of input.statements) {
      if (asked.some((rule) => rule.component === component && rule.tag === tag)) await setStatement(tx, place.cycle.id, { component, tag, text: text ?? '' }, services.clock.now());
    }
    return ok({ audit: { action: 'performance.statements-written', subject: { type: 'performance.cycle', id: place.cycle.id }, unitId: place.cycle.keeperUnitId, detail: { statements: input.statements } }, goTo: `${sheetHref(params.year)}#statements`, flash: messages.words('statementsSaved') });
  },
});

/** Changes places with the neighbour of the same level: the numbers change with it. */
export const moveAction = defineAction({
  path: '/performance/:year/indicators/:key/move',
  permission,
  params: keyParams,
  form: moveForm,
  page: sheetPage,
  async run(tx, { params, input, actor, services }): Promise<Result<ActionOutcome>> {
    const place = await indicatorAt(tx, params);
    if (!place || !keepsSheet(actor, place.cycle)) return notFound();
    const beside = place.all.filter(({ parentId }) => parentId === place.indicator.parentId);
    const other = beside[beside.findIndex(({ id }) => id === place.indicator.id) + (input.way === 'up' ? -1 : 1)];
    if (!other) return fail('NO_MOVE', messages.words('noMove'), { fields: { way: messages.words('noMove') } });
    await swapIndicators(tx, place.cycle.id, place.indicator.key, other.key, services.clock.now());
    await indexYear(tx, place.cycle);
    return ok({ audit: { action: 'performance.indicator-moved', subject: { type: indicatorType, id: place.indicator.id }, unitId: place.cycle.keeperUnitId, detail: { from: params.key, to: other.key } }, goTo: indicatorHref(params.year, other.key, '/edit'), flash: messages.words('moved') });
  },
});
