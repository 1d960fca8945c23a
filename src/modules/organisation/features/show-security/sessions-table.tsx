import { ActionForm } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { deviceName } from '../../domain/device.ts';
import type { SessionRow } from '../../store/accounts.ts';
import { instant } from '../../views.tsx';
import { m } from '../my-account/messages.ts';

/** Devices signed in now; each but this one can be ended. */
export function Sessions({ ui, sessions }: { ui: Ui; sessions: readonly SessionRow[] }) {
  const t = m.in(ui.lang);
  const isThis = (session: SessionRow) => String(session.id) === ui.actor.sessionId;
  return (
    <div class="stack">
      <Table
        caption={t('sessions')} captionHidden rows={sessions} rowKey={(session) => String(session.id)}
        columns={[
          { key: 'device', head: t('device'), kind: 'main', cell: (session) => deviceName(session.userAgent) ?? t('unknownDevice') },
          { key: 'seen', head: t('lastSeen'), kind: 'nowrap', cell: (session) => instant(ui, session.lastSeenAt) },
          { key: 'since', head: t('signedInAt'), kind: 'nowrap', cell: (session) => instant(ui, session.createdAt) },
          { key: 'ip', head: t('address'), cell: (session) => session.ip },
          {
            key: 'act', head: t('act'), kind: 'act',
            cell: (session) => (isThis(session) ? <StateMark kind="done">{t('thisOne')}</StateMark> : (
              <ActionForm ui={ui} action={`/account/sessions/${session.id}/end`}><Button>{t('endOne')}</Button></ActionForm>
            )),
          },
        ]}
      />
      {sessions.length > 1 ? <ActionForm ui={ui} action="/account/sessions/end-others"><Button kind="danger">{t('endOthers')}</Button></ActionForm> : null}
    </div>
  );
}
