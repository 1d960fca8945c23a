import { id, ids, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

export const createTaskForm = defineForm({
  title: text({ label: messages.words('field.title'), max: 300 }),
  detail: textarea({ label: messages.words('field.detail'), optional: true, max: 5000 }),
  owners: ids({ label: messages.words('field.owners'), hint: messages.words('create.hint.owners') }),
  dueOn: thaiDate({ label: messages.words('tasks.due'), hint: messages.words('field.due.hint'), optional: true }),
  committee: id({ label: messages.words('create.committee'), optional: true }),
});
