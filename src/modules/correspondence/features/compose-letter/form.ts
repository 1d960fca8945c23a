import { checkbox, choice, files, hidden, id, ids, rows, text, textarea, thaiDate, time } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { formKeys } from '../../domain/forms.ts';
import { secrecies, urgencies } from '../../domain/kinds.ts';
import { fieldNames } from '../../field-names.ts';
import { channels } from '../../domain/letter.ts';
import { messages as orderMessages } from '../../orders/messages.ts';
import { messages as templateMessages } from '../keep-templates/messages.ts';
import { messages } from './messages.ts';

/** One addressee outside the house. */
export const outsideFields = {
  name: text({ label: messages.words('outsideName'), optional: true, max: 500 }),
  address: text({ label: messages.words('outsideAddress'), optional: true, max: 500 }),
} as const;

const list = (label: keyof typeof fieldNames, rows: number) => textarea({ label: fieldNames[label], hint: messages.words('onePerLine'), optional: true, max: 5000, rows });

/** What is typed for a letter of any form; a form shows only its own fields. A circular when `form` is left out. Whether it is complete is asked only when it is issued. */
export const composeForm = defineForm({
  form: choice(formKeys, { label: messages.words('form'), optional: true }),
  /** Version that the writer saw: one typed on an older version never overwrites. */
  base: hidden({ optional: true, max: 9 }),
  template: hidden({ optional: true, max: 15 }),
  salutation: text({ label: messages.words('salutation'), hint: messages.words('salutationHint'), optional: true, max: 200 }),
  secrecy: choice(secrecies, { label: messages.words('secrecy'), hint: messages.words('secrecyHint'), optional: true }),
  urgentDay: thaiDate({ label: messages.words('urgentDay'), hint: messages.words('urgentDayHint'), optional: true }),
  urgentTime: time({ label: messages.words('urgentTime'), optional: true }),
  agency: list('agency', 3),
  outside: rows(outsideFields, { label: fieldNames.outside, optional: true }),
  refLetters: ids({ label: messages.words('refLetters'), optional: true }),
  references: list('references', 2),
  enclosed: list('enclosed', 2),
  closing: text({ label: fieldNames.closing, hint: messages.words('closingHint'), optional: true, max: 500 }),
  ownerUnit: text({ label: fieldNames.ownerUnit, optional: true, max: 500 }),
  contacts: list('contacts', 2),
  copies: list('copies', 2),
  issuer: text({ label: fieldNames.issuer, optional: true, max: 500 }),
  effective: text({ label: fieldNames.effective, hint: messages.words('effectiveHint'), optional: true, max: 1000 }),
  cancels: textarea({ label: fieldNames.cancels, hint: orderMessages.words('effectsHint'), optional: true, max: 1000, rows: 2 }),
  amends: textarea({ label: fieldNames.amends, hint: orderMessages.words('effectsHint'), optional: true, max: 1000, rows: 2 }),
  edition: text({ label: fieldNames.edition, hint: messages.words('editionHint'), optional: true, max: 20 }),
  holder: text({ label: fieldNames.holder, optional: true, max: 500 }),
  fromUnit: id({ label: messages.words('fromUnit') }),
  signer: id({ label: messages.words('signer'), optional: true }),
  certificate: checkbox({ label: messages.words('certificate'), hint: messages.words('certificateHint') }),
  subject: text({ label: messages.words('subject'), max: 500 }),
  body: textarea({ label: messages.words('body'), hint: messages.words('bodyHint'), optional: true, max: 60_000, rows: 12 }),
  urgency: choice(urgencies, { label: messages.words('urgency') }),
  respondBy: thaiDate({ label: messages.words('respondBy'), hint: messages.words('respondByHint'), optional: true }),
  allUnits: checkbox({ label: messages.words('allUnits') }),
  groups: ids({ label: messages.words('groups'), optional: true }),
  units: ids({ label: messages.words('units'), optional: true }),
  positions: ids({ label: messages.words('positions'), optional: true }),
  committees: ids({ label: messages.words('committees'), optional: true }),
  circulate: checkbox({ label: messages.words('circulate'), hint: messages.words('circulateHint') }),
  toText: text({ label: messages.words('toText'), hint: messages.words('toTextHint'), optional: true, max: 500 }),
  keepFiles: ids({ label: messages.words('keepFiles'), optional: true }),
  newFiles: files({ label: messages.words('files'), optional: true }),
});

/** The last press: how it leaves for those outside the house. */
export const issueForm = defineForm({ channel: choice(channels, { label: messages.words('channel'), optional: true }) });

export const saveTemplateForm = defineForm({ name: text({ label: templateMessages.words('name'), max: 200 }) });
