/** An office by its short name; its full name is one hover, or one screen-reader word, away. */
import type { VNode } from 'preact';

export type UnitTagProps = { short: string; full: string; href?: string; /** Full name first, the short one after it: where there is room. */ long?: boolean };

export function UnitTag({ short, full, href, long }: UnitTagProps): VNode {
  if (long) return <span>{href ? <a href={href}>{full}</a> : full} <span class="quiet">({short})</span></span>;
  const tag = <abbr class="unit" title={full}>{short}</abbr>;
  return href ? <a href={href}>{tag}</a> : tag;
}
