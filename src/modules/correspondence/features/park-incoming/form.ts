import { id } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { messages } from './messages.ts';

export const rerouteForm = defineForm({ position: id({ label: messages.words('position') }) });
export const rerouteUnitForm = defineForm({ unit: id({ label: messages.words('unit') }) });
