import { choice, defineForm, id, textarea } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const signForm = defineForm({
  who: choice(['drafter', 'checker'], { label: messages.words('title') }),
  position: id({ label: messages.words('position') }),
});

export const undoForm = defineForm({
  who: choice(['drafter', 'checker'], { label: messages.words('title') }),
  reason: textarea({ label: messages.words('undoReason'), max: 1000 }),
});
