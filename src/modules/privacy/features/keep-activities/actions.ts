import { z } from 'zod';
import type { FormValues } from '../../../../platform/forms/form.ts';
import { defineAction } from '../../../../platform/http/define.ts';
import { fail, ok } from '../../../../platform/result.ts';
import { messages } from '../../messages.ts';
import { activityTexts, addActivity, changeActivity, endActivity, type ActivityInput } from '../../store/activities.ts';
import { activityForm, endForm } from './form.ts';
import { editActivityPage, newActivityPage } from './page.tsx';

const base = '/privacy/activities';
const permission = 'privacy.keep';
const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const subject = (id: number) => ({ type: 'privacy.activity', id });
const gone = () => fail('ACTIVITY_ENDED', messages.words('act.gone'), { status: 409 });

function activityOf(input: FormValues<typeof activityForm>): ActivityInput {
  const english = Object.fromEntries(activityTexts.flatMap((key) => (input[`${key}En`] ? [[key, input[`${key}En`] as string]] : [])));
  const { name, purpose, people, dataKinds, basis, recipients, retention, measures } = input;
  return { name, purpose, people, dataKinds, basis, recipients, retention, measures, english };
}

export const addActivityAction = defineAction({
  path: `${base}/new`,
  permission,
  form: activityForm,
  page: newActivityPage,
  async run(tx, { input, services }) {
    const id = await addActivity(tx, activityOf(input), services.clock.today());
    return ok({ audit: { action: 'privacy.activity-added', subject: subject(id), detail: { name: input.name } }, goTo: base, flash: messages.words('act.saved') });
  },
});

export const changeActivityAction = defineAction({
  path: `${base}/:id`,
  permission,
  params,
  form: activityForm,
  page: editActivityPage,
  async run(tx, { input, params: { id } }) {
    if (!(await changeActivity(tx, id, activityOf(input)))) return gone();
    return ok({ audit: { action: 'privacy.activity-changed', subject: subject(id), detail: { ...input } }, goTo: base, flash: messages.words('act.saved') });
  },
});

export const endActivityAction = defineAction({
  path: `${base}/:id/end`,
  permission,
  params,
  form: endForm,
  page: editActivityPage,
  async run(tx, { input, params: { id } }) {
    if (!(await endActivity(tx, id, input.lastDay))) return gone();
    return ok({ audit: { action: 'privacy.activity-ended', subject: subject(id), detail: { lastDay: input.lastDay } }, goTo: base, flash: messages.words('act.saved') });
  },
});
