import { textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const removalForm = defineForm({ reason: textarea({ label: m.words('reason'), hint: m.words('reasonHint'), max: 500 }) });
