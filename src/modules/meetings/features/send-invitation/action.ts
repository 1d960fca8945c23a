import { takeFiles } from '../../../../platform/files/file-records.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notify } from '../../../../platform/notify/notify.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { issueLetter } from '../../../correspondence/index.ts';
import { meetingForStep, permissions } from '../../access.ts';
import { meetingNews } from '../../news.ts';
import { meetingParams } from '../../params.ts';
import { indexMeeting } from '../../search.ts';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { listPapers } from '../../store/agenda.ts';
import { listInvitations, markInvitationsSent } from '../../store/invitations.ts';
import { setInvited } from '../../store/meetings.ts';
import { invitationForm } from './form.ts';
import { invitationOrder } from './letter.ts';
import { messages } from './messages.ts';
import { sendInvitationPage } from './page.tsx';

export const sendInvitationAction = defineAction({
  path: '/meetings/:id/invite',
  permission: permissions.plan,
  params: meetingParams,
  form: invitationForm,
  page: sendInvitationPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'invite', permissions.plan);
    if (!found.ok) return found;
    const meeting = found.value;
    const guests = (await listInvitations(tx, params.id)).filter((one) => one.sentAt === null);
    if (guests.length === 0) return fail('NOBODY_TO_INVITE', messages.words('empty'));
    if (input.replyBy && input.replyBy > meeting.heldOn) return fail('REPLY_AFTER_MEETING', messages.words('replyAfterMeeting'), { fields: { replyBy: messages.words('replyAfterMeeting') } });
    const papers = await listPapers(tx, params.id);
    const at = services.clock.now();
    await takeFiles(tx, papers.map((paper) => paper.fileId), { readers: meeting.readers });
    const sent = await markInvitationsSent(tx, params.id, at);
    for (const guest of sent) {
      const words = { th: messages.words('invited', { name: `${meeting.title} ${referenceText(meeting)}`, date: dayText('th', meeting.heldOn) }).th, en: messages.words('invited', { name: `${meeting.title} ${referenceText(meeting)}`, date: dayText('en', meeting.heldOn) }).en };
      if (guest.personId !== null && guest.personId !== tx.actor.id) await notify(tx, [guest.personId], words, meetingHref(meeting.id, `/reply/${guest.id}`), { kind: meetingNews });
    }
    await indexMeeting(tx, meeting.id);
    // The number is taken last: other letters of the unit wait from here on.
    const issued = await issueLetter(tx, services, invitationOrder(meeting, guests, papers, { signerPositionId: input.signer, urgency: input.urgency, replyBy: input.replyBy, more: input.more }));
    if (!issued.ok) return issued;
    await setInvited(tx, meeting.id, { id: issued.value.letterId, number: issued.value.number, on: issued.value.letterDate }, at);
    return ok({
      audit: [issued.value.audit, { action: 'meetings.invitation-sent', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId, detail: { letter: issued.value.letterId, reference: issued.value.reference, guests: guests.length } }],
      goTo: meetingHref(meeting.id),
      flash: messages.words('sent', { number: issued.value.number }),
    });
  },
});
