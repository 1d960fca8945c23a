import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { wordsOfAct, type ActGroup } from '../../act-catalogue.ts';
import { messages } from '../../messages.ts';
import { permission, webhookParams, webhooksAddress } from '../../params.ts';
import { DeliveryAnswer, DeliveryState, StateOf } from '../../shown.tsx';
import { listDeliveries, type DeliveryLine } from '../../store/deliveries.ts';
import { findWebhook, type Webhook } from '../../store/webhooks.ts';

const pageSize = 50;

interface WatchData {
  readonly webhook: Webhook;
  readonly deliveries: readonly DeliveryLine[];
  readonly more: boolean;
}

/** One webhook: how it stands, what it may be told to do, and every delivery with its answer. */
export const webhookPage = (catalogue: () => readonly ActGroup[]) => definePage({
  path: `${webhooksAddress}/:id`,
  permission,
  params: webhookParams,
  query: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
  async load(tx, { params, query }) {
    const webhook = await findWebhook(tx, params.id);
    if (!webhook) return notFound();
    const { rows, more } = cutPage(await listDeliveries(tx, params.id, { before: query.before, limit: pageSize + 1 }), pageSize);
    return ok<WatchData>({ webhook, deliveries: rows, more });
  },
  title: ({ webhook }: WatchData) => webhook.name,
  view: (data: WatchData, ui) => <Watch data={data} ui={ui} catalogue={catalogue()} />,
});

function Watch({ data: { webhook, deliveries, more }, ui, catalogue }: { data: WatchData; ui: Ui; catalogue: readonly ActGroup[] }): VNode {
  const t = messages.in(ui.lang);
  const address = `${webhooksAddress}/${webhook.id}`;
  const on = !webhook.pausedAt && !webhook.goneAt;
  const last = deliveries.at(-1);
  const heard = (act: string) => {
    const [module = '', rest] = act.split('.');
    const group = catalogue.find((one) => one.module === module);
    return rest === '*' && group ? t('allOf', { module: ui.text(group.title) }) : ui.text(wordsOfAct(catalogue, act));
  };
  return (
    <>
      <PageHead
        title={webhook.name} crumbs={[{ label: t('title'), href: webhooksAddress }, { label: webhook.name }]}
        actions={<>
          {on ? <ActionButton ui={ui} action={`${address}/test`} kind="main">{t('test')}</ActionButton> : <ActionButton ui={ui} action={`${address}/resume`} kind="main">{t('resume')}</ActionButton>}
          <ButtonLink href={`${address}/edit`}>{t('edit')}</ButtonLink>
        </>}
      />
      {ui.shownOnce?.startsWith('whsec_') ? (
        <Notice kind="done" title={t('secretTitle')}>
          <p>{t('secretOnce')}</p>
          <p class="break"><Copyable value={ui.shownOnce} label={t('secret')} /></p>
        </Notice>
      ) : null}
      {webhook.goneAt ? <Notice kind="warn">{t('goneText')}</Notice> : null}
      <Section>
        <DefinitionList ruled items={[
          { term: t('state'), value: <StateOf webhook={webhook} ui={ui} /> },
          { term: t('url'), value: <span class="break">{webhook.url}</span> },
          { term: t('hears'), value: <ul class="plain-lines">{webhook.acts.map((act) => <li>{heard(act)} <code class="quiet small">{act}</code></li>)}</ul> },
          { term: t('secret'), value: webhook.oldUntil ? t('oldUntil', { date: momentWords(ui.lang, webhook.oldUntil) }) : t('howTo') },
        ]} />
      </Section>
      <Section title={t('deliveries')}>
        <Table
          caption={t('deliveries')} captionHidden rows={deliveries} rowKey={(one) => String(one.id)}
          empty={<EmptyState title={t('deliveries.none')}>{on ? t('deliveries.none.text') : null}</EmptyState>}
          columns={[
            { key: 'event', head: t('event'), kind: 'main', cell: (one) => <>{ui.text(wordsOfAct(catalogue, one.act))}<br /><code class="quiet small regular nowrap">{one.eventId}</code></> },
            { key: 'when', head: t('when'), kind: 'nowrap', cell: (one) => momentWords(ui.lang, one.at) },
            { key: 'state', head: t('state'), kind: 'nowrap', cell: (one) => <DeliveryState delivery={one} ui={ui} /> },
            { key: 'attempts', head: t('attempts'), kind: 'num', cell: (one) => one.attempts },
            { key: 'answer', head: t('answer'), kind: 'wide', cell: (one) => <DeliveryAnswer delivery={one} ui={ui} /> },
            { key: 'tried', head: t('tried'), kind: 'nowrap', cell: (one) => (one.triedAt ? momentWords(ui.lang, one.triedAt) : '') },
            { key: 'act', head: t('actions'), kind: 'act', cell: (one) => (one.state === 'waiting' || !on ? null : <ActionButton ui={ui} action={`${address}/deliveries/${one.id}/again`}>{t('again')}</ActionButton>) },
          ]}
        />
        {more && last ? <Pager next={{ href: `${address}?before=${last.id}` }} /> : null}
      </Section>
      <div class="two">
        <Section title={t('rotate')}>
          <p class="quiet mid">{t('rotateText')}</p>
          <ButtonRow><ActionButton ui={ui} action={`${address}/rotate`}>{t('rotate')}</ActionButton></ButtonRow>
        </Section>
        {on ? (
          <Section title={t('pause')}>
            <p class="quiet mid">{t('pauseText')}</p>
            <ButtonRow><ActionButton ui={ui} action={`${address}/pause`}>{t('pause')}</ActionButton></ButtonRow>
          </Section>
        ) : null}
        <Section title={t('remove')}>
          <p class="quiet mid">{t('removeText')}</p>
          <ButtonRow><ActionButton ui={ui} action={`${address}/remove`} kind="danger">{t('remove')}</ActionButton></ButtonRow>
        </Section>
      </div>
    </>
  );
}
