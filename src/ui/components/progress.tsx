/** Long work, shown as it goes. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type ProgressProps = {
  label: string;
  /** Leave out while the length of the work is not known. */
  value?: number;
  max?: number;
  /** Instead of "value of max". */
  words?: string;
  note?: ComponentChildren;
  /** For live updates by stream. */
  id?: string;
};

export function Progress({ label, value, max = 100, words, note, id }: ProgressProps): VNode {
  const { t, format } = useUi();
  const shown = words ?? (value === undefined ? '' : t('progress.of', { value: format.number(value), max: format.number(max) }));
  return (
    <div class="progress" id={id}>
      <div class="progress-head"><span class="strong">{label}</span>{shown ? <span class="quiet">{shown}</span> : null}</div>
      <progress max={max} value={value} aria-label={label} />
      {note ? <p class="quiet">{note}</p> : null}
    </div>
  );
}
