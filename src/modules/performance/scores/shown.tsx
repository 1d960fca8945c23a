// What the screens of the room share: tabs, years, numbers, standings, and why a score is what it is.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { dayWords, momentWords } from '../../../platform/when.ts';
import type { Language } from '../../../platform/words.ts';
import { localDate } from '../../../thai/index.ts';
import { StateMark, type StateKind } from '../../../ui/components/state-mark.tsx';
import { QuickFilters, Tabs } from '../../../ui/components/tabs.tsx';
import { explanationWords } from '../domain/ladder/explain.ts';
import { topScore } from '../domain/ladder/ladder.ts';
import { forecastWords } from '../domain/ladder/uncertain.ts';
import { round, scaledText, usualRounding, whole, type Fraction, type Scaled } from '../domain/numbers.ts';
import type { Sheet, SheetLine } from '../sheet.ts';
import { bandOfLine } from './domain/bands.ts';
import { isPercent, type Foreseen, type Standing } from './domain/standing.ts';
import { messages } from './messages.ts';

const tabs = [['tabHead', ''], ['tabSheet', '/sheet'], ['tabScores', '/scores'], ['tabWhatIf', '/what-if'], ['tabScenarios', '/scenarios'], ['tabSnapshots', '/snapshots'], ['tabOpenData', '/open-data'], ['tabBook', '/book']] as const;

export function ScoreTabs({ ui, year, at }: { ui: Ui; year: number; at: (typeof tabs)[number][1] }): VNode {
  const t = messages.in(ui.lang);
  return <Tabs label={t('tabs')} items={tabs.map(([key, path]) => ({ label: t(key), href: `/performance/${year}${path}`, current: path === at }))} />;
}

/** Years with a sheet. One year needs no choice. */
export function YearSwitch({ ui, years, year, path = '' }: { ui: Ui; years: readonly number[]; year: number; path?: string }): VNode | null {
  const t = messages.in(ui.lang);
  if (years.length < 2) return null;
  return <QuickFilters label={t('years')} items={years.map((one) => ({ label: t('year', { year: one }), href: `/performance/${one}${path}`, current: one === year }))} />;
}

const placesOf = ({ framework }: Pick<Sheet, 'framework'>): number => (framework.rounding ?? usualRounding).places;

/** A score with all its places: `85.000`. */
export const scoreText = (sheet: Pick<Sheet, 'framework'>, value: Scaled): string => scaledText(value, { places: placesOf(sheet) });

/** A fraction as the framework rounds it. */
export const fractionText = (sheet: Pick<Sheet, 'framework'>, value: Fraction): string => scoreText(sheet, round(value, sheet.framework.rounding ?? usualRounding));

/** `74.782`, or the two bounds while something is missing; a dash where no total can be made. */
export const totalText = (sheet: Sheet): string => {
  const { total } = sheet;
  if (!total) return '–';
  return total.shown === undefined ? `${scoreText(sheet, total.least)} – ${scoreText(sheet, total.most)}` : scoreText(sheet, total.shown);
};

export function classWords({ framework }: Pick<Sheet, 'framework'>, key: string, lang: Language): string {
  return framework.classes?.find((one) => one.key === key)?.name[lang] ?? key;
}

const marks: Readonly<Record<Standing, StateKind>> = { cancelled: 'void', 'no-ladder': 'void', missing: 'wait', below: 'late', short: 'risk', going: 'going', reached: 'done' };

export function StandingMark({ ui, standing }: { ui: Ui; standing: Standing }): VNode {
  return <StateMark kind={marks[standing]} wrap>{messages.in(ui.lang)(`stand.${standing}`)}</StateMark>;
}

/** The value with its unit: `ร้อยละ 77`, `3 ขั้น`. */
export function valueWords({ indicator: { unitOfMeasure, places }, explanation, result }: Pick<SheetLine, 'indicator' | 'explanation' | 'result'>): string {
  const value = explanation?.value ?? result?.value;
  if (value === undefined || value === null) return '–';
  // Shown with the places of its unit; it is scored as it is.
  const number = scaledText(round(whole(value), { places, mode: 'half-away' }), { places: value % 1_000_000n === 0n ? 0 : places, grouped: true });
  return isPercent(unitOfMeasure) ? `${unitOfMeasure} ${number}` : `${number} ${unitOfMeasure}`.trim();
}

/** `70 → 50 · 75 → 75 · 80 → 100` */
export const ladderText = ({ ladder }: Pick<SheetLine, 'ladder'>): string => (ladder ? ladder.rungs.map(({ value, score }) => `${scaledText(value)}\u00a0→\u00a0${scaledText(score)}`).join(' · ') : '–');

/** Where the value comes from and as of when. */
export function SourceWords({ ui, line: { result } }: { ui: Ui; line: SheetLine }): VNode {
  const t = messages.in(ui.lang);
  if (!result) return <span class="quiet">{t('source.none')}</span>;
  return <span>{result.measureName ? <a href={`/measures/${result.measureName}`}>{t('source.measure')}</a> : t(`source.${result.source}`)}<span class="quiet small"> {t('round', { month: result.month })} · {t('asOf', { when: momentWords(ui.lang, result.asOf) })}</span></span>;
}

/** Everything that made a number, one sentence each: the rung, the weight, the sample. */
export function whyLines(sheet: Sheet, line: SheetLine, lang: Language): string[] {
  const t = messages.in(lang);
  const { indicator, explanation, ladder, weighted } = line;
  const weight = fractionText(sheet, weighted.weight);
  if (indicator.state === 'cancelled') {
    return [
      t('whyCancelled', { day: indicator.cancelledOn ? dayWords(lang, localDate(indicator.cancelledOn)) : '', reason: indicator.cancelReason ?? '' }),
      ...(sheet.framework.cancelled ? [t(sheet.framework.cancelled === 'spread' ? 'cancelledSpread' : 'cancelledDrop', { weight: scaledText(indicator.weight ?? 0n) })] : []),
    ];
  }
  const spread = indicator.weight !== null && round(weighted.weight, { places: 6, mode: 'half-away' }) !== indicator.weight && weighted.weight.n !== 0n ? [t('whySpread', { before: scaledText(indicator.weight), after: weight })] : [];
  if (!ladder) return [t('whyNoLadder'), ...spread];
  if (!explanation) {
    const most = sheet.rules ? fractionText(sheet, { n: weighted.weight.n * topScore(ladder), d: weighted.weight.d * sheet.rules.weightSum }) : '–';
    return [t('whyMissing', { most }), ...spread];
  }
  const unit = isPercent(indicator.unitOfMeasure) ? '' : indicator.unitOfMeasure;
  const sum = sheet.rules && weighted.weighted
    ? [t('whyWeighted', { weight, score: scoreText(sheet, explanation.shown), sum: scaledText(sheet.rules.weightSum), weighted: fractionText(sheet, weighted.weighted) })] : [];
  const band = bandOfLine(line);
  return [
    explanationWords(explanation, { th: unit, en: unit })[lang], ...spread, ...sum,
    ...(band ? [t('band', { margin: scaledText(line.result?.margin ?? 0n), least: fractionText(sheet, band.least), most: fractionText(sheet, band.most) }),
      ...band.chances.map(({ rung, side, chance }) => t(`chance.${side}.${chance}`, { rung: scaledText(rung.value) }))] : []),
  ];
}

/** Folded beside a number; opens without script. */
export function Why({ ui, sheet, line }: { ui: Ui; sheet: Sheet; line: SheetLine }): VNode {
  const t = messages.in(ui.lang);
  return (
    <details class="fold small">
      <summary>{t('why')}<span class="vh"> {line.indicator.key}</span></summary>
      <ul>{whyLines(sheet, line, ui.lang).map((words) => <li>{words}</li>)}</ul>
    </details>
  );
}

/** A forecast with the rule that made it. */
export function foreseenWords(sheet: Sheet, foreseen: Foreseen, lang: Language): string {
  const t = messages.in(lang);
  const score = foreseen.score && t('foreseen', { score: fractionText(sheet, foreseen.score) });
  return [forecastWords(foreseen)[lang], foreseen.cut ? t('foreseenCut') : '', score ?? ''].filter(Boolean).join(' · ');
}

/** A number with its sign: `+3.750`. */
export function signed(sheet: Pick<Sheet, 'framework'>, value: Scaled): string {
  return value > 0n ? `+${scoreText(sheet, value)}` : scoreText(sheet, value).replace('-', '−');
}
