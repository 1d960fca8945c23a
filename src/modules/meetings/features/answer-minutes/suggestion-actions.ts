// Suggestions of the unit while its answer is prepared: written, reworded, taken out, taken over from an officer.
import type { Tx } from '../../../../platform/db/database.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { answerParams, closedFor, keys, lockedOwnAnswer, suggestionParams } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { certifyHref } from '../../circulation/facts.ts';
import { suggestionFrom } from '../../circulation/suggestions.ts';
import { saveAnswerDraft } from '../../store/circulations.ts';
import { findSuggestion, insertSuggestion, takeOver, updateSuggestion, withdrawSuggestion } from '../../store/suggestions.ts';
import { draftForm, suggestionForm } from './form.ts';
import { messages } from './messages.ts';
import { certifyAnswerPage } from './page.tsx';

/** An answer that is still being prepared. */
async function preparing(tx: Tx, meetingId: number, answerId: number): Promise<Result<OwnAnswer>> {
  const found = await lockedOwnAnswer(tx, meetingId, answerId);
  if (!found.ok) return found;
  const closed = closedFor(found.value);
  if (!closed.ok) return closed;
  return found.value.answer.answeredAt ? fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 }) : found;
}

const entry = (action: string, id: number, { answer, meeting }: OwnAnswer, detail: Record<string, unknown> = {}) => ({
  action, subject: { type: 'meetings.suggestion', id }, unitId: meeting.ownerUnitId, detail: { answerId: answer.id, ...detail },
});

export const suggestAction = defineAction({
  path: '/meetings/:id/certify/:answer/suggest',
  permission: keys.certify,
  params: answerParams,
  form: suggestionForm,
  page: certifyAnswerPage,
  async run(tx, { params, input, services }) {
    const found = await preparing(tx, params.id, params.answer);
    if (!found.ok) return found;
    const { answer, circulation, version } = found.value;
    const made = suggestionFrom(version.content, { ...input, text: input.text });
    if (!made.ok) return made;
    const next = { ...made.value, reason: input.reason ?? '' };
    const goTo = `${certifyHref(params.id, answer.id)}?line=${encodeURIComponent(input.lineId)}#l-${input.lineId}`;
    if (input.suggestion !== undefined) {
      const own = await findSuggestion(tx, input.suggestion);
      if (own?.answerId !== answer.id || !(await updateSuggestion(tx, own.id, next))) return notFound();
      return ok({ audit: entry('meetings.suggestion-changed', own.id, found.value), goTo: withoutLine(goTo), flash: messages.words('changed') });
    }
    const id = await insertSuggestion(tx, { circulationId: circulation.id, answerId: answer.id, versionId: version.id, unit: answer.unit, ...next }, services.clock.now());
    return ok({ audit: entry('meetings.suggestion-made', id, found.value, { lineId: input.lineId }), goTo: withoutLine(goTo), flash: messages.words('added') });
  },
});

/** Back to the part that holds the line, with nothing chosen: the correction stands in the text. */
function withoutLine(address: string): string {
  return address.replace('?line=', '?at=');
}

export const withdrawSuggestionAction = defineAction({
  path: '/meetings/:id/certify/:answer/suggestions/:suggestion/withdraw',
  permission: keys.certify,
  params: suggestionParams,
  form: draftForm,
  page: certifyAnswerPage,
  async run(tx, { params, input, services }) {
    const found = await preparing(tx, params.id, params.answer);
    if (!found.ok) return found;
    const suggestion = await findSuggestion(tx, params.suggestion);
    if (suggestion?.answerId !== params.answer) return notFound();
    const at = services.clock.now();
    // An officer's own words stay the officer's: they only leave the unit's answer.
    const done = suggestion.consultationId === null ? await withdrawSuggestion(tx, suggestion.id, at) : await takeOver(tx, suggestion.id, null);
    if (!done) return notFound();
    await saveAnswerDraft(tx, params.answer, { answer: input.answer ?? null, remarks: input.remarks ?? '' }, at);
    return ok({ audit: entry('meetings.suggestion-withdrawn', suggestion.id, found.value), goTo: certifyHref(params.id, params.answer, '#answer'), flash: messages.words('withdrawn') });
  },
});

export const takeOverSuggestionAction = defineAction({
  path: '/meetings/:id/certify/:answer/suggestions/:suggestion/take',
  permission: keys.certify,
  params: suggestionParams,
  form: emptyForm,
  page: certifyAnswerPage,
  async run(tx, { params, services }) {
    const found = await preparing(tx, params.id, params.answer);
    if (!found.ok) return found;
    const suggestion = await findSuggestion(tx, params.suggestion);
    if (suggestion?.answerId !== params.answer || !(await takeOver(tx, suggestion.id, services.clock.now()))) return notFound();
    return ok({ audit: entry('meetings.suggestion-taken-over', suggestion.id, found.value, { from: suggestion.personName }), goTo: certifyHref(params.id, params.answer, '#answer'), flash: messages.words('taken') });
  },
});
