/** Something to know before acting: a rule at the side, a plain sentence. */
import type { ComponentChildren, VNode } from 'preact';

export type NoticeProps = { kind?: 'info' | 'warn' | 'done' | 'error'; title?: ComponentChildren; children?: ComponentChildren; id?: string };

export function Notice({ kind = 'info', title, children, id }: NoticeProps): VNode {
  return (
    <div class={kind === 'info' ? 'notice' : `notice notice-${kind}`} id={id}>
      {title ? <p><strong>{title}</strong></p> : null}
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}
