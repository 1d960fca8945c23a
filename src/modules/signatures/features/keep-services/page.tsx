// Services that signing needs of others, one form each; for system administrators.
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Copyable } from '../../../../ui/components/copyable.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { remoteReturnUri } from '../../remote/return-address.ts';
import { openServiceSecret, revocationSetting, storedRemoteProvider, storedTimeAuthority } from '../../service-settings.ts';
import type { RevocationSetting } from '../../service-settings.ts';
import { remoteForm, revocationForm, timeForm } from './form.ts';
import { m } from './messages.ts';

export const servicesAddress = '/system/signing-services';
export const servicesPermission = 'signatures.keep-services';

interface ServicesData {
  readonly time: { readonly url: string; readonly lost: boolean } | undefined;
  readonly revocation: RevocationSetting;
  readonly remote: { readonly name: string; readonly baseUrl: string; readonly clientId: string; readonly lost: boolean } | undefined;
  readonly back: string;
}

export const servicesPage = definePage({
  path: servicesAddress,
  permission: servicesPermission,
  async load(tx, { services }) {
    const [time, revocation, remote] = [await storedTimeAuthority(tx), await revocationSetting(tx), await storedRemoteProvider(tx)];
    const lost = (sealed: string | null): boolean => sealed !== null && openServiceSecret(services.config.dataFolder, sealed) === undefined;
    return ok<ServicesData>({
      time: time && { url: time.url, lost: lost(time.authorization) }, revocation,
      remote: remote && { name: remote.name, baseUrl: remote.baseUrl, clientId: remote.clientId, lost: lost(remote.clientSecret) },
      back: remoteReturnUri(services.config.origin),
    });
  },
  title: (_data, ui) => m.in(ui.lang)('title'),
  view: (data, ui) => <ServicesView data={data} ui={ui} />,
});

function ServicesView({ data, ui }: { data: ServicesData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  return (
    <div class="stack-l">
      <PageHead title={t('title')} sub={t('intro')} />
      <Time data={data} ui={ui} />
      <Revocation data={data} ui={ui} />
      <Remote data={data} ui={ui} />
    </div>
  );
}

const Save = ({ ui }: { ui: Ui }): VNode => <ButtonRow><Button kind="main">{m.in(ui.lang)('save')}</Button></ButtonRow>;

function Time({ data: { time }, ui }: { data: ServicesData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const action = `${servicesAddress}/time`;
  const common = { ui, action, form: timeForm };
  return (
    <Section title={t('timeTitle')}>
      <p class="mid">{t('timeMore')}</p>
      {time?.lost ? <Notice kind="error">{t('secretLost')}</Notice> : null}
      <ActionForm ui={ui} action={action} form={timeForm} class="form" scope="time">
        <FormField {...common} name="url" value={time?.url} />
        <FormField {...common} name="authorization" />
        <Save ui={ui} />
      </ActionForm>
    </Section>
  );
}

function Revocation({ data: { revocation }, ui }: { data: ServicesData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const action = `${servicesAddress}/revocation`;
  const common = { ui, action, form: revocationForm };
  const options = [{ value: 'certificate', label: t('modeCertificate') }, { value: 'address', label: t('modeAddress') }, { value: 'off', label: t('modeOff') }];
  return (
    <Section title={t('revocationTitle')}>
      <p class="mid">{t('revocationMore')}</p>
      <ActionForm ui={ui} action={action} form={revocationForm} class="form" scope="revocation">
        <FormField {...common} name="mode" as="radios" value={revocation.mode} options={options} />
        <FormField {...common} name="url" value={revocation.url ?? undefined} />
        <Save ui={ui} />
      </ActionForm>
    </Section>
  );
}

function Remote({ data: { remote, back }, ui }: { data: ServicesData; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const action = `${servicesAddress}/remote`;
  const common = { ui, action, form: remoteForm };
  return (
    <Section title={t('remoteTitle')}>
      <p class="mid">{t('remoteMore')}</p>
      {remote ? <Notice kind="done">{t('nowSet', { name: remote.name, url: remote.baseUrl })}</Notice> : null}
      {remote?.lost ? <Notice kind="error">{t('secretLost')}</Notice> : null}
      <p>{t('redirectMore')}</p>
      <p><Copyable value={back} label={t('redirect')} /></p>
      <ActionForm ui={ui} action={action} form={remoteForm} class="form" scope="remote">
        <FormField {...common} name="url" value={remote?.baseUrl} />
        <FormField {...common} name="clientId" value={remote?.clientId} />
        <FormField {...common} name="clientSecret" />
        <Save ui={ui} />
      </ActionForm>
    </Section>
  );
}
