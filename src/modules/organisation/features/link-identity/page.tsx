import { z } from 'zod';
import { ActionForm } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { providerTroubles } from '../../domain/providers.ts';
import { idParams } from '../../guard.ts';
import { hasFreshProof, proofFor } from '../../sign-in/fresh-proof.ts';
import { linksAddress } from '../../sign-in/oidc-link.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { myIdentities } from '../../store/identities.ts';
import { listProviders, providerById } from '../../store/providers.ts';
import { instant } from '../../views.tsx';
import { ProveFirst } from '../prove-identity/prove-first.tsx';
import { ProviderNotice } from '../sign-in-oidc/section.tsx';
import { m } from './messages.ts';

export const linkPermission = { signedIn: 'everyone keeps the own links to providers' };

export const linksPage = definePage({
  path: linksAddress,
  permission: linkPermission,
  query: z.object({ with: z.coerce.number().int().positive().optional().catch(undefined), trouble: z.enum(providerTroubles).optional().catch(undefined) }),
  async load(tx, { query, cookies, services }) {
    const identities = new Map((await myIdentities(tx)).map((identity) => [identity.providerId, identity]));
    const rows = (await listProviders(tx, 'all')).map((provider) => ({ provider, identity: identities.get(provider.id) })).filter(({ provider, identity }) => provider.active || identity);
    return ok({ rows, proved: await hasFreshProof(tx, services, cookies), trouble: query.trouble, asked: rows.find(({ provider }) => provider.id === query.with)?.provider });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ rows, proved, trouble, asked }, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('title')} crumbs={[{ label: t('account'), href: '/account' }, { label: t('security'), href: securityAddress }, { label: t('title') }]} />
        <div class="stack">
          <p class="measure">{t('intro')}</p>
          <ProviderNotice ui={ui} trouble={trouble} provider={asked} />
          {rows.length === 0 ? <EmptyState title={t('none')}>{t('noneMore')}</EmptyState> : (
            <Table
              caption={t('title')} captionHidden rows={rows} rowKey={({ provider }) => String(provider.id)}
              columns={[
                { key: 'provider', head: t('provider'), kind: 'main', cell: ({ provider }) => ui.text(provider.label) },
                {
                  key: 'state', head: t('state'),
                  cell: ({ provider, identity }) => (
                    <>
                      {identity ? <StateMark kind="done" wrap>{t('linked', { at: instant(ui, identity.linkedAt) })}</StateMark> : <StateMark kind="wait">{t('notLinked')}</StateMark>}
                      {identity?.linkedBy === 'claim' ? <div class="quiet mid">{t('byClaim')}</div> : null}
                      {provider.active ? null : <div class="quiet mid">{t('closed')}</div>}
                    </>
                  ),
                },
                { key: 'used', head: t('used'), kind: 'nowrap', cell: ({ identity }) => (identity?.lastUsedAt ? instant(ui, identity.lastUsedAt) : t('never')) },
                {
                  key: 'act', head: t('act'), kind: 'act',
                  cell: ({ provider, identity }) => {
                    const name = <span class="vh"> {ui.text(provider.label)}</span>;
                    if (identity) return <ButtonLink href={`${linksAddress}/${identity.id}`}>{t('unlink')}{name}</ButtonLink>;
                    if (!proved) return <ButtonLink href={proofFor(linksAddress)}>{t('link')}{name}</ButtonLink>;
                    return <ActionForm ui={ui} action={`${linksAddress}/${provider.id}/link`} class="inline-form"><Button>{t('link')}{name}</Button></ActionForm>;
                  },
                },
              ]}
            />
          )}
        </div>
      </>
    );
  },
});

/** Asks before a link is taken back, and says which ways in are left. */
export const unlinkPage = definePage({
  path: '/account/security/providers/:id',
  permission: linkPermission,
  params: idParams,
  async load(tx, { params, cookies, services }) {
    const identity = (await myIdentities(tx)).find(({ id }) => id === params.id);
    const provider = identity && (await providerById(tx, identity.providerId));
    return identity && provider ? ok({ identity, provider, proved: await hasFreshProof(tx, services, cookies) }) : notFound();
  },
  title: ({ provider }, ui) => m.in(ui.lang)('unlinkTitle', { provider: ui.text(provider.label) }),
  view({ identity, provider, proved }, ui) {
    const t = m.in(ui.lang);
    const title = t('unlinkTitle', { provider: ui.text(provider.label) });
    return (
      <>
        <PageHead title={title} crumbs={[{ label: t('account'), href: '/account' }, { label: t('security'), href: securityAddress }, { label: t('title'), href: linksAddress }, { label: title }]} />
        <div class="stack measure">
          <p>{t('unlinkMore')} <a href="/account/password">{t('password')}</a></p>
          {proved ? (
            <ActionForm ui={ui} action={`${linksAddress}/${identity.id}/unlink`}>
              <ButtonRow><Button kind="danger">{t('unlink')}</Button><ButtonLink href={linksAddress}>{t('back')}</ButtonLink></ButtonRow>
            </ActionForm>
          ) : <ProveFirst ui={ui} back={`${linksAddress}/${identity.id}`} />}
        </div>
      </>
    );
  },
});
