/** One total on its scale: what it is at least, what it may still become, and the classes it passes. */
import type { ComponentChildren, VNode } from 'preact';
import { useId } from 'preact/hooks';
import { rowsFor, shareOf, widthOf } from './chart-geometry.ts';

export type TotalBarProps = {
  caption: ComponentChildren;
  /** In a sentence, also shown: "อย่างน้อย 62.100 อย่างมาก 91.500 จาก 100". */
  summary: string;
  /** The figure in large: "74.300", "62.100–91.500". */
  figure: string;
  least: number;
  /** Same as `least` once nothing is missing. */
  most: number;
  max: number;
  /** Where classes begin: { at: 75, words: '75', name: 'คุณภาพ' }. */
  classes?: ReadonlyArray<{ at: number; words: string; name?: string }>;
  /** A number wished for, with its word. */
  wished?: { at: number; words: string };
};

/** The narrowest place it is drawn for: labels that would touch there go one row down. */
const narrowest = 320;

export function TotalBar({ caption, summary, figure, least, most, max, classes = [], wished }: TotalBarProps): VNode {
  const id = useId();
  const labels = classes.map(({ words, name }) => (name === undefined ? words : `${words} ${name}`));
  const widths = labels.map((words) => widthOf(words, 14));
  const atEnd = (at: number): boolean => at > max * 0.85;
  const rows = rowsFor(classes.map(({ at }, index) => (at / max) * narrowest - (atEnd(at) ? (widths[index] ?? 0) / 2 : 0)), widths);
  const height = 58 + (Math.max(0, ...rows) + 1) * 18;
  return (
    <figure class="chart chart-kind-total">
      <figcaption>{caption}</figcaption>
      <p class="chart-figure">{figure}</p>
      <svg class="chart-wide" width="100%" height={height} role="img" aria-labelledby={`${id}-sum`}>
        {wished ? <text class="chart-text chart-strong" x={shareOf(wished.at, max)} y="13" text-anchor={wished.at > max * 0.8 ? 'end' : 'middle'}>{wished.words}</text> : null}
        <rect class="chart-of" x="0" y="22" width="100%" height="24" />
        <line class="chart-rest chart-rest-tall" x1={shareOf(least, max)} x2={shareOf(most, max)} y1="34" y2="34" />
        <rect class="chart-full" x="0" y="22" width={shareOf(least, max)} height="24" />
        {most > least ? <line class="chart-end" x1={shareOf(most, max)} x2={shareOf(most, max)} y1="19" y2="49" /> : null}
        {classes.map(({ at }, index) => (
          <>
            <line class="chart-at" x1={shareOf(at, max)} x2={shareOf(at, max)} y1="18" y2={54 + (rows[index] ?? 0) * 18} />
            <text class="chart-text" x={shareOf(at, max)} y={68 + (rows[index] ?? 0) * 18} text-anchor={atEnd(at) ? 'end' : 'middle'}>{labels[index]}</text>
          </>
        ))}
        {wished ? <line class="chart-wish" x1={shareOf(wished.at, max)} x2={shareOf(wished.at, max)} y1="17" y2="50" /> : null}
      </svg>
      <p class="chart-summary" id={`${id}-sum`}>{summary}</p>
    </figure>
  );
}
