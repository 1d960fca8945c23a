import { choice, defineForm, text, thaiDate } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const certifyForm = defineForm({
  meeting: text({ label: messages.words('where'), max: 12 }),
  on: thaiDate({ label: messages.words('on') }),
  reference: text({ label: messages.words('reference'), hint: messages.words('referenceHint'), max: 500 }),
});

// The choices depend on the committee, so the select is drawn from a field of no fixed values.
export const whereField = choice(['same', 'other'] as const, { label: messages.words('where') });
