import { choice, files, id, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { actingKinds } from '../../domain/acting.ts';
import { m } from './messages.ts';

export const actingForm = defineForm({
  kind: choice(actingKinds, { label: m.words('kind') }),
  positionId: id({ label: m.words('position') }),
  personId: id({ label: m.words('person') }),
  committeeId: id({ label: m.words('committee'), hint: m.words('committeeHint'), optional: true }),
  reason: text({ label: m.words('reason'), hint: m.words('reasonHint'), min: 2, max: 500 }),
  validFrom: thaiDate({ label: m.words('from') }),
  validTo: thaiDate({ label: m.words('to'), hint: m.words('toHint'), optional: true }),
  orderNumber: text({ label: m.words('orderNumber'), max: 60, optional: true }),
  orderDate: thaiDate({ label: m.words('orderDate'), optional: true }),
  powers: textarea({ label: m.words('powers'), hint: m.words('powersHint'), max: 2000, optional: true }),
  orderFile: files({ label: m.words('file'), optional: true, maxFiles: 1 }),
});

export const endActingForm = defineForm({ reason: text({ label: m.words('endReason'), min: 2, max: 300 }) });
