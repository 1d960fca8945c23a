// What an officer says: lines that should read otherwise, a remark, or nothing to correct.
import type { Tx } from '../../../../platform/db/database.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { keys } from '../../circulation/access.ts';
import { consultHref } from '../../circulation/facts.ts';
import { tellUnit } from '../../circulation/notices.ts';
import { suggestionFrom } from '../../circulation/suggestions.ts';
import { findSuggestion, insertSuggestion, recordConsultation, updateSuggestion, withdrawSuggestion } from '../../store/suggestions.ts';
import { suggestionForm } from '../answer-minutes/form.ts';
import { messages as certify } from '../answer-minutes/messages.ts';
import { remarkForm } from './form.ts';
import { loadRequest, requestId, requestParams } from './load.ts';
import type { OfficerRequest } from './load.ts';
import { messages } from './messages.ts';
import { remarkPage } from './remark-page.tsx';

/** A request that still takes words: not withdrawn, its unit has not answered. */
async function openRequest(tx: Tx, consultationId: number): Promise<Result<OfficerRequest>> {
  const found = await loadRequest(tx, consultationId);
  if (!found.ok) return found;
  return found.value.answer.answeredAt || found.value.circulation.withdrawnAt ? fail('OVER', messages.words('over'), { status: 409 }) : found;
}

export const remarkAction = defineAction({
  path: '/certify/consult/:consultation',
  permission: keys.certify,
  params: requestParams,
  form: remarkForm,
  page: remarkPage,
  async run(tx, { params: { consultation }, input, services, actor }) {
    const found = await openRequest(tx, consultation);
    if (!found.ok) return found;
    const { asked, suggestions, meeting, answer } = found.value;
    if (input.nothing && (input.remark || suggestions.length > 0)) return fail('NOT_BOTH', messages.words('notBoth'), { fields: { nothing: messages.words('notBoth') } });
    if (!input.nothing && !input.remark && suggestions.length === 0) return fail('NOTHING_SAID', messages.words('needWords'), { fields: { remark: messages.words('needWords') } });
    // Suggestions without a remark are an answer too: an empty remark says "see the lines".
    await recordConsultation(tx, asked.id, input.nothing ? null : input.remark ?? '', services.clock.now());
    await tellUnit(tx, meeting, answer, actor.name, [], services.clock.today());
    return ok({
      audit: { action: 'meetings.consultation-answered', subject: { type: 'meetings.consultation', id: asked.id }, unitId: meeting.ownerUnitId, detail: { nothing: input.nothing, suggestions: suggestions.length } },
      goTo: consultHref(asked.id), flash: messages.words('sent'),
    });
  },
});

export const officerSuggestAction = defineAction({
  path: '/certify/consult/:consultation/suggest',
  permission: keys.certify,
  params: requestParams,
  form: suggestionForm,
  page: remarkPage,
  async run(tx, { params: { consultation }, input, services }) {
    const found = await openRequest(tx, consultation);
    if (!found.ok) return found;
    const { asked, answer, circulation, version, meeting } = found.value;
    const made = suggestionFrom(version.content, { ...input, text: input.text });
    if (!made.ok) return made;
    const next = { ...made.value, reason: input.reason ?? '' };
    const goTo = `${consultHref(asked.id)}?at=${encodeURIComponent(input.lineId)}#l-${input.lineId}`;
    const own = input.suggestion === undefined ? undefined : await findSuggestion(tx, input.suggestion);
    if (input.suggestion !== undefined && (own?.consultationId !== asked.id || own.takenOverAt || !(await updateSuggestion(tx, own.id, next)))) return notFound();
    const suggestionId = own?.id ?? (await insertSuggestion(tx, { circulationId: circulation.id, answerId: answer.id, consultationId: asked.id, versionId: version.id, unit: answer.unit, ...next }, services.clock.now()));
    return ok({
      audit: { action: own ? 'meetings.suggestion-changed' : 'meetings.suggestion-made', subject: { type: 'meetings.suggestion', id: suggestionId }, unitId: meeting.ownerUnitId, detail: { consultationId: asked.id, lineId: input.lineId } },
      goTo, flash: certify.words(own ? 'changed' : 'added'),
    });
  },
});

export const officerWithdrawAction = defineAction({
  path: '/certify/consult/:consultation/suggestions/:suggestion/withdraw',
  permission: keys.certify,
  params: requestParams.extend({ suggestion: requestId }),
  form: emptyForm,
  page: remarkPage,
  async run(tx, { params: { consultation, suggestion }, services }) {
    const found = await openRequest(tx, consultation);
    if (!found.ok) return found;
    const own = found.value.suggestions.find((one) => one.id === suggestion && one.takenOverAt === null);
    if (!own || !(await withdrawSuggestion(tx, own.id, services.clock.now()))) return notFound();
    return ok({
      audit: { action: 'meetings.suggestion-withdrawn', subject: { type: 'meetings.suggestion', id: own.id }, unitId: found.value.meeting.ownerUnitId },
      goTo: consultHref(consultation), flash: certify.words('withdrawn'),
    });
  },
});
