import { files, ids, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

const label = messages.words;

export const progressForm = defineForm({ note: textarea({ label: label('field.progress'), max: 2000 }) });
export const reportForm = defineForm({
  note: textarea({ label: label('field.result'), max: 4000 }),
  files: files({ label: label('field.files'), hint: label('field.files.hint'), optional: true }),
  links: textarea({ label: label('field.links'), hint: label('field.links.hint'), optional: true, max: 4000, rows: 2 }),
});
export const takeBackForm = defineForm({ note: text({ label: label('field.takeBack'), optional: true, max: 500 }) });
export const withdrawForm = defineForm({ reason: text({ label: label('field.withdraw'), max: 500 }) });
export const passOnForm = defineForm({
  officers: ids({ label: label('field.officers') }),
  note: text({ label: label('field.note'), optional: true, max: 500 }),
});
export const closeForm = defineForm({ note: text({ label: label('field.noEvidence'), optional: true, max: 500 }) });
export const returnForm = defineForm({ note: textarea({ label: label('field.remarks'), max: 2000 }) });
export const changeDueForm = defineForm({
  dueOn: thaiDate({ label: label('field.due'), hint: label('field.due.hint') }),
  note: text({ label: label('field.reason'), max: 500 }),
});
export const cancelForm = defineForm({ note: text({ label: label('field.reason'), max: 500 }) });
export const reopenForm = defineForm({ note: text({ label: label('field.reason'), max: 500 }) });
