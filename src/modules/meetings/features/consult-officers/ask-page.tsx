// The clerk or the head passes the minutes to officers of the unit.
import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Checkboxes } from '../../../../ui/components/choices.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { listPeople } from '../../../organisation/index.ts';
import { answerParams, keys, ownAnswer } from '../../circulation/access.ts';
import type { OwnAnswer } from '../../circulation/access.ts';
import { certifyHref } from '../../circulation/facts.ts';
import { messages as shared } from '../../messages.ts';
import { referenceText } from '../../shown.ts';
import { listConsultations } from '../../store/suggestions.ts';
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
