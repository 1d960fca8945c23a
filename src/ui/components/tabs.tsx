/** Parts of a page as links, and quick filters above a list. Each has an address of its own. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export type Tab = { label: string; href: string; count?: number; current?: boolean };

export function Tabs({ items, label }: { items: readonly Tab[]; label?: string }): VNode {
  const { t } = useUi();
  return (
    <nav class="tabs" aria-label={label ?? t('tabs')}>
      <ul>{items.map((item) => <li><TabLink item={item} as="page" /></li>)}</ul>
    </nav>
  );
}

/** Quick filters: the few that people press all day; the rest stand in a FilterBar. */
export function QuickFilters({ items, label }: { items: readonly Tab[]; label?: string }): VNode {
  const { t } = useUi();
  return (
    <div class="quick" role="group" aria-label={label ?? t('filter')} tabIndex={-1}>
      {items.map((item) => <TabLink item={item} as="true" />)}
    </div>
  );
}

function TabLink({ item, as }: { item: Tab; as: 'page' | 'true' }): VNode {
  const { format } = useUi();
  return (
    <a href={item.href} aria-current={item.current ? as : undefined}>
      {item.label}
      {item.count === undefined ? null : <span>{format.number(item.count)}</span>}
    </a>
  );
}
