// What proves the result: files and records of the house, of the report itself and of the steps behind its value.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { Attachment } from '../../../../../ui/components/attachment.tsx';
import { Button } from '../../../../../ui/components/button.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import type { ReportData, ReportEvidence } from '../../report-data.ts';
import { resultHref } from '../../shown.tsx';
import { evidenceForm, withdrawForm } from './forms.ts';
import { messages } from './messages.ts';

const looks = { same: 'done', changed: 'wait', unseen: 'void' } as const;

/** One piece of evidence: what it is, whether it still says what it said, who gave it. */
export function EvidenceRow({ line, place, ui }: { line: ReportEvidence | (Omit<ReportEvidence, 'mine'> & { mine?: boolean }); place: number | undefined; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const facts = [line.kind, dayWords(ui.lang, localDate(line.date)), t('givenBy', { name: line.givenBy }), place === undefined ? '' : t('ofStep', { n: place })].filter(Boolean).join(' · ');
  const mark = <StateMark kind={looks[line.state]}>{t(`ev.${line.state}`)}</StateMark>;
  return line.href === undefined
    ? <p class="attachment"><span class="attachment-text">{t('ev.unseen')}<span class="quiet">{facts}</span></span>{mark}</p>
    : <Attachment name={line.title ?? ''} href={line.href} note={<span title={line.contentHash}>{facts}</span>} action={mark} />;
}

export function EvidenceSection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const base = resultHref(data.cycle, data.indicator.key, data.at?.round);
  const action = `${base}/evidence`;
  const ofResult = data.at?.round.month !== null;
  return (
    <Section title={t('evidence')} id="evidence">
      {data.evidence.length === 0 ? <p class="quiet">{t(ofResult ? 'evidenceNone' : 'evidenceNoneYet')}</p> : data.evidence.map((line) => (
        <>
          <EvidenceRow line={line} place={line.step ? data.plan.findIndex(({ id }) => id === line.step?.id) + 1 : undefined} ui={ui} />
          {line.mine ? (
            <details class="step-more" open={ui.form.action === `${base}/evidence/${line.id}/withdraw`}>
              <summary>{t('evidenceWithdraw')}<span class="vh">{` ${line.title ?? ''}`}</span></summary>
              <ActionForm ui={ui} action={`${base}/evidence/${line.id}/withdraw`} form={withdrawForm} scope={`withdraw-${line.id}`}>
                <FormField ui={ui} action={`${base}/evidence/${line.id}/withdraw`} form={withdrawForm} name="note" />
                <Button kind="danger">{t('evidenceWithdraw')}</Button>
              </ActionForm>
            </details>
          ) : null}
        </>
      ))}
      {data.writes ? (
        <details class="step-more" open={ui.form.action === action || (ofResult && data.evidence.length === 0)}>
          <summary>{t('evidenceAdd')}</summary>
          <ActionForm ui={ui} action={action} form={evidenceForm} scope="evidence">
            <FormField ui={ui} action={action} form={evidenceForm} name="files" />
            <FormField ui={ui} action={action} form={evidenceForm} name="links" />
            <Button>{t('evidenceAdd')}</Button>
          </ActionForm>
        </details>
      ) : null}
    </Section>
  );
}
