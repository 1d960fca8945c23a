import type { AuditEntry } from '../../../../platform/audit/audit.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { enqueue } from '../../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { answerParams, closedFor, keys, lockedOwnAnswer } from '../../circulation/access.ts';
import { certifyHref } from '../../circulation/facts.ts';
import { settleCirculationJob } from '../../circulation/jobs.ts';
import { answerWords } from '../../circulation/messages.ts';
import { tellSecretariat } from '../../circulation/notices.ts';
import { authorityToAnswer } from '../../circulation/office.ts';
import { deemedEntry } from '../../circulation/settle.ts';
import { deemAnswer } from '../../store/certification.ts';
import { recordAnswer, saveAnswerDraft } from '../../store/circulations.ts';
import { listSuggestions, submitSuggestions } from '../../store/suggestions.ts';
import { answerForm, draftForm } from './form.ts';
import { messages } from './messages.ts';
import { certifyAnswerPage } from './page.tsx';

/**
 * Signs and sends the answer. The row of the addressee is locked: an answer and the deadline follow each other, and the
 * second of two answers is refused. After the deadline the addressee counts as deemed; the answer is kept beside it as late.
 */
export const answerMinutesAction = defineAction({
  path: '/meetings/:id/certify/:answer',
  permission: keys.certify,
  params: answerParams,
  form: answerForm,
  page: certifyAnswerPage,
  async run(tx, { params, input, services, actor }) {
    const found = await lockedOwnAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    const closed = closedFor(found.value);
    if (!closed.ok) return closed;
    const { answer, circulation, meeting, minutes } = found.value;
    if (answer.answeredAt) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    const today = services.clock.today();
    const signs = await authorityToAnswer(tx, actor, answer, today);
    if (!signs) return fail('NOT_THE_ANSWERER', messages.words('notYours'));
    const own = (await listSuggestions(tx, { answerId: answer.id })).filter((one) => one.submittedAt === null && (one.consultationId === null || one.takenOverAt !== null));
    if (input.answer === 'certified' && own.length > 0) return fail('HAS_SUGGESTIONS', messages.words('hasSuggestions', { n: own.length }), { fields: { answer: messages.words('hasSuggestions', { n: own.length }) } });
    if (input.answer === 'certified-with-corrections' && own.length === 0 && !input.remarks) return fail('NO_SUGGESTIONS', messages.words('noSuggestions'), { fields: { answer: messages.words('noSuggestions') } });

    const at = services.clock.now();
    const audit: AuditEntry[] = [];
    // The time may be over although the deadline's job has not run yet: the answer is late all the same.
    if (at >= circulation.deadlineAt && (await deemAnswer(tx, answer.id, circulation.ruleWords, at))) audit.push(deemedEntry(circulation, answer));
    const late = at >= circulation.deadlineAt || answer.state === 'deemed';
    const recorded = await recordAnswer(tx, answer.id, {
      answer: input.answer, remarks: input.remarks ?? '', answeredOn: today, personId: actor.id, name: actor.name, position: signs.position,
      authority: signs.authority, via: 'online',
    }, at);
    if (!recorded) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    await submitSuggestions(tx, answer.id, late, at);
    const said = answerWords(input.answer);
    await tellSecretariat(tx, meeting, minutes, late ? 'answeredLate' : 'answered', { th: { unit: answer.addresseeName, answer: said.th }, en: { unit: answer.addresseeName, answer: said.en } }, today);
    if (!late) await enqueue(tx, settleCirculationJob, { circulationId: circulation.id });
    audit.push({
      action: late ? 'meetings.minutes-answered-late' : 'meetings.minutes-answered', subject: { type: 'meetings.circulation-answer', id: answer.id },
      unitId: meeting.ownerUnitId, authority: signs.authority,
      detail: { meetingId: meeting.id, circulationId: circulation.id, addressee: answer.addresseeName, answer: input.answer, suggestions: own.length },
    });
    return ok({ audit, goTo: certifyHref(meeting.id, answer.id, '/receipt'), flash: messages.words(late ? 'sentLate' : 'sent') });
  },
});

/** Keeps what was filled in; no effect outside the unit. */
export const saveAnswerDraftAction = defineAction({
  path: '/meetings/:id/certify/:answer/draft',
  permission: keys.certify,
  params: answerParams,
  form: draftForm,
  page: certifyAnswerPage,
  async run(tx, { params, input, services }) {
    const found = await lockedOwnAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    const { answer, meeting } = found.value;
    if (answer.answeredAt) return fail('ALREADY_ANSWERED', messages.words('already'), { status: 409 });
    await saveAnswerDraft(tx, answer.id, { answer: input.answer ?? null, remarks: input.remarks ?? '' }, services.clock.now());
    return ok({
      audit: { action: 'meetings.answer-draft-saved', subject: { type: 'meetings.circulation-answer', id: answer.id }, unitId: meeting.ownerUnitId },
      goTo: certifyHref(meeting.id, answer.id), flash: messages.words('saved'),
    });
  },
});
