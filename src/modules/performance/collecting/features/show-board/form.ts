import { checkbox, hidden, ids, text, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

const label = messages.words;

export const pickForm = defineForm({ picked: ids({ label: shared.words('indicator'), optional: true }) });
export const dueForm = defineForm({
  rev: hidden({ max: 9 }),
  dueOn: thaiDate({ label: label('f_dueOn') }),
  sure: checkbox({ label: label('f_sure') }),
  note: text({ label: label('f_note'), max: 500 }),
});
