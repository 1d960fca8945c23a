import { checkbox, choice, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

const label = messages.words;
export const roundKeys = ['form', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

export const roundForm = defineForm({
  round: choice(roundKeys, { label: label('f_round') }),
  dueOn: thaiDate({ label: label('f_dueOn'), hint: label('f_dueOnHint') }),
  sure: checkbox({ label: label('f_sure') }),
  note: textarea({ label: label('f_note'), optional: true, max: 2000, rows: 3 }),
});
