import { hidden, id, secretCode, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from '../../remote/messages.ts';

export const setOutForm = defineForm({ part: id({ label: m.words('signTitle') }), certificate: id({ label: m.words('certificate') }) });
export const returnForm = defineForm({ code: hidden({ optional: true, max: 3000 }), state: hidden({ optional: true, max: 300 }), error: hidden({ optional: true, max: 200 }) });
export const otpForm = defineForm({});
const otp = text({ label: m.words('otp'), optional: true, max: 50, autoComplete: 'one-time-code' });
export const codesForm = defineForm({
  pin: secretCode({ label: m.words('pin'), hint: m.words('pinHint'), optional: true, max: 100 }),
  // A telephone shows its digits.
  otp: Object.freeze({ ...otp, attributes: { ...otp.attributes, inputMode: 'numeric' as const } }),
});
