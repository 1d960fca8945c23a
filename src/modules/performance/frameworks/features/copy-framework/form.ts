import { choice, id, integer } from '../../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../../platform/forms/form.ts';
import { agencyKinds } from '../../domain/agency.ts';
import { messages as shared } from '../../messages.ts';
import { messages } from './messages.ts';

export const copyForm = defineForm({
  /** Empty: from nothing. */
  from: id({ label: messages.words('from'), optional: true }),
  year: integer({ label: shared.words('year'), hint: messages.words('yearHint'), min: 2540, max: 2700 }),
  agency: choice(agencyKinds, { label: shared.words('agency') }),
  take: choice(['all', 'structure'], { label: messages.words('take') }),
});
