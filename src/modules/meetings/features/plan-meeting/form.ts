import { choices, defineForm, id, integer, text, thaiDate, time } from '../../form-fields.ts';
import { sectionKinds } from '../../domain/minutes-document.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

/** Fields of a plan that can still be changed later. */
export const detailFields = {
  title: text({ label: messages.words('titleLabel'), hint: messages.words('titleHint'), max: 400 }),
  startsAt: time({ label: messages.words('starts') }),
  endsAt: time({ label: messages.words('ends') }),
  place: text({ label: messages.words('place'), hint: messages.words('placeHint'), optional: true, max: 300 }),
  link: text({ label: messages.words('link'), hint: messages.words('linkHint'), optional: true, max: 500 }),
  fiscalYear: integer({ label: messages.words('fiscalYear'), hint: messages.words('fiscalYearHint'), optional: true, min: 2475, max: 2743 }),
} as const;

export const planForm = defineForm({
  committeeId: id({ label: shared.words('committee') }),
  heldOn: thaiDate({ label: messages.words('date') }),
  ...detailFields,
  number: integer({ label: messages.words('number'), hint: messages.words('numberHint'), optional: true, min: 1, max: 999 }),
  sections: choices(sectionKinds, { label: messages.words('sections'), hint: messages.words('sectionsHint') }),
});
