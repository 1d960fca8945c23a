import { choice, files, hidden, id, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { riskStates } from '../../store/notes.ts';
import { messages } from './messages.ts';

const label = messages.words;
const grades = ['1', '2', '3'] as const;

export const riskForm = defineForm({
  rev: hidden({ max: 10, optional: true }),
  risk: textarea({ label: label('risk'), max: 2000, rows: 2 }),
  chance: choice(grades, { label: label('chance') }),
  effect: choice(grades, { label: label('effect') }),
  answer: textarea({ label: label('answer'), max: 2000, rows: 2, optional: true }),
  owner: id({ label: label('owner'), optional: true }),
  state: choice(riskStates, { label: label('state') }),
});
export const reportForm = defineForm({
  title: text({ label: label('report'), min: 2, max: 500 }),
  reference: text({ label: label('reference'), max: 200, optional: true }),
  sentOn: thaiDate({ label: label('sentOn') }),
  reported: textarea({ label: label('reported'), max: 5000, rows: 3 }),
  href: text({ label: label('address'), hint: label('addressHint'), max: 500, optional: true }),
  files: files({ label: label('files'), hint: label('filesHint'), optional: true }),
});
export const withdrawForm = defineForm({ reason: text({ label: label('why'), min: 3, max: 1000 }) });
export const cannotForm = defineForm({
  unit: id({ label: label('forUnit') }),
  what: text({ label: label('what'), min: 2, max: 1000 }),
  reason: textarea({ label: label('reason'), max: 3000, rows: 3 }),
});
export const answerForm = defineForm({ answer: textarea({ label: label('giveAnswer'), max: 3000, rows: 2 }) });
export const evidenceForm = defineForm({
  files: files({ label: label('evidenceFiles'), optional: true }),
  links: textarea({ label: label('links'), hint: label('linksHint'), max: 4000, rows: 2, optional: true }),
  note: text({ label: label('note'), max: 300, optional: true }),
});
