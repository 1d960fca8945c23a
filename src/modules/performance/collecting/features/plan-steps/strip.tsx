// The plan of an indicator on a strip of twelve months, with what is late.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { isLocalDate } from '../../../../../thai/index.ts';
import { MonthStrip } from '../../../../../ui/components/month-strip.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../../ui/components/state-mark.tsx';
import type { Cycle } from '../../../store/cycles.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { isLate, monthOf, stripOf, type StepState } from '../../domain/plan-steps.ts';
import { messages as shared } from '../../messages.ts';
import { stepsHref } from '../../shown.tsx';
import type { MeasuringRules } from '../../store/measuring.ts';
import type { Step } from '../../store/steps.ts';
import { messages } from './messages.ts';

export const stepMarks: Readonly<Record<StepState, StateKind>> = { planned: 'wait', 'under-way': 'going', done: 'done', 'not-done': 'void', 'next-year': 'void', unknown: 'risk' };

export const planTitle = ({ measuring }: Pick<Indicator, 'measuring'>) => (measuring === 'milestones' || measuring === 'staged-approval' || measuring === 'service-level' ? messages.words(`title.${measuring}`) : messages.words('title.other'));

/** Short names of months, October first. */
export const monthNames = (lang: Ui['lang']): string[] => (lang === 'th' ? ['ต.ค.', 'พ.ย.', 'ธ.ค.', 'ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.'] : ['Oct', 'Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep']);

export interface PlanSectionProps {
  readonly cycle: Cycle;
  readonly indicator: Indicator;
  readonly plan: readonly Step[];
  readonly rules: MeasuringRules;
  readonly today: string;
  readonly keeps: boolean;
  readonly ui: Ui;
}

/** Nothing where the indicator has no steps and is not measured by any. */
export function PlanSection({ cycle, indicator, plan, rules, today, keeps, ui }: PlanSectionProps): VNode | null {
  const t = messages.in(ui.lang);
  if (plan.length === 0) return null;
  const late = plan.filter((step) => isLate(step, cycle.fiscalYear, today)).length;
  return (
    <Section title={ui.text(planTitle(indicator))} aside={<>{t(`rule.${rules.rule}`)}{late > 0 ? <> · <StateMark kind="late">{t('lateNote', { n: late })}</StateMark></> : null}</>} id="plan">
      <PlanStrip cycle={cycle} indicator={indicator} plan={plan} today={today} keeps={keeps} ui={ui} />
    </Section>
  );
}

export function PlanStrip({ cycle, indicator, plan, today, keeps, ui }: Omit<PlanSectionProps, 'rules'>): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const facts = (step: Step): string => [
    step.doneOn && isLocalDate(step.doneOn) ? t('doneOn', { day: dayWords(ui.lang, step.doneOn) }) : step.plannedOn && isLocalDate(step.plannedOn) ? t('plannedFor', { day: dayWords(ui.lang, step.plannedOn) }) : '',
    step.byWhom, step.reference,
  ].filter(Boolean).join(' · ');
  return (
    <MonthStrip label={t('strip')} head={t('step')} months={monthNames(ui.lang)} now={monthOf(cycle.fiscalYear, today)} nowWords={t('now')}
      words={{ planned: t('cell.planned'), 'under-way': t('cell.under-way'), done: t('cell.done'), late: t('cell.late'), 'next-year': t('cell.next-year') }}
      rows={plan.map((step, n) => ({
        key: String(step.id),
        cells: stripOf(step, cycle.fiscalYear, today),
        title: (
          <>
            {keeps ? <a href={`${stepsHref(cycle, indicator.key)}/${step.id}`}>{`${n + 1}. ${step.title}`}</a> : `${n + 1}. ${step.title}`}
            <span class="strip-facts"><StateMark kind={isLate(step, cycle.fiscalYear, today) ? 'late' : stepMarks[step.state]}>{isLate(step, cycle.fiscalYear, today) ? `${s(`step.${step.state}`)} · ${t('late')}` : s(`step.${step.state}`)}</StateMark>{facts(step) ? <span class="quiet mid"> {facts(step)}</span> : null}</span>
          </>
        ),
      }))} />
  );
}
