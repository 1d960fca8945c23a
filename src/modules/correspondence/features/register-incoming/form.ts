import { checkbox, choice, files, id, ids, text, textarea, thaiDate, time } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { secrecies, urgencies } from '../../domain/kinds.ts';
import { channels } from '../../domain/received.ts';
import { messages } from './messages.ts';

export const registerForm = defineForm({
  unit: id({ label: messages.words('unit') }),
  channel: choice(channels, { label: messages.words('channel') }),
  from: text({ label: messages.words('from'), hint: messages.words('fromHint'), max: 300 }),
  reference: text({ label: messages.words('reference'), hint: messages.words('referenceHint'), optional: true, max: 120 }),
  letterDate: thaiDate({ label: messages.words('letterDate'), optional: true }),
  to: text({ label: messages.words('to'), optional: true, max: 300 }),
  subject: text({ label: messages.words('subject'), max: 500 }),
  enclosures: text({ label: messages.words('enclosures'), optional: true, max: 500 }),
  urgency: choice(urgencies, { label: messages.words('urgency') }),
  beforeDate: thaiDate({ label: messages.words('beforeDate'), hint: messages.words('beforeHint'), optional: true }),
  beforeTime: time({ label: messages.words('beforeTime'), optional: true }),
  secrecy: choice(secrecies, { label: messages.words('secrecy') }),
  receivedOn: thaiDate({ label: messages.words('receivedOn') }),
  receivedTime: time({ label: messages.words('receivedTime') }),
  files: files({ label: messages.words('files'), hint: messages.words('filesHint'), optional: true }),
  kept: ids({ label: messages.words('kept'), optional: true }),
  remark: textarea({ label: messages.words('remark'), optional: true, max: 1000, rows: 2 }),
  letter: id({ label: messages.words('letterOfHouse'), optional: true }),
  confirmed: checkbox({ label: messages.words('confirmed') }),
});

export const scanForm = defineForm({ scans: files({ label: messages.words('files'), hint: messages.words('filesHint') }) });
