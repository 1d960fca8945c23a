/**
 * Bars lying one below another beside their words and numbers: weighted scores by indicator. It is a real table with a
 * picture in each row, so there is no second one to fold away.
 */
import type { ComponentChildren, VNode } from 'preact';
import { ChartLegend } from './chart.tsx';
import type { LegendEntry } from './chart.tsx';
import { shareOf } from './chart-geometry.ts';

export type BarRow = {
  key: string;
  label: ComponentChildren;
  /** Drawn full; null while it is missing. */
  value: number | null;
  /** As it is read: "17.000 จาก 20". */
  words: string;
  /** What may still come on top, hatched. */
  rest?: number;
  /** The end of this row's scale, drawn as an outline: the weight of the indicator. Left out: the end of all. */
  of?: number;
};

export type BarChartProps = {
  caption: ComponentChildren;
  /** Heads of the table: of the labels and of the numbers. */
  heads: readonly [string, string];
  rows: readonly BarRow[];
  /** The end of the scale. */
  max: number;
  /** Upright marks on the scale with their words: classes at 60, 75, 90. */
  marks?: ReadonlyArray<{ at: number; words: string }>;
  legend?: readonly LegendEntry[];
};

export function BarChart({ caption, heads, rows, max, marks = [], legend }: BarChartProps): VNode {
  return (
    <figure class="chart chart-kind-bars">
      <figcaption>{caption}</figcaption>
      <table>
        <thead>
          <tr>
            <th scope="col">{heads[0]}</th>
            <td class="chart-bar-cell">{marks.length > 0 ? (
              <svg class="chart-scale" width="100%" height="20" aria-hidden="true">
                {marks.map(({ at, words }) => <text class="chart-text" x={shareOf(at, max)} y="15" text-anchor="middle">{words}</text>)}
              </svg>
            ) : null}</td>
            <th scope="col" class="num">{heads[1]}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              <td class="chart-bar-cell">
                <svg class="chart-bar" width="100%" height="26" aria-hidden="true">
                  <rect class="chart-of" x="0" y="5" width={shareOf(row.of ?? max, max)} height="16" />
                  {row.rest && row.rest > 0 ? <line class="chart-rest" x1={shareOf(row.value ?? 0, max)} x2={shareOf((row.value ?? 0) + row.rest, max)} y1="13" y2="13" /> : null}
                  {row.value === null ? null : <rect class="chart-full" x="0" y="5" width={shareOf(row.value, max)} height="16" />}
                  {marks.map(({ at }) => <line class="chart-at" x1={shareOf(at, max)} x2={shareOf(at, max)} y1="0" y2="26" />)}
                </svg>
              </td>
              <td class="num">{row.words}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {legend && legend.length > 0 ? <ChartLegend entries={legend} /> : null}
    </figure>
  );
}
