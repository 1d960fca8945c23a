/** Shortcut keys: a quiet line under a list, and the dialog that the key `?` opens. Shown only when keys work. */
import type { VNode } from 'preact';
import { useUi } from '../context.tsx';
import { Dialog } from './dialog.tsx';

export type KeyHint = { keys: readonly string[]; label: string };

export function KeyHints({ hints }: { hints: readonly KeyHint[] }): VNode {
  return (
    <div class="keys" aria-hidden="true">
      {hints.map((hint) => <span>{hint.keys.map((key) => <><kbd>{key}</kbd>{' '}</>)}{hint.label}</span>)}
    </div>
  );
}

/** The list of all keys. The office layout puts it at the end of the page with the general keys; a screen hands in its own. */
export function KeysDialog({ hints = [], id = 'keys-dialog' }: { hints?: readonly KeyHint[]; id?: string }): VNode {
  const { t } = useUi();
  const general: KeyHint[] = [
    { keys: ['j', 'k'], label: t('keys.move') },
    { keys: ['Enter'], label: t('keys.open') },
    { keys: ['/'], label: t('keys.search') },
    { keys: ['?'], label: t('keys.all') },
    { keys: ['Esc'], label: t('keys.close') },
  ];
  return (
    <Dialog id={id} title={t('keys.all')} closeOnly>
      <dl class="keys-list">
        {[...general, ...hints].map((hint) => (
          <>
            <dt>{hint.keys.map((key) => <><kbd>{key}</kbd>{' '}</>)}</dt>
            <dd>{hint.label}</dd>
          </>
        ))}
      </dl>
    </Dialog>
  );
}
