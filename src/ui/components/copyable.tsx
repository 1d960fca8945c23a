/** A value that people carry elsewhere: a number, a reference, an address. Without scripts it is text to select. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';

export function Copyable({ value, label }: { value: string; /** What is copied, for screen readers: "เลขที่หนังสือ". */ label?: string }): VNode {
  const { t } = useUi();
  return (
    <span class="copyable">
      <code>{value}</code>
      <button class="link-button js-only" type="button" data-copy={value} data-copied={t('copied')}>
        <span data-copy-words="">{t('copy')}</span>
        {label ? <span class="vh"> {label}</span> : null}
      </button>
    </span>
  );
}
