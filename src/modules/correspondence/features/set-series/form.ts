import { choice, integer, textarea } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { books } from '../../domain/kinds.ts';
import { incomingBooks } from '../../domain/register-columns.ts';
import { messages } from './messages.ts';

const reason = textarea({ label: messages.words('reason'), max: 500, rows: 2 });

export const circularSeriesForm = defineForm({
  circularSeries: choice(['own', 'shared'], { label: messages.words('circularSeries') }),
  fromYear: integer({ label: messages.words('fromYear'), hint: messages.words('fromYearHint'), min: 2400, max: 2700 }),
  reason,
});

export const startForm = defineForm({
  book: choice([...books, ...incomingBooks], { label: messages.words('book') }),
  next: integer({ label: messages.words('next'), min: 2, max: 999_999 }),
  reason,
});
