import type { VNode } from 'preact';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Pager } from '../../../../ui/components/pager.tsx';
import type { TableKindName } from '../../domain/tables/rows.ts';
import { kindOf } from '../../import/kinds.ts';
import { m } from './messages.ts';

export interface ExportLink {
  readonly label: string;
  readonly href: string;
  readonly download?: boolean;
}

/** Links at the end of a list: the same list as Excel and as CSV, and the way to bring one in. */
export function exportLinks(ui: Ui, name: TableKindName, filter: Readonly<Record<string, string | number | undefined>> = {}): ExportLink[] {
  const t = m.in(ui.lang);
  const kind = kindOf(name);
  const kept = new URLSearchParams(Object.entries(filter).flatMap(([key, value]) => (value === undefined || value === '' ? [] : [[key, String(value)]])));
  const query = kept.size > 0 ? `?${kept}` : '';
  const brings = ui.can('organisation.import') && ui.can(kind.permission);
  return [
    { label: t('xlsx'), href: `${kind.href}.xlsx${query}`, download: true },
    { label: t('csv'), href: `${kind.href}.csv${query}`, download: true },
    ...(brings ? [{ label: t('import'), href: `/import?kind=${name}` }] : []),
  ];
}

/** The same, where a list has no pager. */
export function ExportLinks({ ui, name, filter }: { ui: Ui; name: TableKindName; filter?: Readonly<Record<string, string | number | undefined>> }): VNode {
  return <Pager label={m.in(ui.lang)('label')} extra={exportLinks(ui, name, filter)} />;
}
