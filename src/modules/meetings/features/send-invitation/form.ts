import { choice, defineForm, id, textarea, thaiDate } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const urgencies = ['ordinary', 'urgent', 'very-urgent', 'most-urgent'] as const;

export const invitationForm = defineForm({
  signer: id({ label: messages.words('signer') }),
  urgency: choice(urgencies, { label: messages.words('urgency') }),
  replyBy: thaiDate({ label: messages.words('replyBy'), hint: messages.words('replyByHint'), optional: true }),
  more: textarea({ label: messages.words('more'), hint: messages.words('moreHint'), optional: true, max: 2000 }),
});
