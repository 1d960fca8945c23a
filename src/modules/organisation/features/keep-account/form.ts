import { text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const firstPasswordForm = defineForm({
  username: text({ label: m.words('username'), hint: m.words('usernameHint'), max: 60 }),
  password: text({ label: m.words('password'), hint: m.words('passwordHint'), min: 10, max: 200 }),
});
