/**
 * From numbers to places on a drawing, pure. Scores come here as ordinary numbers only to be drawn: what is read stands in
 * words that the caller wrote from the exact ones.
 */
import { scaleLinear } from 'd3-scale';
import { area, line, lineRadial, curveLinear } from 'd3-shape';

/** Least and greatest value that the drawing shows; the two differ. */
export type Domain = readonly [number, number];
export type Point = { x: number; y: number };

/** One decimal is finer than a screen or a printer shows, and the page stays small. */
const short = (value: number): number => Math.round(value * 10) / 10;

/** A domain that holds all values with a little air; equal values get room on both sides. Nothing at all: 0 to 1. */
export function domainOf(values: readonly number[], include: readonly number[] = []): Domain {
  const all = [...values, ...include].filter((value) => Number.isFinite(value));
  if (all.length === 0) return [0, 1];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (low === high) return [low - (Math.abs(low) * 0.1 || 1), high + (Math.abs(high) * 0.1 || 1)];
  return [low - (high - low) * 0.08, high + (high - low) * 0.08];
}

/** The place of a value between two ends of the drawing; what lies outside stands at the edge. */
export function placeIn(domain: Domain, range: Domain): (value: number) => number {
  const scale = scaleLinear().domain([...domain]).range([...range]).clamp(true);
  return (value) => short(scale(value));
}

/** The same as a share of the width, for drawings that stretch: `62.5%`. */
export function shareOf(value: number, max: number): string {
  if (!(max > 0)) return '0%';
  return `${Math.round(Math.min(Math.max(value / max, 0), 1) * 10_000) / 100}%`;
}

/** Round numbers to write at an axis, about so many. */
export function ticksOf(domain: Domain, count = 4): number[] {
  return scaleLinear().domain([...domain]).ticks(count).filter((tick) => tick >= domain[0] && tick <= domain[1]);
}

/** A line through the points, broken where one is missing: a gap is never bridged. */
export function linePath(points: ReadonlyArray<Point | null>): string {
  return line<Point | null>().defined((point) => point !== null).x((point) => point?.x ?? 0).y((point) => point?.y ?? 0).digits(1)(points) ?? '';
}

/** The surface between a lower and an upper line, broken as the line is. */
export function bandPath(points: ReadonlyArray<{ x: number; low: number; high: number } | null>): string {
  return area<{ x: number; low: number; high: number } | null>().defined((point) => point !== null)
    .x((point) => point?.x ?? 0).y0((point) => point?.low ?? 0).y1((point) => point?.high ?? 0).digits(1)(points) ?? '';
}

/** The place of value `value` of axis `at` among `count`, the first at the top and then clockwise, around 0 0. */
export function spoke(at: number, count: number, value: number, max: number, radius: number): Point {
  const angle = (2 * Math.PI * at) / count;
  const far = placeIn([0, max], [0, radius])(value);
  return { x: short(far * Math.sin(angle)), y: short(-far * Math.cos(angle)) };
}

/** The outline of one series of a radar around 0 0; closed when no value is missing, else broken there. */
export function radarPath(values: ReadonlyArray<number | null>, max: number, radius: number): string {
  const whole = values.every((value) => value !== null);
  const place = placeIn([0, max], [0, radius]);
  const around = [...values.map((value, at) => ({ at, value })), ...(values.length > 0 ? [{ at: values.length, value: values[0] ?? null }] : [])];
  const path = lineRadial<{ at: number; value: number | null }>().curve(curveLinear).defined(({ value }) => value !== null)
    .angle(({ at }) => (2 * Math.PI * at) / values.length).radius(({ value }) => place(value ?? 0)).digits(1)(around) ?? '';
  return whole && path !== '' ? `${path}Z` : path;
}

/**
 * Rows for labels that would touch: each gets the first row whose last label ends `gap` before it.
 * @param centres in drawing units, in any order; `widths` of the labels likewise. @returns the row of each, from 0.
 */
export function rowsFor(centres: readonly number[], widths: readonly number[], gap = 6): number[] {
  const ends: number[] = [];
  const rows = centres.map(() => 0);
  const order = centres.map((_, at) => at).sort((a, b) => (centres[a] ?? 0) - (centres[b] ?? 0));
  for (const at of order) {
    const [centre, half] = [centres[at] ?? 0, (widths[at] ?? 0) / 2];
    let row = ends.findIndex((end) => centre - half >= end + gap);
    if (row < 0) row = ends.length;
    ends[row] = centre + half;
    rows[at] = row;
  }
  return rows;
}

/** About how wide words are: Thai marks above and below take no room. */
export function widthOf(words: string, size: number): number {
  return words.replaceAll(/[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/g, '').length * size * 0.56;
}
