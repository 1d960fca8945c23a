import { choice, files, id } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { formKeys } from '../../domain/forms.ts';
import { messages } from './messages.ts';

export const importWordForm = defineForm({
  fromUnit: id({ label: messages.words('fromUnit') }),
  form: choice(formKeys, { label: messages.words('form'), hint: messages.words('formHint'), optional: true }),
  file: files({ label: messages.words('file'), hint: messages.words('fileHint'), accept: ['docx'], maxFiles: 1 }),
});
