// One screen for a meeting: where it stands, what comes next, and everything that belongs to it.
import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { SimilarRecords } from '../../../../platform/search/similar.tsx';
import { bangkokTime } from '../../../../thai/index.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Menu } from '../../../../ui/components/menu.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { permissions } from '../../access.ts';
import { certifyHref } from '../../circulation/facts.ts';
import { mayStep } from '../../domain/meeting-state.ts';
import type { MeetingStep } from '../../domain/meeting-state.ts';
import { messages as shared, stateMarks, stateWords, stepWords } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { dayText, hoursText, meetingHref, placeText, referenceText } from '../../shown.ts';
import { CirculationSection } from '../show-circulation/section.tsx';
import { loadMeeting } from './load.ts';
import type { MeetingScreen } from './load.ts';
import { messages } from './messages.ts';
import { AgendaPart, AttendancePart, ChangesPart, GuestsPart, MinutesPart, OpenPointsPart, replyState, ResolutionsPart } from './parts.tsx';

/** Where each step is taken. */
export const stepAddress: Readonly<Record<MeetingStep, string>> = {
  edit: '/edit', postpone: '/postpone', cancel: '/cancel', 'change-agenda': '/agenda', 'change-guests': '/guests', invite: '/invite',
  'record-attendance': '/attendance', 'write-minutes': '/minutes/edit', 'sign-drafter': '/minutes/sign', 'sign-checker': '/minutes/sign',
  'undo-signature': '/minutes/sign', circulate: '/circulate', 'certify-in-meeting': '/certify-in-meeting',
};

export const showMeetingPage = definePage({
  path: '/meetings/:id',
  permission: permissions.see,
  params: meetingParams,
  load: (tx, { params, services }) => loadMeeting(tx, params.id, { day: services.clock.today(), time: bangkokTime(services.clock.now()) }),
  title: (screen, _ui) => `${screen.meeting.committeeName} ${referenceText(screen.meeting)}`,
  view: MeetingView,
});

function MeetingView(screen: MeetingScreen, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { meeting, next } = screen;
  // An answer that the reader owes comes before the secretariat's next step.
  const certifies = screen.circulation?.circulation?.closedAt ? undefined : screen.circulation?.own;
  const main = !certifies && next && screen.steps.includes(next) ? next : undefined;
  // The drafter's and the checker's signature are one page.
  const others = [...new Map(screen.steps.filter((step) => step !== main).map((step) => [stepAddress[step], step])).values()];
  const menu = [
    { label: t('calendar'), href: meetingHref(meeting.id, '/calendar.ics'), plainVisit: true },
    ...others.map((step) => ({ label: ui.text(stepWords[step]), href: meetingHref(meeting.id, stepAddress[step]) })),
  ];
  return (
    <div class="stack">
      <PageHead title={meeting.title} sub={`${meeting.committeeName} · ${referenceText(meeting)}`}
        crumbs={[{ label: s('meetings'), href: '/meetings' }, { label: referenceText(meeting) }]}
        actions={<>
          {certifies ? <ButtonLink kind="main" href={certifyHref(meeting.id, certifies)}>{t('certify')}</ButtonLink> : null}
          {main ? <ButtonLink kind="main" href={meetingHref(meeting.id, stepAddress[main])}>{ui.text(stepWords[main])}</ButtonLink> : null}
          <Menu label={t('more')} items={menu} />
        </>} />
      {screen.own.map((invitation) => (
        <Notice kind={invitation.reply === 'none' ? 'warn' : 'info'} title={invitation.reply === 'none' ? t('yourReply') : `${t('yourAnswer')}: ${replyState(invitation, ui.lang).text}`}>
          {mayStep(meeting.state, 'change-guests')
            ? <p><a href={meetingHref(meeting.id, `/reply/${invitation.id}`)}>{invitation.reply === 'none' ? t('reply') : t('changeReply')}</a>{invitation.name ? ` (${invitation.name})` : null}</p>
            : null}
        </Notice>
      ))}
      <DefinitionList items={[
        { term: s('state'), value: <StateMark kind={stateMarks[meeting.state]}>{ui.text(stateWords[meeting.state])}</StateMark> },
        { term: s('date'), value: `${dayText(ui.lang, meeting.heldOn, 'weekday')} ${hoursText(meeting.startsAt, meeting.endsAt)}` },
        { term: s('place'), value: placeText(meeting) },
        { term: s('link'), value: meeting.link ? <a href={meeting.link} rel="noopener noreferrer">{t('join')}</a> : undefined },
        { term: t('invitation'), value: meeting.invitationLetterId ? <a href={`/letters/${meeting.invitationLetterId}`} data-turbo-prefetch="false">{meeting.invitationNumber}</a> : undefined },
      ]} />
      <CirculationSection circulation={screen.circulation} ui={ui} />
      <MinutesPart screen={screen} ui={ui} />
      <ResolutionsPart screen={screen} ui={ui} />
      <OpenPointsPart screen={screen} ui={ui} />
      <AgendaPart screen={screen} ui={ui} />
      <AttendancePart screen={screen} ui={ui} />
      <GuestsPart screen={screen} ui={ui} />
      <ChangesPart screen={screen} ui={ui} />
      <SimilarRecords type="meetings.meeting" id={meeting.id} ui={ui} />
    </div>
  );
}
