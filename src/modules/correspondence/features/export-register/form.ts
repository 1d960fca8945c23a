import { id, integer } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages as shared } from '../../messages.ts';
import { exportMessages as messages } from './messages.ts';

export const exportForm = defineForm({
  unit: id({ label: shared.words('unit') }),
  year: integer({ label: messages.words('year'), hint: messages.words('yearHint'), min: 2400, max: 2700 }),
});
