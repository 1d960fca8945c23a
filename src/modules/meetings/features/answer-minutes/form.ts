import { choice, defineForm, hidden, id, text, textarea } from '../../form-fields.ts';
import { suggestionKinds, suggestionMessages } from '../../circulation/suggestions.ts';
import { messages } from './messages.ts';

export const answers = ['certified', 'certified-with-corrections'] as const;

export const answerForm = defineForm({
  answer: choice(answers, { label: messages.words('yourAnswer') }),
  remarks: textarea({ label: messages.words('remarks'), optional: true, max: 5000 }),
});

/** What has been filled in so far; nothing is required. */
export const draftForm = defineForm({
  answer: choice(answers, { label: messages.words('yourAnswer'), optional: true }),
  remarks: textarea({ label: messages.words('remarks'), optional: true, max: 5000 }),
});

export const suggestionForm = defineForm({
  lineId: hidden({ max: 100 }),
  field: hidden({ max: 200 }),
  kind: choice(suggestionKinds, { label: suggestionMessages.words('kind') }),
  text: textarea({ label: suggestionMessages.words('text'), hint: suggestionMessages.words('textHint'), optional: true, max: 10_000 }),
  reason: text({ label: suggestionMessages.words('reason'), hint: suggestionMessages.words('reasonHint'), optional: true, max: 1000 }),
  /** The suggestion that is reworded. */
  suggestion: id({ label: suggestionMessages.words('kind'), optional: true }),
});
