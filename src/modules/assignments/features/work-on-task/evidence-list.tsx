import type { VNode } from 'preact';
import type { EvidenceLine } from '../../../../platform/evidence/evidence-links.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import type { Words } from '../../../../platform/words.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Attachment } from '../../../../ui/components/attachment.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { messages } from '../../messages.ts';
import { dayWords } from '../../task-words.ts';
import { withdrawForm } from './forms.ts';

/** One piece of evidence, with what the page needs to show it. */
export interface ShownEvidence extends EvidenceLine {
  readonly kind: Words;
  readonly givenBy: string;
  /** The actor may take it back now. */
  readonly mine: boolean;
}

const looks = { same: 'done', changed: 'wait', unseen: 'void' } as const;

/** The evidence of a task: what it is, whether it still says what it said, its day and its fingerprint. */
export function EvidenceList({ taskId, evidence, ui }: { taskId: number; evidence: readonly ShownEvidence[]; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  if (evidence.length === 0) return <p class="quiet">{t('task.evidence.none')}</p>;
  return (
    <div>
      {evidence.map((line) => (
        <EvidenceRow taskId={taskId} line={line} ui={ui} />
      ))}
    </div>
  );
}

function EvidenceRow({ taskId, line, ui }: { taskId: number; line: ShownEvidence; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = `/tasks/${taskId}/evidence/${line.id}/withdraw`;
  const facts = (
    <>
      {`${ui.text(line.kind)} · ${dayWords(line.date, ui)} · ${t('evidence.givenBy', { name: line.givenBy })} · `}
      <span title={line.contentHash}>{t('evidence.hash', { hash: line.contentHash.slice(0, 12) })}</span>
    </>
  );
  const mark = <StateMark kind={looks[line.state]}>{t(`evidence.${line.state}`)}</StateMark>;
  return (
    <>
      {line.href === undefined
        ? <p class="attachment"><span class="attachment-text">{t('evidence.hidden')}<span class="quiet">{facts}</span></span>{mark}</p>
        : <Attachment name={line.title ?? ''} href={line.href} note={facts} action={mark} />}
      {line.mine ? (
        <details class="step-more" open={ui.form.action === action}>
          <summary>{t('step.withdraw')}<span class="vh">{` ${line.title ?? ui.text(line.kind)}`}</span></summary>
          <ActionForm ui={ui} action={action} form={withdrawForm} scope={`withdraw-${line.id}`}>
            <FormField ui={ui} action={action} form={withdrawForm} name="reason" />
            <Button kind="danger">{t('step.withdraw')}</Button>
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}
