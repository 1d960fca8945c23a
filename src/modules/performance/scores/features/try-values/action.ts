import { unitsHolding } from '../../../../../platform/access/actor.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { parseTyped, scaledText, type Scaled } from '../../../domain/numbers.ts';
import { cycleOfYear } from '../../../store/cycles.ts';
import { indicatorsOf, scoredLines } from '../../../store/indicators.ts';
import { yearParams } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { addScenario, changeScenario, scenarioById } from '../../store/scenarios.ts';
import { scenarioForm } from './form.ts';
import { tryAddress } from './load.ts';
import { messages } from './messages.ts';
import { tryPage } from './page.tsx';

/** Keeps supposed values under a name, or over the scenario that was open, if nobody changed it meanwhile. */
export const saveScenarioAction = defineAction({
  path: '/performance/:year/what-if',
  permission: 'performance.report',
  params: yearParams,
  form: scenarioForm,
  page: tryPage,
  async run(tx, { params, input, actor, services }) {
    const cycle = await cycleOfYear(tx, params.year);
    if (!cycle) return notFound(shared.words('noYear'));
    if (!unitsHolding(actor, 'performance.report').includes(input.unit)) return fail('SCENARIO_UNIT', messages.words('notYours'), { fields: { unit: messages.words('notYours') } });
    const known = new Set(scoredLines(await indicatorsOf(tx, cycle.id)).map(({ key }) => key));
    const values = new Map<string, Scaled>();
    for (const { key, value } of input.lines) {
      const parsed = parseTyped(value);
      if (!known.has(key) || !parsed.ok) return fail('SCENARIO_VALUE', messages.words('badLine', { key }));
      values.set(key, parsed.value.value);
    }
    if (values.size === 0) return fail('SCENARIO_EMPTY', messages.words('nothing'));
    const now = services.clock.now();
    const open = input.scenario && /^\d{1,9}$/.test(input.scenario) ? await scenarioById(tx, cycle.id, Number(input.scenario)) : undefined;
    const over = open?.name === input.name && open.unitId === input.unit ? open : undefined;
    if (over && !(await changeScenario(tx, { id: over.id, rev: Number(input.rev) }, values, now))) return fail('SCENARIO_CHANGED', messages.words('stale'), { fields: { name: messages.words('stale') } });
    const id = over?.id ?? await addScenario(tx, { cycleId: cycle.id, unitId: input.unit, name: input.name, values }, now);
    if (id === undefined) return fail('SCENARIO_NAME_TAKEN', messages.words('taken'), { fields: { name: messages.words('taken') } });
    return ok({
      audit: { action: 'performance.scenario-saved', subject: { type: 'performance.scenario', id }, unitId: input.unit, detail: { name: input.name, values: Object.fromEntries([...values].map(([key, value]) => [key, scaledText(value)])) } },
      goTo: tryAddress(params.year, values, { scenario: String(id) }),
      flash: messages.words('saved'),
    });
  },
});
