import { defineAction } from '../../../../platform/http/define.ts';
import { cancelTimer } from '../../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { meetingForStep } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { settleKey } from '../../circulation/jobs.ts';
import { messages as certification } from '../../circulation/messages.ts';
import { tellOutcome } from '../../circulation/notices.ts';
import { certify } from '../../circulation/settle.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, numberText } from '../../shown.ts';
import { countOpenSuggestions, currentCirculation, lockCirculationForUpdate } from '../../store/certification.ts';
import { closeCirculation, listAnswers } from '../../store/circulations.ts';
import { findMeeting } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';
import { certifyForm } from './form.ts';
import { messages } from './messages.ts';
import { certifyInMeetingPage } from './page.tsx';

export const certifyInMeetingAction = defineAction({
  path: '/meetings/:id/certify-in-meeting',
  permission: keys.decide,
  params: meetingParams,
  form: certifyForm,
  page: certifyInMeetingPage,
  async run(tx, { params, input, services }) {
    const found = await meetingForStep(tx, params.id, 'certify-in-meeting', keys.decide);
    if (!found.ok) return found;
    const meeting = found.value;
    const today = services.clock.today();
    const minutes = await minutesOf(tx, meeting.id);
    const version = minutes?.currentVersionId ? await findVersion(tx, minutes.currentVersionId) : undefined;
    if (!minutes || !version?.drafted) return fail('UNSIGNED', messages.words('unsigned'), { status: 409 });
    const where = await findMeeting(tx, Number(input.meeting) || 0);
    if (!where || where.committeeId !== meeting.committeeId || where.heldOn < meeting.heldOn || where.state === 'cancelled') return fail('NO_MEETING', messages.words('noMeeting'), { fields: { meeting: messages.words('noMeeting') } });
    if (input.on < where.heldOn || input.on > today) return fail('DAY', messages.words('badDay'), { fields: { on: messages.words('badDay') } });
    const circulation = await currentCirculation(tx, meeting.id);
    const running = circulation && !circulation.closedAt && !circulation.withdrawnAt ? await lockCirculationForUpdate(tx, circulation.id) : undefined;
    if (circulation && !circulation.withdrawnAt) {
      const open = await countOpenSuggestions(tx, circulation.id);
      if (open > 0) return fail('OPEN_SUGGESTIONS', messages.words('open', { n: open }), { status: 409 });
    }
    if (running) {
      await closeCirculation(tx, running.id, messages.th.closedBy, services.clock.now());
      await cancelTimer(tx, settleKey(running.id));
    }
    const same = where.id === meeting.id;
    const words = certification.in('th')('certifiedByMeeting', { meeting: same ? 'ครั้งนี้' : `ครั้งที่ ${numberText(where)}`, reference: input.reference });
    const entry = await certify(tx, services.clock, { meeting, minutes, how: same ? 'same-meeting' : 'next-meeting', words, inMeetingId: where.id, reference: input.reference, on: input.on });
    if (running) await tellOutcome(tx, meeting, await listAnswers(tx, running.id), 'certifiedNotice', {}, today);
    return ok({ audit: entry, goTo: meetingHref(meeting.id), flash: messages.words('done') });
  },
});
