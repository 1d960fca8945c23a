import { text, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

const label = messages.words('settings.value');

/** One line for a number, many for a list; what they may hold the setting itself says. */
export const numberForm = defineForm({ value: text({ label, max: 20 }) });
export const listForm = defineForm({ value: textarea({ label, max: 50_000, optional: true }) });
