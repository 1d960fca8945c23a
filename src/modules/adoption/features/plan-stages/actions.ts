import type { Tx } from '../../../../platform/db/database.ts';
import { emptyForm, type FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../platform/result.ts';
import { addressedUnits } from '../../../correspondence/index.ts';
import type { Stage } from '../../domain/stages.ts';
import { keeps } from '../../keeper.ts';
import { addPlanLine, changePlanLine, planLine, withdrawPlanLine, type PlanInput } from '../../store/plan.ts';
import { planForm } from './form.ts';
import { messages } from './messages.ts';
import { editPlanPage, lineParams, newPlanPage } from './page.tsx';

const subject = (id: number) => ({ type: 'adoption.plan-line', id });
const taken = () => fail('PLAN_LINE_TAKEN', messages.words('taken'), { fields: { stage: messages.words('taken') } });

async function lineOf(tx: Tx, input: FormValues<typeof planForm>, today: string): Promise<Result<PlanInput>> {
  const known = new Set((await addressedUnits(tx, today)).map((unit) => unit.id));
  const unknown = (name: 'unit' | 'lead' | 'support') => fail('NO_SUCH_UNIT', messages.words('notAUnit'), { fields: { [name]: messages.words('notAUnit') } });
  if (input.unit !== undefined && !known.has(input.unit)) return unknown('unit');
  if (!known.has(input.lead)) return unknown('lead');
  if (input.support.some((id) => !known.has(id))) return unknown('support');
  return ok({ stage: Number(input.stage) as Stage, unitId: input.unit ?? null, dueMonth: `${input.month.slice(0, 7)}-01`, leadUnitId: input.lead, supportingUnitIds: input.support, note: input.note ?? '' });
}

export const addPlanAction = defineAction({
  path: '/adoption/plan/new',
  permission: 'adoption.keep',
  form: planForm,
  page: newPlanPage,
  async run(tx, { input, services }) {
    if (!(await keeps(tx, services.clock.today()))) return notFound();
    const line = await lineOf(tx, input, services.clock.today());
    if (!line.ok) return line;
    const id = await addPlanLine(tx, line.value, services.clock.now());
    if (id === undefined) return taken();
    return ok({ audit: { action: 'adoption.plan-changed', subject: subject(id), detail: { after: line.value } }, goTo: '/adoption/plan', flash: messages.words('saved') });
  },
});

export const changePlanAction = defineAction({
  path: '/adoption/plan/:id',
  permission: 'adoption.keep',
  params: lineParams,
  form: planForm,
  page: editPlanPage,
  async run(tx, { input, params, services }) {
    const before = (await keeps(tx, services.clock.today())) ? await planLine(tx, params.id) : undefined;
    if (!before) return notFound(messages.words('gone'));
    const line = await lineOf(tx, input, services.clock.today());
    if (!line.ok) return line;
    if (!(await changePlanLine(tx, params.id, line.value, services.clock.now()))) return taken();
    return ok({ audit: { action: 'adoption.plan-changed', subject: subject(params.id), detail: { before, after: line.value } }, goTo: '/adoption/plan', flash: messages.words('saved') });
  },
});

export const withdrawPlanAction = defineAction({
  path: '/adoption/plan/:id/withdraw',
  permission: 'adoption.keep',
  params: lineParams,
  form: emptyForm,
  page: editPlanPage,
  async run(tx, { params, services }) {
    if (!(await keeps(tx, services.clock.today())) || !(await withdrawPlanLine(tx, params.id, services.clock.now()))) return notFound(messages.words('gone'));
    return ok({ audit: { action: 'adoption.plan-line-withdrawn', subject: subject(params.id) }, goTo: '/adoption/plan', flash: messages.words('withdrawn') });
  },
});
