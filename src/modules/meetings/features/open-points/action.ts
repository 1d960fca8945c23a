import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { isSecretariat, meetingForStep, permissions } from '../../access.ts';
import { refreshMinutes } from '../../minutes-from-meeting.ts';
import { pointParams } from '../../params.ts';
import { indexMeeting } from '../../search.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { insertAgendaItem } from '../../store/agenda.ts';
import { findMeeting } from '../../store/meetings.ts';
import { closeOpenPoint, findOpenPoint, setCarried } from '../../store/open-points.ts';
import { carryForm, closeForm } from './form.ts';
import { messages } from './messages.ts';
import { carryPointPage, closePointPage } from './page.tsx';

export const carryPointAction = defineAction({
  path: '/open-points/:point/carry', permission: permissions.plan, params: pointParams, form: carryForm, page: carryPointPage,
  async run(tx, { params, input, services }) {
    const point = await findOpenPoint(tx, params.point);
    if (!point) return notFound();
    if (point.state === 'closed') return fail('CLOSED', messages.words('notOpen'), { status: 409 });
    const found = await meetingForStep(tx, input.meeting, 'change-agenda', permissions.plan);
    if (!found.ok) return found;
    const meeting = found.value;
    if (!meeting.sections.includes(input.section)) return fail('NO_SECTION', messages.words('noSection'), { fields: { section: messages.words('noSection') } });
    const at = services.clock.now();
    const body = messages.words('background', { committee: point.committeeName, reference: referenceText({ number: point.meetingNumber, yearBe: point.meetingYear }), agenda: point.agendaNumber, text: point.text }).th;
    const itemId = await insertAgendaItem(tx, meeting.id, { section: input.section, title: input.title, body, carriedFromOpenPointId: point.id }, at);
    await setCarried(tx, point.id, { itemId, meetingId: meeting.id }, at);
    await refreshMinutes(tx, meeting.id, at);
    await indexMeeting(tx, meeting.id);
    return ok({
      audit: { action: 'meetings.open-point-carried', subject: { type: 'meetings.open-point', id: point.id }, unitId: meeting.ownerUnitId, detail: { toMeeting: meeting.id, item: itemId } },
      goTo: meetingHref(meeting.id, '#agenda'), flash: messages.words('carried'),
    });
  },
});

export const closePointAction = defineAction({
  path: '/open-points/:point/close', permission: permissions.plan, params: pointParams, form: closeForm, page: closePointPage,
  async run(tx, { params, input, services }) {
    const point = await findOpenPoint(tx, params.point);
    if (!point) return notFound();
    if (point.state === 'closed') return fail('CLOSED', messages.words('notOpen'), { status: 409 });
    const taker = point.carriedToMeetingId ? await findMeeting(tx, point.carriedToMeetingId) : undefined;
    if (!isSecretariat(tx.actor, point, permissions.plan) && !(taker && isSecretariat(tx.actor, taker, permissions.plan))) return fail('NOT_SECRETARIAT', messages.words('notYours'), { status: 403 });
    await closeOpenPoint(tx, point.id, input.reason, services.clock.now());
    return ok({
      audit: { action: 'meetings.open-point-closed', subject: { type: 'meetings.open-point', id: point.id }, unitId: point.ownerUnitId, detail: { reason: input.reason } },
      goTo: '/open-points', flash: messages.words('closedFlash'),
    });
  },
});
