/** A short answer to what was just done, with a way back where there is one. */
import type { VNode } from 'preact';

export type FlashAction = { label: string; href: string } | { label: string; action: string; hidden?: Readonly<Record<string, string>> };
export type FlashProps = { text: string; action?: FlashAction };

export function Flash({ text, action }: FlashProps): VNode {
  return (
    <div class="toast" role="status">
      <span>{text}</span>
      {!action ? null : 'href' in action ? <a href={action.href}>{action.label}</a> : (
        <form method="post" action={action.action}>
          {Object.entries(action.hidden ?? {}).map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <button>{action.label}</button>
        </form>
      )}
    </div>
  );
}
