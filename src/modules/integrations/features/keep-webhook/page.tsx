import type { VNode } from 'preact';
import { ActionForm, FormField } from '../../../../platform/forms/render.tsx';
import { definePage } from '../../../../platform/http/define.ts';
import type { Ui } from '../../../../platform/http/ui.ts';
import { notFound, ok } from '../../../../platform/result.ts';
import { Button, ButtonRow } from '../../../../ui/components/button.tsx';
import { FormSection } from '../../../../ui/components/form.tsx';
import { PageHead } from '../../../../ui/components/page-head.tsx';
import { allOf, type ActGroup } from '../../act-catalogue.ts';
import { messages } from '../../messages.ts';
import { permission, webhookParams, webhooksAddress } from '../../params.ts';
import { findWebhook, type Webhook } from '../../store/webhooks.ts';
import { actsField, type WebhookForm } from './form.ts';

export const newWebhookPage = (form: WebhookForm, catalogue: () => readonly ActGroup[]) => definePage({
  path: `${webhooksAddress}/new`,
  permission,
  load: async () => ok(undefined),
  title: (_data, ui) => messages.in(ui.lang)('add'),
  view: (_data: undefined, ui) => <Fields ui={ui} form={form} catalogue={catalogue()} webhook={undefined} />,
});

export const editWebhookPage = (form: WebhookForm, catalogue: () => readonly ActGroup[]) => definePage({
  path: `${webhooksAddress}/:id/edit`,
  permission,
  params: webhookParams,
  async load(tx, { params }) {
    const webhook = await findWebhook(tx, params.id);
    return webhook ? ok(webhook) : notFound();
  },
  title: (_data, ui) => messages.in(ui.lang)('editTitle'),
  view: (webhook: Webhook, ui) => <Fields ui={ui} form={form} catalogue={catalogue()} webhook={webhook} />,
});

interface FieldsProps {
  readonly ui: Ui;
  readonly form: WebhookForm;
  readonly catalogue: readonly ActGroup[];
  readonly webhook: Webhook | undefined;
}

function Fields({ ui, form, catalogue, webhook }: FieldsProps): VNode {
  const t = messages.in(ui.lang);
  const address = webhook ? `${webhooksAddress}/${webhook.id}/edit` : `${webhooksAddress}/new`;
  const field = { ui, action: address, form };
  const title = webhook ? t('editTitle') : t('add');
  const own = (group: ActGroup) => (webhook?.acts ?? []).filter((act) => act.split('.')[0] === group.module);
  return (
    <>
      <PageHead title={title} crumbs={[{ label: t('title'), href: webhooksAddress }, ...(webhook ? [{ label: webhook.name, href: `${webhooksAddress}/${webhook.id}` }] : []), { label: title }]} />
      <ActionForm {...field} class="form">
        <FormField {...field} name="name" value={webhook?.name} />
        <FormField {...field} name="url" value={webhook?.url} />
        <FormSection title={t('acts')} note={t('actsHint')}>
          {catalogue.map((group) => {
            const typed = ui.form.values[actsField(group)];
            const chosen = typed === undefined ? own(group) : [typed].flat();
            return (
              <details open={chosen.length > 0}>
                <summary>{ui.text(group.title)}{chosen.length > 0 ? <span class="quiet mid"> · {t('chosen', { n: chosen.length })}</span> : null}</summary>
                <FormField {...field} name={actsField(group)} value={chosen} labelHidden arrange="two"
                  options={[{ value: allOf(group.module), label: t('allOf', { module: ui.text(group.title) }) }, ...group.acts.map((act) => ({ value: act.code, label: ui.text(act.words), hint: act.code }))]} />
              </details>
            );
          })}
        </FormSection>
        <ButtonRow><Button kind="main">{t('save')}</Button></ButtonRow>
      </ActionForm>
    </>
  );
}
