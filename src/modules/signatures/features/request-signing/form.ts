import { files, id, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { stepsField } from '../../requests/steps-form.tsx';
import { messages } from './messages.ts';

export const requestForm = defineForm({
  file: files({ label: messages.words('file'), hint: messages.words('fileHint'), accept: ['pdf'], maxFiles: 1 }),
  subject: text({ label: messages.words('subject'), max: 300 }),
  unit: id({ label: messages.words('unit') }),
  steps: stepsField,
});
