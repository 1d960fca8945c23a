/** Several things on one scale around a middle: categories of an assessment by year or by assessor. Three axes or more. */
import type { VNode } from 'preact';
import { ChartFigure, PointMark, seriesSigns } from './chart.tsx';
import type { ChartProps, SeriesSign } from './chart.tsx';
import { radarPath, spoke } from './chart-geometry.ts';

export type RadarSeries = {
  name: string;
  /** One for each axis; null is missing: the outline is open there. */
  values: ReadonlyArray<number | null>;
};

export type RadarChartProps = Omit<ChartProps, 'legend'> & {
  /** Short words at the spokes, "หมวด 1"; the full names stand in the table. */
  axes: readonly string[];
  /** At most four. */
  series: readonly RadarSeries[];
  max?: number;
  /** Where rings stand, with their words. */
  rings?: ReadonlyArray<{ at: number; words: string }>;
};

const width = 400;
const height = 330;
const radius = 118;
const usualRings = [100, 200, 300, 400, 500].map((at) => ({ at, words: String(at) }));

export function RadarChart({ axes, series, max = 500, rings = usualRings, ...frame }: RadarChartProps): VNode {
  const shown = series.slice(0, seriesSigns.length).map((one, at) => ({ ...one, sign: (at + 1) as SeriesSign }));
  const ringPath = (value: number): string => radarPath(axes.map(() => value), max, radius);
  return (
    <ChartFigure {...frame} name="radar" width={width} height={height} legend={shown.map(({ name, sign }) => ({ sign, words: name }))}>
      <g transform={`translate(${width / 2} ${height / 2 + 4})`}>
        {rings.map(({ at }) => <path class="chart-grid" d={ringPath(at)} />)}
        {axes.map((_, at) => {
          const end = spoke(at, axes.length, max, max, radius);
          return <line class="chart-grid" x1="0" y1="0" x2={end.x} y2={end.y} />;
        })}
        {shown.map(({ values, sign }) => <path class={values.includes(null) ? 'chart-line' : 'chart-line chart-area'} data-sign={sign} d={radarPath(values, max, radius)} />)}
        {shown.map(({ values, sign }) => values.map((value, at) => {
          if (value === null) return null;
          const { x, y } = spoke(at, axes.length, value, max, radius);
          return <PointMark sign={sign} x={x} y={y} size={3} />;
        }))}
        {rings.map(({ at, words }) => <text class="chart-text chart-halo" x="-5" y={spoke(0, axes.length, at, max, radius).y + 4} text-anchor="end">{words}</text>)}
        {axes.map((name, at) => {
          const { x, y } = spoke(at, axes.length, max, max, radius + 17);
          return <text class="chart-text chart-strong" x={x} y={Math.abs(x) < 4 ? y + (y > 0 ? 11 : 0) : y + 5} text-anchor={x > 4 ? 'start' : x < -4 ? 'end' : 'middle'}>{name}</text>;
        })}
      </g>
    </ChartFigure>
  );
}
