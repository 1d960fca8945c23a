// The clerk or the head passes the minutes to officers of the unit.
import type { VNode } from 'preact';
import { z } from 'zod';
import type { Tx } from '../../../../platform/db/database.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { ActionButton, ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Checkboxes } from '../../../../ui/components/choices.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { listPeople } from '../../../organisation/index.ts';
import { answerConsultationParams, answerParams, closedFor, keys, lockedOwnAnswer, ownAnswer } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { certifyHref, consultHref } from '../../circulation/facts.ts';
import { tellOfficers } from '../../circulation/notices.ts';
import { findPeople } from '../../office.ts';
import type { PersonFound } from '../../office.ts';
import { messages as shared } from '../../messages.ts';
import { referenceText } from '../../shown.ts';
import { findAnswerDraft, saveAnswerDraft } from '../../store/circulations.ts';
import { findConsultation, insertConsultation, listConsultations, withdrawConsultation } from '../../store/suggestions.ts';
import type { ConsultationRow } from '../../store/suggestions.ts';
import { messages as certify } from '../answer-minutes/messages.ts';
import { consultForm } from './form.ts';
import { messages } from './messages.ts';

interface Data extends OwnAnswer {
  readonly people: readonly { id: number; name: string; positionTitle: string | null }[];
  readonly asked: readonly ConsultationRow[];
}

export const consultPage = definePage({
  path: '/meetings/:id/certify/:answer/consult',
  permission: keys.certify,
  params: z.object({ ...answerParams.shape, consultation: z.coerce.number().optional() }),
  async load(tx, { params, services }) {
    const found = await ownAnswer(tx, params.id, params.answer);
    if (!found.ok) return found;
    const { unitId } = found.value.answer;
    const people = unitId === null ? [] : await listPeople(tx, services.clock.today(), { unitId, limit: 300 });
    const asked = (await listConsultations(tx, params.answer)).filter((one) => one.withdrawnAt === null);
    return ok<Data>({ ...found.value, asked, people: people.filter((one) => one.id !== tx.actor.id) });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: AskView,
});

function AskView({ meeting, answer, people, asked }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = certifyHref(meeting.id, answer.id, '/consult');
  const common = { ui, action, form: consultForm };
  const state = stateFor(ui, action);
  const typed = state.values['people'];
  const free = people.filter((one) => !asked.some((other) => other.personId === one.id));
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: certify.in(ui.lang)('title'), href: certifyHref(meeting.id, answer.id) }, { label: t('title') }]} />
      <p class="measure">{t('text')}</p>
      {asked.length > 0 ? (
        <Section title={t('already')}>
          <ul class="stack-s">
            {asked.map((one) => (
              <li class="cluster">
                <span>{one.personName}</span>
                <StateMark kind={one.answeredAt ? 'done' : 'wait'}>{certify.in(ui.lang)(one.answeredAt === null ? 'notYet' : one.nothingToAdd ? 'nothingToAdd' : 'hasAnswered')}</StateMark>
                {one.answeredAt === null ? <ActionButton ui={ui} action={certifyHref(meeting.id, answer.id, `/consult/${one.id}/withdraw`)} kind="quiet">{t('withdraw')}</ActionButton> : null}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <ActionForm ui={ui} action={action} form={consultForm} class="form">
        {free.length > 0 ? (
          <Checkboxes name="people" label={t('people')} arrange="two" optional value={typed === undefined ? [] : [typed].flat() as string[]}
            error={state.errors['people'] ? ui.text(state.errors['people']) : undefined} options={free.map((one) => ({ value: String(one.id), label: one.name, ...(one.positionTitle ? { hint: one.positionTitle } : {}) }))} />
        ) : null}
        <FormField {...common} name="others" />
        <FormField {...common} name="note" rows={2} />
        <ButtonRow>
          <Button kind="main">{t('submit')}</Button>
          <ButtonLink kind="quiet" href={certifyHref(meeting.id, answer.id)}>{shared.in(ui.lang)('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}

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
