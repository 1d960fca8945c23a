import { choice, id, ids, text } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { purposes } from '../../domain/received.ts';
import { messages } from './messages.ts';

const letters = ids({ label: messages.words('letters') });
const note = text({ label: messages.words('note'), optional: true, max: 1000 });

export const bulkProposeForm = defineForm({ letters, position: id({ label: messages.words('position') }), purpose: choice(purposes, { label: messages.words('purpose') }), note });
export const bulkAssignForm = defineForm({ letters, units: ids({ label: messages.words('units'), optional: true }), people: ids({ label: messages.words('people'), optional: true }), note });
export const bulkNotedForm = defineForm({ letters, note });
