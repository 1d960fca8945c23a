// What a signer types where the provider has no page of consent: a PIN, a one-time password, or both.
import type { VNode } from 'preact';
import type { FormState } from '../../../../platform/forms/form.ts';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button, ButtonLink, ButtonRow } from '../../../../ui/components/button.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { signingHref } from '../../requests/href.ts';
import { momentText } from '../../requests/shown.tsx';
import { m } from '../../remote/messages.ts';
import type { WayOut } from '../../remote/set-out.ts';
import type { RemoteSigningRow } from '../../store/remote.ts';
import { codesForm, otpForm } from './form.ts';
import { wayHref } from './href.ts';

export function Codes({ way, ui }: { way: WayOut; ui: Ui }): VNode {
  const t = m.in(ui.lang);
  const { row, provider } = way;
  const action = `${wayHref(row.id)}/codes`;
  const sending = `${wayHref(row.id)}/otp`;
  const online = row.otp === 'online';
  // What the provider said of the last try is kept with the way, and shown as a form that was refused.
  const shown = ui.form.action === undefined ? { ...ui, form: faultState(row, action) } : ui;
  return (
    <>
      <p>{t('codesMore', { name: provider })}</p>
      {online ? (
        <Section title={t('otpTitle')}>
          <p>{row.otpSentAt ? t('otpSentAt', { at: momentText(ui, row.otpSentAt) }) : t('otpMore', { name: provider })}</p>
          <ActionForm ui={shown} action={sending} form={otpForm} scope="otp">
            <ButtonRow><Button kind={row.otpSentAt ? 'plain' : 'main'}>{t(row.otpSentAt ? 'otpAgain' : 'otpSend')}</Button></ButtonRow>
          </ActionForm>
        </Section>
      ) : null}
      <Section title={t('codesTitle')}>
        <ActionForm ui={shown} action={action} form={codesForm} class="form" scope="codes">
          {row.pin === 'no' ? null : <FormField ui={shown} action={action} form={codesForm} name="pin" neededLater={row.pin === 'needed'} />}
          {row.otp === 'no' ? null : <FormField ui={shown} action={action} form={codesForm} name="otp" size="m" neededLater hint={t(online ? 'otpHintOnline' : 'otpHintOffline')} />}
          <ButtonRow>
            <Button kind={online && !row.otpSentAt ? 'plain' : 'main'}>{t('codesGo')}</Button>
            <ButtonLink kind="quiet" href={signingHref(row.requestId)}>{t('back')}</ButtonLink>
          </ButtonRow>
        </ActionForm>
      </Section>
    </>
  );
}

function faultState({ fault }: RemoteSigningRow, action: string): FormState {
  if (fault === null) return { action, values: {}, errors: {} };
  const words = m.words(`f.${fault}`);
  if (fault === 'pin' || fault === 'otp') return { action, values: {}, errors: { [fault]: words } };
  return { action, values: {}, errors: {}, message: words };
}
