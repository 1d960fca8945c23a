// A circulation that went out wrong: taken back with a reason together with its memo, so that it can go out again.
import { defineAction } from '../../../../platform/http/define.ts';
import { cancelTimer } from '../../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { recallLetter } from '../../../correspondence/index.ts';
import { officeCalendar } from '../../../organisation/index.ts';
import { keys, lockedCirculation } from '../../circulation/access.ts';
import { reminderDays } from '../../circulation/deadline.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { reminderKey, settleKey } from '../../circulation/jobs.ts';
import { tellOutcome } from '../../circulation/notices.ts';
import { meetingParams } from '../../params.ts';
import { lockCirculationForUpdate } from '../../store/certification.ts';
import { listAnswers, withdrawCirculation } from '../../store/circulations.ts';
import { setMeetingState } from '../../store/meetings.ts';
import { setMinutesState } from '../../store/minutes.ts';
import { recallForm } from './form.ts';
import { messages } from './messages.ts';
import { recallCirculationPage } from './page.tsx';

export const recallCirculationAction = defineAction({
  path: '/meetings/:id/circulation/recall',
  permission: keys.circulate,
  params: meetingParams,
  form: recallForm,
  page: recallCirculationPage,
  async run(tx, { params, input, services }) {
    const found = await lockedCirculation(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    const { meeting, minutes } = found.value;
    const circulation = await lockCirculationForUpdate(tx, found.value.circulation.id);
    if (!circulation || circulation.closedAt || circulation.withdrawnAt) return fail('NOT_RUNNING', messages.words('notRunning'), { status: 409 });
    const at = services.clock.now();
    await withdrawCirculation(tx, circulation.id, input.reason, at);
    await cancelTimer(tx, settleKey(circulation.id));
    for (const day of reminderDays(await officeCalendar(tx), circulation.circulatedOn, circulation.respondBy)) await cancelTimer(tx, reminderKey(circulation.id, day));
    await setMinutesState(tx, minutes.id, 'checked');
    await setMeetingState(tx, meeting.id, 'minutes-checked', at);
    await tellOutcome(tx, meeting, await listAnswers(tx, circulation.id), 'withdrawnNotice', { reason: input.reason }, services.clock.today());
    const recalled = circulation.letterId === null ? undefined : await recallLetter(tx, services, circulation.letterId, input.reason);
    if (recalled && !recalled.ok) return recalled;
    return ok({
      audit: [
        ...(recalled ? [recalled.value.audit] : []),
        { action: 'meetings.circulation-withdrawn', subject: { type: 'meetings.meeting', id: meeting.id }, unitId: meeting.ownerUnitId, detail: { circulationId: circulation.id, reason: input.reason, letter: circulation.letterNumber } },
      ],
      goTo: circulationHref(meeting.id, '/circulate'), flash: messages.words('done', { number: circulation.letterNumber ?? '' }),
    });
  },
});
