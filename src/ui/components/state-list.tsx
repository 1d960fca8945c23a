/** Who has answered and who has not: names with a state each, in as many columns as there is room. */
import type { ComponentChildren, VNode } from 'preact';
import { StateMark } from './state-mark.tsx';
import type { StateKind } from './state-mark.tsx';

export type StateListItem = { name: ComponentChildren; state: StateKind; words: string; id?: string };

export function StateList({ items, label }: { items: readonly StateListItem[]; label?: string }): VNode {
  return (
    <ul class="state-list" aria-label={label}>
      {items.map((item) => <li id={item.id}><span>{item.name}</span><StateMark kind={item.state}>{item.words}</StateMark></li>)}
    </ul>
  );
}
