import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { circulationForSecretariat, keys } from '../../circulation/access.ts';
import type { Running } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { messages as shared } from '../../messages.ts';
import { meetingParams } from '../../params.ts';
import { meetingHref, referenceText } from '../../shown.ts';
import { listAnswers } from '../../store/circulations.ts';
import { recallForm } from './form.ts';
import { messages } from './messages.ts';

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
