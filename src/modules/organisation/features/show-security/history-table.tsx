import type { Ui } from '../../../../platform/http/ui.ts';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { deviceName } from '../../domain/device.ts';
import type { SignInRow } from '../../store/sign-ins.ts';
import { instant } from '../../views.tsx';
import { m } from './messages.ts';

/** Words for why a sign-in was refused, where this module knows them. */
const reasons = {
  password: 'refused.password', code: 'refused.code', 'recovery-code': 'refused.recovery-code', passkey: 'refused.passkey', counter: 'refused.counter', 'needs-passkey': 'refused.needs-passkey',
  'no-account': 'refused.no-account', 'linked-otherwise': 'refused.linked-otherwise', unlinked: 'refused.unlinked', used: 'refused.used',
} as const;

/** Sign-ins in words: when, what came of it, how, from where. */
export function HistoryTable({ ui, rows }: { ui: Ui; rows: readonly SignInRow[] }) {
  const t = m.in(ui.lang);
  const how = (row: SignInRow) => [t(`method.${row.method}`), ...(row.second ? [t(`second.${row.second}`)] : [])].join(' + ');
  const why = (row: SignInRow) => (row.reason !== null && row.reason in reasons ? ` · ${t(reasons[row.reason as keyof typeof reasons])}` : '');
  return (
    <Table
      caption={t('history')} captionHidden rows={rows} rowKey={(row) => String(row.id)} empty={<p class="quiet">{t('none')}</p>}
      columns={[
        { key: 'when', head: t('when'), kind: 'main', cell: (row) => instant(ui, row.at) },
        {
          key: 'result', head: t('result'), cell: (row) => (row.result === 'refused'
            ? <StateMark kind="late" wrap>{t('refused')}{why(row)}</StateMark>
            : <StateMark kind={row.newBrowser ? 'risk' : 'done'} wrap>{row.newBrowser ? t('inNew') : t('in')}</StateMark>),
        },
        { key: 'how', head: t('how'), cell: how },
        { key: 'device', head: t('device'), kind: 'nowrap', cell: (row) => deviceName(row.userAgent) ?? t('unknownDevice') },
        { key: 'ip', head: t('address'), cell: (row) => row.ip },
      ]}
    />
  );
}
