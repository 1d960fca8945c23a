import { ids, text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const shareForm = defineForm({ units: ids({ label: messages.words('units'), optional: true }) });
export const commentForm = defineForm({
  quote: text({ label: messages.words('quote'), optional: true, max: 500 }),
  words: textarea({ label: messages.words('words'), max: 4000, rows: 3 }),
});
