import { id, password, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

const part = id({ label: messages.words('who') });

export const signForm = defineForm({
  part,
  certificate: id({ label: messages.words('certificate'), optional: true }),
  passphrase: password({ label: messages.words('passphrase'), hint: messages.words('passphraseHint'), autoComplete: 'current-password' }),
});
export const approveForm = defineForm({ part, note: textarea({ label: messages.words('approveNote'), optional: true, max: 1000, rows: 2 }) });
export const refuseForm = defineForm({ part, reason: textarea({ label: messages.words('refuseReason'), hint: messages.words('refuseHint'), max: 1000, rows: 3 }) });
export const withdrawForm = defineForm({ reason: textarea({ label: messages.words('withdrawReason'), max: 1000, rows: 2 }) });
export const goOnForm = defineForm({ reason: textarea({ label: messages.words('goOnReason'), hint: messages.words('goOnHint'), max: 1000, rows: 2 }) });
