// The score sheet of a year after 6, 9 or 12 months: every line, and why each number is what it is.
import type { VNode } from 'preact';
import { z } from 'zod';
import { definePage } from '../../../../../platform/http/define.ts';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../../platform/result.ts';
import { FilterBar } from '../../../../../ui/components/filter-bar.tsx';
import { PageHead } from '../../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../../ui/components/pager.tsx';
import { Section } from '../../../../../ui/components/panel.tsx';
import { Select } from '../../../../../ui/components/select.tsx';
import { Table } from '../../../../../ui/components/table.tsx';
import { allComponents } from '../../../domain/framework/framework.ts';
import { scaledText } from '../../../domain/numbers.ts';
import type { SheetLine } from '../../../sheet.ts';
import type { Indicator } from '../../../store/indicators.ts';
import { standingOf } from '../../domain/standing.ts';
import { readYear, yearParams, type ScoredYear } from '../../load.ts';
import { WeightedBars } from '../../charts.tsx';
import { messages as shared } from '../../messages.ts';
import { Owners, shortNumber, TotalHead } from '../../sheet-view.tsx';
import { fractionText, ladderText, scoreText, ScoreTabs, SourceWords, StandingMark, totalText, valueWords, whyLines, YearSwitch } from '../../shown.tsx';
import { messages } from './messages.ts';

export const monthQuery = z.object({ month: z.coerce.number().int().min(1).max(12).optional().catch(undefined) });

export const scoresPage = definePage({
  path: '/performance/:year/scores',
  permission: 'performance.read',
  params: yearParams,
  query: monthQuery,
  async load(tx, { params, query, services }) {
    const found = await readYear(tx, params.year, services, query.month);
    return found ? ok(found) : notFound(shared.words('noYear'));
  },
  title: ({ year }, ui) => ui.text(messages.words('title', { year })),
  view: ScoresView,
});

interface Row {
  readonly indicator: Indicator;
  /** Undefined for an indicator that stands over others. */
  readonly line: SheetLine | undefined;
}

/** Lines in the order of the sheet, with those that stand over them. */
function rowsOf({ sheet }: ScoredYear): Row[] {
  const lines = new Map(sheet.lines.map((line) => [line.indicator.id, line]));
  return sheet.indicators.map((indicator) => ({ indicator, line: lines.get(indicator.id) }));
}

function ScoresView(scored: ScoredYear, ui: Ui): VNode {
  const t = messages.in(ui.lang);
  const s = shared.in(ui.lang);
  const { year, years, sheet, month, months } = scored;
  const { framework, total } = sheet;
  const search = `?month=${month}`;
  const names = new Map(allComponents(framework).map(({ key, name }) => [key, name]));
  return (
    <div class="stack-l">
      <PageHead title={t('title', { year })} sub={t('sub')} crumbs={[{ label: s('module'), href: `/performance/${year}` }, { label: s('tabScores') }]} />
      <ScoreTabs ui={ui} year={year} at="/scores" />
      <YearSwitch ui={ui} years={years} year={year} path="/scores" />
      <FilterBar action={`/performance/${year}/scores`} result={t('shown', { framework: framework.name[ui.lang], month })}>
        <Select name="month" label={t('month')} value={String(month)} size="s" submitOnChange options={[...new Set([...months, month])].toSorted((a, b) => a - b).map((one) => ({ value: String(one), label: t('monthOf', { month: one }) }))} />
      </FilterBar>
      <TotalHead ui={ui} sheet={sheet} />
      <div class="score-sheet"><Table caption={t('title', { year })} captionHidden rows={rowsOf(scored)} rowKey={({ indicator }) => indicator.key} isVoid={({ indicator }) => indicator.state === 'cancelled'}
        group={{ key: ({ indicator }) => indicator.component, head: ({ indicator }) => `${indicator.component} ${names.get(indicator.component)?.[ui.lang] ?? ''}` }}
        footer={{ name: t('footTotal'), weight: total && sheet.rules ? scaledText(sheet.rules.weightSum) : '', weighted: <strong>{totalText(sheet)}</strong> }}
        columns={[
          { key: 'name', head: s('indicator'), kind: 'main', cell: ({ indicator }) => <><a href={`/performance/${year}/indicators/${indicator.key}`}>{indicator.key} {indicator.name}</a> <span class="quiet small"><Owners line={{ indicator }} scored={scored} /></span></> },
          { key: 'value', head: s('value'), cell: ({ line }) => (line ? <><strong>{valueWords(line)}</strong><div class="small">{line.result ? <SourceWords ui={ui} line={line} /> : null}</div></> : null) },
          { key: 'ladder', head: s('ladder'), cell: ({ line }) => (line ? ladderText(line) : null) },
          { key: 'score', head: s('score'), kind: 'num', cell: ({ line }) => (line ? (line.explanation ? scoreText(sheet, line.explanation.shown) : s('none')) : null) },
          { key: 'weight', head: s('weight'), kind: 'num', cell: ({ line }) => (line ? (line.weighted.state === 'cancelled' ? s('none') : shortNumber(fractionText(sheet, line.weighted.weight))) : null) },
          { key: 'weighted', head: s('weighted'), kind: 'num', cell: ({ line }) => (line ? (line.weighted.weighted ? <strong>{fractionText(sheet, line.weighted.weighted)}</strong> : s('none')) : null) },
          { key: 'standing', head: s('standing'), cell: ({ line }) => (line ? <StandingMark ui={ui} standing={standingOf(line, sheet.results, month)} /> : null) },
        ]} /></div>
      <WeightedBars ui={ui} sheet={sheet} />
      <Section title={s('why')}>
        <div class="stack-s">
          {sheet.lines.map((line) => (
            <details class="fold">
              <summary>{line.indicator.key} {line.indicator.name}</summary>
              <ul class="measure">{whyLines(sheet, line, ui.lang).map((words) => <li>{words}</li>)}</ul>
            </details>
          ))}
          <details class="fold">
            <summary>{t('how')}</summary>
            <HowTotal scored={scored} ui={ui} />
          </details>
        </div>
      </Section>
      <Pager print extra={[{ label: s('xlsx'), href: `/performance/${year}/scores.xlsx${search}`, download: true }, { label: s('csv'), href: `/performance/${year}/scores.csv${search}`, download: true }]} />
    </div>
  );
}

function HowTotal({ scored: { sheet }, ui }: { scored: ScoredYear; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const { rules, framework } = sheet;
  if (!rules) return <p class="measure">{shared.in(ui.lang)('totalOpen')}</p>;
  return (
    <ul class="measure">
      <li>{t('howTotal', { sum: scaledText(rules.weightSum) })}</li>
      <li>{t('rounding', { places: rules.rounding.places, mode: t(`mode.${rules.rounding.mode}`), at: t(`at.${rules.roundAt}`) })}</li>
      <li>{t('howMissing')}</li>
      <li>{t(rules.cancelled === 'spread' ? 'howSpread' : 'howDrop')}</li>
      {framework.notes.filter(({ field }) => ['cancelled', 'rounding', 'scale.below', 'classes'].includes(field)).map(({ words }) => <li>{ui.text(words)}</li>)}
    </ul>
  );
}
