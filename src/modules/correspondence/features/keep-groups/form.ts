import { checkbox, id, ids, text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const groupForm = defineForm({
  unit: id({ label: messages.words('unit') }),
  name: text({ label: messages.words('name'), hint: messages.words('nameHint'), max: 120 }),
  units: ids({ label: messages.words('units'), optional: true }),
  positions: ids({ label: messages.words('positions'), optional: true }),
  people: textarea({ label: messages.words('people'), hint: messages.words('peopleHint'), optional: true, max: 20_000, rows: 3 }),
  active: checkbox({ label: messages.words('active') }),
});
