import { hidden, password, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const signInForm = defineForm({
  username: text({ label: m.words('username'), max: 254, autoComplete: 'username' }),
  password: password({ label: m.words('password'), autoComplete: 'current-password' }),
  /** Address inside the site to go to afterwards. */
  next: hidden({ optional: true }),
});
