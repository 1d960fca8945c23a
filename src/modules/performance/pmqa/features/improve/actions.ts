import { addEvidence } from '../../../../../platform/evidence/evidence-links.ts';
import { readFileRecords, takeFiles } from '../../../../../platform/files/file-records.ts';
import { emptyForm, type FormValues } from '../../../../../platform/forms/form.ts';
import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok, type Result } from '../../../../../platform/result.ts';
import { itemName, type YearBasics } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { yearIdParams, yearParams } from '../../params.ts';
import { addFollowUp, addPlanLine, changePlanLine, removePlanLine, type FollowUpMonth, type PlanInput } from '../../store/plan.ts';
import { evidenceSources } from '../fill-item/evidence.ts';
import { followUpType, readPlan, readPlanLine, type PlanData } from './load.ts';
import { messages } from './messages.ts';
import { followUpForm, newPlanPage, planForm, planHref, planLinePage } from './page.tsx';

const trail = (action: string, { record }: YearBasics, detail: Readonly<Record<string, unknown>>) => ({ action, subject: { type: 'performance.pmqa-assessment', id: record.id }, unitId: record.keeperUnitId, detail });

function lineOf(data: PlanData, input: FormValues<typeof planForm>): Result<PlanInput> {
  const at = (field: string, words: Parameters<typeof fail>[1]) => fail('PLAN_REFUSED', words, { fields: { [field]: words } });
  if (!itemName(data.edition, input.item)) return at('item', messages.words('noItem'));
  if (!data.units.has(input.unit)) return at('unit', shared.words('notAUnit'));
  if (input.done !== undefined && input.done > data.today) return at('done', messages.words('doneFuture'));
  return ok({ item: input.item, what: input.what, unitId: input.unit, dueOn: input.due, doneOn: input.done ?? null });
}

export const addPlanAction = defineAction({
  path: '/performance/pmqa/:year/plan/new',
  permission: 'performance.keep',
  params: yearParams,
  form: planForm,
  page: newPlanPage,
  async run(tx, { params, input, services }) {
    const data = await readPlan(tx, params.year, services);
    if (!data?.keeps) return notFound();
    const line = lineOf(data, input);
    if (!line.ok) return line;
    const id = await addPlanLine(tx, data.record.id, line.value, services.clock.now());
    return ok({ audit: trail('performance.pmqa-plan-saved', data, { line: id, after: line.value }), goTo: planHref(params.year), flash: messages.words('saved') });
  },
});

export const changePlanAction = defineAction({
  path: '/performance/pmqa/:year/plan/:id',
  permission: 'performance.keep',
  params: yearIdParams,
  form: planForm,
  page: planLinePage,
  async run(tx, { params, input, services }) {
    const data = await readPlanLine(tx, params.year, params.id, services);
    if (!data?.keeps) return notFound();
    const line = lineOf(data, input);
    if (!line.ok) return line;
    if (!(await changePlanLine(tx, { id: data.line.id, rev: input.rev }, line.value, services.clock.now()))) return fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
    return ok({ audit: trail('performance.pmqa-plan-saved', data, { line: data.line.id, before: data.line, after: line.value }), goTo: planHref(params.year), flash: messages.words('saved') });
  },
});

export const removePlanAction = defineAction({
  path: '/performance/pmqa/:year/plan/:id/remove',
  permission: 'performance.keep',
  params: yearIdParams,
  form: emptyForm,
  page: planLinePage,
  async run(tx, { params, services }) {
    const data = await readPlanLine(tx, params.year, params.id, services);
    if (!data?.keeps || !(await removePlanLine(tx, data.line.id, services.clock.now()))) return notFound();
    return ok({ audit: trail('performance.pmqa-plan-removed', data, { line: data.line.id }), goTo: planHref(params.year), flash: messages.words('removed') });
  },
});

/** How far a line is, with evidence; by the unit that does it or those that fill the assessment in. */
export const followUpAction = defineAction({
  path: '/performance/pmqa/:year/plan/:id/follow-up',
  permission: 'performance.report',
  params: yearIdParams,
  form: followUpForm,
  page: planLinePage,
  async run(tx, { params, input, actor, services }) {
    const data = await readPlanLine(tx, params.year, params.id, services);
    if (!data?.mayReport) return notFound();
    const id = await addFollowUp(tx, { lineId: data.line.id, month: Number(input.month) as FollowUpMonth, standing: input.standing, text: input.text }, services.clock.now());
    const own = (await readFileRecords(tx, input.files)).filter((one) => one.uploadedBy === actor.id);
    const files = await takeFiles(tx, own.map((file) => file.id), { unitId: data.record.keeperUnitId, readers: [...data.record.editors, data.line.unitId] });
    for (const file of files) {
      const added = await addEvidence(tx, evidenceSources, { for: { type: followUpType, id }, of: { type: 'platform.file', id: file.id }, readers: [...data.record.editors, data.line.unitId] });
      if (!added.ok) return added;
    }
    return ok({ audit: trail('performance.pmqa-plan-followed', data, { line: data.line.id, month: input.month, standing: input.standing, files: files.map(({ hash }) => hash) }), goTo: planHref(params.year, `/${data.line.id}`), flash: messages.words('followed') });
  },
});
