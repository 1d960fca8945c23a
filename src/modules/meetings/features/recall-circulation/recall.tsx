// A circulation that went out wrong: taken back with a reason together with its memo, so that it can go out again.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cancelTimer } from '../../../../platform/jobs/jobs.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { defineMessages } from '../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { recallLetter } from '../../../correspondence/index.ts';
import { officeCalendar } from '../../../organisation/index.ts';
import { circulationForSecretariat, keys, lockedCirculation } from '../../circulation/access.ts';
import type { Running } from '../../circulation/access.ts';
import { reminderDays } from '../../circulation/deadline.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { reminderKey, settleKey } from '../../circulation/jobs.ts';
import { tellOutcome } from '../../circulation/notices.ts';
import { defineForm, textarea } from '../../form-fields.ts';
import { messages as shared } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { lockCirculationForUpdate } from '../../store/certification.ts';
import { listAnswers, withdrawCirculation } from '../../store/circulations.ts';
import { setMeetingState } from '../../store/meetings.ts';
import { setMinutesState } from '../../store/minutes.ts';

const messages = defineMessages({
  th: {
    title: 'เรียกคืนบันทึกเวียน',
    text: 'ผู้รับทุกรายได้รับแจ้งพร้อมเหตุผล คำตอบที่ได้รับแล้วเก็บไว้เป็นหลักฐานแต่ไม่มีผล และเวียนใหม่ได้ทันที บันทึกฉบับใหม่จะอ้างถึงฉบับนี้',
    answered: 'มีผู้ตอบแล้ว {n} ราย',
    reason: 'เหตุผล',
    submit: 'เรียกคืน',
    done: 'เรียกคืนบันทึกที่ {number} แล้ว เวียนใหม่ได้',
    notRunning: 'การเวียนนี้ปิดแล้ว เรียกคืนไม่ได้',
  },
  en: {
    title: 'Withdraw the circular',
    text: 'Every addressee is told, with the reason. Answers received are kept as a record without effect. The minutes can go out again at once; the new memo names this one',
    answered: '{n} have answered',
    reason: 'Reason',
    submit: 'Withdraw',
    done: '{number} is withdrawn. The minutes can be circulated again',
    notRunning: 'This circulation is closed and cannot be withdrawn',
  },
});

export const recallForm = defineForm({ reason: textarea({ label: messages.words('reason'), max: 1000 }) });

export const recallCirculationPage = definePage({
  path: '/meetings/:id/circulation/recall',
  permission: keys.circulate,
  params: meetingParams,
  async load(tx, { params }) {
    const found = await circulationForSecretariat(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    if (found.value.circulation.closedAt || found.value.circulation.withdrawnAt) return fail('NOT_RUNNING', messages.words('notRunning'), { status: 409 });
    const answered = (await listAnswers(tx, found.value.circulation.id)).filter((one) => one.answeredAt !== null).length;
    return ok<Running & { answered: number }>({ ...found.value, answered });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: RecallView,
});

function RecallView({ meeting, circulation, answered }: Running & { answered: number }, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = circulationHref(meeting.id, '/circulation/recall');
  return (
    <div class="stack">
      <PageHead title={`${t('title')} ${circulation.letterNumber ?? ''}`} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]} />
      <Notice kind="warn" title={answered > 0 ? t('answered', { n: answered }) : undefined}>{t('text')}</Notice>
      <ActionForm ui={ui} action={action} form={recallForm} class="form">
        <FormField ui={ui} action={action} form={recallForm} name="reason" />
        <ButtonRow><Button kind="danger">{t('submit')}</Button><ButtonLink kind="quiet" href={circulationHref(meeting.id, '/circulation')}>{shared.in(ui.lang)('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

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
