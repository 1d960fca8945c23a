/** What a keeper can do with a certificate in its state: the usual next step open, the ends folded. */
import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import type { Ui } from '../../../../platform/http/ui.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { Section } from '../../../../ui/components/panel.tsx';
import { m } from '../../certificates/messages.ts';
import { mayTake } from '../../domain/certificate-state.ts';
import type { UsableCertificate } from '../../certificates/keys.ts';
import { dayOf, Folded } from '../../certificates/shown.tsx';
import type { CertificateRow } from '../../store/certificates.ts';
import { handOverForm, receiveForm, refuseForm, replaceForm, revokeForm, sendForm } from './form.ts';

export function Steps({ ui, row, others, today }: { ui: Ui; row: CertificateRow; others: readonly UsableCertificate[]; today: string }): VNode {
  const at = `/certificates/${row.id}`;
  return (
    <>
      {mayTake('send', row.state) ? <Send ui={ui} at={at} row={row} today={today} /> : null}
      {mayTake('take-in', row.state) ? <Receive ui={ui} at={at} /> : null}
      {mayTake('hand-over', row.state) ? <HandOver ui={ui} at={at} /> : null}
      {mayTake('replace', row.state) && others.length > 0 ? <Replace ui={ui} at={at} others={others} /> : null}
      {mayTake('refuse', row.state) ? <End ui={ui} at={`${at}/refuse`} kind="refuse" today={today} /> : null}
      {mayTake('revoke', row.state) ? <End ui={ui} at={`${at}/revoke`} kind="revoke" today={today} /> : null}
    </>
  );
}

function Send({ ui, at, row, today }: { ui: Ui; at: string; row: CertificateRow; today: string }): VNode {
  const t = m.in(ui.lang);
  const send = { ui, action: `${at}/sent`, form: sendForm };
  return (
    <Section title={t('send.title')}>
      <ActionForm {...send} class="form" scope="send">
        <FormField {...send} name="authority" value={row.authority} size="m" />
        <FormField {...send} name="reference" size="m" />
        <FormField {...send} name="date" value={today} />
        <ButtonRow><Button kind="main">{t('send.button')}</Button></ButtonRow>
      </ActionForm>
    </Section>
  );
}

function Receive({ ui, at }: { ui: Ui; at: string }): VNode {
  const t = m.in(ui.lang);
  const receive = { ui, action: `${at}/certificate`, form: receiveForm };
  return (
    <Section title={t('receive.title')}>
      <ActionForm {...receive} class="form" scope="receive"><FormField {...receive} name="certificateFile" /><ButtonRow><Button>{t('receive.button')}</Button></ButtonRow></ActionForm>
    </Section>
  );
}

function HandOver({ ui, at }: { ui: Ui; at: string }): VNode {
  const t = m.in(ui.lang);
  const hand = { ui, action: `${at}/hand-over`, form: handOverForm };
  return (
    <Section title={t('hand.title')}>
      <ActionForm {...hand} class="form" scope="hand"><FormField {...hand} name="identityCheck" /><ButtonRow><Button kind="main">{t('hand.button')}</Button></ButtonRow></ActionForm>
    </Section>
  );
}

function Replace({ ui, at, others }: { ui: Ui; at: string; others: readonly UsableCertificate[] }): VNode {
  const t = m.in(ui.lang);
  const replace = { ui, action: `${at}/replace`, form: replaceForm };
  return (
    <Folded ui={ui} at={replace.action} label={t('end.replace')}>
      <ActionForm {...replace} class="form" scope="replace">
        <FormField {...replace} name="by" as="select" value={others[0]?.id} options={others.map((one) => ({ value: String(one.id), label: `${one.subject} · ${one.issuer} · ${dayOf(ui.lang, one.validTo)}` }))} />
        <FormField {...replace} name="reason" size="m" />
        <ButtonRow><Button>{t('end.replaceButton')}</Button></ButtonRow>
      </ActionForm>
    </Folded>
  );
}

function End({ ui, at, kind, today }: { ui: Ui; at: string; kind: 'refuse' | 'revoke'; today: string }): VNode {
  const t = m.in(ui.lang);
  const form = { ui, action: at, form: kind === 'refuse' ? refuseForm : revokeForm };
  return (
    <Folded ui={ui} at={at} label={t(`end.${kind}`)}>
      {kind === 'revoke' ? <p class="quiet measure">{t('end.revokeText')}</p> : null}
      <ActionForm {...form} class="form" scope={kind}>
        <FormField {...form} name="day" value={today} />
        <FormField {...form} name="reason" size="m" />
        <ButtonRow><Button kind="danger">{t(`end.${kind}Button`)}</Button></ButtonRow>
      </ActionForm>
    </Folded>
  );
}
