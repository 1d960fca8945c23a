import type { VNode } from 'preact';
import { z } from 'zod';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { ActionButton } from '../../../../platform/forms/render.tsx';
import { defineAction, definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { cutPage, type ListPage } from '../../../../platform/list-page.ts';
import { listNotifications, markRead, type Notification } from '../../../../platform/notify/notify.ts';
import { ok } from '../../../../platform/result.ts';
import { momentWords } from '../../../../platform/when.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { messages } from '../../messages.ts';

const pageSize = 50;

/** What was told to the person, newest first. */
export const notificationsPage = definePage({
  path: '/notifications',
  permission: { signedIn: 'everyone reads their own news' },
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
  load: async (tx, { query }) => ok(cutPage(await listNotifications(tx, { limit: pageSize + 1, ...(query.before ? { before: query.before } : {}) }), pageSize)),
  title: (_data, ui) => messages.in(ui.lang)('notifications.title'),
  view: ({ rows, more }: ListPage<Notification>, ui) => <News news={rows} more={more} ui={ui} />,
});

export const readAllNotifications = defineAction({
  path: '/notifications/read',
  permission: { signedIn: 'everyone marks their own news' },
  form: emptyForm,
  page: notificationsPage,
  async run(tx) {
    const count = await markRead(tx, 'all');
    return ok({
      audit: { action: 'desk.notifications-read', subject: { type: 'organisation.person', id: tx.actor.id }, detail: { count } },
      goTo: '/notifications',
      flash: messages.words('notifications.done'),
    });
  },
});

function News({ news, more, ui }: { news: readonly Notification[]; more: boolean; ui: Ui }): VNode {
  const t = messages.in(ui.lang);
  const unread = news.some((item) => !item.readAt);
  const last = news.at(-1);
  return (
    <>
      <PageHead
        title={t('notifications.title')}
        actions={unread ? <ActionButton ui={ui} action="/notifications/read">{t('notifications.read')}</ActionButton> : null}
      />
      {news.length === 0 ? <EmptyState title={t('notifications.empty')}>{t('notifications.empty.text')}</EmptyState> : null}
      <ul class="plain-list" data-keys-list="">
        {news.map((item) => (
          <li>
            <a href={item.href} class={item.readAt ? undefined : 'strong'}>{ui.text(item.words)}</a>
            <span class="quiet small nowrap">
              {item.readAt ? null : <strong>{t('notifications.new')} · </strong>}
              {momentWords(ui.lang, item.createdAt)}
            </span>
          </li>
        ))}
      </ul>
      {more && last ? <Pager next={{ href: `/notifications?before=${last.id}` }} /> : null}
    </>
  );
}
