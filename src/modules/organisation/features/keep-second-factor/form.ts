import { password, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { oneTimeCode } from '../enter-code/form.ts';
import { m } from './messages.ts';

const code = { label: m.words('code'), hint: m.words('codeHint'), max: 60, autoComplete: 'one-time-code' } as const;

/** The code as it is drawn where one is in use: then it must be filled in. */
export const neededCode = text(code);

/** Who am I, once more: the code is asked for where there is one already. */
export const identityForm = defineForm({
  password: password({ label: m.words('password'), autoComplete: 'current-password' }),
  code: text({ ...code, optional: true }),
});

export const firstCodeForm = defineForm({ first: oneTimeCode(m.words('first'), m.words('firstHint')) });
