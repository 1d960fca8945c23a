import { fileContent } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { largestFile } from '../../domain/file.ts';
import { messages } from './messages.ts';

export const importForm = defineForm({ file: fileContent({ label: messages.words('file'), hint: messages.words('fileHint'), maxBytes: largestFile, accept: '.json' }) });
