/** The result of a checker: what passed, what to correct, what is worth a look. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';
import { AlertIcon, RingIcon, TickIcon } from './icons.tsx';

export type Check = { state: 'ok' | 'bad' | 'warn' | 'wait'; text: ComponentChildren; detail?: ComponentChildren };

export function Checks({ items, label }: { items: readonly Check[]; label?: string }): VNode {
  const { t } = useUi();
  return (
    <ul class="checks" aria-label={label}>
      {items.map((item) => (
        <li class={item.state}>
          {item.state === 'ok' ? <TickIcon /> : item.state === 'wait' ? <RingIcon /> : <AlertIcon />}
          <div>
            <span class="vh">{t(`check.${item.state}`)}: </span>
            {item.state === 'bad' || item.state === 'warn' ? <strong>{item.text}</strong> : item.text}
            {item.detail ? <div>{item.detail}</div> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
