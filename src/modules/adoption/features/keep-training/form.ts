import { files } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const trainingForm = defineForm({ file: files({ label: messages.words('file'), hint: messages.words('fileHint'), accept: ['xlsx', 'csv'], maxFiles: 1 }) });
