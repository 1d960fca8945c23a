import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { dayWords } from '../../../../platform/when.ts';
import { bangkokDate } from '../../../../thai/index.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { signingHref } from '../../requests/href.ts';
import type { UsableCertificate } from '../../certificates/keys.ts';
import { m } from '../../remote/messages.ts';
import { setOutForm } from './form.ts';

export const addRemoteAddress = '/signing/remote-certificates';

export const remoteCertificateWords = (ui: Ui, one: UsableCertificate): string => m.in(ui.lang)('option', { subject: one.subject, issuer: one.issuer, until: dayWords(ui.lang, bangkokDate(one.validTo)) });

interface RemoteSignProps {
  readonly requestId: number;
  readonly partId: number;
  /** As whom the actor signs, in words. */
  readonly signAs: string;
  readonly certificates: readonly UsableCertificate[];
  readonly provider: string | undefined;
  readonly ui: Ui;
}

/** The way to the provider for a part that is the actor's; a link to add a certificate where there is none yet. Nothing where no provider is set. */
export function RemoteSign({ requestId, partId, signAs, certificates, provider, ui }: RemoteSignProps): VNode | null {
  const t = m.in(ui.lang);
  if (provider === undefined) return null;
  const remote = certificates.filter((one) => one.kind === 'remote');
  const [first] = remote;
  if (!first) return <p><a href={addRemoteAddress}>{t('addLink', { name: provider })}</a></p>;
  const action = signingHref(requestId, '/remote');
  const alone = remote.length === certificates.length;
  const here = remote.filter((one) => one.typesCodes).length;
  const kind = here === 0 ? 'page' : here === remote.length ? 'codes' : 'both';
  return (
    <Section title={t('signTitle')}>
      {alone ? <p>{signAs}</p> : null}
      {kind === 'codes' ? null : <p>{t('signMore')}</p>}
      {kind === 'page' ? null : <p>{t('signMoreHere')}</p>}
      <ActionForm ui={ui} action={action} form={setOutForm} class="form" scope={`remote-${partId}`}>
        <input type="hidden" name="part" value={String(partId)} />
        {remote.length > 1
          ? <FormField ui={ui} action={action} form={setOutForm} name="certificate" as="radios" value={String(first.id)} options={remote.map((one) => ({ value: String(one.id), label: remoteCertificateWords(ui, one) }))} />
          : <><input type="hidden" name="certificate" value={String(first.id)} /><p class="quiet">{remoteCertificateWords(ui, first)}</p></>}
        <ButtonRow><Button kind={alone ? 'main' : 'plain'}>{t(kind === 'page' ? 'go' : kind === 'codes' ? 'goHere' : 'goOn')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}
