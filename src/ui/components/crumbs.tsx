/** Where this page stands; each step up is a link, the last is here. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export type Crumb = { label: string; href?: string };

export function Crumbs({ items }: { items: readonly Crumb[] }): VNode {
  const { t } = useUi();
  return (
    <nav class="crumbs" aria-label={t('crumbs')}>
      <ol>
        {items.map((item) => <li>{item.href ? <a href={item.href}>{item.label}</a> : <span aria-current="page">{item.label}</span>}</li>)}
      </ol>
    </nav>
  );
}
