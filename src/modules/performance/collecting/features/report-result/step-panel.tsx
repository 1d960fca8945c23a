// The next step of a report for whoever looks at it, and the steps that were taken.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { momentWords } from '../../../../../platform/when.ts';
import { Button } from '../../../../../ui/components/button.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { Timeline } from '../../../../../ui/components/timeline.tsx';
import type { SubmissionStep } from '../../domain/submission-state.ts';
import { messages as shared } from '../../messages.ts';
import type { ReportData } from '../../report-data.ts';
import { boardHref, resultHref, roundWords } from '../../shown.tsx';
import { stepForms, type PageStep } from './forms.ts';
import { messages } from './messages.ts';

const onPage = (step: SubmissionStep): step is PageStep => step in stepForms;

export function ActPanel({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { steps, cycle, indicator, at } = data;
  const shown = steps.filter(onPage);
  const [first, ...others] = [...shown].sort((a, b) => rank(a) - rank(b));
  const form = (step: PageStep, main: boolean) => {
    const action = `${resultHref(cycle, indicator.key, at?.round)}/${step}`;
    return (
      <ActionForm ui={ui} action={action} form={stepForms[step]} scope={step}>
        <FormField ui={ui} action={action} form={stepForms[step]} name="note" />
        <Button kind={main ? 'main' : 'plain'}>{t(`do.${step}`)}</Button>
      </ActionForm>
    );
  };
  return (
    <Panel title={t('act')}>
      {shown.length === 0 && !steps.includes('confirm') ? <p class="quiet">{t('nothing')}</p> : null}
      {first ? form(first, true) : null}
      {others.map((step) => (
        <details class="step-more" open={ui.form.action === `${resultHref(cycle, indicator.key, at?.round)}/${step}`}>
          <summary>{t(`do.${step}`)}</summary>
          {form(step, false)}
        </details>
      ))}
      {steps.includes('confirm') && at ? <p class="quiet">{t('confirmAtBoard')} <a href={boardHref(cycle, at.round)}>{ui.text(roundWords(at.round))}</a></p> : null}
    </Panel>
  );
}

/** The usual step first. */
const rank = (step: PageStep): number => ['submit', 'approve', 'return', 'take-back', 'reopen', 'reopen-confirmed'].indexOf(step);

export function HistorySection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  return (
    <Section title={t('history')}>
      <Timeline label={t('history')} items={data.events.map(({ kind, at, personName, note }) => ({ text: s(`event.${kind}`), by: personName, time: momentWords(ui.lang, at), iso: at.toISOString(), ...(note ? { note } : {}) }))} />
    </Section>
  );
}
