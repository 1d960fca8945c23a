/** A short list behind a word. `<details>`: opens without scripts; with them it closes on Escape and on a press elsewhere. */
import type { ComponentChildren, VNode } from 'preact';

export type MenuItem =
  | { label: string; href: string; current?: boolean; plainVisit?: boolean }
  | { label: string; action: string; hidden?: Readonly<Record<string, string>>; danger?: boolean; /** Forgets drafts kept on this device: for signing out. */ clearsDrafts?: boolean }
  | { rule: true }
  | { extra: ComponentChildren };

export type MenuProps = { label: ComponentChildren; items: readonly MenuItem[]; align?: 'start' | 'end' };

export function Menu({ label, items, align = 'end' }: MenuProps): VNode {
  return (
    <details class={align === 'start' ? 'menu menu-start' : 'menu'} data-menu="">
      <summary><span>{label}</span></summary>
      <ul class="menu-list">
        {items.map((item) => <li class={'rule' in item ? 'menu-rule' : undefined}><MenuLine item={item} /></li>)}
      </ul>
    </details>
  );
}

/** One line of a menu; the navigation of a phone shows the same lines open. */
export function MenuLine({ item }: { item: MenuItem }): VNode | null {
  if ('rule' in item) return null;
  if ('extra' in item) return <div class="menu-extra">{item.extra}</div>;
  if ('href' in item) return <a href={item.href} aria-current={item.current ? 'page' : undefined} data-turbo={item.plainVisit ? 'false' : undefined}>{item.label}</a>;
  return (
    <form method="post" action={item.action} data-clear-drafts={item.clearsDrafts ? '' : undefined}>
      {Object.entries(item.hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
      <button class={item.danger ? 'danger' : undefined}>{item.label}</button>
    </form>
  );
}
