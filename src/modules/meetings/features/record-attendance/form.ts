import { choice, defineForm, id, rows, text, time } from '../../form-fields.ts';
import { messages } from './messages.ts';

export const seatStates = ['present', 'acting', 'representative', 'absent'] as const;
export type SeatState = (typeof seatStates)[number];

export const memberFields = {
  party: id({ label: messages.words('seat') }),
  how: choice(seatStates, { label: messages.words('how') }),
  name: text({ label: messages.words('name'), optional: true, max: 200 }),
  position: text({ label: messages.words('position'), optional: true, max: 300 }),
  reason: text({ label: messages.words('reason'), optional: true, max: 300 }),
} as const;

export const participantFields = {
  name: text({ label: messages.words('participantName'), max: 200 }),
  position: text({ label: messages.words('participantPosition'), optional: true, max: 300 }),
  unit: text({ label: messages.words('participantUnit'), optional: true, max: 100 }),
} as const;

export const attendanceForm = defineForm({
  startsAt: time({ label: messages.words('starts') }),
  endsAt: time({ label: messages.words('ends'), hint: messages.words('endsHint'), optional: true }),
  members: rows(memberFields, { label: messages.words('member') }),
  participants: rows(participantFields, { label: messages.words('participants'), optional: true }),
});
