import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { bangkokDate } from '../../../../../thai/index.ts';
import { Attachment } from '../../../../../ui/components/attachment.tsx';
import { Button } from '../../../../../ui/components/button.tsx';
import { UploadProgress } from '../../../../../ui/components/file-field.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { allLevels } from '../../../domain/pmqa/levels.ts';
import { messages as shared } from '../../messages.ts';
import { yearHref } from '../../shown.tsx';
import type { LevelEvidence } from './evidence.ts';
import { evidenceForm, mostPages, withdrawForm } from './form.ts';
import { messages } from './messages.ts';
import type { ItemData } from './page.tsx';

/** The PDFs of the three levels, and a form to attach one. */
export function EvidencePart({ data, ui }: { data: ItemData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const base = yearHref(data.record.year, `/items/${data.item.key}`);
  const form = { ui, action: `${base}/evidence`, form: evidenceForm };
  return (
    <Section title={t('evidence')} aside={t('evidenceNote', { max: mostPages })} id="evidence">
      {data.evidence.length === 0 ? <p class="quiet">{t('none')}</p> : data.evidence.map((line) => <EvidenceRow line={line} base={base} may={data.mayFill} ui={ui} />)}
      {data.mayFill ? (
        <ActionForm {...form} class="form" scope="evidence">
          <FormField {...form} name="level" arrange="row" options={allLevels.map((level) => ({ value: level, label: s(`level.${level}`) }))} />
          <FormField {...form} name="file" hint={t('attachHint')} />
          <FormField {...form} name="note" size="m" />
          <UploadProgress />
          <Button>{t('attach')}</Button>
        </ActionForm>
      ) : null}
    </Section>
  );
}

function EvidenceRow({ line, base, may, ui }: { line: LevelEvidence; base: string; may: boolean; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const action = `${base}/evidence/${line.id}/withdraw`;
  const facts = [t('pages', { level: shared.in(ui.lang)(`level.${line.level}`), n: line.pages, day: dayWords(ui.lang, bangkokDate(line.addedAt)) }), line.note].filter(Boolean).join(' · ');
  return (
    <div>
      {line.href === undefined ? <p class="quiet">{t('unseen')} · {facts}</p> : <Attachment name={line.title ?? ''} href={line.href} note={facts} />}
      {may ? (
        <details class="step-more" open={ui.form.action === action}>
          <summary>{t('withdraw')}<span class="vh"> {line.title}</span></summary>
          <ActionForm ui={ui} action={action} form={withdrawForm} scope={`withdraw-${line.id}`}>
            <FormField ui={ui} action={action} form={withdrawForm} name="reason" />
            <Button kind="danger">{t('withdraw')}</Button>
          </ActionForm>
        </details>
      ) : null}
    </div>
  );
}
