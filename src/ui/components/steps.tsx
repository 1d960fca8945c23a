/** How far along a form of several pages one is. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type StepsProps = { current: number; total: number; title?: string; /** "เหลืออีกประมาณ 4 นาที". */ remaining?: ComponentChildren };

/** `current` counts from 1. */
export function Steps({ current, total, title, remaining }: StepsProps): VNode {
  const { t, format } = useUi();
  return (
    <div class="steps">
      <p>
        {title ? <>{title} · </> : null}
        <strong>{t('steps.of', { current: format.number(current), total: format.number(total) })}</strong>
        {remaining ? <> · {remaining}</> : null}
      </p>
      <div class="steps-bar" aria-hidden="true">
        {Array.from({ length: total }, (_, at) => <span class={at < current ? 'on' : undefined} />)}
      </div>
    </div>
  );
}
