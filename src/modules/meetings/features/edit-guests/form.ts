import { defineForm, ids } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const addGuestsForm = defineForm({ people: ids({ label: messages.words('choose') }) });
