import { text, type Field } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import type { Words } from '../../../../platform/words.ts';
import { m } from './messages.ts';

/** Six digits of an app: a telephone shows its digits, the browser offers what it finds in a message. */
export function oneTimeCode(label: Words, hint: Words): Field<string> {
  const field = text({ label, hint, max: 20, autoComplete: 'one-time-code' });
  return Object.freeze({ ...field, attributes: { ...field.attributes, inputMode: 'numeric' as const } });
}

export const codeForm = defineForm({ code: oneTimeCode(m.words('code'), m.words('codeHint')) });

export const recoveryForm = defineForm({ recovery: text({ label: m.words('recovery'), hint: m.words('recoveryHint'), max: 60 }) });
