import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { permissions } from '../../access.ts';
import { partiesAsWritten, peopleByIds, searchPeople } from '../../office.ts';
import type { PersonFound } from '../../office.ts';
import { invitationParams } from '../../params.ts';
import { meetingHref } from '../../shown.ts';
import { recordReply } from '../../store/invitations.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { withoutTitle } from '../../domain/people-as-written.ts';
import { replyForm } from './form.ts';
import { loadAnswerable } from './load.ts';
import { messages } from './messages.ts';
import { replyInvitationPage } from './page.tsx';

export const replyInvitationAction = defineAction({
  path: '/meetings/:id/reply/:invitation',
  permission: permissions.reply,
  params: invitationParams,
  form: replyForm,
  page: replyInvitationPage,
  async run(tx, { params, input, services }) {
    const found = await loadAnswerable(tx, params);
    if (!found.ok) return found;
    const { meeting, invitation, forSecretary } = found.value;
    if (input.reply === 'representative' && !input.representative) return fail('NO_NAME', messages.words('needName'), { fields: { representative: messages.words('needName') } });
    if (input.reply === 'not-coming' && !input.reason) return fail('NO_REASON', messages.words('needReason'), { fields: { reason: messages.words('needReason') } });
    const person = input.reply === 'representative' && input.representative ? await personAsWritten(tx, input.representative, meeting.heldOn) : undefined;
    await recordReply(tx, invitation.id, {
      reply: input.reply,
      ...(input.reply === 'representative' ? { representative: { personId: person?.id ?? null, name: person?.name ?? input.representative ?? '', position: input.position ?? person?.position ?? '' } } : {}),
      ...(input.reply === 'not-coming' ? { reason: input.reason } : {}),
      via: forSecretary ? 'secretary' : 'online',
    }, services.clock.now());
    return ok({
      audit: {
        action: 'meetings.invitation-replied', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId,
        detail: { invitation: invitation.id, reply: input.reply, via: forSecretary ? 'secretary' : 'online', representative: person?.id ?? input.representative ?? null },
      },
      goTo: meetingHref(meeting.id),
      flash: messages.words('saved'),
    });
  },
});

/** The person of the house whose name was typed, with or without title; undefined when nobody or several. */
async function personAsWritten(tx: ReadTx, text: string, day: string): Promise<PersonFound | undefined> {
  const exact = (await partiesAsWritten(tx, [text], day)).get(text.trim());
  if (exact !== undefined) return (await peopleByIds(tx, day, [exact]))[0];
  const people = (await searchPeople(tx, day, text, 5)).filter((one) => withoutTitle(one.name) === withoutTitle(text));
  return people.length === 1 ? people[0] : undefined;
}
