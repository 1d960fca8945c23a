import { textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const reasonForm = defineForm({
  reason: textarea({ label: messages.words('reason'), hint: messages.words('reasonHint'), max: 1000, rows: 2 }),
});
