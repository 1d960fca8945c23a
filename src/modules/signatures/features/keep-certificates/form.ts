import { checkbox, email, id, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from '../../certificates/messages.ts';
import { certificateFile } from '../my-certificates/form.ts';

export const newCertificateForm = defineForm({
  person: id({ label: m.words('new.person') }),
  name: text({ label: m.words('new.name'), hint: m.words('new.nameHint'), max: 200, optional: true }),
  withPost: checkbox({ label: m.words('new.post') }),
  email: email({ label: m.words('new.email'), hint: m.words('new.emailHint'), optional: true }),
});
export const sendForm = defineForm({
  authority: text({ label: m.words('send.authority'), min: 2, max: 200 }),
  reference: text({ label: m.words('send.reference'), min: 1, max: 100 }),
  date: thaiDate({ label: m.words('send.date') }),
});
export const receiveForm = defineForm({ certificateFile });
export const handOverForm = defineForm({ identityCheck: text({ label: m.words('hand.check'), hint: m.words('hand.checkHint'), min: 2, max: 500 }) });
const reason = text({ label: m.words('reason'), min: 2, max: 500 });
const day = thaiDate({ label: m.words('end.day') });
export const refuseForm = defineForm({ day, reason });
export const revokeForm = defineForm({ day, reason });
export const replaceForm = defineForm({ by: id({ label: m.words('end.by') }), reason });
