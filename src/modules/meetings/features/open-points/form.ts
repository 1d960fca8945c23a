import { choice, defineForm, id, text, textarea } from '../../form-fields.ts';
import { sectionKinds } from '../../domain/minutes-document.ts';
import { messages } from './messages.ts';

export const carryForm = defineForm({
  meeting: id({ label: messages.words('meeting') }),
  section: choice(sectionKinds, { label: messages.words('section') }),
  title: text({ label: messages.words('itemTitle'), max: 1000 }),
});

export const closeForm = defineForm({ reason: textarea({ label: messages.words('closeReason'), max: 2000 }) });
