import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { isSecretariat, permissions } from '../../access.ts';
import { messages as shared } from '../../messages.ts';
import { committeeById } from '../../office.ts';
import { meetingHref } from '../../shown.ts';
import { checkDetails } from './check-details.ts';
import { planForm } from './form.ts';
import { messages } from './messages.ts';
import { planMeetingPage } from './page.tsx';
import { planMeeting } from './plan-meeting.ts';

export const planMeetingAction = defineAction({
  path: '/meetings/new',
  permission: permissions.plan,
  form: planForm,
  page: planMeetingPage,
  async run(tx, { input, services }) {
    const committee = await committeeById(tx, input.committeeId);
    if (!committee || !isSecretariat(tx.actor, { ownerUnitId: committee.secretariatUnitId }, permissions.plan)) {
      return fail('NO_COMMITTEE', shared.words('notSecretariat'), { fields: { committeeId: shared.words('notSecretariat') } });
    }
    const details = checkDetails(input);
    if (!details.ok) return details;
    const planned = await planMeeting(tx, {
      ...details.value, committeeId: input.committeeId, heldOn: input.heldOn, sections: input.sections, ...(input.number === undefined ? {} : { number: input.number }),
    }, services.clock.now());
    if (!planned.ok) return planned;
    const { id, number, yearBe } = planned.value;
    return ok({
      audit: { action: 'meetings.meeting-planned', subject: { type: 'meetings.meeting', id }, unitId: committee.secretariatUnitId, detail: { number, yearBe, heldOn: input.heldOn } },
      goTo: meetingHref(id),
      flash: messages.words('planned', { number: `${number}/${yearBe}` }),
    });
  },
});
