// What collecting says on the page of an indicator: where it stands in each round, its values, its plan.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { Section } from '../../../ui/components/panel.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { scaledText } from '../domain/numbers.ts';
import type { IndicatorSection } from '../indicators/sections.ts';
import { resultsOfIndicator, type StoredResult } from '../store/results.ts';
import { roundsOf, type Round, type Submission } from '../store/rounds.ts';
import { isWanted } from './domain/submission-state.ts';
import { messages as report } from './features/report-result/messages.ts';
import { PlanSection } from './features/plan-steps/strip.tsx';
import { standingOf } from './find.ts';
import { messages } from './messages.ts';
import { asOfWords, resultHref, roundWords, SubmissionMark } from './shown.tsx';
import { measuringOf } from './store/measuring.ts';
import { stepsOf } from './store/steps.ts';
import { submissionOf } from './store/submissions.ts';

interface Line {
  readonly round: Round;
  readonly submission: Submission;
  readonly result: StoredResult | undefined;
}

const results: IndicatorSection = async (tx, { cycle, indicator, today, actor }) => {
  const values = await resultsOfIndicator(tx, indicator.id);
  const lines: Line[] = [];
  for (const round of await roundsOf(tx, cycle.id)) {
    const submission = await submissionOf(tx, round.id, indicator.id);
    if (submission) lines.push({ round, submission, result: values.find(({ roundId }) => roundId === round.id) });
  }
  const plan = await stepsOf(tx, indicator.id);
  if (lines.length === 0 && plan.length === 0) return undefined;
  const { rules } = await measuringOf(tx, indicator.id);
  const standing = standingOf(actor, cycle, indicator);
  return {
    id: 'results', order: 200, title: report.words('values'),
    view: (ui: Ui): VNode => (
      <>
        <Section title={report.in(ui.lang)('rounds')} id="results">
          <Table caption={report.in(ui.lang)('rounds')} captionHidden rows={lines} rowKey={({ round }) => String(round.id)} empty={<p class="quiet">{report.in(ui.lang)('noRounds')}</p>}
            columns={[
              { key: 'round', head: report.in(ui.lang)('v_round'), kind: 'main', cell: ({ round }) => <a href={resultHref(cycle, indicator.key, round)}>{ui.text(roundWords(round))}</a> },
              { key: 'state', head: messages.in(ui.lang)('state'), cell: ({ round, submission }) => <SubmissionMark state={submission.state} late={isWanted(submission.state) && round.dueOn < today} ui={ui} /> },
              { key: 'value', head: report.in(ui.lang)('v_value'), kind: 'num', cell: ({ round, result }) => (round.month === null ? '' : result?.value === undefined || result.value === null ? messages.in(ui.lang)('missing') : scaledText(result.value)) },
              { key: 'asOf', head: report.in(ui.lang)('v_asOf'), kind: 'nowrap', cell: ({ result }) => (result?.value === undefined || result.value === null ? '' : asOfWords(result.asOf, ui)) },
              { key: 'source', head: report.in(ui.lang)('v_source'), cell: ({ result }) => (result?.value === undefined || result.value === null ? '' : result.source === 'measure' ? report.in(ui.lang)('source.measure', { name: result.measureName ?? '' }) : report.in(ui.lang)('source.manual')) },
            ]} />
          <p><a href={`${resultHref(cycle, indicator.key)}/rules`}>{report.in(ui.lang)('rules')}</a></p>
        </Section>
        <PlanSection cycle={cycle} indicator={indicator} plan={plan} rules={rules} today={today} keeps={standing.owner || standing.keeper} ui={ui} />
      </>
    ),
  };
};

export const resultSections: readonly IndicatorSection[] = [results];
