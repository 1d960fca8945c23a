import type { VNode } from 'preact';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage } from '../../../../platform/list-page.ts';
import { listMail, type OutboxMail } from '../../../../platform/mail/mail.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { z } from 'zod';
import { messages } from '../../messages.ts';

const pageSize = 30;

interface OutboxData {
  readonly mail: readonly OutboxMail[];
  readonly more: boolean;
  readonly hasServer: boolean;
}

/** What the system sent by mail; without a mail server, what it would have sent. */
export const outboxPage = definePage({
  path: '/system/mail',
  permission: 'system.read-mail',
  query: z.object({ at: z.iso.datetime().optional(), id: z.uuid().optional() }),
  async load(tx, { query, services }) {
    const { rows, more } = cutPage(await listMail(tx, { limit: pageSize + 1, ...(query.at && query.id ? { before: { at: query.at, id: query.id } } : {}) }), pageSize);
    return ok({ mail: rows, more, hasServer: services.config.smtpUrl !== undefined });
  },
  title: (_data, ui) => messages.in(ui.lang)('outbox.title'),
  view: (data: OutboxData, ui) => <Outbox data={data} ui={ui} />,
});

function Outbox({ data, ui }: { data: OutboxData; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const last = data.mail.at(-1);
  return (
    <>
      <PageHead title={t('outbox.title')} sub={t('outbox.sub')} />
      {data.hasServer ? null : <Notice>{t('outbox.kept')}</Notice>}
      <Table
        caption={t('outbox.title')}
        captionHidden
        rows={data.mail}
        rowKey={(mail) => mail.id}
        empty={<EmptyState title={t('outbox.empty')} />}
        columns={[
          { key: 'when', head: t('outbox.when'), kind: 'nowrap', cell: (mail) => momentWords(ui.lang, mail.createdAt) },
          { key: 'to', head: t('outbox.to'), cell: (mail) => mail.to },
          { key: 'subject', head: t('outbox.subject'), kind: 'main', cell: (mail) => <Letter mail={mail} /> },
          { key: 'state', head: t('outbox.state'), kind: 'nowrap', cell: (mail) => t(`mail.${mail.state}`) },
        ]}
      />
      {data.more && last ? <Pager next={{ href: `/system/mail?at=${last.at}&id=${last.id}` }} /> : null}
    </>
  );
}

function Letter({ mail }: { mail: OutboxMail }): VNode {
  return (
    <details>
      <summary>{mail.subject}</summary>
      <p class="pre">{mail.text}</p>
    </details>
  );
}
