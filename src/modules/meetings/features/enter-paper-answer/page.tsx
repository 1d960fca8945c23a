// The secretary types a printed answer in and attaches its scan. What counts is the day on which the form arrived.
import type { VNode } from 'preact';
import { ActionForm, FormField, stateFor } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { FileField, UploadProgress } from '../../../../ui/components/file-field.tsx';
import { FieldsRow } from '../../../../ui/components/form.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { answerParams, circulationForSecretariat, keys } from '../../circulation/access.ts';
import type { Running } from '../../circulation/access.ts';
import { circulationHref } from '../../circulation/facts.ts';
import { answerWords } from '../../circulation/messages.ts';
import { answeringPost } from '../../circulation/office.ts';
import { lineIndex, plainLine } from '../../domain/minutes-text.ts';
import { messages as shared } from '../../messages.ts';
import { lineNumbers } from '../../minutes-sheet.tsx';
import { dayText, meetingHref, referenceText } from '../../shown.ts';
import { findAnswer } from '../../store/circulations.ts';
import type { AnswerRow } from '../../store/circulations.ts';
import { findVersion } from '../../store/minutes.ts';
import type { VersionRow } from '../../store/minutes.ts';
import { answers } from '../answer-minutes/form.ts';
import { messages as circulation } from '../show-circulation/messages.ts';
import { correction, paperForm } from './form.ts';
import { messages } from './messages.ts';

interface Data extends Running { readonly answer: AnswerRow; readonly version: VersionRow; readonly post: string }

export const paperAnswerPage = definePage({
  path: '/meetings/:id/circulation/paper/:answer',
  permission: keys.circulate,
  params: answerParams,
  async load(tx, { params, services }) {
    const found = await circulationForSecretariat(tx, params.id, keys.circulate);
    if (!found.ok) return found;
    const answer = await findAnswer(tx, params.answer);
    const version = await findVersion(tx, found.value.circulation.versionId);
    if (!answer || answer.circulationId !== found.value.circulation.id || !version || answer.answeredAt) return notFound();
    return ok<Data>({ ...found.value, answer, version, post: (await answeringPost(tx, answer, services.clock.today()))?.title ?? '' });
  },
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: PaperView,
});

const blankRows = [0, 1, 2] as const;

function PaperView({ meeting, answer, circulation: sent, post, version }: Data, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = circulationHref(meeting.id, `/circulation/paper/${answer.id}`);
  const common = { ui, action, form: paperForm };
  const state = stateFor(ui, action);
  const numbers = lineNumbers(version.content);
  return (
    <div class="stack">
      <PageHead title={`${t('title')} ${answer.addresseeName}`} sub={`${meeting.title} ${referenceText(meeting)} · ${circulation.in(ui.lang)('respondBy')} ${dayText(ui.lang, sent.respondBy)}`}
        crumbs={[{ label: shared.in(ui.lang)('meetings'), href: '/meetings' }, { label: referenceText(meeting), href: meetingHref(meeting.id) }, { label: circulation.in(ui.lang)('title'), href: circulationHref(meeting.id, '/circulation') }, { label: t('title') }]} />
      <Notice>{t('text')}</Notice>
      <ActionForm ui={ui} action={action} form={paperForm} class="form">
        <FormField {...common} name="answer" as="radios" options={answers.map((value) => ({ value, label: ui.text(answerWords(value)) }))} />
        <FormField {...common} name="receivedOn" />
        <FieldsRow>
          <FormField {...common} name="signer" />
          <FormField {...common} name="position" value={post} />
        </FieldsRow>
        <fieldset class="stack-s">
          <legend>{t('corrections')}</legend>
          {state.errors['corrections'] ? <p class="error">{ui.text(state.errors['corrections'])}</p> : null}
          {blankRows.map((row) => (
            <FieldsRow>
              <FormField {...common} name="corrections" inputName={`corrections.${row}.line`} field={correction.line} size="xs" />
              <FormField {...common} name="corrections" inputName={`corrections.${row}.proposed`} field={correction.proposed} rows={2} hint={t('correctionHint')} />
            </FieldsRow>
          ))}
          <details class="mid"><summary>{t('line')}</summary><ol class="stack-s">{lineIndex(version.content).map(({ line }) => <li value={numbers.get(line.id)}>{plainLine(line).slice(0, 160)}</li>)}</ol></details>
        </fieldset>
        <FormField {...common} name="remarks" rows={2} />
        <FileField name="scan" label={t('scan')} accept="application/pdf,image/jpeg,image/png" acceptWords="PDF JPG PNG" error={state.errors['scan'] ? ui.text(state.errors['scan']) : undefined} />
        <UploadProgress />
        <ButtonRow>
          <Button kind="main">{t('submit')}</Button>
          <ButtonLink kind="quiet" href={circulationHref(meeting.id, '/circulation')}>{shared.in(ui.lang)('cancel')}</ButtonLink>
        </ButtonRow>
      </ActionForm>
    </div>
  );
}
