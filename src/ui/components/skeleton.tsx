/** A place being filled. Only for parts loaded on their own (a lazy frame); whole pages come ready. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export function Skeleton({ lines = 3, rows }: { lines?: number; /** Rows of a list instead of lines of text. */ rows?: boolean }): VNode {
  const { t } = useUi();
  return (
    <div role="status">
      <span class="vh">{t('loading')}</span>
      <div class={rows ? 'skeleton skeleton-rows' : 'skeleton'} aria-hidden="true">
        {Array.from({ length: lines }, () => (rows ? <div><span /></div> : <span />))}
      </div>
    </div>
  );
}
