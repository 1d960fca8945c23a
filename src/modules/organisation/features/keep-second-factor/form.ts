import { password, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

/** Who am I, once more: the code is asked for where there is one already. */
export const identityForm = defineForm({
  password: password({ label: m.words('password'), autoComplete: 'current-password' }),
  code: text({ label: m.words('code'), hint: m.words('codeHint'), max: 60, optional: true, autoComplete: 'one-time-code' }),
});

export const firstCodeForm = defineForm({ first: text({ label: m.words('first'), hint: m.words('firstHint'), max: 20, autoComplete: 'one-time-code' }) });
