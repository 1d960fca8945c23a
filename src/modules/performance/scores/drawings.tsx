// The ladder of a line with its value, and the total among its classes. What they show stands beside them in words too.
import type { VNode } from 'preact';
import type { Ui } from '../../../platform/http/ui.ts';
import { topOf } from '../domain/framework/framework.ts';
import type { ReadyLadder, Rung } from '../domain/ladder/ladder.ts';
import { hundred, scaledText, type Scaled } from '../domain/numbers.ts';
import type { Sheet, SheetLine } from '../sheet.ts';
import { bandOfLine, bandOfTotal } from './domain/bands.ts';
import { foresee } from './domain/standing.ts';
import { messages } from './messages.ts';
import { classWords, totalText, valueWords } from './shown.tsx';

/** Pixels of a value between two others, cut at both: exact numbers become places on a picture only here. */
function placeOf(value: Scaled, [from, to]: readonly [Scaled, Scaled], [start, end]: readonly [number, number]): number {
  if (to === from) return end;
  const share = Number(((value - from) * 10_000n) / (to - from)) / 10_000;
  return Math.round((start + Math.min(1, Math.max(0, share)) * (end - start)) * 10) / 10;
}

/** Rungs lie between 90 and 320; what is below the lowest is squeezed between 10 and 90, for it earns little or nothing. */
function placeOnLadder({ rungs, sign }: ReadyLadder, value: Scaled): number {
  const [low, high] = [sign * (rungs[0] as Rung).value, sign * (rungs.at(-1) as Rung).value];
  const at = sign * value;
  if (at >= low) return at > high ? 328 : placeOf(at, [low, high], [90, 320]);
  const span = high > low ? high - low : 1_000_000n;
  return placeOf(at, [low - span * 2n, low], [10, 84]);
}

/** A line's rungs with the value as a dot, the band of a sample, and the foreseen end of the year as a ring. */
export function LadderDrawing({ ui, sheet, line, month = 12 }: { ui: Ui; sheet: Sheet; line: SheetLine; month?: number }): VNode | null {
  const { ladder, explanation, indicator } = line;
  if (!ladder || indicator.state === 'cancelled') return null;
  const t = messages.in(ui.lang);
  const band = bandOfLine(line);
  const value = explanation && placeOnLadder(ladder, explanation.value);
  const end = foresee(line, sheet.results, { month });
  const ring = end && end.used !== 'final' && end.value !== explanation?.value ? placeOnLadder(ladder, end.value) : undefined;
  const xs = ladder.rungs.map(({ value: at }) => placeOnLadder(ladder, at));
  const edges = band && [placeOnLadder(ladder, band.interval.low), placeOnLadder(ladder, band.interval.high)].toSorted((a, b) => a - b);
  const label = t('drawn.ladder', { key: indicator.key, rungs: ladder.rungs.map(({ value: at }) => scaledText(at)).join(', '), value: explanation ? valueWords(line) : t('stand.missing') });
  return (
    <svg class="drawn drawn-ladder" viewBox="0 0 340 58" role="img" aria-label={label}>
      <path class="drawn-below" d="M10 29H90" />
      <path class="drawn-axis" d="M90 29H320" />
      {edges ? <rect class="drawn-band" x={edges[0]} y="22" width={Math.max(2, (edges[1] as number) - (edges[0] as number))} height="14" /> : null}
      <path class="drawn-tick" d={xs.map((x) => `M${x} 23v12`).join('')} />
      {ladder.rungs.map(({ value: at }, n) => <text x={xs[n]} y="54">{scaledText(at)}</text>)}
      {ring === undefined ? null : <circle class="drawn-ring" cx={ring} cy="29" r="6" />}
      {value === undefined ? null : <circle class="drawn-dot" cx={value} cy="29" r="7" />}
      {value === undefined || !explanation ? null : <text class="drawn-value" x={Math.min(300, Math.max(40, value))} y="15">{scaledText(explanation.value)}</text>}
    </svg>
  );
}

/** The total on its way through the classes: the bounds as a band, the total as a dot. What lies below the first real class is squeezed. */
export function TotalDrawing({ ui, sheet }: { ui: Ui; sheet: Sheet }): VNode | null {
  const { total, classes, framework } = sheet;
  if (!total || classes.length < 2) return null;
  const t = messages.in(ui.lang);
  const top = topOf(framework) ?? hundred;
  const ordered = classes.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const first = ordered.find(({ from }) => from > 0n)?.from ?? 0n;
  const x = (value: Scaled): number => (value < first ? placeOf(value, [0n, first], [4, 96]) : placeOf(value, [first, top], [96, 416]));
  const ticks = [...ordered.map(({ from }) => from).filter((from) => from > 0n), top];
  const band = bandOfTotal(sheet);
  const [least, most] = [x(total.least), x(total.most)];
  const short = (key: string): string => classWords(sheet, key, ui.lang).replace(/^ระดับ/, '');
  return (
    <svg class="drawn drawn-total" viewBox="0 0 420 66" role="img" aria-label={t('drawn.total', { total: totalText(sheet), classes: ordered.map(({ key, from }) => `${short(key)} ${scaledText(from)}`).join(', ') })}>
      <path class="drawn-below" d="M4 16H96" />
      <path class="drawn-axis" d="M96 16H416" />
      {band ? <rect class="drawn-band drawn-faint" x={x(band.least)} y="5" width={Math.max(2, x(band.most) - x(band.least))} height="22" /> : null}
      {total.shown === undefined ? <rect class="drawn-band" x={least} y="9" width={Math.max(2, most - least)} height="14" /> : null}
      <path class="drawn-tick" d={ticks.map((at) => `M${x(at)} 10v12`).join('')} />
      {ticks.map((at) => <text x={at === top ? 408 : x(at)} y="41">{scaledText(at)}</text>)}
      {ordered.map(({ key, from }, n) => <text class="drawn-name" x={(x(from) + x(ordered[n + 1]?.from ?? top)) / 2} y="60">{short(key)}</text>)}
      {total.shown !== undefined ? <circle class="drawn-dot" cx={x(total.shown)} cy="16" r="7" /> : total.soFar === undefined ? null : <circle class="drawn-ring" cx={x(total.soFar)} cy="16" r="6" />}
    </svg>
  );
}

/** What the marks of both drawings mean. */
export function DrawingKey({ ui }: { ui: Ui }): VNode {
  return <p class="quiet small">{messages.in(ui.lang)('drawn.key')}</p>;
}

