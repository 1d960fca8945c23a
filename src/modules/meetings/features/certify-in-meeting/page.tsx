// Certification by a meeting: the same one before it rises, or a later one under "minutes of the last meeting".
import type { VNode } from 'preact';
import type { ReadTx } from '../../../../platform/db/database.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import type { Result } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { meetingForPage } from '../../access.ts';
import { keys } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { messages as shared } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { dayText, meetingHref, numberText, referenceText } from '../../shown.ts';
import { currentCirculation, lastMeetingsOf } from '../../store/certification.ts';
import type { MeetingRow } from '../../store/meetings.ts';
import { certifyForm, whereField } from './form.ts';
import { messages } from './messages.ts';

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
    ...later.map((one) => ({ value: String(one.id), label: t('later', { number: numberText(one), date: dayText(ui.lang, one.heldOn) }) })),
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
