/** Filters above a list: a GET form whose address can be kept. Works the same without scripts. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type FilterBarProps = {
  action: string;
  /** Fields; the first one takes the room that is left when `wide`. */
  children: ComponentChildren;
  wide?: boolean;
  submitLabel?: string;
  /** Shown when any filter is set. */
  clearHref?: string;
  /** What the filters found, in words. */
  result?: ComponentChildren;
  /** Kept as they are: sorting, the tab. */
  hidden?: Readonly<Record<string, string>>;
  label?: string;
};

export function FilterBar({ action, children, wide, submitLabel, clearHref, result, hidden, label }: FilterBarProps): VNode {
  const { t } = useUi();
  return (
    <form class={wide ? 'filter-bar filter-bar-wide' : 'filter-bar'} action={action} method="get" role="search" aria-label={label ?? t('filter')}>
      {children}
      {Object.entries(hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <div class="cluster">
        <button class="btn">{submitLabel ?? t('filter.submit')}</button>
        {clearHref ? <a class="btn btn-quiet" href={clearHref}>{t('filter.clear')}</a> : null}
      </div>
      {result ? <p class="filter-result" role="status">{result}</p> : null}
    </form>
  );
}
