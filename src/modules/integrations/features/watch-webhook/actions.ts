import { z } from 'zod';
import { emptyForm } from '../../../../platform/forms/form.ts';
import { defineAction, type AnyPage } from '../../../../platform/http/define.ts';
import { fail, notFound, ok } from '../../../../platform/result.ts';
import { testEvent } from '../../acts.ts';
import { messages } from '../../messages.ts';
import { permission, subjectOf, webhookParams, webhooksAddress } from '../../params.ts';
import { addTestEvent, sendAgain } from '../../store/deliveries.ts';
import { findWebhook } from '../../store/webhooks.ts';

/** Sends an event that means nothing, to see that the address takes it. */
export const testWebhookAction = (page: AnyPage) => defineAction({
  path: `${webhooksAddress}/:id/test`,
  permission,
  params: webhookParams,
  form: emptyForm,
  page,
  async run(tx, { params }) {
    if (!(await findWebhook(tx, params.id))) return notFound();
    await addTestEvent(tx, params.id, testEvent.code);
    return ok({ audit: { action: 'integrations.test-sent', subject: subjectOf(params.id) }, goTo: `${webhooksAddress}/${params.id}`, flash: messages.words('tested') });
  },
});

export const sendAgainAction = (page: AnyPage) => defineAction({
  path: `${webhooksAddress}/:id/deliveries/:delivery/again`,
  permission,
  params: webhookParams.extend({ delivery: z.coerce.number().int().positive() }),
  form: emptyForm,
  page,
  async run(tx, { params }) {
    if (!(await findWebhook(tx, params.id))) return notFound();
    if (!(await sendAgain(tx, params.id, params.delivery))) return fail('STILL_WAITING', messages.words('stillWaiting'));
    return ok({
      audit: { action: 'integrations.delivery-repeated', subject: subjectOf(params.id), detail: { delivery: params.delivery } },
      goTo: `${webhooksAddress}/${params.id}`,
      flash: messages.words('repeated'),
    });
  },
});
