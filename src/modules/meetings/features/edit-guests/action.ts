import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { meetingForStep, permissions } from '../../access.ts';
import { invitePeople, inviteSeats } from '../../guests.ts';
import { messages as shared } from '../../messages.ts';
import { committeeById, peopleByIds } from '../../office.ts';
import { invitationParams, meetingParams } from '../../params.ts';
import { meetingHref } from '../../shown.ts';
import { findInvitation, withdrawInvitation } from '../../store/invitations.ts';
import { addGuestsForm } from './form.ts';
import { messages } from './messages.ts';
import { editGuestsPage } from './page.tsx';

const common = { permission: permissions.plan, page: editGuestsPage } as const;

export const addGuestsAction = defineAction({
  ...common, path: '/meetings/:id/guests', params: meetingParams, form: addGuestsForm,
  async run(tx, { params, input }) {
    const meeting = await meetingForStep(tx, params.id, 'change-guests', permissions.plan);
    if (!meeting.ok) return meeting;
    const people = await peopleByIds(tx, meeting.value.heldOn, input.people);
    if (people.length === 0) return notFound();
    await invitePeople(tx, params.id, people);
    return ok({
      audit: { action: 'meetings.guests-added', subject: { type: 'meetings.meeting', id: params.id }, unitId: meeting.value.ownerUnitId, detail: { people: people.map((one) => one.id) } },
      goTo: meetingHref(params.id, '/guests'), flash: messages.words('added'),
    });
  },
});

export const removeGuestAction = defineAction({
  ...common, path: '/meetings/:id/guests/:invitation/remove', params: invitationParams, form: emptyForm,
  async run(tx, { params, services }) {
    const meeting = await meetingForStep(tx, params.id, 'change-guests', permissions.plan);
    if (!meeting.ok) return meeting;
    const invitation = await findInvitation(tx, params.id, params.invitation);
    if (!invitation) return notFound();
    if (invitation.sentAt !== null) return fail('ALREADY_INVITED', shared.words('notNow'), { status: 409 });
    await withdrawInvitation(tx, invitation.id, services.clock.now());
    return ok({
      audit: { action: 'meetings.guest-removed', subject: { type: 'meetings.meeting', id: params.id }, unitId: meeting.value.ownerUnitId, detail: { party: invitation.partyId } },
      goTo: meetingHref(params.id, '/guests'), flash: messages.words('removed'),
    });
  },
});

export const refreshGuestsAction = defineAction({
  ...common, path: '/meetings/:id/guests/refresh', params: meetingParams, form: emptyForm,
  async run(tx, { params, services }) {
    const meeting = await meetingForStep(tx, params.id, 'change-guests', permissions.plan);
    if (!meeting.ok) return meeting;
    const committee = await committeeById(tx, meeting.value.committeeId);
    if (!committee) return notFound();
    await inviteSeats(tx, params.id, committee, meeting.value.heldOn, services.clock.now());
    return ok({
      audit: { action: 'meetings.guests-refreshed', subject: { type: 'meetings.meeting', id: params.id }, unitId: meeting.value.ownerUnitId },
      goTo: meetingHref(params.id, '/guests'), flash: messages.words('refreshed'),
    });
  },
});
