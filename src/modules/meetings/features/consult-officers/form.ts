import { checkbox, defineForm, ids, text, textarea } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const consultForm = defineForm({
  people: ids({ label: messages.words('people'), optional: true }),
  others: text({ label: messages.words('others'), hint: messages.words('othersHint'), optional: true }),
  note: textarea({ label: messages.words('note'), hint: messages.words('noteHint'), optional: true, max: 1000 }),
});

export const remarkForm = defineForm({
  remark: textarea({ label: messages.words('remark'), optional: true, max: 5000 }),
  nothing: checkbox({ label: messages.words('nothing') }),
});
