// Officers are asked and no longer asked, and what they say is taken over.
import type { Tx } from '../../../../platform/db/database.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { answerConsultationParams, answerParams, closedFor, keys, lockedOwnAnswer } from '../../circulation/access.ts';
import { certifyHref, consultHref } from '../../circulation/facts.ts';
import { tellOfficers } from '../../circulation/notices.ts';
import { findPeople } from '../../office.ts';
import type { PersonFound } from '../../office.ts';
import { findAnswerDraft, saveAnswerDraft } from '../../store/circulations.ts';
import { findConsultation, insertConsultation, withdrawConsultation } from '../../store/suggestions.ts';
import { messages as certify } from '../answer-minutes/messages.ts';
import { consultPage } from './ask-page.tsx';
import { consultForm } from './form.ts';
import { messages } from './messages.ts';

async function peopleNamed(tx: Tx, ids: readonly number[], others: string | undefined, day: string): Promise<Result<PersonFound[]>> {
  const found = ids.length > 0 ? await findPeople(tx, day, { ids }) : [];
  for (const text of (others ?? '').split(/[,،]/u).map((one) => one.trim()).filter(Boolean)) {
    const matches = await findPeople(tx, day, { words: text }, 2);
    const [one] = matches;
    if (!one || matches.length > 1) return fail('NO_SUCH_PERSON', messages.words('notFound', { text }), { fields: { others: messages.words('notFound', { text }) } });
    if (!found.some((other) => other.id === one.id)) found.push(one);
  }
  if (found.length === 0) return fail('NOBODY', messages.words('choose'), { fields: { people: messages.words('choose') } });
  return ok(found);
}

export const consultAction = defineAction({
  path: '/meetings/:id/certify/:answer/consult',
  permission: keys.certify,
  params: answerParams,
  form: consultForm,
  page: consultPage,
  async run(tx, { params, input, services }) {
    const found = await lockedOwnAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    const closed = closedFor(found.value);
    if (!closed.ok) return closed;
    const { answer, meeting } = found.value;
    if (answer.answeredAt) return fail('ALREADY_ANSWERED', certify.words('already'), { status: 409 });
    const people = await peopleNamed(tx, input.people, input.others, services.clock.today());
    if (!people.ok) return people;
    const officers: { personId: number; href: string }[] = [];
    for (const person of people.value) {
      const id = await insertConsultation(tx, answer.id, { personId: person.id, name: person.name }, input.note ?? '', services.clock.now());
      officers.push({ personId: person.id, href: consultHref(id) });
    }
    await tellOfficers(tx, meeting, officers, answer.unit || answer.addresseeName);
    return ok({
      audit: { action: 'meetings.officers-consulted', subject: { type: 'meetings.circulation-answer', id: answer.id }, unitId: meeting.ownerUnitId, detail: { meetingId: meeting.id, people: people.value.map((one) => one.id) } },
      goTo: certifyHref(meeting.id, answer.id, '#officers'), flash: messages.words('asked', { n: officers.length }),
    });
  },
});

export const withdrawConsultationAction = defineAction({
  path: '/meetings/:id/certify/:answer/consult/:consultation/withdraw',
  permission: keys.certify,
  params: answerConsultationParams,
  form: emptyForm,
  page: consultPage,
  async run(tx, { params, services }) {
    const found = await lockedOwnAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    const asked = await findConsultation(tx, params.consultation);
    if (asked?.answerId !== params.answer || asked.answeredAt) return notFound();
    await withdrawConsultation(tx, asked.id, services.clock.now());
    return ok({
      audit: { action: 'meetings.consultation-withdrawn', subject: { type: 'meetings.consultation', id: asked.id }, unitId: found.value.meeting.ownerUnitId },
      goTo: certifyHref(params.id, params.answer, '/consult'), flash: messages.words('withdrawn'),
    });
  },
});

/** An officer's remark goes behind what the unit has written so far. */
export const takeRemarkAction = defineAction({
  path: '/meetings/:id/certify/:answer/consult/:consultation/take',
  permission: keys.certify,
  params: answerConsultationParams,
  form: emptyForm,
  page: consultPage,
  async run(tx, { params, services }) {
    const found = await lockedOwnAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    const asked = await findConsultation(tx, params.consultation);
    if (asked?.answerId !== params.answer || !asked.remark || found.value.answer.answeredAt) return notFound();
    const draft = await findAnswerDraft(tx, params.answer);
    const remarks = [draft?.remarks, asked.remark].filter(Boolean).join('\n');
    await saveAnswerDraft(tx, params.answer, { answer: draft?.answer ?? null, remarks }, services.clock.now());
    return ok({
      audit: { action: 'meetings.remark-taken-over', subject: { type: 'meetings.consultation', id: asked.id }, unitId: found.value.meeting.ownerUnitId },
      goTo: certifyHref(params.id, params.answer, '#answer'), flash: messages.words('remarkTaken'),
    });
  },
});
