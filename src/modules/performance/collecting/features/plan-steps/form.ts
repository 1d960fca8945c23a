import { choice, hidden, integer, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { stepStates } from '../../domain/plan-steps.ts';
import { files } from '../../../../../platform/forms/fields.ts';
import { messages as report } from '../report-result/messages.ts';
import { messages } from './messages.ts';

const label = messages.words;
export const monthKeys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

const planFields = {
  place: integer({ label: label('f_place'), min: 1, max: 99 }),
  title: text({ label: label('f_title'), min: 2, max: 500 }),
  byWhom: text({ label: label('f_byWhom'), hint: label('f_byWhomHint'), optional: true, max: 200 }),
  fromMonth: choice(monthKeys, { label: label('f_from'), optional: true }),
  toMonth: choice(monthKeys, { label: label('f_to'), optional: true }),
  plannedOn: thaiDate({ label: label('f_plannedOn'), hint: label('f_plannedOnHint'), optional: true }),
  weight: text({ label: label('f_weight'), hint: label('f_weightHint'), optional: true, max: 20 }),
};

export const newStepForm = defineForm(planFields);

export const stepForm = defineForm({
  rev: hidden({ max: 9 }),
  state: choice(stepStates, { label: label('f_state') }),
  doneOn: thaiDate({ label: label('f_doneOn'), optional: true }),
  reference: text({ label: label('f_reference'), optional: true, max: 300 }),
  proof: text({ label: label('f_proof'), hint: label('f_proofHint'), optional: true, max: 500 }),
  files: files({ label: report.words('f_files'), optional: true }),
  links: textarea({ label: report.words('f_links'), hint: report.words('f_linksHint'), optional: true, max: 4000, rows: 2 }),
  ...planFields,
  note: textarea({ label: label('f_note'), optional: true, max: 2000, rows: 2 }),
  why: text({ label: label('f_why'), hint: label('f_whyHint'), optional: true, max: 500 }),
});

export const removeStepForm = defineForm({ reason: text({ label: label('reason'), max: 500 }) });
