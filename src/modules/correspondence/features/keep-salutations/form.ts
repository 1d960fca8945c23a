import { checkbox, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const salutationForm = defineForm({
  addresseeClass: text({ label: messages.words('addresseeClass'), hint: messages.words('addresseeClassHint'), max: 300 }),
  posts: textarea({ label: messages.words('posts'), hint: messages.words('postsHint'), optional: true, max: 8000, rows: 6 }),
  salutation: text({ label: messages.words('salutation'), max: 200 }),
  readerPronoun: text({ label: messages.words('readerPronoun'), optional: true, max: 200 }),
  writerPronoun: text({ label: messages.words('writerPronoun'), optional: true, max: 200 }),
  closing: text({ label: messages.words('closing'), optional: true, max: 200 }),
  envelope: text({ label: messages.words('envelope'), optional: true, max: 200 }),
  source: text({ label: messages.words('source'), optional: true, max: 300 }),
  uncertain: checkbox({ label: messages.words('uncertain') }),
  validFrom: thaiDate({ label: messages.words('validFrom'), hint: messages.words('validFromHint') }),
  validTo: thaiDate({ label: messages.words('validTo'), optional: true }),
});
