import { checkbox, files, hidden, integer, rows, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import type { SubmissionStep } from '../../domain/submission-state.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

const label = messages.words;

/** Every way of measuring takes its own of these; what it does not ask for is left alone. */
export const valueForm = defineForm({
  value: text({ label: label('f_value'), optional: true, max: 60 }),
  sure: checkbox({ label: label('f_sure') }),
  asOf: thaiDate({ label: label('f_asOf') }),
  group: text({ label: label('f_group'), optional: true, max: 60 }),
  source: text({ label: label('f_source'), hint: label('f_sourceHint'), optional: true, max: 300 }),
  lines: rows({
    group: text({ label: label('f_lineGroup'), max: 200 }),
    level: text({ label: label('f_lineLevel'), max: 100 }),
    yes: integer({ label: label('f_lineYes'), max: 100_000_000 }),
    asked: integer({ label: label('f_lineAsked'), max: 100_000_000 }),
  }, { label: label('f_lines'), optional: true }),
  method: textarea({ label: label('f_method'), hint: label('f_methodHint'), optional: true, max: 1000, rows: 2 }),
  newUsers: integer({ label: label('f_newUsers'), optional: true }),
  renewals: integer({ label: label('f_renewals'), optional: true }),
  satisfaction: text({ label: label('f_satisfaction'), optional: true, max: 20 }),
  note: textarea({ label: label('f_note'), optional: true, max: 3000, rows: 2 }),
});

export const withdrawForm = defineForm({ note: text({ label: label('reason'), max: 500 }) });

export const cardForm = defineForm({
  rev: hidden({ max: 9 }),
  achieved: textarea({ label: shared.words('card.achieved'), optional: true, max: 10_000 }),
  measures: textarea({ label: shared.words('card.measures'), optional: true, max: 10_000 }),
  factors: textarea({ label: shared.words('card.factors'), optional: true, max: 10_000 }),
  obstacles: textarea({ label: shared.words('card.obstacles'), optional: true, max: 10_000 }),
  suggestions: textarea({ label: shared.words('card.suggestions'), optional: true, max: 10_000 }),
});

export const evidenceForm = defineForm({
  files: files({ label: label('f_files'), optional: true }),
  links: textarea({ label: label('f_links'), hint: label('f_linksHint'), optional: true, max: 4000, rows: 2 }),
});

export const optionalNoteForm = defineForm({ note: text({ label: label('message'), optional: true, max: 500 }) });
export const remarkForm = defineForm({ note: textarea({ label: label('remark'), max: 2000, rows: 3 }) });
export const reasonForm = defineForm({ note: text({ label: label('reason'), max: 500 }) });

/** What a step asks for; confirmation is of the whole round and has its own button at the board. */
export const stepForms = {
  submit: optionalNoteForm, 'take-back': optionalNoteForm, return: remarkForm, approve: optionalNoteForm, reopen: reasonForm, 'reopen-confirmed': reasonForm,
} as const satisfies Partial<Record<SubmissionStep, unknown>>;
export type PageStep = keyof typeof stepForms;
