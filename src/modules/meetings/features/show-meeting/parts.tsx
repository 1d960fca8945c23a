// The parts of the meeting screen: agenda, who comes, who came, minutes, resolutions, what changed.
import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Attachments } from '../../../../ui/components/attachment.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import type { StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Timeline } from '../../../../ui/components/timeline.tsx';
import { dueWords } from '../../../assignments/index.ts';
import { numberAgenda } from '../../domain/agenda-numbering.ts';
import { resolutionKindWords } from '../../messages.ts';
import { dayText, hoursText, meetingHref, timeText } from '../../shown.ts';
import type { PaperRow } from '../../store/agenda.ts';
import type { EarlierSignature } from '../../store/minutes.ts';
import type { InvitationRow } from '../../store/invitations.ts';
import type { MeetingScreen } from './load.ts';
import { messages } from './messages.ts';

function PaperList({ papers, screen, label }: { papers: readonly PaperRow[]; screen: MeetingScreen; label: string }): VNode | null {
  if (papers.length === 0) return null;
  return <Attachments label={label} items={papers.map((paper) => ({ name: paper.title, href: `/files/${paper.fileId}`, bytes: screen.files.get(paper.fileId)?.size }))} />;
}

export function AgendaPart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { meeting } = screen;
  const edit = screen.steps.includes('change-agenda');
  return (
    <Section title={t('agenda')} id="agenda" aside={<span class="cluster">
      {edit ? <a href={meetingHref(meeting.id, '/agenda')}>{t('editAgenda')}</a> : null}
      <a href={meetingHref(meeting.id, '/agenda.pdf')} data-turbo="false">{t('agendaPdf')}</a>
    </span>}>
      <ol class="agenda">
        {numberAgenda(meeting.sections, screen.items).map((section) => (
          <li>
            <h3>{section.number}. {section.title}</h3>
            {section.items.length > 0 ? (
              <ul>
                {section.items.map(({ item, number }) => (
                  <li>
                    {number ? <strong>{number} </strong> : null}{item.title || item.body}
                    {item.presenter ? <span class="quiet"> ({item.presenter})</span> : null}
                    {item.carriedFromOpenPointId === null ? null : <span class="quiet small"> · {t('carried')}</span>}
                    {item.title && item.body ? <p class="quiet">{item.body}</p> : null}
                    <PaperList papers={screen.papers.filter((paper) => paper.agendaItemId === item.id)} screen={screen} label={`${t('papers')} ${number ?? ''}`} />
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
      <PaperList papers={screen.papers.filter((paper) => paper.agendaItemId === null)} screen={screen} label={t('papers')} />
    </Section>
  );
}

/** A reply in words and its shape. */
export function replyState(invitation: InvitationRow, lang: Ui['lang']): { kind: StateKind; text: string } {
  const t = messages.in(lang);
  if (invitation.reply === 'coming') return { kind: 'done', text: t('coming') };
  if (invitation.reply === 'representative') return { kind: 'done', text: t('representative', { name: invitation.representativeName ?? '' }) };
  if (invitation.reply === 'not-coming') return { kind: 'void', text: t('notComing', { reason: invitation.reason ?? '' }) };
  return { kind: 'wait', text: invitation.sentAt ? t('noReply') : t('notSent') };
}

export function GuestsPart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { meeting, invitations } = screen;
  const sent = invitations.filter((one) => one.sentAt !== null);
  const edit = screen.steps.includes('change-guests');
  const table = (
    <Table caption={t('guests')} captionHidden rows={invitations} rowKey={(row) => String(row.id)} empty={<p class="quiet">{t('noGuests')}</p>}
      columns={[
        { key: 'name', head: t('guests'), kind: 'main', cell: (row) => <>{row.name || <span class="quiet">({t('vacant')})</span>}<div class="quiet small">{row.position}</div></> },
        { key: 'role', head: t('committee'), cell: (row) => row.role },
        { key: 'reply', head: t('reply'), cell: (row) => { const state = replyState(row, ui.lang); return <StateMark kind={state.kind} wrap>{state.text}</StateMark>; } },
      ]} />
  );
  return (
    <Section title={t('guests')} id="guests" aside={<span class="cluster">
      {sent.length > 0 ? <span class="quiet">{t('replied', { n: sent.filter((one) => one.reply !== 'none').length, all: sent.length })}</span> : null}
      {edit ? <a href={meetingHref(meeting.id, '/guests')}>{t('editGuests')}</a> : null}
      <a href={meetingHref(meeting.id, '/sign-in-sheet.pdf')} data-turbo="false">{t('signIn')}</a>
    </span>}>
      {meeting.state === 'planned' || meeting.state === 'invited' ? table : <details><summary>{t('guestList', { n: invitations.length })}</summary>{table}</details>}
    </Section>
  );
}

export function AttendancePart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode | null {
  const { meeting, attendance } = screen;
  if (attendance.length === 0) return null;
  const t = messages.in(ui.lang);
  const count = (kinds: readonly string[]) => attendance.filter((row) => kinds.includes(row.kind)).length;
  const quorum = { present: meeting.quorumPresent ?? 0, required: meeting.quorumRequired ?? 0 };
  return (
    <Section title={t('attended')} id="attendance" aside={screen.steps.includes('record-attendance') ? <a href={meetingHref(meeting.id, '/attendance')}>{t('editAttended')}</a> : undefined}>
      <p>{t('attendedCount', { n: count(['member', 'representative', 'acting']), p: count(['participant']), a: count(['absent']) })}</p>
      {meeting.quorumMet === null ? null : (
        <p><StateMark kind={meeting.quorumMet ? 'done' : 'risk'} wrap>{t(meeting.quorumMet ? 'quorumMet' : 'quorumMissing', quorum)}</StateMark>{meeting.quorumRule ? <span class="quiet"> · {meeting.quorumRule}</span> : null}</p>
      )}
      <details>
        <summary>{t('attendedList', { n: attendance.length })}</summary>
        <Table caption={t('attended')} captionHidden rows={attendance} rowKey={(row) => String(row.id)} columns={[
          { key: 'name', head: t('person'), kind: 'main', cell: (row) => <>{row.name}<div class="quiet small">{[row.position, row.unit].filter(Boolean).join(' ')}</div></> },
          { key: 'role', head: t('committee'), cell: (row) => row.role },
          { key: 'how', head: t('came'), cell: (row) => <StateMark kind={row.kind === 'absent' ? 'void' : 'done'} wrap>{[t(`came_${row.kind}`), row.actingFor, row.reason].filter(Boolean).join(' ')}</StateMark> },
        ]} />
      </details>
      {meeting.actualStartsAt ? (
        <p class="quiet">{meeting.actualEndsAt ? t('actual', { from: timeText(meeting.actualStartsAt), to: timeText(meeting.actualEndsAt) }) : t('actualStart', { from: timeText(meeting.actualStartsAt) })}</p>
      ) : null}
    </Section>
  );
}

export function MinutesPart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { meeting, version } = screen;
  if (!screen.minutes || !version) return null;
  const signed = (given: typeof version.drafted, before: EarlierSignature | null) => {
    if (given) return t('signed', { name: given.name, date: dayText(ui.lang, bangkokDate(given.at)) });
    return before ? t('signedBefore', { n: before.number, date: dayText(ui.lang, bangkokDate(before.at)) }) : t('unsigned');
  };
  return (
    <Section title={t('minutes')} id="minutes" aside={<span class="quiet">{t('version', { n: version.number })}</span>}>
      <p class="cluster cluster-wide">
        <a href={meetingHref(meeting.id, '/minutes')}>{t('readMinutes')}</a>
        <a href={meetingHref(meeting.id, '/minutes.pdf')} data-turbo="false">{t('minutesPdf')}</a>
        {screen.steps.includes('write-minutes') ? <a href={meetingHref(meeting.id, '/minutes/edit')}>{t('writeMinutes')}</a> : null}
        {screen.writes ? <a href={meetingHref(meeting.id, '/minutes/check')}>{t('checkMinutes')}</a> : null}
      </p>
      <DefinitionList items={[{ term: t('drafter'), value: signed(version.drafted, version.signedBefore.drafter) }, { term: t('checker'), value: signed(version.checked, version.signedBefore.checker) }]} />
    </Section>
  );
}

export function ResolutionsPart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { resolutions, tasks } = screen;
  if (resolutions.length === 0) return null;
  return (
    <Section title={t('assignments')} id="resolutions">
      <ul class="resolutions">
        {resolutions.map((row) => (
          <li id={`resolution-${row.id}`}>
            <p>
              <strong>{row.agendaNumber}{row.label ? ` ${row.label}` : ''} {row.kinds.map((kind) => ui.text(resolutionKindWords[kind])).join(' · ')}</strong>{' '}
              <StateMark kind={row.announcedAt ? 'done' : 'wait'}>{row.announcedAt ? t('announced') : t('notAnnounced')}</StateMark>
            </p>
            {row.kinds.some((kind) => resolutionKindWords[kind].th === row.text) ? null : <p>{row.text}</p>}
            <ul>
              {tasks.filter((task) => task.line?.startsWith(`${row.lineId}:`) ?? false).map((task) => (
                <li>
                  <a href={task.href}>{task.title}</a>{' '}
                  <span class="quiet">{task.dueEvent ? dueWords(task, ui) : task.dueOn ? t('dueOn', { date: dayText(ui.lang, task.dueOn) }) : ''}</span>{' '}
                  <StateMark kind={({ open: 'going', reported: 'going', closed: 'done', cancelled: 'void' } as const)[task.state]}>{t(`taskState_${task.state}`)}</StateMark>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function OpenPointsPart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode | null {
  if (screen.openPoints.length === 0) return null;
  const t = messages.in(ui.lang);
  return (
    <Section title={t('openPoints')} id="open-points">
      <ul>{screen.openPoints.map((point) => <li><span class="quiet">{point.agendaNumber}</span> {point.text} <a href={`/open-points?meeting=${screen.meeting.id}`}>{t('openPoints')}</a></li>)}</ul>
    </Section>
  );
}

export function ChangesPart({ screen, ui }: { screen: MeetingScreen; ui: Ui }): VNode | null {
  if (screen.changes.length === 0) return null;
  const t = messages.in(ui.lang);
  const when = (facts: Readonly<Record<string, unknown>>) => `${dayText(ui.lang, String(facts['heldOn']))} ${hoursText(String(facts['startsAt']), String(facts['endsAt']))}`;
  return (
    <Section title={t('changes')} id="changes">
      <Timeline items={screen.changes.map((change) => ({
        text: change.kind === 'postponed' ? t('postponedFrom', { from: when(change.before), to: when(change.after) }) : change.kind === 'cancelled' ? t('cancelledWord') : t('detailsChanged'),
        by: change.byName, time: dayText(ui.lang, bangkokDate(change.at)), note: change.reason || undefined, state: 'done',
      }))} />
    </Section>
  );
}
