import type { ReadTx } from '../../../../platform/db/database.ts';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { houseKey } from '../../../../platform/house-key.ts';
import { defineAction, type ActionOutcome, type AnyPage } from '../../../../platform/http/define.ts';
import { seal } from '../../../../platform/http/seal.ts';
import { fail, notFound, ok, type Result } from '../../../../platform/result.ts';
import type { Services } from '../../../../platform/services.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import type { Tx } from '../../../../platform/db/database.ts';
import { allOf, type ActGroup } from '../../act-catalogue.ts';
import { webhookAddress } from '../../domain/address.ts';
import { keyName } from '../../jobs.ts';
import { messages } from '../../messages.ts';
import { permission, subjectOf, webhookParams, webhooksAddress } from '../../params.ts';
import { innerHosts } from '../../settings.ts';
import { newSecret } from '../../signing.ts';
import { addWebhook, changeWebhook, findWebhook, removeWebhook, rotateSecret, setPaused, type WebhookInput } from '../../store/webhooks.ts';
import { actsField, type WebhookForm } from './form.ts';

/** What was typed as a webhook: the address as it is called, and all of a module in the place of its single acts. */
async function read(tx: ReadTx, services: Services, input: { name: string; url: string }, catalogue: readonly ActGroup[]): Promise<Result<WebhookInput>> {
  const url = webhookAddress(input.url, await readSetting(tx, innerHosts), services.config.demo);
  if (!url.ok) return url;
  const chosen = input as unknown as Readonly<Record<string, readonly string[] | undefined>>;
  const acts = catalogue.flatMap((group) => {
    const own = chosen[actsField(group)] ?? [];
    return own.includes(allOf(group.module)) ? [allOf(group.module)] : own;
  });
  if (acts.length === 0) return fail('NO_ACTS', messages.words('noActs'));
  return ok({ name: input.name, url: url.value, acts });
}

const sealed = (services: Services, secret: string): string => seal(houseKey(services.config.dataFolder, keyName), secret);

export const addWebhookAction = (page: AnyPage, form: WebhookForm, catalogue: () => readonly ActGroup[]) => defineAction({
  path: `${webhooksAddress}/new`,
  permission,
  form,
  page,
  async run(tx, { input, services }) {
    const given = await read(tx, services, input, catalogue());
    if (!given.ok) return given;
    const secret = newSecret();
    const id = await addWebhook(tx, given.value, sealed(services, secret));
    return ok({
      audit: { action: 'integrations.webhook-added', subject: subjectOf(id), detail: { ...given.value } },
      goTo: `${webhooksAddress}/${id}`,
      flash: messages.words('added'),
      shownOnce: secret,
    });
  },
});

export const editWebhookAction = (page: AnyPage, form: WebhookForm, catalogue: () => readonly ActGroup[]) => defineAction({
  path: `${webhooksAddress}/:id/edit`,
  permission,
  params: webhookParams,
  form,
  page,
  async run(tx, { params, input, services }) {
    const before = await findWebhook(tx, params.id);
    if (!before) return notFound();
    const given = await read(tx, services, input, catalogue());
    if (!given.ok) return given;
    await changeWebhook(tx, params.id, given.value);
    return ok({
      audit: { action: 'integrations.webhook-changed', subject: subjectOf(params.id), detail: { before: { name: before.name, url: before.url, acts: before.acts }, after: given.value } },
      goTo: `${webhooksAddress}/${params.id}`,
      flash: messages.words('changed'),
    });
  },
});

/** One step on a webhook that has no fields. */
interface Step {
  readonly path: string;
  readonly action: string;
  readonly flash: Parameters<typeof messages.words>[0];
  readonly goTo?: string;
  change(tx: Tx, id: number, services: Services): Promise<{ done: boolean; shownOnce?: string }>;
}

const steps: readonly Step[] = [
  { path: 'pause', action: 'integrations.webhook-paused', flash: 'paused', change: async (tx, id) => ({ done: await setPaused(tx, id, true) }) },
  { path: 'resume', action: 'integrations.webhook-resumed', flash: 'resumed', change: async (tx, id) => ({ done: await setPaused(tx, id, false) }) },
  { path: 'remove', action: 'integrations.webhook-removed', flash: 'removed', goTo: webhooksAddress, change: async (tx, id) => ({ done: await removeWebhook(tx, id) }) },
  {
    path: 'rotate', action: 'integrations.secret-rotated', flash: 'rotated',
    async change(tx, id, services) {
      const secret = newSecret();
      return { done: await rotateSecret(tx, id, sealed(services, secret)), shownOnce: secret };
    },
  },
];

export const stepActions = (page: AnyPage) => steps.map((step) => defineAction({
  path: `${webhooksAddress}/:id/${step.path}`,
  permission,
  params: webhookParams,
  form: emptyForm,
  page,
  async run(tx, { params, services }): Promise<Result<ActionOutcome>> {
    if (!(await findWebhook(tx, params.id))) return notFound();
    const { done, shownOnce } = await step.change(tx, params.id, services);
    if (!done) return fail('UNCHANGED', messages.words('unchanged'));
    return ok({
      audit: { action: step.action, subject: subjectOf(params.id) },
      goTo: step.goTo ?? `${webhooksAddress}/${params.id}`,
      flash: messages.words(step.flash),
      ...(shownOnce === undefined ? {} : { shownOnce }),
    });
  },
}));
