import { checkbox, choice, hidden, id, ids, text, thaiDate, time } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { purposes, verdicts } from '../../domain/received.ts';
import { messages } from './messages.ts';

/** How many steps the page showed: who was overtaken meanwhile is told. */
const seen = hidden({ optional: true, max: 6 });
const note = text({ label: messages.words('note'), hint: messages.words('noteHint'), optional: true, max: 1000 });
const reason = text({ label: messages.words('reason'), max: 1000 });
const giving = {
  units: ids({ label: messages.words('units'), optional: true }),
  people: ids({ label: messages.words('people'), optional: true }),
  sequence: checkbox({ label: messages.words('sequence'), hint: messages.words('sequenceHint') }),
  turns: text({ label: messages.words('turns'), hint: messages.words('turnsHint'), optional: true, max: 500 }),
  dueDate: thaiDate({ label: messages.words('dueDate'), hint: messages.words('dueHint'), optional: true }),
  dueTime: time({ label: messages.words('dueTime'), optional: true }),
};

export const proposeForm = defineForm({ seen, position: id({ label: messages.words('position') }), purpose: choice(purposes, { label: messages.words('purpose') }), note });
export const passUpForm = defineForm({ seen, position: id({ label: messages.words('passUpTo') }), note: text({ label: messages.words('opinion'), optional: true, max: 1000 }) });
export const orderForm = defineForm({ seen, verdict: choice(verdicts, { label: messages.words('verdict') }), note, ...giving });
export const forwardForm = defineForm({ seen, note, ...giving });
export const returnForm = defineForm({ seen, reason });
export const seenForm = defineForm({ seen });
export const reportForm = defineForm({ result: text({ label: messages.words('result'), max: 1000 }) });
export const sendBackForm = defineForm({ reason });
export const closeForm = defineForm({ seen, outcome: text({ label: messages.words('outcome'), max: 1000 }) });
export const replyForm = defineForm({ unit: id({ label: messages.words('replyFor') }), closes: checkbox({ label: messages.words('replyCloses') }) });
