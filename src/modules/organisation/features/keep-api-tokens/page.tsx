import type { VNode } from 'preact';
import { z } from 'zod';
import { ActionButton, ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { addDays, localDate } from '../../../../thai/index.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { CodeBlock } from '../../../../ui/components/code-block.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Pager } from '../../../../ui/components/pager.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { QuickFilters } from '../../../../ui/components/tabs.tsx';
import type { ApiScope } from '../../domain/api-scopes.ts';
import { longestTokenDays } from '../../settings.ts';
import { hasFreshProof } from '../../sign-in/fresh-proof.ts';
import { allTokens, myTokens, type ApiTokenRow } from '../../store/api-tokens.ts';
import { day, instant } from '../../views.tsx';
import { accountPermission } from '../my-account/page.tsx';
import { ProveFirst } from '../prove-identity/prove-first.tsx';
import { tokenForm as form } from './form.ts';
import { m } from './messages.ts';

export const tokensAddress = '/account/tokens';
export const allTokensAddress = '/api-tokens';
const usualDays = 90;
const pageSize = 100;

interface MyData {
  readonly tokens: readonly ApiTokenRow[];
  readonly scopes: readonly ApiScope[];
  readonly longestDays: number;
  readonly today: string;
  /** Address of the house, for the example. */
  readonly origin: string;
  readonly proved: boolean;
}

/** Tokens of the person: make, see, revoke. `scopes` gives what the calls of the whole house ask for. */
export const myTokensPage = (scopes: () => readonly ApiScope[]) => definePage({
  path: tokensAddress,
  permission: accountPermission,
  async load(tx, { cookies, services }) {
    return ok({ tokens: await myTokens(tx), proved: await hasFreshProof(tx, services, cookies), scopes: scopes(), longestDays: await readSetting(tx, longestTokenDays), today: services.clock.today(), origin: services.config.origin });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view: (data: MyData, ui) => <MyTokens data={data} ui={ui} />,
});

function MyTokens({ data, ui }: { data: MyData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const common = { ui, action: tokensAddress, form };
  const until = addDays(localDate(data.today), Math.min(usualDays, data.longestDays));
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('sub')} crumbs={[{ label: t('account'), href: '/account' }, { label: t('title') }]} actions={<ButtonLink href="/api">{t('docs')}</ButtonLink>} />
      {ui.shownOnce?.startsWith('krom_') ? <Made token={ui.shownOnce} data={data} ui={ui} /> : null}
      <Section title={t('mine')}>
        <TokenTable tokens={data.tokens} today={data.today} address={tokensAddress} ui={ui} empty={<EmptyState title={t('none')}>{t('noneText')}</EmptyState>} />
      </Section>
      <Section title={t('make')}>
        {data.proved ? (
          <ActionForm {...common} class="form">
            <FormField {...common} name="name" size="m" />
            <FormField {...common} name="scopes" arrange="two" options={data.scopes.map((scope) => ({ value: scope.key, label: ui.text(scope.words) }))} />
            <FormField {...common} name="expiresOn" value={until} hint={t('expiresHint', { days: data.longestDays })} />
            <ButtonRow><Button kind="main">{t('submit')}</Button></ButtonRow>
          </ActionForm>
        ) : <ProveFirst ui={ui} back={tokensAddress} />}
      </Section>
    </div>
  );
}

function Made({ token, data, ui }: { token: string; data: MyData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  return (
    <Notice kind="done" title={t('made')}>
      <p>{t('madeOnce')}</p>
      <p><Copyable value={token} label={t('token')} /></p>
      <CodeBlock label={t('tryIt')}>{`curl ${data.origin}/api/v1/inbox \\\n  -H "Authorization: Bearer ${token}"`}</CodeBlock>
    </Notice>
  );
}

interface TableProps {
  readonly tokens: readonly ApiTokenRow[];
  readonly today: string;
  /** Where the row's revocation is posted under. */
  readonly address: string;
  readonly ui: Ui;
  readonly empty: VNode;
  readonly owners?: boolean;
}

function TokenTable({ tokens, today, address, ui, empty, owners }: TableProps): VNode {
  const t = m.in(ui.lang);
  const usable = (token: ApiTokenRow) => token.revokedAt === null && token.expiresOn >= today;
  const owner = { key: 'owner', head: t('owner'), cell: (token: ApiTokenRow) => <a href={`/people/${token.personId}`}>{token.personName}</a> };
  return (
    <Table
      caption={t('title')} captionHidden rows={tokens} rowKey={(token) => String(token.id)} isVoid={(token) => !usable(token)} empty={empty}
      columns={[
        { key: 'name', head: t('name'), kind: 'main', cell: (token) => token.name },
        ...(owners ? [owner] : []),
        { key: 'ending', head: t('ending'), kind: 'nowrap', cell: (token) => <code>…{token.ending}</code> },
        { key: 'scopes', head: t('scopes'), cell: (token) => token.scopes.map((scope) => <><code class="nowrap">{scope}</code> </>) },
        { key: 'expires', head: t('expires'), kind: 'nowrap', cell: (token) => day(ui, token.expiresOn) },
        { key: 'used', head: t('used'), kind: 'nowrap', cell: (token) => (token.lastUsedAt ? instant(ui, token.lastUsedAt) : t('never')) },
        {
          key: 'state', head: t('state'), kind: 'nowrap',
          cell: (token) => <StateMark kind={usable(token) ? 'done' : 'void'}>{usable(token) ? t('active') : token.revokedAt ? t('revoked') : t('expired')}</StateMark>,
        },
        { key: 'act', head: t('act'), kind: 'act', cell: (token) => (usable(token) ? <ActionButton ui={ui} action={`${address}/${token.id}/revoke`} kind="danger">{t('revoke')}</ActionButton> : null) },
      ]}
    />
  );
}

interface AllData {
  readonly tokens: readonly ApiTokenRow[];
  readonly more: boolean;
  readonly every: boolean;
  readonly today: string;
}

/** Tokens of everybody, for those who keep accounts. */
export const allTokensPage = definePage({
  path: allTokensAddress,
  permission: 'organisation.manage-accounts',
  query: z.object({ show: z.literal('all').optional().catch(undefined), before: z.coerce.number().int().positive().optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const today = services.clock.today();
    const found = await allTokens(tx, { usable: query.show !== 'all', before: query.before, limit: pageSize + 1 }, today);
    return ok({ tokens: found.slice(0, pageSize), more: found.length > pageSize, every: query.show === 'all', today });
  },
  title: (_data, ui) => ui.text(m.words('allTitle')),
  view: (data: AllData, ui) => <AllTokens data={data} ui={ui} />,
});

function AllTokens({ data, ui }: { data: AllData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const last = data.tokens.at(-1);
  return (
    <>
      <PageHead title={t('allTitle')} sub={t('allSub')} />
      <QuickFilters items={[{ label: t('usable'), href: allTokensAddress, current: !data.every }, { label: t('every'), href: `${allTokensAddress}?show=all`, current: data.every }]} />
      <TokenTable tokens={data.tokens} today={data.today} address={allTokensAddress} ui={ui} empty={<EmptyState title={t('allNone')} />} owners />
      {data.more && last ? <Pager next={{ href: `${allTokensAddress}?${data.every ? 'show=all&' : ''}before=${last.id}` }} /> : null}
    </>
  );
}
