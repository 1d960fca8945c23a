/** A state: a shape, a word, and third a colour. */
import type { ComponentChildren, VNode } from 'preact';

/** wait: ring · going: half disc · done: full disc · risk: open diamond · late: full diamond · void: dashed ring */
export type StateKind = 'wait' | 'going' | 'done' | 'risk' | 'late' | 'void';

export function StateMark({ kind, wrap, children }: { kind: StateKind; /** Lets a long word break. */ wrap?: boolean; children: ComponentChildren }): VNode {
  return <span class={`state state-${kind}${wrap ? ' state-wrap' : ''}`}>{children}</span>;
}
