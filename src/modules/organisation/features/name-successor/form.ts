import { id, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { m } from './messages.ts';

/** Fields of the form by which a unit is ended. */
export const successorFields = {
  successor: id({ label: m.words('successor'), hint: m.words('successorHint'), optional: true }),
  order: text({ label: m.words('order'), hint: m.words('orderWithSuccessorHint'), min: 3, max: 300, optional: true }),
};

export const nameSuccessorForm = defineForm({
  successor: id({ label: m.words('successor') }),
  fromDay: thaiDate({ label: m.words('fromDay') }),
  order: text({ label: m.words('order'), hint: m.words('orderHint'), min: 3, max: 300 }),
  reason: text({ label: m.words('reason'), max: 300, optional: true }),
});

export const removeSuccessorForm = defineForm({ reason: text({ label: m.words('removeReason'), min: 3, max: 300 }) });
