/** The categories on a radar, drawn on the server. The same figures stand in the table beside it. */
import type { VNode } from 'preact';

export interface RadarAxis {
  readonly label: string;
  /** 0 to 1 of the best; undefined where nothing is known. */
  readonly self: number | undefined;
  readonly other?: number | undefined;
}

const size = 360;
const centre = size / 2;
const radius = 118;
const point = (at: number, of: number, share: number): readonly [number, number] => {
  const angle = (Math.PI * 2 * at) / of - Math.PI / 2;
  return [centre + Math.cos(angle) * radius * share, centre + Math.sin(angle) * radius * share];
};
const text = ([x, y]: readonly [number, number]): string => `${x.toFixed(1)},${y.toFixed(1)}`;
const ring = (of: number, share: number): string => Array.from({ length: of }, (_, at) => text(point(at, of, share))).join(' ');

/** `rings`: shares of the best at which a ring is drawn, with what stands at it. */
export function Radar({ label, axes, rings, names }: { label: string; axes: readonly RadarAxis[]; rings: readonly { readonly share: number; readonly label: string }[]; names: { readonly self: string; readonly other?: string } }): VNode {
  const of = axes.length;
  const shape = (key: 'self' | 'other') => axes.map((axis, at) => text(point(at, of, axis[key] ?? 0))).join(' ');
  const others = names.other !== undefined && axes.some(({ other }) => other !== undefined);
  return (
    <figure class="stack-s">
      <svg viewBox={`0 0 ${size} ${size}`} width={size} height={size} role="img" aria-label={label} font-size="13">
        {rings.map(({ share }) => <polygon points={ring(of, share)} fill="none" stroke="currentColor" stroke-opacity=".3" />)}
        {axes.map((_, at) => { const [x, y] = point(at, of, 1); return <line x1={centre} y1={centre} x2={x.toFixed(1)} y2={y.toFixed(1)} stroke="currentColor" stroke-opacity=".2" />; })}
        {rings.map(({ share, label: words }) => <text x={centre + 4} y={(centre - radius * share - 3).toFixed(1)} fill="currentColor" fill-opacity=".75" font-size="11">{words}</text>)}
        {others ? <polygon points={shape('other')} fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="5 4" /> : null}
        <polygon points={shape('self')} fill="currentColor" fill-opacity=".14" stroke="currentColor" stroke-width="2.5" />
        {axes.map((axis, at) => {
          const [x, y] = point(at, of, 1.14);
          const anchor = Math.abs(x - centre) < 12 ? 'middle' : x > centre ? 'start' : 'end';
          return <text x={x.toFixed(1)} y={(y + 4).toFixed(1)} text-anchor={anchor} fill="currentColor">{axis.label}</text>;
        })}
      </svg>
      <figcaption class="quiet mid">{others ? `━ ${names.self}  ╌ ${names.other}` : `━ ${names.self}`}</figcaption>
    </figure>
  );
}
