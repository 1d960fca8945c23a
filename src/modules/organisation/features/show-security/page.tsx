import { z } from 'zod';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { Words } from '../../../../platform/words.ts';
import { Button, ButtonLink } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark, type StateKind } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { LostMessage } from '../../lost-message.tsx';
import { fewCodes } from '../../sign-in/one-time-codes.ts';
import { securityLinks } from '../../sign-in/security-links.ts';
import { historyDays } from '../../sign-in/settings.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { mySessions } from '../../store/accounts.ts';
import { myFactors, removalsOf, type FactorRemoval, type MyFactors } from '../../store/factors.ts';
import { mySignIns } from '../../store/sign-ins.ts';
import { instant } from '../../views.tsx';
import { codesAddress, factorAddress } from '../keep-second-factor/addresses.ts';
import { HistoryTable } from './history-table.tsx';
import { m } from './messages.ts';
import { Sessions } from './sessions-table.tsx';

export const ownSecurity = { signedIn: 'everyone looks after the own sign-in' };
export const historyAddress = `${securityAddress}/history`;
const shownAtOnce = 8;

interface Way {
  readonly title: string;
  readonly kind: StateKind;
  readonly state: string;
  readonly href: string;
  readonly act: string;
}

export const securityPage = definePage({
  path: securityAddress,
  permission: ownSecurity,
  async load(tx, { actor, services }) {
    const factors = await myFactors(tx);
    if (!factors) return notFound();
    const others: { href: string; title: Words; state: Words; inUse: boolean; isSecondFactor: boolean }[] = [];
    for (const { href, title, state, isSecondFactor = false } of securityLinks) {
      const { words, inUse } = await state(tx, services);
      others.push({ href, title, state: words, inUse, isSecondFactor });
    }
    return ok({
      factors, others, sessions: await mySessions(tx), history: await mySignIns(tx, { limit: shownAtOnce }),
      removal: (await removalsOf(tx, actor.id)).find((one) => one.outcome === null), days: await readSetting(tx, historyDays),
    });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ factors, others, sessions, history, removal, days }, ui) {
    const t = m.in(ui.lang);
    const mustSetUp = ui.actor.mustSetUpFactor ?? false;
    const ways = [
      ...(mustSetUp ? [] : [{ title: t('password'), kind: 'done' as const, state: t('passwordState'), href: '/account/password', act: t('change') }]),
      ...ownWays(ui, factors, mustSetUp),
      ...others.filter((other) => !mustSetUp || other.isSecondFactor).map(({ href, title, state, inUse }) => ({ title: ui.text(title), kind: inUse ? 'done' as const : 'wait' as const, state: ui.text(state), href, act: t('manage') })),
    ];
    return (
      <>
        <PageHead title={t('title')} sub={ui.actor.name} {...(mustSetUp ? {} : { crumbs: [{ label: t('account'), href: '/account' }, { label: t('title') }] })} />
        {mustSetUp ? <Notice kind="warn" title={t('roleAsksTitle')}>{t('roleAsks')}</Notice> : null}
        <LostMessage ui={ui} shown={removal ? [stopAddress(removal)] : []} />
        {removal ? <RemovalNotice ui={ui} removal={removal} /> : null}
        <Section title={t('ways')}>
          <Table
            caption={t('ways')} captionHidden rows={ways} rowKey={(way) => way.href}
            columns={[
              { key: 'title', head: t('ways'), kind: 'main', cell: (way) => way.title },
              { key: 'state', head: t('state'), cell: (way) => <StateMark kind={way.kind} wrap>{way.state}</StateMark> },
              { key: 'act', head: t('act'), kind: 'act', cell: (way) => <ButtonLink href={way.href} {...(mustSetUp ? { kind: 'main' as const } : {})}>{way.act}<span class="vh"> {way.title}</span></ButtonLink> },
            ]}
          />
        </Section>
        {mustSetUp ? null : (
          <>
            <Section title={t('sessions')} aside={t('sessionsNote')}><Sessions ui={ui} sessions={sessions} /></Section>
            <Section title={t('history')} aside={<a href={historyAddress}>{t('all')}</a>}>
              <div class="stack">
                <p class="quiet mid">{t('historyIntro', { days })}</p>
                <HistoryTable ui={ui} rows={history} />
              </div>
            </Section>
          </>
        )}
      </>
    );
  },
});

function ownWays(ui: Ui, { confirmedAt, codesLeft }: MyFactors, mustSetUp: boolean): Way[] {
  const t = m.in(ui.lang);
  const few = codesLeft <= fewCodes;
  return [
    { title: t('factor'), kind: confirmedAt ? 'done' : 'wait', state: confirmedAt ? t('factorOn', { at: instant(ui, confirmedAt) }) : t('factorOff'), href: factorAddress, act: confirmedAt ? t('manage') : t('setUp') },
    ...(confirmedAt && !mustSetUp ? [{ title: t('codes'), kind: few ? 'risk' as const : 'done' as const, state: t(few ? 'codesFew' : 'codesLeft', { n: codesLeft }), href: codesAddress, act: t('manage') }] : []),
  ];
}

const stopAddress = (removal: FactorRemoval) => `${securityAddress}/removals/${removal.id}/stop`;

function RemovalNotice({ ui, removal }: { ui: Ui; removal: FactorRemoval }) {
  const t = m.in(ui.lang);
  return (
    <div role="alert">
      <Notice kind="warn" title={t('removalTitle')}>
        <div class="stack-s">
          <p>{t('removal', { name: removal.startedByName, at: instant(ui, removal.startedAt), reason: removal.reason, until: instant(ui, removal.expiresAt) })}</p>
          <ActionForm ui={ui} action={stopAddress(removal)}><Button kind="danger">{t('stop')}</Button></ActionForm>
        </div>
      </Notice>
    </div>
  );
}

const pageSize = 50;

export const signInHistoryPage = definePage({
  path: historyAddress,
  permission: ownSecurity,
  query: z.object({ before: z.coerce.number().int().positive().optional().catch(undefined) }),
  async load(tx, { query }) {
    const rows = await mySignIns(tx, { limit: pageSize + 1, ...(query.before === undefined ? {} : { before: query.before }) });
    return ok({ rows: rows.slice(0, pageSize), more: rows.length > pageSize, paged: query.before !== undefined, days: await readSetting(tx, historyDays) });
  },
  title: (_data, ui) => ui.text(m.words('history')),
  view({ rows, more, paged, days }, ui) {
    const t = m.in(ui.lang);
    const last = rows.at(-1);
    return (
      <>
        <PageHead title={t('history')} sub={t('historyIntro', { days })} crumbs={[{ label: t('account'), href: '/account' }, { label: t('title'), href: securityAddress }, { label: t('history') }]} />
        <HistoryTable ui={ui} rows={rows} />
        <Pager print {...(paged ? { previous: { href: historyAddress, label: t('newer') } } : {})} {...(more && last ? { next: { href: `${historyAddress}?before=${last.id}`, label: t('older') } } : {})} />
      </>
    );
  },
});
