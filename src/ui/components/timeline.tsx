/** A way walked: a full dot is done, the blue ring is here, a dashed one not yet. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type TimelineState = 'done' | 'now' | 'next' | 'void';
export type TimelineItem = { text: ComponentChildren; by?: ComponentChildren; time?: string; iso?: string; note?: ComponentChildren; state?: TimelineState };

export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }): VNode {
  const { t } = useUi();
  return (
    <ol class="timeline" aria-label={label}>
      {items.map((item) => {
        const state = item.state ?? 'done';
        return (
          <li class={state === 'done' ? undefined : `is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
            <span class="timeline-text">{item.text}{item.by ? <span class="timeline-by"> {item.by}</span> : null}</span>
            <span class="vh"> ({t(`timeline.${state}`)})</span>
            {item.time ? <time dateTime={item.iso}>{item.time}</time> : null}
            {item.note ? <span class="timeline-note">{item.note}</span> : null}
          </li>
        );
      })}
    </ol>
  );
}
