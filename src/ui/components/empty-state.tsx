/** Nothing here: says why, and what can be done next. */
import type { ComponentChildren, VNode } from 'preact';

export type EmptyStateProps = { title: string; children?: ComponentChildren; action?: ComponentChildren };

export function EmptyState({ title, children, action }: EmptyStateProps): VNode {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      {children ? <p class="quiet">{children}</p> : null}
      {action ? <div>{action}</div> : null}
    </div>
  );
}
