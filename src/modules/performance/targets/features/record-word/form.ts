import { checkbox, choice, integer, text, textarea, thaiDate } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { authorities, grounds, stages } from '../../domain/stages.ts';
import { ladderFields } from '../../ladder-fields.tsx';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

/** The one-press repair: a reversed ladder turned round, a weight as the check says. */
export const repairs = ['all'] as const;

export const wordForm = defineForm({
  stage: choice(stages, { label: shared.words('stage') }),
  authority: choice(authorities, { label: shared.words('authority') }),
  ...ladderFields,
  weight: text({ label: shared.words('weight'), hint: messages.words('weightHint'), max: 30, optional: true }),
  weightGround: choice(grounds, { label: messages.words('weightGround'), optional: true }),
  reason: textarea({ label: shared.words('reason'), hint: messages.words('reasonHint'), max: 3000, rows: 3 }),
  decidedOn: thaiDate({ label: messages.words('decidedOn') }),
  reference: text({ label: shared.words('reference'), hint: messages.words('referenceHint'), max: 300, optional: true }),
  letter: text({ label: shared.words('letter'), hint: shared.words('letterHint'), max: 300, optional: true }),
  yearSaid: integer({ label: messages.words('yearSaid'), hint: messages.words('yearSaidHint'), min: 2540, max: 2700, optional: true }),
  sure: checkbox({ label: messages.words('sure') }),
  repair: choice(repairs, { label: messages.words('repair'), optional: true }),
});
