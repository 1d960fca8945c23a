import { choice, id, ids, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

export const planForm = defineForm({
  stage: choice(['1', '2', '3', '4'], { label: shared.words('stage') }),
  unit: id({ label: messages.words('unit'), optional: true }),
  month: thaiDate({ label: messages.words('month'), hint: messages.words('monthHint') }),
  lead: id({ label: messages.words('lead') }),
  support: ids({ label: messages.words('support'), optional: true }),
  note: textarea({ label: shared.words('note'), max: 1000, rows: 2, optional: true }),
});
