import { checkbox, text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const misspellingForm = defineForm({
  wrong: text({ label: messages.words('wrong'), min: 2, max: 100 }),
  right: text({ label: messages.words('right'), max: 100 }),
  context: textarea({ label: messages.words('context'), hint: messages.words('contextHint'), optional: true, max: 2000, rows: 3 }),
  note: text({ label: messages.words('note'), optional: true, max: 300 }),
  active: checkbox({ label: messages.words('active') }),
});
