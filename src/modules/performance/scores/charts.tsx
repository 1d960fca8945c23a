// Scores as charts: numbers become places on a picture only here, beside the exact ones in words.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { BarChart } from '../../../ui/components/chart-bars.tsx';
import { LadderChart } from '../../../ui/components/chart-ladder.tsx';
import { LineChart, type LinePoint } from '../../../ui/components/chart-line.tsx';
import { topOf } from '../domain/framework/framework.ts';
import { explainScore } from '../domain/ladder/explain.ts';
import { topScore } from '../domain/ladder/ladder.ts';
import { around } from '../domain/ladder/uncertain.ts';
import { hundred, one, round, scaledText, usualRounding, type Scaled } from '../domain/numbers.ts';
import type { Sheet, SheetLine } from '../sheet.ts';
import { bandOfLine } from './domain/bands.ts';
import { foresee, limitsOf, targetRung } from './domain/standing.ts';
import { messages } from './messages.ts';
import { fractionText, scoreText, valueWords } from './shown.tsx';

/** For a picture only. */
const drawn = (value: Scaled): number => Number(value) / Number(one);

/** Which score a value of the line brings, with the value now and its band. */
export function LineLadder({ ui, sheet, line }: { ui: Ui; sheet: Sheet; line: SheetLine }): VNode | null {
  const { ladder, explanation, indicator } = line;
  if (!ladder) return null;
  const t = messages.in(ui.lang);
  const band = bandOfLine(line);
  const rungs = ladder.rungs.map(({ value, score }) => ({ value: drawn(value), words: scaledText(value), score: drawn(score), scoreWords: scaledText(score) }));
  const now = explanation && {
    value: drawn(explanation.value), words: scaledText(explanation.value), score: drawn(explanation.shown), scoreWords: scoreText(sheet, explanation.shown),
    ...(band ? { low: drawn(band.interval.low), high: drawn(band.interval.high) } : {}),
  };
  return (
    <LadderChart caption={t('chart.ladder')} summary={t('drawn.ladder', { key: indicator.key, rungs: rungs.map(({ words }) => words).join(', '), value: explanation ? valueWords(line) : t('stand.missing') })} axis={indicator.unitOfMeasure}
      rungs={rungs} scoreMax={drawn(topScore(ladder))} {...(now ? { now } : {})} {...(band ? { signs: [{ sign: 'band', words: t('chart.band') }] as const } : {})}
      table={{ heads: [t('value'), t('score')], rows: rungs.map(({ words, scoreWords }) => [words, scoreWords]) }} />
  );
}

/** Results by round with the band of samples, the target, and with dashes what is expected at the end of the year. */
export function RoundsChart({ ui, sheet, line }: { ui: Ui; sheet: Sheet; line: SheetLine }): VNode | null {
  const t = messages.in(ui.lang);
  const { indicator, ladder } = line;
  const results = sheet.results.filter(({ indicatorId, value }) => indicatorId === indicator.id && value !== null);
  if (results.length === 0) return null;
  const end = foresee(line, sheet.results);
  const foreseen = end && end.used !== 'final' ? end : undefined;
  const points = results.map(({ value, margin }): LinePoint => {
    const at = value as Scaled;
    const span = margin === null || margin === 0n ? undefined : around(at, margin, limitsOf(indicator));
    return { value: drawn(at), words: scaledText(at), ...(span ? { low: drawn(span.low), high: drawn(span.high) } : {}) };
  });
  const steps = [...results.map(({ month }) => t('round', { month })), ...(foreseen ? [t('chart.end')] : [])];
  const all = [...points, ...(foreseen ? [{ value: drawn(foreseen.value), words: scaledText(foreseen.value) }] : [])];
  const target = ladder && targetRung(ladder);
  const score = (value: Scaled): string => (ladder ? scoreText(sheet, explainScore(ladder, value, sheet.framework.rounding ?? undefined).shown) : t('none'));
  return (
    <LineChart caption={t('chart.rounds')} summary={steps.map((step, at) => `${step} ${all[at]?.words ?? ''}`).join(', ')} steps={steps}
      series={[{ name: indicator.unitOfMeasure || t('value'), points: all, ...(foreseen ? { forecastFrom: points.length } : {}) }]}
      {...(target ? { targets: [{ value: drawn(target.value), words: t('chart.target', { value: scaledText(target.value) }) }] } : {})}
      signs={[...(points.some(({ low }) => low !== undefined) ? [{ sign: 'band' as const, words: t('chart.band') }] : []), ...(foreseen ? [{ sign: 'forecast' as const, words: t('chart.forecast') }] : [])]}
      tableOpen table={{ heads: [t('chart.round'), t('value'), t('score')], rows: [...results.map(({ month, value }) => [t('round', { month }), scaledText(value as Scaled), score(value as Scaled)]), ...(foreseen ? [[t('chart.end'), scaledText(foreseen.value), score(foreseen.value)]] : [])] }} />
  );
}

/** What each line brings of its weight, and what may still come. */
export function WeightedBars({ ui, sheet }: { ui: Ui; sheet: Sheet }): VNode | null {
  const t = messages.in(ui.lang);
  const { rules, total } = sheet;
  if (!rules || !total) return null;
  const top = topOf(sheet.framework) ?? hundred;
  const rows = sheet.lines.filter(({ indicator }) => indicator.state !== 'cancelled').map((line) => {
    const { weighted, indicator } = line;
    const best = round({ n: weighted.weight.n * top, d: weighted.weight.d * rules.weightSum }, usualRounding);
    const got = weighted.weighted && round(weighted.weighted, usualRounding);
    return {
      key: indicator.key, label: `${indicator.key} ${indicator.name}`, value: got === undefined ? null : drawn(got), of: drawn(best),
      words: got === undefined ? t('chart.upTo', { best: scoreText(sheet, best) }) : t('chart.gotOf', { got: fractionText(sheet, weighted.weighted as NonNullable<typeof weighted.weighted>), best: scoreText(sheet, best) }),
      ...(got === undefined ? { rest: drawn(best) } : {}),
    };
  });
  return <BarChart caption={t('chart.weighted')} heads={[t('indicator'), t('weighted')]} rows={rows} max={Math.max(...rows.map(({ of }) => of), 1)} legend={[{ sign: 'rest', words: t('chart.rest') }]} />;
}
