// The total with its bounds and class, and the lines of a sheet, as several screens show them.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { topOf } from '../domain/framework/framework.ts';
import { nextClass, possibleClasses } from '../domain/ladder/total.ts';
import { hundred, scaledText } from '../domain/numbers.ts';
import type { Sheet, SheetLine } from '../sheet.ts';
import { bandOfTotal } from './domain/bands.ts';
import { standingOf } from './domain/standing.ts';
import { shortUnit, type ScoredYear } from './load.ts';
import { LadderDrawing, TotalDrawing } from './drawings.tsx';
import { messages } from './messages.ts';
import { classWords, fractionText, scoreText, SourceWords, StandingMark, totalText, valueWords, Why } from './shown.tsx';

/** The one figure of the page: the total, or its bounds, with the class and what is short of the next one. */
export function TotalHead({ ui, sheet }: { ui: Ui; sheet: Sheet }): VNode {
  const t = messages.in(ui.lang);
  const { total, rules, classes, reached, lines } = sheet;
  if (!total || !rules) return <p class="measure">{t('totalOpen')}</p>;
  const possible = possibleClasses(classes, total).map(({ key }) => classWords(sheet, key, ui.lang));
  const next = total.exact && nextClass(classes, total.exact, rules.rounding);
  const band = bandOfTotal(sheet);
  const counted = lines.filter(({ indicator }) => indicator.state !== 'cancelled').length;
  return (
    <section class="score-total" aria-label={t('total')}>
      <p class="figure">{totalText(sheet)}</p>
      <p class="quiet">{t('total')} {t('of', { top: scaledText(topOf(sheet.framework) ?? hundred) })}</p>
      {reached ? <p class="large strong">{classWords(sheet, reached.key, ui.lang)}</p> : null}
      {classes.length === 0 ? <p class="quiet">{t('classNone')}</p> : reached ? null : <p>{t('classPossible', { names: possible.join(' · ') })}</p>}
      <TotalDrawing ui={ui} sheet={sheet} />
      {total.missing.length > 0 ? <p>{t('missingOf', { n: total.missing.length, all: counted })}{total.soFar === undefined ? '' : ` · ${t('soFar', { score: scoreText(sheet, total.soFar) })}`}</p> : null}
      {next ? <p>{t('toNext', { need: fractionText(sheet, next.need), name: classWords(sheet, next.key, ui.lang) })}</p> : null}
      {band ? <p class="quiet small">{t('totalBand', { keys: band.keys.join(', '), least: scoreText(sheet, band.least), most: scoreText(sheet, band.most) })}</p> : null}
    </section>
  );
}

/** Owners by abbreviation, each a link to what it is judged by. */
export function Owners({ line: { indicator }, scored }: { line: Pick<SheetLine, 'indicator'>; scored: Pick<ScoredYear, 'units' | 'year'> }): VNode {
  return <>{indicator.units.filter(({ role }) => role === 'owner').map(({ unitId }, at) => <>{at > 0 ? ' ' : ''}<a href={`/performance/${scored.year}/units/${unitId}`}>{shortUnit(scored.units, unitId)}</a></>)}</>;
}

/** Every scored line with what it adds and where it stands. */
export function LineTable({ ui, scored, lines = scored.sheet.lines }: { ui: Ui; scored: ScoredYear; lines?: readonly SheetLine[] }): VNode {
  const t = messages.in(ui.lang);
  const { sheet, month, year } = scored;
  return (
    <div class="score-lines"><Table caption={t('tabScores')} captionHidden rows={lines} rowKey={({ indicator }) => indicator.key} isVoid={({ indicator }) => indicator.state === 'cancelled'} empty={<EmptyState title={t('noYear')} />}
      columns={[
        { key: 'name', head: t('indicator'), kind: 'main', cell: (line) => <><a href={`/performance/${year}/indicators/${line.indicator.key}`}>{line.indicator.key} {line.indicator.name}</a> <span class="quiet small"><Owners line={line} scored={scored} /></span></> },
        { key: 'value', head: t('value'), cell: (line) => <><LadderDrawing ui={ui} sheet={sheet} line={line} month={month} />{line.result || !line.ladder ? <div class="small">{valueWords(line)} <SourceWords ui={ui} line={line} /></div> : null}</> },
        { key: 'score', head: t('score'), kind: 'num', cell: ({ explanation }) => (explanation ? scoreText(sheet, explanation.shown) : t('none')) },
        { key: 'weight', head: t('weight'), kind: 'num', cell: ({ weighted }) => (weighted.state === 'cancelled' ? t('none') : `× ${shortNumber(fractionText(sheet, weighted.weight))}`) },
        { key: 'weighted', head: t('weighted'), kind: 'num', cell: ({ weighted }) => (weighted.weighted ? <strong>{fractionText(sheet, weighted.weighted)}</strong> : t('none')) },
        { key: 'standing', head: t('standing'), cell: (line) => <><StandingMark ui={ui} standing={standingOf(line, sheet.results, month)} /><Why ui={ui} sheet={sheet} line={line} /></> },
      ]} /></div>
  );
}

/** `15.000` → `15`: weights are mostly whole. */
export const shortNumber = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
