// Certification by a meeting: the same one before it rises, or a later one under "minutes of the last meeting".
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cancelTimer } from '../../../../platform/jobs/jobs.ts';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { defineMessages } from '../../../../platform/words.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { meetingForPage, meetingForStep } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { settleKey } from '../../circulation/jobs.ts';
import { messages as certification } from '../../circulation/messages.ts';
import { tellOutcome } from '../../circulation/notices.ts';
import { certify } from '../../circulation/settle.ts';
import { choice, defineForm, text, thaiDate } from '../../form-fields.ts';
import { messages as shared } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { dayText, meetingHref, numberText, referenceText } from '../../shown.ts';
import { countOpenSuggestions, currentCirculation, lastMeetingsOf, lockCirculationForUpdate } from '../../store/certification.ts';
import { closeCirculation, listAnswers } from '../../store/circulations.ts';
import { findMeeting } from '../../store/meetings.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { findVersion, minutesOf } from '../../store/minutes.ts';

const messages = defineMessages({
  th: {
    title: 'บันทึกการรับรองในที่ประชุม',
    text: 'ใช้เมื่อที่ประชุมอ่านและรับรองรายงานในการประชุมเดียวกัน หรือรับรองในระเบียบวาระเรื่องรับรองรายงานการประชุมครั้งถัดไป',
    where: 'ที่ประชุมที่รับรอง',
    same: 'ครั้งนี้ ({date})',
    on: 'วันที่รับรอง',
    reference: 'ระเบียบวาระและมติ',
    referenceHint: 'เช่น ระเบียบวาระที่ 2 มติ รับรองรายงานการประชุมโดยไม่มีการแก้ไข',
    usualReference: 'ระเบียบวาระที่ 2 เรื่องรับรองรายงานการประชุม',
    submit: 'บันทึกการรับรองและล็อกรายงาน',
    done: 'บันทึกการรับรองแล้ว',
    unsigned: 'ผู้จดรายงานต้องลงนามก่อนจึงรับรองได้',
    open: 'มีข้อเสนอแก้ไขที่ส่งแล้ว {n} ข้อ รอครบกำหนดเพื่อพิจารณา หรือเรียกคืนการเวียนก่อน',
    badDay: 'วันที่รับรองต้องตรงกับวันประชุมหรือหลังจากนั้น และไม่เกินวันนี้',
    noMeeting: 'ไม่พบการประชุมที่เลือก',
    running: 'การเวียนที่ค้างอยู่จะปิดเมื่อบันทึกการรับรองนี้ ผู้ที่ยังไม่ตอบไม่ถูกถือว่ารับรอง',
    closedBy: 'ปิดการเวียนเพราะที่ประชุมรับรองรายงานแล้ว',
  },
  en: {
    title: 'Record certification in a meeting',
    text: 'For minutes that were read and certified in the same meeting, or certified by the next one under its item on minutes',
    where: 'Certified by',
    same: 'This meeting ({date})',
    on: 'Certified on',
    reference: 'Agenda item and resolution',
    referenceHint: 'For example: item 2, certified without corrections',
    usualReference: 'Item 2, minutes of the last meeting',
    submit: 'Record and lock the minutes',
    done: 'The certification is recorded',
    unsigned: 'The drafter signs before minutes can be certified',
    open: '{n} suggestions are in: wait for the last day to decide them, or withdraw the circulation',
    badDay: 'The day is that of the meeting or later, and not in the future',
    noMeeting: 'There is no such meeting',
    running: 'The circulation that still runs is closed by this. Nobody is deemed by it',
    closedBy: 'Closed because a meeting certified the minutes',
  },
});

const certifyForm = defineForm({
  meeting: text({ label: messages.words('where'), max: 12 }),
  on: thaiDate({ label: messages.words('on') }),
  reference: text({ label: messages.words('reference'), hint: messages.words('referenceHint'), max: 500 }),
});

// The choices depend on the committee, so the select is drawn from a field of no fixed values.
const whereField = choice(['same', 'other'] as const, { label: messages.words('where') });

interface Data { readonly meeting: MeetingRow; readonly later: Awaited<ReturnType<typeof lastMeetingsOf>>; readonly running: boolean; readonly today: string }

async function load(tx: ReadTx, id: number, today: string): Promise<Result<Data>> {
  const meeting = await meetingForPage(tx, id, 'certify-in-meeting', keys.decide);
  if (!meeting.ok) return meeting;
  const circulation = await currentCirculation(tx, id);
  const later = (await lastMeetingsOf(tx, meeting.value.committeeId, meeting.value.heldOn)).filter((one) => one.id !== id && one.heldOn <= today);
  return ok({ meeting: meeting.value, later, running: circulation !== undefined && !circulation.closedAt && !circulation.withdrawnAt, today });
}

export const certifyInMeetingPage = definePage({
  path: '/meetings/:id/certify-in-meeting',
  permission: keys.decide,
  params: meetingParams,
  load: (tx, { params, services }) => load(tx, params.id, services.clock.today()),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: CertifyView,
});

function CertifyView({ meeting, later, running }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = circulationHref(meeting.id, '/certify-in-meeting');
  const common = { ui, action, form: certifyForm };
  const options = [
    { value: String(meeting.id), label: t('same', { date: dayText(ui.lang, meeting.heldOn) }) },
    ...later.map((one) => ({ value: String(one.id), label: `ครั้งที่ ${numberText(one)} ${dayText(ui.lang, one.heldOn)}` })),
  ];
  return (
    <div class="stack">
      <PageHead title={t('title')} sub={`${meeting.title} ${referenceText(meeting)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: t('title') }]} />
      <p class="measure">{t('text')}</p>
      {running ? <Notice kind="warn">{t('running')}</Notice> : null}
      <ActionForm ui={ui} action={action} form={certifyForm} class="form">
        <FormField {...common} name="meeting" field={whereField} as="select" options={options} value={later.at(-1)?.id ?? meeting.id} empty="" />
        <FormField {...common} name="on" value={later.at(-1)?.heldOn ?? meeting.heldOn} />
        <FormField {...common} name="reference" value={t('usualReference')} />
        <ButtonRow><Button kind="main">{t('submit')}</Button><ButtonLink kind="quiet" href={meetingHref(meeting.id)}>{shared.in(ui.lang)('cancel')}</ButtonLink></ButtonRow>
      </ActionForm>
    </div>
  );
}

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
