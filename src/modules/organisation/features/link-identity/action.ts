import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { idParams } from '../../guard.ts';
import { beginCeremony } from '../../sign-in/ceremony.ts';
import { hasFreshProof, proveFirst } from '../../sign-in/fresh-proof.ts';
import { linksAddress } from '../../sign-in/oidc-link.ts';
import { askDeparture, journeyCookie, journeyMinutes, prepareDeparture, providerSeconds, type Journey } from '../../sign-in/oidc.ts';
import { myIdentities, unlinkMyIdentity } from '../../store/identities.ts';
import { providerById } from '../../store/providers.ts';
import { m } from './messages.ts';
import { linkPermission, linksPage, unlinkPage } from './page.tsx';

/** Begins a link: by a form of our own and by the person signed in, so that nobody is sent here by a page of others. */
export const linkAction = defineAction({
  path: '/account/security/providers/:id/link',
  permission: linkPermission,
  params: idParams,
  form: emptyForm,
  page: linksPage,
  exchange: {
    seconds: providerSeconds,
    load: async (tx, { params, services }) => ok(await prepareDeparture(tx, services, params.id)),
    ask: async (question, outside, signal) => ok('trouble' in question ? question : await askDeparture(question, outside, signal)),
  },
  async run(tx, { params, asked, actor, cookies, services }) {
    if (!(await hasFreshProof(tx, services, cookies))) return ok(proveFirst(actor, linksAddress));
    const subject = { type: 'organisation.identity-provider', id: params.id };
    if ('trouble' in asked) {
      return ok({ audit: { action: 'organisation.link-refused', subject, detail: { why: asked.trouble } }, goTo: `${linksAddress}?${new URLSearchParams({ with: String(params.id), trouble: asked.trouble }).toString()}` });
    }
    const data: Journey = { ...asked.journey, next: linksAddress };
    const sealed = beginCeremony(services.config.dataFolder, { purpose: 'provider-link', cookies, person: actor.id, minutes: journeyMinutes, data });
    return ok({ audit: { action: 'organisation.provider-asked', subject, detail: { link: true } }, goTo: '/sign-in/leave', cookies: [{ name: journeyCookie, value: sealed, maxAgeSeconds: journeyMinutes * 60 }] });
  },
});

export const unlinkAction = defineAction({
  path: '/account/security/providers/:id/unlink',
  permission: linkPermission,
  params: idParams,
  form: emptyForm,
  page: unlinkPage,
  async run(tx, { params, actor, cookies, services }) {
    if (!(await myIdentities(tx)).some(({ id }) => id === params.id)) return notFound();
    if (!(await hasFreshProof(tx, services, cookies))) return ok(proveFirst(actor, `${linksAddress}/${params.id}`));
    const providerId = await unlinkMyIdentity(tx, params.id);
    const provider = providerId === undefined ? undefined : await providerById(tx, providerId);
    if (!provider) return notFound();
    return ok({
      audit: { action: 'organisation.identity-unlinked', subject: { type: 'organisation.person', id: actor.id }, detail: { provider: provider.id, identity: params.id } },
      goTo: linksAddress,
      flash: { th: m.in('th')('unlinked', { provider: provider.label.th }), en: m.in('en')('unlinked', { provider: provider.label.en }) },
    });
  },
});
