import type { VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { Notice } from '../../ui/components/notice.tsx';

/**
 * What an action said whose form is no longer on the page, because somebody else was faster or its time is over: a
 * form shows the message of its own address alone.
 * @param shown addresses of the forms that the page draws
 */
export function LostMessage({ ui, shown }: { ui: Ui; shown: readonly string[] }): VNode | null {
  const { action, message } = ui.form;
  if (!message || action === undefined || shown.includes(action)) return null;
  return <div role="alert"><Notice kind="error">{ui.text(message)}</Notice></div>;
}
