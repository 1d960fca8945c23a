import { password } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { minPasswordLength } from '../../sign-in/passwords.ts';
import { m } from './messages.ts';

export const changePasswordForm = defineForm({
  current: password({ label: m.words('current'), autoComplete: 'current-password' }),
  password: password({ label: m.words('password'), hint: m.words('hint', { min: minPasswordLength }), autoComplete: 'new-password' }),
  repeat: password({ label: m.words('repeat'), autoComplete: 'new-password' }),
});
