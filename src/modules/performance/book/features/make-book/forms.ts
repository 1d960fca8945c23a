import { choice } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages } from '../../messages.ts';

/** Months of the fiscal year after which a framework may report. */
const months = Array.from({ length: 12 }, (_, at) => String(at + 1)) as [string, ...string[]];

export const makeBookForm = defineForm({ month: choice(months, { label: messages.words('month') }) });
