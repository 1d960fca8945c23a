import { hidden, id, rows, text } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

/** Values come along from the page; `scenario` and `rev` where one that is open is saved over. */
export const scenarioForm = defineForm({
  name: text({ label: messages.words('name'), min: 2, max: 120 }),
  unit: id({ label: messages.words('unit') }),
  scenario: hidden({ optional: true, max: 12 }),
  rev: hidden({ optional: true, max: 12 }),
  lines: rows({ key: text({ label: shared.words('indicator'), max: 20 }), value: text({ label: messages.words('tried'), max: 40 }) }, { label: messages.words('tried'), optional: true }),
});
