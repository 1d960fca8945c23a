import { checkbox, choice, defineForm, id, ids, text, textarea, thaiDate } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const urgencies = ['most-urgent', 'very-urgent', 'urgent'] as const;

export const circulateForm = defineForm({
  signer: id({ label: messages.words('signer') }),
  urgency: choice(urgencies, { label: messages.words('urgency') }),
  respondBy: thaiDate({ label: messages.words('respondBy') }),
  /** Said after a warning about the day. */
  sure: checkbox({ label: messages.words('sure') }),
  addressees: ids({ label: messages.words('addressees') }),
  others: text({ label: messages.words('others'), hint: messages.words('othersHint'), optional: true }),
  subject: text({ label: messages.words('subject'), max: 500 }),
  opening: textarea({ label: messages.words('opening'), max: 4000 }),
  more: textarea({ label: messages.words('more'), optional: true, max: 4000 }),
  closing: textarea({ label: messages.words('closing'), max: 4000 }),
});
