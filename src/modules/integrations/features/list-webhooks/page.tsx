import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { ButtonLink } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { messages } from '../../messages.ts';
import { permission, webhooksAddress } from '../../params.ts';
import { StateOf } from '../../shown.tsx';
import { listWebhooks, type WebhookLine } from '../../store/webhooks.ts';

/** Every system that hears what happens here. */
export const webhooksPage = definePage({
  path: webhooksAddress,
  permission,
  load: async (tx) => ok(await listWebhooks(tx)),
  title: (_data, ui) => messages.in(ui.lang)('title'),
  view: (webhooks: readonly WebhookLine[], ui) => <Webhooks webhooks={webhooks} ui={ui} />,
});

function Webhooks({ webhooks, ui }: { webhooks: readonly WebhookLine[]; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  return (
    <>
      <PageHead title={t('title')} sub={t('sub')} actions={<ButtonLink kind="main" href={`${webhooksAddress}/new`}>{t('add')}</ButtonLink>} />
      <Table
        caption={t('title')} captionHidden rows={webhooks} rowKey={(webhook) => String(webhook.id)}
        empty={<EmptyState title={t('none')}>{t('none.text')}</EmptyState>}
        columns={[
          { key: 'name', head: t('name'), kind: 'main', cell: (webhook) => <a href={`${webhooksAddress}/${webhook.id}`}>{webhook.name}</a> },
          { key: 'url', head: t('url'), cell: (webhook) => <span class="break">{webhook.url}</span> },
          { key: 'state', head: t('state'), kind: 'nowrap', cell: (webhook) => <StateOf webhook={webhook} ui={ui} /> },
          { key: 'waiting', head: t('waiting'), kind: 'num', cell: (webhook) => webhook.waiting },
          { key: 'failed', head: t('failed'), kind: 'num', cell: (webhook) => webhook.failed },
          { key: 'last', head: t('last'), kind: 'nowrap', cell: (webhook) => (webhook.lastAt ? momentWords(ui.lang, webhook.lastAt) : t('never')) },
        ]}
      />
    </>
  );
}
