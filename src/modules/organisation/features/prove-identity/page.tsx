import { z } from 'zod';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import { localAddress } from '../../../../platform/http/preferences.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { proofMinutes, proveAddress } from '../../sign-in/fresh-proof.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { myFactors } from '../../store/factors.ts';
import { IdentityFields, TriedNotice, triedQuery } from '../keep-second-factor/identity-fields.tsx';
import { securityCrumbs } from '../keep-second-factor/page.tsx';
import { readOtherWays } from '../sign-in-oidc/other-ways.ts';
import { PasskeyWay } from '../sign-in-passkey/section.tsx';
import { ProviderWays } from '../sign-in-oidc/section.tsx';
import { proveForm } from './form.ts';
import { m } from './messages.ts';

export const provePermission = { signedIn: 'everyone shows for the own account who they are' };

/** Asks for the proof that changes of the own ways to sign in need: by password and code, or by signing in again without one. */
export const provePage = definePage({
  path: proveAddress,
  permission: provePermission,
  query: triedQuery.extend({ next: z.string().max(2000).optional().catch(undefined) }),
  async load(tx, { query, services }) {
    const { next, ...tried } = query;
    return ok({ tried, next, withCode: (await myFactors(tx))?.sealedSecret != null, ways: await readOtherWays(tx, services, {}) });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ tried, next, withCode, ways }, ui) {
    const t = m.in(ui.lang);
    const common = { ui, action: proveAddress, form: proveForm };
    // After a refusal the form itself knows where it leads.
    const back = localAddress(next ?? String(ui.form.values['next'] ?? ''), securityAddress);
    return (
      <>
        <PageHead title={t('title')} crumbs={securityCrumbs(ui, t('title'))} />
        <div class="stack measure">
          <TriedNotice ui={ui} tried={tried} />
          <p>{t('why', { minutes: proofMinutes })}</p>
          <ActionForm {...common} class="form">
            <IdentityFields ui={ui} action={proveAddress} withCode={withCode} />
            <FormField {...common} name="next" value={back} />
            <ButtonRow><Button kind="main">{t('submit')}</Button><ButtonLink href={back}>{t('back')}</ButtonLink></ButtonRow>
          </ActionForm>
        </div>
        {ways.passkeysAt || ways.providers.length > 0 ? (
          <Section title={t('otherTitle')}>
            <div class="stack measure">
              <p class="quiet">{t('other')}</p>
              {ways.passkeysAt ? <PasskeyWay ui={ui} origin={ways.passkeysAt} next={back} /> : null}
              <ProviderWays ui={ui} providers={ways.providers} next={back} />
            </div>
          </Section>
        ) : null}
      </>
    );
  },
});
