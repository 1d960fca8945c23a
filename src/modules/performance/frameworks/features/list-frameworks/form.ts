import { integer } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages as shared } from '../../messages.ts';

export const bringForm = defineForm({ year: integer({ label: shared.words('year'), min: 2540, max: 2700 }) });
