import { files, text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

const words = textarea({ label: messages.words('words'), hint: messages.words('words.hint'), max: 2_000 });
const note = text({ label: messages.words('note'), max: 300, optional: true });

export const sameForm = defineForm({ words, note });
export const wordForm = defineForm({ words: text({ label: messages.words('words'), max: 100 }), note });
export const removeForm = defineForm({});
export const fileForm = defineForm({ file: files({ label: messages.words('file.file'), hint: messages.words('file.hint'), maxFiles: 1 }) });
export const importForm = defineForm({ rows: textarea({ label: messages.words('rows'), max: 500_000 }) });
