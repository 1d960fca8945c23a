import { text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

export const nationalIdForm = defineForm({ nationalId: text({ label: m.words('label'), hint: m.words('hint'), max: 40 }) });
