import { choice, integer, text, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { parameterNames } from '../../store/savings.ts';
import { messages } from './messages.ts';

export const parameterForm = defineForm({
  name: choice(parameterNames, { label: messages.words('name') }),
  value: integer({ label: messages.words('value'), hint: messages.words('satangHint'), max: 2_000_000_000 }),
  from: thaiDate({ label: messages.words('from') }),
  source: text({ label: messages.words('source'), hint: messages.words('sourceHint'), min: 3, max: 500 }),
});
