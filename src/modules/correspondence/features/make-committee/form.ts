import { checkbox, choice, hidden, id, ids, rows, text, textarea, thaiDate } from '../../../../platform/forms/fields.ts';
import { defineForm } from '../../../../platform/forms/form.ts';
import { committeeKinds, committeeRoles } from '../../../organisation/index.ts';
import { messages } from './messages.ts';

/** A line of the order: who, as what, and whether it is confirmed. `n` keeps the place of a line that was emptied. */
export const memberFields = {
  n: hidden({ max: 4 }),
  who: text({ label: messages.words('who'), optional: true, max: 300 }),
  role: choice(committeeRoles, { label: messages.words('role') }),
  include: checkbox({ label: messages.words('include') }),
} as const;

const members = rows(memberFields, { label: messages.words('members'), optional: true });

export const makeForm = defineForm({
  kind: choice(committeeKinds, { label: messages.words('kind') }),
  name: text({ label: messages.words('name'), min: 2, max: 500 }),
  shortName: text({ label: messages.words('shortName'), max: 100, optional: true }),
  validFrom: thaiDate({ label: messages.words('validFrom') }),
  secretariatUnitId: id({ label: messages.words('secretariat') }),
  duties: textarea({ label: messages.words('duties'), optional: true, max: 20_000 }),
  members,
});

export const changeForm = defineForm({
  from: thaiDate({ label: messages.words('from') }),
  ends: ids({ label: messages.words('ends'), hint: messages.words('endsHint'), optional: true }),
  members,
});
