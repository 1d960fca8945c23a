import type { VNode } from 'preact';
import type { Ui } from '../../platform/http/ui.ts';
import { StateMark } from '../../ui/components/state-mark.tsx';
import { messages } from './messages.ts';
import type { DeliveryLine } from './store/deliveries.ts';
import type { Webhook } from './store/webhooks.ts';

export function StateOf({ webhook, ui }: { webhook: Webhook; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  if (webhook.goneAt) return <StateMark kind="late">{t('state.gone')}</StateMark>;
  if (webhook.pausedAt) return <StateMark kind="void">{t('state.paused')}</StateMark>;
  return <StateMark kind="done">{t('state.on')}</StateMark>;
}

const marks = { waiting: 'wait', delivered: 'done', failed: 'late', dropped: 'void' } as const;

export function DeliveryState({ delivery, ui }: { delivery: DeliveryLine; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const tried = delivery.state === 'waiting' && delivery.attempts > 0;
  return <StateMark kind={tried ? 'risk' : marks[delivery.state]}>{t(tried ? 'delivery.retrying' : `delivery.${delivery.state}`)}</StateMark>;
}

/** What the address said, in words; what the network said stays as it is, for whoever mends it. */
export function DeliveryAnswer({ delivery, ui }: { delivery: DeliveryLine; ui: Ui }): VNode | null {
  const t = messages.in(ui.lang);
  const { answer, lastError, state } = delivery;
  if (answer !== null) return <>{answer === 410 ? t('answer.gone') : t('answer.code', { code: answer })}</>;
  if (lastError === null) return null;
  if (state === 'dropped') return <>{t('answer.closed')}</>;
  return <>{t('answer.none')}<br /><code class="quiet small regular break">{lastError}</code></>;
}
