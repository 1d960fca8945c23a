import QRCode from 'qrcode';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { DefinitionList } from '../../../../ui/components/definition-list.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { StateMark } from '../../../../ui/components/state-mark.tsx';
import { inGroups, pendingSecret, secretAddress } from '../../sign-in/one-time-codes.ts';
import { securityAddress } from '../../sign-in/tell-owner.ts';
import { myFactors } from '../../store/factors.ts';
import { instant } from '../../views.tsx';
import { confirmAddress, factorAddress, offAddress, ownFactor } from './addresses.ts';
import { firstCodeForm, identityForm } from './form.ts';
import { IdentityFields, TriedNotice, triedQuery } from './identity-fields.tsx';
import { m } from './messages.ts';

/** The way to this page, above its name. */
export function securityCrumbs(ui: Ui, here: string) {
  const t = m.in(ui.lang);
  return [...(ui.actor.mustSetUpFactor ? [] : [{ label: t('account'), href: '/account' }]), { label: t('security'), href: securityAddress }, { label: here }];
}

interface SetUp {
  readonly login: string;
  readonly secret: string;
  /** The QR code as a picture in an address. */
  readonly picture: string;
}

export const secondFactorPage = definePage({
  path: factorAddress,
  permission: ownFactor,
  query: triedQuery,
  async load(tx, { query, actor, services }) {
    const factors = await myFactors(tx);
    if (!factors) return notFound();
    const secret = factors.pendingSecret === null ? undefined : pendingSecret(services, actor.id, factors.pendingSecret);
    const setUp: SetUp | undefined = secret === undefined ? undefined : {
      login: factors.login, secret,
      picture: `data:image/svg+xml;base64,${Buffer.from(await QRCode.toString(secretAddress(secret, factors.login), { type: 'svg', errorCorrectionLevel: 'M', margin: 3 })).toString('base64')}`,
    };
    return ok({ tried: query, since: factors.confirmedAt, setUp });
  },
  title: (_data, ui) => ui.text(m.words('title')),
  view({ tried, since, setUp }, ui) {
    const t = m.in(ui.lang);
    return (
      <>
        <PageHead title={t('title')} crumbs={securityCrumbs(ui, t('title'))} sub={since ? <StateMark kind="done">{t('on', { at: instant(ui, since) })}</StateMark> : undefined} />
        <TriedNotice ui={ui} tried={tried} />
        {ui.actor.mustSetUpFactor ? <Notice kind="warn">{t('roleAsks')}</Notice> : null}
        {setUp ? <Confirm ui={ui} setUp={setUp} /> : since ? <InUse ui={ui} /> : (
          <div class="stack measure">
            <p>{t('why')}</p>
            <p class="quiet">{t('need')}</p>
            <ActionForm ui={ui} action={factorAddress} form={identityForm} class="form">
              <IdentityFields ui={ui} action={factorAddress} withCode={false} />
              <ButtonRow><Button kind="main">{t('start')}</Button></ButtonRow>
            </ActionForm>
          </div>
        )}
      </>
    );
  },
});

function Confirm({ ui, setUp }: { ui: Ui; setUp: SetUp }) {
  const t = m.in(ui.lang);
  return (
    <div class="two">
      <Section title={t('scanTitle')}>
        <div class="stack">
          <p>{t('scan')}</p>
          <img class="qr" src={setUp.picture} width="240" height="240" alt={t('qr')} />
          <details>
            <summary>{t('typeTitle')}</summary>
            <div class="stack-s">
              <p class="mid">{t('type')}</p>
              <DefinitionList items={[{ term: t('accountName'), value: <code>{setUp.login}</code> }, { term: t('key'), value: <Copyable value={inGroups(setUp.secret)} label={t('key')} /> }]} />
            </div>
          </details>
        </div>
      </Section>
      <Section title={t('confirmTitle')}>
        <div class="stack">
          <ActionForm ui={ui} action={confirmAddress} form={firstCodeForm} class="form">
            <FormField ui={ui} action={confirmAddress} form={firstCodeForm} name="first" size="s" />
            <ButtonRow><Button kind="main">{t('confirm')}</Button></ButtonRow>
          </ActionForm>
        </div>
      </Section>
    </div>
  );
}

function InUse({ ui }: { ui: Ui }) {
  const t = m.in(ui.lang);
  return (
    <div class="two">
      <Section title={t('replaceTitle')}>
        <div class="stack">
          <p class="quiet">{t('replaceHint')}</p>
          <ActionForm ui={ui} action={factorAddress} form={identityForm} class="form" scope="replace">
            <IdentityFields ui={ui} action={factorAddress} withCode />
            <ButtonRow><Button kind="main">{t('replace')}</Button></ButtonRow>
          </ActionForm>
        </div>
      </Section>
      <Section title={t('offTitle')}>
        <div class="stack">
          <p class="quiet">{t('offHint')}</p>
          <ActionForm ui={ui} action={offAddress} form={identityForm} class="form" scope="off">
            <IdentityFields ui={ui} action={offAddress} withCode />
            <ButtonRow><Button kind="danger">{t('off')}</Button></ButtonRow>
          </ActionForm>
        </div>
      </Section>
    </div>
  );
}
