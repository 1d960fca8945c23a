import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { calendarYear, localDate } from '../../../../thai/index.ts';
import { meetingForStep, permissions } from '../../access.ts';
import { noteForTasks } from '../../note-for-tasks.ts';
import { tellGuests } from '../../notices.ts';
import { meetingParams } from '../../params.ts';
import { indexMeeting } from '../../search.ts';
import { dayText, hoursText, meetingHref, referenceText } from '../../shown.ts';
import { clearReplies } from '../../store/invitations.ts';
import { insertChange, setMeetingState, updateDetails } from '../../store/meetings.ts';
import { checkDetails } from '../plan-meeting/check-details.ts';
import { cancelForm, editForm, postponeForm } from './form.ts';
import { messages } from './messages.ts';
import { cancelMeetingPage, editMeetingPage, postponeMeetingPage } from './page.tsx';

const subject = (id: number) => ({ type: 'meetings.meeting', id });

export const editMeetingAction = defineAction({
  path: '/meetings/:id/edit',
  permission: permissions.plan,
  params: meetingParams,
  form: editForm,
  page: editMeetingPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'edit', permissions.plan);
    if (!found.ok) return found;
    const details = checkDetails(input);
    if (!details.ok) return details;
    const meeting = found.value;
    const at = services.clock.now();
    const after = Object.entries(details.value).filter(([name, value]) => meeting[name as keyof typeof details.value] !== value);
    const goTo = meetingHref(meeting.id);
    if (after.length === 0) return ok({ audit: [], goTo, flash: messages.words('noChange') });
    const before = Object.fromEntries(after.map(([name]) => [name, meeting[name as keyof typeof details.value]]));
    await updateDetails(tx, meeting.id, Object.fromEntries(after), at);
    await insertChange(tx, meeting.id, { kind: 'details', reason: '', before, after: Object.fromEntries(after), at });
    await indexMeeting(tx, meeting.id);
    if (meeting.state === 'invited') {
      await tellGuests(tx, meeting.id, { th: `${referenceText(meeting)} เปลี่ยนรายละเอียดการประชุม`, en: `${referenceText(meeting)}: details changed` });
    }
    return ok({ audit: { action: 'meetings.meeting-edited', subject: subject(meeting.id), unitId: meeting.ownerUnitId, detail: { before, after: Object.fromEntries(after) } }, goTo, flash: messages.words('edited') });
  },
});

export const postponeMeetingAction = defineAction({
  path: '/meetings/:id/postpone',
  permission: permissions.plan,
  params: meetingParams,
  form: postponeForm,
  page: postponeMeetingPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'postpone', permissions.plan);
    if (!found.ok) return found;
    const meeting = found.value;
    const details = checkDetails({ ...meeting, place: meeting.place ?? undefined, link: meeting.link ?? undefined, fiscalYear: undefined, startsAt: input.startsAt, endsAt: input.endsAt });
    if (!details.ok) return details;
    const year = calendarYear(localDate(input.heldOn));
    if (year !== meeting.yearBe) {
      const words = messages.words('otherYear', { year });
      return fail('OTHER_YEAR', words, { fields: { heldOn: words } });
    }
    const before = { heldOn: meeting.heldOn, startsAt: meeting.startsAt, endsAt: meeting.endsAt };
    const after = { heldOn: input.heldOn, startsAt: input.startsAt, endsAt: input.endsAt };
    if (Object.entries(after).every(([name, value]) => before[name as keyof typeof before] === value)) {
      return fail('SAME_DAY', messages.words('sameDay'), { fields: { heldOn: messages.words('sameDay') } });
    }
    const at = services.clock.now();
    await updateDetails(tx, meeting.id, after, at);
    await insertChange(tx, meeting.id, { kind: 'postponed', reason: input.reason, before, after, at });
    await noteForTasks(tx, { ...meeting, heldOn: input.heldOn }, at);
    if (meeting.state === 'invited') {
      await clearReplies(tx, meeting.id);
      const when = `${dayText('th', input.heldOn, 'weekday')} เวลา ${hoursText(input.startsAt, input.endsAt)}`;
      await tellGuests(tx, meeting.id, { th: `เลื่อนการประชุม ${referenceText(meeting)} เป็น${when} (${input.reason})`, en: `${referenceText(meeting)} is postponed to ${dayText('en', input.heldOn)} (${input.reason})` });
    }
    await indexMeeting(tx, meeting.id);
    return ok({
      audit: { action: 'meetings.meeting-postponed', subject: subject(meeting.id), unitId: meeting.ownerUnitId, detail: { before, after, reason: input.reason } },
      goTo: meetingHref(meeting.id),
      flash: { th: messages.words('postponed', { date: dayText('th', input.heldOn) }).th, en: messages.words('postponed', { date: dayText('en', input.heldOn) }).en },
    });
  },
});

export const cancelMeetingAction = defineAction({
  path: '/meetings/:id/cancel',
  permission: permissions.plan,
  params: meetingParams,
  form: cancelForm,
  page: cancelMeetingPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'cancel', permissions.plan);
    if (!found.ok) return found;
    const meeting = found.value;
    const at = services.clock.now();
    await setMeetingState(tx, meeting.id, 'cancelled', at);
    await updateDetails(tx, meeting.id, {}, at);
    await insertChange(tx, meeting.id, { kind: 'cancelled', reason: input.reason, before: { state: meeting.state }, after: { state: 'cancelled' }, at });
    await noteForTasks(tx, meeting, at, 'called-off');
    if (meeting.state === 'invited') {
      await tellGuests(tx, meeting.id, { th: `ยกเลิกการประชุม ${referenceText(meeting)} (${input.reason})`, en: `${referenceText(meeting)} is cancelled (${input.reason})` });
    }
    await indexMeeting(tx, meeting.id);
    return ok({
      audit: { action: 'meetings.meeting-cancelled', subject: subject(meeting.id), unitId: meeting.ownerUnitId, detail: { reason: input.reason, was: meeting.state } },
      goTo: meetingHref(meeting.id),
      flash: messages.words('cancelled'),
    });
  },
});
