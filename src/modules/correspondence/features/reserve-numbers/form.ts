import { choice, id, integer, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { books } from '../../domain/kinds.ts';
import { numberMessages as messages } from '../../registers/messages.ts';

export const reserveForm = defineForm({
  book: choice(books, { label: messages.words('book') }),
  count: integer({ label: messages.words('count'), min: 1, max: 50 }),
  reason: textarea({ label: messages.words('reason'), max: 500, rows: 2 }),
  until: thaiDate({ label: messages.words('until'), hint: messages.words('untilHint'), optional: true }),
});

/** The columns of a letter made outside. */
export const handFields = {
  to: text({ label: messages.words('to'), max: 500 }),
  subject: textarea({ label: messages.words('subject'), max: 1000, rows: 2 }),
  action: text({ label: messages.words('action'), max: 500, optional: true }),
  remark: text({ label: messages.words('remark'), max: 500, optional: true }),
};

export const useByHandForm = defineForm(handFields);
export const useForDraftForm = defineForm({ draft: id({ label: messages.words('draft') }) });
export const giveUpForm = defineForm({ reason: textarea({ label: messages.words('reason'), max: 500, rows: 2 }) });
