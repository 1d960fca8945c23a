import { integer, text } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const freezeForm = defineForm({
  month: integer({ label: messages.words('monthField'), min: 1, max: 12 }),
  reason: text({ label: messages.words('reasonField'), hint: messages.words('reasonHint'), min: 3, max: 500 }),
});

export const publishForm = defineForm({
  note: text({ label: messages.words('noteField'), hint: messages.words('noteHint'), optional: true, max: 500 }),
});
