import { emptyForm, type FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { maySpeakTo } from '../../../../platform/http/exchange.ts';
import { fail, notFound, ok, type Result } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { clientOf, sealSecret } from '../../sign-in/oidc-keys.ts';
import { providerSeconds } from '../../sign-in/oidc.ts';
import { addProvider, editProvider, linkedPeople, providerById, type ProviderInput } from '../../store/providers.ts';
import { providerForm } from './form.ts';
import { m } from './messages.ts';
import { newProviderPage, providerPage, providersAddress, providersPermission } from './page.tsx';

type Typed = FormValues<typeof providerForm>;
const at = (field: keyof Typed, key: 'issuerWrong' | 'issuerUsed' | 'scopesOpenid' | 'claimWrong' | 'secretNeeded') => fail('PROVIDER_REFUSED', m.words(key), { fields: { [field]: m.words(key) } });

function mayBeIssuer(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && maySpeakTo(url) && url.search === '' && url.hash === '' && url.username === '';
}

const listOf = (text: string | undefined) => [...new Set((text ?? '').split(/\s+/).filter((item) => item !== ''))];

function providerOf(typed: Typed): Result<ProviderInput> {
  const scopes = listOf(typed.scopes);
  if (!mayBeIssuer(typed.issuer)) return at('issuer', 'issuerWrong');
  if (!scopes.includes('openid')) return at('scopes', 'scopesOpenid');
  if (!/^[\w.:/-]+$/.test(typed.matchClaim)) return at('matchClaim', 'claimWrong');
  const { labelTh, labelEn, issuer, clientId, authentication, matchBy, matchClaim, sortOrder, active } = typed;
  return ok({ label: { th: labelTh, en: labelEn }, issuer, clientId, authentication, scopes, matchBy, matchClaim, strongValues: listOf(typed.strongValues), sortOrder, active });
}

/** What the trail keeps of a provider: everything but its secret. */
const told = ({ label, ...provider }: ProviderInput) => ({ name: label.th, ...provider });

export const addProviderAction = defineAction({
  path: `${providersAddress}/new`,
  permission: providersPermission,
  form: providerForm,
  page: newProviderPage,
  async run(tx, { input, services }) {
    const provider = providerOf(input);
    if (!provider.ok) return provider;
    if (!input.clientSecret) return at('clientSecret', 'secretNeeded');
    const id = await addProvider(tx, provider.value, sealSecret(services.config.dataFolder, input.clientSecret));
    return ok({ audit: { action: 'organisation.provider-added', subject: { type: 'organisation.identity-provider', id }, detail: told(provider.value) }, goTo: `${providersAddress}/${id}`, flash: m.words('added') });
  },
});

export const editProviderAction = defineAction({
  path: `${providersAddress}/:id`,
  permission: providersPermission,
  params: idParams,
  form: providerForm,
  page: providerPage,
  async run(tx, { params, input, services }) {
    const provider = providerOf(input);
    if (!provider.ok) return provider;
    const before = await providerById(tx, params.id);
    if (!before) return notFound();
    if (before.issuer !== provider.value.issuer && (await linkedPeople(tx, before.id)) > 0) return at('issuer', 'issuerUsed');
    await editProvider(tx, before.id, provider.value, input.clientSecret ? sealSecret(services.config.dataFolder, input.clientSecret) : undefined);
    return ok({
      audit: { action: 'organisation.provider-changed', subject: { type: 'organisation.identity-provider', id: before.id }, detail: { ...told(provider.value), newSecret: Boolean(input.clientSecret) } },
      goTo: `${providersAddress}/${before.id}`,
      flash: m.words('saved'),
    });
  },
});

/** Asks a provider to describe itself, as a sign-in would, and says what it told. */
export const checkProviderAction = defineAction({
  path: `${providersAddress}/:id/check`,
  permission: providersPermission,
  params: idParams,
  form: emptyForm,
  page: providerPage,
  exchange: {
    seconds: providerSeconds,
    async load(tx, { params, services }) {
      const provider = await providerById(tx, params.id);
      return provider ? clientOf(services.config.dataFolder, provider) : notFound();
    },
    async ask(client, outside, signal) {
      const found = await outside.oidc.discover(client, signal);
      if (found.ok) return found;
      return fail('PROVIDER_WRONG', m.words(found.code === 'unreachable' ? 'unreachable' : 'wrongAnswer'));
    },
  },
  async run(_tx, { params, asked }) {
    return ok({
      audit: { action: 'organisation.provider-checked', subject: { type: 'organisation.identity-provider', id: params.id }, detail: { pkce: asked.saysPkce } },
      goTo: `${providersAddress}/${params.id}`,
      flash: m.words(asked.saysPkce ? 'checked' : 'checkedNoPkce', { address: asked.authorizationEndpoint }),
    });
  },
});
