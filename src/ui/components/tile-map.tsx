/** The 77 provinces as tiles: tone and number, never tone alone; dashes for "none". Give people the same facts as a table too. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { provinces } from '../provinces.ts';

export type TileTone = 1 | 2 | 3 | 4 | 5;
export type TileValue = {
  /** What stands in the tile: at most four signs. */
  words: string;
  tone: TileTone;
  href?: string;
};

export type TileMapProps = {
  /** What the numbers are: "หนังสือที่รับส่งผ่านระบบ ร้อยละ". */
  label: string;
  /** By ISO 3166-2 code, "TH-50". Provinces that are not there are drawn with dashes. */
  values: Readonly<Record<string, TileValue>>;
  /** Meaning of the tones from light to dark, e.g. ["0–35", …]. */
  legend?: readonly [string, string, string, string, string];
};

export function TileMap({ label, values, legend }: TileMapProps): VNode {
  const { t, lang } = useUi();
  return (
    <div class="stack-s">
      <div class="tiles" role="group" aria-label={`${t('map.label')}: ${label}`}>
        {provinces.map((province) => {
          const value = values[province.code];
          const name = province[lang];
          const place = { 'data-c': province.column, 'data-r': province.row };
          const inside = <><span aria-hidden="true">{province.short}</span><span class="vh">{name} {value ? '' : t('map.none')}</span><b aria-hidden={value ? undefined : 'true'}>{value?.words ?? '–'}</b></>;
          if (!value) return <span class="tile tile-none" title={name} {...place}>{inside}</span>;
          return value.href
            ? <a class="tile" href={value.href} title={name} data-tone={value.tone} {...place}>{inside}</a>
            : <span class="tile" title={name} data-tone={value.tone} {...place}>{inside}</span>;
        })}
      </div>
      {legend ? (
        <div class="legend" aria-hidden="true">
          {legend.map((words, at) => <span><span class="legend-tone" data-tone={at + 1} />{words}</span>)}
        </div>
      ) : null}
    </div>
  );
}

/** The tone of a value among four bounds: below the first is 1, at or over the last is 5. */
export function toneOf(value: number, bounds: readonly [number, number, number, number]): TileTone {
  const tones = [2, 3, 4, 5] as const;
  return tones.reduce<TileTone>((tone, next, at) => (value >= (bounds[at] ?? Infinity) ? next : tone), 1);
}
