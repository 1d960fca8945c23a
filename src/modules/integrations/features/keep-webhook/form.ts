import { choices, text, type Field } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { allOf, type ActGroup } from '../../act-catalogue.ts';
import { messages } from '../../messages.ts';

/** Name of the field with the acts of one module. */
export const actsField = (group: ActGroup): string => `acts-${group.module}`;

export function webhookForm(catalogue: readonly ActGroup[]) {
  const acts: Record<string, Field<string[]>> = {};
  for (const group of catalogue) acts[actsField(group)] = choices([allOf(group.module), ...group.acts.map((act) => act.code)], { label: group.title, optional: true });
  return defineForm({
    ...acts,
    name: text({ label: messages.words('name'), hint: messages.words('nameHint'), min: 2, max: 120 }),
    url: text({ label: messages.words('url'), hint: messages.words('urlHint'), max: 500 }),
  });
}

export type WebhookForm = ReturnType<typeof webhookForm>;
