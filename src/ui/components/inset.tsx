/** Words taken from a document, or a proposal about them, set in with the pen's blue edge. */
import type { ComponentChildren, VNode } from 'preact';

export function Inset({ children, id }: { children: ComponentChildren; id?: string }): VNode {
  return <div class="inset" id={id}>{children}</div>;
}
