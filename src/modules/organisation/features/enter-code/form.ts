import { text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const codeForm = defineForm({ code: text({ label: m.words('code'), hint: m.words('codeHint'), max: 20, autoComplete: 'one-time-code' }) });

export const recoveryForm = defineForm({ recovery: text({ label: m.words('recovery'), hint: m.words('recoveryHint'), max: 60 }) });
