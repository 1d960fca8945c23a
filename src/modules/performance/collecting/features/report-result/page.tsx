// The report of one indicator in one round: what is asked, the value and its score, evidence, card, history, and the next step.
import type { VNode } from 'preact';
import { definePage, type PageDefinition } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { dayWords } from '../../../../../platform/when.ts';
import { localDate } from '../../../../../thai/index.ts';
import { ButtonLink } from '../../../../../ui/components/button.tsx';
import { DefinitionList } from '../../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Tabs } from '../../../../../ui/components/tabs.tsx';
import { isLocked, isWanted } from '../../domain/submission-state.ts';
import { keyParams, ownersOf, reportParams } from '../../find.ts';
import type { CollectingHouse } from '../../house.ts';
import { messages as shared } from '../../messages.ts';
import { readReport, type ReportData } from '../../report-data.ts';
import { boardHref, collectHref, FailedAct, resultHref, roundWords, stepsHref, SubmissionMark } from '../../shown.tsx';
import { CardSection } from './card-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { messages } from './messages.ts';
import { PlanSection } from '../plan-steps/strip.tsx';
import { ActPanel, HistorySection } from './step-panel.tsx';
import { ValueSection } from './value-section.tsx';
import { ValuesSection } from './values-table.tsx';

export type ReportPage = PageDefinition<{ year: number; key: string; round: string }, unknown, ReportData>;

/** With a round in the address, and without: the round that is open now. */
export function reportPages(house: CollectingHouse) {
  const shownAs = {
    title: ({ indicator }: ReportData, ui: Ui) => messages.in(ui.lang)('title', { key: indicator.key }),
    view: (data: ReportData, ui: Ui) => <ReportView data={data} ui={ui} />,
  };
  const ofRound = definePage({
    path: '/performance/:year/results/:key/:round', permission: 'performance.read', params: reportParams, ...shownAs,
    load: (tx, { params, services }) => readReport(tx, params, services, house),
  });
  const usual = definePage({
    path: '/performance/:year/results/:key', permission: 'performance.read', params: keyParams, ...shownAs,
    load: (tx, { params, services }) => readReport(tx, params, services, house),
  });
  return { ofRound, usual };
}

function ReportView({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { cycle, indicator, rounds, at } = data;
  return (
    <div class="stack-l">
      <PageHead title={`${indicator.key} ${indicator.name}`} crumbs={[{ label: s('collect'), href: collectHref(cycle) }, { label: s('yearName', { year: cycle.fiscalYear }), href: at ? boardHref(cycle, at.round) : collectHref(cycle) }, { label: indicator.key }]}
        sub={at ? <>{ui.text(roundWords(at.round))} · <SubmissionMark state={at.submission.state} late={isWanted(at.submission.state) && at.round.dueOn < data.today} ui={ui} /></> : undefined}
        actions={<ButtonLink href={`/performance/${cycle.fiscalYear}/indicators/${indicator.key}`}>{t('sheet')}</ButtonLink>} />
      {rounds.length > 0 ? <Tabs label={t('rounds')} items={rounds.map((round) => ({ label: ui.text(roundWords(round)), href: resultHref(cycle, indicator.key, round), current: round.id === at?.round.id }))} /> : null}
      <FailedAct drawn={drawnForms(data)} ui={ui} />
      {indicator.state === 'cancelled' ? <Notice kind="warn">{t('cancelled', { day: indicator.cancelledOn ? dayWords(ui.lang, localDate(indicator.cancelledOn)) : '', reason: indicator.cancelReason ?? '' })}</Notice> : null}
      {at && isLocked(at.submission.state) ? <Notice>{t('lockedNow')}</Notice> : null}
      <div class="beside">
        <div class="stack-l">
          {at ? null : <EmptyState title={t('noRounds')}>{t('noRoundsText')}</EmptyState>}
          {at?.round.month === null ? <FormSection data={data} ui={ui} /> : null}
          {at?.round.month ? <ValueSection data={data} ui={ui} /> : null}
          {at ? <EvidenceSection data={data} ui={ui} /> : null}
          {at?.round.month ? <CardSection data={data} ui={ui} /> : null}
        </div>
        <div class="stack-l">
          {at ? <ActPanel data={data} ui={ui} /> : null}
          <FactsSection data={data} ui={ui} />
          {at ? <HistorySection data={data} ui={ui} /> : null}
        </div>
      </div>
      <PlanSection cycle={cycle} indicator={indicator} plan={data.plan} rules={data.rules} today={data.today} keeps={data.standing.owner || data.standing.keeper} ui={ui} />
      {data.results.length > 0 || at?.round.month ? <ValuesSection data={data} ui={ui} /> : null}
    </div>
  );
}

/** Addresses whose forms are on the page now. */
function drawnForms({ at, cycle, indicator, writes, steps, evidence, current, measured }: ReportData): string[] {
  const writing = writes ? ['card', 'evidence', ...(at?.round.month ? ['value'] : []), ...(current?.value === null || !current ? [] : ['withdraw-value']), ...(measured?.taken ? ['take-measure'] : []), ...evidence.filter(({ mine }) => mine).map(({ id }) => `evidence/${id}/withdraw`)] : [];
  return [...writing, ...steps].map((path) => `${resultHref(cycle, indicator.key, at?.round)}/${path}`);
}

function FactsSection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { indicator, cycle, names, at } = data;
  const units = (role: 'owner' | 'support') => indicator.units.filter((unit) => unit.role === role).map(({ unitId }) => names.get(unitId)?.abbreviation || names.get(unitId)?.name || '').join(', ');
  return (
    <DefinitionList ruled items={[
      { term: s('owners'), value: units('owner') || ownersOf(indicator).join(', ') },
      { term: t('due'), value: at ? dayWords(ui.lang, localDate(at.round.dueOn)) : undefined },
      { term: t('measuring'), value: s(`measuring.${indicator.measuring}`) },
      { term: t('unit'), value: indicator.unitOfMeasure },
      { term: t('target'), value: indicator.ladder ? <ul>{indicator.ladder.values.map((value, n) => <li>{t('rung', { value, score: indicator.ladder?.scores[n] ?? '' })}</li>)}</ul> : t('noTarget') },
      { term: t('plan'), value: indicator.measuring === 'survey' || indicator.measuring === 'assessment' ? undefined : <a href={stepsHref(cycle, indicator.key)}>{t('plan')} ({data.plan.length})</a> },
      { term: t('rules'), value: <a href={`${resultHref(cycle, indicator.key)}/rules`}>{t('rules')}</a> },
    ]} />
  );
}

function FormSection({ data, ui }: { data: ReportData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { cycle, indicator, formRev } = data;
  return (
    <Section title={t('form')} aside={formRev === undefined ? t('formMissing') : t('formThere', { rev: formRev })}>
      <p>{t('formText')}</p>
      {data.standing.owner || data.standing.keeper ? <p><a href={`/performance/${cycle.fiscalYear}/indicators/${indicator.key}/form`}>{t('formOpen')}</a></p> : null}
    </Section>
  );
}
