import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Radios } from '../../../../ui/components/choices.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { permissions } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { invitationParams } from '../../params.ts';
import { dayText, hoursText, meetingHref, placeText, referenceText } from '../../shown.ts';
import { replyForm } from './form.ts';
import { loadAnswerable } from './load.ts';
import type { Answerable } from './load.ts';
import { messages } from './messages.ts';

export const replyInvitationPage = definePage({
  path: '/meetings/:id/reply/:invitation',
  permission: permissions.reply,
  params: invitationParams,
  load: (tx, { params }) => loadAnswerable(tx, params),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: ReplyView,
});

function ReplyView({ meeting, invitation, forSecretary }: Answerable, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const action = meetingHref(meeting.id, `/reply/${invitation.id}`);
  const common = { ui, action, form: replyForm };
  const state = stateFor(ui, action);
  const chosen = state.values['reply'] ?? (invitation.reply === 'none' ? 'coming' : invitation.reply);
  const error = state.errors['reply'];
  return (
    <div class="stack">
      <PageHead title={forSecretary ? t('forSecretary', { name: invitation.name || invitation.position }) : t('title')} sub={meeting.title}
        crumbs={[{ label: s('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]} />
      <DefinitionList items={[
        { term: s('date'), value: `${dayText(ui.lang, meeting.heldOn, 'weekday')} ${hoursText(meeting.startsAt, meeting.endsAt)}` },
        { term: s('place'), value: placeText(meeting) },
        { term: t('replyOf'), value: invitation.name },
        { term: t('invitedAs'), value: [invitation.position, invitation.role].filter(Boolean).join(' · ') },
      ]} />
      <ActionForm ui={ui} action={action} form={replyForm} class="form">
        <Radios name="reply" label={t('reply')} value={typeof chosen === 'string' ? chosen : chosen[0]} error={error ? ui.text(error) : undefined} options={[
          { value: 'coming', label: t('coming') },
          { value: 'representative', label: t('representative'), more: <><FormField {...common} name="representative" value={invitation.representativeName} /><FormField {...common} name="position" value={invitation.representativePosition} /></> },
          { value: 'not-coming', label: t('notComing'), more: <FormField {...common} name="reason" value={invitation.reason} /> },
        ]} />
        <ButtonRow>
          <Button kind="main">{t('submit')}</Button>
          <ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{s('back')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}
