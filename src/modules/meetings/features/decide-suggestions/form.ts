import { choice, defineForm, hidden, rows, text, textarea } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const outcomes = ['accept', 'decline'] as const;

/** One row for each suggestion, by its place in the list. */
export const decisionFields = {
  suggestion: hidden(),
  outcome: choice(outcomes, { label: messages.words('outcome'), optional: true }),
  reason: text({ label: messages.words('reason'), optional: true, max: 1000 }),
  proposed: textarea({ label: messages.words('wording'), optional: true, max: 10_000 }),
};

export const decideForm = defineForm({ decisions: rows(decisionFields, { label: messages.words('title') }) });
