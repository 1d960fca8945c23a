import { choice, defineForm, files, rows, text, textarea, thaiDate } from '../../form-fields.ts';
import { answers } from '../answer-minutes/form.ts';
import { messages } from './messages.ts';

export const correction = { line: text({ label: messages.words('line'), max: 6 }), proposed: textarea({ label: messages.words('proposed'), max: 10_000 }) };
export const paperForm = defineForm({
  answer: choice(answers, { label: messages.words('answer') }),
  receivedOn: thaiDate({ label: messages.words('receivedOn'), hint: messages.words('receivedHint') }),
  signer: text({ label: messages.words('signer'), max: 200 }),
  position: text({ label: messages.words('position'), max: 300 }),
  corrections: rows(correction, { label: messages.words('corrections'), optional: true }),
  remarks: textarea({ label: messages.words('remarks'), optional: true, max: 5000 }),
  scan: files({ label: messages.words('scan'), optional: true }),
});
