import { messages as shared } from '../../messages.ts';
import { defineForm, textarea, thaiDate, time } from '../../form-fields.ts';
import { detailFields } from '../plan-meeting/form.ts';
import { messages as plan } from '../plan-meeting/messages.ts';
import { messages } from './messages.ts';

export const editForm = defineForm(detailFields);

export const postponeForm = defineForm({
  heldOn: thaiDate({ label: messages.words('newDate') }),
  startsAt: time({ label: plan.words('starts') }),
  endsAt: time({ label: plan.words('ends') }),
  reason: textarea({ label: shared.words('reason'), hint: messages.words('reasonHint'), max: 1000 }),
});

export const cancelForm = defineForm({
  reason: textarea({ label: shared.words('reason'), hint: messages.words('reasonHint'), max: 1000 }),
});
