import { choice, integer, text, textarea } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { messages as shared } from '../../messages.ts';
import { statedKinds } from '../../store/stated-results.ts';
import { messages } from './messages.ts';

export const statedForm = defineForm({
  year: integer({ label: shared.words('year'), min: 2540, max: 2700 }),
  kind: choice(statedKinds, { label: messages.words('kind') }),
  subject: text({ label: messages.words('subject'), hint: messages.words('subjectHint'), optional: true, max: 200 }),
  score: text({ label: messages.words('score'), optional: true, max: 30 }),
  best: text({ label: messages.words('best'), hint: messages.words('bestHint'), optional: true, max: 30 }),
  grade: text({ label: messages.words('grade'), optional: true, max: 100 }),
  words: textarea({ label: messages.words('words'), optional: true, max: 1000 }),
  source: text({ label: messages.words('source'), hint: messages.words('sourceHint'), min: 3, max: 300 }),
});
