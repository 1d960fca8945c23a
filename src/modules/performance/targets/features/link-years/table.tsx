// The years of an indicator beside each other: what was the pilot, what is the target, what comes next.
import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { StateMark } from '../../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { scaledText } from '../../../domain/numbers.ts';
import { messages as shared } from '../../messages.ts';
import { lineHref } from '../../params.ts';
import { LadderWords, weightText } from '../../shown.tsx';
import type { YearIndicator, YearPlan } from '../../store/years.ts';
import { messages } from './messages.ts';

interface YearRow {
  readonly year: number;
  readonly indicator: YearIndicator | undefined;
  readonly plan: (YearPlan & { readonly indicatorId: number }) | undefined;
}

/** Years that an indicator or a plan of it speaks of. */
function yearRows(years: readonly YearIndicator[], plans: readonly (YearPlan & { readonly indicatorId: number })[]): YearRow[] {
  const all = [...new Set([...years, ...plans].map(({ fiscalYear }) => fiscalYear))].toSorted((a, b) => a - b);
  return all.map((year) => ({ year, indicator: years.find(({ fiscalYear }) => fiscalYear === year), plan: plans.findLast(({ fiscalYear }) => fiscalYear === year) }));
}

export function YearsTable({ ui, years, plans, here }: { ui: Ui; years: readonly YearIndicator[]; plans: readonly (YearPlan & { readonly indicatorId: number })[]; /** The indicator whose page it is. */ here: number }): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const rows = yearRows(years, plans);
  const result = ({ indicator }: YearRow) => (indicator?.value === undefined || indicator.value === null ? '' : (
    <>
      {scaledText(indicator.value)} {indicator.unitOfMeasure}
      {indicator.stepsDone.length > 0 ? <div class="small">{t('steps', { steps: indicator.stepsDone.join(', ') })}</div> : null}
      {indicator.resultNote ? <div class="quiet small">{indicator.resultNote}</div> : null}
    </>
  ));
  return (
    <Table caption={t('caption')} captionHidden rows={rows} rowKey={({ year }) => String(year)} isCurrent={({ indicator }) => indicator?.indicatorId === here}
      columns={[
        { key: 'year', head: t('year'), kind: 'main', cell: ({ year, plan }) => <>{year}{plan ? <div class="regular small"><StateMark kind={plan.phase === 'pilot' ? 'done' : plan.phase === 'target' ? 'going' : 'wait'}>{t(`phase.${plan.phase}`)}</StateMark></div> : null}</> },
        { key: 'indicator', head: s('indicator'), cell: ({ year, indicator }) => (indicator ? <>{indicator.indicatorId === here ? `${indicator.key} ${indicator.name}` : <a href={lineHref(year, indicator.key)}>{indicator.key} {indicator.name}</a>}{indicator.note ? <div class="quiet small">{indicator.note}</div> : null}</> : <span class="quiet">{t('noSheet')}</span>) },
        { key: 'ladder', head: s('ladder'), kind: 'nowrap', cell: ({ indicator }) => (indicator ? <LadderWords ui={ui} ladder={indicator.ladder} unit={indicator.unitOfMeasure} /> : '') },
        { key: 'weight', head: s('weight'), kind: 'num', cell: ({ indicator }) => weightText(indicator?.weight ?? null) },
        { key: 'result', head: t('result'), cell: result },
        { key: 'plan', head: t('plan'), kind: 'wide', cell: ({ plan }) => plan?.text ?? '' },
      ]} />
  );
}
