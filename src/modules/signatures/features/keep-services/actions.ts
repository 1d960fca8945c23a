import { defineAction } from '../../../../platform/http/define.ts';
import { maySpeakTo } from '../../../../platform/http/exchange.ts';
import { fail, ok } from '../../../../platform/result.ts';
import type { Failure, Result } from '../../../../platform/result.ts';
import { openServiceSecret, sealServiceSecret, storedRemoteProvider, storedTimeAuthority, writeRemoteProvider, writeRevocation, writeTimeAuthority } from '../../service-settings.ts';
import { remoteForm, revocationForm, timeForm } from './form.ts';
import { m } from './messages.ts';
import { servicesAddress, servicesPage, servicesPermission } from './page.tsx';

type Wrong = 'urlWrong' | 'urlAnyWrong' | 'urlNeeded' | 'idNeeded' | 'secretNeeded';
const at = (field: string, key: Wrong): Failure => fail('SERVICE_REFUSED', m.words(key), { fields: { [field]: m.words(key) } });
const common = { permission: servicesPermission, page: servicesPage } as const;
const subject = { type: 'platform.setting', id: null } as const;

/** Time stamps and answers on revocation are signed themselves, so plain http is what many authorities have. */
const isWebAddress = (text: string): boolean => /^https?:$/.test(URL.parse(text)?.protocol ?? '');

function sealedAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && maySpeakTo(url) && url.search === '' && url.hash === '' && url.username === '';
}

export const timeAction = defineAction({
  ...common,
  path: `${servicesAddress}/time`,
  form: timeForm,
  async run(tx, { input, services }) {
    if (!input.url) {
      await writeTimeAuthority(tx, null);
      return ok({ audit: { action: 'signatures.time-authority-set', subject, detail: { url: null } }, goTo: servicesAddress, flash: m.words('off') });
    }
    if (!isWebAddress(input.url)) return at('url', 'urlAnyWrong');
    const before = await storedTimeAuthority(tx);
    // A secret is for the authority that it was given for: another address starts without one.
    const kept = before?.url === input.url ? before.authorization : null;
    const authorization = input.authorization ? sealServiceSecret(services.config.dataFolder, input.authorization) : kept;
    await writeTimeAuthority(tx, { url: input.url, authorization });
    return ok({ audit: { action: 'signatures.time-authority-set', subject, detail: { url: input.url, newSecret: Boolean(input.authorization) } }, goTo: servicesAddress, flash: m.words('saved') });
  },
});

export const revocationAction = defineAction({
  ...common,
  path: `${servicesAddress}/revocation`,
  form: revocationForm,
  async run(tx, { input }) {
    if (input.mode === 'address' && !input.url) return at('url', 'urlNeeded');
    if (input.url && !isWebAddress(input.url)) return at('url', 'urlAnyWrong');
    const value = { mode: input.mode, url: input.url ?? null };
    await writeRevocation(tx, value);
    return ok({ audit: { action: 'signatures.revocation-set', subject, detail: value }, goTo: servicesAddress, flash: m.words('saved') });
  },
});

/** The address is asked what it is before it is kept; there its OAuth server is told too. */
export const remoteAction = defineAction({
  ...common,
  path: `${servicesAddress}/remote`,
  form: remoteForm,
  exchange: {
    seconds: 12,
    async load(tx, { input, services }): Promise<Result<{ readonly baseUrl: string; readonly clientId: string; readonly clientSecret: string } | undefined>> {
      if (!input.url) return ok(undefined);
      if (!sealedAddress(input.url)) return at('url', 'urlWrong');
      if (!input.clientId) return at('clientId', 'idNeeded');
      const before = await storedRemoteProvider(tx);
      const kept = before?.baseUrl === input.url && before.clientId === input.clientId ? openServiceSecret(services.config.dataFolder, before.clientSecret) : undefined;
      const clientSecret = input.clientSecret ?? kept;
      if (!clientSecret) return at('clientSecret', 'secretNeeded');
      return ok({ baseUrl: input.url, clientId: input.clientId, clientSecret });
    },
    async ask(provider, outside, signal) {
      if (!provider) return ok(undefined);
      const found = await outside.remoteSigning.describe(provider, signal);
      return found.ok ? ok({ ...provider, ...found.value }) : { ...found, fields: { url: found.message } };
    },
  },
  async run(tx, { asked, services }) {
    const detail = asked && { name: asked.name, url: asked.baseUrl, clientId: asked.clientId };
    await writeRemoteProvider(tx, asked ? { ...asked, clientSecret: sealServiceSecret(services.config.dataFolder, asked.clientSecret) } : null);
    return ok({ audit: { action: 'signatures.remote-provider-set', subject, detail: detail ?? { url: null } }, goTo: servicesAddress, flash: asked ? m.words('savedRemote', { name: asked.name }) : m.words('off') });
  },
});
