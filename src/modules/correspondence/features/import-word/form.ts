import { files, id } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const importWordForm = defineForm({
  fromUnit: id({ label: messages.words('fromUnit') }),
  file: files({ label: messages.words('file'), hint: messages.words('fileHint'), accept: ['docx'], maxFiles: 1 }),
});
