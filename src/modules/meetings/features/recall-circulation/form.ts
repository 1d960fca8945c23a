import { defineForm, textarea } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const recallForm = defineForm({ reason: textarea({ label: messages.words('reason'), max: 1000 }) });
