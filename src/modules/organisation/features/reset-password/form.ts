import { password, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { minPasswordLength } from '../../sign-in/passwords.ts';
import { m } from './messages.ts';

export const forgottenForm = defineForm({ username: text({ label: m.words('username'), max: 254, autoComplete: 'username' }) });

export const resetForm = defineForm({
  password: password({ label: m.words('password'), hint: m.words('hint', { min: minPasswordLength }), autoComplete: 'new-password' }),
  repeat: password({ label: m.words('repeat'), autoComplete: 'new-password' }),
});
