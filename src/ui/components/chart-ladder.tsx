/** Which score a value brings: the rungs, the lines between them, and where the value stands with the width of its doubt. */
import type { VNode } from 'preact';
import { ChartFigure } from './chart.tsx';
import type { ChartProps, LegendEntry } from './chart.tsx';
import { domainOf, linePath, placeIn, rowsFor, widthOf } from './chart-geometry.ts';

export type Rung = { value: number; words: string; score: number; scoreWords: string };

export type LadderChartProps = Omit<ChartProps, 'legend'> & {
  /** In the order of their scores, lowest first. Equal values are a jump. */
  rungs: readonly Rung[];
  /** The value now and its score; left out while the result is missing. `low`–`high`: the band of a sample. */
  now?: { value: number; words: string; score: number; scoreWords: string; low?: number; high?: number };
  /** Under the axis: what the values are, "ร้อยละของคำขอ". */
  axis: string;
  scoreMax?: number;
  signs?: readonly LegendEntry[];
};

const width = 400;
const box = { left: 46, right: 384, top: 24, bottom: 204 };

export function LadderChart({ rungs, now, axis, scoreMax = 100, signs = [], ...frame }: LadderChartProps): VNode {
  const across = domainOf(rungs.map(({ value }) => value), now ? [now.value, now.low ?? now.value, now.high ?? now.value] : []);
  const x = placeIn(across, [box.left, box.right]);
  const y = placeIn([0, scoreMax], [box.bottom, box.top]);
  const ladder = rungs.map(({ value, score }) => ({ x: x(value), y: y(score) }));
  const top = rungs.at(-1);
  const second = rungs.at(-2);
  // Beyond the top rung the score stays: on the right where more is better, on the left where less is.
  const beyond = top && second ? { x: top.value >= second.value ? box.right : box.left, y: y(top.score) } : undefined;
  const rows = rowsFor(rungs.map(({ value }) => x(value)), rungs.map(({ words }) => widthOf(words, 14)));
  const height = box.bottom + 54 + Math.max(0, ...rows) * 17;
  const nowX = now ? x(now.value) : 0;
  const nowY = now ? y(now.score) : 0;
  const nowWords = now ? `${now.words} → ${now.scoreWords}` : '';
  const half = widthOf(nowWords, 15) / 2;
  return (
    <ChartFigure {...frame} name="ladder" width={width} height={height} legend={signs}>
      {now?.low !== undefined && now.high !== undefined ? <rect class="chart-band" x={Math.min(x(now.low), x(now.high))} y={box.top} width={Math.max(2, Math.abs(x(now.high) - x(now.low)))} height={box.bottom - box.top} /> : null}
      {rungs.map(({ score, scoreWords }, at) => (
        <>
          <line class="chart-grid" x1={box.left} x2={box.right} y1={y(score)} y2={y(score)} />
          <line class="chart-grid" x1={ladder[at]?.x} x2={ladder[at]?.x} y1={ladder[at]?.y} y2={box.bottom} />
          <text class="chart-text" x={box.left - 6} y={y(score) + 5} text-anchor="end">{scoreWords}</text>
        </>
      ))}
      <line class="chart-axis" x1={box.left} x2={box.right} y1={box.bottom} y2={box.bottom} />
      <path class="chart-line chart-solid" data-sign="2" d={linePath(beyond ? [...ladder, beyond] : ladder)} />
      {ladder.map((rung) => <rect class="chart-mark" data-sign="2" x={rung.x - 4} y={rung.y - 4} width="8" height="8" />)}
      {rungs.map(({ value, words }, at) => <text class="chart-text" x={x(value)} y={box.bottom + 19 + (rows[at] ?? 0) * 17} text-anchor="middle">{words}</text>)}
      <text class="chart-text" x={(box.left + box.right) / 2} y={box.bottom + 44 + Math.max(0, ...rows) * 17} text-anchor="middle">{axis}</text>
      {now ? (
        <>
          <path class="chart-drop" d={`M${box.left},${nowY}H${nowX}V${box.bottom}`} />
          <circle class="chart-now" cx={nowX} cy={nowY} r="7" />
          <text class="chart-text chart-now-words chart-halo" x={Math.min(Math.max(nowX, box.left + half), width - half - 2)} y={nowY < box.top + 24 ? nowY + 26 : nowY - 13} text-anchor="middle">{nowWords}</text>
        </>
      ) : null}
    </ChartFigure>
  );
}
