import { choice, defineForm, text } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const replyForm = defineForm({
  reply: choice(['coming', 'representative', 'not-coming'], { label: messages.words('reply') }),
  representative: text({ label: messages.words('who'), hint: messages.words('whoHint'), optional: true, max: 200 }),
  position: text({ label: messages.words('position'), optional: true, max: 300 }),
  reason: text({ label: messages.words('reason'), optional: true, max: 500 }),
});
