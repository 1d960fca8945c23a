// The steps behind the value of an indicator: the whole plan, and one step with its days, proof and evidence.
import type { VNode } from 'preact';
import { z } from 'zod';
import { listEvidence, type EvidenceLine } from '../../../../../platform/evidence/evidence-links.ts';
import { ActionForm, FormField } from '../../../../../platform/forms/render.tsx';
import { definePage, type PageDefinition } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { dayWords, momentWords } from '../../../../../platform/when.ts';
import { isLocalDate } from '../../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { FieldsRow } from '../../../../../ui/components/form.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Panel, Section } from '../../../../../ui/components/panel.tsx';
import { Timeline } from '../../../../../ui/components/timeline.tsx';
import { partyNames, type PartyName } from '../../../../organisation/index.ts';
import type { Cycle } from '../../../store/cycles.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { findIndicator, keyParams, refusalToWrite, standingOf } from '../../find.ts';
import { stepType, type CollectingHouse } from '../../house.ts';
import { messages as shared } from '../../messages.ts';
import { collectHref, resultHref, stepsHref } from '../../shown.tsx';
import { measuringOf, type MeasuringRules } from '../../store/measuring.ts';
import { stepById, stepEvents, stepsOf, type Step, type StepEvent } from '../../store/steps.ts';
import { stepStates } from '../../domain/plan-steps.ts';
import { EvidenceRow } from '../report-result/evidence-section.tsx';
import { monthKeys, newStepForm, removeStepForm, stepForm } from './form.ts';
import { messages } from './messages.ts';
import { monthNames, planTitle, PlanStrip } from './strip.tsx';

export const stepParams = keyParams.extend({ step: z.coerce.number().int().positive().max(2_147_483_647) });

interface PlanData {
  readonly cycle: Cycle;
  readonly indicator: Indicator;
  readonly plan: readonly Step[];
  readonly rules: MeasuringRules;
  readonly events: readonly (StepEvent & { readonly title: string })[];
  readonly keeps: boolean;
  readonly today: string;
}

interface StepData {
  readonly cycle: Cycle;
  readonly indicator: Indicator;
  readonly step: Step;
  readonly evidence: readonly (EvidenceLine & { readonly kind: string; readonly givenBy: string; readonly step: null })[];
  readonly keeps: boolean;
}

export type StepsPage = PageDefinition<z.infer<typeof keyParams>, unknown, PlanData>;
export type StepPage = PageDefinition<z.infer<typeof stepParams>, unknown, StepData>;

export const stepsPage: StepsPage = definePage({
  path: '/performance/:year/results/:key/steps',
  permission: 'performance.read',
  params: keyParams,
  async load(tx, { params, actor, services }) {
    const found = await findIndicator(tx, params.year, params.key);
    if (!found.ok) return found;
    const { cycle, indicator } = found.value;
    return ok({
      cycle, indicator, plan: await stepsOf(tx, indicator.id), rules: (await measuringOf(tx, indicator.id)).rules, events: await stepEvents(tx, indicator.id),
      keeps: refusalToWrite(cycle, standingOf(actor, cycle, indicator)) === undefined, today: services.clock.today(),
    });
  },
  title: ({ indicator }, ui) => messages.in(ui.lang)('title', { key: indicator.key }),
  view: PlanView,
});

const crumbs = (cycle: Cycle, indicator: Indicator, ui: Ui) => [{ label: shared.in(ui.lang)('collect'), href: collectHref(cycle) }, { label: `${indicator.key} ${indicator.name}`, href: resultHref(cycle, indicator.key) }];

function PlanView({ cycle, indicator, plan, rules, events, keeps, today }: PlanData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const action = `${stepsHref(cycle, indicator.key)}/new`;
  return (
    <div class="stack-l">
      <PageHead title={ui.text(planTitle(indicator))} sub={`${t('sub')} · ${t(`rule.${rules.rule}`)}`} crumbs={[...crumbs(cycle, indicator, ui), { label: ui.text(planTitle(indicator)) }]} actions={<ButtonLink href={resultHref(cycle, indicator.key)}>{t('back')}</ButtonLink>} />
      {plan.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : <PlanStrip cycle={cycle} indicator={indicator} plan={plan} today={today} keeps={keeps} ui={ui} />}
      {keeps ? (
        <Panel title={t('add')}>
          <ActionForm ui={ui} action={action} form={newStepForm} scope="new">
            <PlanFields action={action} form={newStepForm} step={{ place: Math.min(99, (plan.at(-1)?.place ?? 0) + 1) }} ui={ui} />
            <Button kind="main">{t('add')}</Button>
          </ActionForm>
        </Panel>
      ) : null}
      {events.length > 0 ? (
        <Section title={t('history')}>
          <Timeline label={t('history')} items={events.slice(0, 50).map(({ kind, title, at, personName, note, detail }) => ({
            text: `${t(`e.${kind}`)}: ${title}`, by: personName, time: momentWords(ui.lang, at), iso: at.toISOString(),
            note: [moved(detail, ui), note].filter(Boolean).join(' · ') || undefined,
          }))} />
        </Section>
      ) : null}
    </div>
  );
}

/** `10 มี.ค. 2564 → 24 มี.ค. 2564`, where a step was put off. */
function moved(detail: Readonly<Record<string, unknown>>, ui: Ui): string {
  const words = (value: unknown) => (typeof value === 'string' && isLocalDate(value) ? dayWords(ui.lang, value) : typeof value === 'number' ? (monthNames(ui.lang)[value - 1] ?? '') : '–');
  return 'from' in detail ? `${words(detail['from'])} → ${words(detail['to'])}` : '';
}

function PlanFields({ action, form, step, ui }: { action: string; form: typeof newStepForm | typeof stepForm; step: Partial<Step>; ui: Ui }): VNode {
  const common = { ui, action, form };
  const months = monthKeys.map((value, at) => ({ value, label: monthNames(ui.lang)[at] as string }));
  return (
    <>
      <FieldsRow><FormField {...common} name="place" size="xs" value={step.place} /><FormField {...common} name="weight" size="xs" value={step.weight} /></FieldsRow>
      <FormField {...common} name="title" value={step.title} />
      <FormField {...common} name="byWhom" value={step.byWhom} />
      <FieldsRow>
        <FormField {...common} name="fromMonth" options={months} value={step.fromMonth} size="s" />
        <FormField {...common} name="toMonth" options={months} value={step.toMonth} size="s" />
        <FormField {...common} name="plannedOn" value={step.plannedOn} />
      </FieldsRow>
    </>
  );
}

export function stepPage(house: CollectingHouse): StepPage {
  return definePage({
    path: '/performance/:year/results/:key/steps/:step',
    permission: 'performance.read',
    params: stepParams,
    async load(tx, { params, actor, services }) {
      const found = await findIndicator(tx, params.year, params.key);
      if (!found.ok) return found;
      const { cycle, indicator } = found.value;
      const step = await stepById(tx, indicator.id, params.step);
      if (!step) return notFound();
      const lines = await listEvidence(tx, house.evidence(), { type: stepType, id: step.id });
      const names: ReadonlyMap<number, PartyName> = await partyNames(tx, lines.map(({ addedBy }) => addedBy), services.clock.today());
      return ok({
        cycle, indicator, step, keeps: refusalToWrite(cycle, standingOf(actor, cycle, indicator)) === undefined,
        evidence: lines.map((line) => ({ ...line, kind: house.evidence().find(({ type }) => type === line.of.type)?.label.th ?? '', givenBy: names.get(line.addedBy)?.name ?? '–', step: null })),
      });
    },
    title: ({ step }) => step.title,
    view: StepView,
  });
}

function StepView({ cycle, indicator, step, evidence, keeps }: StepData, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const action = `${stepsHref(cycle, indicator.key)}/${step.id}`;
  const common = { ui, action, form: stepForm };
  const removing = `${action}/remove`;
  return (
    <div class="stack-l">
      <PageHead title={step.title} sub={s(`step.${step.state}`)} crumbs={[...crumbs(cycle, indicator, ui), { label: ui.text(planTitle(indicator)), href: stepsHref(cycle, indicator.key) }, { label: step.title }]} />
      <Section title={t('evidence')}>{evidence.length === 0 ? <p class="quiet">{t('evidenceNone')}</p> : evidence.map((line) => <EvidenceRow line={line} place={undefined} ui={ui} />)}</Section>
      {keeps ? (
        <>
          <ActionForm {...common} guard hidden={{ rev: String(step.rev) }}>
            <FormField {...common} name="state" as="radios" arrange="two" options={stepStates.map((value) => ({ value, label: s(`step.${value}`) }))} value={step.state} />
            <FieldsRow><FormField {...common} name="doneOn" value={step.doneOn} /><FormField {...common} name="reference" value={step.reference} /></FieldsRow>
            <FormField {...common} name="proof" value={step.proof} />
            <FormField {...common} name="files" />
            <FormField {...common} name="links" />
            <PlanFields action={action} form={stepForm} step={step} ui={ui} />
            <FormField {...common} name="note" rows={2} value={step.note} />
            <FormField {...common} name="why" />
            <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink kind="quiet" href={stepsHref(cycle, indicator.key)}>{t('back')}</ButtonLink></ButtonRow>
          </ActionForm>
          <details class="step-more" open={ui.form.action === removing}>
            <summary>{t('remove')}</summary>
            <ActionForm ui={ui} action={removing} form={removeStepForm} scope="remove"><FormField ui={ui} action={removing} form={removeStepForm} name="reason" /><Button kind="danger">{t('remove')}</Button></ActionForm>
          </details>
        </>
      ) : null}
    </div>
  );
}
