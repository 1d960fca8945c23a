import type { VNode } from 'preact';
import type { Ui } from '../../../../../platform/http/ui.ts';
import { LineChart, type LineSeries } from '../../../../../ui/components/chart-line.tsx';
import { scaledText, type Scaled } from '../../../domain/numbers.ts';
import { messages as shared } from '../../messages.ts';
import { ofHundred, type Comparison } from './load.ts';
import { messages } from './messages.ts';

/** The picture tells so many lines apart. */
const mostLines = 4;

const shown = (value: Scaled): string => scaledText(value, { places: 3 });
const drawn = (value: Scaled | undefined) => (value === undefined ? null : { value: Number(scaledText(value)), words: shown(value) });

/** Totals, their two kinds and what papers say of single subjects, each year at its place; a year without a number leaves a gap. */
function seriesOf(ui: Ui, { years, subjects, span }: Comparison): LineSeries[] {
  const s = shared.in(ui.lang);
  const line = (name: string, of: (year: number) => Scaled | undefined): LineSeries => ({ name, points: span.map((year) => drawn(of(year))) });
  const compared = (year: number) => years.find(({ fiscalYear }) => fiscalYear === year)?.compared;
  const all = [
    line(messages.in(ui.lang)('total'), (year) => compared(year)?.total),
    line(s('performance'), (year) => compared(year)?.kinds.performance.score),
    line(s('potential'), (year) => compared(year)?.kinds.potential.score),
    ...subjects.map(({ subject, lines }) => line(subject, (year) => lines.filter(({ kind, fiscalYear }) => kind === 'result' && fiscalYear === year).map(ofHundred).find((share) => share !== undefined))),
  ];
  return all.filter(({ points }) => points.some((point) => point !== null)).slice(0, mostLines);
}

/** The years as a picture with its table; a sentence instead while no line has two years. */
export function YearChart({ ui, data }: { ui: Ui; data: Comparison }): VNode {
  const t = messages.in(ui.lang);
  const series = seriesOf(ui, data);
  if (!series.some(({ points }) => points.filter((point) => point !== null).length > 1)) return <p class="quiet">{t('chartNone')}</p>;
  const unknown = shared.in(ui.lang)('unknown');
  const summary = series.map(({ name, points }) => `${name}: ${data.span.flatMap((year, at) => (points[at] ? [`${year} ${points[at].words}`] : [])).join(', ')}`).join('. ');
  return (
    <LineChart caption={t('chart')} summary={summary} steps={data.span.map(String)} domain={[0, 100]} series={series}
      table={{ heads: [shared.in(ui.lang)('year'), ...series.map(({ name }) => name)], rows: data.span.map((year, at) => [String(year), ...series.map(({ points }) => points[at]?.words ?? unknown)]) }} />
  );
}
