/** Buttons and links that look like them. One `main` on a screen, the usual next step. */
import type { ComponentChildren, VNode } from 'preact';

export type ButtonKind = 'main' | 'plain' | 'danger' | 'quiet';

type Common = {
  kind?: ButtonKind;
  wide?: boolean;
  /** A single key that presses this button, shown beside its words; needs scripts. */
  shortcut?: string;
  children: ComponentChildren;
};

export type ButtonProps = Common & {
  type?: 'submit' | 'button' | 'reset';
  name?: string;
  value?: string;
  /** Another address for this button's form. */
  formAction?: string;
  form?: string;
  disabled?: boolean;
  /** Words while the form is on its way; the button is disabled meanwhile. */
  busyLabel?: string;
  /** Opens the dialog of this id (needs scripts; give people a page too). */
  opensDialog?: string;
  id?: string;
};

export type ButtonLinkProps = Common & {
  href: string;
  /** With scripts, opens the dialog of this id instead of going to `href`. */
  opensDialog?: string;
  download?: boolean | string;
  id?: string;
  /** Turbo must not handle the link: downloads, other hosts. */
  plainVisit?: boolean;
};

function classOf(kind: ButtonKind, wide: boolean | undefined): string {
  return ['btn', kind === 'plain' ? '' : `btn-${kind}`, wide ? 'btn-wide' : ''].filter(Boolean).join(' ');
}

function Key({ shortcut }: { shortcut: string | undefined }): VNode | null {
  return shortcut ? <kbd aria-hidden="true">{shortcut}</kbd> : null;
}

export function Button({ kind = 'plain', wide, shortcut, children, type = 'submit', name, value, formAction, form, disabled, busyLabel, opensDialog, id }: ButtonProps): VNode {
  return (
    <button
      class={classOf(kind, wide)} type={type} id={id} name={name} value={value} formAction={formAction} form={form} disabled={disabled}
      data-turbo-submits-with={busyLabel} data-dialog={opensDialog} data-key={shortcut} aria-keyshortcuts={shortcut}
    >
      {children}
      <Key shortcut={shortcut} />
    </button>
  );
}

export function ButtonLink({ kind = 'plain', wide, shortcut, children, href, opensDialog, download, id, plainVisit }: ButtonLinkProps): VNode {
  return (
    <a
      class={classOf(kind, wide)} href={href} id={id} download={download} data-dialog={opensDialog} data-key={shortcut} aria-keyshortcuts={shortcut}
      data-turbo={plainVisit || download ? 'false' : undefined}
    >
      {children}
      <Key shortcut={shortcut} />
    </a>
  );
}

/** Buttons side by side on a desk, one under the other on a phone. */
export function ButtonRow({ children }: { children: ComponentChildren }): VNode {
  return <div class="btn-row">{children}</div>;
}
