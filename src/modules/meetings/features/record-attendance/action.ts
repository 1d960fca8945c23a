import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { meetingForStep, permissions } from '../../access.ts';
import { refreshMinutes } from '../../minutes-from-meeting.ts';
import { committeeById, seatsOn } from '../../office.ts';
import { meetingParams } from '../../params.ts';
import { indexMeeting } from '../../search.ts';
import { meetingHref } from '../../shown.ts';
import { replaceAttendance } from '../../store/attendance.ts';
import { addMeetingReaders, setHeld, setMeetingState } from '../../store/meetings.ts';
import { attendanceRows, quorumOf } from './attendance.ts';
import { attendanceForm } from './form.ts';
import { messages } from './messages.ts';
import { recordAttendancePage } from './page.tsx';

export const recordAttendanceAction = defineAction({
  path: '/meetings/:id/attendance',
  permission: permissions.plan,
  params: meetingParams,
  form: attendanceForm,
  page: recordAttendancePage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'record-attendance', permissions.plan);
    if (!found.ok) return found;
    const meeting = found.value;
    if (meeting.heldOn > services.clock.today()) return fail('TOO_EARLY', messages.words('tooEarly'), { status: 409 });
    if (input.endsAt !== undefined && input.endsAt <= input.startsAt) return fail('ENDS_BEFORE_START', messages.words('endsBeforeStart'), { fields: { endsAt: messages.words('endsBeforeStart') } });
    const committee = await committeeById(tx, meeting.committeeId);
    if (!committee) return notFound();
    const seats = await seatsOn(tx, committee.id, meeting.heldOn);
    const rows = await attendanceRows(tx, committee, seats, input.members, input.participants, meeting.heldOn);
    if (!rows.ok) return rows;
    const quorum = quorumOf(committee, seats, input.members);
    const at = services.clock.now();
    await replaceAttendance(tx, meeting.id, rows.value);
    await setHeld(tx, meeting.id, {
      actualStartsAt: input.startsAt, actualEndsAt: input.endsAt ?? null, quorumRule: quorum.rule.th, quorumPresent: quorum.present, quorumRequired: quorum.needed, quorumMet: quorum.reached,
    }, at);
    if (meeting.state !== 'held') await setMeetingState(tx, meeting.id, 'held', at);
    await addMeetingReaders(tx, meeting.id, rows.value.filter((row) => row.kind !== 'absent').flatMap((row) => row.personId ?? []));
    await refreshMinutes(tx, meeting.id, at, { attendance: true });
    await indexMeeting(tx, meeting.id);
    return ok({
      audit: {
        action: 'meetings.attendance-recorded', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId,
        detail: { present: rows.value.filter((row) => row.kind !== 'absent' && row.kind !== 'participant').length, participants: input.participants.length, quorum: quorum.reached },
      },
      goTo: meetingHref(meeting.id),
      flash: messages.words(quorum.reached ? 'saved' : 'savedMissing'),
    });
  },
});
