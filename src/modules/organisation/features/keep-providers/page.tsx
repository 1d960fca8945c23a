import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { idParams } from '../../guard.ts';
import { redirectUri } from '../../sign-in/oidc.ts';
import { linkedPeople, listProviders, providerById, type Provider } from '../../store/providers.ts';
import { neededSecret, providerForm } from './form.ts';
import { m } from './messages.ts';

export const providersPermission = 'organisation.manage-providers';
export const providersAddress = '/system/sign-in-providers';

export const providersPage = definePage({
  path: providersAddress,
  permission: providersPermission,
  async load(tx) {
    const rows = [];
    for (const provider of await listProviders(tx, 'all')) rows.push({ provider, people: await linkedPeople(tx, provider.id) });
    return ok({ rows });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ rows }, ui) {
    const t = m.in(ui.lang);
    const add = <ButtonLink kind={rows.length === 0 ? 'main' : 'plain'} href={`${providersAddress}/new`}>{t('add')}</ButtonLink>;
    return (
      <>
        <PageHead title={t('title')} sub={t('intro')} />
        {rows.length === 0 ? <EmptyState title={t('none')} action={add}>{t('noneMore')}</EmptyState> : (
          <div class="stack">
            <Table
              caption={t('title')} captionHidden rows={rows} rowKey={({ provider }) => String(provider.id)}
              columns={[
                { key: 'name', head: t('name'), kind: 'main', cell: ({ provider }) => <><a href={`${providersAddress}/${provider.id}`}>{ui.text(provider.label)}</a><div class="quiet small">{provider.issuer}</div></> },
                { key: 'match', head: t('matchBy'), cell: ({ provider }) => t(provider.matchBy === 'email' ? 'email' : 'nationalId') },
                { key: 'people', head: t('people'), kind: 'nowrap', cell: ({ people }) => t('peopleN', { n: people }) },
                { key: 'state', head: t('state'), cell: ({ provider }) => <StateMark kind={provider.active ? 'done' : 'void'}>{t(provider.active ? 'open' : 'closed')}</StateMark> },
              ]}
            />
            <ButtonRow>{add}</ButtonRow>
          </div>
        )}
      </>
    );
  },
});

const fields = ['labelTh', 'labelEn', 'issuer', 'clientId', 'clientSecret', 'authentication', 'scopes', 'matchBy', 'matchClaim', 'strongValues', 'sortOrder', 'active'] as const;
const short = new Set<string>(['labelTh', 'labelEn', 'matchClaim']);

function valuesOf(provider: Provider | undefined): Partial<Record<(typeof fields)[number], string | number | boolean>> {
  if (!provider) return { authentication: 'client_secret_basic', scopes: 'openid', sortOrder: 100 };
  const { label, issuer, clientId, authentication, scopes, matchBy, matchClaim, strongValues, sortOrder, active } = provider;
  return { labelTh: label.th, labelEn: label.en, issuer, clientId, authentication, scopes: scopes.join(' '), matchBy, matchClaim, strongValues: strongValues.join(' '), sortOrder, active };
}

function ProviderForm({ ui, action, provider }: { ui: Ui; action: string; provider?: Provider }) {
  const t = m.in(ui.lang);
  const values = valuesOf(provider);
  const options = {
    authentication: [{ value: 'client_secret_basic', label: t('basic') }, { value: 'client_secret_post', label: t('post') }],
    matchBy: [{ value: 'national-id', label: t('nationalId') }, { value: 'email', label: t('email') }],
  };
  return (
    <ActionForm ui={ui} action={action} form={providerForm} class="form">
      {fields.map((name) => (
        <FormField
          ui={ui} action={action} form={providerForm} name={name} value={values[name]}
          {...(short.has(name) ? { size: 'm' as const } : {})}
          {...(name === 'clientSecret' ? { hint: t(provider ? 'secretKeep' : 'secretNew'), ...(provider ? {} : { field: neededSecret }) } : {})}
          {...(name === 'authentication' || name === 'matchBy' ? { options: options[name] } : {})}
        />
      ))}
      <ButtonRow><Button kind="main">{t('save')}</Button><ButtonLink href={providersAddress}>{t('back')}</ButtonLink></ButtonRow>
    </ActionForm>
  );
}

export const newProviderPage = definePage({
  path: `${providersAddress}/new`,
  permission: providersPermission,
  load: async () => ok({}),
  title: (_data, ui) => ui.text(m.words('newTitle')),
  view(_data, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('newTitle')} crumbs={[{ label: t('title'), href: providersAddress }, { label: t('newTitle') }]} />
        <ProviderForm ui={ui} action={`${providersAddress}/new`} />
      </>
    );
  },
});

export const providerPage = definePage({
  path: `${providersAddress}/:id`,
  permission: providersPermission,
  params: idParams,
  async load(tx, { params, services }) {
    const provider = await providerById(tx, params.id);
    return provider ? ok({ provider, back: redirectUri(services.config.origin, provider.id) }) : notFound();
  },
  title: ({ provider }, ui) => ui.text(provider.label),
  view({ provider, back }, ui) {
    const t = m.in(ui.lang);
    const action = `${providersAddress}/${provider.id}`;
    const label = ui.text(provider.label);
    return (
      <>
        <PageHead title={label} sub={provider.issuer} crumbs={[{ label: t('title'), href: providersAddress }, { label }]} />
        <div class="two">
          <Section title={t('redirectTitle')}>
            <div class="stack-s"><p class="mid">{t('redirectMore')}</p><p><Copyable value={back} label={t('redirectTitle')} /></p></div>
          </Section>
          <Section title={t('checkTitle')}>
            <div class="stack-s">
              <p class="mid">{t('checkMore')}</p>
              <ActionForm ui={ui} action={`${action}/check`} class="stack-s"><ButtonRow><Button>{t('check')}</Button></ButtonRow></ActionForm>
            </div>
          </Section>
        </div>
        <Section title={t('settings')}><ProviderForm ui={ui} action={action} provider={provider} /></Section>
      </>
    );
  },
});
