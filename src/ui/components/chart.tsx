/**
 * The frame of every chart: caption, picture with a sentence that says what it shows, signs of its lines, and the same
 * numbers as a table. Colours come from the theme; shape and dashes tell series apart, so it prints without colour.
 */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { useUi } from '../context.tsx';

/** Series are told apart by these, in this order: line, dashes and the shape of their points. */
export type SeriesSign = 1 | 2 | 3 | 4;
export const seriesSigns: readonly SeriesSign[] = [1, 2, 3, 4];

export type LegendEntry = { sign: SeriesSign | 'forecast' | 'band' | 'target' | 'rest'; words: string };

export type ChartProps = {
  /** What is drawn: "คะแนนตามรอบ ปีงบประมาณ พ.ศ. 2564". */
  caption: ComponentChildren;
  /** What one sees, in a sentence, for who hears it: "คะแนนเพิ่มจาก 62.100 เป็น 74.300". */
  summary: string;
  /** The numbers drawn, as words. The first cell of a row names it. */
  table: { heads: readonly string[]; rows: ReadonlyArray<readonly string[]> };
  /** Folded under the picture, or standing open below it. */
  tableOpen?: boolean;
  legend?: readonly LegendEntry[];
};

export type PictureProps = ChartProps & { width: number; height: number; name: string; children: ComponentChildren };

/** A chart drawn in units of `width` × `height` that scales to its place: at 400 units letters are 12 px on a phone and 17 px on a desk. */
export function ChartFigure({ caption, summary, table, tableOpen = false, legend, width, height, name, children }: PictureProps): VNode {
  const id = useId();
  return (
    <figure class={`chart chart-kind-${name}`}>
      <figcaption>{caption}</figcaption>
      <svg class="chart-svg" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-desc`}>
        <desc id={`${id}-desc`}>{summary}</desc>
        {children}
      </svg>
      {legend && legend.length > 0 ? <ChartLegend entries={legend} /> : null}
      <ChartTable table={table} open={tableOpen} />
    </figure>
  );
}

/** The signs of a chart with their words. */
export function ChartLegend({ entries }: { entries: readonly LegendEntry[] }): VNode {
  return (
    <ul class="chart-legend">
      {entries.map(({ sign, words }) => (
        <li>
          <svg width="34" height="14" aria-hidden="true">
            {sign === 'band' ? <rect class="chart-band" x="1" y="1" width="32" height="12" />
              : sign === 'rest' ? <line class="chart-rest" x1="1" x2="33" y1="7" y2="7" />
              : sign === 'target' ? <line class="chart-target" x1="1" x2="33" y1="7" y2="7" />
              : sign === 'forecast' ? <line class="chart-line chart-forecast" data-sign="1" x1="1" x2="33" y1="7" y2="7" />
              : <><line class="chart-line" data-sign={sign} x1="1" x2="33" y1="7" y2="7" /><PointMark sign={sign} x={17} y={7} /></>}
          </svg>
          <span>{words}</span>
        </li>
      ))}
    </ul>
  );
}

/** The shape that a series has at its points: round, square, on its corner, three-cornered. */
export function PointMark({ sign, x, y, open = false, size = 4 }: { sign: SeriesSign; x: number; y: number; open?: boolean; size?: number }): VNode {
  const marks = { 'data-sign': sign, class: open ? 'chart-mark chart-mark-open' : 'chart-mark' };
  if (sign === 1) return <circle {...marks} cx={x} cy={y} r={size} />;
  if (sign === 2) return <rect {...marks} x={x - size} y={y - size} width={2 * size} height={2 * size} />;
  const far = size * 1.4;
  return sign === 3
    ? <path {...marks} d={`M${x},${y - far}L${x + far},${y}L${x},${y + far}L${x - far},${y}Z`} />
    : <path {...marks} d={`M${x},${y - far}L${x + far},${y + size}L${x - far},${y + size}Z`} />;
}

function ChartTable({ table, open }: { table: ChartProps['table']; open: boolean }): VNode {
  const { t } = useUi();
  return (
    <details class="chart-table" open={open}>
      <summary>{t('chart.table')}</summary>
      <div class="chart-scroll">
        <table>
          <thead><tr>{table.heads.map((head, at) => <th scope="col" class={at > 0 ? 'num' : undefined}>{head}</th>)}</tr></thead>
          <tbody>
            {table.rows.map((row) => <tr>{row.map((cell, at) => (at === 0 ? <th scope="row">{cell}</th> : <td class="num">{cell}</td>))}</tr>)}
          </tbody>
        </table>
      </div>
    </details>
  );
}
