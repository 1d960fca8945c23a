/** Values over rounds or years: what was, the band it lies in, what was aimed at, and with dashes what may come. */
import type { VNode } from 'preact';
import { ChartFigure, PointMark, seriesSigns } from './chart.tsx';
import type { ChartProps, LegendEntry, SeriesSign } from './chart.tsx';
import { bandPath, domainOf, linePath, placeIn, ticksOf, widthOf } from './chart-geometry.ts';
import type { Point } from './chart-geometry.ts';
import { useUi } from '../context.tsx';

/** A value with its words; `low` and `high` are the ends of what it may be. */
export type LinePoint = { value: number; words: string; low?: number; high?: number };

export type LineSeries = {
  name: string;
  /** One for each step; null where there is none. */
  points: ReadonlyArray<LinePoint | null>;
  /** From this step on (0 is the first) the points are forecast: dashes and open marks. */
  forecastFrom?: number;
};

export type LineChartProps = Omit<ChartProps, 'legend'> & {
  /** Short words under the steps, in order: "6 เดือน", "2563". */
  steps: readonly string[];
  /** At most four. */
  series: readonly LineSeries[];
  targets?: ReadonlyArray<{ value: number; words: string }>;
  /** Ends of the upright axis; otherwise what the numbers need. */
  domain?: readonly [number, number];
  /** Signs with words for band, forecast and targets, after those of the series. */
  signs?: readonly LegendEntry[];
};

const width = 400;
const height = 260;
const box = { left: 44, right: 386, top: 22, bottom: 216 };

export function LineChart({ steps, series, targets = [], domain, signs = [], ...frame }: LineChartProps): VNode {
  const { format } = useUi();
  const shown = series.slice(0, seriesSigns.length).map((one, at) => ({ ...one, sign: (at + 1) as SeriesSign }));
  const numbers = shown.flatMap(({ points }) => points.flatMap((point) => (point === null ? [] : [point.value, point.low ?? point.value, point.high ?? point.value])));
  const upright = domain ?? domainOf(numbers, targets.map(({ value }) => value));
  const y = placeIn(upright, [box.bottom, box.top]);
  const air = steps.length > 1 ? 26 : (box.right - box.left) / 2;
  const x = placeIn([0, Math.max(1, steps.length - 1)], [box.left + air, box.right - air]);
  // Words of a target stand at the end where no value is written near its line.
  const crowd = (value: number, side: 'first' | 'last'): number => Math.min(...shown.map(({ points }) => {
    const point = side === 'first' ? points[0] : points.at(-1);
    return point ? Math.abs(y(point.value) - y(value)) : height;
  }), height);
  return (
    <ChartFigure {...frame} name="line" width={width} height={height} legend={[...shown.map(({ name, sign }) => ({ sign, words: name })), ...signs]}>
      {ticksOf(upright).map((tick) => (
        <>
          <line class="chart-grid" x1={box.left} x2={box.right} y1={y(tick)} y2={y(tick)} />
          <text class="chart-text" x={box.left - 6} y={y(tick) + 5} text-anchor="end">{format.number(tick)}</text>
        </>
      ))}
      <line class="chart-axis" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      {steps.map((words, at) => <text class="chart-text" x={x(at)} y={box.bottom + 22} text-anchor="middle">{words}</text>)}
      {shown.map(({ points }) => <path class="chart-band" d={bandPath(points.map((point, at) => (point?.low === undefined || point.high === undefined ? null : { x: x(at), low: y(point.low), high: y(point.high) })))} />)}
      {targets.map(({ value, words }) => {
        const first = crowd(value, 'first') > crowd(value, 'last');
        return <>
          <line class="chart-target" x1={box.left} x2={box.right} y1={y(value)} y2={y(value)} />
          <text class="chart-text chart-halo" x={first ? box.left + 4 : box.right} y={y(value) - 5} text-anchor={first ? 'start' : 'end'}>{words}</text>
        </>;
      })}
      {shown.map((one) => <Series one={one} x={x} y={y} />)}
    </ChartFigure>
  );
}

function Series({ one, x, y }: { one: LineSeries & { sign: SeriesSign }; x: (at: number) => number; y: (value: number) => number }): VNode {
  const from = one.forecastFrom ?? Number.POSITIVE_INFINITY;
  const places: Array<Point | null> = one.points.map((point, at) => (point === null ? null : { x: x(at), y: y(point.value) }));
  const last = one.points.findLastIndex((point) => point !== null);
  return (
    <g>
      <path class="chart-line" data-sign={one.sign} d={linePath(places.filter((_, at) => at < from))} />
      {from <= last ? <path class="chart-line chart-forecast" data-sign={one.sign} d={linePath(places.map((place, at) => (at >= from - 1 ? place : null)))} /> : null}
      {places.map((place, at) => (place === null ? null : <PointMark sign={one.sign} x={place.x} y={place.y} open={at >= from} />))}
      {one.sign === 1 ? places.map((place, at) => {
        const words = one.points[at]?.words;
        if (place === null || words === undefined) return null;
        // Beside its point where the sheet ends, above it otherwise.
        const half = widthOf(words, 14) / 2;
        return <text class="chart-text chart-strong chart-halo" x={Math.min(Math.max(place.x, half), width - half)} y={place.y - 9} text-anchor="middle">{words}</text>;
      }) : null}
    </g>
  );
}
