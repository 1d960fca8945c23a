// Attendance as one table: every seat of the committee with what is likely already chosen, participants below, the
// quorum beside it.
import type { VNode } from 'preact';
import { FormField, stateFor } from '../../../../platform/forms/render.tsx';
import type { Field } from '../../../../platform/forms/fields.ts';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { meetingForPage, permissions } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { committeeById, printedRole, seatsOn } from '../../office.ts';
import type { Committee, Seat } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { PreviewForm } from '../../preview-form.tsx';
import { meetingHref, referenceText } from '../../shown.ts';
import { listAttendance } from '../../store/attendance.ts';
import type { AttendanceRow } from '../../store/attendance.ts';
import { listInvitations } from '../../store/invitations.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { expected, quorumOf } from './attendance.ts';
import type { MemberGiven, ParticipantGiven } from './attendance.ts';
import { attendanceForm, memberFields, participantFields, seatStates } from './form.ts';
import { messages } from './messages.ts';
import { QuorumState } from './quorum-state.tsx';

export interface AttendanceData {
  readonly meeting: MeetingRow;
  readonly committee: Committee;
  readonly seats: readonly Seat[];
  readonly members: readonly MemberGiven[];
  readonly participants: readonly ParticipantGiven[];
}

export const recordAttendancePage = definePage({
  path: '/meetings/:id/attendance',
  permission: permissions.plan,
  params: meetingParams,
  async load(tx, { params, services }) {
    const meeting = await meetingForPage(tx, params.id, 'record-attendance', permissions.plan);
    if (!meeting.ok) return meeting;
    if (meeting.value.heldOn > services.clock.today()) return fail('TOO_EARLY', messages.words('tooEarly'), { status: 409 });
    const committee = await committeeById(tx, meeting.value.committeeId);
    if (!committee) return fail('NO_COMMITTEE', shared.words('noCommittee'), { status: 404 });
    const seats = await seatsOn(tx, committee.id, meeting.value.heldOn);
    const recorded = await listAttendance(tx, params.id);
    const invitations = await listInvitations(tx, params.id);
    const members = seats.map((seat): MemberGiven => {
      const row = recorded.find((one) => one.memberPartyId === seat.partyId);
      return row ? asGiven(row) : expected(seat, invitations.find((one) => one.partyId === seat.partyId));
    });
    const participants = recorded.length > 0
      ? recorded.filter((row) => row.kind === 'participant').map((row) => ({ name: row.name, position: row.position, unit: row.unit }))
      : invitations.filter((one) => one.kind === 'participant' && one.reply !== 'not-coming').map((one) => ({ name: one.representativeName ?? one.name, position: one.representativePosition ?? one.position, unit: one.unit }));
    return ok({ meeting: meeting.value, committee, seats, members, participants });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: AttendanceView,
});

function asGiven(row: AttendanceRow): MemberGiven {
  const how = row.kind === 'member' || row.kind === 'participant' ? 'present' : row.kind;
  return { party: row.memberPartyId ?? 0, how, name: how === 'acting' || how === 'representative' ? row.name : undefined, position: how === 'acting' || how === 'representative' ? row.position : undefined, reason: row.reason || undefined };
}

/** Rows of participants that the form offers beyond those there are. */
const spareRows = 5;

function AttendanceView({ meeting, committee, seats, members, participants }: AttendanceData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = meetingHref(meeting.id, '/attendance');
  const common = { ui, action, form: attendanceForm };
  const typedRows = Object.keys(stateFor(ui, action).values).filter((key) => /^participants\.\d+\.name$/u.test(key)).length;
  const count = Math.max(participants.length + spareRows, typedRows);
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]} />
      {seats.length === 0 ? <Notice kind="warn">{t('noMembers')}</Notice> : null}
      <PreviewForm ui={ui} action={action} previewUrl={`${action}/quorum`} previewTarget="quorum" class="stack">
        <div id="quorum" role="status" aria-label={t('quorum')}><QuorumState quorum={quorumOf(committee, seats, members)} lang={ui.lang} /></div>
        <FieldsRow>
          <FormField {...common} name="startsAt" value={meeting.actualStartsAt ?? meeting.startsAt} />
          <FormField {...common} name="endsAt" value={meeting.actualEndsAt} />
        </FieldsRow>
        <Section title={t('member')}>
          <table class="table table-cards">
            <caption class="vh">{t('member')}</caption>
            <thead><tr><th scope="col">{t('seat')}</th><th scope="col">{t('how')}</th><th scope="col">{t('name')}</th><th scope="col">{t('position')}</th><th scope="col">{t('reason')}</th></tr></thead>
            <tbody>{seats.map((seat, index) => <SeatRow ui={ui} action={action} committee={committee} seat={seat} given={members[index]} index={index} />)}</tbody>
          </table>
        </Section>
        <Section title={t('participants')}>
          <p class="hint">{t('moreRows')}</p>
          <table class="table table-cards">
            <caption class="vh">{t('participants')}</caption>
            <thead><tr><th scope="col">{t('participantName')}</th><th scope="col">{t('participantPosition')}</th><th scope="col">{t('participantUnit')}</th></tr></thead>
            <tbody>
              {Array.from({ length: count }, (_, index) => (
                <tr>
                  {(['name', 'position', 'unit'] as const).map((name) => (
                    <td data-label={ui.text(participantFields[name].label)}>
                      <FormField {...common} name="participants" inputName={`participants.${index}.${name}`} field={participantFields[name] as Field<unknown>} value={participants[index]?.[name]} labelHidden
                        label={`${ui.text(participantFields[name].label)} ${index + 1}`} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
        <ButtonRow>
          <Button kind="main">{t('submit')}</Button>
          <ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('back')}</ButtonLink>
        </ButtonRow>
      </PreviewForm>
    </div>
  );
}

function SeatRow({ ui, action, committee, seat, given, index }: { ui: Ui; action: string; committee: Committee; seat: Seat; given: MemberGiven | undefined; index: number }): VNode {
  const t = messages.in(ui.lang);
  const cell = (name: 'name' | 'position' | 'reason') => (
    <td data-label={t(name)}>
      <FormField ui={ui} action={action} form={attendanceForm} name="members" inputName={`members.${index}.${name}`} field={memberFields[name] as Field<unknown>} value={given?.[name]} labelHidden label={`${t(name)} ${seat.position}`} />
    </td>
  );
  return (
    <tr>
      <th scope="row" class="cell-main">
        <input type="hidden" name={`members.${index}.party`} value={seat.partyId} />
        {seat.name || <span class="quiet">({t('vacant')})</span>}
        <div class="quiet small">{[seat.position, printedRole(committee.kind, seat.role)].filter(Boolean).join(' · ')}</div>
      </th>
      <td data-label={t('how')}>
        <FormField ui={ui} action={action} form={attendanceForm} name="members" inputName={`members.${index}.how`} field={memberFields.how as Field<unknown>} as="select" value={given?.how ?? 'present'} labelHidden
          label={`${t('how')} ${seat.position}`} options={seatStates.map((state) => ({ value: state, label: t(state) }))} />
      </td>
      {cell('name')}{cell('position')}{cell('reason')}
    </tr>
  );
}
