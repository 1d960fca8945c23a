// Editing, postponing and cancelling: three small pages of one shape.
import type { ComponentChildren, VNode } from 'preact';
import type { AnyForm } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { meetingForPage, permissions } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { dayText, hoursText, meetingHref, numberText, placeText, referenceText } from '../../shown.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { DetailFields } from '../plan-meeting/fields.tsx';
import { cancelForm, editForm, postponeForm } from './form.ts';
import { messages } from './messages.ts';

function Frame({ meeting, ui, title, children }: { meeting: MeetingRow; ui: Ui; title: string; children: ComponentChildren }): VNode {
  return (
    <div class="stack">
      <PageHead title={title} sub={meeting.title}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: title }]} />
      {children}
    </div>
  );
}

function Buttons({ ui, meeting, label, danger }: { ui: Ui; meeting: MeetingRow; label: string; danger?: boolean }): VNode {
  return (
    <ButtonRow>
      <Button kind={danger ? 'danger' : 'main'}>{label}</Button>
      <ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink>
    </ButtonRow>
  );
}

function Now({ ui, meeting }: { ui: Ui; meeting: MeetingRow }): VNode {
  return (
    <DefinitionList items={[
      { term: messages.in(ui.lang)('now'), value: `${dayText(ui.lang, meeting.heldOn, 'weekday')} ${hoursText(meeting.startsAt, meeting.endsAt)}` },
      { term: shared.in(ui.lang)('place'), value: placeText(meeting) },
    ]} />
  );
}

const fields = (ui: Ui, action: string, form: AnyForm) => ({ ui, action, form });

export const editMeetingPage = definePage({
  path: '/meetings/:id/edit',
  permission: permissions.plan,
  params: meetingParams,
  load: (tx, { params }) => meetingForPage(tx, params.id, 'edit', permissions.plan),
  title: (_meeting, ui) => messages.in(ui.lang)('editTitle'),
  view: (meeting, ui) => {
    const action = meetingHref(meeting.id, '/edit');
    const t = messages.in(ui.lang);
    return (
      <Frame meeting={meeting} ui={ui} title={t('editTitle')}>
        <ActionForm ui={ui} action={action} form={editForm} class="form">
          <DetailFields {...fields(ui, action, editForm)} meeting={meeting} />
          <Buttons ui={ui} meeting={meeting} label={t('submitEdit')} />
        </ActionForm>
      </Frame>
    );
  },
});

export const postponeMeetingPage = definePage({
  path: '/meetings/:id/postpone',
  permission: permissions.plan,
  params: meetingParams,
  load: (tx, { params }) => meetingForPage(tx, params.id, 'postpone', permissions.plan),
  title: (_meeting, ui) => messages.in(ui.lang)('postponeTitle'),
  view: (meeting, ui) => {
    const action = meetingHref(meeting.id, '/postpone');
    const t = messages.in(ui.lang);
    const common = fields(ui, action, postponeForm);
    return (
      <Frame meeting={meeting} ui={ui} title={t('postponeTitle')}>
        <Now ui={ui} meeting={meeting} />
        <Notice>{t('postponeText')}</Notice>
        <ActionForm ui={ui} action={action} form={postponeForm} class="form">
          <FieldsRow>
            <FormField {...common} name="heldOn" />
            <FormField {...common} name="startsAt" value={meeting.startsAt} />
            <FormField {...common} name="endsAt" value={meeting.endsAt} />
          </FieldsRow>
          <FormField {...common} name="reason" />
          <Buttons ui={ui} meeting={meeting} label={t('submitPostpone')} />
        </ActionForm>
      </Frame>
    );
  },
});

export const cancelMeetingPage = definePage({
  path: '/meetings/:id/cancel',
  permission: permissions.plan,
  params: meetingParams,
  load: (tx, { params }) => meetingForPage(tx, params.id, 'cancel', permissions.plan),
  title: (_meeting, ui) => messages.in(ui.lang)('cancelTitle'),
  view: (meeting, ui) => {
    const action = meetingHref(meeting.id, '/cancel');
    const t = messages.in(ui.lang);
    return (
      <Frame meeting={meeting} ui={ui} title={t('cancelTitle')}>
        <Now ui={ui} meeting={meeting} />
        <Notice kind="warn">{t('cancelText', { number: numberText(meeting) })}</Notice>
        <ActionForm ui={ui} action={action} form={cancelForm} class="form">
          <FormField {...fields(ui, action, cancelForm)} name="reason" />
          <Buttons ui={ui} meeting={meeting} label={t('submitCancel')} danger />
        </ActionForm>
      </Frame>
    );
  },
});
