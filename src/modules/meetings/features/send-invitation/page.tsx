// The invitation before it goes out: the memo as it will be, beside who signs it and how fast.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Sheet, SheetLine } from '../../../../ui/components/sheet.tsx';
import { PaperDesk, StickyActions } from '../../../../ui/layouts/desk.tsx';
import { urgencyStamps } from '../../../correspondence/index.ts';
import { meetingForPage, permissions } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { standingsOf } from '../../office.ts';
import type { Standing } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { listAgendaItems } from '../../store/agenda.ts';
import { listInvitations } from '../../store/invitations.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { invitationForm, urgencies } from './form.ts';
import { invitationText } from './letter.ts';
import { messages } from './messages.ts';

interface Data {
  readonly meeting: MeetingRow;
  readonly guests: readonly InvitationRow[];
  readonly standings: readonly Standing[];
  readonly hasAgenda: boolean;
}

export const sendInvitationPage = definePage({
  path: '/meetings/:id/invite',
  permission: permissions.plan,
  frame: 'full',
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await meetingForPage(tx, params.id, 'invite', permissions.plan);
    if (!meeting.ok) return meeting;
    const guests = (await listInvitations(tx, params.id)).filter((one) => one.sentAt === null);
    const standings = await standingsOf(tx, tx.actor.id, services.clock.today());
    return ok({ meeting: meeting.value, guests, standings, hasAgenda: (await listAgendaItems(tx, params.id)).length > 0 });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: InviteView,
});

function InviteView({ meeting, guests, standings, hasAgenda }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = meetingHref(meeting.id, '/invite');
  const common = { ui, action, form: invitationForm };
  const letter = invitationText(meeting, {});
  const crumbs = [{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }];
  const paper = (
    <Sheet label={t('preview')} near free>
      <SheetLine id="letter-subject" indent="flat"><strong>เรื่อง</strong> {letter.subject}</SheetLine>
      <SheetLine id="letter-to" indent="flat"><strong>เรียน</strong> {guests.map((guest) => (guest.positionId === null ? guest.name : guest.position)).join(' ')}</SheetLine>
      {letter.paragraphs.map((text, index) => <SheetLine id={`letter-${index}`}>{text}</SheetLine>)}
    </Sheet>
  );
  const maySend = guests.length > 0 && standings.length > 0;
  const side = (
    <div class="stack">
      <h1>{t('title')}</h1>
      {guests.length === 0 ? <EmptyState title={t('empty')} action={<ButtonLink href={meetingHref(meeting.id, '/guests')}>{shared.in(ui.lang)('back')}</ButtonLink>}>{t('emptyText')}</EmptyState> : null}
      {hasAgenda ? null : <Notice kind="warn">{t('noAgenda')}</Notice>}
      {standings.length === 0 ? <Notice kind="error">{t('noStanding')}</Notice> : null}
      {maySend ? (
        <ActionForm ui={ui} action={action} form={invitationForm} class="form" id="send">
          <p class="quiet">{t('recipients', { n: guests.length })}</p>
          <FormField {...common} name="signer" as="radios" value={standings.find((one) => one.unitId === meeting.ownerUnitId)?.positionId ?? standings[0]?.positionId}
            options={standings.map((one) => ({ value: String(one.positionId), label: one.authority.words ?? one.position }))} />
          <FormField {...common} name="urgency" as="select" value="ordinary" options={urgencies.map((urgency) => ({ value: urgency, label: urgencyStamps[urgency] || t('ordinary') }))} />
          <FormField {...common} name="replyBy" />
          <FormField {...common} name="more" rows={2} />
          <StickyActions><Button kind="main">{t('submit')}</Button><ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink></StickyActions>
        </ActionForm>
      ) : null}
    </div>
  );
  return <PaperDesk crumbs={crumbs} paper={paper} side={side} jump={maySend ? { href: '#send', label: t('submit') } : undefined} />;
}
