import { defineAction } from '../../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../../platform/result.ts';
import { parseTyped, scaledText } from '../../../domain/numbers.ts';
import { itemOf } from '../../load.ts';
import { messages as shared } from '../../messages.ts';
import { itemParams, yearParams } from '../../params.ts';
import { addAssessmentEvent } from '../../store/assessments.ts';
import { saveAssessorAnswer, submitAsAssessor } from '../../store/assessors.ts';
import { ticksOf } from '../fill-item/form.ts';
import { readAssess } from './load.ts';
import { messages } from './messages.ts';
import { assessForm, assessHref, assessItemPage, assessPage, submitForm } from './page.tsx';

const subject = (id: number) => ({ type: 'performance.pmqa-assessment', id });

export const assessItemAction = defineAction({
  path: '/performance/pmqa/:year/assess/:item',
  permission: 'performance.assess',
  params: itemParams,
  form: assessForm,
  page: assessItemPage,
  async run(tx, { params, input, services }) {
    const data = await readAssess(tx, params.year, services);
    if (!data || !data.keys.includes(params.item) || data.record.state !== 'submitted' || data.me.submittedAt) return notFound();
    const item = itemOf(data.edition, params.item);
    const ticks = item ? ticksOf(item, input) : null;
    if (ticks === undefined) return notFound();
    const values: Record<string, string | null> = {};
    if (!item) {
      const lines = new Set(data.lines.filter((line) => line.item === params.item).map(({ id }) => id));
      for (const [at, row] of input.results.entries()) {
        if (!lines.has(row.id)) return notFound();
        const typed = row.value === undefined ? undefined : parseTyped(row.value);
        if (typed && !typed.ok) return fail('RESULT_REFUSED', shared.words('notANumber'), { fields: { [`results.${at}.value`]: shared.words('notANumber') } });
        values[String(row.id)] = typed ? scaledText(typed.value.value) : null;
      }
    }
    const saved = await saveAssessorAnswer(tx, { assessorId: data.me.id, item: params.item, ticks, results: item ? null : values, remark: input.remark ?? '', rev: input.rev }, services.clock.now());
    if (!saved) return fail('CHANGED_MEANWHILE', messages.words('stale'), { status: 409 });
    const next = input.then === 'next' ? data.keys[data.keys.indexOf(params.item) + 1] : undefined;
    // The trail says that an item was judged, not how: it is blind until it is submitted.
    return ok({ audit: { action: 'performance.pmqa-item-assessed', subject: subject(data.record.id), unitId: data.record.keeperUnitId, detail: { item: params.item } }, goTo: assessHref(params.year, next), flash: messages.words('saved') });
  },
});

export const submitScoresAction = defineAction({
  path: '/performance/pmqa/:year/assess/submit',
  permission: 'performance.assess',
  params: yearParams,
  form: submitForm,
  page: assessPage,
  async run(tx, { params, input, services }) {
    const data = await readAssess(tx, params.year, services);
    if (!data || data.record.state !== 'submitted' || data.me.submittedAt) return notFound();
    const judged = new Set(data.own.map(({ item }) => item));
    const missing = data.keys.filter((key) => !judged.has(key));
    if (missing.length > 0) return fail('ITEMS_UNJUDGED', messages.words('unjudged', { what: missing.join(' ') }));
    const now = services.clock.now();
    // The line of the history comes first: afterwards the assessor writes nothing more.
    await addAssessmentEvent(tx, data.record.id, 'assessor-submitted', '', now);
    if (!(await submitAsAssessor(tx, data.me.id, input.remark ?? '', now))) return notFound();
    return ok({ audit: { action: 'performance.pmqa-scores-submitted', subject: subject(data.record.id), unitId: data.record.keeperUnitId, detail: {} }, goTo: assessHref(params.year), flash: messages.words('submitted') });
  },
});

