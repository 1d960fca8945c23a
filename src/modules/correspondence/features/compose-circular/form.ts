import { checkbox, choice, files, id, ids, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { urgencies } from '../../domain/kinds.ts';
import { messages } from './messages.ts';

/** What is typed for a circular; whether it is complete is asked only when it is issued. */
export const composeForm = defineForm({
  fromUnit: id({ label: messages.words('fromUnit') }),
  signer: id({ label: messages.words('signer'), optional: true }),
  subject: text({ label: messages.words('subject'), max: 500 }),
  body: textarea({ label: messages.words('body'), hint: messages.words('bodyHint'), optional: true, max: 60_000, rows: 12 }),
  urgency: choice(urgencies, { label: messages.words('urgency') }),
  respondBy: thaiDate({ label: messages.words('respondBy'), hint: messages.words('respondByHint'), optional: true }),
  allUnits: checkbox({ label: messages.words('allUnits') }),
  groups: ids({ label: messages.words('groups'), optional: true }),
  units: ids({ label: messages.words('units'), optional: true }),
  positions: ids({ label: messages.words('positions'), optional: true }),
  committees: ids({ label: messages.words('committees'), optional: true }),
  toText: text({ label: messages.words('toText'), hint: messages.words('toTextHint'), optional: true, max: 500 }),
  keepFiles: ids({ label: messages.words('keepFiles'), optional: true }),
  newFiles: files({ label: messages.words('files'), optional: true }),
});
