import { hidden, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

const name = text({ label: m.words('nameLabel'), hint: m.words('nameHint'), max: 60 });

export const addPasskeyForm = defineForm({
  name,
  /** Sealed challenge that the browser answered. */
  ceremony: hidden({ optional: true, max: 2000 }),
  /** JSON of the browser; empty where no script ran. */
  response: hidden({ optional: true, max: 30_000 }),
});

export const renamePasskeyForm = defineForm({ name });
