import { id, ids, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const passOnForm = defineForm({
  from: id({ label: messages.words('from') }),
  people: ids({ label: messages.words('people') }),
  instruction: textarea({ label: messages.words('instruction'), hint: messages.words('instructionHint'), optional: true, max: 500, rows: 2 }),
});
