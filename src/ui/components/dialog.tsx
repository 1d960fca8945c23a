/** A question box, only for what cannot be undone. Without scripts the same words stand on a page of their own: `<DialogPage>`. */
import type { ComponentChildren, VNode } from 'preact';
import { useUi } from '../context.tsx';

export type DialogProps = {
  id: string;
  title: string;
  /** Usually a form whose buttons are the answers. */
  children: ComponentChildren;
  /** Adds a lone "close" button, for boxes that only show. */
  closeOnly?: boolean;
};

/**
 * Opened by any `data-dialog="id"` (`opensDialog` of a button or link). Give the link an `href` to the page with
 * {@link DialogPage}, so that the act can be done without scripts. A button inside with `value="close"` in a
 * `<form method="dialog">` closes it.
 */
export function Dialog({ id, title, children, closeOnly }: DialogProps): VNode {
  const { t } = useUi();
  return (
    <dialog class="dialog" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
      {closeOnly ? <form method="dialog"><button class="btn" value="close">{t('close')}</button></form> : null}
    </dialog>
  );
}

/** A button that closes the dialog it stands in; on a {@link DialogPage} use a link back instead. */
export function DialogClose({ children }: { children: ComponentChildren }): VNode {
  return <button class="btn" type="button" data-dialog-close="">{children}</button>;
}

/** The same question as a page of its own. */
export function DialogPage({ title, children }: { title: string; children: ComponentChildren }): VNode {
  return (
    <section class="dialog dialog-page" aria-labelledby="dialog-page-title">
      <h1 class="large" id="dialog-page-title">{title}</h1>
      {children}
    </section>
  );
}
